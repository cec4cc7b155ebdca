"""The decisions of a project: what is asked, by which rule, who may vote, how many have; and, once counted, how it came out."""

from .afterwards import Aftermath, Mend, Said, aftermath
from .filling import DECISIONS
from .hands import Counter, Hands, hands
from .lists import PAGE, Line, Lines, decisions, open_for
from .objections import Deed, Objection, objection, objections
from .pages import Decision, Reason, decision, project_of
from .withholding import FEW

__all__ = [
    "DECISIONS",
    "FEW",
    "PAGE",
    "Aftermath",
    "Counter",
    "Decision",
    "Deed",
    "Hands",
    "Line",
    "Lines",
    "Mend",
    "Objection",
    "Reason",
    "Said",
    "aftermath",
    "decision",
    "decisions",
    "hands",
    "objection",
    "objections",
    "open_for",
    "project_of",
]
