"""Two texts in, marked words out: nothing is lost of either."""

from hypothesis import given
from hypothesis import strategies as st

from web.differences import difference

texts = st.lists(st.sampled_from(["gofal", "nos", "am", "wyth", "- un\n", "dau", "a\n\n"]), max_size=30).map(" ".join).map(str.strip)


def test_what_went_stands_before_what_came() -> None:
    assert difference("Dau yn y car coch.", "Tri yn y car coch bach.") == [
        ("removed", "Dau "),
        ("added", "Tri "),
        ("same", "yn y car "),
        ("removed", "coch. "),
        ("added", "coch bach."),
    ]
    assert difference("", "") == []
    assert difference("Un", "Un") == [("same", "Un")]


def test_lines_stay_lines_and_words_stay_apart() -> None:
    assert difference("- un\n- dau", "- un\n- tri\n- dau") == [("same", "- un\n- "), ("added", "tri\n- "), ("same", "dau")]
    assert difference("un dau", "un") == [("same", "un "), ("removed", "dau")]


@given(texts, texts)
def test_both_texts_can_be_read_from_it(before: str, after: str) -> None:
    found = difference(before, after)
    assert "".join(words for what, words in found if what != "removed").split() == after.split()
    assert "".join(words for what, words in found if what != "added").split() == before.split()
    assert all(words for _, words in found)
