"""What may be a block of an agenda."""

import pytest

from aggregates.agenda import KINDS, LONGEST_BLOCK, MOST_DOTS, STEPS, WRITING, must_be_a_block
from aggregates.errors import UnknownChoice

DOTS = {"dots": 3, "cap": 0}


def settings_of(kind: str) -> dict[str, int]:
    return DOTS if kind == "dots" else {}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_may_be_gone_through_in_all_its_steps_or_in_some_of_them(kind: str) -> None:
    steps = KINDS[kind]
    assert list(steps) == [step for step in STEPS if step in steps]
    for chosen in (steps, steps[:1], steps[1:] or steps, steps[-1:]):
        must_be_a_block(kind, chosen, 1, settings_of(kind))
    must_be_a_block(kind, steps, LONGEST_BLOCK, settings_of(kind))


@pytest.mark.parametrize(
    ("kind", "steps", "minutes"),
    [
        ("sermon", ("talk",), 10),
        ("ideas", (), 10),
        ("ideas", ("share", "write"), 10),
        ("ideas", ("write", "write"), 10),
        ("ideas", ("write", "choose"), 10),
        ("ideas", ("write",), 0),
        ("ideas", ("write",), LONGEST_BLOCK + 1),
    ],
)
def test_no_other_kind_steps_or_minutes(kind: str, steps: tuple[str, ...], minutes: int) -> None:
    with pytest.raises(UnknownChoice):
        must_be_a_block(kind, steps, minutes, {})


@pytest.mark.parametrize("settings", [{"dots": 1, "cap": 0}, {"dots": MOST_DOTS, "cap": MOST_DOTS}, {"dots": 3, "cap": 3}])
def test_dots_are_between_one_and_twenty_and_no_option_takes_more(settings: dict[str, int]) -> None:
    must_be_a_block("dots", ("choose",), 5, settings)


@pytest.mark.parametrize(
    "settings", [{}, {"dots": 3}, {"cap": 0}, {"dots": 0, "cap": 0}, {"dots": MOST_DOTS + 1, "cap": 0}, {"dots": 3, "cap": 4}, {"dots": 3, "cap": -1}]
)
def test_dots_out_of_bounds_are_refused(settings: dict[str, int]) -> None:
    with pytest.raises(UnknownChoice):
        must_be_a_block("dots", ("choose",), 5, settings)


def test_only_dots_have_settings() -> None:
    with pytest.raises(UnknownChoice):
        must_be_a_block("temperature", ("choose",), 5, DOTS)


def test_cards_are_written_where_one_writes() -> None:
    assert set(WRITING) == {"matters", "write", "ideas", "commissioners"}
