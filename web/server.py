"""One web process: uvicorn on a socket that its parent bound. Streams end first, since an open one would hold the stop for ever."""

import gc
import socket
from collections.abc import Callable
from types import FrameType

import uvicorn

from workspace.config import Settings

OFTEN = 10_000  # new things, after which what is no longer needed is looked for
GRACE = 2  # seconds that a request has to finish


class Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, end_streams: Callable[[], object]) -> None:
        super().__init__(config)
        self.end_streams = end_streams

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """What is there by now stays until the end, and a page makes thousands of things that go by themselves: neither is worth looking through for
        what is no longer needed, which Python does after every seven hundred."""
        await super().startup(sockets)
        gc.collect()
        gc.freeze()
        gc.set_threshold(OFTEN, 10, 10)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.end_streams()
        super().handle_exit(sig, frame)


def run(settings: Settings, fd: int) -> None:
    """Serve on the socket of this number until SIGTERM."""
    from .app import create_app

    app = create_app(settings)
    config = uvicorn.Config(
        app,
        loop="uvloop",
        http="httptools",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=GRACE,
        timeout_keep_alive=15,
    )
    Server(config, lambda: app.state.get("end_streams", int)()).run(sockets=[socket.socket(fileno=fd)])
