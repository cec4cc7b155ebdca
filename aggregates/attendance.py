"""Somebody at a session: how they came, whether they were let in, where they sit, and whether they would like to speak."""

from uuid import UUID, uuid5

from .base import Act, Aggregate, Text, event
from .errors import NotLetIn, NotThere, NotYours, UnknownChoice

HOW = ("room", "remote")
MOST_TABLES = 99


def attendance_id(session: UUID, member: UUID) -> UUID:
    return uuid5(session, f"attendance {member.hex}")


class Attendance(Aggregate):
    @classmethod
    def come(cls, by: Act, subject: UUID, how: str, is_member: bool, is_helped: bool, is_borrowed: bool) -> "Attendance":
        """`subject`: the session. `is_member`: of the project, and so let in at once; whoever came by the code waits until somebody lets them in.
        `is_helped`: somebody is helping them; `is_borrowed`: it is not their phone. Refused: UnknownChoice."""
        _must_be_how(how)
        return cls(by, subject, how, is_member, is_helped, is_borrowed)

    def come_back(self, by: Act, how: str, is_helped: bool, is_borrowed: bool) -> None:
        """After leaving, or in another way than before."""
        self._must_be_own(by)
        _must_be_how(how)
        if self.state == "left" or (how, is_helped, is_borrowed) != (self.how, self.is_helped, self.is_borrowed):
            self._came_back(by, self.subject, how, is_helped, is_borrowed)

    def let_in(self, by: Act) -> None:
        """By whoever leads: from now on they may write, choose and vote, also after having been turned away."""
        if not self.is_let_in:
            self._let_in(by, self.subject, self.member)

    def turn_away(self, by: Act, reason: Text) -> None:
        """By whoever leads, with a reason that the history keeps. What they did before stays."""
        if self.state != "turned away":
            self._turned_away(by, self.subject, self.member, reason)

    def leave(self, by: Act) -> None:
        self._must_be_own(by)
        if self.state == "here":
            self._left(by, self.subject)

    def sit_at(self, by: Act, table: int) -> None:
        """0: at no table of its own, all together."""
        self._must_be_there()
        if not 0 <= table <= MOST_TABLES:
            raise UnknownChoice(value=table)
        if table != self.table:
            self._sat_at(by, self.subject, self.member, table)

    def ask_to_speak(self, by: Act) -> None:
        """I'd rather say it aloud: a place in the queue."""
        self._must_be_own(by)
        self.must_be_let_in()
        if not self.wants_to_speak:
            self._asked_to_speak(by, self.subject)

    def speak_no_more(self, by: Act) -> None:
        self._must_be_own(by)
        if self.wants_to_speak:
            self._speaks_no_more(by, self.subject)

    def hear(self, by: Act) -> None:
        """By whoever leads: it is their turn now, and they leave the queue. Refused: NotThere, unless they would like to speak."""
        if not self.wants_to_speak:
            raise NotThere
        self._heard(by, self.subject, self.member)

    def must_be_let_in(self) -> None:
        """Refused: NotThere (left, or turned away), NotLetIn (waits)."""
        self._must_be_there()
        if not self.is_let_in:
            raise NotLetIn

    @staticmethod
    def create_id(by: Act, subject: UUID) -> UUID:
        return attendance_id(subject, by.author)

    @event("Came")
    def __init__(self, by: Act, subject: UUID, how: str, is_member: bool, is_helped: bool, is_borrowed: bool) -> None:
        self.project = by.project
        self.subject = subject
        self.member = by.author
        self.side = by.side
        self.how, self.is_helped, self.is_borrowed = how, is_helped, is_borrowed
        self.state = "here"
        self.is_let_in = is_member
        self.table = 0
        self.wants_to_speak = False

    @event("CameBack")
    def _came_back(self, by: Act, subject: UUID, how: str, is_helped: bool, is_borrowed: bool) -> None:
        self.how, self.is_helped, self.is_borrowed = how, is_helped, is_borrowed
        self.state = "here"

    @event("LetIn")
    def _let_in(self, by: Act, subject: UUID, member: UUID) -> None:
        self.is_let_in = True
        self.state = "here" if self.state == "turned away" else self.state

    @event("TurnedAway")
    def _turned_away(self, by: Act, subject: UUID, member: UUID, reason: Text) -> None:
        self.is_let_in = self.wants_to_speak = False
        self.state = "turned away"

    @event("Left")
    def _left(self, by: Act, subject: UUID) -> None:
        self.wants_to_speak = False
        self.state = "left"

    @event("SatAt")
    def _sat_at(self, by: Act, subject: UUID, member: UUID, table: int) -> None:
        self.table = table

    @event("AskedToSpeak")
    def _asked_to_speak(self, by: Act, subject: UUID) -> None:
        self.wants_to_speak = True

    @event("SpeaksNoMore")
    def _speaks_no_more(self, by: Act, subject: UUID) -> None:
        self.wants_to_speak = False

    @event("Heard")
    def _heard(self, by: Act, subject: UUID, member: UUID) -> None:
        self.wants_to_speak = False

    def _must_be_own(self, by: Act) -> None:
        if by.author != self.member:
            raise NotYours
        if self.state == "turned away":
            raise NotThere

    def _must_be_there(self) -> None:
        if self.state != "here":
            raise NotThere


def _must_be_how(how: str) -> None:
    if how not in HOW:
        raise UnknownChoice(value=how)
