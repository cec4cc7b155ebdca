"""The web application: every module of pages, and the layers around them."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from litestar import Litestar
from litestar.exceptions import HTTPException
from litestar.types import ControllerRouterHandler
from psycopg import OperationalError
from psycopg_pool import PoolTimeout

import web
from workspace.application import Workspace
from workspace.config import Settings
from workspace.refusals import Refused

from . import errors
from .auth import SignInFirst
from .changes import Changes
from .headers import SafeHeaders
from .languages import Languages
from .live import before
from .sent import LARGEST_BODY, Invalid
from .templating import compile_for_rooms

THREADS = 40
DEMO_ONLY = frozenset({"web.demo"})


def create_app(settings: Settings) -> Litestar:
    """The whole of it, over one store, whose read models are filled by a worker."""
    return opened(assembled(settings), settings)


def opened(app: Litestar, settings: Settings) -> Litestar:
    """Opens the store for as long as the application runs."""
    if settings.demo:
        settings = replace(settings, contact=settings.contact or "Mair", telephone=settings.telephone or "01632 960118")
    app.state.workspace = Workspace(settings)
    app.state.changes = Changes()
    return app


def assembled(settings: Settings) -> Litestar:
    """Every page and every layer; no store yet."""
    app = Litestar(
        route_handlers=routes(settings),
        before_request=before,
        exception_handlers={
            Refused: errors.refused_outside,
            Invalid: errors.refused_outside,
            SignInFirst: errors.sign_in_first,
            HTTPException: errors.by_http,
            OperationalError: errors.away,
            PoolTimeout: errors.away,
            500: errors.unforeseen,
        },
        request_max_body_size=LARGEST_BODY,
        openapi_config=None,  # ours is web/schema.py
        lifespan=[_running],
        logging_config=None,
    )
    is_secure = settings.address.startswith("https:")
    app.asgi_handler = SafeHeaders(Languages(app.asgi_handler, secure=is_secure), secure=is_secure)
    return app


def routes(settings: Settings) -> list[ControllerRouterHandler]:
    """Every list `routes` of a module in web/. What is for the demo alone does not exist elsewhere."""
    names = [f"web.{found.name}" for found in iter_modules(web.__path__) if found.name not in ("app", "server")]
    modules = [import_module(name) for name in names if settings.demo or name not in DEMO_ONLY]
    return [handler for module in modules for handler in getattr(module, "routes", ())]


@asynccontextmanager
async def _running(app: Litestar) -> AsyncIterator[None]:
    opened: Workspace = app.state.workspace
    changes: Changes = app.state.changes
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(THREADS, thread_name_prefix="web"))
    await asyncio.to_thread(compile_for_rooms)
    await changes.start(opened.settings.database_url)
    app.state.end_streams = lambda: loop.call_soon_threadsafe(lambda: _ending.append(loop.create_task(changes.stop())))
    try:
        yield
    finally:
        await changes.stop()
        opened.close()


_ending: list[asyncio.Task[Any]] = []
"""Tasks that nobody awaits would be collected before they end."""
