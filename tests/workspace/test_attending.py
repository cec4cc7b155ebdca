"""Coming to a session by its code: which codes work and until when, how many come in, and what is known of a guest, for how long."""

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any
from uuid import UUID, uuid4

import pytest

from aggregates.attendance import Attendance, attendance_id
from aggregates.errors import CodeIsDead, NotFound, NotThere, Refused, SessionIsFull, SessionIsNotRunning, TooLong
from aggregates.session import Session
from tests.evening import Evening
from tests.gathering import Gathering
from workspace import attending, cards, guests, members, proceedings, sessions
from workspace.attending import Arrived, Coming
from workspace.limits import TooOften
from workspace.tokens import UNMISTAKABLE

COMING = Coming("Gwenno", "citizen", "room")


@pytest.fixture
def evening(gathering: Gathering) -> Evening:
    return Evening(gathering).open_doors()


def come(evening: Evening, code: str = "", *, command: UUID | None = None, coming: Coming = COMING, network: str = "hall") -> Arrived:
    return attending.come_by_code(evening.gathering.workspace, code or evening.code, coming, command=command or uuid4(), language="cy", network=network)


def taken(evening: Evening) -> int:
    with evening.gathering.workspace.reading() as db:
        row: Any = db.execute("select taken from session_codes where session = %s", (evening.id,)).fetchone()
    return int(row[0])


def do(evening: Evening, statement: str, *params: Any) -> Any:
    with evening.gathering.workspace.reading() as db:
        return db.execute(statement.encode(), params)


def at_once(act: Callable[[int], object], times: int) -> list[Exception]:
    """What was refused of so many that did it at the same moment."""
    gate, refused = Barrier(times), []

    def run(number: int) -> None:
        gate.wait()
        try:
            act(number)
        except Exception as error:
            refused.append(error)

    threads = [Thread(target=run, args=(number,)) for number in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused


def test_a_code_has_six_letters_that_can_be_read_out_and_works_however_it_is_typed(evening: Evening) -> None:
    letters = evening.code.replace("-", "")
    assert len(letters) == 6
    assert set(letters) <= set(UNMISTAKABLE)
    for typed in (letters.lower(), f" {letters[:3]} – {letters[3:]} ", ".".join(letters)):
        assert come(evening, typed).session == evening.id


def test_a_renewed_code_works_and_the_one_before_is_dead_while_whoever_is_in_stays(evening: Evening) -> None:
    before, arrived = evening.code, evening.arrive()
    proceedings.renew_code(evening.gathering.workspace, evening.act("Mair"), evening.id)
    assert evening.code != before
    with pytest.raises(CodeIsDead):
        come(evening, before)
    come(evening)
    assert evening.guest(arrived).session == evening.id
    assert taken(evening) == 2


def test_a_code_is_dead_once_the_session_is_over_or_its_time_is_long_past_and_nothing_brings_it_back(evening: Evening) -> None:
    code = evening.code
    do(evening, "update session_codes set until = clock_timestamp() where session = %s", evening.id)
    with pytest.raises(CodeIsDead):
        come(evening, code)
    evening.end()
    for again in (
        lambda: come(evening, code),
        lambda: proceedings.renew_code(evening.gathering.workspace, evening.act("Mair"), evening.id),
        lambda: come(evening),
    ):
        with pytest.raises((CodeIsDead, SessionIsNotRunning)):
            again()


def test_before_the_doors_are_open_no_code_works(gathering: Gathering) -> None:
    with pytest.raises(CodeIsDead):
        come(Evening(gathering))


def test_a_code_leads_to_its_own_session_alone_where_two_run_at_once(evening: Evening) -> None:
    other = Evening(evening.gathering).open_doors()
    assert come(other).session == other.id
    guest = evening.guest(come(evening))
    assert guest.session == evening.id
    by = attending.act_of(evening.gathering.workspace, guest, command=uuid4(), language="cy")
    other.go_to(0, "write")
    with pytest.raises(NotThere):
        cards.put(evening.gathering.workspace, by, other.id, other.blocks[0], cards.Written("Fan hyn"))


def test_guessing_is_counted_by_where_it_comes_from_and_the_right_code_still_works(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attending, "GUESSES", attending.Limit("session code", 5, timedelta(minutes=15)))
    for number in range(5):
        with pytest.raises(CodeIsDead):
            come(evening, f"AAAAA{UNMISTAKABLE[number]}")
    with pytest.raises(TooOften):
        come(evening, "AAAAAA")
    with pytest.raises(CodeIsDead):
        come(evening, "AAAAAA", network="elsewhere")
    assert come(evening).session == evening.id


def test_two_sessions_never_have_the_same_code(gathering: Gathering, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the letters of their first codes the same, the second session would get its next ones."""
    made = sessions.code_of
    monkeypatch.setattr(sessions, "code_of", lambda workspace, session, number: "AAA-AAA" if number < 3 else made(workspace, session, number))
    first, second = Evening(gathering).open_doors(), Evening(gathering).open_doors()
    assert (first.code, gathering.workspace.load(Session, second.id).code) == ("AAA-AAA", 3)
    assert (come(first).session, come(second).session) == (first.id, second.id)
    proceedings.renew_code(gathering.workspace, first.act("Mair"), first.id)
    assert come(first).session == first.id


def test_two_sessions_that_open_at_the_same_moment_with_the_same_code_both_get_one(gathering: Gathering, monkeypatch: pytest.MonkeyPatch) -> None:
    made = sessions.code_of
    monkeypatch.setattr(sessions, "code_of", lambda workspace, session, number: "AAA-AAA" if number < 2 else made(workspace, session, number))
    evenings = [Evening(gathering) for _ in range(3)]
    assert at_once(lambda number: evenings[number].open_doors(), 3) == []
    assert sorted(gathering.workspace.load(Session, evening.id).code for evening in evenings) == [1, 2, 2]
    assert [come(evening).session for evening in evenings] == [evening.id for evening in evenings]


def test_of_many_who_come_at_once_as_many_come_in_as_there_are_seats(gathering: Gathering) -> None:
    evening = Evening(gathering, seats=10).open_doors()
    code = evening.code
    refused = at_once(lambda _: come(evening, code), 64)
    assert {type(each) for each in refused} == {SessionIsFull}
    assert (len(refused), taken(evening)) == (54, 10)
    assert do(evening, "select count(*) from guests where session = %s", evening.id).fetchone() == (10,)


def test_however_often_and_quickly_it_is_pressed_one_person_comes_in_and_takes_one_seat(evening: Evening) -> None:
    command, code, found = uuid4(), evening.code, []
    assert at_once(lambda _: found.append(come(evening, code, command=command)), 16) == []
    assert len({(arrived.cookie, arrived.receipt.id) for arrived in found}) == 1
    assert taken(evening) == 1
    assert come(evening, command=command).receipt.already


def test_what_is_refused_takes_no_seat(evening: Evening) -> None:
    for coming in (Coming("Hir " * 100, "citizen", "room"), Coming("Gwenno", "visitor", "room"), Coming("Gwenno", "citizen", "by boat")):
        with pytest.raises(Refused):
            come(evening, coming=coming)
    with pytest.raises(TooLong):
        come(evening, coming=Coming("Hir " * 100, "citizen", "room"))
    assert taken(evening) == 0


def test_more_seats_let_more_in_and_fewer_send_nobody_away(gathering: Gathering) -> None:
    evening = Evening(gathering, seats=2).open_doors()
    come(evening)
    come(evening)
    with pytest.raises(SessionIsFull):
        come(evening)
    for seats, may in ((3, True), (1, False)):
        told = sessions.Told({"cy": "Noson", "en": "An evening"}, "room", seats)
        sessions.describe(gathering.workspace, evening.act("Mair"), evening.id, told)
        if may:
            come(evening)
        else:
            with pytest.raises(SessionIsFull):
                come(evening)
    assert taken(evening) == 3


def test_who_has_not_come_is_not_let_in_and_of_several_none_is(evening: Evening) -> None:
    waiting = evening.guest(evening.arrive(is_let_in=False)).member
    with pytest.raises(NotFound):
        attending.let_in(evening.gathering.workspace, evening.act("Mair"), evening.id, waiting, uuid4())
    assert not evening.gathering.workspace.load(Attendance, attendance_id(evening.id, waiting)).is_let_in


def test_once_it_is_over_nobody_comes_is_let_in_or_heard(evening: Evening) -> None:
    workspace, waiting = evening.gathering.workspace, evening.guest(evening.arrive(is_let_in=False)).member
    evening.come("Eira")
    attending.ask_to_speak(workspace, evening.act("Eira"), evening.id, True)
    evening.end()
    for late in (
        lambda: evening.come("Beti"),
        lambda: attending.let_in(workspace, evening.act("Mair"), evening.id, waiting),
        lambda: attending.turn_away(workspace, evening.act("Mair"), evening.id, waiting, "Hwyr"),
        lambda: attending.hear(workspace, evening.act("Mair"), evening.id, evening.gathering.member("Eira")),
        lambda: attending.ask_to_speak(workspace, evening.act("Eira"), evening.id, True),
        lambda: attending.refuse_turns(workspace, evening.act("Eira"), evening.id),
    ):
        with pytest.raises(SessionIsNotRunning):
            late()


def test_a_guest_takes_their_name_away_and_the_mailed_link_and_what_they_said_stays(evening: Evening) -> None:
    workspace = evening.gathering.workspace
    evening.go_to(0, "write")
    arrived = evening.arrive("Zwqxgwenno")
    member, card = evening.guest(arrived).member, evening.card(evening.act_of(arrived), "Paned", is_named=True)
    guests.claim_by_mail(workspace, evening.act_of(arrived), evening.id, "zwqxgwenno@pleth.example")
    assert name_of(evening, member) == "Zwqxgwenno"
    guests.take_name_away(workspace, evening.act_of(arrived))
    guests.take_name_away(workspace, evening.act_of(arrived))
    assert name_of(evening, member) is None
    assert do(evening, "select count(*) from invitations where member = %s", member).fetchone() == (0,)
    assert cards.load(workspace, evening.act("Mair"), card).author == member
    attending.ask_to_speak(workspace, evening.act_of(arrived), evening.id, True)


def test_whoever_has_taken_their_place_with_an_account_keeps_their_name_there(evening: Evening) -> None:
    workspace, arrived = evening.gathering.workspace, evening.arrive("Gwenno")
    member = evening.guest(arrived).member
    do(evening, "update memberships set account = %s where member = %s", evening.gathering.accounts["Nia"], member)
    guests.take_name_away(workspace, evening.act_of(arrived))
    assert name_of(evening, member) == "Gwenno"
    do(evening, "update guests set expires_at = clock_timestamp() - interval '2 years'")
    forget_old(evening)
    assert name_of(evening, member) == "Gwenno"


@pytest.mark.parametrize("said_not_my_phone", [False, True])
def test_a_year_after_they_came_a_guest_without_an_account_is_nobody_whom_one_could_name(evening: Evening, said_not_my_phone: bool) -> None:
    arrived, later = evening.arrive("Gwenno"), evening.arrive("Dewi")
    member, other = evening.guest(arrived).member, evening.guest(later).member
    if said_not_my_phone:
        guests.forget_guest(evening.gathering.workspace, arrived.cookie)
        assert attending.guest(evening.gathering.workspace, arrived.cookie) is None
    do(evening, "update guests set expires_at = clock_timestamp() - %s - interval '1 day' where member = %s", guests.KEPT, member)
    do(evening, "update session_codes set until = clock_timestamp() - interval '1 day'")
    forget_old(evening)
    assert (name_of(evening, member), name_of(evening, other)) == (None, "Dewi")
    assert do(evening, "select count(*) from session_codes").fetchone() == (0,)
    assert members.load(evening.gathering.workspace, evening.act("Mair"), member).side == "citizen"


def name_of(evening: Evening, member: UUID) -> str | None:
    row = do(evening, "select name from names where member = %s", member).fetchone()
    return str(row[0]) if row and row[0] else None


def forget_old(evening: Evening) -> None:
    with evening.gathering.workspace.reading() as db:
        guests.forget_old(db)
