"""A proposal that many people change at once: every word bears the name of whoever wrote it, so credit and loss can be seen in the text itself."""

from collections.abc import Callable
from contextlib import closing, suppress
from itertools import count
from secrets import token_hex
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from aggregates.amendment import Amendment
from aggregates.credit import Credit
from aggregates.errors import Refused
from aggregates.proposal import Proposal
from tests.cases import histories
from tests.conftest import Made
from tests.gathering import Gathering
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace import amendments, proposals
from workspace.application import Workspace
from workspace.config import Settings
from workspace.overtaking import suggestions
from workspace.paragraphs import paragraphs
from workspace.texts import read

AUTHORS, PEOPLE = ("Eira", "Rhys"), ("Eira", "Rhys", "Beti", "Tomos", "Amina")
HEAD = {"cy": "Eira"}
DEEDS = ["suggest", "suggest", "suggest", "accept", "accept", "decline", "mean", "reword", "take_back", "insert", "cut", "move"]
Deed = tuple[str, str, int, int]


class Desk:
    """Does one thing after another; what is refused is refused."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering, self.workspace = gathering, gathering.workspace
        self.words = count()
        body = "\n\n".join(self._new("Eira", 8) for _ in range(3))
        self.proposal = proposals.draft(self.workspace, gathering.act("Eira"), HEAD, HEAD, {"cy": body}).id
        proposals.add_author(self.workspace, gathering.act("Eira"), self.proposal, gathering.member("Rhys"))

    def do(self, deed: str, who: str, number: int, place: int) -> None:
        with suppress(Refused):
            getattr(self, deed)(who, number, place)

    def suggest(self, who: str, number: int, place: int) -> None:
        paragraph = number % len(self.body) + 1
        words = self._put_into(self.body[paragraph - 1], who, place)
        amendments.suggest(self.workspace, self.by(who), self.proposal, self.loaded.text_version, "cy", paragraph, words, "Achos")

    def accept(self, who: str, number: int, *_: int) -> None:
        chosen, before = self._one(number), self.body
        at = self.loaded.place_of("cy", chosen.paragraph, chosen.text_version)
        amendments.accept(self.workspace, self.by(who), chosen.id, chosen.version)
        if self._loaded(chosen.id).state == "accepted":
            assert chosen.words is not None
            assert at is not None
            said = read(self.workspace, [chosen.words])[chosen.words.id]
            assert self.body == [*before[: at - 1], *paragraphs(said), *before[at:]]

    def decline(self, who: str, number: int, *_: int) -> None:
        amendments.decline(self.workspace, self.by(who), self._one(number).id, "Na")

    def mean(self, who: str, number: int, *_: int) -> None:
        chosen = self._one(number)
        amendments.still_mean(self.workspace, self.by(who), chosen.id, chosen.version)

    def reword(self, who: str, number: int, place: int) -> None:
        words = self._put_into(self.body[place % len(self.body)], who, place)
        amendments.reword(self.workspace, self.by(who), self._one(number).id, self.loaded.text_version, place % len(self.body) + 1, words, "Achos")

    def take_back(self, who: str, number: int, *_: int) -> None:
        amendments.withdraw(self.workspace, self.by(who), self._one(number).id)

    def insert(self, who: str, number: int, place: int) -> None:
        paragraph = number % len(self.body)
        self._revise(who, lambda body: [*body[:paragraph], self._put_into(body[paragraph], who, place), *body[paragraph + 1 :]])

    def cut(self, who: str, _: int, place: int) -> None:
        self._revise(who, lambda body: [words for n, words in enumerate(body) if n != place % len(body)] + [self._new(who, 8)])

    def move(self, who: str, *_: int) -> None:
        self._revise(who, lambda body: body[1:] + body[:1])

    def _revise(self, who: str, change: Callable[[list[str]], list[str]]) -> None:
        """Whatever stood at its place, or could be made to fit, keeps what others wrote meanwhile."""
        body, version = "\n\n".join(change(self.body)), self.loaded.text_version
        proposals.revise(self.workspace, self.by(who), self.proposal, version, HEAD, HEAD, {"cy": body})

    def check(self) -> None:
        words, credit = " ".join(self.body).split(), self.loaded.credits["body"]["cy"]
        assert self._owners(credit) == [self.gathering.member(word.rstrip("0123456789")).hex for word in words]
        for each in suggestions(self.workspace, self.proposal):
            if each.is_open and not each.is_asked:
                assert self.loaded.place_of("cy", each.paragraph, each.text_version) is not None
            if each.is_open and each.words and each.paragraph and each.text_version == self.loaded.text_version:
                said = read(self.workspace, [each.words])[each.words.id]
                own = self._name(each.author)
                assert {word for word in said.split() if not word.startswith(own)} <= set(words), "words of others that stand no more"

    def by(self, who: str) -> Any:
        return self.gathering.act(who)

    @property
    def loaded(self) -> Proposal:
        return self.workspace.load(Proposal, self.proposal)

    @property
    def body(self) -> list[str]:
        (text,) = self.loaded.bodies[self.loaded.text_version]
        return paragraphs(read(self.workspace, [text])[text.id])

    def _one(self, number: int) -> Amendment:
        found = [each for each in suggestions(self.workspace, self.proposal) if each.is_open]
        if not found:
            raise Refused
        return found[number % len(found)]

    def _loaded(self, amendment: UUID) -> Amendment:
        return self.workspace.load(Amendment, amendment)

    def _new(self, who: str, many: int) -> str:
        return " ".join(f"{who}{next(self.words)}" for _ in range(many))

    def _put_into(self, paragraph: str, who: str, place: int) -> str:
        words = paragraph.split()
        at = place % (len(words) + 1)
        return " ".join([*words[:at], self._new(who, 3), *words[at:]])

    def _name(self, member: UUID) -> str:
        return next(who for who in PEOPLE if self.gathering.member(who) == member)

    def _owners(self, credit: Credit) -> list[str]:
        return [str(owner) for owner, many in credit for _ in range(int(many))]


@histories(5, everything=30)
@given(deeds=st.lists(st.tuples(st.sampled_from(DEEDS), st.sampled_from(PEOPLE), st.integers(0, 9), st.integers(0, 12)), min_size=30, max_size=60))
def test_nobodys_words_are_lost_whatever_is_suggested_and_accepted(server: str, template: str, deeds: list[Deed]) -> None:
    with Made(server, f"pleth_desk_{token_hex(6)}", template) as url, closing(Workspace(Settings(database_url=url, secret=b"of the tests"))) as workspace:
        desk = Desk(Gathering(workspace))
        for deed in deeds:
            desk.do(*deed)
            desk.check()
        assert bring_to_head(workspace) == []
        found = check(workspace)
        assert found.identical == found.read_models, found.differing
