"""Who was there, where not everybody came in by phone: for whoever leads, while a session runs and until its minutes are sealed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.agendas import Planned
from projections.helpers import HELPERS, Chosen, voices
from projections.minutes import MINUTES, are_sealed
from projections.rooms import Person, people
from workspace import attending
from workspace.accounts import LONGEST_NAME
from workspace.attending import Coming
from workspace.members import MEMBER_SIDES

from .auth import workspace
from .console import led
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, moved_on, page
from .routes import get, post
from .sessions import SHOWS

Asked = Request[Any, Any, Any]
W = "/projects/{project:uuid}/sessions/{session:uuid}/typing/people"


@dataclass(frozen=True, slots=True)
class WhoCame:
    """`others`: those for whom it can be noted that they were there too; `is_noted`: whoever is looking came themselves."""

    session: Planned
    came: Sequence[Person]
    others: Sequence[Chosen]
    is_noted: bool
    is_sealed: bool
    longest: int = LONGEST_NAME


@get(W, shows=[*SHOWS, HELPERS, MINUTES])
def show(request: Asked, project: UUID, session: UUID) -> Answer:
    """Who came, and who else was there. Refused: NotYours."""
    frame = frame_of(request, project)
    found = led(request, frame, session)
    with workspace(request).reading() as db:
        came, is_sealed = people(db, session), are_sealed(db, session)
        known = {each.member for each in came}
        others = [each for each in voices(db, project, frame.member, is_facilitator=frame.is_facilitator) if each.id not in known] if frame.member else []
    return page(request, "typing_in/people.html", WhoCame(found, came, others, frame.member in known, is_sealed))


@post(W, again=show)
def note(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Note that people of the project were there."""
    here = form.uuids("here")
    by = attending.in_session(act_in(request, project), session)
    if not here:
        form.wrong("here", form.t("Choose somebody"))
    form.check()
    return moved_on(request, attending.note_who_came(workspace(request), by, session, *here), to=f"/projects/{project}/sessions/{session}/typing/people")


@post(f"{W}/new", again=show)
def bring(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Put somebody on the record who was there and is not on the list."""
    name, side = form.line("name", longest=LONGEST_NAME, needed=False), form.one_of("side", MEMBER_SIDES)
    by = attending.in_session(act_in(request, project), session)
    form.check()
    receipt = attending.bring(workspace(request), by, session, Coming(name, side, "room"))
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session}/typing/people")


routes = [show, note, bring]
