"""A project is never left without a facilitator, also where two go at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest

from aggregates.errors import NotYourTask, OnlyFacilitator, Refused
from aggregates.member import Member
from tests.gathering import Gathering
from workspace import facilitating, members
from workspace.application import Act, Workspace

TWO = ("Mair", "Eira")


@pytest.fixture
def group(workspace: Workspace, gathering: Gathering) -> Gathering:
    members.give_task(workspace, gathering.act("Mair"), gathering.member("Eira"), "facilitator")
    return gathering


def at_once(group: Gathering, *acts: Callable[[Act], object]) -> list[str]:
    """Each of the two does theirs at the same moment; answers with what each of them hears."""
    barrier = Barrier(len(TWO))
    by = [group.act(name) for name in TWO]

    def go(number: int) -> str:
        barrier.wait()
        try:
            acts[number](by[number])
        except Refused as refused:
            return type(refused).__name__
        return "done"

    with ThreadPoolExecutor(len(TWO)) as pool:
        return list(pool.map(go, range(len(TWO))))


def left(group: Gathering, ids: list[UUID]) -> int:
    """How many of them are here and facilitate."""
    found = [group.workspace.load(Member, id) for id in ids]
    return sum(member.state == "here" and "facilitator" in member.tasks for member in found)


@pytest.mark.parametrize("time", range(5))
def test_of_two_who_go_at_the_same_moment_one_stays(group: Gathering, time: int) -> None:
    ids = [group.member(name) for name in TWO]

    def go(by: Act) -> object:
        return members.leave(group.workspace, by)

    def end(by: Act) -> object:
        return members.take_task(group.workspace, by, by.member, "facilitator")

    outcomes = at_once(group, go, go if time % 2 else end)
    assert sorted(outcomes) == ["OnlyFacilitator", "done"]
    assert left(group, ids) == 1


@pytest.mark.parametrize("time", range(5))
def test_of_two_who_remove_each_other_one_stays(group: Gathering, time: int) -> None:
    mair, eira = ids = [group.member(name) for name in TWO]

    def remove(member: UUID) -> Callable[[Act], object]:
        return lambda by: members.remove(group.workspace, by, member, "Achos")

    outcomes = at_once(group, remove(eira), remove(mair))
    assert outcomes.count("done") == 1
    assert left(group, ids) == 1


def test_whoever_goes_says_who_carries_on_and_the_last_one_stays(group: Gathering) -> None:
    eira = group.member("Eira")
    members.leave(group.workspace, group.act("Mair"))
    assert [type(event).__name__ for _, event in group.workspace.events_of([eira])][-1] == "CarriedOn"
    with pytest.raises(OnlyFacilitator):
        members.leave(group.workspace, group.act("Eira"))


def test_a_facilitator_asks_and_the_task_is_theirs_once_they_say_yes(group: Gathering) -> None:
    amina = group.member("Amina")
    with pytest.raises(NotYourTask):
        facilitating.ask(group.workspace, group.act("Beti"), amina)
    facilitating.ask(group.workspace, group.act("Mair"), amina)
    with pytest.raises(NotYourTask):
        members.invite(group.workspace, group.act("Amina"), side="citizen")
    facilitating.answer(group.workspace, group.act("Amina"), True)
    members.invite(group.workspace, group.act("Amina"), side="citizen")


def test_whoever_is_alone_may_go_and_does_not_stay_without_facilitating(workspace: Workspace) -> None:
    gathering = Gathering(workspace, citizens=(), professionals=())
    mair = gathering.member("Mair")
    with pytest.raises(OnlyFacilitator):
        members.take_task(workspace, gathering.act("Mair"), mair, "facilitator")
    members.leave(workspace, gathering.act("Mair"))
