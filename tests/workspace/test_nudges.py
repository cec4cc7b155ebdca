"""What is asked while a session is planned: each for its own reason, and nothing where all is thought of."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregates.agenda import KINDS
from workspace.nudges import LONGEST_STRETCH, Nudge, nudges
from workspace.ready_agendas import READY, Ready


@dataclass(frozen=True)
class Block:
    kind: str
    minutes: int
    title: dict[str, str] = field(default_factory=dict)

    @property
    def steps(self) -> tuple[str, ...]:
        return KINDS[self.kind]


@dataclass(frozen=True)
class Role:
    role: str
    side: str = "none"


BOTH = (Role("host", "citizen"), Role("host", "professional"))
AGENDA = (Block("welcome", 10), Block("matters", 40), Block("break", 10), Block("decide", 15))


def test_where_all_is_thought_of_nothing_is_asked() -> None:
    assert nudges("room", 120, AGENDA, BOTH) == []


def test_an_empty_agenda_is_not_asked_about() -> None:
    assert nudges("room", 120, (), BOTH) == []


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ((), [Nudge("one host", 0)]),
        ((Role("host", "citizen"),), [Nudge("one host", 1)]),
        ((Role("host", "citizen"), Role("scribe", "professional")), [Nudge("one host", 1)]),
        ((Role("host", "citizen"), Role("host", "citizen")), [Nudge("one group", sides=["professional"])]),
        ((Role("host", "professional"), Role("host", "none")), [Nudge("one group", sides=["citizen"])]),
        ((Role("host"), Role("host")), [Nudge("one group", sides=["citizen", "professional"])]),
        ((*BOTH, Role("host")), []),
    ],
)
def test_two_lead_it_one_of_each_group(roles: tuple[Role, ...], expected: list[Nudge]) -> None:
    assert nudges("room", 120, AGENDA, roles) == expected


def test_an_agenda_that_fits_to_the_minute_is_fine_and_one_more_is_not() -> None:
    minutes = sum(each.minutes for each in AGENDA)
    assert nudges("room", minutes, AGENDA, BOTH) == []
    assert nudges("room", minutes - 1, AGENDA, BOTH) == [Nudge("too long", 1)]


def test_the_longest_stretch_without_a_break_is_told() -> None:
    agenda = (Block("matters", 75), Block("break", 5), Block("ideas", 50), Block("discuss", 26))
    assert nudges("room", 240, agenda, BOTH) == [Nudge("no break", 76)]


def test_a_decision_in_less_than_ten_minutes_is_asked_about_by_name() -> None:
    agenda = (Block("decide", 9, {"en": "Where"}), Block("round", 10), Block("discuss", 5))
    assert nudges("room", 120, agenda, BOTH) == [Nudge("short decision", 9, {"en": "Where"})]


def test_those_at_home_need_a_helper_in_the_room() -> None:
    assert nudges("hybrid", 120, AGENDA, BOTH) == [Nudge("no helper")]
    assert nudges("hybrid", 120, AGENDA, (*BOTH, Role("helper"))) == []
    assert nudges("remote", 120, AGENDA, BOTH) == []


def test_somebody_who_needs_an_interpreter_needs_one_with_the_task() -> None:
    assert nudges("room", 120, AGENDA, BOTH, {"interpreter", "travel"}) == [Nudge("no interpreter")]
    assert nudges("room", 120, AGENDA, (*BOTH, Role("interpreter")), {"interpreter"}) == []


def test_needs_that_nobody_has_arranged_are_counted() -> None:
    assert nudges("room", 120, AGENDA, BOTH, unmet=3) == [Nudge("unmet", 3)]


@pytest.mark.parametrize("ready", READY, ids=lambda each: each.name)
def test_of_a_ready_agenda_nothing_is_asked(ready: Ready) -> None:
    blocks = [Block(each.kind, each.minutes) for each in ready.blocks]
    assert nudges("room", ready.minutes, blocks, BOTH) == []


@given(st.lists(st.builds(Block, st.sampled_from(sorted(KINDS)), st.integers(1, 240)), max_size=12))
def test_a_break_is_asked_for_exactly_where_somebody_would_sit_too_long(agenda: list[Block]) -> None:
    since = longest = 0
    for each in agenda:
        since = 0 if each.kind == "break" else since + each.minutes
        longest = max(longest, since)
    asked = [each.count for each in nudges("room", 10_000, agenda, BOTH) if each.name == "no break"]
    assert asked == ([longest] if longest > LONGEST_STRETCH else [])
