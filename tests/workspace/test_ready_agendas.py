"""Agendas to begin with: each fits what it says, in both languages, and is one that a session takes."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from aggregates.agenda import KINDS, must_be_a_block
from aggregates.session import Session
from tests.gathering import Gathering
from workspace import sessions
from workspace.application import Workspace
from workspace.ready_agendas import READY, Ready
from workspace.sessions import LONGEST, Each, Told
from workspace.story.telling import both

MINUTES = {"two hours": 120, "from home": 90, "room and home": 120, "kitchen table": 60, "walk-about": 90}

every = pytest.mark.parametrize("ready", READY, ids=lambda each: each.name)


def words_of(ready: Ready) -> Iterator[tuple[str, Each]]:
    yield from (("title", ready.called), ("title", ready.suits))
    for block in ready.blocks:
        yield from block.words.items()


def test_there_are_five_and_their_parts_add_up_to_what_they_say() -> None:
    assert {each.name: each.minutes for each in READY} == MINUTES


@every
def test_its_parts_are_of_kinds_that_there_are(ready: Ready) -> None:
    for block in ready.blocks:
        must_be_a_block(block.kind, KINDS[block.kind], block.minutes, block.settings)


@every
def test_its_words_stand_in_both_languages_and_no_two_are_alike(ready: Ready) -> None:
    for what, said in words_of(ready):
        if said:
            assert set(said) == {"cy", "en"}, said
            assert said["cy"] != said["en"], said
            assert max(map(len, said.values())) <= LONGEST[what], said


@every
def test_every_part_is_called_something_and_those_with_writing_ask_something(ready: Ready) -> None:
    for block in ready.blocks:
        assert block.words["title"], block
        assert block.words["question"] or "write" not in KINDS[block.kind], block


@every
def test_nobody_sits_for_more_than_an_hour_without_a_break(ready: Ready) -> None:
    since = 0
    for block in ready.blocks:
        since = 0 if block.kind == "break" else since + block.minutes
        assert since <= 60, block


@every
def test_the_start_says_how_people_get_in_and_the_end_says_thanks(ready: Ready) -> None:
    first, last = ready.blocks[0], ready.blocks[-1]
    assert first.kind == "welcome"
    assert any("iolch" in said["cy"] for said in last.words.values() if said)
    assert ready.minutes <= 60 or first.words["notes"]


def test_of_a_walk_nothing_is_written_down_while_people_walk() -> None:
    walk = next(each for each in READY if each.name == "walk-about")
    assert [block.words["title"]["en"] for block in walk.blocks if not block.is_recorded] == ["Walk in pairs"]


@every
def test_a_session_takes_it_as_it_is(ready: Ready, workspace: Workspace, gathering: Gathering) -> None:
    starts_at = workspace.now() + timedelta(days=7)
    told = Told(both("Noson", "An evening"), "hybrid", 30)
    planned = sessions.plan(workspace, gathering.act("Mair"), told, starts_at, starts_at + timedelta(minutes=ready.minutes), ready.blocks)
    kept = list(workspace.load(Session, planned.id).blocks.values())
    assert [(each.kind, each.minutes, each.is_recorded) for each in kept] == [(each.kind, each.minutes, each.is_recorded) for each in ready.blocks]
