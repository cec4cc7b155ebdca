"""Proposals are talked over and amended, their pages are read."""

from typing import Any
from uuid import UUID

import pytest

from projections.proposals import Comment, Proposal, Suggestion, as_comments, comment_rows, proposal, suggestion, suggestions
from tests.gathering import Gathering
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace import amendments, words
from workspace import proposals as acts
from workspace.story.telling import both

HEAD = both("Clywed erbyn pedwar", "Hear by four"), both("Yn fyr", "In short")
CY = "Mae’r ddesg rota yn ffonio pawb cyn pedwar.\n\nY Cyngor sy’n talu am bob galwad."
CHANGED = "Mae’r ddesg rota yn ffonio neu’n tecstio pawb cyn pedwar."


@pytest.fixture
def made(group: Gathering) -> UUID:
    return acts.draft(group.workspace, group.act("Eira"), *HEAD, {"cy": CY, "en": "Two in the car"}).id


def suggest(group: Gathering, made: UUID, by: str = "Beti", text: str = CHANGED) -> UUID:
    return amendments.suggest(group.workspace, group.act(by), made, 1, "cy", 1, text, "Does dim ffôn gan bawb").id


def revise(group: Gathering, made: UUID, cy: str) -> None:
    acts.revise(group.workspace, group.act("Eira"), made, 1, *HEAD, {"cy": cy, "en": "Two in the car"})


def one(group: Gathering, id: UUID) -> Suggestion:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        found = suggestion(db, group.project, id)
    assert found is not None
    return found


def page(group: Gathering, made: UUID, **more: Any) -> Proposal:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        found = proposal(db, group.project, made, viewer=group.member("Beti"), **more)
    assert found is not None
    return found


def said(group: Gathering, made: UUID) -> list[Comment]:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        return as_comments(comment_rows(db, made))


def test_a_suggestion_as_it_is_read(group: Gathering, made: UUID) -> None:
    found = one(group, suggest(group, made))
    assert (found.number, found.name, found.side, found.language, found.paragraph, found.version) == (1, "Beti", "citizen", "cy", 1, 1)
    assert (found.words, found.own, found.why, found.state, found.seen) == (CHANGED, CHANGED, {"cy": "Does dim ffôn gan bawb"}, "open", 1)


def test_it_goes_with_its_paragraph_or_is_overtaken(group: Gathering, made: UUID) -> None:
    first = suggest(group, made)
    revise(group, made, "Paned gyntaf.\n\n" + CY)
    assert (one(group, first).paragraph, one(group, first).version, one(group, first).is_asked) == (2, 2, False)
    acts.revise(group.workspace, group.act("Eira"), made, 2, *HEAD, {"cy": CY.replace("pawb", "pob un")})
    found = one(group, first)
    assert (found.paragraph, found.version, found.is_asked, found.words) == (1, 3, True, CHANGED.replace("pawb", "pob un"))
    assert found.own == CHANGED


def test_an_accepted_one_is_read_against_the_text_it_changed(group: Gathering, made: UUID) -> None:
    first, second = suggest(group, made), suggest(group, made, "Rhys", CY.partition("\n")[0].replace("pedwar", "tri"))
    amendments.accept(group.workspace, group.act("Eira"), first, 1)
    found, other = one(group, first), one(group, second)
    assert (found.state, found.version, found.paragraph, found.taken_into, found.settled_name) == ("accepted", 1, 1, 2, "Eira")
    assert (other.state, other.version, other.is_asked) == ("open", 2, True)
    assert [each.name for each in page(group, made).voices] == ["Eira", "Beti"]
    assert [each.name for each in page(group, made, version=1).voices] == ["Eira"]
    assert [(each.version, each.suggested_by) for each in page(group, made).versions] == [(2, "Beti"), (1, None)]
    with group.workspace.reading() as db:
        assert [each.number for each in suggestions(db, group.project, made)] == [1, 2]


def test_comments_stand_at_their_paragraph_for_as_long_as_it_stands(group: Gathering, made: UUID) -> None:
    for paragraph in (1, 2):
        acts.comment(group.workspace, group.act("Rhys"), made, 1, "cy", paragraph, f"Sylw {paragraph}")
    revise(group, made, "Paned gyntaf.\n\nY Cyngor sy’n talu am bob galwad.")
    acts.comment(group.workspace, group.act("Rhys"), made, 1, "cy", 2, "Yn hwyr")
    assert [(each.words, each.place, each.version, each.paragraph) for each in said(group, made)] == [
        ({"cy": "Sylw 1"}, None, 1, 1),
        ({"cy": "Sylw 2"}, 2, 1, 2),
        ({"cy": "Yn hwyr"}, None, 1, 2),
    ]


def test_strengths_worries_and_what_is_beside_the_text(group: Gathering, made: UUID) -> None:
    acts.weigh(group.workspace, group.act("Rhys"), made, "worry", "Pwy sy’n talu?")
    acts.write_part(group.workspace, group.act("Eira"), made, "cost", {"cy": "Dim"})
    acts.write_part(group.workspace, group.act("Eira"), made, "cost", both("£40", "£40"))
    found = page(group, made)
    assert [(note.kind, note.words, note.name, note.version) for note in found.notes] == [("worry", {"cy": "Pwy sy’n talu?"}, "Rhys", 1)]
    assert [(each.part, each.words) for each in found.beside] == [("cost", both("£40", "£40"))]
    assert not found.wants_easy_read


def test_authors_come_and_go(group: Gathering, made: UUID) -> None:
    acts.add_author(group.workspace, group.act("Eira"), made, group.member("Beti"))
    assert page(group, made).is_author
    acts.leave_authors(group.workspace, group.act("Eira"), made)
    assert [each.name for each in page(group, made).authors] == ["Beti"]


def test_words_that_were_taken_down_are_not_there(group: Gathering, made: UUID) -> None:
    first = suggest(group, made)
    acts.comment(group.workspace, group.act("Rhys"), made, 1, "cy", 1, "Sylw")
    acts.weigh(group.workspace, group.act("Rhys"), made, "worry", "Pryder")
    found = one(group, first)
    assert found.text is not None
    for text, kind in (
        (found.text, "amendment"),
        (found.why_text, "amendment"),
        (said(group, made)[0].text, "comment"),
        (page(group, made).notes[0].text, "note"),
    ):
        words.hide(group.workspace, group.act("Mair"), text, words.Place(kind, made), "Enw")
    found = one(group, first)
    assert (found.words, found.own, found.why) == (None, None, {})
    assert (said(group, made)[0].words, page(group, made).notes[0].words) == ({}, {})


def test_rebuilt_equals_live(group: Gathering, made: UUID) -> None:
    first, second = suggest(group, made), suggest(group, made, "Rhys", "Rhywbeth arall.")
    bring_to_head(group.workspace)
    amendments.accept(group.workspace, group.act("Eira"), first, 1)
    bring_to_head(group.workspace)
    amendments.decline(group.workspace, group.act("Eira"), second, "Na")
    assert not check(group.workspace).differing
