"""What a mail is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from workspace.calendars import Dated
from workspace.languages import Translator

Quote = tuple[str, str]
"""The language of words, and the words."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about one row of the outbox when its mail is composed. `words`: by the name of the reference, those that may be shown."""

    refs: Mapping[str, Any]
    project: dict[str, str]
    words: Mapping[str, list[Quote]]
    by: str = ""
    name: str = ""
    token: str = ""
    digits: str = ""
    told: list[Quote] = field(default_factory=list)  # words that are no row of `texts`: they are in this mail alone
    reach: str = ""

    def called(self, language: str) -> str:
        """The project's name in this language, or in the other."""
        return self.project.get(language) or next(iter(self.project.values()), "Pleth")

    def in_(self, language: str, what: str) -> list[Quote]:
        """Words that exist once a language: in this one if they do, else as they are."""
        return [quote for quote in self.words.get(what, []) if quote[0] == language] or self.words.get(what, [])[:1]


@dataclass(frozen=True, slots=True)
class Said:
    """One thing in one language, by itself or among others in one mail, so it names its project and leans on nothing that was said before.
    `code` is shown large; `small` is said after the button. `section`: because (of what they said), turn or new; empty = their turn where it needs them,
    else new. `answers`: what can be answered by a tap, and the form that it opens, filled in."""

    subject: str
    opening: list[str]
    button: str
    path: str
    quotes: list[Quote] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    code: str = ""
    small: list[str] = field(default_factory=list)
    section: str = ""
    answers: list[tuple[str, str]] = field(default_factory=list)


Says = Mapping[str, Callable[[Translator, Facts], Said]]

Calls = Callable[[Facts, bool], Dated]
"""What stands in a calendar, and whether it is to give nothing away."""
