"""Suggested changes: other words for a paragraph, and what becomes of them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE
from projections.projects import PROJECTS
from projections.proposals import PROPOSALS, Proposal, Suggestion, suggestion
from workspace import amendments as acts
from workspace.languages import LANGUAGES
from workspace.paragraphs import paragraphs, replaced
from workspace.refusals import NotFound

from .asking import number, which
from .auth import act, workspace
from .forms import Form
from .frames import frame_of
from .rendering import Answer, moved_on, page
from .routes import get, post
from .wordings import Paragraph, paragraph_of, proposal_of, talked_over

Asked = Request[Any, Any, Any]

PROPOSAL = "/projects/{project:uuid}/proposals/{proposal_id:uuid}"
AMENDMENT = f"{PROPOSAL}/amendments/{{amendment_id:uuid}}"
SHOWS = [PROJECTS, PEOPLE, PROPOSALS]


@dataclass(frozen=True, slots=True)
class NewAmendment:
    proposal: Proposal
    paragraph: Paragraph
    language: str


@dataclass(frozen=True, slots=True)
class Amendment:
    proposal: Proposal  # the newest version
    suggestion: Suggestion
    stands: str | None  # the paragraph that it would change, as the text had it; None: it is not known any more, or was taken down
    is_mine: bool
    may_decide: bool
    texts: dict[str, list[Paragraph]]


@get(f"{PROPOSAL}/amendments/new", shows=SHOWS)
def new(request: Asked, project: UUID, proposal_id: UUID) -> Answer:
    """`?language=` and `?paragraph=` of the newest version; on the same form again they come from the form."""
    form: Form | None = request.scope["state"].get("form")
    language = form.one_of("language", LANGUAGES) if form else which(request, "language", LANGUAGES)
    place = form.number("paragraph", least=1, most=10_000) if form else number(request, "paragraph") or 1
    found = proposal_of(request, project, proposal_id, frame_of(request, project).member)
    return page(request, "amendments/new.html", NewAmendment(found, paragraph_of(found, language, place), language))


@post(f"{PROPOSAL}/amendments", again=new)
def suggest(request: Asked, project: UUID, proposal_id: UUID, form: Form) -> Answer:
    language, place = form.one_of("language", LANGUAGES), form.number("paragraph", least=1, most=10_000)
    saw = form.number("saw", least=1, most=1_000_000)
    text, why = _words(form)
    frame_of(request, project)
    form.check()
    receipt = acts.suggest(workspace(request), act(request, project), proposal_id, saw, language, place, text, why)
    return moved_on(request, receipt, to=_home(project, proposal_id, receipt.id))


@get(AMENDMENT, shows=SHOWS)
def show(request: Asked, project: UUID, proposal_id: UUID, amendment_id: UUID) -> Answer:
    return page(request, "amendments/show.html", _amendment(request, project, proposal_id, amendment_id))


@post(f"{AMENDMENT}/acceptance", again=show)
def accept(request: Asked, project: UUID, proposal_id: UUID, amendment_id: UUID, form: Form) -> Answer:
    """`saw`: how it was when it was read."""
    saw = form.number("saw", least=1, most=1_000_000)
    _must_exist(request, project, proposal_id, amendment_id)
    form.check()
    receipt = acts.accept(workspace(request), act(request, project), amendment_id, saw)
    return moved_on(request, receipt, to=_home(project, proposal_id, amendment_id))


@post(f"{AMENDMENT}/refusal", again=show)
def decline(request: Asked, project: UUID, proposal_id: UUID, amendment_id: UUID, form: Form) -> Answer:
    reason = form.words("reason", longest=acts.LONGEST_WHY)
    _must_exist(request, project, proposal_id, amendment_id)
    form.check()
    receipt = acts.decline(workspace(request), act(request, project), amendment_id, reason)
    return moved_on(request, receipt, to=_home(project, proposal_id, amendment_id))


@post(f"{AMENDMENT}/meaning", again=show)
def still_mean(request: Asked, project: UUID, proposal_id: UUID, amendment_id: UUID, form: Form) -> Answer:
    saw = form.number("saw", least=1, most=1_000_000)
    _must_exist(request, project, proposal_id, amendment_id)
    form.check()
    receipt = acts.still_mean(workspace(request), act(request, project), amendment_id, saw)
    return moved_on(request, receipt, to=_home(project, proposal_id, amendment_id))


@post(f"{AMENDMENT}/withdrawal", again=show)
def withdraw(request: Asked, project: UUID, proposal_id: UUID, amendment_id: UUID) -> Answer:
    _must_exist(request, project, proposal_id, amendment_id)
    receipt = acts.withdraw(workspace(request), act(request, project), amendment_id)
    return moved_on(request, receipt, to=_home(project, proposal_id, amendment_id))


@get(f"{AMENDMENT}/reword", shows=SHOWS)
def edit(request: Asked, project: UUID, proposal_id: UUID, amendment_id: UUID) -> Answer:
    return page(request, "amendments/reword.html", _amendment(request, project, proposal_id, amendment_id))


@post(f"{AMENDMENT}/reword", again=edit)
def reword(request: Asked, project: UUID, proposal_id: UUID, amendment_id: UUID, form: Form) -> Answer:
    saw, place = form.number("saw", least=1, most=1_000_000), form.number("paragraph", least=1, most=10_000)
    text, why = _words(form)
    _must_exist(request, project, proposal_id, amendment_id)
    form.check()
    receipt = acts.reword(workspace(request), act(request, project), amendment_id, saw, place, text, why)
    return moved_on(request, receipt, to=_home(project, proposal_id, amendment_id))


@get(f"{AMENDMENT}/promotion", shows=SHOWS)
def own(request: Asked, project: UUID, proposal_id: UUID, amendment_id: UUID) -> Answer:
    """A proposal of its own, begun from the whole text with the change in it."""
    found = _amendment(request, project, proposal_id, amendment_id)
    one, body = found.suggestion, dict(found.proposal.body)
    if one.own and one.paragraph and one.language in body and one.version == found.proposal.version:
        body[one.language] = replaced(body[one.language], one.paragraph, one.words or one.own)
    return page(request, "amendments/promote.html", {"suggestion": one, "proposal": found.proposal, "is_mine": found.is_mine, "body": body})


@post(f"{AMENDMENT}/promotion", again=own)
def promote(request: Asked, project: UUID, proposal_id: UUID, amendment_id: UUID, form: Form) -> Answer:
    words = [form.each(name, longest=acts.LONGEST[name]) for name in ("title", "summary", "body")]
    _must_exist(request, project, proposal_id, amendment_id)
    form.check()
    receipt = acts.promote(workspace(request), act(request, project), amendment_id, *words)
    return moved_on(request, receipt, to=f"/projects/{project}/proposals/{receipt.id}")


def _words(form: Form) -> tuple[str, str]:
    return form.words("words", longest=acts.LONGEST["body"]), form.words("why", longest=acts.LONGEST_WHY)


def _amendment(request: Asked, project: UUID, proposal_id: UUID, amendment_id: UUID) -> Amendment:
    viewer = frame_of(request, project).member
    with workspace(request).reading() as db:
        one = suggestion(db, project, amendment_id)
    if one is None or one.proposal != proposal_id:
        raise NotFound
    newest = proposal_of(request, project, proposal_id, viewer)
    then = newest if one.version == newest.version else proposal_of(request, project, proposal_id, viewer, one.version)
    stood = dict(enumerate(paragraphs(then.body.get(one.language, "")), 1)).get(one.paragraph or 0)
    is_mine, alone = viewer is not None and viewer == one.author, len(newest.authors) == 1
    return Amendment(newest, one, stood, is_mine, newest.is_author and (not is_mine or alone), talked_over(newest)[0])


def _must_exist(request: Asked, project: UUID, proposal_id: UUID, amendment_id: UUID) -> None:
    frame_of(request, project)
    acts.must_be_about(workspace(request), amendment_id, proposal_id)


def _home(project: UUID, proposal: UUID, amendment: UUID) -> str:
    return f"/projects/{project}/proposals/{proposal}/amendments/{amendment}"


routes = [new, suggest, show, accept, decline, still_mean, withdraw, edit, reword, own, promote]
