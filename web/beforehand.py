"""What is to be thought of before a session: by those who lead it, and by somebody who may come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from litestar import Request

from projections.agendas import Planned
from projections.needs import Comer, Own, comers, own
from projections.projects import Frame
from workspace.nudges import Nudge, nudges

from .auth import account, workspace


@dataclass(frozen=True, slots=True)
class Beforehand:
    """`comers`, `unmet` and `nudges` are for those who lead it alone; None and empty for anybody else."""

    nudges: Sequence[Nudge]
    comers: Sequence[Comer] | None
    unmet: int
    own: Own | None  # of a member who may still say that they come


def beforehand(request: Request[Any, Any, Any], frame: Frame, found: Planned, is_led: bool) -> Beforehand:
    """Three statements at most; none once it is over."""
    who, is_ahead = account(request), found.state == "planned"
    if found.state not in ("planned", "running") or who is None:
        return Beforehand((), None, 0, None)
    with workspace(request).reading() as db:
        mine = own(db, found.id, who) if frame.is_member and is_ahead else None
        coming = comers(db, found.id) if is_led else None
    shown = [need for each in coming or () for need in each.needs]
    unmet = [need for need in shown if need.arranged_at is None]
    asked = _nudges(found, {need.kind for need in shown}, len(unmet)) if is_led and is_ahead else []
    return Beforehand(asked, coming, len(unmet), mine)


def _nudges(found: Planned, needed: set[str], unmet: int) -> list[Nudge]:
    minutes = (found.ends_at - found.starts_at) // timedelta(minutes=1)
    return nudges(found.way, minutes, found.agenda, found.roles, needed, unmet)
