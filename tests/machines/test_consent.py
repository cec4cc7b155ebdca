"""Consent, objections and a consent round against a naive model: a list of who did what, read again from its beginning."""

from typing import Any
from uuid import UUID, uuid4

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from aggregates import ballot_box
from aggregates.base import Aggregate
from aggregates.counting import CHOICES, Rule
from aggregates.decision import Decision
from aggregates.errors import Refused, VotingIsOver
from aggregates.objection import Objection
from aggregates.round import STEPS, Round
from aggregates.vote import Vote
from tests.cases import examples
from tests.given import AMINA, BETI, EIRA, MAIR, NOON, RHYS, SIAN, act, both, hours, text

CITIZENS, PROFESSIONALS = [BETI, EIRA, AMINA], [RHYS, SIAN]
ROLL = dict.fromkeys(CITIZENS, "citizen") | dict.fromkeys(PROFESSIONALS, "professional")
CLOSES = NOON + hours(10)
people = st.sampled_from([*ROLL])


class ConsentMachine(RuleBasedStateMachine):
    """Members answer, object, doubt and accept in any order; a facilitator leads the round; somebody closes, and it is counted once or often."""

    @initialize(quorum=st.sampled_from([(0, 1), (1, 2), (1, 1)]))
    def opens(self, quorum: tuple[int, int]) -> None:
        frozen = Rule("consent", quorum={"citizen": quorum, "professional": quorum})
        self.quorum = quorum
        self.decision = Decision.open(act(MAIR), both(), {}, [], frozen.to_dict(), {m.hex: side for m, side in ROLL.items()}, 0, CLOSES, charter=1)
        self.round = Round.begin(act(MAIR), uuid4(), 1)
        self.votes: dict[UUID, Vote] = {}
        self.objections: dict[UUID, Objection] = {}
        self.log: list[tuple[str, UUID, UUID]] = []  # naive: what, whose answer or objection, who did it
        self.noted = 0  # how much of it stood before the close
        self.stored: list[tuple[int, Any]] = []
        self.up_to: int | None = None
        self.final: Any = None

    @rule(member=people, choice=st.sampled_from([*CHOICES["consent"], ""]), late=st.booleans())
    def answers(self, member: UUID, choice: str, late: bool) -> None:
        """`late`: let in before the close, in the log after it."""
        by = act(member)
        if not self._may(by) and not late:
            return
        ballot, objection = self.votes.get(member), self.objections.get(member)
        if choice:
            if ballot is None:
                self.votes[member] = Vote.cast(by, self.decision.id, choice, None)
            else:
                ballot.change(by, ballot.version, choice, None)
        elif ballot is None:
            return
        else:
            ballot.withdraw(by, ballot.version)
        if choice == "object" and objection is None:
            self.objections[member] = Objection.raise_(by, self.decision.id, "aim", text())
        elif choice == "object" and objection is not None:
            objection.raise_again(by, "", text())
        elif objection is not None:
            objection.withdraw(by)
        self._store(self.votes[member], *([self.objections[member]] if member in self.objections else []))
        self._note(choice or "nothing", member, member)

    @precondition(lambda self: self.objections)
    @rule(whose=st.integers(0, 4), member=people, late=st.booleans())
    def somebody_sees_no_harm(self, whose: int, member: UUID, late: bool) -> None:
        author = [*self.objections][whose % len(self.objections)]
        if self._may(act(member)) or late:
            self._try("doubt", author, member, lambda: self.objections[author].doubt(act(member), text()))

    @precondition(lambda self: self.objections)
    @rule(whose=st.integers(0, 4), member=people)
    def a_change_is_accepted(self, whose: int, member: UUID) -> None:
        author = [*self.objections][whose % len(self.objections)]
        if self._may(act(member)):
            self._try("accept", author, member, lambda: self.objections[author].accept(act(member), None, None))

    @precondition(lambda self: self.objections)
    @rule(whose=st.integers(0, 4), member=people)
    def anybody_replies(self, whose: int, member: UUID) -> None:
        author = [*self.objections][whose % len(self.objections)]
        self.objections[author].reply(act(member), uuid4(), text())
        self._store(self.objections[author])

    @rule(step=st.sampled_from(STEPS), member=people, level=st.integers(-3, 3))
    def the_round_goes_its_way(self, step: str, member: UUID, level: int) -> None:
        for deed in (
            lambda: self.round.go_on(act(MAIR), step),
            lambda: self.round.ask(act(member), uuid4(), text()),
            lambda: self.round.sense(act(member), level),
            lambda: self.round.consent(act(MAIR), self.decision.id),
        ):
            before = self.round.version
            try:
                deed()
            except Refused:
                assert self.round.version == before
        assert self.round.decision is None or self.round.step in ("consent", "integrate")

    @rule()
    def somebody_closes(self) -> None:
        try:
            self.decision.close(act(MAIR), text())
        except VotingIsOver:
            assert self.up_to is not None
        else:
            self.up_to = len(self.stored)
            self.stored.append((self.up_to, "Closed"))

    @precondition(lambda self: self.up_to is not None)
    @rule()
    def somebody_counts(self) -> None:
        assert self.up_to is not None
        votes, objections = (streams(self.decision.id, self.decision.roll) for streams in (ballot_box.streams_of, ballot_box.objections_of))
        box = ballot_box.opened(votes, self._of(votes), self.up_to)
        settled = ballot_box.settled(objections, self._of(objections), self.up_to)
        self.decision.count(act(MAIR), self.up_to, box.votes, box.late, box.reasons(self.decision.roll), settled)
        self.final = self.final or self.decision.outcome
        assert self.decision.result == self.naive()

    @invariant()
    def what_was_counted_stays(self) -> None:
        if hasattr(self, "decision"):
            assert self.decision.outcome == self.final

    @invariant()
    def what_is_rebuilt_is_what_lives(self) -> None:
        for aggregate in (*getattr(self, "votes", {}).values(), *getattr(self, "objections", {}).values()):
            again: Any = None
            for _, event in self.stored:
                if event != "Closed" and event.originator_id == aggregate.id:
                    again = event.mutate(again)
            live = {name: value for name, value in vars(aggregate).items() if name != "_pending_events"}
            assert {name: value for name, value in vars(again).items() if name != "_pending_events"} == live

    def naive(self) -> str:
        answers: dict[UUID, str] = {}
        closed: dict[UUID, bool] = {}
        doubts: dict[UUID, set[str]] = {}
        for what, whose, who in self.log[: self.noted]:
            if what == "accept":
                closed[whose] = True
            elif what == "doubt":
                doubts[whose].add(ROLL[who])
                closed[whose] = closed[whose] or len(doubts[whose]) == 2
            else:
                answers[whose], closed[whose], doubts[whose] = what, False, set()
        answers = {member: answer for member, answer in answers.items() if answer != "nothing"}
        for side in (CITIZENS, PROFESSIONALS):
            present = sum(member in answers for member in side)
            if present == 0 or present * self.quorum[1] < self.quorum[0] * len(side):
                return "no decision"
        is_open = any(answer == "object" and not closed[member] for member, answer in answers.items())
        return "agreed" if not is_open and {"consent", "concern"} & set(answers.values()) else "not agreed"

    def _note(self, what: str, whose: UUID, who: UUID) -> None:
        self.log.append((what, whose, who))
        if self.up_to is None:
            self.noted = len(self.log)

    def _may(self, by: Any) -> bool:
        try:
            return bool(self.decision.side_of(by))
        except VotingIsOver:
            assert self.up_to is not None
            return False

    def _try(self, what: str, author: UUID, member: UUID, deed: Any) -> None:
        before = self.objections[author].version
        try:
            deed()
        except Refused:
            assert self.objections[author].version == before
        else:
            assert (member == author) is (what == "accept")
            self._store(self.objections[author])
            self._note(what, author, member)

    def _of(self, streams: dict[UUID, str]) -> list[tuple[int, Any]]:
        return [(at, event) for at, event in self.stored if event != "Closed" and event.originator_id in streams]

    def _store(self, *aggregates: Aggregate) -> None:
        """What is new, as one commit would."""
        for aggregate in aggregates:
            for event in aggregate.collect_events():
                self.stored.append((len(self.stored), event))


TestConsent = ConsentMachine.TestCase
TestConsent.settings = settings(max_examples=examples(50, everything=150), stateful_step_count=40, deadline=None)
