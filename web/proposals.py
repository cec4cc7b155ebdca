"""Proposals: the list, each version of one, drafting from ideas, revising, supporting, withdrawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.board import BOARD, Card, cards
from projections.commitments import COMMITMENTS, Commitment
from projections.commitments import about as promised
from projections.decisions import DECISIONS
from projections.people import PEOPLE
from projections.projects import PROJECTS
from projections.proposals import PROPOSALS, Comment, Lines, Proposal, Suggestion, as_comments, as_proposal, comment_rows, proposal_row, proposals, suggestions
from workspace import proposals as acts
from workspace.refusals import NotFound

from .asking import ids, number, page_number, short
from .auth import act, workspace
from .forms import Form
from .frames import frame_of
from .markdown import rendered
from .readiness import readiness
from .rendering import Answer, alike, moved_on, page
from .routes import delete, get, post
from .wordings import Paragraph, proposal_of, talked_over


@dataclass(frozen=True, slots=True)
class Proposals:
    proposals: Lines
    find: str


@dataclass(frozen=True, slots=True)
class ShownProposal:
    proposal: Proposal
    texts: dict[str, list[Paragraph]]  # the body in each of its languages
    comments: list[Comment]  # of paragraphs whose words changed since
    suggestions: list[Suggestion]
    ideas: list[Card]
    is_ready: dict[str, bool]
    commitments: list[Commitment]
    at: str = ""  # the paragraph that somebody comes back to, as cy-1

    @property
    def supporters(self) -> int:
        return sum(one.supporters for one in self.proposal.versions if one.version == self.proposal.newest)


@dataclass(frozen=True, slots=True)
class Draft:
    ideas: list[Card]


@dataclass(frozen=True, slots=True)
class Revision:
    proposal: Proposal
    html: dict[str, str]


@get("/projects/{project:uuid}/proposals", shows=[PROJECTS, PEOPLE, PROPOSALS])
def index(request: Request[Any, Any, Any], project: UUID) -> Answer:
    """The proposals of a project."""
    find, number = short(request, "find"), page_number(request)
    frame_of(request, project)
    with workspace(request).reading() as db:
        found = proposals(db, project, find=find, page=number)
    return page(request, "proposals/index.html", Proposals(found, find))


@get("/projects/{project:uuid}/proposals/new", shows=[PROJECTS, PEOPLE, BOARD])
def new(request: Request[Any, Any, Any], project: UUID) -> Answer:
    """Draft a proposal: the form. `?idea=` names, any number of times, the ideas it grows from; on the same form again they come from the form."""
    form: Form | None = request.scope["state"].get("form")
    chosen = form.uuids("ideas") if form else ids(request, "idea")
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = cards(db, project, chosen, viewer=frame.member) if chosen else []
    return page(request, "proposals/new.html", Draft(found))


@post("/projects/{project:uuid}/proposals", again=new)
def draft(request: Request[Any, Any, Any], project: UUID, form: Form) -> Answer:
    """Draft a proposal, from ideas or afresh."""
    words = _words(form)
    ideas = form.uuids("ideas")
    frame_of(request, project)
    form.check()
    receipt = acts.draft(workspace(request), act(request, project), *words, ideas)
    return moved_on(request, receipt, to=f"/projects/{project}/proposals/{receipt.id}")


@get("/projects/{project:uuid}/proposals/{proposal_id:uuid}", shows=[PROJECTS, PEOPLE, BOARD, PROPOSALS, DECISIONS, COMMITMENTS])
def show(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID) -> Answer:
    """A proposal in its newest version, or `?version=` an earlier one."""
    version, at = number(request, "version"), short(request, "at")
    viewer = frame_of(request, project).member
    with workspace(request).reading() as db:
        row = proposal_row(db, project, proposal_id, version=version, viewer=viewer)
        if row is None:
            raise NotFound
        ideas = cards(db, project, row["ideas"], viewer=viewer) if row["ideas"] else []
        said, suggested = comment_rows(db, proposal_id), suggestions(db, project, proposal_id) if row["is_amended"] else []
        kept = promised(db, project, proposal=proposal_id, viewer=viewer) if row["decisions"] else []
    return alike(request, "proposals/show.html", shown_of, row, said, suggested, ideas, kept, at)


def shown_of(row: Any, said: Sequence[Any], suggested: list[Suggestion], ideas: list[Card], kept: list[Commitment], at: str) -> ShownProposal:
    found = as_proposal(row)
    texts, lost = talked_over(found, as_comments(said), suggested)
    return ShownProposal(found, texts, lost, suggested, ideas, readiness(found), kept, at)


@post("/projects/{project:uuid}/proposals/{proposal_id:uuid}/support", again=show)
def support(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID, form: Form) -> Answer:
    """Support a version of a proposal."""
    version = form.number("version", least=1, most=1_000_000)
    frame_of(request, project)
    form.check()
    receipt = acts.support(workspace(request), act(request, project), proposal_id, version)
    return moved_on(request, receipt, to=f"/projects/{project}/proposals/{proposal_id}#support")


@delete("/projects/{project:uuid}/proposals/{proposal_id:uuid}/support", again=show)
def take_back_support(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID) -> Answer:
    """Support a proposal no longer."""
    frame_of(request, project)
    receipt = acts.take_back_support(workspace(request), act(request, project), proposal_id)
    return moved_on(request, receipt, to=f"/projects/{project}/proposals/{proposal_id}#support")


@get("/projects/{project:uuid}/proposals/{proposal_id:uuid}/edit", shows=[PROJECTS, PEOPLE, PROPOSALS])
def edit(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID) -> Answer:
    """The next version of a proposal: the form. When the text moved on while somebody was writing, the same form again shows the newer text beside
    what they typed."""
    frame = frame_of(request, project)
    found = proposal_of(request, project, proposal_id, frame.member)
    return page(request, "proposals/edit.html", Revision(found, _html(found)))


@post("/projects/{project:uuid}/proposals/{proposal_id:uuid}/versions", again=edit)
def revise(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID, form: Form) -> Answer:
    """Write the next version of a proposal: `saw` is the version that it changes."""
    words = _words(form)
    why = form.words("why", longest=acts.LONGEST["summary"], needed=False)
    saw = form.number("saw", least=1, most=1_000_000)
    frame_of(request, project)
    form.check()
    receipt = acts.revise(workspace(request), act(request, project), proposal_id, saw, *words, why)
    return moved_on(request, receipt, to=f"/projects/{project}/proposals/{proposal_id}")


@get("/projects/{project:uuid}/proposals/{proposal_id:uuid}/withdrawal", shows=[PROJECTS, PEOPLE, PROPOSALS])
def ask_to_withdraw(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID) -> Answer:
    """Withdraw a proposal: the form."""
    frame = frame_of(request, project)
    return page(request, "proposals/withdraw.html", {"proposal": proposal_of(request, project, proposal_id, frame.member)})


@post("/projects/{project:uuid}/proposals/{proposal_id:uuid}/withdrawal", again=ask_to_withdraw)
def withdraw(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID, form: Form) -> Answer:
    """Withdraw a proposal, with the reason."""
    reason = form.words("reason", longest=acts.LONGEST["summary"])
    frame_of(request, project)
    form.check()
    receipt = acts.withdraw(workspace(request), act(request, project), proposal_id, reason)
    return moved_on(request, receipt, to=f"/projects/{project}/proposals/{proposal_id}")


def _words(form: Form) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    title, summary, body = (form.each(name, longest=acts.LONGEST[name]) for name in ("title", "summary", "body"))
    return title, summary, body


def _html(found: Proposal) -> dict[str, str]:
    return {language: rendered(body) for language, body in found.body.items()}


routes = [index, new, draft, show, support, take_back_support, edit, revise, ask_to_withdraw, withdraw]
