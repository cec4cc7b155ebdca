from typing import Any
from uuid import uuid4

import pytest

from aggregates.errors import Empty, MethodIsSetAside, NotFound, NotYours, TextMovedOn, UnknownChoice
from aggregates.method import LONGEST_MINUTES, MOST_PEOPLE, SECTIONS, Method, Sections
from tests.given import BETI, EIRA, MAIR, act, both, happened, text

FITS: dict[str, Any] = {"kind": "round", "minutes_least": 10, "minutes_most": 20, "people_least": 3, "people_most": 12, "ways": ["room", "remote"]}


def words(**more: Any) -> Sections:
    return {section: both() for section in SECTIONS} | more


def method() -> Method:
    return Method.add(act(MAIR), uuid4(), words(), FITS)


def test_a_method_is_added_by_its_author_with_what_it_fits() -> None:
    said, id = words(), uuid4()
    added = Method.add(act(MAIR), id, said, FITS)
    assert (added.id, added.author, added.text_version, added.words, added.fits) == (id, MAIR, 1, said, FITS)
    assert happened(added) == ["Added"]


@pytest.mark.parametrize("section", ["name", "purpose", "steps"])
def test_a_method_without_a_name_a_purpose_or_steps_is_none(section: str) -> None:
    with pytest.raises(Empty):
        Method.add(act(MAIR), uuid4(), words(**{section: []}), FITS)
    with pytest.raises(Empty):
        method().revise(act(MAIR), 1, words(**{section: []}), FITS, None)


def test_the_rest_may_be_left_out_and_one_language_is_enough() -> None:
    sparse: Sections = {"name": [text()], "purpose": [text()], "steps": [text()]}
    assert happened(Method.add(act(MAIR), uuid4(), sparse, FITS | {"people_most": None})) == ["Added"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "lecture"},
        {"ways": []},
        {"ways": ["by owl"]},
        {"minutes_least": 0},
        {"minutes_least": 30},
        {"minutes_most": LONGEST_MINUTES + 1},
        {"people_least": 0},
        {"people_least": 13},
        {"people_most": MOST_PEOPLE + 1},
        {"people_least": MOST_PEOPLE + 1, "people_most": None},
        {"weather": "fine"},
    ],
    ids=str,
)
def test_what_a_method_fits_is_one_of_what_there_is(wrong: dict[str, Any]) -> None:
    with pytest.raises(UnknownChoice):
        Method.add(act(MAIR), uuid4(), words(), FITS | wrong)


def test_a_revision_is_a_new_version_of_the_one_that_was_read() -> None:
    revised, said = method(), words()
    revised.revise(act(EIRA), 1, said, FITS | {"minutes_most": 40}, text())
    assert (revised.text_version, revised.words, revised.fits["minutes_most"], revised.author) == (2, said, 40, MAIR)
    with pytest.raises(TextMovedOn) as refused:
        revised.revise(act(MAIR), 1, words(), FITS, None)
    assert refused.value.values == {"version": 2}
    assert happened(revised) == ["Added", "Revised"]


def test_what_was_set_aside_is_not_revised_until_it_is_brought_back() -> None:
    aside = method()
    aside.bring_back(act(MAIR))
    aside.set_aside(act(MAIR), text())
    for verb in (lambda: aside.revise(act(MAIR), 1, words(), FITS, None), lambda: aside.set_aside(act(MAIR), text())):
        with pytest.raises(MethodIsSetAside):
            verb()
    aside.bring_back(act(MAIR))
    aside.revise(act(MAIR), 1, words(), FITS, None)
    assert happened(aside) == ["Added", "SetAside", "BroughtBack", "Revised"]


def test_whoever_used_it_says_how_it_went_also_once_it_is_set_aside() -> None:
    used = method()
    used.set_aside(act(MAIR), text())
    used.note(act(BETI), text(), "badly")
    with pytest.raises(UnknownChoice):
        used.note(act(BETI), text(), "so-so")
    assert happened(used) == ["Added", "SetAside", "Noted"]


def test_a_note_is_taken_back_by_whoever_wrote_it_alone() -> None:
    used, words = method(), text()
    used.note(act(BETI), words, "well")
    with pytest.raises(NotYours):
        used.take_back_note(act(EIRA), words.id)
    used.take_back_note(act(BETI), words.id)
    with pytest.raises(NotFound):
        used.take_back_note(act(BETI), words.id)
    assert happened(used) == ["Added", "Noted", "NoteTakenBack"]
