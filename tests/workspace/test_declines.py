"""Declining to act, through the store."""

import pytest

from aggregates.errors import AlreadyDeclined, DayHasPassed, MayNotDecline, NotAgreed, NotFound, NotYourTask, TalkIsTooLate
from tests.gathering import Gathering
from tests.promising import day, let_decline
from workspace import declines, members
from workspace.application import Workspace
from workspace.story.telling import both

INSTEAD = both("Gofyn eto", "Ask again")


@pytest.fixture
def group(workspace: Workspace, gathering: Gathering) -> Gathering:
    members.give_task(workspace, gathering.act("Mair"), gathering.member("Amina"), "commissioner")
    return gathering


def declare(group: Gathering, decision: object, by: str = "Amina", days: int = 10) -> None:
    declines.declare(group.workspace, group.act(by), decision, "Does dim arian", day(group, days), INSTEAD)  # type: ignore[arg-type]


def test_only_where_the_charter_says_so_and_only_by_a_commissioner(group: Gathering) -> None:
    group.adopt_charter()
    decision = group.agree()
    with pytest.raises(MayNotDecline):
        declare(group, decision)
    let_decline(group)
    with pytest.raises(NotYourTask):
        declare(group, decision, by="Mair")
    with pytest.raises(NotAgreed):
        declare(group, group.open())
    with pytest.raises(TalkIsTooLate):
        declare(group, decision, days=22)
    with pytest.raises(DayHasPassed):
        declare(group, decision, days=-1)
    declare(group, decision, days=20)
    with pytest.raises(AlreadyDeclined):
        declare(group, decision)


def test_anybody_here_replies_and_the_conversation_is_written_down_by_those_who_hold_it(group: Gathering) -> None:
    let_decline(group)
    decision = group.agree()
    with pytest.raises(NotFound):
        declines.reply(group.workspace, group.act("Eira"), decision, "Pam?")
    declare(group, decision)
    declines.reply(group.workspace, group.act("Eira"), decision, "Pam?")
    with pytest.raises(NotYourTask):
        declines.talk(group.workspace, group.act("Eira"), decision, "Siaradon ni")
    for name in ("Amina", "Mair"):
        declines.talk(group.workspace, group.act(name), decision, "Siaradon ni")
