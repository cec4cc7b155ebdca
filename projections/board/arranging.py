"""What was done to put ideas in order becomes the rows of the board: themes, joining, setting apart, splitting, answers that are owed."""

from datetime import date
from uuid import UUID

from aggregates.idea import Idea
from aggregates.member import Member
from aggregates.theme import Theme

from ..base import Handler, Rows
from .filling import comes_back, counted, leaves, owe, support_no_longer


def named(rows: Rows, e: Theme.Named) -> None:
    names = [text.id for text in e.name]
    rows.insert("board_themes", id=e.originator_id, project=e.by.project, position=rows.position, name=names, author=e.by.author, is_closed=False, ideas=0)


def renamed(rows: Rows, e: Theme.Renamed) -> None:
    rows.set("board_themes", e.originator_id, name=[text.id for text in e.name])


def closed(rows: Rows, e: Theme.Closed) -> None:
    rows.set("board_themes", e.originator_id, is_closed=True)
    for (idea,) in rows.all("select id from board_ideas where theme = %s", e.originator_id):
        rows.set("board_ideas", idea, theme=None)


def moved(rows: Rows, e: Idea.Moved) -> None:
    rows.set("board_ideas", e.originator_id, theme=e.theme)
    for theme, more in ((e.before, -1), (e.theme, 1)):
        if theme:
            rows.add("board_themes", theme, ideas=more)


def merged(rows: Rows, e: Idea.Merged) -> None:
    leaves(rows, e)
    rows.set("board_ideas", e.originator_id, joined_with=e.into)


def took_in(rows: Rows, e: Idea.TookIn) -> None:
    """Whoever is counted already is not counted twice."""
    authors = _new(rows, "board_authors", e.originator_id, e.authors)
    sides = {member: side for side, members in e.supporters.items() for member in members}
    supporters = _new(rows, "board_supports", e.originator_id, list(sides))
    for place, author in enumerate(authors):
        rows.insert("board_authors", idea=e.originator_id, member=author, place=rows.position + place)
    for member in supporters:
        rows.insert("board_supports", idea=e.originator_id, member=member, side=sides[member])
    rows.add("board_ideas", e.originator_id, authors=len(authors), **counted([sides[member] for member in supporters], 1))


def set_apart(rows: Rows, e: Idea.SetApart) -> None:
    rows.set("board_ideas", e.originator_id, joined_with=None)
    support_no_longer(rows, e.originator_id, e.gone)
    comes_back(rows, e)


def let_go(rows: Rows, e: Idea.LetGo) -> None:
    for author in e.authors:
        rows.remove("board_authors", {"idea": e.originator_id, "member": author})
    rows.add("board_ideas", e.originator_id, authors=-len(e.authors))
    support_no_longer(rows, e.originator_id, e.supporters)


def answer_asked(rows: Rows, e: Idea.AnswerAsked) -> None:
    what = {"asked_by": e.by.author, "until_on": date.fromisoformat(e.until_on), "position": rows.position, "asked_at": e.by.happened_at}
    rows.put("board_asks", {"idea": e.originator_id, "member": e.of}, **what)
    owe(rows, e.originator_id)


def gone(rows: Rows, e: Member.Left | Member.Removed) -> None:
    """Whoever is not here any more owes no answer."""
    for (idea,) in rows.all("select idea from board_asks where member = %s", e.originator_id):
        rows.remove("board_asks", {"idea": idea, "member": e.originator_id})
        owe(rows, idea)


def moved_on(rows: Rows, e: Idea.MovedOn) -> None:
    rows.set("board_ideas", e.originator_id, moved_on_at=e.by.happened_at)


def _new(rows: Rows, table: str, idea: UUID, members: list[UUID]) -> list[UUID]:
    return [member for member in members if rows.of(table, {"idea": idea, "member": member}, "member") is None]


HANDLERS: dict[type, Handler] = {
    Theme.Named: named,
    Theme.Renamed: renamed,
    Theme.Closed: closed,
    Idea.Moved: moved,
    Idea.Merged: merged,
    Idea.TookIn: took_in,
    Idea.SetApart: set_apart,
    Idea.LetGo: let_go,
    Idea.AnswerAsked: answer_asked,
    Idea.MovedOn: moved_on,
    Member.Left: gone,
    Member.Removed: gone,
}
