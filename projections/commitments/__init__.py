"""What was done: commitments, what they go back to, who does them by when, and what came of them."""

from .filling import COMMITMENTS
from .pages import PAGE, WHICH, Commitment, Commitments, Step, about, commitment, commitments, latest, steps
from .reminding import Reminder, is_there, to_remind

__all__ = [
    "COMMITMENTS",
    "PAGE",
    "WHICH",
    "Commitment",
    "Commitments",
    "Reminder",
    "Step",
    "about",
    "commitment",
    "commitments",
    "is_there",
    "latest",
    "steps",
    "to_remind",
]
