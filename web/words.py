"""Words taken down: who did it and why; hiding, putting back and erasing."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from litestar import Request

from projections.projects import PROJECTS
from projections.taken_down import TAKEN_DOWN, Standing, TakenDown, all_taken_down, counts, reasons, standing, taken_down
from workspace import words
from workspace.members import NETWORK
from workspace.refusals import NotFound

from .asking import one_id, said, which
from .auth import act, workspace
from .forms import Form
from .frames import frame_of
from .rendering import Answer, moved_on, page
from .routes import delete, get, post
from .sentences import GROUNDS

PLACES = {
    **dict.fromkeys(("idea", "reply", "answer"), "ideas"),
    **dict.fromkeys(("proposal", "comment", "amendment", "note"), "proposals"),
    **dict.fromkeys(("reason", "decline"), "decisions"),
    "commitment": "commitments",
    "missing": "missing",
    "poll": "polls",
    **dict.fromkeys(("card", "reflection"), "sessions"),
    "challenge": "challenges",
}
"""Where words of a kind stand; the others stand on the page of the project."""


@dataclass(frozen=True, slots=True)
class Looking:
    """Who is looking: their place, if they have one, and whether they look after words there."""

    member: UUID | None
    looks_after: bool


@dataclass(frozen=True, slots=True)
class Shown:
    id: UUID
    base: str  # the address of this page
    looks_after: bool  # who is looking looks after the project, or the network
    standing: Standing | None
    taken_down: TakenDown | None
    kind: str
    subject: UUID
    back: str
    may_erase: bool
    grounds: dict[str, str]
    reports: list[dict[str, str]]  # why somebody reported them, while nobody has answered; for facilitators
    may_appeal: bool
    may_decide: bool
    is_told: bool = False  # that something is wrong with them, a moment ago


@get("/projects/{project:uuid}/words", shows=[PROJECTS, TAKEN_DOWN])
def index(request: Request[Any, Any, Any], project: UUID) -> Answer:
    """How we look after words: what was reported, taken down, appealed for and put back, in numbers; and what is down now. `told` after a report."""
    is_told = said(request, "told")
    frame_of(request, project)
    with workspace(request).reading() as db:
        found = {"counts": counts(db, project), "down": all_taken_down(db, project), "grounds": GROUNDS, "is_told": is_told}
    return page(request, "words/index.html", found)


@get("/projects/{project:uuid}/words/{text:uuid}", shows=[PROJECTS, TAKEN_DOWN])
def show(request: Request[Any, Any, Any], project: UUID, text: UUID) -> Answer:
    """Who took these words down and why, and what became of it; while they stand, the way to report them, and for a facilitator to take them down.
    `?kind=idea&subject=ID` says where they stand."""
    place = asked_place(request, project)
    frame = frame_of(request, project)
    return page(request, "words/show.html", shown_words(request, project, text, place, Looking(frame.member, frame.is_facilitator)))


def asked_place(request: Request[Any, Any, Any], project: UUID) -> words.Place:
    return words.Place(which(request, "kind", ("project", *words.KINDS)), one_id(request, "subject") or project)


def shown_words(request: Request[Any, Any, Any], project: UUID, text: UUID, place: words.Place, who: Looking) -> Shown:
    """These words of a project, or of the network, as who is looking may see them. Refused: NotFound."""
    with workspace(request).reading() as db:
        found, stands = taken_down(db, project, text, viewer=who.member), standing(db, project, text)
        told = reasons(db, project, text) if who.looks_after else []
    is_down = found is not None and found.state != "shown"
    if not is_down and stands is None:
        raise NotFound
    kind, subject = (found.kind, found.subject) if found else (place.kind, place.subject)
    seen = stands if who.looks_after else None  # whoever reports words has read them where they stand, if they may
    base, down = f"{_home(project)}/words/{text}", found if is_down else None
    shown = Shown(text, base, who.looks_after, seen, down, kind, subject, back_of(project, kind, subject), False, GROUNDS, told, False, False)
    return _with_rights(shown, who)


def _with_rights(shown: Shown, who: Looking) -> Shown:
    found = shown.taken_down
    if found is None or found.state != "hidden" or not who.member:
        return shown
    return replace(
        shown,
        may_erase=found.is_mine or (who.looks_after and not found.is_appealed),
        may_appeal=found.is_mine and not found.has_appealed,
        may_decide=who.looks_after and found.is_appealed and not found.is_mine and not found.is_by_me,
    )


@post("/projects/{project:uuid}/words/{text:uuid}/hiding", again=show)
def hide(request: Request[Any, Any, Any], project: UUID, text: UUID, form: Form) -> Answer:
    """Hide words, with the reason."""
    kind = form.one_of("kind", words.KINDS)
    subject = form.uuid("subject")
    reason = form.words("reason")
    frame_of(request, project)
    form.check()
    receipt = words.hide(workspace(request), act(request, project), text, words.Place(kind, subject), reason)
    return moved_on(request, receipt, to=f"/projects/{project}/words/{text}")


@delete("/projects/{project:uuid}/words/{text:uuid}/hiding", again=show)
def put_back(request: Request[Any, Any, Any], project: UUID, text: UUID, form: Form) -> Answer:
    """Show words again that were hidden, with the reason."""
    reason = form.words("reason")
    frame_of(request, project)
    form.check()
    with workspace(request).reading() as db:
        found = taken_down(db, project, text)
    receipt = words.show(workspace(request), act(request, project), text, reason)
    return moved_on(request, receipt, to=back_of(project, found.kind, found.subject) if found else f"/projects/{project}")


@post("/projects/{project:uuid}/words/{text:uuid}/erasure", again=show)
def erase(request: Request[Any, Any, Any], project: UUID, text: UUID, form: Form) -> Answer:
    """Erase hidden words for good."""
    ground = form.one_of("ground", list(GROUNDS))
    frame_of(request, project)
    form.check()
    receipt = words.erase(workspace(request), act(request, project), text, ground)
    return moved_on(request, receipt, to=f"/projects/{project}/words/{text}")


def _home(project: UUID) -> str:
    return "/network" if project == NETWORK else f"/projects/{project}"


def back_of(project: UUID, kind: str, subject: UUID) -> str:
    """The page where words of a kind stand."""
    if project == NETWORK:
        return f"/methods/{subject}" if kind in ("method", "experience") else "/methods"
    place = PLACES.get(kind)
    if kind == "commission":
        return f"/projects/{project}/commission"
    if kind in ("matter", "photo", "sound"):
        return f"/projects/{project}/matters"
    return f"/projects/{project}/{place}/{subject}" if place else f"/projects/{project}/members" if kind == "name" else f"/projects/{project}"


routes = [index, show, hide, put_back, erase]
