"""Words taken down against a naive model: hidden or not, whether an appeal waits, and that nobody decides about what they did themselves."""

from typing import Any
from uuid import UUID, uuid4

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from aggregates.errors import Refused
from aggregates.words import Words
from tests.cases import examples
from tests.given import BETI, EIRA, MAIR, SIAN, act, happened, text

members = st.sampled_from([EIRA, BETI, MAIR, SIAN])


class WordsMachine(RuleBasedStateMachine):
    @initialize(owner=members, by=members)
    def are_hidden(self, owner: UUID, by: UUID) -> None:
        self.words = Words.hide(act(by), uuid4(), owner, "idea", uuid4(), text())
        self.owner, self.hider = owner, by
        self.hidden, self.waits, self.used, self.erased = True, False, False, False

    def _try(self, verb: Any) -> bool:
        """Whether it was let through; a refusal leaves no event behind."""
        before = len(self.words.pending_events)
        try:
            verb()
        except Refused:
            assert len(self.words.pending_events) == before
            return False
        return True

    @rule(member=members)
    def hidden_again(self, member: UUID) -> None:
        done = self._try(lambda: self.words.hide_again(act(member), text()))
        assert done is (not self.hidden and not self.erased)
        if done:
            self.hidden, self.hider, self.used = True, member, False

    @rule(member=members)
    def put_back(self, member: UUID) -> None:
        done = self._try(lambda: self.words.show(act(member), text()))
        assert done is (self.hidden and not self.erased)
        if done:
            self.hidden = self.waits = False

    @rule(member=members)
    def appealed(self, member: UUID) -> None:
        done = self._try(lambda: self.words.appeal(act(member), text()))
        assert done is (member == self.owner and self.hidden and not self.used and not self.erased)
        if done:
            self.waits = self.used = True

    @rule(member=members, upheld=st.booleans())
    def decided(self, member: UUID, upheld: bool) -> None:
        done = self._try(lambda: self.words.answer_appeal(act(member), upheld=upheld, reason=text()))
        assert done is (self.waits and member not in (self.hider, self.owner))
        if done:
            self.waits, self.hidden = False, not upheld

    @rule(member=members)
    def erased_for_good(self, member: UUID) -> None:
        done = self._try(lambda: self.words.erase(act(member), "unlawful"))
        assert done is (self.hidden and not self.erased and (not self.waits or member == self.owner))
        if done:
            self.erased, self.waits = True, False

    @invariant()
    def are_as_the_model_says(self) -> None:
        assert (self.words.is_hidden, self.words.is_appealed, self.words.is_erased) == (self.hidden, self.waits, self.erased)

    @invariant()
    def nobody_decided_about_their_own_deed(self) -> None:
        hider = None
        for event in self.words.pending_events:
            by = event.by.author  # type: ignore[attr-defined]
            hider = by if type(event).__name__ in ("Hidden", "HiddenAgain") else hider
            assert type(event).__name__ != "AppealAnswered" or by not in (hider, self.owner)

    def teardown(self) -> None:
        if hasattr(self, "words"):
            happened(self.words)


TestWords = WordsMachine.TestCase
TestWords.settings = settings(max_examples=examples(20, everything=60), stateful_step_count=30, deadline=None)
