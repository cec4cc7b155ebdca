"""When can we meet: asked, answered with and without an account, and chosen; page by page and without JavaScript."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from projections.polls import poll
from tests.gathering import Gathering
from workspace import members, polls, projects, slips, voices
from workspace.languages import LONDON
from workspace.matters import Visitor
from workspace.polls import Asking, link_token
from workspace.story.telling import both
from workspace.voices import Voice

from .browsing import Reader

JSON = {"accept": "application/json"}
TEA = both("Edrych ar y rota newydd, gyda phaned", "A look at the new rota, with tea")


@pytest.fixture
def page(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}/polls"


def ask(gathering: Gathering, times: int = 2) -> UUID:
    now = gathering.workspace.now().astimezone(LONDON).replace(hour=18, minute=0, second=0, microsecond=0)
    begins = [now + timedelta(days=5 + number) for number in range(times)]
    spans = [(each, each + timedelta(hours=2)) for each in begins]
    return polls.ask(gathering.workspace, gathering.act("Mair"), Asking(TEA, spans, begins[0].date())).id


def say(gathering: Gathering, asked: UUID, said: dict[str, str]) -> None:
    """`said`: of each person one letter a time: y, i (if needed), n."""
    for name, letters in said.items():
        times = {str(number): {"y": "yes", "i": "if needed", "n": "no"}[each] for number, each in enumerate(letters, 1)}
        polls.say(gathering.workspace, gathering.act(name), asked, times)


def visit(gathering: Gathering, asked: UUID, **times: str) -> str:
    visitor = Visitor("Gwenda", "citizen", "somewhere", "cy", uuid4())
    receipt = polls.say_as_visitor(gathering.workspace, asked, visitor, {each.removeprefix("time_"): answer for each, answer in times.items()})
    return slips.code_of(gathering.workspace, slips.slip_id(receipt.id))


def as_(reader: Reader, gathering: Gathering, name: str = "") -> Reader:
    reader.client.cookies.clear()
    return reader.sign_in(gathering.accounts[name]) if name else reader


def test_a_facilitator_asks_and_everybody_has_a_turn_at_home_until_they_have_answered(reader: Reader, gathering: Gathering, page: str) -> None:
    assert page in reader.open(f"/en/projects/{gathering.project}").text
    assert "Facilitators ask this." in as_(reader, gathering, "Beti").open(f"{page}/new").text
    day = gathering.workspace.now() + timedelta(days=9)
    rows: dict[str, Any] = {"time_1_on": f"{day:%Y-%m-%d}", "time_1_at": "18:00", "minutes": "90", "answer_by": f"{day:%Y-%m-%d}"}
    as_(reader, gathering, "Mair").open(f"{page}/new")
    refused = reader.press(page, **rows)
    assert (refused.status_code, "Say what the meeting is about" in refused.text, f"{day:%Y-%m-%d}" in refused.text) == (422, True, True)
    shown = reader.press(page, question_en="A look at the new rota", **rows).text
    assert all(words in shown for words in ("A look at the new rota", "6 pm", "7:30 pm", "Nobody has answered yet.", "/when/"))
    home = as_(reader, gathering, "Beti").open("/en/").text
    assert "When can we meet?" in home
    assert "A look at the new rota" in home
    address = home.partition(f'href="{page}/')[2].partition('"')[0]
    reader.open(f"{page}/{address}")
    answered = reader.press(f"{page}/{address}/answers", time_1="yes")
    assert (answered.status_code, "You have answered" in answered.text) == (200, True)
    assert "A look at the new rota" not in reader.open("/en/").text


def test_times_are_wanted_and_must_be_to_come(reader: Reader, gathering: Gathering, page: str) -> None:
    as_(reader, gathering, "Mair").open(f"{page}/new")
    refused = reader.press(page, question_en="Tea", answer_by="2026-11-30").text
    assert "A day and a time" in refused
    reader.open(f"{page}/new")
    assert "That time has passed" in reader.press(page, question_en="Tea", time_1_on="2020-01-01", time_1_at="18:00", answer_by="2090-01-01").text


def test_the_favourite_of_one_group_alone_is_warned_of_and_who_lacks_is_for_facilitators(reader: Reader, gathering: Gathering, page: str) -> None:
    asked = ask(gathering)
    say(gathering, asked, {"Beti": "yn", "Eira": "yi", "Rhys": "ny"})
    shown = reader.open(f"{page}/{asked}").text
    assert "This time suits one group only" in shown
    assert "The best time that suits both groups" in shown
    assert "Nobody of this group can then" not in shown
    told = reader.client.get(f"{page}/{asked}", headers=JSON).json()["poll"]
    assert (told["favourite"], told["suits"], told["for_both"], told["lacking"], told["own"]) == ("1", "one", "2", [], {})
    assert [(time["yes"], time["no"], time["sides"]) for time in told["times"]] == [(2, None, None), (1, None, None)]
    assert "Suits one group only" in reader.open(f"{page}/{asked}.csv").text
    assert "Cannot" not in reader.open(f"{page}/{asked}.csv").text
    assert "id,Dechrau,Tan," in reader.open(f"/cy/prosiectau/{gathering.project}/pryd-cwrdd/{asked}.csv").text
    inside = as_(reader, gathering, "Mair").open(f"{page}/{asked}").text
    assert "Nobody of this group can then: Care team." in inside
    assert "Cannot" in reader.open(f"{page}/{asked}.csv").text


def test_whoever_has_gone_is_not_counted_on_any_more(reader: Reader, gathering: Gathering, page: str) -> None:
    asked = ask(gathering)
    say(gathering, asked, {"Beti": "yn", "Rhys": "ny"})
    members.leave(gathering.workspace, gathering.act("Rhys"))
    shown = reader.open(f"{page}/{asked}").text
    assert "1 person has answered" in shown
    assert "One group has not answered yet" in shown
    assert "1 person has answered" in reader.open(page).text


def test_a_group_that_has_not_answered_is_said_to_be_silent(reader: Reader, gathering: Gathering, page: str) -> None:
    asked = ask(gathering)
    say(gathering, asked, {"Beti": "yy"})
    assert "One group has not answered yet" in reader.open(f"{page}/{asked}").text
    assert "Nobody of this group has answered yet: Care team." in as_(reader, gathering, "Mair").open(f"{page}/{asked}").text


def test_by_the_link_anybody_answers_without_an_account_and_changes_it_by_the_slip(reader: Reader, gathering: Gathering, page: str) -> None:
    asked = ask(gathering)
    link = f"/en/when/{link_token(gathering.workspace.settings.secret, asked)}"
    assert "A look at the new rota" in reader.open(link).text
    assert "Say of at least one time" in reader.press(link, name="Gwenda", side="citizen").text
    thanked = reader.press(link, time_1="yes", time_2="no", name="Gwenda", side="citizen")
    assert "Thank you" in thanked.text
    code = str(thanked.url.path).rpartition("/")[2]
    with gathering.workspace.reading() as db:
        found = poll(db, asked, is_facilitator=True)
    assert found is not None
    assert [time.sides and time.sides["citizen"]["yes"] for time in found.times] == [1, 0]
    assert reader.press(f"/en/slip/{code}/times", time_1="no", time_2="yes").status_code == 200
    for there in (f"{page}/{asked}", f"{page}/{asked}.json", f"{page}", f"/en/projects/{gathering.project}/history"):
        assert "Gwenda" not in reader.open(there).text
    reader.open(f"/en/slip/{code}")
    assert "Taken back" in reader.press(f"/en/slip/{code}/words?_method=delete").text
    assert "Nobody has answered yet." in reader.open(f"{page}/{asked}").text


def test_a_guessed_link_leads_nowhere_and_members_are_led_to_their_own_page(reader: Reader, gathering: Gathering, page: str) -> None:
    asked = ask(gathering)
    token = link_token(gathering.workspace.settings.secret, asked)
    for guess in (token[:-1] + ("0" if token[-1] != "0" else "1"), asked.hex, "nothing"):
        assert reader.open(f"/en/when/{guess}").status_code == 404
    there = as_(reader, gathering, "Beti").open(f"/en/when/{token}")
    assert str(there.url.path) == f"{page}/{asked}"


def test_somebody_is_written_down_for_and_confirms_it(reader: Reader, gathering: Gathering, page: str) -> None:
    asked = ask(gathering)
    as_(reader, gathering, "Mair").open(f"{page}/{asked}/writing-down")
    how = {"voice": str(gathering.member("Beti")), "source": "phone", "agreed": "said so"}
    slip = reader.press(f"{page}/{asked}/writing-down", time_1="yes", **how)
    assert (slip.status_code, "A slip to hand over" in slip.text, "I can" in slip.text) == (200, True, True)
    assert "Confirm when you can meet" in as_(reader, gathering, "Beti").open("/en/").text
    code = slips.code_of(gathering.workspace, UUID(str(slip.url.path).rpartition("/")[2]))
    assert "Is this when you can?" in reader.open(f"/en/slip/{code}").text
    assert "Confirmed" in reader.press(f"/en/slip/{code}/confirmation").text


def test_a_facilitator_offers_more_sets_aside_and_chooses_and_then_it_is_over(reader: Reader, gathering: Gathering, page: str) -> None:
    asked = ask(gathering)
    say(gathering, asked, {"Beti": "yy", "Rhys": "yi"})
    as_(reader, gathering, "Mair").open(f"{page}/{asked}")
    reader.press(f"{page}/{asked}/times", time_on="2090-05-01", time_at="10:00", minutes="60")
    assert "May 2090" in reader.open(f"{page}/{asked}").text
    assert "A look at the new rota" in as_(reader, gathering, "Beti").open("/en/").text  # there is a time of which she has said nothing
    as_(reader, gathering, "Mair").open(f"{page}/{asked}")
    assert "The hall is taken" in reader.press(f"{page}/{asked}/times/2?_method=delete", reason="The hall is taken").text
    reader.open(f"{page}/{asked}")
    assert "Say why none of them was chosen" in reader.press(f"{page}/{asked}/closure", time="none").text
    reader.open(f"{page}/{asked}")
    shown = reader.press(f"{page}/{asked}/closure", time="1", closing="It suits both groups").text
    assert "We meet" in shown
    assert "It suits both groups" in shown
    called = reader.open(f"{page.removesuffix('/polls')}/sessions/new?poll={asked}").text
    assert all(words in called for words in ("A look at the new rota, with tea", 'value="18:00"'))
    history = reader.open(f"/en/projects/{gathering.project}/history").text
    assert "chose when we meet" in history
    assert "if needed" not in reader.open(f"/en/projects/{gathering.project}/history.json").text
    late = as_(reader, gathering, "Beti").client.post(f"{page}/{asked}/answers", json={"time_1": "no"}, headers=JSON)
    assert (late.status_code, late.json()["reason"]) == (422, "PollIsClosed")


def test_whoever_said_it_themselves_is_not_asked_for_a_slip_that_was_written_before(gathering: Gathering) -> None:
    asked, workspace = ask(gathering), gathering.workspace
    by = voices.speaking(workspace, gathering.act("Mair"), Voice(gathering.member("Beti"), "said so", "phone"))
    first = polls.say(workspace, by, asked, {"1": "yes"})
    polls.say(workspace, gathering.act("Beti"), asked, {"1": "no"})
    slip = slips.load(workspace, gathering.act("Mair"), slips.slip_id(first.id))
    assert (slip.is_waiting, slip.is_claimed) == (False, True)


def test_the_page_of_the_link_says_nothing_of_a_sensitive_project(reader: Reader, gathering: Gathering) -> None:
    asked = ask(gathering)
    link = f"/en/when/{link_token(gathering.workspace.settings.secret, asked)}"
    assert "Evening care" in reader.open(link).text
    projects.show_to(gathering.workspace, gathering.act("Mair"), "sensitive", "So")
    shown = reader.open(link).text
    assert "Evening care" not in shown
    assert "A look at the new rota" in shown
