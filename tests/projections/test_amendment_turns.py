"""Whose turn it is when a change was suggested, and who hears of what."""

from typing import Any
from uuid import UUID

import pytest

from aggregates.amendment import Amendment
from projections.home import thanks, turns
from tests.gathering import Gathering
from workers.projector import bring_to_head
from workspace import amendments, proposals
from workspace.story.telling import both

HEAD = both("Clywed", "Hear"), both("Yn fyr", "In short")


@pytest.fixture
def made(group: Gathering) -> UUID:
    made = proposals.draft(group.workspace, group.act("Eira"), *HEAD, {"en": "The desk rings before four."}).id
    proposals.add_author(group.workspace, group.act("Eira"), made, group.member("Rhys"))
    return made


def suggest(group: Gathering, made: UUID, by: str = "Beti") -> UUID:
    return amendments.suggest(group.workspace, group.act(by), made, 1, "en", 1, "The desk rings or texts before four.", "Texts are kinder").id


def saw(group: Gathering, amendment: UUID) -> int:
    return group.workspace.load(Amendment, amendment).version


def read(group: Gathering, query: Any, name: str) -> Any:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        return query(db, group.accounts[name])


def waiting(group: Gathering, name: str) -> list[tuple[str, UUID]]:
    return [(turn.kind, turn.id) for turn in read(group, turns, name)]


def told(group: Gathering) -> list[tuple[str, UUID]]:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        return db.execute("select occasion, recipient from outbox_facts order by position, recipient").fetchall()


def test_it_is_the_turn_of_every_author_until_one_answers(group: Gathering, made: UUID) -> None:
    amendment = suggest(group, made)
    assert [waiting(group, name) for name in ("Eira", "Rhys", "Beti")] == [[("amendment", amendment)], [("amendment", amendment)], []]
    amendments.decline(group.workspace, group.act("Rhys"), amendment, "No")
    assert [waiting(group, name) for name in ("Eira", "Rhys", "Beti")] == [[], [], []]


def test_ones_own_waits_for_the_others(group: Gathering, made: UUID) -> None:
    amendment = suggest(group, made, "Eira")
    assert [waiting(group, name) for name in ("Eira", "Rhys")] == [[], [("amendment", amendment)]]


def test_whoever_was_overtaken_is_asked_and_then_the_authors_again(group: Gathering, made: UUID) -> None:
    amendment = suggest(group, made)
    proposals.revise(group.workspace, group.act("Eira"), made, 1, *HEAD, {"en": "The rota desk rings before four."})
    assert [waiting(group, name) for name in ("Eira", "Beti")] == [[], [("meaning", amendment)]]
    amendments.still_mean(group.workspace, group.act("Beti"), amendment, saw(group, amendment))
    assert [waiting(group, name) for name in ("Eira", "Beti")] == [[("amendment", amendment)], []]
    amendments.accept(group.workspace, group.act("Eira"), amendment, saw(group, amendment))
    assert waiting(group, "Rhys") == []
    (thanked,) = read(group, thanks, "Beti")
    assert (thanked.kind, thanked.proposal, thanked.title) == ("accepted", made, HEAD[0])


def test_nothing_waits_at_a_proposal_that_was_withdrawn_or_left(group: Gathering, made: UUID) -> None:
    suggest(group, made)
    proposals.leave_authors(group.workspace, group.act("Rhys"), made)
    assert waiting(group, "Rhys") == []
    proposals.withdraw(group.workspace, group.act("Eira"), made, "Done")
    assert waiting(group, "Eira") == []


def test_who_is_written_to(group: Gathering, made: UUID) -> None:
    first, second = suggest(group, made), suggest(group, made, "Tomos")
    proposals.comment(group.workspace, group.act("Eira"), made, 1, "en", 1, "Who rings?")
    amendments.accept(group.workspace, group.act("Eira"), first, saw(group, first))
    amendments.decline(group.workspace, group.act("Rhys"), second, "No")
    eira, rhys, beti, tomos = (group.member(name) for name in ("Eira", "Rhys", "Beti", "Tomos"))
    assert sorted(told(group)) == sorted(
        [
            ("made an author", rhys),
            *[("change suggested", author) for author in (eira, rhys) for _ in range(2)],
            ("proposal commented", rhys),
            ("change accepted", beti),
            ("change overtaken", tomos),
            ("change declined", tomos),
        ]
    )
