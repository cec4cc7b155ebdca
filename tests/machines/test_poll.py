"""A poll and what people say in it against a naive model: which times stand, what each said last, whether it is over; and that the count follows."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from aggregates.availability import Availability
from aggregates.counting.meeting import ANSWERS, suiting
from aggregates.errors import AnswerIsTakenBack, NothingSaid, OnlyTime, PollIsClosed, ReasonIsMissing, TimeHasPassed, TooManyTimes, UnknownChoice
from aggregates.poll import MOST_TIMES, Poll
from tests.cases import examples
from tests.given import AMINA, BETI, EIRA, MAIR, NOON, RHYS, SIDES, act, both, happened, hours, text

members = st.sampled_from([BETI, EIRA, AMINA, RHYS, MAIR])
times = st.integers(1, 6).map(str)
said = st.dictionaries(times, st.sampled_from(ANSWERS), max_size=4)


class PollMachine(RuleBasedStateMachine):
    @initialize(count=st.integers(1, 4))
    def is_asked(self, count: int) -> None:
        spans = [(NOON + hours(24 * day), NOON + hours(24 * day + 2)) for day in range(1, count + 1)]
        self.now, self.poll = NOON, Poll.ask(act(MAIR), both(), spans, NOON.date())
        self.standing, self.offered, self.is_over = {str(number): span[0] for number, span in enumerate(spans, 1)}, count, False
        self.answers: dict[UUID, Availability] = {}
        self.last: dict[UUID, dict[str, str]] = {}

    def _try(self, verb: Callable[[], Any], *refusals: type[Exception]) -> bool:
        """Whether it was let through; a refusal leaves no event behind."""
        before = len(self.poll.pending_events)
        try:
            verb()
        except refusals:
            assert len(self.poll.pending_events) == before
            return False
        return True

    @rule(count=st.integers(1, 3))
    def days_pass(self, count: int) -> None:
        self.now += timedelta(days=count)

    @rule(ahead=st.integers(-2, 9))
    def one_more_is_offered(self, ahead: int) -> None:
        span = (self.now + hours(ahead), self.now + hours(ahead + 1))
        done = self._try(lambda: self.poll.add_time(act(MAIR, at=self.now), span), PollIsClosed, TimeHasPassed, TooManyTimes)
        assert done is (not self.is_over and ahead > 0 and self.offered < MOST_TIMES)
        if done:
            self.offered += 1
            self.standing[str(self.offered)] = span[0]

    @rule(time=times)
    def one_is_set_aside(self, time: str) -> None:
        done = self._try(lambda: self.poll.drop_time(act(MAIR, at=self.now), time, text()), PollIsClosed, OnlyTime, UnknownChoice)
        assert done is (not self.is_over and time in self.standing and len(self.standing) > 1)
        if done:
            del self.standing[time]

    @rule(member=members, of=said)
    def somebody_says_when_they_can(self, member: UUID, of: dict[str, str]) -> None:
        def say() -> None:
            self.poll.must_take(of)
            if member in self.answers:
                self.answers[member].say_again(act(member, at=self.now), of)
            else:
                self.answers[member] = Availability.say(act(member, at=self.now), self.poll.id, of)

        done = self._try(say, PollIsClosed, UnknownChoice, NothingSaid)
        assert done is (not self.is_over and bool(of) and of.keys() <= self.standing.keys())
        if done:
            self.last[member] = of

    @rule(member=members)
    def somebody_takes_it_back(self, member: UUID) -> None:
        if member in self.answers:
            done = self._try(lambda: self.answers[member].take_back(act(member, at=self.now)), AnswerIsTakenBack)
            assert done is bool(self.last[member])
            self.last[member] = {}

    @rule(time=st.none() | times, says_why=st.booleans())
    def it_is_closed(self, time: str | None, says_why: bool) -> None:
        reason = text() if says_why else None
        done = self._try(lambda: self.poll.close(act(MAIR, at=self.now), time, reason), PollIsClosed, ReasonIsMissing, UnknownChoice)
        assert done is (not self.is_over and (says_why if time is None else time in self.standing))
        self.is_over = self.is_over or done

    @invariant()
    def is_as_the_model_says(self) -> None:
        assert (self.poll.times.keys(), self.poll.offered, self.poll.is_closed) == (self.standing.keys(), self.offered, self.is_over)
        assert {member: said.times for member, said in self.answers.items()} == self.last

    @invariant()
    def only_what_stands_is_counted(self) -> None:
        found = suiting(self.standing, [(SIDES[member], of) for member, of in self.last.items()])
        assert found.people == sum(bool(of.keys() & self.standing.keys()) for of in self.last.values())
        assert {found.favourite, found.for_both} <= {None, *self.standing}

    def teardown(self) -> None:
        if hasattr(self, "poll"):
            for stream in (self.poll, *self.answers.values()):
                happened(stream)


TestPoll = PollMachine.TestCase
TestPoll.settings = settings(max_examples=examples(20, everything=60), stateful_step_count=40, deadline=None)
