"""A reply that was reported, taken down, and appealed for, as each of them sees it; who reported it is named nowhere."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from aggregates.idea import Idea
from tests.gathering import Gathering
from workspace import ideas, members, network, reports, words
from workspace.limits import TooOften
from workspace.words import Place

from .browsing import Reader

SAID = "The van smells"


@pytest.fixture
def reply(gathering: Gathering) -> tuple[UUID, UUID]:
    """The idea, and the text of Eira's reply to it."""
    idea = ideas.post(gathering.workspace, gathering.act("Beti"), "A new van").id
    ideas.reply(gathering.workspace, gathering.act("Eira"), idea, SAID)
    (text,) = [text for text, owner in gathering.workspace.load(Idea, idea).texts.items() if owner == gathering.member("Eira")]
    return idea, text


def test_from_a_report_to_the_answer_of_an_appeal(reader: Reader, gathering: Gathering, reply: tuple[UUID, UUID]) -> None:
    idea, text = reply
    here = f"/en/projects/{gathering.project}"
    there = f"{here}/words/{text}"
    members.give_task(gathering.workspace, gathering.act("Mair"), gathering.member("Amina"), "facilitator")
    assert f"{there}?kind=reply" in reader.open(f"{here}/ideas/{idea}").text.replace("&amp;", "&")
    asked = reader.open(f"{there}?kind=reply&subject={idea}").text
    assert ("Is something wrong with these words?" in asked, SAID in asked) == (True, False)
    assert reader.press(f"{there}/reports", report=" ").status_code == 422
    reader.open(f"{there}?kind=reply&subject={idea}")
    told = reader.press(f"{there}/reports", report="Zofia washes it every day").text
    assert "How we look after words" in told
    assert "Thank you for saying so" in told
    assert "Thank you for saying so" not in reader.open(f"{there.partition('/words')[0]}/words").text
    for path in ("/history", "/history.json", "/words", "/words.json", f"/words/{text}.json"):
        assert "Zofia" not in reader.open(here + path).text, path
    reader.sign_in(gathering.accounts["Mair"])
    assert "somebody says that these words should not stand there" in reader.open("/en/").text
    assert "Zofia washes it every day" in reader.open(f"{there}?kind=reply&subject={idea}").text
    reader.press(f"{there}/hiding", reason="It hurts somebody")
    assert SAID not in reader.open(f"{here}/ideas/{idea}").text
    reader.sign_in(gathering.accounts["Eira"]).open(there)
    assert "Waits for an answer" in reader.press(f"{there}/appeals", appeal="It is true").text
    assert f"{there}/verdict" not in reader.sign_in(gathering.accounts["Mair"]).open(there).text
    reader.sign_in(gathering.accounts["Amina"])
    assert "An appeal to decide" in reader.open("/en/").text
    assert "It is true" in reader.open(there).text
    reader.press(f"{there}/verdict", upheld="yes", verdict="We can hear that")
    assert SAID in reader.open(f"{here}/ideas/{idea}").text
    counted = reader.open(f"{here}/words.json").json()["counts"]
    assert counted == {"reported": 1, "taken down": 1, "hidden": 1, "appealed": 1, "put back": 1}
    history = reader.open(f"{here}/history?kind=words").text
    assert "Somebody reported words." in history
    assert "decided an appeal: the words are shown again" in history


def test_a_co_ordinator_decides_where_there_is_nobody_else(reader: Reader, gathering: Gathering, reply: tuple[UUID, UUID]) -> None:
    idea, text = reply
    words.hide(gathering.workspace, gathering.act("Mair"), text, Place("reply", idea), "It hurts")
    there = f"/en/projects/{gathering.project}/words/{text}"
    reader.sign_in(gathering.accounts["Lowri"])
    assert reader.open(f"/en/network/appeals/{text}").status_code == 404
    reader.sign_in(gathering.accounts["Eira"]).open(there)
    reader.press(f"{there}/appeals", appeal="It is true")
    assert reader.open(f"/en/network/appeals/{text}").status_code == 403
    reader.sign_in(gathering.accounts["Lowri"])
    assert f"/en/network/appeals/{text}" in reader.open("/en/").text
    page = reader.open(f"/en/network/appeals/{text}").text
    assert (SAID in page, "It is true" in page) == (True, True)
    reader.press(f"/en/network/appeals/{text}", upheld="no", verdict="Say it another way")
    assert "Lowri decided: they stay down." in reader.open(there).text


def test_it_waits_for_a_co_ordinator_where_the_only_other_facilitator_wrote_the_words(reader: Reader, gathering: Gathering, reply: tuple[UUID, UUID]) -> None:
    idea, text = reply
    members.give_task(gathering.workspace, gathering.act("Mair"), gathering.member("Eira"), "facilitator")
    words.hide(gathering.workspace, gathering.act("Mair"), text, Place("reply", idea), "It hurts")
    reader.sign_in(gathering.accounts["Eira"]).open(f"/en/projects/{gathering.project}/words/{text}")
    reader.press(f"/en/projects/{gathering.project}/words/{text}/appeals", appeal="It is true")
    for name in ("Eira", "Mair"):
        assert "An appeal to decide" not in reader.sign_in(gathering.accounts[name]).open("/en/").text, name
    reader.sign_in(gathering.accounts["Lowri"])
    assert f"/en/network/appeals/{text}" in reader.open("/en/").text
    reader.open(f"/en/network/appeals/{text}")
    reader.press(f"/en/network/appeals/{text}", upheld="yes", verdict="We can hear that")
    assert "An appeal to decide" not in reader.open("/en/").text
    assert SAID in reader.open(f"/en/projects/{gathering.project}/ideas/{idea}").text


def test_a_co_ordinator_who_took_the_words_down_here_does_not_decide_for_the_network(reader: Reader, gathering: Gathering, reply: tuple[UUID, UUID]) -> None:
    idea, text = reply
    lowri = members.act(gathering.workspace, gathering.accounts["Lowri"], members.NETWORK, command=uuid4(), language="en")
    mair = members.act(gathering.workspace, gathering.accounts["Mair"], members.NETWORK, command=uuid4(), language="en").member
    network.give_task(gathering.workspace, lowri, mair, "co-ordinator")
    words.hide(gathering.workspace, gathering.act("Mair"), text, Place("reply", idea), "It hurts")
    reader.sign_in(gathering.accounts["Eira"]).open(f"/en/projects/{gathering.project}/words/{text}")
    reader.press(f"/en/projects/{gathering.project}/words/{text}/appeals", appeal="It is true")
    reader.sign_in(gathering.accounts["Mair"])
    assert "An appeal to decide" not in reader.open("/en/").text
    assert reader.open(f"/en/network/appeals/{text}").status_code == 403
    assert f"/en/network/appeals/{text}" in reader.sign_in(gathering.accounts["Lowri"]).open("/en/").text


def test_reports_of_strangers_have_a_limit_in_each_project(gathering: Gathering, reply: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever they come from: many places are one person's easily."""
    idea, text = reply
    monkeypatch.setattr(reports, "IN_ONE_PROJECT", replace(reports.IN_ONE_PROJECT, times=3))

    def report(place: int) -> None:
        visitor = reports.Visitor(f"192.0.2.{place}", "en", uuid4())
        reports.report_as_visitor(gathering.workspace, gathering.project, visitor, text, Place("reply", idea), "It hurts")

    for place in range(3):
        report(place)
    with pytest.raises(TooOften):
        report(3)
