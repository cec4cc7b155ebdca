"""Writing down what somebody says: whose words, how that was agreed, how they came. The words are theirs, and a slip goes with them."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from litestar import Request

from projections.board import BOARD, idea
from projections.decisions import DECISIONS, Decision, decision
from projections.helpers import HELPERS, Chosen, voices
from projections.people import PEOPLE
from projections.polls import POLLS
from projections.projects import PROJECTS, Frame
from workspace import decisions, ideas, matters
from workspace import polls as polls_of
from workspace import voices as voices_of
from workspace.accounts import LONGEST_NAME
from workspace.application import Act, Receipt
from workspace.matters import Said
from workspace.members import MEMBER_SIDES
from workspace.refusals import NotFound
from workspace.slips import slip_id, slip_of
from workspace.voices import AGREED, SOURCES, Voice

from .asking import one_id, which
from .auth import workspace
from .decisions import vote_in
from .forms import Form
from .frames import act_in, frame_of
from .matters import may_quote, years
from .polls import answers, shown
from .rendering import Answer, moved_on, page
from .routes import get, post
from .sent import LARGEST_FORM

Asked = Request[Any, Any, Any]

SHOWS = [PROJECTS, PEOPLE, HELPERS]
WHAT = ("idea", "matter", "reply")


@dataclass(frozen=True, slots=True)
class Capture:
    voices: list[Chosen]
    what: str
    idea: UUID | None  # that is replied to
    words: dict[str, str]  # of that idea
    decision: Decision | None
    longest: int


@dataclass(frozen=True, slots=True)
class Heard:
    """How it came, as the form says: from somebody of the list, or from somebody new by first name and group."""

    source: str
    agreed: str
    member: UUID | None
    name: str
    side: str


@get("/projects/{project:uuid}/writing-down", shows=[*SHOWS, BOARD])
def new(request: Asked, project: UUID) -> Answer:
    """Writing down for somebody: the form, for facilitators and for whoever was chosen; `idea` for a reply to it."""
    replied, what = one_id(request, "idea"), which(request, "what", ("idea", "matter"))
    found = _voices(request, frame_of(request, project))
    with workspace(request).reading() as db:
        about = idea(db, project, replied) if replied else None
    shown = Capture(found, "reply" if about else what, about.id if about else None, about.words if about else {}, None, ideas.LONGEST)
    return page(request, "writing_down/new.html", shown)


@post("/projects/{project:uuid}/writing-down", again=new, request_max_body_size=LARGEST_FORM)
def write_down(request: Asked, project: UUID, form: Form) -> Answer:
    """Write down an idea, a reply or what matters, with a photo of the paper if there is one, for somebody, whose words they are. Answers with the slip."""
    what, replied = form.one_of("what", WHAT), form.uuid("idea", needed=False)
    verbatim = form.one_of("how", ("verbatim", "summary")) == "verbatim"
    quoted, lasting = what == "matter" and may_quote(form), years(form)
    heard = _heard(form)
    text, photo = form.words("text", longest=ideas.LONGEST), form.photo("photo")
    by = act_in(request, project)
    form.check()
    opened, by = workspace(request), _speaking(request, by, heard, verbatim)
    if what == "matter":
        return _to_slip(request, project, matters.say(opened, by, Said(text, quoted, years=lasting, photo=photo)))
    return _to_slip(request, project, ideas.reply(opened, by, replied, text) if replied else ideas.post(opened, by, text))


@get("/projects/{project:uuid}/decisions/{decision_id:uuid}/writing-down", shows=[*SHOWS, DECISIONS])
def new_vote(request: Asked, project: UUID, decision_id: UUID) -> Answer:
    """Writing a vote down: the form, with those for whom one may. Whether somebody has voted is not told here."""
    here = _voices(request, frame_of(request, project), decision_id)
    with workspace(request).reading() as db:
        asked = decision(db, decision_id)
    if asked is None or asked.project != project:
        raise NotFound
    return page(request, "writing_down/vote.html", Capture(here, "vote", None, {}, asked, decisions.LONGEST["reason"]))


@post("/projects/{project:uuid}/decisions/{decision_id:uuid}/writing-down", again=new_vote)
def write_vote_down(request: Asked, project: UUID, decision_id: UUID, form: Form) -> Answer:
    """Put a vote into the box for somebody who told it. Answers with the slip, and never with how they voted before."""
    choice, reason, aim = vote_in(form)
    heard = _heard(form)
    by = act_in(request, project)
    form.check()
    by = _speaking(request, by, heard, None)
    return _to_slip(request, project, decisions.vote(workspace(request), by, decision_id, choice, reason, 0, aim))


@get("/projects/{project:uuid}/polls/{poll_id:uuid}/writing-down", shows=[*SHOWS, POLLS])
def new_availability(request: Asked, project: UUID, poll_id: UUID) -> Answer:
    """Writing down when somebody can meet: the form."""
    frame = frame_of(request, project)
    return page(request, "writing_down/availability.html", {"voices": _voices(request, frame), "poll": replace(shown(request, frame, poll_id), own={})})


@post("/projects/{project:uuid}/polls/{poll_id:uuid}/writing-down", again=new_availability)
def write_availability_down(request: Asked, project: UUID, poll_id: UUID, form: Form) -> Answer:
    """Write down when somebody can meet. Answers with the slip."""
    times, heard = answers(form), _heard(form)
    by = act_in(request, project)
    form.check()
    receipt = polls_of.say(workspace(request), _speaking(request, by, heard, None), poll_id, times)
    return moved_on(request, receipt, to=f"/projects/{project}/slips/{slip_id(receipt.id)}")


def _voices(request: Asked, frame: Frame, of: UUID | None = None) -> list[Chosen]:
    """`of`: a decision, on whose roll they are. Refused: NotFound, where there is nobody for whom this reader could write."""
    if frame.member is None:
        raise NotFound
    with workspace(request).reading() as db:
        found = voices(db, frame.id, frame.member, is_facilitator=frame.is_facilitator, decision=of)
    if not found and not frame.is_facilitator:
        raise NotFound
    return found


def _heard(form: Form) -> Heard:
    source, agreed = form.one_of("source", SOURCES), form.one_of("agreed", AGREED)
    member, name = form.uuid("voice", needed=False), form.line("name", longest=LONGEST_NAME, needed=False)
    if member is None and not name:
        form.wrong("voice", form.t("Choose who said it, or name somebody who is not on the list"))
    return Heard(source, agreed, member, name, form.one_of("side", MEMBER_SIDES, default="none"))


def _speaking(request: Asked, by: Act, heard: Heard, verbatim: bool | None) -> Act:
    """The act with its voice. Refused: NotTheirHelper, NotYourTask, MemberIsNotHere, NotFound."""
    opened = workspace(request)
    member = heard.member or voices_of.record(opened, by, heard.name, heard.side).id
    return voices_of.speaking(opened, by, Voice(member, heard.agreed, heard.source, verbatim))


def _to_slip(request: Asked, project: UUID, receipt: Receipt) -> Answer:
    return moved_on(request, receipt, to=f"/projects/{project}/slips/{slip_of(workspace(request), receipt)}")


routes = [new, write_down, new_vote, write_vote_down, new_availability, write_availability_down]
