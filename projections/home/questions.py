"""Questions to those who commission at home: asked in a session, they wait for whoever has that task until they are answered."""

from aggregates.card import Card
from aggregates.session import Session

from ..base import Rows
from .thanking import thank

SCHEMA = """
create table home_questions_parts (block uuid primary key);
create table home_questions (id uuid primary key, project uuid not null, is_shown bool not null, at timestamptz not null);
create index on home_questions (project) where is_shown;
"""


def added(rows: Rows, e: Session.BlockAdded) -> None:
    if e.kind == "commissioners":
        rows.insert("home_questions_parts", block=e.block)


def put(rows: Rows, e: Card.Put) -> None:
    if rows.all("select block from home_questions_parts where block = %s", e.block):
        rows.insert("home_questions", id=e.originator_id, project=e.by.project, is_shown=False, at=e.by.happened_at)


def shown(rows: Rows, e: Card.Shown | Card.BroughtBack) -> None:
    rows.set("home_questions", e.originator_id, is_shown=True)


def hidden(rows: Rows, e: Card.SetAside) -> None:
    rows.set("home_questions", e.originator_id, is_shown=False)


def answered(rows: Rows, e: Card.Answered) -> None:
    taken_back(rows, e)
    if e.by.author != e.author:
        thank(rows, e, e.author, "question", words=e.words.id)


def taken_back(rows: Rows, e: Card.TakenBack | Card.Answered) -> None:
    rows.remove("home_questions", {"id": e.originator_id})


HANDLERS = {
    Session.BlockAdded: added,
    Card.Put: put,
    Card.Shown: shown,
    Card.BroughtBack: shown,
    Card.SetAside: hidden,
    Card.Answered: answered,
    Card.TakenBack: taken_back,
}
