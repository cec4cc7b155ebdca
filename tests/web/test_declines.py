"""Declining to act in the open, and the conversation about it."""

import csv
from uuid import UUID

import pytest

from tests.gathering import Gathering
from tests.promising import day, let_decline
from workspace import declines, members

from .browsing import Reader


@pytest.fixture
def decision(gathering: Gathering) -> UUID:
    let_decline(gathering)
    members.give_task(gathering.workspace, gathering.act("Mair"), gathering.member("Amina"), "commissioner")
    return gathering.agree()


def test_a_decline_its_reply_and_its_conversation(reader: Reader, gathering: Gathering, decision: UUID) -> None:
    here = f"/en/projects/{gathering.project}"
    there = f"{here}/decisions/{decision}/decline"
    reader.sign_in(gathering.accounts["Amina"])
    assert there in reader.open(f"{here}/decisions/{decision}").text
    reader.open(there)
    late = {"reason": "The money is gone", "will_do_en": "Ask again in April", "talk": day(gathering, 40).isoformat()}
    assert "It will not be done as it was agreed" not in reader.open(f"{here}/decisions").text
    reader.open(there)
    refused = reader.press(there, **late)
    assert (refused.status_code, "The charter wants a conversation within this many days: 21" in refused.text) == (422, True)
    assert "The money is gone" in refused.text
    said = reader.press(there, **{**late, "talk": day(gathering, 7).isoformat()}).text
    for words in ("It will not be done as it was agreed", "The money is gone", "Ask again in April"):
        assert words in said
    reader.sign_in(gathering.accounts["Eira"]).open(there)
    assert "We do not accept that" in reader.press(f"{there}/replies", reply="We do not accept that").text
    reader.sign_in(gathering.accounts["Mair"]).open(there)
    assert "We talked for an hour" in reader.press(f"{there}/talks", talk="We talked for an hour").text
    for path, words in (
        (f"/decisions/{decision}", "They have talked about it."),
        (f"/decisions/{decision}/certificate", "The money is gone"),
        ("/decisions", "It will not be done as it was agreed"),
        ("", "Declined to act: 1 time"),
        ("/history?kind=decision", "declined to act on what was agreed"),
    ):
        assert words in reader.open(here + path).text, path


def test_the_table_of_decisions_says_where_somebody_declined_and_how_far_the_conversation_is(reader: Reader, gathering: Gathering, decision: UUID) -> None:
    def row() -> dict[str, str]:
        rows = csv.DictReader(reader.open(f"/en/projects/{gathering.project}/decisions.csv").text.lstrip("\ufeff").splitlines())
        return next(row for row in rows if row["id"] == str(decision))

    named = ("Declined to act", "Day to talk about it", "Talked about it")
    assert [row()[name] for name in named] == ["", "", ""]
    talk_on = day(gathering, 7)
    declines.declare(gathering.workspace, gathering.act("Amina"), decision, "The money is gone", talk_on, {"en": "Ask again"})
    told = row()
    assert (bool(told["Declined to act"]), told["Day to talk about it"], told["Talked about it"]) == (True, talk_on.isoformat(), "")
    declines.talk(gathering.workspace, gathering.act("Mair"), decision, "We talked for an hour")
    assert row()["Talked about it"]


def test_others_cannot_and_are_told_why(reader: Reader, gathering: Gathering, decision: UUID) -> None:
    there = f"/en/projects/{gathering.project}/decisions/{decision}/decline"
    body = {"reason": "So", "will_do": {"en": "So"}, "talk": day(gathering, 7).isoformat()}
    assert "Only whoever commissions the service can do this" in reader.open(there).text
    for name in ("Eira", "Mair"):
        reader.sign_in(gathering.accounts[name])
        assert reader.client.post(there, json=body, headers={"accept": "application/json"}).status_code == 403


def test_where_the_charter_lets_nobody_what_was_agreed_stands(reader: Reader, gathering: Gathering) -> None:
    gathering.adopt_charter()
    there = f"/en/projects/{gathering.project}/decisions/{gathering.agree()}/decline"
    assert "What was agreed stands" in reader.open(there).text
    assert reader.open(f"/en/projects/{gathering.project}/decisions/{gathering.open()}/decline").status_code == 404
