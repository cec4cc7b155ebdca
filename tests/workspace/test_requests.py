"""Asking to take part: once at a time, answered by a facilitator, told to nobody else."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest

from aggregates.errors import AskedAlready, MemberIsHere, NobodyAsks, NotAMember, NotFound, NotYourTask
from aggregates.member import Member
from tests.gathering import Gathering
from workspace import decisions, members, requests, words
from workspace.application import Receipt, Workspace
from workspace.requests import Asking


def ask(group: Gathering, name: str = "Delyth", *, command: UUID | None = None) -> Receipt:
    asking = Asking(name, "citizen", "Dw i’n gofalu am Mam")
    return requests.ask(group.workspace, group.accounts[name], group.project, asking, command=command or uuid4(), language="cy")


def take_back(group: Gathering, name: str = "Delyth") -> Receipt:
    return requests.take_back(group.workspace, group.accounts[name], group.project, command=uuid4(), language="cy")


def count(group: Gathering, sql: str, *values: object) -> int:
    with group.workspace.reading() as db:
        row = db.execute(sql.encode(), values).fetchone()
    assert row is not None
    return int(row[0])


def test_whoever_is_welcomed_is_on_the_next_roll(group: Gathering) -> None:
    group.adopt_charter()
    member = ask(group).id
    with pytest.raises(NotAMember):
        group.act("Delyth")
    assert member.hex not in members.roll(group.workspace, group.project)
    before = group.open()
    requests.welcome(group.workspace, group.act("Mair"), member)
    assert group.act("Delyth").member == member
    assert member.hex in members.roll(group.workspace, group.project)
    decisions.vote(group.workspace, group.act("Delyth"), group.open(), "yes", "", 0)
    with pytest.raises(Exception, match="NotOnTheRoll"):
        decisions.vote(group.workspace, group.act("Delyth"), before, "yes", "", 0)


def test_only_a_facilitator_answers_and_only_once(group: Gathering) -> None:
    member = ask(group).id
    with pytest.raises(NotYourTask):
        requests.welcome(group.workspace, group.act("Eira"), member)
    with pytest.raises(NotYourTask):
        requests.turn_away(group.workspace, group.act("Eira"), member, "Na")
    requests.turn_away(group.workspace, group.act("Mair"), member, "Mae’r grŵp yn llawn tan y Pasg")
    with pytest.raises(NobodyAsks):
        requests.welcome(group.workspace, group.act("Mair"), member)
    assert count(group, "select count(*) from texts where owner = %s", member) == 0
    assert count(group, "select count(*) from memberships where member = %s and name = ''", member) == 1


def test_one_asks_once_at_a_time_and_again_after_a_no(group: Gathering) -> None:
    with pytest.raises(MemberIsHere):
        ask(group, "Eira")
    first = ask(group).id
    with pytest.raises(AskedAlready):
        ask(group)
    requests.turn_away(group.workspace, group.act("Mair"), first, "Ddim eto")
    second = ask(group).id
    assert second != first
    requests.welcome(group.workspace, group.act("Mair"), second)
    assert group.act("Delyth").member == second


def test_pressed_twice_or_from_two_screens_it_is_asked_once(group: Gathering) -> None:
    command = uuid4()
    assert ask(group, command=command).id == ask(group, command=command).id
    take_back(group)
    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(lambda _: _outcome(group), range(4)))
    assert sorted(outcomes) == ["AskedAlready"] * 3 + ["asked"]


def _outcome(group: Gathering) -> str:
    try:
        ask(group)
    except AskedAlready:
        return "AskedAlready"
    return "asked"


def test_what_was_taken_back_leaves_neither_words_nor_name(group: Gathering) -> None:
    member = ask(group).id
    assert count(group, "select count(*) from texts where owner = %s", member) == 1
    take_back(group)
    assert count(group, "select count(*) from texts where owner = %s", member) == 0
    assert count(group, "select count(*) from memberships where member = %s and account is null and name = ''", member) == 1
    with pytest.raises(NobodyAsks):
        take_back(group)
    with pytest.raises(NobodyAsks):
        take_back(group, "Helen")


def test_whoever_asked_and_comes_by_an_invitation_asks_no_longer(group: Gathering) -> None:
    asked = ask(group).id
    offer = members.invite(group.workspace, group.act("Mair"), side="citizen", name="Delyth")
    members.claim(group.workspace, group.accounts["Delyth"], offer.secret, command=uuid4(), language="cy", name="Delyth")
    assert group.act("Delyth").member == offer.receipt.id
    assert group.workspace.load(Member, asked).state == "taken back"
    assert count(group, "select count(*) from texts where owner = %s", asked) == 0
    assert count(group, "select count(*) from memberships where member = %s and account is null and name = ''", asked) == 1


def test_a_name_that_was_taken_down_stays_down_when_its_bearer_is_welcomed(group: Gathering) -> None:
    asked = ask(group).id
    words.hide(group.workspace, group.act("Mair"), asked, words.Place("name", asked), "It names somebody")
    requests.welcome(group.workspace, group.act("Mair"), asked)
    assert count(group, "select count(*) from names where member = %s and name is null", asked) == 1


def test_nobody_asks_into_a_project_that_is_for_its_members_only(workspace: Workspace) -> None:
    closed = Gathering(workspace, visibility="members")
    with pytest.raises(NotFound):
        ask(closed)
