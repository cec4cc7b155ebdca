from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from aggregates.base import NETWORK
from projections.people import groups
from projections.projects import Frame, Line, Overview, frame, overview, visible
from tests.gathering import Gathering
from workers.projector import bring_to_head
from workspace import devices, members, projects, words
from workspace.story.evening_care import DESCRIPTION
from workspace.story.telling import both


def read(group: Gathering, query: Any, *args: Any, **more: Any) -> Any:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        return query(db, *args, **more)


def seen(group: Gathering, name: str | None) -> Frame | None:
    found = read(group, frame, group.project, account=group.accounts[name] if name else None)
    return found[0] if found else None


def second(group: Gathering, **change: Any) -> UUID:
    by = members.act(group.workspace, group.accounts["Mair"], NETWORK, command=uuid4(), language="cy")
    visibility = change.pop("visibility", "public")
    return projects.start(group.workspace, by, replace(DESCRIPTION, **change), visibility=visibility).id


def test_the_frame_knows_who_is_looking(group: Gathering) -> None:
    mair, eira, visitor = seen(group, "Mair"), seen(group, "Eira"), seen(group, None)
    assert mair
    assert eira
    assert visitor
    assert (mair.is_facilitator, mair.side, mair.member) == (True, "none", group.member("Mair"))
    assert (eira.is_facilitator, eira.side) == (False, "citizen")
    assert (visitor.is_member, visitor.member, visitor.name) == (False, None, dict(DESCRIPTION.name))


def test_the_frame_says_whose_cookie_it_is_while_they_are_signed_in(group: Gathering) -> None:
    secret, account = group.workspace.settings.secret, group.accounts["Eira"]
    with group.workspace.pool.connection() as db:
        cookie = devices.start(db, secret, account, "a test")
    shown, who = read(group, frame, group.project, token=devices.hash_of(secret, cookie))
    assert (shown, who[1]) == (seen(group, "Eira"), account)
    with group.workspace.pool.connection() as db:
        db.execute("update sessions set expires_at = clock_timestamp() where account = %s", (account,))
    assert read(group, frame, group.project, token=devices.hash_of(secret, cookie)) == (seen(group, None), None)


def test_what_is_for_members_alone_does_not_exist_for_others(group: Gathering) -> None:
    projects.show_to(group.workspace, group.act("Mair"), "members", "Siarad yn rhydd")
    assert seen(group, "Lowri") is None
    assert seen(group, None) is None
    assert seen(group, "Eira") is not None
    members.leave(group.workspace, group.act("Eira"))
    assert seen(group, "Eira") is None
    assert read(group, visible, group.accounts["Eira"]) == []


def test_the_overview_follows_the_stages(group: Gathering) -> None:
    for stage in ("commission", "design"):
        projects.open_stage(group.workspace, group.act("Mair"), stage, f"Dechrau {stage}")
    projects.close_stage(group.workspace, group.act("Mair"), "commission", "Wedi gorffen")
    found: Overview = read(group, overview, group.project)
    assert [(each.stage, each.is_open, each.times, each.reason) for each in found.stages] == [
        ("commission", False, 1, {"cy": "Wedi gorffen"}),
        ("design", True, 1, {"cy": "Dechrau design"}),
    ]
    projects.open_stage(group.workspace, group.act("Mair"), "commission", "Mae mwy i’w brynu")
    found = read(group, overview, group.project)
    assert next((each.is_open, each.times, each.closed_at) for each in found.stages) == (True, 2, None)


def test_it_is_described_afresh_and_words_taken_down_are_gone_everywhere(group: Gathering) -> None:
    projects.describe(group.workspace, group.act("Mair"), replace(DESCRIPTION, purpose={"cy": "Enw rhywun"}, place=both("Aeron", "Aeron")))
    with group.workspace.reading() as db:
        text = db.execute("select id from texts where body = 'Enw rhywun'").fetchone()
    assert text
    words.hide(group.workspace, group.act("Mair"), text[0], words.Place("project", group.project), "Mae’n enwi rhywun")
    found: Overview = read(group, overview, group.project)
    assert (found.purpose, found.place) == ({}, both("Aeron", "Aeron"))
    assert read(group, overview, uuid4()) is None


def test_ones_own_projects_come_first_and_only_public_ones_after(group: Gathering) -> None:
    hidden = second(group, name=both("Cudd", "Hidden"), visibility="members")
    lunch = second(group, name=both("Clwb cinio", "Lunch club"))
    eiras: list[Line] = read(group, visible, group.accounts["Eira"])
    assert [(line.id, line.is_member) for line in eiras] == [(group.project, True), (lunch, False)]
    assert {line.id for line in read(group, visible, group.accounts["Mair"], mine=True)} == {group.project, lunch, hidden}
    assert [line.id for line in read(group, visible, group.accounts["Eira"], mine=True)] == [group.project]
    assert eiras[0].people == 6
    assert eiras[0].of == 2


def test_projects_are_found_by_their_words_in_either_language_and_come_in_pages(group: Gathering) -> None:
    lunch = second(group, name=both("Clwb cinio", "Lunch club"))
    second(group, name=both("Cinio cudd", "Hidden lunch"), visibility="members")
    assert [line.id for line in read(group, visible, None, find="lunch")] == [lunch]
    assert [line.id for line in read(group, visible, None, find="cinio")] == [lunch]
    assert read(group, visible, None, find="' or 1=1 --") == []
    assert [len(read(group, visible, None, page=page, limit=1)) for page in (1, 2, 3)] == [1, 1, 0]


def test_who_is_here_at_a_glance(group: Gathering) -> None:
    members.give_task(group.workspace, group.act("Mair"), group.member("Rhys"), "facilitator")
    found = [(each.side, each.is_facilitating, each.count, sorted(each.names)) for each in read(group, groups, group.project)]
    assert found == [
        ("citizen", False, 3, ["Beti", "Eira", "Tomos"]),
        ("professional", False, 2, ["Amina", "Rhys"]),
        ("none", True, 2, ["Mair", "Rhys"]),
    ]
