"""What was done: commitments, and the pages that ask one thing about one."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.board import BOARD, Card, idea
from projections.commitments import COMMITMENTS, WHICH, Commitment, Commitments, Step, commitment, commitments, steps
from projections.decisions import DECISIONS, Decision, decision
from projections.footing import FOOTING, Organisation, footing
from projections.people import PEOPLE
from projections.projects import PROJECTS, Frame
from projections.proposals import PROPOSALS
from workspace import commitments as acts
from workspace.application import Receipt
from workspace.commitments import LONGEST, Taker
from workspace.languages import translator
from workspace.members import MEMBER_SIDES
from workspace.refusals import NotFound

from .asking import one_id, page_number, tapped, which
from .auth import workspace
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, Table, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]

SHOWS = [PROJECTS, PEOPLE, FOOTING, BOARD, PROPOSALS, DECISIONS, COMMITMENTS]
TAKERS = ("me", *MEMBER_SIDES)
HOW = ("on its way", "done", "could not")


@dataclass(frozen=True, slots=True)
class Done:
    commitments: Commitments
    which: str


@dataclass(frozen=True, slots=True)
class ShownCommitment:
    commitment: Commitment
    steps: list[Step]
    may_speak: bool  # who is looking may say how it goes


@dataclass(frozen=True, slots=True)
class Source:
    """What a new commitment would go back to."""

    decision: Decision | None
    idea: Card | None
    organisations: list[Organisation]  # those of the project, one of which may stand behind it


@get("/projects/{project:uuid}/commitments", shows=SHOWS)
def index(request: Asked, project: UUID) -> Answer:
    """What was promised and done, what is on its way first."""
    chosen, number = which(request, "which", tuple(WHICH)), page_number(request)
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = commitments(db, project, state=WHICH[chosen], viewer=frame.member, page=number)
    return page(request, "commitments/index.html", Done(found, chosen), table=lambda: _table(request, found))


@get("/projects/{project:uuid}/commitments/new", shows=SHOWS)
def new(request: Asked, project: UUID) -> Answer:
    """`?decision=` or `?idea=` names what it goes back to; on the same form again it comes from the form."""
    asked = _asked(request)
    return page(request, "commitments/new.html", _source(request, frame_of(request, project), *asked))


@post("/projects/{project:uuid}/commitments", again=new)
def make(request: Asked, project: UUID, form: Form) -> Answer:
    """Say what will be done, by whom and by when."""
    what = form.each("what", longest=LONGEST["what"])
    taker, due_on = _taker(form), form.day("due")
    decided, said = form.uuid("decision", needed=False), form.uuid("idea", needed=False)
    by = act_in(request, project)
    form.check()
    return _told(request, project, acts.make(workspace(request), by, what, taker, due_on, decision=decided, idea=said))


@get("/projects/{project:uuid}/commitments/{commitment_id:uuid}", shows=SHOWS)
def show(request: Asked, project: UUID, commitment_id: UUID) -> Answer:
    """One commitment: where it comes from, how it went, and whether it made a difference."""
    frame = frame_of(request, project)
    found = _commitment(request, frame, commitment_id)
    with workspace(request).reading() as db:
        return page(request, "commitments/show.html", ShownCommitment(found, steps(db, commitment_id), _may_speak(frame, found)))


@get("/projects/{project:uuid}/commitments/{commitment_id:uuid}/report", shows=SHOWS)
def ask_how(request: Asked, project: UUID, commitment_id: UUID) -> Answer:
    """Asks one thing: how is it going?"""
    return _asking(request, project, commitment_id, "report", tapped(request, "how", HOW))


@post("/projects/{project:uuid}/commitments/{commitment_id:uuid}/report", again=ask_how)
def say_how(request: Asked, project: UUID, commitment_id: UUID, form: Form) -> Answer:
    """On its way, done, or could not be done; in words."""
    how = form.one_of("how", HOW)
    words = form.words("words", longest=LONGEST["words"])
    by = act_in(request, project)
    form.check()
    verb = {"on its way": acts.report, "done": acts.finish, "could not": acts.give_up}[how]
    return _told(request, project, verb(workspace(request), by, commitment_id, words))


@get("/projects/{project:uuid}/commitments/{commitment_id:uuid}/due", shows=SHOWS)
def ask_when(request: Asked, project: UUID, commitment_id: UUID) -> Answer:
    """Asks one thing: which other day?"""
    return _asking(request, project, commitment_id, "due")


@post("/projects/{project:uuid}/commitments/{commitment_id:uuid}/due", again=ask_when)
def move_due(request: Asked, project: UUID, commitment_id: UUID, form: Form) -> Answer:
    """Another day, with a reason."""
    due_on = form.day("due")
    reason = form.words("reason", longest=LONGEST["words"])
    by = act_in(request, project)
    form.check()
    return _told(request, project, acts.move_due(workspace(request), by, commitment_id, due_on, reason))


@get("/projects/{project:uuid}/commitments/{commitment_id:uuid}/handover", shows=SHOWS)
def ask_who(request: Asked, project: UUID, commitment_id: UUID) -> Answer:
    """Asks one thing: who does it from now on?"""
    return _asking(request, project, commitment_id, "handover")


@post("/projects/{project:uuid}/commitments/{commitment_id:uuid}/handover", again=ask_who)
def hand_over(request: Asked, project: UUID, commitment_id: UUID, form: Form) -> Answer:
    """Somebody else does it from now on, who agreed to it."""
    taker = _taker(form)
    reason = form.words("reason", longest=LONGEST["words"])
    by = act_in(request, project)
    form.check()
    return _told(request, project, acts.hand_over(workspace(request), by, commitment_id, taker, reason))


@get("/projects/{project:uuid}/commitments/{commitment_id:uuid}/difference", shows=SHOWS)
def ask_difference(request: Asked, project: UUID, commitment_id: UUID) -> Answer:
    """Asks one thing, of those who asked: did it make a difference?"""
    return _asking(request, project, commitment_id, "difference", tapped(request, "difference", ("yes", "no")))


@post("/projects/{project:uuid}/commitments/{commitment_id:uuid}/difference", again=ask_difference)
def judge(request: Asked, project: UUID, commitment_id: UUID, form: Form) -> Answer:
    """Those who asked say whether it made a difference."""
    is_better = form.one_of("difference", ("yes", "no")) == "yes"
    words = form.words("words", longest=LONGEST["words"], needed=False)
    by = act_in(request, project)
    form.check()
    return _told(request, project, acts.judge(workspace(request), by, commitment_id, is_better=is_better, text=words))


def _taker(form: Form) -> Taker:
    who, role = form.one_of("who", TAKERS), form.each("role", longest=LONGEST["role"])
    organisation = form.uuid("organisation", needed=False)
    return Taker("none" if who == "me" else who, role, is_own=who == "me", is_named=form.yes("named"), organisation=organisation)


def _told(request: Asked, project: UUID, receipt: Receipt) -> Answer:
    """On to the commitment that it is about."""
    return moved_on(request, receipt, to=f"/projects/{project}/commitments/{receipt.id}")


def _asked(request: Asked) -> tuple[UUID | None, UUID | None]:
    """The decision and the idea: of the form that was sent, else of the address."""
    form: Form | None = request.scope["state"].get("form")
    if form:
        return form.uuid("decision", needed=False), form.uuid("idea", needed=False)
    return one_id(request, "decision"), one_id(request, "idea")


def _source(request: Asked, frame: Frame, decided: UUID | None, said: UUID | None) -> Source:
    with workspace(request).reading() as db:
        found = decision(db, decided) if decided else None
        card = idea(db, frame.id, said, viewer=frame.member) if said else None
        return Source(found if found and found.project == frame.id else None, card, footing(db, frame.id).organisations)


def _asking(request: Asked, project: UUID, commitment_id: UUID, what: str, answer: str = "") -> Answer:
    frame = frame_of(request, project)
    found = _commitment(request, frame, commitment_id)
    with workspace(request).reading() as db:
        organisations = footing(db, project).organisations
    told = {"commitment": found, "may_speak": _may_speak(frame, found), "organisations": organisations, "answer": answer}
    return page(request, f"commitments/{what}.html", told)


def _may_speak(frame: Frame, found: Commitment) -> bool:
    return frame.is_facilitator or found.is_kept or (frame.is_member and not found.has_keeper and frame.side == found.side)


def _commitment(request: Asked, frame: Frame, commitment_id: UUID) -> Commitment:
    """Refused: NotFound."""
    with workspace(request).reading() as db:
        found = commitment(db, frame.id, commitment_id, viewer=frame.member)
    if found is None:
        raise NotFound
    return found


def _table(request: Asked, found: Commitments) -> Table:
    t = translator(request.scope["state"]["language"])
    labels = {
        "id": "id",
        "said": t("We said"),
        "agreed": t("We agreed"),
        "what": t("What will be done"),
        "role": t("Who does it"),
        "organisation": t("Organisation"),
        "side": t("Group"),
        "due_on": t("By when"),
        "standing": t("How it stands"),
        "closing": t("What was said when it was over"),
        "asked_by": t("Who asked"),
    }
    return Table(labels, [{name: getattr(line, name) for name in labels} for line in found.commitments])


routes = [index, new, make, show, ask_how, say_how, ask_when, move_due, ask_who, hand_over, ask_difference, judge]
