"""A decision and its votes against a naive model: a log of who did what, read again from its beginning."""

from fractions import Fraction
from typing import Any
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from aggregates import ballot_box
from aggregates.counting import FOUNDING, Rule
from aggregates.counting import YES_OR_NO as CHOICES
from aggregates.decision import Decision
from aggregates.errors import AlreadyVoted, NotOnTheRoll, Refused, VotingIsOpen, VotingIsOver
from aggregates.vote import Vote
from tests.cases import examples
from tests.given import AMINA, BETI, EIRA, GARETH, MAIR, NOON, RHYS, SIAN, WIL, act, both, hours, text

CITIZENS, PROFESSIONALS = [BETI, EIRA, AMINA, WIL], [RHYS, SIAN]
ELSEWHERE = [GARETH, MAIR]
EVERYBODY = CITIZENS + PROFESSIONALS + ELSEWHERE
SIDES = {member.hex: "citizen" for member in CITIZENS} | {member.hex: "professional" for member in PROFESSIONALS}
CLOSES = NOON + hours(10)
RULES = [Rule("dual", quorum={"citizen": (1, 2), "professional": (1, 2)}), Rule("majority"), Rule("qualified", threshold=(2, 3), strict=False), FOUNDING]


class DecisionMachine(RuleBasedStateMachine):
    """Members act in any order, with ballot papers old and new, before and after the time; somebody or the clock closes it, once or often."""

    @initialize(kind=st.sampled_from(RULES))
    def opens(self, kind: Rule) -> None:
        self.rule = kind
        self.now = NOON
        self.decision = Decision.open(act(MAIR), both(), {"yes": both(), "no": both()}, [], kind.to_dict(), SIDES, 0, CLOSES, charter=1)
        self.ballots: dict[UUID, Vote] = {}
        self.log: list[tuple[UUID | None, str | None]] = []  # naive: who, what; nobody = closed
        self.stored: list[tuple[int, Any]] = []
        self.final: Any = None

    @rule(minutes=st.integers(0, 90))
    def time_passes(self, minutes: int) -> None:
        self.now += hours(minutes / 60)

    @rule(member=st.sampled_from(EVERYBODY), choice=st.sampled_from(CHOICES), stale=st.sampled_from([0, 0, 0, -1, 1]), says_why=st.booleans())
    def votes(self, member: UUID, choice: str, stale: int, says_why: bool) -> None:
        self._put_in(member, choice, stale, says_why)

    @rule(member=st.sampled_from(EVERYBODY), stale=st.sampled_from([0, 0, -1]))
    def withdraws(self, member: UUID, stale: int) -> None:
        if member in self.ballots:
            self._put_in(member, None, stale, False)

    @precondition(lambda self: self.closed_in_log)
    @rule(member=st.sampled_from(CITIZENS + PROFESSIONALS), choice=st.sampled_from(CHOICES))
    def a_vote_loses_the_race(self, member: UUID, choice: str) -> None:
        """It was let in before the close, and reached the log after it."""
        before = self.ballots.get(member)
        if before is None:
            self.ballots[member] = Vote.cast(act(member, at=NOON), self.decision.id, choice, None)
        else:
            before.change(act(member, at=NOON), before.version, choice, None)
        self._record(member, choice)

    @rule(has_reason=st.booleans())
    def somebody_closes(self, has_reason: bool) -> None:
        try:
            self.decision.close(act(MAIR, at=self.now), text() if has_reason else None)
        except VotingIsOver:
            assert self.closed_in_log
        except VotingIsOpen:
            assert not has_reason
            assert self.now < CLOSES
        else:
            assert not self.closed_in_log
            assert has_reason or self.now >= CLOSES
            self.stored.append((len(self.stored), "Closed"))
            self.log.append((None, None))

    @rule()
    def somebody_counts(self) -> None:
        streams = ballot_box.streams_of(self.decision.id, self.decision.roll)
        up_to = next((at for at, event in self.stored if event == "Closed"), 0)
        box = ballot_box.opened(streams, [(at, event) for at, event in self.stored if event != "Closed" and event.originator_id in streams], up_to)
        try:
            self.decision.count(act(MAIR, at=self.now), up_to, box.votes, box.late, box.reasons(self.decision.roll))
        except VotingIsOpen:
            assert not self.closed_in_log
            return
        assert self.decision.outcome is not None
        self.final = self.final or self.decision.outcome
        assert box.votes == {member.hex: choice for member, choice in self.standing().items()}
        assert self.decision.result == self.naive_result()

    @invariant()
    def what_was_counted_stays(self) -> None:
        if hasattr(self, "decision"):
            assert self.decision.outcome == self.final

    @invariant()
    def nobody_else_is_in_the_box(self) -> None:
        if hasattr(self, "ballots"):
            assert not set(self.ballots) & set(ELSEWHERE)

    @property
    def closed_in_log(self) -> bool:
        return (None, None) in self.log

    def standing(self) -> dict[UUID, str]:
        """The last word of each before the close."""
        votes: dict[UUID, str | None] = {}
        for member, choice in self.log[: self.log.index((None, None))]:
            assert member is not None
            votes[member] = choice
        return {member: choice for member, choice in votes.items() if choice}

    def naive_result(self) -> str:
        votes = self.standing()
        sides = [[votes.get(member) for member in side] for side in (CITIZENS, PROFESSIONALS)]
        for side, name in zip(sides, ("citizen", "professional"), strict=True):
            present = sum(1 for vote in side if vote)
            if Fraction(present, len(side)) < Fraction(*self.rule.quorum[name]):
                return "no decision"
        if self.rule.method != "dual":
            return "agreed" if self._passes(sides[0] + sides[1]) else "not agreed"
        return {0: "not agreed", 1: "one side only", 2: "agreed"}[sum(self._passes(side) for side in sides)]

    def _passes(self, votes: list[str | None]) -> bool:
        yes, no = votes.count("yes"), votes.count("no")
        of = len(votes) if self.rule.base == "eligible" else yes + no
        share = Fraction(yes, of) if of else Fraction(0)
        enough = share > Fraction(*self.rule.threshold) if self.rule.strict else share >= Fraction(*self.rule.threshold)
        return enough and yes > no

    def _put_in(self, member: UUID, choice: str | None, stale: int, says_why: bool) -> None:
        ballot = self.ballots.get(member)
        saw = (ballot.version if ballot else 0) + stale
        words = text() if says_why else None
        may = member.hex in SIDES and not self.closed_in_log and self.now < CLOSES
        try:
            side = self.decision.side_of(act(member, at=self.now))
            if ballot is None and saw != 0:
                raise AlreadyVoted
            if choice is None:
                assert ballot is not None
                ballot.withdraw(act(member, at=self.now), saw)
            elif ballot is None:
                self.ballots[member] = Vote.cast(act(member, at=self.now), self.decision.id, choice, words)
            else:
                ballot.change(act(member, at=self.now), saw, choice, words)
        except Refused as refused:
            assert not may or stale
            kinds: tuple[type[Refused], ...] = (AlreadyVoted,) if may else (NotOnTheRoll, VotingIsOver)
            assert isinstance(refused, kinds)  # noqa: PT017 whichever it is
        else:
            assert may
            assert not stale
            assert side == SIDES[member.hex]
            self._record(member, choice)

    def _record(self, member: UUID, choice: str | None) -> None:
        """Store what is new in this stream, as a commit would."""
        events = self.ballots[member].collect_events()
        self.stored += [(len(self.stored) + place, event) for place, event in enumerate(events)]
        self.log.append((member, choice))


TestDecision = DecisionMachine.TestCase
TestDecision.settings = settings(max_examples=examples(50, everything=150), stateful_step_count=40, deadline=None)
