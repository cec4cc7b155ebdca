"""For whoever keeps this running: is it alive, and is it ready."""

from typing import Any

import litestar
from litestar import Request, Response
from psycopg import Error
from psycopg_pool import PoolTimeout

from workspace.health import report

from .auth import workspace
from .rendering import json
from .routes import get


@litestar.get("/health/live", sync_to_thread=False, include_in_schema=False)
def live() -> dict[str, bool]:
    return {"alive": True}


@get("/health/ready", include_in_schema=False)
def ready(request: Request[Any, Any, Any]) -> Response[Any]:
    """Database, events that read models have not seen yet, seconds that the oldest unsent mail waits, and alarms. 503 when pages cannot be shown:
    late mail is an alarm and no reason to show none."""
    try:
        with workspace(request).reading() as db:
            found = report(db)
    except (Error, PoolTimeout):
        return json({"ready": False, "database": False}, status=503)
    told = {"read_models": found.lags, "parked": found.parked, "outbox_seconds": found.outbox_seconds, "alarms": found.alarms}
    return json({"ready": found.is_ready, "database": True, **told}, status=200 if found.is_ready else 503)


routes = [live, ready]
