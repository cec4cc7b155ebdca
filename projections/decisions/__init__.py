"""The decisions of a project: what is asked, by which rule, who may vote, how many have; and, once counted, how it came out."""

from .filling import DECISIONS
from .lists import PAGE, Line, Lines, decisions, open_for
from .objections import Deed, Objection, objection, objections
from .pages import Decision, Reason, decision, project_of
from .withholding import FEW

__all__ = [
    "DECISIONS",
    "FEW",
    "PAGE",
    "Decision",
    "Deed",
    "Line",
    "Lines",
    "Objection",
    "Reason",
    "decision",
    "decisions",
    "objection",
    "objections",
    "open_for",
    "project_of",
]
