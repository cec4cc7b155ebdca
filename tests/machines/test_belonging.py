"""However people ask, are welcomed, take tasks, belong to both groups and leave: each has one place, and a group is never left without a facilitator."""

from contextlib import closing, suppress
from secrets import token_hex
from typing import Any
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from aggregates.errors import Refused
from aggregates.member import Member
from tests.cases import histories
from tests.conftest import Made
from tests.gathering import Gathering
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace import facilitating, introductions, members, missing_voices, requests
from workspace.application import Workspace
from workspace.config import Settings
from workspace.missing_voices import Missing
from workspace.requests import Asking
from workspace.story.telling import both

PEOPLE = ("Mair", "Eira", "Amina", "Delyth", "Helen", "Gwyn")
"""The last three are not here at first."""
SIDES = ("citizen", "professional", "none")
ASKING = ("ask", "ask", "take_back", "welcome", "welcome", "turn_away")
TASKS = ("leave", "remove", "give", "end", "ask_task", "answer_task")
DEEDS = (*ASKING, *TASKS, "side", "bring", "lack", "reach")


class Belonging:
    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.gathering = Gathering(workspace, citizens=("Eira",), professionals=("Amina",))
        self.places = {self.gathering.member(name) for name in PEOPLE[:3]}
        self.voices: list[Any] = []

    def do(self, deed: str, who: str, whom: int) -> None:
        with suppress(Refused):
            getattr(self, f"_{deed}")(who, whom)

    def check(self) -> None:
        """One place a person, which is here or asks; and somebody facilitates wherever somebody is here."""
        found = self.workspace.find_all(Member, self.places)
        with self.workspace.reading() as db:
            owners = dict(
                db.execute("select member, account from memberships where project = %s and account is not null", (self.gathering.project,)).fetchall()
            )
        held = [member for member in found.values() if member.state in ("here", "asking")]
        assert {member.id for member in held} <= owners.keys()
        assert len({owners[member.id] for member in held}) == len(held)
        here = [member for member in held if member.state == "here"]
        assert not here or any("facilitator" in member.tasks for member in here)
        counted = {member.id.hex: member.side for member in here if member.side != "none"}
        assert members.roll(self.workspace, self.gathering.project) == counted
        assert not any(member.is_both and member.side == "none" for member in here)

    def _act(self, who: str) -> Any:
        return self.gathering.act(who)

    def _whom(self, whom: int) -> Any:
        return sorted(self.places)[whom % len(self.places)]

    def _ask(self, who: str, whom: int) -> None:
        asking, account = Asking(who, SIDES[whom % 3], "Achos" if whom % 2 else ""), self.gathering.accounts[who]
        self.places.add(requests.ask(self.workspace, account, self.gathering.project, asking, command=uuid4(), language="cy").id)

    def _take_back(self, who: str, *_: int) -> None:
        requests.take_back(self.workspace, self.gathering.accounts[who], self.gathering.project, command=uuid4(), language="cy")

    def _welcome(self, who: str, whom: int) -> None:
        requests.welcome(self.workspace, self._act(who), self._whom(whom))

    def _turn_away(self, who: str, whom: int) -> None:
        requests.turn_away(self.workspace, self._act(who), self._whom(whom), "Ddim eto")

    def _leave(self, who: str, *_: int) -> None:
        members.leave(self.workspace, self._act(who))

    def _remove(self, who: str, whom: int) -> None:
        members.remove(self.workspace, self._act(who), self._whom(whom), "Achos")

    def _give(self, who: str, whom: int) -> None:
        members.give_task(self.workspace, self._act(who), self._whom(whom), "facilitator")

    def _end(self, who: str, whom: int) -> None:
        members.take_task(self.workspace, self._act(who), self._whom(whom), "facilitator")

    def _ask_task(self, who: str, whom: int) -> None:
        facilitating.ask(self.workspace, self._act(who), self._whom(whom))

    def _answer_task(self, who: str, whom: int) -> None:
        facilitating.answer(self.workspace, self._act(who), whom % 2 == 0)

    def _side(self, who: str, whom: int) -> None:
        by = self._act(who)
        members.change_side(self.workspace, by, by.member, SIDES[whom % 3], whom % 2 == 0)

    def _bring(self, who: str, whom: int) -> None:
        by = self._act(who)
        introductions.introduce(self.workspace, by, by.member, f"Tebot {whom}" if whom % 3 else "")

    def _lack(self, who: str, whom: int) -> None:
        self.voices.append(missing_voices.name(self.workspace, self._act(who), Missing(both("Gyrwyr", "Drivers"), people=whom or None)).id)

    def _reach(self, who: str, whom: int) -> None:
        act, by, text = (missing_voices.take_on, missing_voices.arrive)[whom % 2], self._act(who), "Dau wedi ateb"
        if self.voices:
            missing_voices.tell(self.workspace, by, self.voices[whom % len(self.voices)], text)
            act(self.workspace, self._act(who), self.voices[whom % len(self.voices)])


@histories(4, everything=20)
@given(deeds=st.lists(st.tuples(st.sampled_from(DEEDS), st.sampled_from(PEOPLE), st.integers(0, 11)), min_size=40, max_size=80))
def test_each_has_one_place_and_somebody_always_facilitates(server: str, template: str, deeds: list[tuple[str, str, int]]) -> None:
    with Made(server, f"pleth_belonging_{token_hex(6)}", template) as url, closing(Workspace(Settings(database_url=url, secret=b"of the tests"))) as workspace:
        group = Belonging(workspace)
        for deed, who, whom in deeds:
            group.do(deed, who, whom)
            group.check()
        assert bring_to_head(workspace) == []
        found = check(workspace)
        assert found.identical == found.read_models, found.differing
