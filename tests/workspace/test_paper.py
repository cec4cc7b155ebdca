"""Sheets of paper that are typed in: each once, also long after the group moved on, and counted as what they are."""

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any
from uuid import UUID

import pytest

from aggregates.attendance import Attendance, attendance_id
from aggregates.card import Card
from aggregates.choice import Choice
from aggregates.errors import (
    AlreadyChose,
    CodeIsDead,
    Empty,
    HasNotBegun,
    MinutesAreSealed,
    NotEnoughToChooseFrom,
    NotFound,
    NotLetIn,
    NotThatStep,
    NotYours,
    SessionIsCancelled,
    SessionIsNotRunning,
    SheetIsTypedIn,
    TheyHaveVoted,
    TooManyDots,
)
from aggregates.minutes import Minutes
from aggregates.proceedings import Proceedings
from aggregates.sheet import Sheet
from aggregates.vote import Vote
from tests.evening import Evening, meanwhile, seal_minutes
from tests.gathering import QUESTION, Gathering
from workspace import attending, choices, counts, decisions, ideas, minutes, paper, proceedings, sessions, voices
from workspace import cards as wall
from workspace.application import Act, Workspace
from workspace.paper import Filled, Marked, OnPaper
from workspace.voices import Voice


@pytest.fixture
def evening(gathering: Gathering) -> Evening:
    evening = Evening(gathering, seats=400).open_doors()
    evening.come("Eira")
    evening.go_to(0, "write")
    return evening


def cards(evening: Evening, number: int, *texts: str, by: Act | None = None, **more: Any) -> UUID:
    workspace, whose = evening.gathering.workspace, by or evening.act("Mair")
    return paper.type_in_cards(workspace, whose, evening.id, evening.blocks[0], OnPaper(number, table=2), texts or ("Paned",), **more).id


def ballot(evening: Evening, number: int, marks: dict[str, int], block: int = 2, side: str = "citizen", **more: Any) -> None:
    workspace, by = evening.gathering.workspace, evening.act("Mair")
    paper.type_in_ballot(workspace, by, evening.id, evening.blocks[block], OnPaper(number, 2, side), Filled(marks, **more))


def outcome(evening: Evening) -> dict[str, Any]:
    last: dict[str, Any] = evening.events(Proceedings.Counted, Proceedings.CountedAgain)[-1].outcome
    return last


def test_what_a_table_wrote_is_its_own_and_nobodys_by_name(evening: Evening) -> None:
    cards(evening, 3, "Paned", " ", "Sgwrs")
    put = evening.events(Card.Put)
    [typed] = evening.events(Sheet.TypedIn)
    assert [each.originator_id for each in put] == typed.things
    assert {(each.table, each.is_named, each.by.channel, each.by.source, each.by.member) for each in put} == {
        (2, False, "paper", "paper", evening.gathering.member("Mair"))
    }
    [author] = {each.by.voice for each in put}
    assert author not in (None, evening.gathering.member("Mair"))
    assert evening.gathering.workspace.find(Attendance, attendance_id(evening.id, author)) is None, "whoever wrote it is on no roll"
    assert not evening.events(Card.Shown)


def test_what_came_on_paper_goes_on_to_the_board_as_somebodys(evening: Evening) -> None:
    workspace = evening.gathering.workspace
    cards(evening, 3, are_shown=True)
    [put] = evening.events(Card.Put)
    on_the_board = wall.take_on(workspace, evening.act("Mair"), evening.id, put.originator_id, "idea")
    [taken] = evening.events(Card.TakenOn)
    idea = ideas.load(workspace, evening.act("Mair"), taken.thing)
    assert (idea.author, on_the_board.already) == (put.by.voice, False)


def test_paper_comes_in_also_while_the_phones_are_held_still_and_the_group_is_elsewhere(evening: Evening) -> None:
    evening.go_to(2, "choose")
    proceedings.freeze(evening.gathering.workspace, evening.act("Mair"), evening.id, True)
    cards(evening, 1)
    ballot(evening, 1, {"level": 1})
    assert len(evening.events(Sheet.TypedIn)) == 2


def test_of_a_choice_that_is_made_again_paper_belongs_to_the_last_one(evening: Evening) -> None:
    for step in ("choose", "talk", "choose", "talk"):
        evening.go_to(2, step)
    ballot(evening, 1, {"level": 1})
    [again] = evening.events(Proceedings.CountedAgain)
    assert (again.run, again.outcome["people"]) == (2, 1)


def test_a_number_is_typed_in_once(evening: Evening) -> None:
    cards(evening, 3)
    with pytest.raises(SheetIsTypedIn) as refused:
        cards(evening, 3, "Arall")
    assert (refused.value.values["number"], refused.value.values["name"]) == (3, "Mair")
    cards(evening, 4, "Arall")
    assert len(evening.events(Card.Put)) == 2


def test_pressed_twice_it_is_one_sheet(evening: Evening) -> None:
    by = evening.act("Mair")
    assert cards(evening, 3, by=by) == cards(evening, 3, by=by)
    assert len(evening.events(Sheet.TypedIn)) == 1


def test_many_who_type_one_number_in_at_once_type_it_in_once(evening: Evening) -> None:
    acts, ready, said = [evening.act("Mair") for _ in range(64)], Barrier(64), list[str]()

    def type_in(by: Act) -> None:
        ready.wait()
        try:
            cards(evening, 3, by=by)
            said.append("typed in")
        except SheetIsTypedIn:
            said.append("it was")

    _all([lambda by=by: type_in(by) for by in acts])
    assert sorted(said) == ["it was"] * 63 + ["typed in"]
    assert (len(evening.events(Sheet.TypedIn)), len(evening.events(Card.Put))) == (1, 1)


def test_ballots_are_counted_with_the_phones(evening: Evening) -> None:
    evening.go_to(2, "choose")
    choices.choose(evening.gathering.workspace, evening.act("Eira"), evening.id, evening.blocks[2], {"level": 2})
    ballot(evening, 1, {"level": 1}, side="professional")
    ballot(evening, 2, {"level": 1})
    with pytest.raises(SheetIsTypedIn):
        ballot(evening, 2, {"level": -2})
    assert not evening.events(Proceedings.CountedAgain)
    evening.go_to(2, "talk")
    assert (outcome(evening)["people"], outcome(evening)["levels"]["1"]) == (3, 2)


def test_ballots_that_are_typed_in_later_are_counted_again(evening: Evening) -> None:
    evening.go_to(2, "choose")
    choices.choose(evening.gathering.workspace, evening.act("Eira"), evening.id, evening.blocks[2], {"level": 2})
    evening.go_to(2, "talk")
    ballot(evening, 7, {"level": 1})
    assert (outcome(evening)["people"], outcome(evening)["levels"]["2"], outcome(evening)["levels"]["1"]) == (2, 1, 1)
    evening.end()
    ballot(evening, 8, {"level": 1})
    assert outcome(evening)["people"] == 3
    assert len(evening.events(Proceedings.Counted)) == 1


def test_ballots_typed_in_by_two_at_once_are_all_counted(evening: Evening) -> None:
    evening.go_to(2, "choose")
    evening.go_to(2, "talk")
    _all([lambda number=number: ballot(evening, number, {"level": 1}) for number in (1, 2)])
    assert outcome(evening)["people"] == 2


def test_a_ballot_that_nobody_got_to_count_is_counted_before_the_minutes_are_sealed(evening: Evening) -> None:
    workspace, by = evening.gathering.workspace, evening.act("Mair")
    evening.go_to(2, "choose")
    evening.go_to(2, "talk")
    paper._type_in_ballot(workspace, by, evening.id, evening.blocks[2], OnPaper(1), Filled({"level": 1}))
    assert outcome(evening)["people"] == 0
    for _ in range(2):
        counts.count_paper(workspace, evening.act("Mair"), evening.id)
    assert outcome(evening)["people"] == 1
    assert len(evening.events(Proceedings.CountedAgain)) == 1


def test_paper_does_not_quietly_say_otherwise_than_somebody_chose(evening: Evening) -> None:
    evening.go_to(2, "choose")
    eira = evening.gathering.member("Eira")
    choices.choose(evening.gathering.workspace, evening.act("Eira"), evening.id, evening.blocks[2], {"level": 2})
    with pytest.raises(AlreadyChose):
        ballot(evening, 1, {"level": -1}, voice=eira)
    ballot(evening, 1, {"level": -1}, voice=eira, is_instead=True)
    evening.go_to(2, "talk")
    assert (outcome(evening)["people"], outcome(evening)["levels"]["-1"]) == (1, 1)
    with pytest.raises(NotLetIn):
        ballot(evening, 2, {"level": 1}, voice=evening.gathering.member("Rhys"))


def test_a_ballot_has_no_more_dots_than_a_phone(evening: Evening) -> None:
    one, two = (evening.card(evening.act("Eira"), text, is_shown=True) for text in ("Paned", "Sgwrs"))
    evening.go_to(1, "choose", one, two)
    with pytest.raises(TooManyDots):
        ballot(evening, 1, {one.hex: 2, two.hex: 2}, 1)
    ballot(evening, 1, {one.hex: 2, two.hex: 1}, 1)


def test_an_evening_without_a_network_is_typed_in_afterwards(evening: Evening) -> None:
    """Nobody led anything: what was chosen from is told from the numbers on the ballots."""
    workspace, by = evening.gathering.workspace, evening.act("Mair")
    evening.end()
    minutes.draft(workspace, evening.id)
    cards(evening, 1, "Paned", "Sgwrs")
    assert len(evening.events(Card.Shown)) == 2
    one, two = (each.originator_id for each in evening.events(Card.Put))
    with pytest.raises(NotThatStep):
        ballot(evening, 1, {two.hex: 1}, 1)
    with pytest.raises(NotEnoughToChooseFrom):
        paper.offer(workspace, by, evening.id, evening.blocks[1], [one])
    with pytest.raises(NotFound):
        paper.offer(workspace, by, evening.id, evening.blocks[1], [one, evening.id])
    paper.offer(workspace, by, evening.id, evening.blocks[1], [two, one])
    assert paper.offered(workspace, evening.id)[evening.blocks[1]].options == (two, one)
    ballot(evening, 1, {two.hex: 1}, 1)
    ballot(evening, 2, {two.hex: 2, one.hex: 1}, 1)
    assert [(each["option"], each["dots"]) for each in outcome(evening)["options"]] == [(two.hex, 3), (one.hex, 1)]
    ballot(evening, 1, {"level": 2})
    assert (outcome(evening)["method"], outcome(evening)["people"]) == ("temperature", 1)


def test_nothing_is_typed_in_once_the_minutes_are_sealed(evening: Evening) -> None:
    evening.end()
    minutes.draft(evening.gathering.workspace, evening.id)
    seal_minutes(evening.gathering.workspace, evening.id, evening.act("Mair"))
    with pytest.raises(MinutesAreSealed):
        cards(evening, 1)
    minutes.reopen(evening.gathering.workspace, evening.act("Mair"), evening.id, "Daeth taflen")
    cards(evening, 1)


@pytest.mark.parametrize("kind", ["cards", "ballot", "vote", "guest", "member"])
def test_a_sheet_that_is_typed_in_at_the_moment_of_sealing_is_refused(evening: Evening, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    workspace, mair, decision = evening.gathering.workspace, evening.act("Mair"), put(evening)
    enter: dict[str, Callable[[], object]] = {
        "cards": lambda: cards(evening, 1),
        "ballot": lambda: ballot(evening, 1, {"level": 1}),
        "vote": lambda: vote(evening, 1, decision, "Eira", "yes"),
        "guest": lambda: attending.bring(workspace, mair, evening.id, attending.Coming("Gwenda", "citizen", "room")),
        "member": lambda: attending.note_who_came(workspace, mair, evening.id, evening.gathering.member("Rhys")),
    }
    evening.end()
    minutes.draft(workspace, evening.id)
    before = len(evening.events(Attendance.Came))
    meanwhile(monkeypatch, minutes, "open_record", lambda: seal_minutes(workspace, evening.id, evening.act("Mair")))
    with pytest.raises(MinutesAreSealed):
        enter[kind]()
    assert (evening.events(Sheet.TypedIn, Card.Put, Choice.Made, Vote.Cast), len(evening.events(Attendance.Came))) == ([], before)


def test_a_ballot_that_comes_at_the_moment_of_sealing_is_counted_before_it(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = evening.gathering.workspace
    evening.end()
    until = workspace.load(Minutes, minutes.draft(workspace, evening.id).id).until

    def type_in(number: int) -> None:
        paper._type_in_ballot(workspace, evening.act("Mair"), evening.id, evening.blocks[2], OnPaper(number), Filled({"level": 1}))

    type_in(1)
    meanwhile(monkeypatch, counts, "count_paper", lambda: type_in(2))
    minutes.seal(workspace, evening.id, happened_at=until)
    [*_, last] = evening.events(Proceedings.CountedAgain, Minutes.Sealed)
    assert isinstance(last, Minutes.Sealed)
    assert outcome(evening)["people"] == 2


def test_only_whoever_leads_types_in_and_only_where_people_write(evening: Evening) -> None:
    with pytest.raises(NotYours):
        cards(evening, 1, by=evening.act("Eira"))
    with pytest.raises(Empty):
        cards(evening, 1, " ")
    with pytest.raises(NotThatStep):
        paper.type_in_cards(evening.gathering.workspace, evening.act("Mair"), evening.id, evening.blocks[3], OnPaper(1), ["Paned"])
    shut = Evening(evening.gathering)
    with pytest.raises(SessionIsNotRunning):
        cards(shut, 1)


def test_whoever_filled_in_a_ballot_is_on_no_roll(evening: Evening) -> None:
    evening.gathering.adopt_charter()
    evening.go_to(2, "choose")
    ballot(evening, 1, {"level": 1})
    [made] = evening.events(Choice.Made)
    evening.go_to(3, "decide")
    roll = decisions.load(evening.gathering.workspace, evening.act("Mair"), evening.ask()).roll
    assert made.by.voice.hex not in roll


def test_a_session_without_a_network_is_told_to_have_taken_place(workspace: Workspace, gathering: Gathering) -> None:
    evening = Evening(gathering, begins=timedelta(minutes=-30))
    with pytest.raises(NotYours):
        proceedings.took_place(workspace, evening.act("Eira"), evening.id)
    proceedings.took_place(workspace, evening.act("Mair"), evening.id)
    told = evening.events(Proceedings.DoorsOpened, Proceedings.Ended)
    assert [(type(each).__name__, each.by.channel) for each in told] == [("DoorsOpened", "paper"), ("Ended", "paper")]
    with pytest.raises(CodeIsDead):
        evening.arrive()
    cards(evening, 1, "Paned")
    assert len(evening.events(Card.Shown)) == 1


def test_what_has_not_begun_did_not_take_place(workspace: Workspace, gathering: Gathering) -> None:
    ahead, called_off = Evening(gathering), Evening(gathering, begins=timedelta(minutes=-30))
    with pytest.raises(HasNotBegun):
        proceedings.took_place(workspace, ahead.act("Mair"), ahead.id)
    sessions.cancel(workspace, called_off.act("Mair"), called_off.id, "Eira")
    with pytest.raises(SessionIsCancelled):
        proceedings.took_place(workspace, called_off.act("Mair"), called_off.id)


def test_who_was_there_is_noted_afterwards_once_each(evening: Evening) -> None:
    workspace, gathering = evening.gathering.workspace, evening.gathering
    evening.end()
    there = [gathering.member(name) for name in ("Eira", "Rhys", "Mair")]
    for _ in range(2):
        attending.note_who_came(workspace, evening.act("Mair"), evening.id, *there)
    came = {each.by.author: each for each in evening.events(Attendance.Came)}
    assert sorted(came) == sorted(there)
    assert (came[there[1]].by.member, came[there[1]].by.source, came[there[1]].is_member) == (gathering.member("Mair"), "paper", True)
    attending.bring(workspace, evening.act("Mair"), evening.id, attending.Coming("Gwenda", "citizen", "room"))
    assert len(evening.events(Attendance.Came)) == 4
    with pytest.raises(NotYours):
        attending.note_who_came(workspace, evening.act("Rhys"), evening.id, *there)


def test_a_vote_on_paper_has_a_number_and_goes_in_once(evening: Evening) -> None:
    decision = put(evening)
    vote(evening, 7, decision, "Eira", "yes")
    [cast], [typed] = evening.events(Vote.Cast), evening.events(Sheet.TypedIn)
    assert (typed.kind, typed.number, typed.block, typed.things) == ("ballot", 7, evening.blocks[3], [cast.originator_id])
    assert (cast.by.author, cast.by.channel, cast.by.source) == (evening.gathering.member("Eira"), "paper", "paper")
    assert (typed.by.author, typed.by.voice) == (evening.gathering.member("Mair"), None), "who typed it in, and nobody's voice"
    with pytest.raises(SheetIsTypedIn):
        vote(evening, 7, decision, "Rhys", "no")
    with pytest.raises(TheyHaveVoted):
        vote(evening, 8, decision, "Eira", "no")
    assert (len(evening.events(Vote.Cast)), len(evening.events(Sheet.TypedIn))) == (1, 1), "neither half of what was refused"


def test_a_ballot_is_for_the_question_of_its_part(evening: Evening) -> None:
    decision, elsewhere = put(evening), evening.gathering.open()
    with pytest.raises(NotThatStep):
        vote(evening, 1, elsewhere, "Eira", "yes")
    with pytest.raises(NotThatStep):
        vote(evening, 1, decision, "Eira", "yes", block=2)
    gathering = evening.gathering
    voices.choose_helper(gathering.workspace, gathering.act("Rhys"), gathering.member("Rhys"), gathering.member("Eira"))
    with pytest.raises(NotYours):
        vote(evening, 1, decision, "Rhys", "yes", by="Eira")


def test_many_who_type_one_number_of_a_vote_in_at_once_type_one_vote_in(evening: Evening) -> None:
    decision, said = put(evening), list[str]()

    def type_in(name: str) -> None:
        try:
            vote(evening, 7, decision, name, "yes")
            said.append("typed in")
        except SheetIsTypedIn:
            said.append("it was")

    _all([lambda name=name: type_in(name) for name in ("Eira", "Rhys")])
    assert sorted(said) == ["it was", "typed in"]
    assert (len(evening.events(Vote.Cast)), len(evening.events(Sheet.TypedIn))) == (1, 1)


def test_pressed_twice_it_is_one_vote(evening: Evening) -> None:
    decision, workspace = put(evening), evening.gathering.workspace
    by, voice = evening.act("Mair"), Voice(evening.gathering.member("Eira"), "signed", "paper")
    done = [paper.type_in_vote(workspace, by, evening.id, evening.blocks[3], 7, Marked(decision, "yes"), voice) for _ in range(2)]
    assert done[0].position == done[1].position


def test_what_a_group_decided_on_paper_is_put_afterwards_and_its_ballots_counted(evening: Evening) -> None:
    workspace, gathering = evening.gathering.workspace, evening.gathering
    gathering.adopt_charter()
    guest = attending.bring(workspace, evening.act("Mair"), evening.id, attending.Coming("Gwenda", "citizen", "room"))
    with pytest.raises(NotThatStep):
        put_afterwards(evening)
    evening.end()
    with pytest.raises(NotThatStep):
        put_afterwards(evening, block=0)
    decision = put_afterwards(evening)
    with pytest.raises(NotThatStep):
        put_afterwards(evening)
    gwenda = next(each.by.author for each in evening.events(Attendance.Came) if each.originator_id == guest.id)
    for number, voice in enumerate([gwenda, *gathering.citizens, *gathering.professionals], 1):
        vote(evening, number, decision, voice, "yes")
    decisions.close(workspace, gathering.act("Mair"), decision, "Mae’r papurau i gyd i mewn")
    found = decisions.load(workspace, gathering.act("Mair"), decision)
    assert (gwenda.hex in found.roll, found.result) == (True, "agreed")


def put(evening: Evening) -> UUID:
    evening.gathering.adopt_charter()
    evening.go_to(3, "decide")
    return evening.ask()


def put_afterwards(evening: Evening, block: int = 3) -> UUID:
    workspace, whose = evening.gathering.workspace, evening.act("Mair")
    return proceedings.decide(workspace, whose, evening.id, QUESTION, evening.gathering.in_(1), block=evening.blocks[block]).id


def vote(evening: Evening, number: int, decision: UUID, voice: str | UUID, choice: str, *, block: int = 3, by: str = "Mair") -> None:
    workspace, whose = evening.gathering.workspace, voice if isinstance(voice, UUID) else evening.gathering.member(voice)
    paper.type_in_vote(workspace, evening.act(by), evening.id, evening.blocks[block], number, Marked(decision, choice), Voice(whose, "signed", "paper"))


def _all(calls: list[Callable[[], None]]) -> None:
    threads = [Thread(target=call) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
