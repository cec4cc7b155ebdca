"""Membership and charter against a naive model: who is here on a side, which draft both sides agreed to, and nothing else."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from aggregates import ballot_box
from aggregates.charter import SECTIONS, Charter
from aggregates.counting import FOUNDING, Rule, can_open
from aggregates.counting import YES_OR_NO as CHOICES
from aggregates.decision import Decision
from aggregates.errors import MemberIsHere, MemberIsNotHere, NothingToAdopt, NotOnTheRoll, SideIsEmpty, TextMovedOn, TooFewOnASide
from aggregates.member import MEMBER_SIDES, Member
from aggregates.vote import Vote
from tests.cases import examples
from tests.given import MAIR, NOON, act, both, happened, hours, text

PEOPLE = [UUID(int=number) for number in range(1, 9)]
RULES = [Rule("dual"), Rule("majority"), Rule("dual", quorum={"citizen": (1, 2), "professional": (1, 2)}), FOUNDING]
CLOSES = NOON + hours(10)


@dataclass
class Asked:
    """An adoption under way, and what the model knows of it."""

    decision: Decision
    version: int
    under: int  # the version by whose rule it is decided
    roll: dict[UUID, str]
    rule: Rule
    ballots: dict[UUID, Vote]
    votes: dict[UUID, str]
    is_counted: bool = False


class CharterMachine(RuleBasedStateMachine):
    """People come, go and change sides; anybody writes drafts; adoptions open at any time, several at once, and are counted in any order."""

    @initialize(sides=st.lists(st.sampled_from(MEMBER_SIDES), max_size=2))
    def a_group_begins(self, sides: list[str]) -> None:
        """Two of each side, and perhaps some more."""
        self.members: dict[UUID, Member] = {}
        self.charter: Charter | None = None
        self.asked: list[Asked] = []
        self.here: dict[UUID, str] = {}  # naive: who is here, and where
        self.drafts: list[Rule] = []  # naive: the rule of each draft
        self.agreed: list[int] = []  # naive: versions in the order in which they were agreed
        for person, side in zip(PEOPLE, ["citizen", "professional", "citizen", "professional", *sides], strict=False):
            self.joins(person, side)
        self.somebody_drafts(RULES[0], 0)

    @rule(kind=st.sampled_from(RULES), others=st.integers(1, 2), against=st.sets(st.sampled_from(PEOPLE), max_size=2))
    def several_drafts_are_put_to_votes_at_once(self, kind: Rule, others: int, against: set[UUID]) -> None:
        """The first to be counted may change the rule under which the others were opened."""
        for _ in range(others):
            self.somebody_drafts(kind, 0)
        before = len(self.asked)
        for back in reversed(range(others + 1)):
            self.adoption_opens(back)
        for asked in self.asked[before:]:
            self._decide(asked, against)

    @rule(person=st.sampled_from(PEOPLE), side=st.sampled_from(MEMBER_SIDES))
    def joins(self, person: UUID, side: str) -> None:
        """Whoever left comes back into the place that is theirs, on the side that it had."""
        place = self.members.setdefault(person, Member.invite(act(MAIR), person, side, []))
        try:
            place.join(act(person))
        except MemberIsHere:
            assert person in self.here
        else:
            assert person not in self.here
            self.here[person] = place.side

    @rule(person=st.sampled_from(PEOPLE), side=st.sampled_from(MEMBER_SIDES))
    def changes_side(self, person: UUID, side: str) -> None:
        if self._does(person, lambda place: place.change_side(act(person), side)):
            self.here[person] = side

    @rule(person=st.sampled_from(PEOPLE), is_removed=st.booleans())
    def goes(self, person: UUID, is_removed: bool) -> None:
        if is_removed and person not in self.here:
            return
        if self._does(person, lambda place: place.remove(act(MAIR), text()) if is_removed else place.leave(act(person))):
            del self.here[person]

    @rule(kind=st.sampled_from(RULES), stale=st.sampled_from([0, 0, 0, -1, 1]))
    def somebody_drafts(self, kind: Rule, stale: int) -> None:
        sections = {section: both() for section in SECTIONS}
        if self.charter is None:
            self.charter = Charter.draft(act(), sections, kind.to_dict(), "anybody")
        else:
            try:
                self.charter.redraft(act(), len(self.drafts) + stale, sections, kind.to_dict(), "anybody")
            except TextMovedOn:
                assert stale
                return
            assert not stale
        self.drafts.append(kind)

    @precondition(lambda self: self.charter is not None)
    @rule(back=st.sampled_from([0, 0, 0, 1, 2, -1]))
    def adoption_opens(self, back: int) -> None:
        assert self.charter is not None
        version = len(self.drafts) - back
        kind = self.drafts[self.in_force - 1] if self.in_force else FOUNDING
        roll = {person: side for person, side in self.here.items() if side != "none"}
        try:
            self.charter.must_be_adoptable(version)
            refused = can_open(kind, {person.hex: side for person, side in roll.items()})
            if refused:
                raise refused
        except NothingToAdopt:
            assert not self.in_force < version <= len(self.drafts)
            return
        except (SideIsEmpty, TooFewOnASide):
            assert any(list(roll.values()).count(side) < max(kind.least, 1) for side in ("citizen", "professional"))
            return
        frozen = {person.hex: side for person, side in roll.items()}
        decision = Decision.open(act(MAIR), both(), {"yes": both(), "no": both()}, [], kind.to_dict(), frozen, 0, CLOSES, charter=self.in_force, adopts=version)
        self.asked.append(Asked(decision, version, self.in_force, roll, kind, {}, {}))

    @precondition(lambda self: self.asked)
    @rule(which=st.integers(0, 3), person=st.sampled_from(PEOPLE), choice=st.sampled_from(CHOICES))
    def somebody_votes(self, which: int, person: UUID, choice: str) -> None:
        self._vote(self.asked[which % len(self.asked)], person, choice)

    @precondition(lambda self: self.asked)
    @rule(which=st.integers(0, 3), against=st.sets(st.sampled_from(PEOPLE), max_size=2))
    def everybody_votes_and_it_is_counted(self, which: int, against: set[UUID]) -> None:
        self._decide(self.asked[which % len(self.asked)], against)

    @precondition(lambda self: self.asked)
    @rule(which=st.integers(0, 3))
    def it_is_closed_and_counted(self, which: int) -> None:
        self._count(self.asked[which % len(self.asked)])

    @invariant()
    def in_force_is_only_what_was_agreed(self) -> None:
        if getattr(self, "charter", None) is not None:
            assert self.charter is not None
            assert self.charter.in_force == (max(self.agreed) if self.agreed else None)
            if self.agreed:
                assert self.charter.rule == self.drafts[self.in_force - 1]

    @invariant()
    def rolls_stay_as_they_were_frozen(self) -> None:
        for asked in getattr(self, "asked", []):
            assert asked.decision.roll == {person.hex: side for person, side in asked.roll.items()}

    @invariant()
    def replayed_is_live(self) -> None:
        for aggregate in [*getattr(self, "members", {}).values(), *([self.charter] if getattr(self, "charter", None) else [])]:
            happened(aggregate)

    @property
    def in_force(self) -> int:
        return max(self.agreed, default=0)

    def _does(self, person: UUID, what: Any) -> bool:
        place = self.members.get(person)
        if place is None:
            return False
        try:
            what(place)
        except MemberIsNotHere:
            assert person not in self.here
            return False
        assert person in self.here
        return True

    def _decide(self, asked: Asked, against: set[UUID]) -> None:
        for person in asked.roll:
            self._vote(asked, person, "no" if person in against else "yes")
        self._count(asked)

    def _vote(self, asked: Asked, person: UUID, choice: str) -> None:
        if asked.is_counted:
            return
        try:
            asked.decision.side_of(act(person))
        except NotOnTheRoll:
            assert person not in asked.roll
            return
        assert person in asked.roll
        if person in asked.ballots:
            asked.ballots[person].change(act(person), asked.ballots[person].version, choice, None)
        else:
            asked.ballots[person] = Vote.cast(act(person), asked.decision.id, choice, None)
        asked.votes[person] = choice

    def _count(self, asked: Asked) -> None:
        """As workspace.decisions.count does: a charter that it agreed to is in force with the count."""
        if asked.is_counted:
            return
        asked.is_counted = True
        asked.decision.close(act(MAIR), text())
        stored = [(number, event) for number, event in enumerate(event for ballot in asked.ballots.values() for event in ballot.pending_events)]
        box = ballot_box.opened(ballot_box.streams_of(asked.decision.id, asked.decision.roll), stored, len(stored))
        asked.decision.count(act(MAIR), len(stored), box.votes, box.late, box.reasons(asked.decision.roll))
        is_agreed = self._both_sides_agree(asked)
        assert (asked.decision.result == "agreed") is is_agreed
        if is_agreed:
            assert self.charter is not None
            self.charter.adopt(act(MAIR), asked.version, asked.decision.id, asked.decision.charter)
            if asked.under == self.in_force:
                self.agreed.append(asked.version)

    def _both_sides_agree(self, asked: Asked) -> bool:
        """Written down once more, without fractions."""
        sides = {side: [person for person in asked.roll if asked.roll[person] == side] for side in ("citizen", "professional")}
        for side, people in sides.items():
            num, den = asked.rule.quorum[side]
            if sum(person in asked.votes for person in people) * den < num * len(people):
                return False
        pools = list(sides.values()) if asked.rule.method == "dual" else [[*asked.roll]]
        return all(self._more_than_half(asked, people) for people in pools)

    def _more_than_half(self, asked: Asked, people: list[UUID]) -> bool:
        yes, no = (sum(asked.votes.get(person) == choice for person in people) for choice in ("yes", "no"))
        of = len(people) if asked.rule.base == "eligible" else yes + no
        return 2 * yes > of and yes > no


TestCharter = CharterMachine.TestCase
TestCharter.settings = settings(max_examples=examples(50, everything=150), stateful_step_count=40, deadline=None)
