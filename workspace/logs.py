"""What the machines say: one JSON object a line on stderr. Pseudonyms only: no names, no addresses, no words of people."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any, TextIO, cast

import structlog
from structlog.tracebacks import ExceptionDictTransformer

FRAMES = ExceptionDictTransformer(show_locals=False, max_frames=30)


class _Stderr:
    """Standard error as it is at the moment of writing: whoever replaced it meanwhile gets the lines, and a closed one is not held on to."""

    def write(self, text: str) -> int:
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


STDERR = cast(TextIO, _Stderr())


def configure(loud: bool = True) -> None:
    """Once per process; a command that is not `loud` says only what went wrong. What libraries log by the standard library comes out the same way."""
    level = logging.INFO if loud else logging.WARNING
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, _traced, structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(STDERR),
        cache_logger_on_first_use=True,
    )
    lines = logging.StreamHandler(STDERR)
    render: list[structlog.typing.Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, _traced, structlog.processors.JSONRenderer()]
    lines.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=[*shared, structlog.stdlib.add_logger_name], processors=render))
    logging.basicConfig(handlers=[lines], level=level, force=True)
    for noisy in ("httpx", "uvicorn.access", "yoyo", "dramatiq"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def _traced(_logger: Any, _name: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Where it went wrong, without the values: locals and the details of a database error hold what people wrote."""
    raised = line.pop("exc_info", None)
    error = sys.exc_info()[1] if raised is True else raised[1] if isinstance(raised, tuple) else raised
    if isinstance(error, BaseException):
        line["exception"] = FRAMES((type(error), error, error.__traceback__))
        for each in line["exception"]:
            each["exc_value"] = each["exc_value"].partition("\n")[0]
    return line
