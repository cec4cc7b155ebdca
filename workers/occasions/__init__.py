"""What each mail says, in one language at a time: neutral, the content itself, one thing to press. A module for each noun."""

from projections.outbox import (
    CHANGE_SUGGESTED,
    CLOSES_TOMORROW,
    COMMITMENT_DUE,
    IT_WAS_DONE,
    OBJECTED,
    OVERTAKEN,
    RESTARTED,
    TAKEN_DOWN,
    WRITTEN_DOWN,
    YOUR_TURN,
)
from workspace.calls import RING_BACK

from . import amendments, calls, commitments, deciding, decisions, declines, ideas, members, signing_in, slips, words, worries
from .saying import Facts, Quote, Said, Says

__all__ = ["ABOUT_THEMSELVES", "NEEDS_ME", "SAYS", "Facts", "Quote", "Said"]

SAYS: Says = {
    **signing_in.SAYS,
    **members.SAYS,
    **ideas.SAYS,
    **amendments.SAYS,
    **calls.SAYS,
    **decisions.SAYS,
    **deciding.SAYS,
    **slips.SAYS,
    **words.SAYS,
    **commitments.SAYS,
    **declines.SAYS,
    **worries.SAYS,
}

NEEDS_ME = frozenset(
    {YOUR_TURN, OBJECTED, RESTARTED, CHANGE_SUGGESTED, OVERTAKEN, CLOSES_TOMORROW, TAKEN_DOWN, WRITTEN_DOWN, RING_BACK, COMMITMENT_DUE, IT_WAS_DONE}
)
"""What somebody still gets who wants only mail that needs them."""

ABOUT_THEMSELVES = frozenset({TAKEN_DOWN})
"""What somebody still gets who is not in the project any more."""
