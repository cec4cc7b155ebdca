"""The proposals of a project: versions, who supports which, the ideas they grew from, and the decisions they went to."""

from .filling import PROPOSALS
from .lists import PAGE, Grown, Line, Lines, grown_from, proposals
from .pages import Proposal, Ruling, Supporter, Version, proposal, versions

__all__ = [
    "PAGE", "PROPOSALS", "Grown", "Line", "Lines", "Proposal", "Ruling", "Supporter", "Version", "grown_from", "proposal", "proposals", "versions",
]  # fmt: skip
