"""Challenges against a naive model: whoever says that it isn't how it feels, to whom, who answers and who settles it, and who facilitates meanwhile:
what was said to the facilitators alone is there for nobody else, and only whoever raised it ends it."""

from contextlib import closing
from dataclasses import dataclass, field
from secrets import token_hex
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from projections.challenges import Challenge, challenges, said_openly
from tests.cases import histories
from tests.conftest import Made
from tests.gathering import CITIZENS, PROFESSIONALS, Gathering
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace import challenges as acts
from workspace import members
from workspace.application import Workspace
from workspace.challenges import ABOUT
from workspace.config import Settings

from .trying import Try, carry_out

INSIDE = (*CITIZENS, *PROFESSIONALS, "Mair")
PEOPLE = (*INSIDE, "Lowri")
"""The last one is not in the project."""
DEEDS = ("raise_", "raise_", "answer", "answer", "answer", "settle", "facilitate")
Deed = tuple[str, str, int]


@dataclass
class Said:
    """What the model knows of a challenge."""

    id: UUID
    who: str
    is_public: bool
    about: str
    words: str
    is_settled: bool = False
    answers: list[tuple[str, str]] = field(default_factory=list)  # who, and what they said

    @property
    def state(self) -> str:
        return "settled" if self.is_settled else "answered" if any(who != self.who for who, _ in self.answers) else "open"


@dataclass
class Feeling:
    group: Gathering
    said: list[Said] = field(default_factory=list)
    facilitators: set[str] = field(default_factory=lambda: {"Mair"})

    def __post_init__(self) -> None:
        self.workspace = self.group.workspace

    def do(self, deed: str, who: str, number: int) -> None:
        carry_out(self.workspace, getattr(self, deed)(who, number), (deed, who, number))

    def raise_(self, who: str, number: int) -> Try:
        words, about, is_public = f"Nid fel hyn {number}" if number % 7 else " ", (*ABOUT, "weather")[number % 6], number % 2 == 0
        made: list[UUID] = []
        return (
            who in INSIDE and bool(words.strip()) and about in ABOUT,
            lambda: made.append(acts.raise_(self.workspace, self.group.act(who), words, is_public=is_public, about=about).id),
            lambda: self.said.append(Said(made[0], who, is_public, about, words)),
        )

    def answer(self, who: str, number: int) -> Try:
        if not self.said:
            return self._nothing()
        said, words = self.said[number % len(self.said)], f"Ateb {number}"
        return (
            self._may_read(who, said) and who in INSIDE and not said.is_settled,
            lambda: acts.answer(self.workspace, self.group.act(who), said.id, words),
            lambda: said.answers.append((who, words)),
        )

    def settle(self, who: str, number: int) -> Try:
        if not self.said:
            return self._nothing()
        said = self.said[number % len(self.said)]
        return (
            who == said.who and not said.is_settled,
            lambda: acts.settle(self.workspace, self.group.act(who), said.id),
            lambda: setattr(said, "is_settled", True),
        )

    def facilitate(self, who: str, number: int) -> Try:
        """Somebody begins, or ceases, to facilitate; Mair always does."""
        whom, gives = INSIDE[number % (len(INSIDE) - 1)], number % 2 == 0
        verb = members.give_task if gives else members.take_task
        return (
            who in self.facilitators,
            lambda: verb(self.workspace, self.group.act(who), self.group.member(whom), "facilitator"),
            lambda: (self.facilitators.add if gives else self.facilitators.discard)(whom),
        )

    def must_be_as_the_model_says(self) -> None:
        names = {self.group.member(name): name for name in INSIDE}
        with self.workspace.reading() as db:
            openly = [said for said in self.said if said.is_public]
            assert said_openly(db, self.group.project) == (len(openly), sum(not said.is_settled for said in openly))
            for member, name in {**names, None: "Lowri"}.items():
                found = challenges(db, self.group.project, viewer=member, is_facilitator=name in self.facilitators)
                assert [self._read(each) for each in found] == [self._expected(said, name) for said in reversed(self.said) if self._may_read(name, said)]

    def _may_read(self, who: str, said: Said) -> bool:
        return said.is_public or who == said.who or who in self.facilitators

    def _expected(self, said: Said, viewer: str) -> tuple[object, ...]:
        answers = [(who, words, who == said.who) for who, words in said.answers]
        return said.id, said.who, said.about, said.words, said.state, viewer == said.who, answers

    def _read(self, one: Challenge) -> tuple[object, ...]:
        answers = [(answer.name, answer.words["cy"], answer.is_own) for answer in one.answers]
        return one.id, one.name, one.about, one.words["cy"], one.state, one.is_mine, answers

    def _nothing(self) -> Try:
        return True, lambda: None, lambda: None


@histories(4, everything=30)
@given(deeds=st.lists(st.tuples(st.sampled_from(DEEDS), st.sampled_from(PEOPLE), st.integers(0, 41)), min_size=40, max_size=80))
def test_what_is_said_to_some_is_read_by_them_and_ended_by_whoever_said_it(server: str, template: str, deeds: list[Deed]) -> None:
    with Made(server, f"pleth_feeling_{token_hex(6)}", template) as url, closing(Workspace(Settings(database_url=url, secret=b"of the tests"))) as workspace:
        feeling = Feeling(Gathering(workspace))
        for deed in deeds:
            feeling.do(*deed)
        assert bring_to_head(workspace) == []
        feeling.must_be_as_the_model_says()
        found = check(workspace)
        assert found.identical == found.read_models, found.differing
