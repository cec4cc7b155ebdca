"""Home: thanks for what one said, then what waits, then the session that comes next, then one's projects."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from litestar import Request

from projections.agendas import AGENDAS, Next, next_of
from projections.home import HOME, Thanks, Turn, thanks, turns
from projections.people import PEOPLE, network_tasks
from projections.projects import PROJECTS, Line, visible
from workspace.languages import LONDON

from .auth import must_be_signed_in, workspace
from .rendering import Answer, moved_on, page
from .routes import get
from .sentences import STAGES

MINUTES = {
    "objection": 3,
    "doubt": 3,
    "mend": 2,
    "hands": 2,
    "follow": 3,
    "route": 5,
    "vote": 3,
    "invited": 2,
    "draft": 5,
    "amendment": 3,
    "meaning": 2,
    "close": 2,
    "slip": 1,
    "matters": 2,
    "asking": 2,
    "facilitate": 2,
    "second": 1,
    "reach": 2,
    "meet": 2,
    "choose": 3,
    "calls": 5,
    "report": 3,
    "difference": 1,
    "answer": 3,
    "supported": 5,
    "talk": 5,
    "declined": 2,
    "reported": 2,
    "appeal": 3,
    "round": 2,
    "challenge": 5,
    "question": 5,
    "answered": 2,
}
SHOWS = [PROJECTS, PEOPLE, HOME, AGENDAS]


@dataclass(frozen=True, slots=True)
class Home:
    name: str
    hour: int  # by the clocks of Wales
    thanks: list[Thanks]
    turns: list[Turn]
    minutes: dict[str, int]  # that each kind takes
    in_all: int
    next: Next | None  # session
    projects: list[Line]
    network_tasks: list[str]
    stage_words: dict[str, str]


def home_page(request: Request[Any, Any, Any]) -> Answer:
    """What whoever is signed in finds at the first address."""
    who = must_be_signed_in(request)
    with workspace(request).reading() as db:
        waiting = turns(db, who.account)
        shown = Home(
            who.name,
            datetime.now(LONDON).hour,
            thanks(db, who.account),
            waiting,
            MINUTES,
            sum(MINUTES[turn.kind] for turn in waiting),
            next_of(db, who.account),
            visible(db, who.account, mine=True),
            network_tasks(db, who.account),
            STAGES,
        )
    return page(request, "home/index.html", shown)


@get("/home")
def home(request: Request[Any, Any, Any]) -> Answer:
    """Leads to the first page."""
    return moved_on(request, to="/")


routes = [home]
