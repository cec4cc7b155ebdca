"""Whom the system must write to, and about what. The rows are kept; a worker composes and sends each one once (workers/mail.py).

Recipients are membership ids, words are the ids of texts: who is behind them, and whether the words may still be shown, is looked up when the mail is
composed. What was imported or told as a story is long over, so nobody is written to about it.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from aggregates.base import Aggregate, Text
from aggregates.decision import Decision
from aggregates.idea import Idea
from aggregates.member import Member
from aggregates.project import Project
from aggregates.proposal import Proposal
from aggregates.words import Words

from .base import ReadModel, Rows

INVITED, YOUR_TURN, CLOSES_TOMORROW, RESULT = "invited", "your turn", "closes tomorrow", "result"
IDEA_ANSWERED, IDEA_USED, TAKEN_DOWN, SIGN_IN = "idea answered", "idea used", "taken down", "sign in"

OLD_NEWS = timedelta(minutes=10)
FACTS = ("id", "position", "occasion", "recipient", "project", "refs", "created_at")
SPACE = UUID("6f2b7c1e-52f0-4f0a-9d0e-0a64d1f0b7aa")

SCHEMA = """
create table outbox_projects (id uuid primary key, name uuid[] not null);
create table outbox_ideas (id uuid primary key, author uuid not null, words uuid not null);
create table outbox_decisions (id uuid primary key, question uuid[] not null, roll uuid[] not null, closes_at timestamptz not null);
create table outbox_owners (text uuid primary key, owner uuid not null, kind text not null, subject uuid not null);
"""


def entry(position: int, recipient: UUID, occasion: str) -> UUID:
    """The same fact told to the same person always has the same id, so it is told once."""
    return uuid5(SPACE, f"{position} {recipient.hex} {occasion}")


def started(rows: Rows, e: Project.Started) -> None:
    rows.insert("outbox_projects", id=e.originator_id, name=ids(e.name))


def described(rows: Rows, e: Project.Described) -> None:
    rows.set("outbox_projects", e.originator_id, name=ids(e.name))


def place_offered(rows: Rows, e: Member.PlaceOffered) -> None:
    if e.way == "mail":
        _tell(rows, e, INVITED, [e.originator_id], by=e.by.author)


def posted(rows: Rows, e: Idea.Posted) -> None:
    rows.insert("outbox_ideas", id=e.originator_id, author=e.by.author, words=e.words.id)


def reworded(rows: Rows, e: Idea.Reworded) -> None:
    rows.set("outbox_ideas", e.originator_id, words=e.words.id)


def answered(rows: Rows, e: Idea.Answered) -> None:
    if not _is_news(e):
        return
    author, words = rows.one("select author, words from outbox_ideas where id = %s", e.originator_id)
    if author != e.by.author:
        _tell(rows, e, IDEA_ANSWERED, [author], by=e.by.author, idea=e.originator_id, words=[words], answer=[e.words.id])


def drafted(rows: Rows, e: Proposal.Drafted) -> None:
    if not e.ideas or not _is_news(e):
        return
    ideas: dict[UUID, list[UUID]] = {}
    for author, words in rows.all("select author, words from outbox_ideas where id = any(%s) order by id", e.ideas):
        ideas.setdefault(author, []).append(words)
    for author, used in ideas.items():
        if author != e.by.author:
            _tell(rows, e, IDEA_USED, [author], by=e.by.author, proposal=e.originator_id, title=ids(e.title), words=used)


def opened(rows: Rows, e: Decision.Opened) -> None:
    roll = sorted(UUID(member) for member in e.roll)
    rows.insert("outbox_decisions", id=e.originator_id, question=ids(e.question), roll=roll, closes_at=e.closes_at)
    _tell(rows, e, YOUR_TURN, roll, decision=e.originator_id, question=ids(e.question), closes_at=e.closes_at)


def counted(rows: Rows, e: Decision.Counted) -> None:
    if not _is_news(e):
        return
    question, roll = rows.one("select question, roll from outbox_decisions where id = %s", e.originator_id)
    _tell(rows, e, RESULT, roll, decision=e.originator_id, question=question, result=str(e.outcome["result"]))


def hidden(rows: Rows, e: Words.Hidden) -> None:
    rows.insert("outbox_owners", text=e.text, owner=e.owner, kind=e.kind, subject=e.subject)
    _taken_down(rows, e, reason=[e.reason.id])


def hidden_again(rows: Rows, e: Words.HiddenAgain) -> None:
    _taken_down(rows, e, reason=[e.reason.id])


def erased(rows: Rows, e: Words.Erased) -> None:
    _taken_down(rows, e, ground=e.ground)


def ids(words: Iterable[Text]) -> list[UUID]:
    return [text.id for text in words]


def _taken_down(rows: Rows, e: Any, **refs: Any) -> None:
    """Its author is told, unless it was the author who did it."""
    if not _is_news(e):
        return
    owner, kind, subject = rows.one("select owner, kind, subject from outbox_owners where text = %s", e.text)
    if owner != e.by.author:
        _tell(rows, e, TAKEN_DOWN, [owner], by=e.by.author, kind=kind, subject=subject, text=e.text, **refs)


def _is_news(e: Aggregate.Event) -> bool:
    return e.by.channel != "import" and e.by.recorded_at - e.by.happened_at < OLD_NEWS


def _tell(rows: Rows, e: Any, occasion: str, recipients: Iterable[UUID], **refs: Any) -> None:
    if not _is_news(e):
        return
    for member in recipients:
        rows.insert(
            "outbox_facts",
            id=entry(rows.position, member, occasion),
            position=rows.position,
            occasion=occasion,
            recipient=member,
            project=e.by.project,
            refs=refs,
            created_at=e.by.recorded_at,
        )


OUTBOX = ReadModel(
    "outbox",
    version=1,
    schema=SCHEMA,
    kept={"outbox_facts": FACTS},
    handlers={
        Project.Started: started,
        Project.Described: described,
        Member.PlaceOffered: place_offered,
        Idea.Posted: posted,
        Idea.Reworded: reworded,
        Idea.Answered: answered,
        Proposal.Drafted: drafted,
        Decision.Opened: opened,
        Decision.Counted: counted,
        Words.Hidden: hidden,
        Words.HiddenAgain: hidden_again,
        Words.Erased: erased,
    },
)


def project_name(db: Any, project: UUID) -> list[UUID]:
    row = db.execute("select name from outbox_projects where id = %s", (project,)).fetchone()
    return list(row[0]) if row else []


def project_names(db: Any, projects: list[UUID]) -> dict[UUID, dict[str, str]]:
    """How projects are called, in their languages."""
    return dict(db.execute("select id, said(name) from outbox_projects where id = any(%s)", (projects,)).fetchall())
