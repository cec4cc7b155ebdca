"""What happened to ideas becomes the rows of the board."""

from typing import Any
from uuid import UUID

from aggregates.idea import Idea
from aggregates.project import Project
from aggregates.proposal import Proposal
from aggregates.slip import Slip

from ..base import ReadModel, Rows

SCHEMA = """
create table board_projects (id uuid primary key, question uuid[] not null, open int not null, unanswered int not null, aside int not null);
create table board_ideas (
    id uuid primary key, project uuid not null, position bigint not null, author uuid not null, side text not null, words uuid not null,
    posted_at timestamptz not null, reworded_at timestamptz, is_imported bool not null, source text, is_aside bool not null,
    supporters int not null, agree int not null, disagree int not null, pass int not null, backing int not null,
    replies int not null, answers int not null, proposals int not null, writer uuid, verbatim bool, is_unconfirmed bool not null,
    note uuid, note_by uuid, note_side text, note_at timestamptz
);
create index on board_ideas (project, position desc);
create index on board_ideas (project, backing desc, position desc);
create table board_supports (idea uuid not null, member uuid not null, primary key (idea, member));
create table board_notes (
    words uuid primary key, idea uuid not null, position bigint not null, kind text not null, author uuid not null, side text not null,
    at timestamptz not null, is_imported bool not null, writer uuid, verbatim bool, is_unconfirmed bool not null
);
create index on board_notes (idea, position);
"""


def started(rows: Rows, e: Project.Started) -> None:
    rows.insert("board_projects", id=e.originator_id, question=[text.id for text in e.question], open=0, unanswered=0, aside=0)


def described(rows: Rows, e: Project.Described) -> None:
    rows.set("board_projects", e.originator_id, question=[text.id for text in e.question])


def posted(rows: Rows, e: Idea.Posted) -> None:
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
        **_written_down(e),
        **dict.fromkeys(("supporters", "agree", "disagree", "pass", "backing", "replies", "answers", "proposals"), 0),
    )
    rows.add("board_projects", e.by.project, open=1, unanswered=1)


def reworded(rows: Rows, e: Idea.Reworded) -> None:
    rows.set("board_ideas", e.originator_id, words=e.words.id, reworded_at=e.by.happened_at)


def supported(rows: Rows, e: Idea.Supported) -> None:
    rows.insert("board_supports", idea=e.originator_id, member=e.by.author)
    rows.add("board_ideas", e.originator_id, supporters=1, backing=1)


def support_taken_back(rows: Rows, e: Idea.SupportTakenBack) -> None:
    rows.remove("board_supports", {"idea": e.originator_id, "member": e.by.author})
    rows.add("board_ideas", e.originator_id, supporters=-1, backing=-1)


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
    before = _answers(rows, e)
    _note(rows, e, "answer", e.words.id)
    rows.add("board_ideas", e.originator_id, answers=1)
    rows.set("board_ideas", e.originator_id, note=e.words.id, note_by=e.by.author, note_side=e.by.side, note_at=e.by.happened_at)
    rows.add("board_projects", e.by.project, unanswered=0 if before else -1)


def set_aside(rows: Rows, e: Idea.SetAside) -> None:
    waiting = 0 if _answers(rows, e) else 1
    _note(rows, e, "set aside", e.reason.id)
    rows.set("board_ideas", e.originator_id, is_aside=True, note=e.reason.id, note_by=e.by.author, note_side=e.by.side, note_at=e.by.happened_at)
    rows.add("board_projects", e.by.project, open=-1, unanswered=-waiting, aside=1)


def taken_up_again(rows: Rows, e: Idea.TakenUpAgain) -> None:
    """The card shows the latest answer again, if there is one."""
    waiting = 0 if _answers(rows, e) else 1
    last = rows.one("select words, author, side, at from board_notes where idea = %s and kind = 'answer' order by position desc limit 1", e.originator_id)
    note, author, side, at = last or (None, None, None, None)
    _note(rows, e, "taken up again", e.reason.id)
    rows.set("board_ideas", e.originator_id, is_aside=False, note=note, note_by=author, note_side=side, note_at=at)
    rows.add("board_projects", e.by.project, open=1, unanswered=waiting, aside=-1)


def drafted(rows: Rows, e: Proposal.Drafted) -> None:
    for idea in e.ideas:
        rows.add("board_ideas", idea, proposals=1)


def _note(rows: Rows, e: Any, kind: str, words: UUID) -> None:
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
        **_written_down(e),
    )


def _written_down(e: Any) -> dict[str, Any]:
    """Who wrote it down for somebody, and whether the words are their own; until they say so it is marked as not confirmed."""
    return {"writer": e.by.member if e.by.voice else None, "verbatim": e.by.verbatim, "is_unconfirmed": e.by.voice is not None}


def _answers(rows: Rows, e: Any) -> int:
    return int(rows.of("board_ideas", e.originator_id, "answers")[0])


BOARD = ReadModel(
    "board",
    version=2,
    schema=SCHEMA,
    handlers={
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
    },
)
