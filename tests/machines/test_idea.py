"""An idea against a naive model: who supports it, who took which stance last, whether it rests; and the counts that a board adds up from its events."""

from collections import Counter
from typing import Any
from uuid import UUID, uuid4

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from aggregates.errors import IdeaIsSetAside, NotYours
from aggregates.idea import STANCES, Idea
from tests.cases import examples
from tests.given import AMINA, BETI, EIRA, MAIR, RHYS, act, happened, text

members = st.sampled_from([BETI, EIRA, AMINA, RHYS, MAIR])


class IdeaMachine(RuleBasedStateMachine):
    @initialize(author=members)
    def is_posted(self, author: UUID) -> None:
        self.author = author
        self.idea = Idea.post(act(author), text())
        self.supporters: set[UUID] = set()
        self.stances: dict[UUID, str] = {}
        self.rests = False
        self.notes = 0

    def _try(self, verb: Any, *refusals: type[Exception]) -> bool:
        """Whether it was let through; a refusal leaves no event behind."""
        before = len(self.idea.pending_events)
        try:
            verb()
        except refusals:
            assert len(self.idea.pending_events) == before
            return False
        return True

    @rule(member=members)
    def supports(self, member: UUID) -> None:
        assert self._try(lambda: self.idea.support(act(member)), IdeaIsSetAside) is not self.rests
        self.supporters |= set() if self.rests else {member}

    @rule(member=members)
    def takes_back(self, member: UUID) -> None:
        self.idea.take_back_support(act(member))
        self.supporters.discard(member)

    @rule(member=members, stance=st.sampled_from(STANCES))
    def takes_a_stance(self, member: UUID, stance: str) -> None:
        self.idea.take_stance(act(member), stance)
        self.stances[member] = stance

    @rule(member=members)
    def rewords(self, member: UUID) -> None:
        words = text()
        done = self._try(lambda: self.idea.reword(act(member), words), IdeaIsSetAside, NotYours)
        assert done is (not self.rests and member == self.author)
        assert (self.idea.words == words) is done

    @rule(member=members, is_formal=st.booleans())
    def replies(self, member: UUID, is_formal: bool) -> None:
        verb = (lambda: self.idea.answer(act(member), text())) if is_formal else (lambda: self.idea.reply(act(member), uuid4(), text()))
        assert self._try(verb, IdeaIsSetAside) is not self.rests
        self.notes += not self.rests

    @rule(member=members)
    def is_put_aside(self, member: UUID) -> None:
        assert self._try(lambda: self.idea.set_aside(act(member), text()), IdeaIsSetAside) is not self.rests
        self.rests = True

    @rule(member=members)
    def is_taken_up(self, member: UUID) -> None:
        self.idea.take_up_again(act(member), text())
        self.rests = False

    @invariant()
    def is_as_the_model_says(self) -> None:
        assert set(self.idea.supporters) == self.supporters
        assert len(self.idea.supporters) == len(self.supporters)
        assert self.idea.stances == {member.hex: stance for member, stance in self.stances.items()}
        assert (self.idea.is_set_aside, self.idea.author) == (self.rests, self.author)

    @invariant()
    def its_events_add_up(self) -> None:
        """What a read model counts, one event at a time, without knowing the aggregate."""
        counts: Counter[str] = Counter()
        for event in self.idea.pending_events:
            kind = type(event).__name__
            counts[kind] += 1
            if kind == "StanceTaken":
                counts[event.stance] += 1  # type: ignore[attr-defined]
                counts[event.before] -= 1  # type: ignore[attr-defined]
        assert counts["Supported"] - counts["SupportTakenBack"] == len(self.supporters)
        assert counts["SetAside"] - counts["TakenUpAgain"] == self.rests
        assert counts["Replied"] + counts["Answered"] == self.notes
        assert {stance: counts[stance] for stance in STANCES} == {stance: list(self.stances.values()).count(stance) for stance in STANCES}

    def teardown(self) -> None:
        if hasattr(self, "idea"):
            happened(self.idea)


TestIdea = IdeaMachine.TestCase
TestIdea.settings = settings(max_examples=examples(20, everything=60), stateful_step_count=40, deadline=None)
