"""What the machines say: one JSON object a line on stderr. Pseudonyms only: no names, no addresses, no words of people."""

import logging
import sys

import structlog


def configure(level: int = logging.INFO) -> None:
    """Once per process. What libraries log by the standard library comes out the same way."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    lines = logging.StreamHandler(sys.stderr)
    render = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer()]
    lines.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=[*shared, structlog.stdlib.add_logger_name], processors=render))
    logging.basicConfig(handlers=[lines], level=level, force=True)
    for noisy in ("httpx", "uvicorn.access", "yoyo", "dramatiq"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
