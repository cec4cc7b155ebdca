"""Nobody whose words survive is forgotten."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from aggregates.credit import NOBODY, Credit, aligned, carried, voices, written
from tests.given import AMINA, BETI, EIRA, RHYS

words = st.sampled_from(["gofal", "gyda'r", "nos", "am", "wyth", "car", "dau", "a"])
texts = st.lists(words, max_size=40).map(" ".join)
authors = st.sampled_from([EIRA, BETI, AMINA, RHYS])


def owners(credit: Credit) -> list[str]:
    return [str(owner) for owner, count in credit for _ in range(int(count))]


def test_a_text_is_its_authors() -> None:
    assert written("Dau yn y car", EIRA) == [[EIRA.hex, 4]]
    assert written("", EIRA) == []
    assert written("Dau yn y car", None) == [[NOBODY, 4]]


def test_what_is_put_between_is_somebody_elses() -> None:
    credit = carried("Dau yn y car", written("Dau yn y car", EIRA), "Dau neu dri yn y car bach", BETI)
    assert credit == [[EIRA.hex, 1], [BETI.hex, 2], [EIRA.hex, 3], [BETI.hex, 1]]
    assert voices([credit]) == [EIRA, BETI]


def test_whoever_wrote_before_there_was_credit_is_nobody() -> None:
    assert carried("Dau yn y car", [], "Dau yn y car bach", BETI) == [[NOBODY, 4], [BETI.hex, 1]]
    assert voices([[[NOBODY, 4]]]) == []


def test_what_goes_elsewhere_takes_its_author_along() -> None:
    before = "Dau yn y car coch.\n\nGalwad erbyn pedwar o’r gloch.\n\nPaned gyntaf i bawb."
    credit = carried(before, written(before, EIRA), "Paned gyntaf i bawb.\n\nUn peth arall.\n\nGalwad erbyn pedwar o’r gloch.\n\nDau yn y car coch.", BETI)
    assert credit == [[EIRA.hex, 4], [BETI.hex, 3], [EIRA.hex, 10]]


@given(st.lists(st.tuples(texts, authors), min_size=1, max_size=6))
def test_every_version_is_covered_and_no_surviving_word_changes_hands(versions: list[tuple[str, UUID]]) -> None:
    (before, author), *later = versions
    credit = written(before, author)
    for after, reviser in later:
        old, new = owners(credit), owners(next_credit := carried(before, credit, after, reviser))
        assert len(new) == len(after.split())
        kept = {j + n: i + n for i, j, length in aligned(before.split(), after.split()) for n in range(length)}
        assert all(new[j] == old[i] and before.split()[i] == after.split()[j] for j, i in kept.items())
        assert {new[j] for j in range(len(new)) if j not in kept} <= {reviser.hex, *old}
        before, credit = after, next_credit


@given(texts, authors, texts, authors)
def test_unchanged_words_keep_their_authors(text: str, author: UUID, more: str, other: UUID) -> None:
    credit = written(text, author)
    assert carried(text, credit, text, other) == credit
    assert owners(carried(text, credit, f"{text} {more}", other))[: len(text.split())] == owners(credit)
    assert owners(carried(text, credit, f"{more} {text}", other)).count(author.hex) >= len(text.split())


@given(texts, texts)
def test_what_is_aligned_stands_in_both_in_one_order(before: str, after: str) -> None:
    old, new = before.split(), after.split()
    i = j = 0
    for at, to, length in aligned(old, new):
        if length:
            assert at >= i
            assert to >= j
            assert old[at : at + length] == new[to : to + length]
            i, j = at + length, to + length
