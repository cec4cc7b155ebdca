"""A place in a project (or in the network): offered or asked for, recorded, taken, given tasks, left. The id is a pseudonym of this project alone."""

from uuid import UUID

from .base import SIDES, Act, Aggregate, Text, event
from .errors import InNoGroup, MemberIsHere, MemberIsNotHere, NobodyAsks, NotYours, OnlyFacilitator

MEMBER_SIDES = ("citizen", "professional", "none")
"""`none`: takes part without a counted place, as somebody who only facilitates does."""

TASKS = ("facilitator", "commissioner")
CLAIMABLE = ("invited", "recorded", "left", "removed")
"""States of a place that its person can take by a link, a mail or a code; what was asked for is answered instead."""

NETWORK_TASKS = ("co-ordinator", "founder")
"""In the network: a co-ordinator looks after it, a founder may start projects."""


class Member(Aggregate):
    @classmethod
    def invite(cls, by: Act, member: UUID, side: str, tasks: list[str]) -> "Member":
        """Offer a place to somebody. Their name and address are no part of it."""
        return cls(by, member, side, tasks, "invited")

    @classmethod
    def record(cls, by: Act, member: UUID, side: str, source: str) -> "Member":
        """Somebody who is on the record but has no account: they enter no roll until they have claimed their place. `source` says where they come from."""
        return cls(by, member, side, [], "recorded", source)

    @classmethod
    def ask(cls, by: Act, words: Text | None, *, is_both: bool = False) -> "Member":
        """Somebody who is not here asks for a place of their own, and may say why, and that they belong to both groups. Refused: InNoGroup."""
        place = cls(by, by.member, by.side, [], "asking", None, words)
        place.count_once(by, is_both)
        return place

    @classmethod
    def found(cls, by: Act, tasks: list[str]) -> "Member":
        """The first member takes their own place while founding the project or the network."""
        place = cls(by, by.member, by.side, tasks, "invited")
        place._joined(by)
        return place

    def offer_place(self, by: Act, way: str) -> None:
        """Make a link, a mail or a printed code by which this place can be claimed."""
        if self.state == "here":
            raise MemberIsHere
        self._must_be_claimable()
        self._place_offered(by, way)

    def welcome(self, by: Act) -> None:
        """Whoever asked is here from now on."""
        self._must_be_asking()
        self._welcomed(by)

    def turn_away(self, by: Act, reason: Text) -> None:
        self._must_be_asking()
        self._turned_away(by, reason)

    def ask_no_longer(self, by: Act) -> None:
        """By whoever asked: they take it back, or have come by another way."""
        self._must_be_asking()
        if by.member != self.id:
            raise NotYours
        self._asked_no_longer(by)

    def join(self, by: Act) -> None:
        if by.member != self.id:
            raise NotYours
        if self.state == "here":
            raise MemberIsHere
        self._must_be_claimable()
        self._joined(by)

    def change_side(self, by: Act, side: str) -> None:
        """Decisions that are open keep the side that was frozen."""
        self._must_be_here()
        if side != self.side:
            self._side_changed(by, self.side, side)
        if self.side not in SIDES and self.is_both:
            self._counted_once(by, False)

    def count_once(self, by: Act, is_both: bool) -> None:
        """Somebody who belongs to both groups says so, also as they ask for a place. They have one vote, on their side. Only they can say it."""
        if self.state != "asking" or by.author != self.id:
            self._must_be_own(by)
        if is_both and self.side not in SIDES:
            raise InNoGroup
        if is_both != self.is_both:
            self._counted_once(by, is_both)

    def introduce(self, by: Act, words: Text | None) -> None:
        """What somebody brings, in their own words; None takes them back."""
        self._must_be_own(by)
        if words is not None or self.introduction is not None:
            self._introduced(by, words)

    def give_task(self, by: Act, task: str) -> None:
        self._must_be_here()
        if task not in self.tasks:
            self._task_given(by, task)

    def take_task(self, by: Act, task: str) -> None:
        self._must_be_here()
        if task in self.tasks:
            self._task_taken(by, task)

    def ask_to_take(self, by: Act, task: str) -> None:
        """Ask somebody to look after something: it is theirs once they say yes."""
        self._must_be_here()
        if task not in self.tasks and task not in self.asked:
            self._task_asked(by, task)

    def answer(self, by: Act, task: str, is_yes: bool) -> None:
        self._must_be_own(by)
        if task not in self.asked:
            raise NobodyAsks
        (self._task_given if is_yes else self._task_declined)(by, task)

    def carry_on(self, by: Act, after: UUID) -> None:
        """Goes on facilitating where another goes: on their own stream, so that two who go at the same moment cannot each count on the other."""
        self._must_be_here()
        if "facilitator" not in self.tasks:
            raise OnlyFacilitator
        self._carried_on(by, after)

    def leave(self, by: Act) -> None:
        self._must_be_own(by)
        self._left(by)

    def remove(self, by: Act, reason: Text) -> None:
        if self.state not in ("here", "invited", "recorded"):
            raise MemberIsNotHere
        self._removed(by, reason)

    def choose_helper(self, by: Act, helper: UUID) -> None:
        """Somebody who may write down what this person says. Chosen by the person, or so recorded by a facilitator with how that was agreed."""
        if by.author != self.id or helper == self.id:
            raise NotYours
        if self.state not in ("here", "recorded"):
            raise MemberIsNotHere
        if helper not in self.helpers:
            self._helper_chosen(by, helper)

    def release_helper(self, by: Act, helper: UUID) -> None:
        """By the person, or by the helper, who may step back at any time."""
        if by.author not in (self.id, helper):
            raise NotYours
        if helper in self.helpers:
            self._helper_released(by, helper)

    @staticmethod
    def create_id(member: UUID) -> UUID:
        return member

    @event("Placed")
    def __init__(self, by: Act, member: UUID, side: str, tasks: list[str], standing: str, source: str | None = None, words: Text | None = None) -> None:
        self.project = by.project
        self.side = side
        self.tasks = list(tasks)
        self.asked: list[str] = []
        self.state = standing
        self.source = source
        self.helpers: list[UUID] = []
        self.introduction: Text | None = None
        self.is_both = False

    @event("PlaceOffered")
    def _place_offered(self, by: Act, way: str) -> None: ...

    @event("Welcomed")
    def _welcomed(self, by: Act) -> None:
        self.state = "here"

    @event("TurnedAway")
    def _turned_away(self, by: Act, reason: Text) -> None:
        self.state = "turned away"

    @event("AskedNoLonger")
    def _asked_no_longer(self, by: Act) -> None:
        self.state = "taken back"

    @event("Joined")
    def _joined(self, by: Act) -> None:
        self.state = "here"

    @event("SideChanged")
    def _side_changed(self, by: Act, was: str, side: str) -> None:
        self.side = side

    @event("CountedOnce")
    def _counted_once(self, by: Act, is_both: bool) -> None:
        self.is_both = is_both

    @event("Introduced")
    def _introduced(self, by: Act, words: Text | None) -> None:
        self.introduction = words

    @event("TaskGiven")
    def _task_given(self, by: Act, task: str) -> None:
        self.tasks.append(task)
        self.asked = [each for each in self.asked if each != task]

    @event("TaskAsked")
    def _task_asked(self, by: Act, task: str) -> None:
        self.asked.append(task)

    @event("TaskDeclined")
    def _task_declined(self, by: Act, task: str) -> None:
        self.asked.remove(task)

    @event("CarriedOn")
    def _carried_on(self, by: Act, after: UUID) -> None: ...

    @event("TaskTaken")
    def _task_taken(self, by: Act, task: str) -> None:
        self.tasks.remove(task)

    @event("Left")
    def _left(self, by: Act) -> None:
        self.state, self.asked = "left", []

    @event("Removed")
    def _removed(self, by: Act, reason: Text) -> None:
        self.state, self.asked = "removed", []

    @event("HelperChosen")
    def _helper_chosen(self, by: Act, helper: UUID) -> None:
        self.helpers.append(helper)

    @event("HelperReleased")
    def _helper_released(self, by: Act, helper: UUID) -> None:
        self.helpers.remove(helper)

    def _must_be_claimable(self) -> None:
        if self.state not in CLAIMABLE:
            raise MemberIsNotHere

    def _must_be_asking(self) -> None:
        if self.state != "asking":
            raise NobodyAsks

    def _must_be_own(self, by: Act) -> None:
        self._must_be_here()
        if by.author != self.id:
            raise NotYours

    def _must_be_here(self) -> None:
        if self.state != "here":
            raise MemberIsNotHere
