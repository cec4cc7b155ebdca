"""A commitment against a naive model: who keeps it, when it is due, whether it is over, and who said what of it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from aggregates.base import today
from aggregates.commitment import Commitment, Owner
from aggregates.errors import CommitmentIsOver, DayHasPassed, NotDone, NotYoursToSay, UnknownChoice
from tests.cases import examples
from tests.given import AMINA, BETI, EIRA, MAIR, NOON, RHYS, SIDES, act, both, happened, text

members = st.sampled_from([BETI, EIRA, AMINA, RHYS, MAIR])
days = st.integers(-3, 30)


class CommitmentMachine(RuleBasedStateMachine):
    @initialize(by=members, asked_by=st.lists(members, unique=True), is_named=st.booleans())
    def is_made(self, by: UUID, asked_by: list[UUID], is_named: bool) -> None:
        self.now, self.keeper, self.asked_by = NOON, by, asked_by
        self.due = NOON.date() + timedelta(days=9)
        owner = Owner(SIDES[by], member=by.hex if is_named else "")
        self.commitment = Commitment.make(act(by), both(), owner, both(), self.due, is_own=True, asked_by=asked_by)
        self.state = "on its way"
        self.verdicts: dict[str, bool] = {}
        self.named = owner.member

    def _try(self, verb: Any, *refusals: type[Exception]) -> bool:
        """Whether it was let through; a refusal leaves no event behind."""
        before = len(self.commitment.pending_events)
        try:
            verb()
        except refusals:
            assert len(self.commitment.pending_events) == before
            return False
        return True

    def _act(self, member: UUID) -> Any:
        return act(member, at=self.now)

    @rule(count=st.integers(1, 12))
    def days_pass(self, count: int) -> None:
        self.now += timedelta(days=count)

    @rule(member=members, ahead=days)
    def is_moved(self, member: UUID, ahead: int) -> None:
        day = today(self._act(member)) + timedelta(days=ahead)
        done = self._try(lambda: self.commitment.move_due(self._act(member), day, text()), CommitmentIsOver, DayHasPassed)
        assert done is (self.state == "on its way" and ahead >= 0)
        self.due = day if done else self.due

    @rule(member=members, owner=members, is_own=st.booleans(), is_named=st.booleans())
    def is_handed_over(self, member: UUID, owner: UUID, is_own: bool, is_named: bool) -> None:
        to = Owner(SIDES[owner], member=owner.hex if is_named else "")
        done = self._try(lambda: self.commitment.hand_over(self._act(member), to, both(), text(), is_own=is_own), CommitmentIsOver, UnknownChoice)
        is_free = (SIDES[owner] == SIDES[member] and not (is_named and owner != member)) if is_own else not is_named
        assert done is (self.state == "on its way" and is_free)
        if done:
            self.keeper, self.named = member if is_own else None, to.member  # type: ignore[assignment]

    @rule(member=members)
    def is_reported(self, member: UUID) -> None:
        assert self._try(lambda: self.commitment.report(self._act(member), uuid4(), text()), CommitmentIsOver) is (self.state == "on its way")

    @rule(member=members, is_done=st.booleans())
    def is_over(self, member: UUID, is_done: bool) -> None:
        verb = self.commitment.finish if is_done else self.commitment.give_up
        if self._try(lambda: verb(self._act(member), text()), CommitmentIsOver):
            assert self.state == "on its way"
            self.state = "done" if is_done else "could not"

    @rule(member=members, is_better=st.booleans(), says_why=st.booleans())
    def is_judged(self, member: UUID, is_better: bool, says_why: bool) -> None:
        words = text() if says_why else None
        done = self._try(lambda: self.commitment.judge(self._act(member), is_better=is_better, words=words), NotDone, NotYoursToSay)
        assert done is (self.state == "done" and member in self.asked_by)
        if done:
            self.verdicts[member.hex] = is_better

    @invariant()
    def is_as_the_model_says(self) -> None:
        assert (self.commitment.state, self.commitment.due_on, self.commitment.keeper) == (self.state, date.isoformat(self.due), self.keeper)
        assert self.commitment.verdicts == self.verdicts
        assert self.commitment.owner["member"] in ("", self.named)
        assert set(self.verdicts) <= {member.hex for member in self.asked_by}

    @invariant()
    def nobody_was_named_without_acting(self) -> None:
        for event in self.commitment.pending_events:
            named = getattr(event, "owner", {}).get("member")
            assert not named or named == event.by.author.hex  # type: ignore[attr-defined]

    def teardown(self) -> None:
        if hasattr(self, "commitment"):
            happened(self.commitment)


TestCommitment = CommitmentMachine.TestCase
TestCommitment.settings = settings(max_examples=examples(20, everything=60), stateful_step_count=40, deadline=None)
