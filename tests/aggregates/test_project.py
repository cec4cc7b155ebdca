from typing import Any
from uuid import uuid4

import pytest

from aggregates.errors import NotFound, StageIsNotOpen, StageIsOpen
from aggregates.project import Project
from tests.given import MAIR, PROJECT, act, both, happened, text


def details() -> dict[str, Any]:
    return {name: both() for name in ("name", "purpose", "question", "place", "contact", "telephone")} | {"sides": {"citizen": both(), "professional": both()}}


def project(visibility: str = "public") -> Project:
    return Project.start(act(MAIR), **details(), visibility=visibility)


def test_a_project_has_the_id_that_its_acts_name_and_no_stage_yet() -> None:
    started = project()
    assert (started.id, started.visibility, started.open_stages) == (PROJECT, "public", [])
    assert happened(started) == ["Started"]


def test_an_imported_project_says_where_it_was_published() -> None:
    started = Project.start(act(MAIR), **details(), visibility="public", source="https://polis.example/2demo")
    assert vars(started.pending_events[0])["source"] == "https://polis.example/2demo"


def test_it_is_described_afresh() -> None:
    started, words = project(), details()
    started.describe(act(MAIR), **words)
    assert started.name == words["name"]
    assert happened(started) == ["Started", "Described"]


def test_it_is_shown_to_its_members_alone_and_saying_so_again_changes_nothing() -> None:
    started = project()
    started.show_to(act(MAIR), "members", text())
    started.show_to(act(MAIR), "members", text())
    assert started.visibility == "members"
    started.show_to(act(MAIR), "public", text())
    assert happened(started) == ["Started", "ShownTo", "ShownTo"]


def test_stages_are_opened_closed_and_gone_back_to_and_several_can_be_open() -> None:
    started = project()
    started.open_stage(act(MAIR), "commission", text())
    started.open_stage(act(MAIR), "design", text())
    started.close_stage(act(MAIR), "commission", text())
    assert (started.open_stages, started.closed_stages) == (["design"], ["commission"])
    started.open_stage(act(MAIR), "commission", text())
    assert (started.open_stages, started.closed_stages) == (["design", "commission"], [])
    started.close_stage(act(MAIR), "commission", text())
    assert happened(started) == ["Started", "StageOpened", "StageOpened", "StageClosed", "WentBack", "StageClosed"]


def test_an_open_stage_is_not_opened_twice() -> None:
    started = project()
    started.open_stage(act(MAIR), "design", text())
    with pytest.raises(StageIsOpen):
        started.open_stage(act(MAIR), "design", text())


def test_only_an_open_stage_is_closed() -> None:
    started = project()
    with pytest.raises(StageIsNotOpen):
        started.close_stage(act(MAIR), "design", text())
    started.open_stage(act(MAIR), "design", text())
    started.close_stage(act(MAIR), "design", text())
    with pytest.raises(StageIsNotOpen):
        started.close_stage(act(MAIR), "design", text())
    assert happened(started) == ["Started", "StageOpened", "StageClosed"]


def test_its_footing_is_written_and_written_afresh() -> None:
    started = project()
    for _ in range(2):
        started.write_mandate(act(MAIR), both(), both(), both(), "2028-03-31", [], both())
    started.write_care(act(MAIR), both(), [], [], both(), [])
    started.write_delivery(act(MAIR), both())
    started.write_better(act(MAIR), both())
    assert happened(started) == ["Started", "MandateWritten", "MandateWritten", "CareWritten", "DeliveryWritten", "BetterWritten"]


def test_an_organisation_that_never_came_does_not_leave() -> None:
    started, council = project(), uuid4()
    with pytest.raises(NotFound):
        started.part_from_organisation(act(MAIR), council)
    started.join_organisation(act(MAIR), council, both(), [])
    started.part_from_organisation(act(MAIR), council)
    with pytest.raises(NotFound):
        started.part_from_organisation(act(MAIR), council)
    assert happened(started) == ["Started", "OrganisationJoined", "OrganisationLeft"]


@pytest.mark.parametrize("visibility", ["members", "sensitive"])
def test_a_project_becomes_sensitive_and_is_opened_again(visibility: str) -> None:
    started = project(visibility)
    started.show_to(act(MAIR), "sensitive", text())
    started.show_to(act(MAIR), "public", text())
    assert started.visibility == "public"
