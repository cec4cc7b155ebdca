"""Ideas at home: thanks for an answer; an answer waits for whoever was asked for one, and an idea with enough support for its authors."""

from datetime import date, datetime, time
from typing import Any

from aggregates.base import WALES
from aggregates.idea import Idea
from aggregates.proposal import Proposal

from ..base import Rows
from .thanking import thank, uuids
from .waiting import done, over, wait

SCHEMA = """
create table home_ideas (id uuid primary key, authors uuid[] not null, words uuid not null);
"""

TURNS = ("answer", "supported")
EVENING = time(23, 59, tzinfo=WALES)


def posted(rows: Rows, e: Idea.Posted) -> None:
    rows.insert("home_ideas", id=e.originator_id, authors=getattr(e, "authors", None) or [e.by.author], words=e.words.id)


def reworded(rows: Rows, e: Idea.Reworded) -> None:
    rows.set("home_ideas", e.originator_id, words=e.words.id)
    for kind in TURNS:
        rows.set("home_turns", {"kind": kind, "subject": e.originator_id}, words=[e.words.id])


def took_in(rows: Rows, e: Idea.TookIn) -> None:
    authors, _ = _known(rows, e)
    rows.set("home_ideas", e.originator_id, authors=[*authors, *(author for author in e.authors if author not in authors)])


def let_go(rows: Rows, e: Idea.LetGo) -> None:
    authors, _ = _known(rows, e)
    rows.set("home_ideas", e.originator_id, authors=[author for author in authors if author not in e.authors])


def answer_asked(rows: Rows, e: Idea.AnswerAsked) -> None:
    _, words = _known(rows, e)
    wait(rows, e, "answer", e.of, e.originator_id, words=[words], due_at=datetime.combine(date.fromisoformat(e.until_on), EVENING))


def answered(rows: Rows, e: Idea.Answered) -> None:
    done(rows, "answer", e.by.author, e.originator_id)
    authors, _ = _known(rows, e)
    for author in authors:
        if author != e.by.author:
            thank(rows, e, author, "answered", idea=e.originator_id, words=e.words.id)


def moved_on(rows: Rows, e: Idea.MovedOn) -> None:
    authors, words = _known(rows, e)
    for author in authors:
        wait(rows, e, "supported", author, e.originator_id, words=[words])


def drafted(rows: Rows, e: Proposal.Drafted) -> None:
    for idea in e.ideas:
        over(rows, "supported", idea)


def is_no_more(rows: Rows, e: Idea.SetAside | Idea.Merged) -> None:
    """Nothing waits for an idea that is not on the board."""
    for kind in TURNS:
        over(rows, kind, e.originator_id)


def _known(rows: Rows, e: Any) -> Any:
    authors, words = rows.of("home_ideas", e.originator_id, "authors", "words")
    return uuids(authors), words


HANDLERS: dict[type, Any] = {
    Idea.Posted: posted,
    Idea.Reworded: reworded,
    Idea.TookIn: took_in,
    Idea.LetGo: let_go,
    Idea.AnswerAsked: answer_asked,
    Idea.Answered: answered,
    Idea.MovedOn: moved_on,
    Proposal.Drafted: drafted,
    Idea.SetAside: is_no_more,
    Idea.Merged: is_no_more,
}
