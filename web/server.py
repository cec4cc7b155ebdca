"""One web process: uvicorn on a socket that its parent bound. Streams end first, since an open one would hold the stop for ever."""

import socket
from collections.abc import Callable
from types import FrameType

import uvicorn

from workspace.config import Settings

GRACE = 2  # seconds that a request has to finish


class Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, end_streams: Callable[[], object]) -> None:
        super().__init__(config)
        self.end_streams = end_streams

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
