"""Whatever a group does, in whatever order: read models that are rebuilt equal those that lived through it, and what is hidden is hidden."""

from contextlib import closing, suppress
from secrets import token_hex
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from aggregates.errors import Refused
from tests.conftest import Made
from tests.gathering import CITIZENS, PROFESSIONALS, Gathering
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace import decisions, ideas, members, proposals, words
from workspace.application import Workspace
from workspace.config import Settings, is_ci
from workspace.story.telling import both

PEOPLE = (*CITIZENS, *PROFESSIONALS, "Mair")
SAYING = ["post", "reword", "support", "unsupport", "reply", "answer", "set_aside", "take_up", "draft", "revise", "back", "withdraw"]
DECIDING = ["open", "vote", "change", "unvote", "close"]
BEING_HERE = ["side", "task", "remove", "leave", "invite", "hide", "show", "erase"]
DEEDS = [*SAYING, *DECIDING, *DECIDING, *BEING_HERE]
Deed = tuple[str, str, int]


class Year:
    """Does one thing after another; what is refused is refused, and leaves nothing behind."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering = gathering
        self.workspace = gathering.workspace
        self.ideas: list[UUID] = []
        self.proposals: list[UUID] = []
        self.decisions: list[UUID] = []
        self.hidden: list[UUID] = []

    def do(self, deed: str, who: str, number: int) -> None:
        with suppress(Refused):
            getattr(self, deed)(self.gathering.act(who), number)

    def post(self, by: Any, number: int) -> None:
        self.ideas.append(ideas.post(self.workspace, by, f"Syniad {number}").id)

    def reword(self, by: Any, number: int) -> None:
        ideas.reword(self.workspace, by, self._of(self.ideas, number), f"Geiriau {number}")

    def support(self, by: Any, number: int) -> None:
        ideas.support(self.workspace, by, self._of(self.ideas, number))

    def unsupport(self, by: Any, number: int) -> None:
        ideas.take_back_support(self.workspace, by, self._of(self.ideas, number))

    def reply(self, by: Any, number: int) -> None:
        ideas.reply(self.workspace, by, self._of(self.ideas, number), f"Ateb {number}")

    def answer(self, by: Any, number: int) -> None:
        ideas.answer(self.workspace, by, self._of(self.ideas, number), f"Ymateb {number}")

    def set_aside(self, by: Any, number: int) -> None:
        ideas.set_aside(self.workspace, by, self._of(self.ideas, number), "Am y tro")

    def take_up(self, by: Any, number: int) -> None:
        ideas.take_up_again(self.workspace, by, self._of(self.ideas, number), "Eto")

    def draft(self, by: Any, number: int) -> None:
        chosen = [self._of(self.ideas, number + step) for step in range(number % 3)] if self.ideas else []
        said = both("Cynnig", "A proposal")
        self.proposals.append(proposals.draft(self.workspace, by, said, said, said, chosen).id)

    def revise(self, by: Any, number: int) -> None:
        said = both(f"Cynnig {number}", f"Proposal {number}")
        proposals.revise(self.workspace, by, self._of(self.proposals, number), 1 + number % 2, said, said, said)

    def back(self, by: Any, number: int) -> None:
        proposals.support(self.workspace, by, self._of(self.proposals, number), 1 + number % 2)

    def withdraw(self, by: Any, number: int) -> None:
        proposals.withdraw(self.workspace, by, self._of(self.proposals, number), "Nid nawr")

    def open(self, *_: Any) -> None:
        self.decisions.append(self.gathering.open())

    def vote(self, by: Any, number: int) -> None:
        decisions.vote(self.workspace, by, self._of(self.decisions, number), ("yes", "no", "abstain")[number % 3], "Achos" if number % 2 else "", 0)

    def change(self, by: Any, number: int) -> None:
        decisions.vote(self.workspace, by, self._of(self.decisions, number), "no", "", 1)

    def unvote(self, by: Any, number: int) -> None:
        decisions.withdraw_vote(self.workspace, by, self._of(self.decisions, number), 1)

    def close(self, by: Any, number: int) -> None:
        decisions.close(self.workspace, by, self._of(self.decisions, number), "Digon")

    def side(self, by: Any, number: int) -> None:
        members.change_side(self.workspace, by, by.member, ("citizen", "professional", "none")[number % 3])

    def task(self, by: Any, number: int) -> None:
        (members.give_task if number % 2 else members.take_task)(self.workspace, by, by.member, "commissioner")

    def remove(self, by: Any, number: int) -> None:
        if number % 5 == 0:
            members.remove(self.workspace, by, self.gathering.member(PEOPLE[number % len(PEOPLE)]), "Wedi symud")

    def leave(self, by: Any, number: int) -> None:
        if number % 5 == 0:
            members.leave(self.workspace, by)

    def invite(self, by: Any, number: int) -> None:
        members.invite(self.workspace, by, side="citizen", name=f"Rhywun {number}", way="code" if number % 2 else "link")

    def hide(self, by: Any, number: int) -> None:
        with self.workspace.reading() as db:
            texts = [row[0] for row in db.execute("select id from texts where project = %s order by at, id", (self.gathering.project,))]
        text = self._of(texts, number)
        words.hide(self.workspace, by, text, words.Place("idea", self._of(self.ideas, number)), "Enw rhywun")
        self.hidden.append(text)

    def show(self, by: Any, number: int) -> None:
        words.show(self.workspace, by, self._of(self.hidden, number), "Cytunwyd")

    def erase(self, by: Any, number: int) -> None:
        words.erase(self.workspace, by, self._of(self.hidden, number), "by mistake")

    @staticmethod
    def _of(things: list[UUID], number: int) -> UUID:
        if not things:
            raise Refused
        return things[number % len(things)]


@pytest.mark.parametrize("has_charter", [True, False])
@settings(max_examples=40 if is_ci() else 6, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate], suppress_health_check=list(HealthCheck))
@given(deeds=st.lists(st.tuples(st.sampled_from(DEEDS), st.sampled_from(PEOPLE), st.integers(0, 30)), min_size=80, max_size=150))
def test_rebuilt_equals_live_after_a_random_year(server: str, template: str, has_charter: bool, deeds: list[Deed]) -> None:
    with Made(server, f"pleth_year_{token_hex(6)}", template) as url, closing(Workspace(Settings(database_url=url, secret=b"of the tests"))) as workspace:
        year = Year(Gathering(workspace))
        for number, who in enumerate(CITIZENS):
            year.do("post", who, number)
        if has_charter:
            year.gathering.adopt_charter()
        for number, (deed, who, about) in enumerate(deeds):
            year.do(deed, who, about)
            if number % 17 == 0:
                assert bring_to_head(workspace) == []
        assert bring_to_head(workspace) == []
        found = check(workspace)
        assert found.identical == found.read_models, found.differing
