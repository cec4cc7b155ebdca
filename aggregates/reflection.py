"""How a session went for somebody: first in their own words, then, if they like, whether they were heard, whether power was shared, and whether it was
worth their time. A small stream of its own for each session and person."""

from uuid import UUID, uuid5

from .base import Act, Aggregate, Text, event
from .counting.reflection import ANSWERS, QUESTIONS
from .errors import NotFound, NotYours, SaidThemselves, UnknownChoice


def reflection_id(session: UUID, member: UUID) -> UUID:
    return uuid5(session, f"reflection {member.hex}")


class Reflection(Aggregate):
    @classmethod
    def give(cls, by: Act, subject: UUID, words: Text, is_for_all: bool, is_named: bool) -> "Reflection":
        """`subject`: the session. `is_for_all`: everybody who reads its minutes may read this; else those who led alone. `is_named`: the name goes with it."""
        return cls(by, subject, words, is_for_all, is_named)

    def give_again(self, by: Act, words: Text, is_for_all: bool, is_named: bool) -> None:
        """In other words, or for others to read, or after it was taken back. Refused: NotYours, SaidThemselves."""
        self._must_be_theirs(by)
        self._given_again(by, self.subject, words, is_for_all, is_named)

    def rate(self, by: Act, answers: dict[str, int]) -> None:
        """Some of QUESTIONS, each one of ANSWERS; what is left out is not answered any more. Refused: NotYours, SaidThemselves, NotFound (it was taken back),
        UnknownChoice."""
        self._must_be_theirs(by)
        if self.is_taken_back:
            raise NotFound
        if not answers.keys() <= set(QUESTIONS) or not set(answers.values()) <= set(ANSWERS):
            raise UnknownChoice(value=", ".join(map(str, answers.values())))
        if answers != self.answers:
            self._rated(by, self.subject, *(answers.get(question) for question in QUESTIONS))

    def take_back(self, by: Act) -> None:
        """Refused: NotYours, SaidThemselves."""
        self._must_be_theirs(by)
        if not self.is_taken_back:
            self._taken_back(by, self.subject)

    @staticmethod
    def create_id(by: Act, subject: UUID) -> UUID:
        return reflection_id(subject, by.author)

    @event("Given")
    def __init__(self, by: Act, subject: UUID, words: Text, is_for_all: bool, is_named: bool) -> None:
        self.project = by.project
        self.subject = subject
        self.member = by.author
        self.is_by_others = by.voice is not None
        self.is_taken_back = False
        self.answers: dict[str, int] = {}

    @event("GivenAgain")
    def _given_again(self, by: Act, subject: UUID, words: Text, is_for_all: bool, is_named: bool) -> None:
        self.is_by_others = by.voice is not None
        self.is_taken_back = False

    @event("Rated")
    def _rated(self, by: Act, subject: UUID, heard: int | None, power: int | None, worth: int | None) -> None:
        said = {"heard": heard, "power": power, "worth": worth}
        self.is_by_others = by.voice is not None
        self.answers = {question: answer for question, answer in said.items() if answer is not None}

    @event("TakenBack")
    def _taken_back(self, by: Act, subject: UUID) -> None:
        self.is_taken_back = True
        self.answers = {}

    def _must_be_theirs(self, by: Act) -> None:
        """What somebody said themselves, nobody says otherwise for them."""
        if by.author != self.member:
            raise NotYours
        if by.voice and not self.is_by_others:
            raise SaidThemselves
