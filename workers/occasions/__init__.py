"""What is said of each fact, in one language at a time: neutral, the content itself, one thing to press. A module for each noun, found by itself."""

from projections.base import modules

from .saying import Calls, Facts, Quote, Said, Says

__all__ = ["ABOUT_THEMSELVES", "CALENDARS", "NEEDS_ME", "SAYS", "TURNS", "Facts", "Quote", "Said"]

_NOUNS = modules(__name__, "SAYS")

SAYS: Says = {occasion: says for noun in _NOUNS for occasion, says in noun.SAYS.items()}

NEEDS_ME = frozenset(occasion for noun in _NOUNS for occasion in getattr(noun, "NEEDS_ME", ()))
"""What somebody still gets who wants only mail that needs them."""

ABOUT_THEMSELVES = frozenset(occasion for noun in _NOUNS for occasion in getattr(noun, "ABOUT_THEMSELVES", ()))
"""What somebody still gets who is not in the project any more."""

CALENDARS: dict[str, Calls] = {occasion: dated for noun in _NOUNS for occasion, dated in getattr(noun, "CALENDARS", {}).items()}
"""What a mail carries for somebody's calendar."""

TURNS: dict[str, tuple[str, str]] = {occasion: turn for noun in _NOUNS for occasion, turn in getattr(noun, "TURNS", {}).items()}
"""What waits for somebody at home too, and is not told once they have done it: its kind there, and the reference that names what it is about."""
