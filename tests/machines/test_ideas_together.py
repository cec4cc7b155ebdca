"""Ideas that are joined, set apart and split in any order, against a naive model: a forest, in which each tree is one idea of everybody in it.

No author is ever lost, nobody is counted twice, and what a board adds up from the events one at a time is what the ideas themselves say.
"""

from collections import defaultdict
from typing import Any
from uuid import UUID, uuid4

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from aggregates.errors import IdeaIsJoined, IdeaIsSetAside, NotYours, UnknownChoice
from aggregates.idea import Idea
from tests.cases import examples
from tests.given import AMINA, BETI, EIRA, NOON, RHYS, act, happened, text

members = st.sampled_from([BETI, EIRA, AMINA, RHYS])
some = st.integers(0, 7)
ENOUGH = {"citizen": 2, "professional": 1}


class IdeasTogether(RuleBasedStateMachine):
    @initialize(authors=st.lists(members, min_size=3, max_size=4))
    def are_posted(self, authors: list[UUID]) -> None:
        self.ideas: list[Idea] = []
        self.wrote: dict[UUID, set[UUID]] = {}
        self.backed: dict[UUID, set[UUID]] = {}
        self.under: dict[UUID, UUID] = {}
        self.resting: set[UUID] = set()
        self.themes: dict[UUID, UUID | None] = {}
        for author in authors:
            self._came(Idea.post(act(author), text()), {author})

    def _came(self, idea: Idea, authors: set[UUID]) -> None:
        self.ideas.append(idea)
        self.wrote[idea.id], self.backed[idea.id], self.themes[idea.id] = authors, set(), None

    def _one(self, number: int) -> Idea:
        return self.ideas[number % len(self.ideas)]

    def _tree(self, root: UUID) -> list[UUID]:
        return [root, *(each for child, parent in self.under.items() if parent == root for each in self._tree(child))]

    def _authors(self, idea: Idea) -> set[UUID]:
        return {author for each in self._tree(idea.id) for author in self.wrote[each]}

    def _supporters(self, idea: Idea) -> set[UUID]:
        return {member for each in self._tree(idea.id) for member in self.backed[each]}

    def _stands(self, idea: Idea) -> bool:
        return idea.id not in self.under and idea.id not in self.resting

    def _try(self, verb: Any) -> bool:
        """Whether it was let through; a refusal leaves no event behind, on none of them."""
        before = [len(idea.pending_events) for idea in self.ideas]
        try:
            verb()
        except (IdeaIsJoined, IdeaIsSetAside, NotYours, UnknownChoice):
            assert [len(idea.pending_events) for idea in self.ideas] == before
            return False
        return True

    @rule(number=some, member=members)
    def supports(self, number: int, member: UUID) -> None:
        idea = self._one(number)
        assert self._try(lambda: idea.support(act(member), ENOUGH)) is self._stands(idea)
        if self._stands(idea) and member not in self._supporters(idea):
            self.backed[idea.id].add(member)

    @rule(number=some, member=members)
    def takes_back(self, number: int, member: UUID) -> None:
        idea = self._one(number)
        if self._try(lambda: idea.take_back_support(act(member))):
            for each in self._tree(idea.id):
                self.backed[each].discard(member)

    @rule(number=some, other=some, member=members)
    def are_joined(self, number: int, other: int, member: UUID) -> None:
        idea, into = self._one(number), self._one(other)
        done = self._try(lambda: idea.join(act(member), into, ENOUGH))
        assert done is (self._stands(idea) and self._stands(into) and idea is not into)
        if done:
            self.under[idea.id] = into.id

    @rule(number=some, member=members)
    def is_set_apart(self, number: int, member: UUID) -> None:
        idea = self._one(number)
        joined = next((each for each in self.ideas if each.id == self.under.get(idea.id)), self.ideas[0])
        done = self._try(lambda: idea.set_apart(act(member), joined))
        assert done is (idea.id in self.under and joined.id not in self.under)
        if done:
            del self.under[idea.id]

    @rule(number=some, member=members)
    def is_split(self, number: int, member: UUID) -> None:
        idea = self._one(number)
        part = Idea.post(act(member), text(), grew_from=idea.id, authors=idea.authors)
        if self._try(lambda: idea.split(act(member), text(), [part.id])):
            assert member == idea.author
            self._came(part, self._authors(idea))

    @rule(number=some, theme=st.sampled_from([uuid4(), uuid4(), None]))
    def is_moved(self, number: int, theme: UUID | None) -> None:
        idea = self._one(number)
        if self._try(lambda: idea.move(act(BETI), theme)):
            self.themes[idea.id] = theme

    @rule(number=some, of=members, does_answer=st.booleans())
    def owes_an_answer(self, number: int, of: UUID, does_answer: bool) -> None:
        idea = self._one(number)
        done = self._try((lambda: idea.answer(act(of), text(), "yes")) if does_answer else (lambda: idea.ask_for_answer(act(BETI), of, NOON.date())))
        assert done is self._stands(idea)
        assert not done or (of in idea.asked) is not does_answer

    @rule(number=some)
    def rests_or_comes_back(self, number: int) -> None:
        idea = self._one(number)
        if idea.id in self.resting:
            idea.take_up_again(act(BETI), text())
            self.resting.discard(idea.id)
        elif self._try(lambda: idea.set_aside(act(BETI), text())):
            self.resting.add(idea.id)

    @invariant()
    def nobody_is_lost_or_counted_twice(self) -> None:
        for idea in self.ideas:
            if idea.id not in self.under:
                assert set(idea.authors) == self._authors(idea)
                assert set(idea.supporters) == self._supporters(idea)
                assert idea.author in idea.authors
            assert len(idea.supporters) == len(set(idea.supporters))
            assert len(idea.authors) == len(set(idea.authors))
            assert (idea.joined_with, idea.theme) == (self.under.get(idea.id), self.themes[idea.id])
        standing = [author for idea in self.ideas if idea.id not in self.under for author in idea.authors]
        assert set(standing) == {author for authors in self.wrote.values() for author in authors}

    @invariant()
    def what_the_board_adds_up_is_the_same(self) -> None:
        for idea in self.ideas:
            authors, supporters = list(idea.pending_events[0].authors or [idea.author]), set[UUID]()  # type: ignore[attr-defined]
            under: defaultdict[UUID | None, int] = defaultdict(int)
            for event in idea.pending_events:
                match event:
                    case Idea.Supported():  # type: ignore[attr-defined]
                        supporters.add(event.by.author)
                    case Idea.SupportTakenBack():  # type: ignore[attr-defined]
                        supporters.remove(event.by.author)
                    case Idea.TookIn():  # type: ignore[attr-defined]
                        supporters |= {member for members in event.supporters.values() for member in members}
                        authors += [author for author in event.authors if author not in authors]
                    case Idea.LetGo():  # type: ignore[attr-defined]
                        supporters -= set(event.supporters)
                        authors = [author for author in authors if author not in event.authors]
                    case Idea.SetApart():  # type: ignore[attr-defined]
                        supporters -= set(event.gone)
                    case Idea.Moved():  # type: ignore[attr-defined]
                        under[event.theme] += 1
                        under[event.before] -= 1
            assert supporters == set(idea.supporters)
            assert sorted(authors) == sorted(idea.authors)
            assert under[idea.theme] == (1 if idea.theme else under[None])

    def teardown(self) -> None:
        for idea in getattr(self, "ideas", []):
            happened(idea)


TestIdeasTogether = IdeasTogether.TestCase
TestIdeasTogether.settings = settings(max_examples=examples(20, everything=60), stateful_step_count=40, deadline=None)
