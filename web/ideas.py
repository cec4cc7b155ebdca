"""The board of ideas, and each idea with what was said about it."""

from dataclasses import dataclass, replace
from typing import Any, Literal
from uuid import UUID

from litestar import Request

from projections.board import BOARD, GROUPED, ORDERS, Ask, Card, Kin, Notes, Theme, asks, board_rows, enough, grown_on, idea, kin, notes, posted, themes
from projections.charters import CHARTERS
from projections.commitments import COMMITMENTS, Commitment
from projections.commitments import about as promised
from projections.decisions import DECISIONS
from projections.matters import MATTERS, Matter, behind, quoted, quotes
from projections.people import PEOPLE
from projections.projects import PROJECTS, Frame
from projections.proposals import PROPOSALS, Grown, grown_from
from workspace import ideas
from workspace.refusals import NotFound

from .asking import LAST_PAGE, number, one_id, page_number, said, short, which
from .auth import act, workspace
from .board_table import board_table, ideas_of
from .forms import Form
from .frames import frame_of
from .rendering import Answer, alike, moved_on, page, partial
from .routes import delete, get, post

VIEWS = ("cards", "list")
FEW_QUOTES = 3
FOR_ANYBODY = tuple(order for order in ORDERS if order != "mine")


@dataclass(frozen=True, slots=True)
class ShownIdea:
    idea: Card
    notes: Notes
    grown: list[Grown]
    commitments: list[Commitment]
    kin: list[Kin]
    asks: list[Ask]
    may_answer: bool
    themes: list[Theme]
    enough: dict[str, int]  # of each side move it on
    matter: Matter | None  # what somebody said matters, from which it grew


@get("/projects/{project:uuid}/ideas", shows=[PROJECTS, PEOPLE, BOARD, PROPOSALS, CHARTERS, MATTERS])
def index(request: Request[Any, Any, Any], project: UUID) -> Answer:
    """The board of ideas."""
    order, view, find, number = which(request, "order", tuple(ORDERS)), which(request, "view", VIEWS), short(request, "find"), page_number(request)
    is_choosing, theme, matter = said(request, "choose"), theme_of(short(request, "theme")), one_id(request, "matter")
    frame = frame_of(request, project)
    order = order if frame.is_member or order in FOR_ANYBODY else FOR_ANYBODY[0]
    is_data = request.scope["state"]["format"] != "html"  # in one list
    by_theme = order in GROUPED and view == "cards" and not (find or theme or is_choosing or is_data)
    with workspace(request).reading() as db:
        rows = board_rows(db, project, viewer=frame.member, order=order, theme=theme, by_theme=by_theme, find=find, page=number)
        ids = grown_on(rows)
        grown = dict(grown_from(db, ids)) if ids else {}
        beside = quoted(db, project, matter) if matter else None
        said_here = quotes(db, project, theme=theme, most=FEW_QUOTES) if isinstance(theme, UUID) and number == 1 else []
    asked = (order, view, find, str(theme or ""), frame.is_member and is_choosing)
    read = (rows, number, by_theme, said_here, grown, asked, beside)
    return alike(request, "ideas/index.html", ideas_of, *read, table=lambda: board_table(request, ideas_of(*read).board))


@post("/projects/{project:uuid}/ideas", again=index)
def post_idea(request: Request[Any, Any, Any], project: UUID, form: Form) -> Answer:
    """Put an idea on the board, under a theme or under none yet; `matter`: beside what somebody said matters."""
    text, theme, matter = form.words("text", longest=ideas.LONGEST), form.uuid("theme", needed=False), form.uuid("matter", needed=False)
    frame_of(request, project)
    form.check()
    receipt = ideas.post(workspace(request), act(request, project), text, theme, matter)
    return moved_on(request, receipt, to=f"/projects/{project}/ideas{f'?theme={theme}' if theme else ''}#idea-{receipt.id}")


@get("/projects/{project:uuid}/ideas/fresh", shows=[PROJECTS, PEOPLE, BOARD])
def fresh(request: Request[Any, Any, Any], project: UUID) -> Answer:
    """How many ideas have come since there were `?since=` of them."""
    since = number(request, "since") or 0
    frame_of(request, project)
    with workspace(request).reading() as db:
        come = posted(db, project) - since
    return partial(request, "ideas/_fresh.html", {"count": max(come, 0)})


@get("/projects/{project:uuid}/ideas/{idea_id:uuid}", shows=[PROJECTS, PEOPLE, BOARD, PROPOSALS, DECISIONS, COMMITMENTS, CHARTERS, MATTERS])
def show(request: Request[Any, Any, Any], project: UUID, idea_id: UUID) -> Answer:
    """An idea, with what was said about it."""
    return page(request, "ideas/show.html", _shown(request, project, idea_id))


@get("/projects/{project:uuid}/ideas/{idea_id:uuid}/card", shows=[PROJECTS, PEOPLE, BOARD, PROPOSALS, CHARTERS])
def card(request: Request[Any, Any, Any], project: UUID, idea_id: UUID) -> Answer:
    """The card by itself, as the board has it."""
    frame = frame_of(request, project)
    found = idea_of(request, project, idea_id, frame.member)
    with workspace(request).reading() as db:
        grown = dict(grown_from(db, [idea_id])) if found.proposals else {}
        named, suffices = themes(db, project), enough(db, project)
    return partial(request, "ideas/_card.html", {"idea": found, "grown": grown, "themes": named, "enough": suffices})


@get("/projects/{project:uuid}/ideas/{idea_id:uuid}/replies", shows=[PROJECTS, PEOPLE, BOARD])
def replies(request: Request[Any, Any, Any], project: UUID, idea_id: UUID) -> Answer:
    """What was said about the idea by itself, for a page that is open while others write."""
    number = page_number(request)
    frame = frame_of(request, project)
    found = idea_of(request, project, idea_id, frame.member)
    with workspace(request).reading() as db:
        shown = notes(db, idea_id, viewer=frame.member, page=number)
    return partial(request, "ideas/_notes.html", {"idea": found, "notes": shown})


@post("/projects/{project:uuid}/ideas/{idea_id:uuid}/support", again=show)
def support(request: Request[Any, Any, Any], project: UUID, idea_id: UUID, form: Form) -> Answer:
    """Support an idea."""
    back = _back(request, form, project, idea_id)
    frame_of(request, project)
    receipt = ideas.support(workspace(request), act(request, project), idea_id)
    return moved_on(request, receipt, to=back, part=f"/projects/{project}/ideas/{idea_id}/card")


@delete("/projects/{project:uuid}/ideas/{idea_id:uuid}/support", again=show)
def take_back_support(request: Request[Any, Any, Any], project: UUID, idea_id: UUID, form: Form) -> Answer:
    """Support an idea no longer."""
    back = _back(request, form, project, idea_id)
    frame_of(request, project)
    receipt = ideas.take_back_support(workspace(request), act(request, project), idea_id)
    return moved_on(request, receipt, to=back, part=f"/projects/{project}/ideas/{idea_id}/card")


@post("/projects/{project:uuid}/ideas/{idea_id:uuid}/replies", again=show)
def reply(request: Request[Any, Any, Any], project: UUID, idea_id: UUID, form: Form) -> Answer:
    """Say something about an idea."""
    text = form.words("reply", longest=ideas.LONGEST)
    frame_of(request, project)
    form.check()
    receipt = ideas.reply(workspace(request), act(request, project), idea_id, text)
    return moved_on(request, receipt, to=f"/projects/{project}/ideas/{idea_id}#notes")


@get("/projects/{project:uuid}/ideas/{idea_id:uuid}/reword", shows=[PROJECTS, PEOPLE, BOARD])
def edit(request: Request[Any, Any, Any], project: UUID, idea_id: UUID) -> Answer:
    """Other words for one's own idea: the form."""
    frame = frame_of(request, project)
    return page(request, "ideas/edit.html", {"idea": idea_of(request, project, idea_id, frame.member)})


@post("/projects/{project:uuid}/ideas/{idea_id:uuid}/reword", again=edit)
def reword(request: Request[Any, Any, Any], project: UUID, idea_id: UUID, form: Form) -> Answer:
    """Say one's own idea in other words."""
    text = form.words("text", longest=ideas.LONGEST)
    frame_of(request, project)
    form.check()
    receipt = ideas.reword(workspace(request), act(request, project), idea_id, text)
    return moved_on(request, receipt, to=f"/projects/{project}/ideas/{idea_id}")


def _shown(request: Request[Any, Any, Any], project: UUID, idea_id: UUID) -> ShownIdea:
    number = page_number(request)
    frame = frame_of(request, project)
    viewer = frame.member
    found = idea_of(request, project, idea_id, viewer)
    with workspace(request).reading() as db:
        grown = grown_from(db, [idea_id]).get(idea_id, []) if found.proposals else []
        owed = owing(frame, asks(db, idea_id, viewer=viewer)) if found.owed_on else []
        return ShownIdea(
            found,
            notes(db, idea_id, viewer=viewer, page=number),
            grown,
            promised(db, project, idea=idea_id, viewer=viewer),
            kin(db, idea_id),
            owed,
            may_answer(frame, owed),
            themes(db, project),
            enough(db, project),
            behind(db, project, idea_id),
        )


def idea_of(request: Request[Any, Any, Any], project: UUID, idea_id: UUID, viewer: UUID | None) -> Card:
    """Refused: NotFound."""
    with workspace(request).reading() as db:
        found = idea(db, project, idea_id, viewer=viewer)
    if found is None:
        raise NotFound
    return found


def owing(frame: Frame, owed: list[Ask]) -> list[Ask]:
    """In a sensitive project nobody learns from it who is here without having said a word."""
    return [replace(each, name=None, asked_by=None) for each in owed] if frame.is_sensitive and not frame.is_facilitator else owed


def may_answer(frame: Frame, owed: list[Ask]) -> bool:
    """As workspace/ideas.py has it: whoever was asked, and those whose task it is."""
    return any(each.is_mine for each in owed) or bool({"facilitator", "commissioner"} & set(frame.tasks))


def _back(request: Request[Any, Any, Any], form: Form, project: UUID, idea_id: UUID) -> str:
    """Without JavaScript: to the page where the button was pressed."""
    order, number = form.one_of("order", ORDERS, default="newest"), form.number("page", least=1, most=LAST_PAGE, default=1)
    theme = theme_of(form.carried("theme"))
    if which(request, "from", ("board", "idea")) == "idea":
        return f"/projects/{project}/ideas/{idea_id}"
    return f"/projects/{project}/ideas?order={order}&page={number}{f'&theme={theme}' if theme else ''}#idea-{idea_id}"


def theme_of(said: str) -> UUID | Literal["none"] | None:
    """Read gently: what is no theme is no choice."""
    try:
        return "none" if said == "none" else UUID(said)
    except ValueError:
        return None


routes = [index, post_idea, fresh, show, card, replies, support, take_back_support, reply, edit, reword]
