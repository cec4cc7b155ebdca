"""The proposals of a project: versions, what is said and suggested about them, who supports which, the ideas they grew from, the decisions they went to."""

from .filling import PROPOSALS
from .lists import PAGE, Grown, Line, Lines, grown_from, open_proposals, proposals
from .pages import Beside, Note, Person, Proposal, Ruling, Supporter, Version, as_proposal, proposal, proposal_row
from .talk import Comment, Suggestion, as_comments, comment_rows, suggestion, suggestions

__all__ = [
    "PAGE", "PROPOSALS", "Beside", "Comment", "Grown", "Line", "Lines", "Note", "Person", "Proposal", "Ruling", "Suggestion", "Supporter", "Version",
    "as_comments", "as_proposal", "comment_rows", "grown_from", "open_proposals", "proposal", "proposal_row", "proposals", "suggestion", "suggestions",
]  # fmt: skip
