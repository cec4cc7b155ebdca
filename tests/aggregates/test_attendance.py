"""Somebody at a session: coming, waiting, being let in or turned away, leaving and coming back, sitting, speaking."""

from typing import Any

import pytest

from aggregates.attendance import HOW, MOST_TABLES, Attendance, attendance_id
from aggregates.errors import NotLetIn, NotThere, NotYours, UnknownChoice
from tests.given import BETI, EIRA, MAIR, PROJECT, act, happened, text


def came(*, is_member: bool = False, **more: Any) -> Attendance:
    return Attendance.come(act(EIRA, **more), PROJECT, "room", is_member, False, False)


def test_whoever_came_by_the_code_waits_until_somebody_lets_them_in() -> None:
    guest = came()
    with pytest.raises(NotLetIn):
        guest.must_be_let_in()
    guest.let_in(act(MAIR))
    guest.let_in(act(MAIR))
    guest.must_be_let_in()
    assert happened(guest) == ["Came", "LetIn"]


def test_somebody_of_the_project_is_in_at_once() -> None:
    member = came(is_member=True)
    member.must_be_let_in()
    member.let_in(act(MAIR))
    assert (member.id, happened(member)) == (attendance_id(PROJECT, EIRA), ["Came"])


def test_whoever_is_brought_by_another_is_there_themselves() -> None:
    brought = Attendance.come(act(MAIR, voice=EIRA, agreed="said so", source="spoken"), PROJECT, "room", True, False, False)
    assert (brought.member, brought.id) == (EIRA, attendance_id(PROJECT, EIRA))


@pytest.mark.parametrize("how", ["by boat", ""])
def test_one_comes_in_the_room_or_remotely(how: str) -> None:
    assert HOW == ("room", "remote")
    with pytest.raises(UnknownChoice):
        Attendance.come(act(EIRA), PROJECT, how, True, False, False)
    with pytest.raises(UnknownChoice):
        came().come_back(act(EIRA), how, False, False)


def test_leaving_and_coming_back_keeps_whether_one_was_let_in() -> None:
    for guest in (came(), came(is_member=True)):
        before = guest.is_let_in
        guest.leave(act(EIRA))
        guest.leave(act(EIRA))
        with pytest.raises(NotThere):
            guest.must_be_let_in()
        guest.come_back(act(EIRA), "room", False, False)
        assert (guest.state, guest.is_let_in) == ("here", before)
        assert happened(guest) == ["Came", "Left", "CameBack"]


def test_coming_again_as_before_is_nothing_new_and_otherwise_it_is_noted() -> None:
    guest = came()
    guest.come_back(act(EIRA), "room", False, False)
    assert happened(guest) == ["Came"]
    for how, is_helped, is_borrowed in (("remote", False, False), ("remote", True, False), ("remote", True, True)):
        guest.come_back(act(EIRA), how, is_helped, is_borrowed)
        assert (guest.how, guest.is_helped, guest.is_borrowed) == (how, is_helped, is_borrowed)
    assert happened(guest) == ["Came", *["CameBack"] * 3]


def test_whoever_was_turned_away_does_nothing_until_they_are_let_in_again() -> None:
    guest = came(is_member=True)
    guest.ask_to_speak(act(EIRA))
    guest.turn_away(act(MAIR), text())
    guest.turn_away(act(MAIR), text())
    assert not guest.wants_to_speak
    for verb in (
        lambda: guest.come_back(act(EIRA), "remote", False, False),
        lambda: guest.leave(act(EIRA)),
        lambda: guest.ask_to_speak(act(EIRA)),
        lambda: guest.speak_no_more(act(EIRA)),
        lambda: guest.sit_at(act(MAIR), 2),
        guest.must_be_let_in,
    ):
        with pytest.raises(NotThere):
            verb()
    guest.let_in(act(MAIR))
    guest.must_be_let_in()
    assert happened(guest) == ["Came", "AskedToSpeak", "TurnedAway", "LetIn"]


def test_whoever_waits_and_has_gone_home_is_let_in_when_they_come_back() -> None:
    guest = came()
    guest.leave(act(EIRA))
    guest.let_in(act(MAIR))
    with pytest.raises(NotThere):
        guest.must_be_let_in()
    guest.come_back(act(EIRA), "room", False, False)
    guest.must_be_let_in()


def test_somebody_may_ask_to_speak_and_leave_through_whoever_writes_for_them() -> None:
    guest, for_them = came(is_member=True), act(MAIR, voice=EIRA, agreed="said so", source="spoken")
    guest.ask_to_speak(for_them)
    guest.leave(for_them)
    assert happened(guest) == ["Came", "AskedToSpeak", "Left"]


def test_nobody_leaves_speaks_or_comes_back_for_another() -> None:
    guest = came(is_member=True)
    for verb in (
        lambda: guest.leave(act(BETI)),
        lambda: guest.come_back(act(MAIR), "remote", False, False),
        lambda: guest.ask_to_speak(act(MAIR)),
        lambda: guest.speak_no_more(act(MAIR)),
    ):
        with pytest.raises(NotYours):
            verb()
    assert happened(guest) == ["Came"]


@pytest.mark.parametrize("table", [-1, MOST_TABLES + 1])
def test_tables_have_numbers_up_to_the_most(table: int) -> None:
    guest = came()
    with pytest.raises(UnknownChoice):
        guest.sit_at(act(EIRA), table)
    for real in (1, MOST_TABLES, MOST_TABLES, 0):
        guest.sit_at(act(EIRA), real)
    assert (guest.table, happened(guest)) == (0, ["Came", "SatAt", "SatAt", "SatAt"])


def test_one_is_in_the_queue_once_and_out_of_it_when_heard_gone_or_of_another_mind() -> None:
    guest = came(is_member=True)
    ways_out = (lambda: guest.hear(act(MAIR)), lambda: guest.speak_no_more(act(EIRA)), lambda: guest.leave(act(EIRA)))
    for out in ways_out:
        guest.ask_to_speak(act(EIRA))
        guest.ask_to_speak(act(EIRA))
        assert guest.wants_to_speak
        out()
        assert not guest.wants_to_speak
    assert happened(guest) == ["Came", "AskedToSpeak", "Heard", "AskedToSpeak", "SpeaksNoMore", "AskedToSpeak", "Left"]


def test_nobody_is_heard_who_did_not_ask_and_nobody_asks_who_waits() -> None:
    guest = came()
    with pytest.raises(NotLetIn):
        guest.ask_to_speak(act(EIRA))
    with pytest.raises(NotThere):
        guest.hear(act(MAIR))
    guest.speak_no_more(act(EIRA))
    assert happened(guest) == ["Came"]
