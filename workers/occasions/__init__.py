"""What each mail says, in one language at a time: neutral, the content itself, one thing to press. A module for each noun, found by itself."""

from projections.base import modules

from .saying import Facts, Quote, Said, Says

__all__ = ["ABOUT_THEMSELVES", "NEEDS_ME", "SAYS", "Facts", "Quote", "Said"]

_NOUNS = modules(__name__, "SAYS")

SAYS: Says = {occasion: says for noun in _NOUNS for occasion, says in noun.SAYS.items()}

NEEDS_ME = frozenset(occasion for noun in _NOUNS for occasion in getattr(noun, "NEEDS_ME", ()))
"""What somebody still gets who wants only mail that needs them."""

ABOUT_THEMSELVES = frozenset(occasion for noun in _NOUNS for occasion in getattr(noun, "ABOUT_THEMSELVES", ()))
"""What somebody still gets who is not in the project any more."""
