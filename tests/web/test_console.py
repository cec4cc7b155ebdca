"""The console of whoever leads a session."""

import re
from uuid import UUID

import pytest

from aggregates.attendance import attendance_id
from projections.agendas import session
from projections.rooms import cards, people
from tests.evening import Evening
from tests.gathering import Gathering
from workspace import attending, decisions, hands, proceedings, sessions
from workspace.attending import Coming
from workspace.refusals import NotFound

from .browsing import Reader

SPEAKING = {"Attendance.AskedToSpeak", "Attendance.SpeaksNoMore", "Attendance.Heard"}


@pytest.fixture
def there(reader: Reader, gathering: Gathering, evening: Evening) -> str:
    reader.sign_in(gathering.accounts["Mair"])
    return f"/en/projects/{gathering.project}/sessions/{evening.id}"


def state(evening: Evening) -> tuple[UUID | None, str | None]:
    with evening.gathering.workspace.reading() as db:
        found = session(db, evening.id)
    assert found is not None
    return (found.now.block, found.now.step) if found.now else (None, None)


def test_the_group_is_led_on_step_by_step_and_back(reader: Reader, evening: Evening, there: str) -> None:
    reader.open(f"{there}/console")
    reader.press(f"{there}/moves", block=evening.blocks[0], step="write")
    reader.open(f"{there}/console")
    assert state(evening) == (evening.blocks[0], "write")
    assert "What made it good?" in reader.open(f"{there}/console").text


def test_two_who_move_at_once_are_told_where_the_group_is(reader: Reader, evening: Evening, there: str) -> None:
    reader.open(f"{there}/console")
    evening.go_to(0, "share")
    refused = reader.press(f"{there}/moves", block=evening.blocks[0], step="write")
    assert refused.status_code == 409
    assert "Somebody else who leads was quicker." in refused.text
    assert state(evening) == (evening.blocks[0], "share")


def test_people_who_wait_are_let_in_or_not_with_a_reason(reader: Reader, evening: Evening, there: str) -> None:
    gwenno, dewi = (evening.guest(evening.arrive(name, is_let_in=False)).member for name in ("Gwenno", "Dewi"))
    assert "They wait to be let in" in reader.open(f"{there}/console").text
    reader.press(f"{there}/admissions", waiting=[str(gwenno)])
    reader.open(f"{there}/console")
    reader.press(f"{there}/people/{dewi}/refusal", refusing="Another meeting")
    reader.open(f"{there}/console")
    with evening.gathering.workspace.reading() as db:
        assert {person.name: (person.is_let_in, person.state) for person in people(db, evening.id)} == {
            "Gwenno": (True, "here"),
            "Dewi": (False, "turned away"),
        }


def test_before_it_begins_the_code_stands_there_and_who_waits_is_let_in_where_one_goes_on(reader: Reader, evening: Evening, there: str) -> None:
    for name in ("Gwenno", "Dewi"):
        evening.arrive(name, is_let_in=False)
    page = reader.open(f"{there}/console").text
    begins = page.partition("Go on")[0]
    assert evening.code in begins
    assert "2 people wait to be let in: Gwenno and Dewi." in begins
    evening.go_to(0, "write")
    assert evening.code not in reader.open(f"{there}/console").text.partition("Go on")[0]


def test_cards_are_read_shown_set_aside_and_taken_on(reader: Reader, evening: Evening, there: str) -> None:
    evening.go_to(0, "write")
    gwenno = evening.arrive()
    tea, bus = (evening.card(evening.act_of(gwenno), text) for text in ("Paned o de", "Bws am naw"))
    assert "Paned o de" in reader.open(f"{there}/console").text
    reader.press(f"{there}/wall", cards=[str(tea), str(bus)])
    reader.open(f"{there}/console")
    reader.press(f"{there}/cards/{bus}/setting-aside", aside="Said already")
    reader.open(f"{there}/console")
    reader.press(f"{there}/cards/{tea}/taking-on", what="idea")
    reader.open(f"{there}/console")
    with evening.gathering.workspace.reading() as db:
        found = {card.id: (card.is_shown, card.state, card.what) for card in cards(db, evening.id, evening.blocks[0], only_shown=False)}
    assert found == {tea: (True, "here", "idea"), bus: (True, "set aside", None)}
    assert "Paned o de" in reader.open(there.rpartition("/sessions")[0] + "/ideas").text


def test_words_are_written_down_for_somebody_without_a_phone(reader: Reader, evening: Evening, there: str) -> None:
    evening.go_to(0, "write")
    reader.open(f"{there}/console")
    reader.press(f"{there}/people", name="Nel", side="citizen")
    reader.open(f"{there}/console")
    reader.press(f"{there}/capture", said="Cŵn ar y bws", source="spoken", agreed="said so")
    shown = reader.open(f"{there}/console").text
    assert "Cŵn ar y bws" in shown
    assert "Not confirmed yet" in shown
    with evening.gathering.workspace.reading() as db:
        (card,) = cards(db, evening.id, evening.blocks[0], only_shown=False)
    assert (card.is_written_down, card.is_unconfirmed, card.side) == (True, True, "citizen")


def test_the_queue_gives_the_floor_and_the_balance_is_a_hint_for_those_who_lead(reader: Reader, evening: Evening, there: str) -> None:
    evening.come("Eira")
    attending.ask_to_speak(evening.gathering.workspace, evening.act("Eira"), evening.id, True)
    reader.open(f"{there}/console")
    reader.press(f"{there}/people/{evening.gathering.member('Eira')}/floor")
    reader.open(f"{there}/console")
    reader.press(f"{there}/turns")
    for _ in range(6):
        reader.open(f"{there}/console")
        reader.press(f"{there}/voices", side="professional")
    assert "nearly all of one group" in reader.open(f"{there}/console").text


def test_the_history_names_nobody_who_speaks(reader: Reader, gathering: Gathering, evening: Evening) -> None:
    """Phones say that it is noted which group speaks, never who."""
    evening.come("Eira")
    for wants in (True, False, True):
        attending.ask_to_speak(gathering.workspace, evening.act("Eira"), evening.id, wants)
    attending.hear(gathering.workspace, evening.act("Mair"), evening.id, gathering.member("Eira"))
    history = f"/en/projects/{gathering.project}/history"
    told = reader.open(f"{history}?about={evening.id}").text
    assert "Somebody asked to speak" in told
    assert "Eira asked" not in told
    lines = [line for _, told in reader.open(f"{history}.json").json()["days"] for line in told]
    entries = [line["entry"] for line in lines if line["entry"]["event"] in SPEAKING]
    assert {entry["event"] for entry in entries} == SPEAKING
    eira = {str(gathering.member("Eira")), str(attendance_id(evening.id, gathering.member("Eira")))}
    assert not [one for entry in entries for one in eira if one in str(entry)]


def test_dots_are_chosen_from_shown_cards_and_counted_once_left(reader: Reader, evening: Evening, there: str) -> None:
    evening.go_to(0, "write")
    gwenno = evening.arrive()
    tea, bus = (evening.card(evening.act_of(gwenno), text, is_shown=True) for text in ("Paned", "Bws"))
    evening.go_to(0, "talk")
    reader.open(f"{there}/console")
    reader.press(f"{there}/moves", block=evening.blocks[1], step="choose", options=[str(tea), str(bus)])
    shown = reader.open(f"{there}/console").text
    assert state(evening) == (evening.blocks[1], "choose")
    assert "0 of 1 have chosen." in shown
    evening.moves += 1
    evening.go_to(1, "talk")
    assert "What was chosen" in reader.open(f"{there}/console").text


def test_going_back_to_the_dots_offers_the_same_once_more(reader: Reader, evening: Evening, there: str) -> None:
    evening.go_to(0, "write")
    tea, _, walk = (evening.card(evening.act_of(evening.arrive()), text, is_shown=True) for text in ("Paned", "Bws", "Tro"))
    evening.go_to(1, "choose", tea, walk)
    evening.go_to(1, "talk")
    back = reader.open(f"{there}/console").text.partition(">Back<")[0].rpartition("<form")[2]
    offered = re.findall(r'name="options" value="([^"]+)"', back)
    assert offered == [str(tea), str(walk)]
    went = reader.client.post(f"{there}/moves.json", json={"saw": evening.moves, "block": str(evening.blocks[1]), "step": "choose", "options": offered})
    assert went.status_code == 201
    assert "0 of 3 have chosen." in reader.open(f"{there}/console").text
    assert state(evening) == (evening.blocks[1], "choose")


def test_nobody_but_those_who_lead_opens_the_console(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    assert reader.sign_in(gathering.accounts["Eira"]).open(f"{there}/console").status_code == 403
    assert evening.code not in reader.open(there).text


def test_the_session_ends_and_its_code_is_dead(reader: Reader, evening: Evening, there: str) -> None:
    code = evening.code
    reader.open(f"{there}/console")
    assert "It is over" in reader.press(f"{there}/end").text
    assert reader.open(f"/en/s/{code}").status_code == 410


def test_a_question_is_put_to_the_room_answered_there_and_closed(reader: Reader, evening: Evening, there: str) -> None:
    evening.gathering.adopt_charter()
    gwenno = evening.arrive()
    assert "It is not time for it" in reader.open(f"{there}/question").text
    evening.go_to(3, "decide")
    assert "Put a question to the room" in reader.open(f"{there}/console").text
    reader.open(f"{there}/question")
    asked = reader.press(f"{there}/question", question_en="A bench?", question_cy="Mainc?", yes_en="One", yes_cy="Un", no_en="None", no_cy="Dim")
    assert "A bench?" in asked.text
    assert "Families: 0 of 4 have answered" in asked.text
    phone = reader.client.get(f"/en/here/{evening.id}", headers={"cookie": f"guest={gwenno.cookie}"})
    assert "A bench?" in phone.text
    assert "A bench?" in reader.open(f"{there}/screen").text
    reader.open(f"{there}/console")
    closed = reader.press(f"{there}/question/closure", closing="Everybody here has answered")
    assert "No decision" in closed.text
    assert "No decision" in reader.open(f"{there}/screen").text


def test_a_host_who_does_not_facilitate_closes_what_the_room_was_asked(reader: Reader, evening: Evening, there: str) -> None:
    gathering = evening.gathering
    gathering.adopt_charter()
    sessions.give_role(gathering.workspace, gathering.act("Mair"), evening.id, gathering.member("Rhys"), "host")
    evening.go_to(3, "decide")
    evening.ask()
    reader.sign_in(gathering.accounts["Rhys"]).open(f"{there}/console")
    closed = reader.press(f"{there}/question/closure", closing="Everybody here has answered")
    assert "No decision" in closed.text


def test_nobody_closes_from_the_room_what_was_asked_elsewhere(evening: Evening) -> None:
    gathering = evening.gathering
    gathering.adopt_charter()
    elsewhere = gathering.open()
    with pytest.raises(NotFound):
        proceedings.close(gathering.workspace, evening.act("Mair"), evening.id, elsewhere, "Now")


def test_hands_in_the_room_are_counted_by_one_of_each_group(reader: Reader, evening: Evening, there: str) -> None:
    gathering = evening.gathering
    gathering.adopt_charter()
    evening.go_to(3, "decide")
    reader.open(f"{there}/question")
    asked = reader.press(f"{there}/question", question_en="A bench?", question_cy="Mainc?", yes_en="One", yes_cy="Un", no_en="None", no_cy="Dim", way="hands")
    assert "Write down what you counted" in asked.text
    with gathering.workspace.reading() as db:
        found = session(db, evening.id)
    assert found is not None
    assert found.block is not None
    decision = found.block.decision
    assert decision is not None
    counted = {"citizen": {"yes": 3, "no": 0, "abstain": 0}, "professional": {"yes": 2, "no": 0, "abstain": 0}}
    hands.report(gathering.workspace, gathering.act("Eira"), decision, counted)
    assert "counted:" in reader.open(f"{there}/console").text
    hands.report(gathering.workspace, gathering.act("Rhys"), decision, counted)
    assert "Agreed" in reader.open(f"{there}/console").text
    assert "Agreed" in reader.open(f"{there}/screen").text


def test_a_question_in_one_language_alone_is_not_put_and_what_was_typed_stays(reader: Reader, evening: Evening, there: str) -> None:
    evening.gathering.adopt_charter()
    evening.go_to(3, "decide")
    reader.open(f"{there}/question")
    refused = reader.press(f"{there}/question", question_en="A bench?", question_cy="")
    assert refused.status_code == 422
    assert "A bench?" in refused.text


def test_a_vote_is_written_down_for_whoever_is_in_the_room_without_a_phone(reader: Reader, evening: Evening, there: str) -> None:
    gathering = evening.gathering
    gathering.adopt_charter()
    gwenno = evening.guest(evening.arrive()).member
    attending.bring(gathering.workspace, evening.act("Mair"), evening.id, Coming("Wil", "citizen", "room"))
    evening.go_to(3, "decide")
    decision = evening.ask()
    base = f"/en/projects/{gathering.project}/decisions/{decision}"
    page = reader.open(f"{base}/writing-down").text
    assert "Wil" in page
    assert "Gwenno" in page
    written = reader.press(f"{base}/writing-down", voice=str(gwenno), choice="yes", source="paper", agreed="said so")
    assert written.status_code == 200
    ballot = decisions.on_record(gathering.workspace, decision, gwenno)
    assert ballot is not None
    assert ballot.choice == "yes"


def test_cards_go_under_a_theme_that_is_named_in_the_room(reader: Reader, evening: Evening, there: str) -> None:
    evening.come("Eira")
    evening.go_to(0, "write")
    tea, bus = (evening.card(evening.act("Eira"), text, is_shown=True) for text in ("Paned", "Bws"))
    reader.open(f"{there}/console")
    reader.press(f"{there}/themes", cards=[str(tea)], theme="", named="Company")
    assert reader.open(f"{there}/console").text.count("<span>Company</span>") == 1
    with evening.gathering.workspace.reading() as db:
        themes = {card.id: card.theme for card in cards(db, evening.id, None, only_shown=True)}
    assert themes[tea] is not None
    assert themes[bus] is None
    assert "Tick the cards first" in reader.press(f"{there}/themes", theme="", named="").text


def test_what_was_set_aside_comes_back_and_what_was_joined_stands_alone_again(reader: Reader, evening: Evening, there: str) -> None:
    evening.come("Eira")
    evening.go_to(0, "write")
    tea, coffee = (evening.card(evening.act("Eira"), text, is_shown=True) for text in ("Paned", "Coffi"))
    reader.open(f"{there}/console")
    reader.press(f"{there}/cards/{coffee}/joining", into=str(tea))
    assert "Let it stand by itself" in reader.open(f"{there}/console").text
    reader.press(f"{there}/cards/{coffee}/joining?_method=delete")
    assert "Let it stand by itself" not in reader.open(f"{there}/console").text
    reader.press(f"{there}/cards/{tea}/setting-aside", aside="Later")
    assert "1 card is set aside" in reader.open(f"{there}/console").text
    reader.press(f"{there}/cards/{tea}/setting-aside?_method=delete")
    assert "set aside" not in reader.open(f"{there}/console").text
