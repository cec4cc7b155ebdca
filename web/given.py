"""What somebody gave in a session, with thanks: on the phone they had with them, in the project, and on paper for those who have neither phone nor mail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Request
from markupsafe import Markup
from psycopg import Connection

from projections.agendas import Came, Phone, Planned, came_of
from projections.agendas import session as session_of
from projections.board import BOARD
from projections.commitments import COMMITMENTS
from projections.decisions import DECISIONS
from projections.gifts import Gift, Promise, gifts, on_paper, promised
from projections.minutes import MINUTES, until
from projections.projects import overview
from workspace.refusals import NotFound

from .asking import which
from .auth import workspace
from .console import led
from .frames import frame_of
from .guests import guest_of, phone_of
from .rendering import Answer, in_each_language, page
from .routes import get
from .sessions import SHOWS, leads, planned

Asked = Request[Any, Any, Any]
N = "/projects/{project:uuid}/sessions/{over:uuid}/given"
SHOWN = [*SHOWS, BOARD, DECISIONS, COMMITMENTS, MINUTES]
VIEWS = ("page", "both")


@dataclass(frozen=True, slots=True)
class Thanks:
    """What stands on everybody's. `leaders`: who thanks, by name but in a sensitive project; `until`: the minutes can be put right, None once they are
    sealed; `is_linked`: whoever reads it may read the project."""

    session: UUID
    project: UUID
    title: Mapping[str, str]
    starts_at: datetime
    leaders: Sequence[str]
    came: Sequence[Came]
    promised: Sequence[Promise]
    until: datetime | None
    contact: Mapping[str, str]
    telephone: Mapping[str, str]
    is_linked: bool


@dataclass(frozen=True, slots=True)
class Given:
    """`gift`: None = whoever looks was not there; `both`: the same in each language, to be printed."""

    thanks: Thanks
    gift: Gift | None
    is_led: bool
    both: Mapping[str, Markup] | None


@dataclass(frozen=True, slots=True)
class AtHome:
    phone: Phone
    is_guest: bool
    thanks: Thanks
    gift: Gift
    both: Mapping[str, Markup] | None


@dataclass(frozen=True, slots=True)
class Sheets:
    """One for each who was there and has no other way to see it, in both languages, since nobody knows which of them reads which."""

    session: UUID
    sheets: Sequence[Mapping[str, Markup]]


@get(N, shows=SHOWN)
def show(request: Asked, project: UUID, over: UUID) -> Answer:
    """What whoever looks gave in a session, with thanks; `view=both`: in both languages, to be printed."""
    view = which(request, "view", VIEWS)
    frame = frame_of(request, project)
    found = planned(request, project, over)
    with workspace(request).reading() as db:
        thanks = thanks_of(db, found, is_linked=True)
        gift = next(iter(gifts(db, over, [frame.member])), None) if frame.member else None
    both = _both(request, gift, thanks) if gift and view == "both" else None
    return page(request, "given/show.html", Given(thanks, gift, leads(frame, found), both))


@get("/here/{over:uuid}/given", shows=SHOWN)
def here(request: Asked, over: UUID) -> Answer:
    """What one gave in a session, on the phone, also without an account."""
    view = which(request, "view", VIEWS)
    phone, is_guest = phone_of(request, over), guest_of(request, over) is not None
    with workspace(request).reading() as db:
        found, mine = session_of(db, over), gifts(db, over, [phone.member])
        if found is None or not mine:
            raise NotFound
        thanks = thanks_of(db, found, is_linked=phone.is_of_project or phone.visibility == "public")
    both = _both(request, mine[0], thanks) if view == "both" else None
    return page(request, "given/here.html", AtHome(phone, is_guest, thanks, mine[0], both))


@get(f"{N}/sheets", shows=SHOWN)
def sheets(request: Asked, project: UUID, over: UUID) -> Answer:
    """What each gave who has neither phone nor mail, a page each, to be printed by whoever led. Refused: NotYours."""
    found = led(request, frame_of(request, project), over)
    with workspace(request).reading() as db:
        thanks, each = thanks_of(db, found, is_linked=False), gifts(db, over, on_paper(db, over))
    return page(request, "given/sheets.html", Sheets(over, [_both(request, gift, thanks) for gift in each]))


def thanks_of(db: Connection[Any], found: Planned, *, is_linked: bool) -> Thanks:
    """Four statements. Refused: NotFound, while the session is not over."""
    about = overview(db, found.project)
    if about is None or found.over_at is None:
        raise NotFound
    names = [found.leader_name, *(role.name for role in found.roles if role.role == "host")]
    leaders = [] if about.is_sensitive else list(dict.fromkeys(name for name in names if name))
    reads = is_linked or about.visibility == "public"
    came, promises = came_of(db, found.id), promised(db, found.id) if reads else []
    known = (found.id, found.project, found.title, found.starts_at)
    return Thanks(*known, leaders, came, promises, until(db, found.id), about.contact, about.telephone, is_linked)


def _both(request: Asked, gift: Gift, thanks: Thanks) -> dict[str, Markup]:
    return in_each_language(request, "given/_gift.html", {"gift": gift, "thanks": thanks, "on_paper": True})


routes = [show, here, sheets]
