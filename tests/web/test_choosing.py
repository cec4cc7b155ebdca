"""Choosing from a phone: dots and how it feels."""

from uuid import UUID

import pytest

from projections.agendas import session
from projections.rooms import own_marks
from tests.evening import Evening
from workspace import cards
from workspace.attending import Arrived

from .browsing import Reader


@pytest.fixture
def options(evening: Evening, gwenno: Arrived) -> list[str]:
    """The ids (hex) of two cards from which the group chooses now."""
    evening.go_to(0, "write")
    found = [evening.card(evening.act_of(gwenno), text, is_shown=True) for text in ("Paned", "Bws")]
    evening.go_to(1, "choose", *found)
    return [card.hex for card in found]


def there(evening: Evening, block: int) -> str:
    return f"/en/here/{evening.id}/blocks/{evening.blocks[block]}/choices"


def own(evening: Evening, arrived: Arrived, block: int) -> dict[str, int]:
    with evening.gathering.workspace.reading() as db:
        return own_marks(db, evening.blocks[block], 1, evening.guest(arrived).member)


def test_dots_are_put_changed_and_taken_back(reader: Reader, evening: Evening, gwenno: Arrived, options: list[str]) -> None:
    tea, bus = options
    page = reader.open(f"/en/here/{evening.id}").text
    assert "You have 3 dots." in page
    assert "Paned" in page
    reader.press(there(evening, 1), **{f"dots_{tea}": "2", f"dots_{bus}": "1"})
    assert own(evening, gwenno, 1) == {tea: 2, bus: 1}
    assert "What you chose is kept." in reader.open(f"/en/here/{evening.id}").text
    reader.press(there(evening, 1), **{f"dots_{tea}": "0", f"dots_{bus}": "2"})
    assert own(evening, gwenno, 1) == {bus: 2}
    reader.open(f"/en/here/{evening.id}")
    reader.press(f"{there(evening, 1)}?_method=delete")
    assert own(evening, gwenno, 1) == {}


def test_more_dots_than_there_are_are_refused_and_stay_in_the_form(reader: Reader, evening: Evening, gwenno: Arrived, options: list[str]) -> None:
    tea, bus = options
    reader.open(f"/en/here/{evening.id}")
    refused = reader.press(there(evening, 1), **{f"dots_{tea}": "2", f"dots_{bus}": "2"})
    assert refused.status_code == 422
    assert "That is more dots than there are: 3 at most, and here are 4." in refused.text
    assert f'name="dots_{tea}" type="number" inputmode="numeric" min="0" max="2" value="2"' in refused.text
    assert own(evening, gwenno, 1) == {}


def test_how_it_feels_is_said_and_counted_when_the_group_moves_on(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(2, "choose")
    reader.open(f"/en/here/{evening.id}")
    reader.press(there(evening, 2), level="-1")
    assert own(evening, gwenno, 2) == {"level": -1}
    evening.go_to(2, "talk")
    reader.open(f"/en/here/{evening.id}")
    with evening.gathering.workspace.reading() as db:
        found = session(db, evening.id)
    assert found is not None
    (counted,) = found.blocks[2].counts
    assert (counted["outcome"]["people"], counted["outcome"]["levels"]["-1"]) == (1, 1)


def test_a_choice_that_comes_after_the_group_moved_on_is_told_so(reader: Reader, evening: Evening, gwenno: Arrived, options: list[str]) -> None:
    reader.open(f"/en/here/{evening.id}")
    evening.go_to(1, "talk")
    refused = reader.press(there(evening, 1), **{f"dots_{options[0]}": "1"})
    assert refused.status_code == 422
    assert own(evening, gwenno, 1) == {}


def test_dots_for_a_card_that_was_taken_back_are_told_as_gone_back(reader: Reader, evening: Evening, gwenno: Arrived, options: list[str]) -> None:
    reader.open(f"/en/here/{evening.id}")
    reader.press(there(evening, 1), **{f"dots_{options[0]}": "2", f"dots_{options[1]}": "1"})
    cards.take_back(evening.gathering.workspace, evening.act_of(gwenno), UUID(options[0]))
    evening.go_to(1, "talk")
    reader.open(f"/en/here/{evening.id}")
    with evening.gathering.workspace.reading() as db:
        found = session(db, evening.id)
    assert found is not None
    outcome = found.blocks[1].counts[0]["outcome"]
    assert (outcome["gone_back"], [(each["option"], each["dots"], each["people"]) for each in outcome["options"]]) == (2, [(options[1], 1, 1)])
