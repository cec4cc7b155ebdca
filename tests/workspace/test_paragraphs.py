"""Paragraphs keep their place, or are found again."""

from hypothesis import given
from hypothesis import strategies as st

from workspace.paragraphs import became, moves, paragraphs, rebased, replaced

TEXT = "Mae dau yn dod.\n\nMae’r car yn un coch.\n \n- un\n- dau\n\n\nDiwedd."
blocks = st.lists(st.sampled_from(["Un peth.", "Dau beth\nar ddwy linell.", "Tri pheth.", "Pedwar peth."]), max_size=6)


def test_a_blank_line_ends_a_paragraph() -> None:
    assert paragraphs(TEXT) == ["Mae dau yn dod.", "Mae’r car yn un coch.", "- un\n- dau", "Diwedd."]
    assert paragraphs(" \n\n ") == []


def test_a_paragraph_is_replaced_by_its_number() -> None:
    assert paragraphs(replaced(TEXT, 2, "Mae’r car yn las.\n\nMae’n fach. ")) == [
        "Mae dau yn dod.",
        "Mae’r car yn las.",
        "Mae’n fach.",
        "- un\n- dau",
        "Diwedd.",
    ]


def test_what_did_not_change_is_followed_wherever_it_goes() -> None:
    assert moves(TEXT, TEXT) == [1, 2, 3, 4]
    assert moves(TEXT, "Diwedd.\n\nNewydd.\n\n- un\n- dau\n\nMae dau yn dod.") == [4, None, 3, 1]
    assert moves("Un.\n\nUn.", "Un.") == [1, None]
    assert moves(TEXT, "") == [None, None, None, None]


@given(blocks, blocks)
def test_a_place_holds_the_same_words_and_is_taken_once(before: list[str], after: list[str]) -> None:
    found = [(words, place) for words, place in zip(before, moves("\n\n".join(before), "\n\n".join(after)), strict=True) if place]
    assert all(after[place - 1] == words for words, place in found)
    assert len({place for _, place in found}) == len(found)
    lost = [words for words, place in zip(before, moves("\n\n".join(before), "\n\n".join(after)), strict=True) if place is None]
    assert not set(lost) & {words for place, words in enumerate(after, 1) if place not in {at for _, at in found}}


def test_a_paragraph_in_other_words_is_found_among_the_new_ones() -> None:
    after = "Newydd sbon.\n\nMae dau yn dod.\n\nMae’r car yn un coch a mawr.\n\nDiwedd."
    assert became(TEXT, 2, after) == 3
    assert became(TEXT, 3, after) is None
    assert became("Mae dau yn dod.\n\nMae tri yn dod.", 1, "Mae tri yn dod.") is None


def test_a_change_is_made_to_the_words_that_stand_there_now() -> None:
    before, changed = "Mae’r ddesg yn ffonio bob dydd.", "Mae’r ddesg yn ffonio neu’n tecstio bob dydd."
    assert rebased(before, changed, "Mae’r ddesg rota yn ffonio bob dydd cyn pedwar.") == "Mae’r ddesg rota yn ffonio neu’n tecstio bob dydd cyn pedwar."
    assert rebased(before, changed, "Dim ond ar ddydd Llun.") is None


@given(blocks.filter(bool), st.data())
def test_a_change_to_words_that_did_not_move_is_the_change_itself(before: list[str], data: st.DataObject) -> None:
    words = data.draw(st.sampled_from(before))
    assert rebased(words, "Rhywbeth arall.", words) == "Rhywbeth arall."
