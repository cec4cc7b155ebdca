"""Whoever asked those who commission something in a session is told the answer, however long it was carried."""

from aggregates.card import Card

from ..base import Rows
from .telling import tell

QUESTION_ANSWERED = "question answered"


def answered(rows: Rows, e: Card.Answered) -> None:
    if e.by.author != e.author:
        tell(rows, e, QUESTION_ANSWERED, [e.author], words=[e.asked.id], answer=[e.words.id])


HANDLERS = {Card.Answered: answered}
