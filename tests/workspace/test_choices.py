"""Choosing in a session: once a person over all ways, in time or not at all, and counted as it was left."""

from collections.abc import Callable
from functools import partial
from threading import Barrier, Thread
from typing import Any
from uuid import UUID, uuid4

import pytest

from aggregates.choice import Choice, choice_id
from aggregates.errors import NotLetIn, NotThatStep, NotThere, PhonesAreFrozen, SessionIsNotRunning, SomebodyMovedOn
from aggregates.proceedings import Proceedings, proceedings_id
from tests.evening import Evening
from tests.gathering import CITIZENS, PROFESSIONALS, Gathering
from workspace import attending, cards, choices, minutes, proceedings, voices
from workspace import counts as counting
from workspace.application import Act
from workspace.voices import Voice

EVERYBODY = (*CITIZENS, *PROFESSIONALS)


@pytest.fixture
def evening(gathering: Gathering) -> Evening:
    """Everybody is here, and there are two cards on the wall."""
    evening = Evening(gathering, seats=400).open_doors()
    for name in EVERYBODY:
        evening.come(name)
    evening.go_to(0, "write")
    return evening


@pytest.fixture
def pair(evening: Evening) -> tuple[UUID, UUID]:
    return evening.card(evening.act("Eira"), "Paned", is_shown=True), evening.card(evening.act("Rhys"), "Sgwrs", is_shown=True)


def choose(evening: Evening, by: Act, marks: dict[str, int], block: int = 2) -> None:
    choices.choose(evening.gathering.workspace, by, evening.id, evening.blocks[block], marks)


def for_(evening: Evening, name: str) -> Act:
    return voices.speaking(evening.gathering.workspace, evening.act("Mair"), Voice(evening.gathering.member(name), "said so", "paper", True))


def counts(evening: Evening) -> list[dict[str, Any]]:
    events = evening.gathering.workspace.events_of([proceedings_id(evening.id)])
    return [event.outcome for _, event in events if isinstance(event, Proceedings.Counted)]


def test_phone_and_paper_are_one_choice_and_the_last_one_counts(evening: Evening) -> None:
    evening.go_to(2, "choose")
    choose(evening, evening.act("Eira"), {"level": 2})
    choose(evening, for_(evening, "Eira"), {"level": -1})
    choose(evening, for_(evening, "Rhys"), {"level": 0})
    choose(evening, evening.act("Rhys"), {"level": 1})
    choose(evening, evening.act("Beti"), {"level": 1})
    choose(evening, evening.act("Beti"), {})
    choose(evening, evening.act("Tomos"), {})
    evening.go_to(2, "talk")
    [outcome] = counts(evening)
    assert (outcome["people"], outcome["levels"]) == (2, {"-2": 0, "-1": 1, "0": 0, "1": 1, "2": 0})


def test_dots_of_a_card_that_is_gone_when_the_group_moves_on_go_back(evening: Evening, pair: tuple[UUID, UUID]) -> None:
    one, two = pair
    three = evening.card(evening.act("Beti"), "Amser", is_shown=True)
    evening.go_to(1, "choose", one, two, three)
    choose(evening, evening.act("Eira"), {one.hex: 2, two.hex: 1}, 1)
    choose(evening, evening.act("Beti"), {two.hex: 1}, 1)
    cards.take_back(evening.gathering.workspace, evening.act("Rhys"), two)
    evening.go_to(1, "talk")
    [outcome] = counts(evening)
    assert ([(each["option"], each["dots"]) for each in outcome["options"]], outcome["gone_back"]) == ([(one.hex, 2), (three.hex, 0)], 2)


def test_other_things_are_put_to_the_same_choice_and_what_was_chosen_of_those_that_stay_is_kept(evening: Evening, pair: tuple[UUID, UUID]) -> None:
    one, two = pair
    three = evening.card(evening.act("Beti"), "Amser", is_shown=True)
    evening.go_to(1, "choose", one, two)
    choose(evening, evening.act("Eira"), {one.hex: 1, two.hex: 1}, 1)
    evening.go_to(1, "choose", one, three)
    assert counts(evening) == []
    assert counting.count_what_was_left(evening.gathering.workspace, evening.id) is None
    evening.go_to(1, "talk")
    assert counting.count_what_was_left(evening.gathering.workspace, evening.id) is None
    [outcome] = counts(evening)
    assert (outcome["dots"], outcome["gone_back"]) == (1, 1)


def test_going_back_lets_everybody_choose_anew_and_the_count_before_stays(evening: Evening) -> None:
    for level in (2, -2):
        evening.go_to(2, "choose")
        choose(evening, evening.act("Eira"), {"level": level})
        evening.go_to(2, "talk")
    assert [outcome["median"] for outcome in counts(evening)] == [2, -2]


def test_what_is_being_chosen_when_the_session_ends_is_counted(evening: Evening) -> None:
    evening.go_to(2, "choose")
    choose(evening, evening.act("Eira"), {"level": 1})
    evening.end()
    assert [outcome["people"] for outcome in counts(evening)] == [1]
    with pytest.raises(SessionIsNotRunning):
        choose(evening, evening.act("Eira"), {"level": 2})


@pytest.mark.parametrize("is_over", [False, True])
def test_what_was_left_when_the_server_stopped_is_counted_with_the_next_move_or_for_the_minutes(
    evening: Evening, monkeypatch: pytest.MonkeyPatch, is_over: bool
) -> None:
    """The move is stored, and the server is gone before it is counted; somebody's choice comes in between, too late."""

    class Stopped(Exception): ...

    def stop(*_: Any) -> None:
        raise Stopped

    make = Choice.make

    def slowly(*args: Any) -> Choice:
        made = make(*args)
        with pytest.raises(Stopped):
            evening.end() if is_over else evening.go_to(2, "talk")
        return made

    evening.go_to(2, "choose")
    choose(evening, evening.act("Eira"), {"level": 1})
    with monkeypatch.context() as gone:
        gone.setattr(counting, "count_what_was_left", stop)
        gone.setattr(Choice, "make", slowly)
        with pytest.raises(NotThatStep):
            choose(evening, evening.act("Rhys"), {"level": -2})
    assert counts(evening) == []
    if is_over:
        minutes.draft(evening.gathering.workspace, evening.id)
    else:
        proceedings.go_to(evening.gathering.workspace, evening.act("Mair"), evening.id, evening.moves + 1, evening.blocks[4], "talk")
    assert [outcome["people"] for outcome in counts(evening)] == [1]


def test_nobody_chooses_who_waits_left_or_was_turned_away_nor_while_phones_are_held(evening: Evening) -> None:
    workspace, waiting = evening.gathering.workspace, evening.arrive(is_let_in=False)
    evening.go_to(2, "choose")
    with pytest.raises(NotLetIn):
        choose(evening, evening.act_of(waiting), {"level": 1})
    attending.leave(workspace, evening.act("Eira"), evening.id)
    attending.turn_away(workspace, evening.act("Mair"), evening.id, evening.gathering.member("Rhys"), "Dim heno")
    for name in ("Eira", "Rhys", "Mair"):
        with pytest.raises(NotThere):
            choose(evening, evening.act(name), {"level": 1})
    proceedings.freeze(workspace, evening.act("Mair"), evening.id, True)
    with pytest.raises(PhonesAreFrozen):
        choose(evening, evening.act("Beti"), {"level": 1})


@pytest.mark.parametrize("is_another_run", [False, True])
def test_a_choice_that_came_a_moment_after_the_move_is_told_so_and_not_counted(evening: Evening, monkeypatch: pytest.MonkeyPatch, is_another_run: bool) -> None:
    """The group moves on between reading where it is and storing the choice, and perhaps comes back: then it would be the choice of the run before."""
    evening.go_to(2, "choose")
    make = Choice.make

    def slowly(*args: Any) -> Choice:
        made = make(*args)
        evening.go_to(2, "talk")
        if is_another_run:
            evening.go_to(2, "choose")
        return made

    monkeypatch.setattr(Choice, "make", slowly)
    with pytest.raises(NotThatStep):
        choose(evening, evening.act("Eira"), {"level": 1})
    assert [outcome["people"] for outcome in counts(evening)] == [0]


def test_a_double_press_is_one_choice_also_when_the_group_has_moved_on_since(evening: Evening) -> None:
    evening.go_to(2, "choose")
    by = evening.act("Eira")
    choose(evening, by, {"level": 1})
    evening.go_to(2, "talk")
    choose(evening, by, {"level": 1})
    assert [outcome["people"] for outcome in counts(evening)] == [1]


def test_of_two_who_move_at_once_one_is_told_and_the_choice_is_counted_once(evening: Evening) -> None:
    workspace, refused = evening.gathering.workspace, []
    evening.go_to(2, "choose")
    choose(evening, evening.act("Eira"), {"level": 1})

    def move(to: int) -> None:
        try:
            proceedings.go_to(workspace, evening.act("Mair"), evening.id, evening.moves, evening.blocks[to], "talk")
        except SomebodyMovedOn:
            refused.append(to)

    all_at_once([partial(move, to) for to in (2, 3, 4)])
    assert len(refused) == 2
    assert [outcome["people"] for outcome in counts(evening)] == [1]


def test_two_hundred_cards_and_two_hundred_choices_at_once_are_all_recorded_once(evening: Evening) -> None:
    """By twenty people on eight threads, some of whom press twice."""
    workspace = evening.gathering.workspace
    guests = [evening.guest(evening.arrive(f"Gwestai {number}", is_let_in=False)) for number in range(20)]
    attending.let_in(workspace, evening.act("Mair"), evening.id, *(guest.member for guest in guests))

    def write(number: int) -> None:
        by, written = attending.act_of(workspace, guests[number % 20], command=uuid4(), language="cy"), cards.Written(f"Cerdyn {number}")
        for _ in range(1 + number % 2):
            cards.put(workspace, by, evening.id, evening.blocks[0], written)

    def feel(number: int) -> None:
        by = attending.act_of(workspace, guests[number % 20], command=uuid4(), language="cy")
        choose(evening, by, {"level": number % 5 - 2})

    in_turns(write)
    evening.go_to(2, "choose")
    in_turns(feel)
    evening.go_to(2, "talk")
    with workspace.reading() as db:
        bodies = [row[0] for row in db.execute("select body from texts where body like 'Cerdyn %'")]
    assert sorted(bodies) == sorted(f"Cerdyn {number}" for number in range(200))
    [outcome] = counts(evening)
    assert outcome["people"] == 20
    made = workspace.events_of([choice_id(evening.blocks[2], 1, guest.member) for guest in guests])
    assert sum(isinstance(event, Choice.Made) for _, event in made) == 20
    last = {event.originator_id: event.marks["level"] for _, event in made}
    assert outcome["levels"] == {str(level): [*last.values()].count(level) for level in range(-2, 3)}


def in_turns(act: Callable[[int], None]) -> None:
    """Two hundred times, on eight threads; each person's own come one after another, as from one phone."""

    def some(thread: int) -> None:
        for number in range(200):
            if number % 20 % 8 == thread:
                act(number)

    all_at_once([partial(some, thread) for thread in range(8)])


def all_at_once(acts: list[Callable[[], None]]) -> None:
    gate, failed = Barrier(len(acts)), []

    def run(act: Callable[[], None]) -> None:
        gate.wait()
        try:
            act()
        except Exception as error:
            failed.append(error)

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
