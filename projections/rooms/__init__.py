"""Who is at a session, and what is on its wall. It changes with every card and every choice, so only those who lead and the big screen wait for it."""

from .filling import ROOMS
from .questions import Question, questions
from .reading import Card, Given, Person, Typed, at_table, cards, choices, given, options, own_cards, own_marks, people, person, sealed, sheets, turns

__all__ = [
    "ROOMS",
    "Card",
    "Given",
    "Person",
    "Question",
    "Typed",
    "at_table",
    "cards",
    "choices",
    "given",
    "options",
    "own_cards",
    "own_marks",
    "people",
    "person",
    "questions",
    "sealed",
    "sheets",
    "turns",
]
