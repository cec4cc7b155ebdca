"""The big screen: what everybody in the room sees, and no more."""

import pytest

from tests.evening import Evening
from tests.gathering import Gathering
from workspace import choices, proceedings

from .browsing import Reader


@pytest.fixture
def there(reader: Reader, gathering: Gathering, evening: Evening) -> str:
    reader.sign_in(gathering.accounts["Mair"])
    return f"/en/projects/{gathering.project}/sessions/{evening.id}/screen"


def test_the_code_and_the_question_are_there_in_both_languages(reader: Reader, evening: Evening, there: str) -> None:
    evening.go_to(0, "write")
    page = reader.open(there).text
    for said in (evening.code, "Beth wnaeth hi’n dda?", "What made it good?", 'role="img"'):
        assert said in page


def test_a_card_is_seen_only_once_it_is_shown_and_without_its_author(reader: Reader, evening: Evening, there: str) -> None:
    evening.go_to(0, "write")
    gwenno = evening.arrive("Gwenno")
    evening.card(evening.act_of(gwenno), "Paned o de", is_shown=True)
    evening.card(evening.act_of(gwenno), "Bws am naw")
    evening.go_to(0, "share")
    page = reader.open(there).text
    assert "Paned o de" in page
    assert "Bws am naw" not in page
    assert "Gwenno" not in page


def test_counts_are_hidden_until_they_are_shown(reader: Reader, evening: Evening, there: str) -> None:
    gwenno = evening.arrive()
    evening.go_to(2, "choose")
    choices.choose(evening.gathering.workspace, evening.act_of(gwenno), evening.id, evening.blocks[2], {"level": 2})
    evening.go_to(2, "talk")
    assert "What was chosen" not in reader.open(there).text
    proceedings.show_counts(evening.gathering.workspace, evening.act("Mair"), evening.id, True)
    assert "What was chosen" in reader.open(there).text
    proceedings.blank(evening.gathering.workspace, evening.act("Mair"), evening.id, True)
    assert "What was chosen" not in reader.open(there).text


def test_the_same_is_there_in_words_to_be_described(reader: Reader, evening: Evening, there: str) -> None:
    evening.go_to(0, "write")
    page = reader.open(f"{there}?view=words").text
    assert "What made it good?" in page
    assert 'class="big-screen"' not in page


def test_only_those_who_lead_open_it(reader: Reader, gathering: Gathering, there: str) -> None:
    assert reader.sign_in(gathering.accounts["Eira"]).open(there).status_code == 403
