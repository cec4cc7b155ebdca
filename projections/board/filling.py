"""What happened to ideas becomes the rows of the board."""

from datetime import date
from typing import Any
from uuid import UUID

from aggregates.idea import Idea
from aggregates.project import Project
from aggregates.proposal import Proposal
from aggregates.slip import Slip

from ..base import Handler, Rows

SCHEMA = """
create table board_projects (id uuid primary key, question uuid[] not null, open int not null, unanswered int not null, aside int not null);
create table board_ideas (
    id uuid primary key, project uuid not null, position bigint not null, author uuid not null, side text not null, words uuid not null,
    posted_at timestamptz not null, reworded_at timestamptz, is_imported bool not null, source text, is_aside bool not null,
    supporters int not null, citizens int not null, professionals int not null,
    agree int not null, disagree int not null, pass int not null, backing int not null,
    replies int not null, answers int not null, proposals int not null, writer uuid, verbatim bool, is_unconfirmed bool not null,
    note uuid, note_by uuid, note_side text, note_at timestamptz, note_kind text, note_on date,
    authors int not null, theme uuid, joined_with uuid, grew_from uuid, moved_on_at timestamptz, owed_by uuid, owed_on date
);
create index on board_ideas (project, position desc);
create index on board_ideas (project, backing desc, position desc);
create index on board_ideas (theme, position desc) where theme is not null;
create index on board_ideas (joined_with) where joined_with is not null;
create index on board_ideas (grew_from) where grew_from is not null;
create table board_authors (idea uuid not null, member uuid not null, place bigint not null, primary key (idea, member));
create index on board_authors (member);
create table board_supports (idea uuid not null, member uuid not null, side text not null, primary key (idea, member));
create table board_notes (
    words uuid primary key, idea uuid not null, position bigint not null, kind text not null, author uuid not null, side text not null,
    at timestamptz not null, is_imported bool not null, writer uuid, verbatim bool, is_unconfirmed bool not null,
    answer text, answer_on date
);
create index on board_notes (idea, position);
create table board_asks (
    idea uuid not null, member uuid not null, asked_by uuid not null, until_on date not null, position bigint not null, asked_at timestamptz not null,
    primary key (idea, member)
);
create index on board_asks (asked_at);
create table board_themes (id uuid primary key, project uuid not null, position bigint not null, name uuid[] not null, author uuid not null,
    is_closed bool not null, ideas int not null);
create index on board_themes (project, position);
"""


def started(rows: Rows, e: Project.Started) -> None:
    rows.insert("board_projects", id=e.originator_id, question=[text.id for text in e.question], open=0, unanswered=0, aside=0)


def described(rows: Rows, e: Project.Described) -> None:
    rows.set("board_projects", e.originator_id, question=[text.id for text in e.question])


def posted(rows: Rows, e: Idea.Posted) -> None:
    authors = getattr(e, "authors", None) or [e.by.author]
    for place, author in enumerate(authors):
        rows.insert("board_authors", idea=e.originator_id, member=author, place=place)
    rows.insert(
        "board_ideas",
        id=e.originator_id,
        project=e.by.project,
        position=rows.position,
        author=e.by.author,
        side=e.by.side,
        words=e.words.id,
        posted_at=e.by.happened_at,
        is_imported=e.by.channel == "import",
        source=e.source,
        is_aside=False,
        authors=len(authors),
        grew_from=getattr(e, "grew_from", None),
        theme=None,
        owed_by=None,
        **_written_down(e),
        **dict.fromkeys(("supporters", "agree", "disagree", "pass", "backing", "citizens", "professionals", "replies", "answers", "proposals"), 0),
    )
    rows.add("board_projects", e.by.project, open=1, unanswered=1)


def reworded(rows: Rows, e: Idea.Reworded) -> None:
    rows.set("board_ideas", e.originator_id, words=e.words.id, reworded_at=e.by.happened_at)


def supported(rows: Rows, e: Idea.Supported) -> None:
    rows.insert("board_supports", idea=e.originator_id, member=e.by.author, side=e.by.side)
    rows.add("board_ideas", e.originator_id, **counted([e.by.side], 1))


def support_taken_back(rows: Rows, e: Idea.SupportTakenBack) -> None:
    support_no_longer(rows, e.originator_id, [e.by.author])


def support_no_longer(rows: Rows, idea: UUID, members: list[UUID]) -> None:
    keys = [{"idea": idea, "member": member} for member in members]
    sides = [rows.of("board_supports", key, "side")[0] for key in keys]
    for key in keys:
        rows.remove("board_supports", key)
    rows.add("board_ideas", idea, **counted(sides, -1))


def counted(sides: list[str], each: int) -> dict[str, int]:
    """What supporters of these sides add to the counts of an idea."""
    of_each = {"citizens": sides.count("citizen"), "professionals": sides.count("professional")}
    return {name: each * number for name, number in {"supporters": len(sides), "backing": len(sides), **of_each}.items()}


def stance_taken(rows: Rows, e: Idea.StanceTaken) -> None:
    """Who agreed backs the idea as a supporter does."""
    changes = dict.fromkeys(("agree", "disagree", "pass"), 0)
    changes[e.stance] += 1
    if e.before:
        changes[e.before] -= 1
    rows.add("board_ideas", e.originator_id, **changes, backing=changes["agree"])


def replied(rows: Rows, e: Idea.Replied) -> None:
    _note(rows, e, "reply", e.words.id)
    rows.add("board_ideas", e.originator_id, replies=1)


def reply_reworded(rows: Rows, e: Idea.ReplyReworded) -> None:
    """The new words stand where the old ones stood."""
    facts = ("idea", "position", "kind", "author", "side", "at", "is_imported", "writer", "verbatim", "is_unconfirmed")
    was = rows.one("select idea, position, kind, author, side, at, is_imported, writer, verbatim, is_unconfirmed from board_notes where words = %s", e.was)
    rows.remove("board_notes", {"words": e.was})
    rows.insert("board_notes", words=e.words.id, **dict(zip(facts, was, strict=True)))


def confirmed(rows: Rows, e: Slip.Confirmed | Slip.Corrected | Slip.Withdrawn) -> None:
    if e.what == "idea":
        rows.set("board_ideas", e.subject, is_unconfirmed=False)
    elif e.what == "reply":
        rows.set("board_notes", {"words": e.words}, is_unconfirmed=False)


def answered(rows: Rows, e: Idea.Answered) -> None:
    before, owed_by = rows.of("board_ideas", e.originator_id, "answers", "owed_by")
    kind, said_on = getattr(e, "kind", "") or None, getattr(e, "on", None)
    on = date.fromisoformat(said_on) if said_on else None
    _note(rows, e, "answer", e.words.id, kind, on)
    rows.add("board_ideas", e.originator_id, answers=1)
    _show(rows, e, e.words.id, kind, on)
    rows.add("board_projects", e.by.project, unanswered=0 if before else -1)
    if owed_by:
        rows.remove("board_asks", {"idea": e.originator_id, "member": e.by.author})
        owe(rows, e.originator_id)


def set_aside(rows: Rows, e: Idea.SetAside) -> None:
    _note(rows, e, "set aside", e.reason.id)
    _show(rows, e, e.reason.id)
    rows.set("board_ideas", e.originator_id, is_aside=True)
    leaves(rows, e, aside=1)


def taken_up_again(rows: Rows, e: Idea.TakenUpAgain) -> None:
    """The card shows the latest answer again, if there is one."""
    names = ("note", "note_by", "note_side", "note_at", "note_kind", "note_on")
    last = rows.one(
        "select words, author, side, at, answer, answer_on from board_notes where idea = %s and kind = 'answer' order by position desc limit 1", e.originator_id
    )
    _note(rows, e, "taken up again", e.reason.id)
    rows.set("board_ideas", e.originator_id, is_aside=False, **dict(zip(names, last or [None] * 6, strict=True)))
    comes_back(rows, e, aside=-1)


def leaves(rows: Rows, e: Any, **more: int) -> None:
    """It is none of those any more that stand on the board, and nothing is owed it."""
    answers, theme = rows.of("board_ideas", e.originator_id, "answers", "theme")
    rows.add("board_projects", e.by.project, open=-1, unanswered=0 if answers else -1, **more)
    rows.remove("board_asks", {"idea": e.originator_id})
    rows.set("board_ideas", e.originator_id, owed_by=None, owed_on=None)
    if theme:
        rows.add("board_themes", theme, ideas=-1)


def comes_back(rows: Rows, e: Any, **more: int) -> None:
    answers, theme = rows.of("board_ideas", e.originator_id, "answers", "theme")
    rows.add("board_projects", e.by.project, open=1, unanswered=0 if answers else 1, **more)
    if theme:
        rows.add("board_themes", theme, ideas=1)


def owe(rows: Rows, idea: UUID) -> None:
    """The card names who owes an answer first."""
    first = rows.one("select member, until_on from board_asks where idea = %s order by until_on, member limit 1", idea)
    rows.set("board_ideas", idea, **dict(zip(("owed_by", "owed_on"), first or (None, None), strict=True)))


def drafted(rows: Rows, e: Proposal.Drafted) -> None:
    for idea in e.ideas:
        rows.add("board_ideas", idea, proposals=1)


def _note(rows: Rows, e: Any, kind: str, words: UUID, answer: str | None = None, on: date | None = None) -> None:
    rows.insert(
        "board_notes",
        words=words,
        idea=e.originator_id,
        position=rows.position,
        kind=kind,
        author=e.by.author,
        side=e.by.side,
        at=e.by.happened_at,
        is_imported=e.by.channel == "import",
        answer=answer,
        answer_on=on,
        **_written_down(e),
    )


def _show(rows: Rows, e: Any, note: UUID, kind: str | None = None, on: date | None = None) -> None:
    """On its card."""
    said = {"note": note, "note_by": e.by.author, "note_side": e.by.side, "note_at": e.by.happened_at, "note_kind": kind, "note_on": on}
    rows.set("board_ideas", e.originator_id, **said)


def _written_down(e: Any) -> dict[str, Any]:
    """Who wrote it down for somebody, and whether the words are their own; until they say so it is marked as not confirmed."""
    return {"writer": e.by.member if e.by.voice else None, "verbatim": e.by.verbatim, "is_unconfirmed": e.by.voice is not None}


HANDLERS: dict[type, Handler] = {
    Project.Started: started,
    Project.Described: described,
    Idea.Posted: posted,
    Idea.Reworded: reworded,
    Idea.Supported: supported,
    Idea.SupportTakenBack: support_taken_back,
    Idea.StanceTaken: stance_taken,
    Idea.Replied: replied,
    Idea.ReplyReworded: reply_reworded,
    Idea.Answered: answered,
    Idea.SetAside: set_aside,
    Idea.TakenUpAgain: taken_up_again,
    Proposal.Drafted: drafted,
    Slip.Confirmed: confirmed,
    Slip.Corrected: confirmed,
    Slip.Withdrawn: confirmed,
}
