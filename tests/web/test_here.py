"""The page of somebody in a session."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast
from uuid import UUID, uuid4

import pytest

from aggregates.card import Card
from projections.rooms import given, own_cards, people, person
from tests.evening import Evening
from tests.gathering import Gathering
from tests.workers.post_office import plain
from workers import rebuilding
from workers.mail import Post
from workspace import attending, cards, decisions, proceedings, sessions, themes, voices
from workspace.attending import Arrived, Coming
from workspace.sessions import PlannedBlock
from workspace.story.telling import both

from .browsing import Reader
from .neighbours import closed_beside
from .statements import statements_of


def at(evening: Evening, path: str = "", language: str = "en") -> str:
    return f"/{language}/{'here' if language == 'en' else 'yma'}/{evening.id}{path}"


def own(evening: Evening, arrived: Arrived) -> list[str]:
    with evening.gathering.workspace.reading() as db:
        return [card.words.get("cy", card.words.get("en", "")) for card in own_cards(db, evening.id, evening.guest(arrived).member) if card.state == "here"]


def test_whoever_waits_reads_the_agenda_and_how_to_be_together(reader: Reader, evening: Evening) -> None:
    arrived = evening.arrive(is_let_in=False)
    reader.client.cookies.set("guest", arrived.cookie)
    page = reader.open(at(evening)).text
    assert "Whoever leads lets you in; it will not be long." in page
    assert "One at a time" in page
    assert "A talk" in page
    evening.go_to(0, "write")
    assert "What made it good?" not in reader.open(at(evening)).text, "what is asked is for those who are in"


def test_a_card_is_put_on_the_wall_from_a_phone(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    page = reader.open(at(evening, language="cy"))
    assert "Beth wnaeth hi’n dda?" in page.text
    written = reader.press(at(evening, f"/rhannau-r-agenda/{evening.blocks[0]}/cardiau", "cy"), text="Paned o de")
    assert "Paned o de" in written.text
    assert own(evening, gwenno) == ["Paned o de"]


def test_ones_own_card_is_put_in_other_words_and_taken_back(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    card = evening.card(evening.act_of(gwenno), "Paned")
    reader.open(at(evening))
    reader.press(at(evening, f"/cards/{card}"), text="Paned dwym")
    assert own(evening, gwenno) == ["Paned dwym"]
    reader.open(at(evening))
    reader.press(at(evening, f"/cards/{card}?_method=delete"))
    assert own(evening, gwenno) == []


def test_nobody_changes_the_card_of_somebody_else(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    other = evening.card(evening.act_of(evening.arrive("Dewi")), "Bws")
    headers = {"accept": "application/json"}
    for method, body in (("POST", {"text": "Arall"}), ("DELETE", {})):
        assert reader.client.request(method, at(evening, f"/cards/{other}"), json=body, headers=headers).status_code == 403


def test_a_card_of_another_session_is_not_found_here(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    second = Evening(evening.gathering).open_doors()
    second.go_to(0, "write")
    dewi = second.arrive("Dewi")
    card = second.card(second.act_of(dewi), "Bws")
    assert reader.client.post(at(evening, f"/cards/{card}"), json={"text": "x"}).status_code == 404


def test_what_is_shown_stands_under_its_theme_without_the_name_of_whoever_did_not_give_it(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    shown = evening.card(evening.act_of(gwenno), "Paned", is_shown=True)
    evening.card(evening.act_of(evening.arrive("Dewi")), "Cudd")
    theme = themes.name(evening.gathering.workspace, evening.act("Mair"), both("Amser", "Time")).id
    cards.put_under(evening.gathering.workspace, evening.act("Mair"), evening.id, [shown], theme)
    evening.go_to(0, "share")
    reader.client.cookies.clear()
    reader.client.cookies.set("guest", evening.arrive("Elin").cookie)
    page = reader.open(at(evening)).text
    assert "Paned" in page
    assert "Time" in page
    assert "Cudd" not in page, "a card is private until whoever leads shows it"
    assert "Gwenno" not in page
    told = reader.open(at(evening, ".json")).text
    assert str(evening.guest(gwenno).member) not in told, "programs are told no more than people"
    assert "Cudd" not in told


def test_a_card_that_comes_too_late_is_kept_and_said_so(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    reader.open(at(evening))
    evening.go_to(1, "talk")
    late = reader.press(at(evening, f"/blocks/{evening.blocks[0]}/cards"), text="Fy ngeiriau")
    assert late.status_code == 422
    assert "The group has moved on; what you wrote is kept here" in late.text
    assert "Fy ngeiriau" in late.text
    assert own(evening, gwenno) == []


def test_what_is_typed_stays_while_phones_are_held_still(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    reader.open(at(evening))
    proceedings.freeze(evening.gathering.workspace, evening.act("Mair"), evening.id, True)
    answer = reader.press(at(evening, f"/blocks/{evening.blocks[0]}/cards"), text="Fy ngeiriau")
    assert answer.status_code == 422
    assert "Fy ngeiriau</textarea>" in answer.text
    assert "holding the phones still" in answer.text


def test_the_language_is_changed_in_the_middle_of_an_answer(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    reader.open(at(evening))
    reader.page = reader.client.post(
        at(evening, f"/rhannau-r-agenda/{evening.blocks[0]}/cardiau", "cy"), data={"text": "Fy ngeiriau", "again": "1"}, headers={"accept": "text/html"}
    )
    assert "Fy ngeiriau</textarea>" in reader.page.text
    assert 'lang="cy"' in reader.page.text
    assert own(evening, gwenno) == []


def test_the_button_pressed_twice_puts_one_card(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    sent = {"text": "Paned"}
    key = {"idempotency-key": str(uuid4())}
    for status in (201, 200):
        assert reader.client.post(at(evening, f"/blocks/{evening.blocks[0]}/cards"), json=sent, headers=key).status_code == status
    reader.open(at(evening))
    assert own(evening, gwenno) == ["Paned"]


def test_who_waits_writes_nothing(reader: Reader, evening: Evening) -> None:
    arrived = evening.arrive(is_let_in=False)
    reader.client.cookies.set("guest", arrived.cookie)
    evening.go_to(0, "write")
    answer = reader.client.post(at(evening, f"/blocks/{evening.blocks[0]}/cards"), json={"text": "Paned"})
    assert (answer.status_code, answer.json()["reason"]) == (403, "NotLetIn")


def test_id_rather_say_it_aloud_gives_a_place_in_the_queue(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    attending.ask_to_speak(evening.gathering.workspace, evening.act_of(evening.arrive("Dewi")), evening.id, True)
    evening.go_to(0, "talk")
    reader.open(at(evening))
    asked = reader.press(at(evening, "/queue"))
    assert "You are in the queue to speak: number 2." in asked.text
    assert "You are in the queue" not in reader.press(at(evening, "/queue?_method=delete")).text


def test_someone_is_helping_me(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    reader.open(at(evening))
    reader.press(at(evening))
    with evening.gathering.workspace.reading() as db:
        found = person(db, evening.id, evening.guest(gwenno).member)
    assert found is not None
    assert found.is_helped


def test_a_guest_votes_in_the_decision_that_is_asked_in_the_room(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    gathering = evening.gathering
    gathering.adopt_charter()
    evening.go_to(3, "decide")
    assert "put to everybody in a moment" in reader.open(at(evening)).text
    decision = evening.ask()
    page = reader.open(at(evening))
    assert "Shall we offer a last visit?" in page.text
    voted = reader.press(at(evening, f"/decisions/{decision}/votes"), choice="yes", reason="Achos")
    assert "On record for you: For" in voted.text
    ballot = decisions.on_record(gathering.workspace, decision, evening.guest(gwenno).member)
    assert ballot is not None
    assert ballot.choice == "yes"
    again = reader.press(at(evening, f"/decisions/{decision}/votes?_method=delete"))
    assert "On record for you" not in again.text


def test_a_guest_objects_with_what_would_be_harmed(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    gathering = evening.gathering
    gathering.adopt_charter(consent_first=True)
    evening.go_to(3, "decide")
    decision = evening.ask()
    reader.open(at(evening))
    refused = reader.press(at(evening, f"/decisions/{decision}/votes"), choice="object")
    assert refused.status_code == 422
    assert "Say what would be harmed" in refused.text
    assert "On record for you: I object" in reader.press(at(evening, f"/decisions/{decision}/votes"), choice="object", aim="aim", reason="Mae’n brifo").text


def test_a_guest_objects_because_of_something_that_the_charter_does_not_name(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    gathering = evening.gathering
    gathering.adopt_charter(consent_first=True)
    evening.go_to(3, "decide")
    decision = evening.ask()
    reader.open(at(evening))
    objected = reader.press(at(evening, f"/decisions/{decision}/votes"), choice="object", aim="other", reason="Mae’n brifo")
    assert "On record for you: I object" in objected.text


def test_a_decision_that_the_group_is_not_asked_for_is_not_found_here(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.gathering.adopt_charter()
    elsewhere = evening.gathering.open()
    assert reader.client.post(at(evening, f"/decisions/{elsewhere}/votes"), json={"choice": "yes", "saw": 0}).status_code == 404


def test_a_vote_that_comes_after_the_group_moved_on_counts(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.gathering.adopt_charter()
    evening.go_to(3, "decide")
    decision = evening.ask()
    reader.open(at(evening))
    evening.go_to(4, "talk")
    assert "A break." in reader.press(at(evening, f"/decisions/{decision}/votes"), choice="yes").text
    ballot = decisions.on_record(evening.gathering.workspace, decision, evening.guest(gwenno).member)
    assert ballot is not None
    assert ballot.choice == "yes"


@pytest.mark.parametrize(("block", "step", "said"), [(4, "talk", "A break."), (5, "talk", "Nothing is written down now")])
def test_what_is_no_work_says_so(reader: Reader, evening: Evening, gwenno: Arrived, block: int, step: str, said: str) -> None:
    evening.go_to(block, step)
    assert said in reader.open(at(evening)).text


def test_how_far_it_is_and_that_nobody_is_rushed(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    page = reader.open(at(evening)).text
    assert "Part 1 of 8." in page
    assert "About 20 minutes left; nobody is rushed." in page


def test_somebody_of_the_project_comes_in_from_the_page_itself(reader: Reader, evening: Evening) -> None:
    reader.sign_in(evening.gathering.accounts["Rhys"])
    assert "You are in as Rhys" in reader.open(at(evening)).text
    assert "You are in" in reader.press(at(evening)).text
    evening.go_to(0, "write")
    assert "What made it good?" in reader.open(at(evening)).text


def test_whoever_leaves_may_come_back(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    reader.open(at(evening))
    assert "You left. You can come back." in reader.press(at(evening, "/leave")).text
    assert "You are in" in reader.press(at(evening)).text


def test_who_was_not_let_in_is_told_kindly_and_does_not_come_in_by_asking_again(reader: Reader, evening: Evening) -> None:
    arrived = evening.arrive(is_let_in=False)
    attending.turn_away(evening.gathering.workspace, evening.act("Mair"), evening.id, evening.guest(arrived).member, "Rhywun arall")
    reader.client.cookies.set("guest", arrived.cookie)
    assert "You were not let in" in reader.open(at(evening)).text
    assert reader.client.post(at(evening), json={}).status_code == 403


def test_not_my_phone_leaves_nothing_on_it(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    reader.open(at(evening))
    answer = reader.press(at(evening, "/forgetting"), follow=False)
    assert any(said.startswith("guest=") and "Max-Age=0" in said for said in answer.headers.get_list("set-cookie"))
    assert attending.guest(evening.gathering.workspace, gwenno.cookie) is None
    with evening.gathering.workspace.reading() as db:
        assert len(people(db, evening.id)) == 1, "what was said stays with whoever said it"


def test_a_place_is_kept_for_later_by_mail(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    reader.open(at(evening))
    assert "A link is on its way" in reader.press(at(evening, "/place"), email="gwenno@example.cymru").text
    with evening.gathering.workspace.reading() as db:
        assert db.execute("select email from invitations where member = %s", (evening.guest(gwenno).member,)).fetchone() == ("gwenno@example.cymru",)
    for status in (201, 201, 422):
        answer = reader.client.post(at(evening, "/place"), json={"email": "gwenno@example.cymru"})
        assert answer.status_code == (429 if status == 422 else status)


def test_anybody_may_ask_that_nobody_notes_who_speaks(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    proceedings.count_turns(evening.gathering.workspace, evening.act("Mair"), evening.id)
    page = reader.open(at(evening))
    assert "It is noted which group speaks, never who." in page.text
    assert "It is noted which group speaks" not in reader.press(at(evening, "/turns?_method=delete")).text


def test_one_sits_at_a_table(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    reader.open(at(evening))
    reader.press(at(evening, "/table"), table="3")
    with evening.gathering.workspace.reading() as db:
        found = person(db, evening.id, evening.guest(gwenno).member)
    assert found is not None
    assert found.sits_at == 3


def test_what_one_gave_today(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    evening.card(evening.act_of(gwenno), "Paned")
    evening.card(evening.act_of(gwenno), "Bws")
    assert "2 answers" in reader.open(at(evening)).text
    with evening.gathering.workspace.reading() as db:
        assert given(db, evening.id, evening.guest(gwenno).member).cards == 2


def test_a_phone_left_over_from_yesterday_says_that_it_is_over(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    evening.card(evening.act_of(gwenno), "Paned")
    reader.open(at(evening))
    evening.end()
    late = reader.press(at(evening, f"/blocks/{evening.blocks[0]}/cards"), text="Hwyr")
    assert late.status_code == 422
    assert "Hwyr" in late.text
    page = reader.open(at(evening)).text
    assert "The session is over. Thank you" in page
    assert "1 answer" in page
    assert "Paned" in page


def test_what_was_decided_stands_there_once_it_is_over(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    gathering = evening.gathering
    gathering.adopt_charter()
    evening.go_to(3, "decide")
    decision = evening.ask()
    evening.end()
    page = reader.open(at(evening)).text
    assert "Shall we offer a last visit?" in page
    assert "Not counted yet" in page
    decisions.close(gathering.workspace, gathering.act("Mair"), decision, "So")
    assert "Not counted yet" not in reader.open(at(evening)).text


def test_the_mail_that_keeps_a_place_says_that_nobody_else_sent_it(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    workspace = evening.gathering.workspace
    reader.client.post(at(evening, "/place"), json={"email": "gwenno@example.cymru"})
    rebuilding.bring_to_head(workspace)
    post = Post(workspace.settings, workspace.pool)
    with workspace.reading() as db:
        for (row,) in db.execute("select id from outbox where sent_at is null").fetchall():
            post.deliver(str(row))
        (mime,) = db.execute("select mime from mails where recipient = 'gwenno@example.cymru'").fetchone() or (b"",)
    text = plain(cast(EmailMessage, message_from_bytes(bytes(mime), policy=policy.default)))
    assert "/join/" in text or "/ymuno/" in text
    assert "gan: Gwenno" not in text


def test_who_is_in_no_way_of_it_is_told_the_same_whether_it_is_there_or_not(reader: Reader, evening: Evening) -> None:
    second = Evening(closed_beside(evening.gathering)).open_doors()
    told = []
    for session in (evening.id, second.id, uuid4()):
        answer = reader.open(f"/en/here/{session}")
        told.append((answer.status_code, answer.text.replace(str(session), "")))
        assert reader.client.get(f"/en/here/{session}.json").status_code == 404
        assert reader.client.get(f"/changes/here/{session}").status_code == 404
        assert reader.client.get(f"/en/here/{session}/now", headers={"hx-request": "true"}).status_code == 404
    assert told[0][0] == 404
    assert told[0] == told[1] == told[2]


def test_the_cookie_of_one_session_opens_no_other(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    second = Evening(evening.gathering).open_doors()
    assert reader.open(at(second)).status_code == 404
    assert reader.client.post(at(second), json={}).status_code == 404


def test_the_part_that_shows_what_to_do_is_fetched_only_when_it_is_another(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    saw = reader.open(at(evening)).text.partition("now?saw=")[2].partition('"')[0]
    assert reader.open(at(evening, f"/now?saw={saw}")).status_code == 204
    proceedings.blank(evening.gathering.workspace, evening.act("Mair"), evening.id, True)
    assert reader.open(at(evening, f"/now?saw={saw}")).status_code == 204, "the big screen is no matter of phones"
    evening.go_to(1, "talk")
    moved = reader.open(at(evening, f"/now?saw={saw}"))
    assert moved.status_code == 200
    assert "<html" not in moved.text
    assert "Dots" in moved.text


def left_open(reader: Reader, evening: Evening) -> str:
    """The address at which an open page looks for what is new."""
    return at(evening, "/now?saw=" + reader.open(at(evening)).text.partition("now?saw=")[2].partition('"')[0])


def test_an_open_page_shows_what_is_put_on_the_wall_and_under_which_theme(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    card = evening.card(evening.act_of(evening.arrive("Dewi")), "Bws am naw")
    mine = evening.card(evening.act_of(gwenno), "Paned")
    evening.go_to(0, "share")
    look = left_open(reader, evening)
    cards.show(evening.gathering.workspace, evening.act("Mair"), evening.id, [card, mine])
    found = reader.open(look).text
    assert "Bws am naw" in found
    assert re.findall(r'<span id="stands-([^"]+)" hx-swap-oob="true">Everybody can read it.<', found) == [str(mine)]


def test_an_open_page_says_that_it_is_noted_who_speaks_and_when_it_is_ones_turn(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    workspace, member = evening.gathering.workspace, evening.guest(gwenno).member
    evening.go_to(0, "talk")
    look = left_open(reader, evening)
    proceedings.count_turns(workspace, evening.act("Mair"), evening.id)
    assert "It is noted which group speaks, never who." in reader.open(look).text
    attending.ask_to_speak(workspace, evening.act_of(gwenno), evening.id, True)
    look = left_open(reader, evening)
    attending.hear(workspace, evening.act("Mair"), evening.id, member)
    assert "It is your turn to speak." in reader.open(look).text
    evening.go_to(0, "group")
    assert "It is your turn to speak." not in reader.open(at(evening)).text


def test_an_open_page_shows_what_was_chosen_once_whoever_leads_shows_it(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    options = [evening.card(evening.act_of(gwenno), text, is_shown=True) for text in ("Paned", "Bws")]
    evening.go_to(1, "choose", *options)
    evening.go_to(1, "talk")
    look = left_open(reader, evening)
    assert "What was chosen" not in reader.open(at(evening)).text
    proceedings.show_counts(evening.gathering.workspace, evening.act("Mair"), evening.id, True)
    assert "What was chosen" in reader.open(look).text


def test_an_open_page_shows_the_result_of_what_the_room_was_asked(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.gathering.adopt_charter()
    evening.go_to(3, "decide")
    decision = evening.ask()
    look = left_open(reader, evening)
    decisions.close(evening.gathering.workspace, evening.act("Mair"), decision, "All have answered")
    shown = reader.open(look).text
    assert "No decision" in shown
    assert "Your vote" not in shown


def test_the_whole_page_is_fetched_where_somebody_is_let_in(reader: Reader, evening: Evening) -> None:
    arrived = evening.arrive(is_let_in=False)
    reader.client.cookies.set("guest", arrived.cookie)
    saw = reader.open(at(evening)).text.partition("now?saw=")[2].partition('"')[0]
    attending.let_in(evening.gathering.workspace, evening.act("Mair"), evening.id, evening.guest(arrived).member)
    answer = reader.open(at(evening, f"/now?saw={saw}"))
    assert (answer.status_code, answer.headers["hx-redirect"]) == (204, at(evening))


def test_a_phone_asks_little_of_the_database_and_gets_a_small_page(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    evening.go_to(0, "write")
    assert statements_of(reader, at(evening, "/now")) <= 2
    assert len(reader.open(at(evening, "/now")).content) < 4000


def test_a_number_at_the_door_of_another_session_does_nothing(reader: Reader, evening: Evening, gwenno: Arrived) -> None:
    assert reader.client.post(at(evening, f"/blocks/{UUID(int=1)}/cards"), json={"text": "x"}).status_code == 422


def test_whom_somebody_chose_writes_for_them_in_the_room(reader: Reader, gathering: Gathering, evening: Evening) -> None:
    workspace, beti, eira = gathering.workspace, gathering.member("Beti"), gathering.member("Eira")
    for name in ("Beti", "Eira", "Rhys"):
        evening.come(name)
    evening.go_to(0, "write")
    reader.sign_in(gathering.accounts["Eira"])
    assert "Whose words are they?" not in reader.open(at(evening)).text
    voices.choose_helper(workspace, gathering.act("Beti"), beti, eira)
    assert "Whose words are they?" in reader.open(at(evening)).text
    reader.press(at(evening, f"/blocks/{evening.blocks[0]}/cards"), text="Dw i’n poeni", voice=str(beti))
    (put,) = evening.events(Card.Put)
    assert (put.by.member, put.by.voice, put.by.source) == (eira, beti, "spoken")
    reader.sign_in(gathering.accounts["Rhys"]).open(at(evening))
    refused = reader.client.post(
        at(evening, f"/blocks/{evening.blocks[0]}/cards"), json={"text": "So", "voice": str(beti)}, headers={"accept": "application/json"}
    )
    assert refused.status_code in (400, 403)
    assert len(evening.events(Card.Put)) == 1


def test_what_matters_can_be_said_by_voice_or_with_a_photo(reader: Reader, gathering: Gathering) -> None:
    workspace, said = gathering.workspace, both("Beth sy’n bwysig?", "What matters?")
    told = sessions.Told(both("Te", "Tea"), "room", 20)
    blocks = (PlannedBlock("matters", 20, {"title": said, "question": said}), PlannedBlock("ideas", 20, {"title": said}))
    session = sessions.plan(workspace, gathering.act("Mair"), told, gathering.in_(0.1), gathering.in_(2), blocks).id
    first, second = sessions.load(workspace, gathering.act("Mair"), session).blocks
    by = attending.in_session(gathering.act("Mair"), session)
    proceedings.open_doors(workspace, by, session)
    attending.come(workspace, attending.in_session(gathering.act("Eira"), session), session, Coming("", "", "room"))
    proceedings.go_to(workspace, attending.in_session(gathering.act("Mair"), session), session, 0, first, "write")
    link = f"/en/projects/{gathering.project}/matters/new"
    assert link in reader.sign_in(gathering.accounts["Eira"]).open(f"/en/here/{session}").text
    assert reader.open(link).status_code == 200
    proceedings.go_to(workspace, attending.in_session(gathering.act("Mair"), session), session, 1, second, "write")
    assert link not in reader.open(f"/en/here/{session}").text
