"""A session as it is planned: its times, its agenda, its roles and its code."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from aggregates.errors import BlockHasBegun, NotFound, NotYours, SessionIsCancelled, TimesAreWrong, UnknownChoice
from aggregates.session import MOST_SEATS, ROLES, WAYS, WORDS, Session
from tests.given import BETI, EIRA, MAIR, NOON, act, both, happened, hours, text

DOTS = {"dots": 3, "cap": 2}


def planned(starts: float = 1, ends: float = 3, *, way: str = "room", seats: int = 20, words: dict[str, Any] | None = None) -> Session:
    return Session.plan(act(MAIR), both(), NOON + hours(starts), NOON + hours(ends), way, seats, words or {})


def with_blocks(count: int = 3) -> tuple[Session, list[UUID]]:
    session, blocks = planned(), [uuid4() for _ in range(count)]
    for block in blocks:
        session.add_block(act(BETI), block, "ideas", ["write", "share"], 20, {})
    return session, blocks


def test_whoever_plans_it_is_its_first_host() -> None:
    session = planned(words={"place": both()})
    assert session.roles == {"host": [MAIR], "scribe": [], "helper": [], "interpreter": []}
    assert (session.code, session.seats, session.is_cancelled, happened(session)) == (1, 20, False, ["Planned"])


@pytest.mark.parametrize(("starts", "ends"), [(2, 2), (3, 2), (-3, -1), (-2, 0), (1, 25)])
def test_times_that_cannot_be_are_refused(starts: float, ends: float) -> None:
    with pytest.raises(TimesAreWrong):
        planned(starts, ends)
    session = planned()
    with pytest.raises(TimesAreWrong):
        session.reschedule(act(MAIR), NOON + hours(starts), NOON + hours(ends), None)
    assert happened(session) == ["Planned"]


def test_one_that_is_under_way_and_one_that_lasts_all_day_may_be_planned() -> None:
    planned(-1, 0.5)
    planned(0, 23.9)


@pytest.mark.parametrize("told", [{"way": "by post"}, {"seats": 0}, {"seats": MOST_SEATS + 1}, {"words": {"secrets": both()}}])
def test_what_is_told_is_of_what_there_is(told: dict[str, Any]) -> None:
    with pytest.raises(UnknownChoice):
        planned(**told)
    session = planned()
    with pytest.raises(UnknownChoice):
        session.describe(act(MAIR), both(), **({"way": "room", "seats": 5, "words": {}} | told))
    assert happened(session) == ["Planned"]


def test_every_way_and_all_the_words_may_be_told_and_seats_up_to_the_most() -> None:
    for way in WAYS:
        assert planned(way=way, seats=1, words={what: both() for what in WORDS}).seats == 1
    session = planned(seats=MOST_SEATS)
    session.describe(act(MAIR), both(), "remote", 7, {})
    assert (session.seats, session.sequence) == (7, 1)


def test_a_calendar_entry_follows_each_change_and_the_same_times_again_are_none() -> None:
    session = planned()
    session.reschedule(act(MAIR), session.starts_at, session.ends_at, None)
    assert session.sequence == 0
    session.reschedule(act(MAIR), session.starts_at, session.ends_at + timedelta(minutes=5), text())
    session.cancel(act(MAIR), text())
    assert (session.sequence, session.ends_at) == (2, NOON + hours(3) + timedelta(minutes=5))
    assert happened(session) == ["Planned", "Rescheduled", "Cancelled"]


def test_once_it_is_cancelled_nothing_is_done_with_it_any_more() -> None:
    session, [first, *_] = with_blocks()
    session.cancel(act(MAIR), text())
    before = happened(session)
    for verb in (
        lambda: session.describe(act(MAIR), both(), "room", 5, {}),
        lambda: session.reschedule(act(MAIR), NOON + hours(1), NOON + hours(2), None),
        lambda: session.cancel(act(MAIR), text()),
        lambda: session.add_block(act(MAIR), uuid4(), "break", ["talk"], 5, {}),
        lambda: session.change_block(act(MAIR), first, 5, {}, is_recorded=True, settings={}, has_begun=False),
        lambda: session.move_block(act(MAIR), first, None),
        lambda: session.set_block_aside(act(MAIR), first, False),
        lambda: session.give_role(act(MAIR), BETI, "host"),
        lambda: session.take_role(act(MAIR), MAIR, "host"),
        lambda: session.renew_code(act(MAIR)),
    ):
        with pytest.raises(SessionIsCancelled):
            verb()
    assert happened(session) == before


def test_blocks_stand_at_the_end_or_before_another() -> None:
    session, [one, two, three] = with_blocks()
    before_two = uuid4()
    session.add_block(act(BETI), before_two, "break", ["talk"], 5, {}, before=two)
    assert list(session.blocks) == [one, before_two, two, three]
    session.move_block(act(MAIR), one, None)
    session.move_block(act(MAIR), three, before_two)
    assert list(session.blocks) == [three, before_two, two, one]
    happened(session)


def test_a_block_that_is_moved_before_itself_stays_where_it_is() -> None:
    session, [one, two, three] = with_blocks()
    session.move_block(act(MAIR), two, two)
    assert list(session.blocks) == [one, two, three]
    assert happened(session)[-1] == "BlockAdded"


def test_nothing_is_put_before_or_moved_that_is_not_there() -> None:
    session, [one, *_] = with_blocks()
    before = happened(session)
    for verb in (
        lambda: session.add_block(act(MAIR), uuid4(), "break", ["talk"], 5, {}, before=uuid4()),
        lambda: session.move_block(act(MAIR), uuid4(), None),
        lambda: session.move_block(act(MAIR), one, uuid4()),
        lambda: session.set_block_aside(act(MAIR), uuid4(), False),
        lambda: session.change_block(act(MAIR), uuid4(), 5, {}, is_recorded=True, settings={}, has_begun=False),
    ):
        with pytest.raises(NotFound):
            verb()
    assert happened(session) == before


def test_a_block_is_never_put_in_the_place_of_another() -> None:
    session, [one, *_] = with_blocks()
    with pytest.raises(UnknownChoice):
        session.add_block(act(MAIR), one, "break", ["talk"], 5, {})
    assert session.blocks[one].kind == "ideas"


def test_once_a_block_has_begun_how_it_is_chosen_and_recorded_stays_and_its_minutes_may_change() -> None:
    session, block = planned(), uuid4()
    session.add_block(act(MAIR), block, "dots", ["choose"], 5, {}, settings=DOTS)
    for is_recorded, settings in ((False, DOTS), (True, {"dots": 4, "cap": 2})):
        with pytest.raises(BlockHasBegun):
            session.change_block(act(MAIR), block, 5, {}, has_begun=True, is_recorded=is_recorded, settings=settings)
    session.change_block(act(MAIR), block, 9, {}, has_begun=True, is_recorded=True, settings=DOTS)
    session.change_block(act(MAIR), block, 9, {}, has_begun=False, is_recorded=False, settings={"dots": 4, "cap": 0})
    found = session.block(block)
    assert (found.minutes, found.is_recorded, found.settings) == (9, False, {"dots": 4, "cap": 0})
    with pytest.raises(UnknownChoice):
        session.change_block(act(MAIR), block, 0, {}, has_begun=False, is_recorded=True, settings=DOTS)
    assert happened(session) == ["Planned", "BlockAdded", "BlockChanged", "BlockChanged"]


def test_a_block_that_the_group_is_at_is_not_set_aside_and_one_that_is_stays_on_the_record() -> None:
    session, [one, *_] = with_blocks()
    with pytest.raises(BlockHasBegun):
        session.set_block_aside(act(MAIR), one, True)
    session.set_block_aside(act(MAIR), one, False)
    session.set_block_aside(act(MAIR), one, False)
    assert session.block(one).is_set_aside
    assert len(session.blocks) == 3
    assert happened(session)[-2:] == ["BlockAdded", "BlockSetAside"]


def test_a_role_is_given_and_taken_once() -> None:
    session = planned()
    for role in ROLES:
        session.give_role(act(MAIR), BETI, role)
        session.give_role(act(MAIR), BETI, role)
    session.take_role(act(MAIR), BETI, "scribe")
    session.take_role(act(MAIR), BETI, "scribe")
    session.take_role(act(MAIR), BETI, "cook")
    assert session.roles == {"host": [MAIR, BETI], "scribe": [], "helper": [BETI], "interpreter": [BETI]}
    with pytest.raises(UnknownChoice):
        session.give_role(act(MAIR), BETI, "cook")
    assert happened(session) == ["Planned", *["RoleGiven"] * 4, "RoleTaken"]


def test_a_host_or_a_facilitator_leads_and_nobody_else() -> None:
    session = planned()
    session.must_be_led_by(act(MAIR), False)
    session.must_be_led_by(act(EIRA), True)
    session.give_role(act(MAIR), EIRA, "scribe")
    for who in (act(EIRA), act(EIRA, voice=MAIR, agreed="said so")):
        with pytest.raises(NotYours):
            session.must_be_led_by(who, False)


def test_a_renewed_code_has_the_next_number() -> None:
    session = planned()
    session.renew_code(act(MAIR))
    session.renew_code(act(MAIR))
    assert (session.code, happened(session)) == (3, ["Planned", "CodeRenewed", "CodeRenewed"])
