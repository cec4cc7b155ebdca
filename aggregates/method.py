"""A method: a way to run a conversation, step by step, for anybody to take up; versions, and what those who used it say about it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from .agenda import KINDS as BLOCKS
from .base import Act, Aggregate, Text, event
from .errors import Empty, MethodIsSetAside, NotFound, NotYours, TextMovedOn, UnknownChoice

SECTIONS = ("name", "purpose", "steps", "access", "records", "watch")
"""What is written about a method: what it is called, what it is for, what to do, how everybody can take part, what it leaves on record, what can go wrong."""

NEEDED = ("name", "purpose", "steps")

KINDS = tuple(BLOCKS)
"""Which kind of block of an agenda it is."""

WAYS = ("room", "remote", "hybrid", "paper")
WENT = ("well", "partly", "badly")
LONGEST_MINUTES, MOST_PEOPLE = 480, 500

Sections = dict[str, list[Text]]


@dataclass(frozen=True, slots=True)
class Fits:
    """For what a method is right. The dict form is recorded, so its keys and values are for ever."""

    kind: str
    minutes_least: int
    minutes_most: int
    people_least: int
    people_most: int | None  # None: as many as come
    ways: list[str]

    @classmethod
    def asked_for(cls, values: Mapping[str, Any]) -> "Fits":
        """As somebody wrote it. Refused: UnknownChoice."""
        try:
            fits = cls(**values)
        except TypeError as wrong:
            raise UnknownChoice(value="") from wrong
        if not fits._are_sound():
            raise UnknownChoice(value=fits.kind)
        return fits

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    def _are_sound(self) -> bool:
        most = MOST_PEOPLE if self.people_most is None else self.people_most
        return (
            self.kind in KINDS
            and bool(self.ways)
            and set(self.ways) <= set(WAYS)
            and 0 < self.minutes_least <= self.minutes_most <= LONGEST_MINUTES
            and 0 < self.people_least <= most <= MOST_PEOPLE
        )


class Method(Aggregate):
    @classmethod
    def add(cls, by: Act, method: UUID, words: Sections, fits: dict[str, Any]) -> "Method":
        """Version 1. `words`: of each of SECTIONS, once a language. Refused: Empty, UnknownChoice."""
        must_be_whole(words, fits)
        return cls(by, method, words, fits)

    def revise(self, by: Act, saw: int, words: Sections, fits: dict[str, Any], why: Text | None) -> None:
        """`saw`: the version that was on the screen. Refused: MethodIsSetAside, TextMovedOn, Empty, UnknownChoice."""
        self.must_be_offered()
        if saw != self.text_version:
            raise TextMovedOn(version=self.text_version)
        must_be_whole(words, fits)
        self._revised(by, self.text_version + 1, words, fits, why)

    def set_aside(self, by: Act, reason: Text) -> None:
        """It is offered no more; whoever has used it still finds it."""
        self.must_be_offered()
        self._set_aside(by, reason)

    def bring_back(self, by: Act) -> None:
        if self.is_set_aside:
            self._brought_back(by)

    def note(self, by: Act, words: Text, went: str) -> None:
        """What worked and what did not, by somebody who used it. Also of one that was set aside. Refused: UnknownChoice."""
        if went not in WENT:
            raise UnknownChoice(value=went)
        self._noted(by, words, went)

    def take_back_note(self, by: Act, note: UUID) -> None:
        """`note`: the id of its words. Refused: NotFound, NotYours."""
        if note not in self.notes:
            raise NotFound
        if self.notes[note] != by.author:
            raise NotYours
        self._note_taken_back(by, note)

    def must_be_offered(self) -> None:
        if self.is_set_aside:
            raise MethodIsSetAside

    @staticmethod
    def create_id(method: UUID) -> UUID:
        return method

    @event("Added")
    def __init__(self, by: Act, method: UUID, words: Sections, fits: dict[str, Any]) -> None:
        self.project: UUID = by.project
        self.author: UUID = by.author
        self.text_version = 1
        self.words = words
        self.fits = fits
        self.notes: dict[UUID, UUID] = {}
        self.is_set_aside = False

    @event("Revised")
    def _revised(self, by: Act, version: int, words: Sections, fits: dict[str, Any], why: Text | None) -> None:
        self.text_version = version
        self.words = words
        self.fits = fits

    @event("SetAside")
    def _set_aside(self, by: Act, reason: Text) -> None:
        self.is_set_aside = True

    @event("BroughtBack")
    def _brought_back(self, by: Act) -> None:
        self.is_set_aside = False

    @event("Noted")
    def _noted(self, by: Act, words: Text, went: str) -> None:
        self.notes[words.id] = by.author

    @event("NoteTakenBack")
    def _note_taken_back(self, by: Act, note: UUID) -> None:
        del self.notes[note]


def must_be_whole(words: Sections, fits: dict[str, Any]) -> None:
    """Refused: Empty, where what is needed is not said in any language; UnknownChoice."""
    if not all(words.get(section) for section in NEEDED):
        raise Empty
    Fits.asked_for(fits)
