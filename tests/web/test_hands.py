"""Adopting a charter in a room: asked by hands, counted by two, told and certified."""

from uuid import UUID

import pytest

from tests.gathering import QUESTION, Gathering
from workspace import charters, decisions, hands
from workspace.story.evening_care import CHARTER, RULE

from .browsing import Reader

SAME = {"citizen_yes": "3", "citizen_no": "0", "citizen_abstain": "0", "professional_yes": "2", "professional_no": "0", "professional_abstain": "0"}


@pytest.fixture
def decision(gathering: Gathering) -> UUID:
    charters.draft(gathering.workspace, gathering.act("Mair"), CHARTER, RULE, "anybody")
    return decisions.open_adoption(gathering.workspace, gathering.act("Mair"), QUESTION, gathering.in_(5), 1, "hands").id


def of(gathering: Gathering, decision: UUID, tail: str = "") -> str:
    return f"/en/projects/{gathering.project}/decisions/{decision}{tail}"


def test_hands_are_chosen_where_the_charter_is_put_to_the_vote(reader: Reader, gathering: Gathering) -> None:
    charters.draft(gathering.workspace, gathering.act("Mair"), CHARTER, RULE, "anybody")
    reader.sign_in(gathering.accounts["Eira"])
    assert "or by hands in a room" in reader.open(f"/en/projects/{gathering.project}/charter").text
    reader.open(f"/en/projects/{gathering.project}/decisions/new?charter=1")
    checked = reader.press(f"/en/projects/{gathering.project}/decisions/new", way="hands")
    assert "Two people count, one from each group." in checked.text
    opened = reader.press(f"/en/projects/{gathering.project}/decisions")
    assert all(words in opened.text for words in ("By hands, in a room", "Write down what you counted"))
    assert "Your vote" not in opened.text
    assert "Count the hands" in reader.open(f"/en/projects/{gathering.project}/charter").text
    assert "By hands, in a room." in reader.open(f"/en/projects/{gathering.project}/decisions").text
    assert "Have your say" not in reader.open("/en/").text


def test_two_people_count_and_the_result_says_who(reader: Reader, gathering: Gathering, decision: UUID) -> None:
    reader.sign_in(gathering.accounts["Eira"]).open(of(gathering, decision, "/hands"))
    assert "Eira" in reader.press(of(gathering, decision, "/hands"), **SAME).text
    reader.sign_in(gathering.accounts["Rhys"])
    assert "Somebody of your group counts them too." in reader.open("/en/").text
    reader.open(of(gathering, decision, "/hands"))
    told = reader.press(of(gathering, decision, "/hands"), **SAME)
    assert all(words in told.text for words in ("Both groups agreed", "By hands, in a room.", "Counted by: Eira and Rhys"))
    assert "counts them too" not in reader.open("/en/").text
    certified = reader.open(of(gathering, decision, "/certificate")).text
    assert all(words in certified for words in ("Codi dwylo mewn ystafell", "By hands, in a room", "Hands counted by", "Rhys"))
    history = reader.open(f"/en/projects/{gathering.project}/history").text
    assert "counted the hands in the room" in history
    assert "One person of each group counted the same number of hands" in history
    said = reader.open(f"/en/projects/{gathering.project}/history.json").text
    assert '"counts"' not in said


def test_who_counted_differently_is_told_so_kindly_and_keeps_what_they_wrote(reader: Reader, gathering: Gathering, decision: UUID) -> None:
    reader.sign_in(gathering.accounts["Eira"]).open(of(gathering, decision, "/hands"))
    reader.press(of(gathering, decision, "/hands"), **SAME)
    reader.sign_in(gathering.accounts["Rhys"]).open(of(gathering, decision, "/hands"))
    refused = reader.press(of(gathering, decision, "/hands"), **SAME | {"citizen_yes": "2", "citizen_no": "1"})
    assert refused.status_code == 409
    assert all(words in refused.text for words in ("You counted differently", "Both counts are on record", 'value="2"'))
    assert "You counted differently" in reader.open(of(gathering, decision)).text
    reader.open(of(gathering, decision, "/hands"))
    assert "Both groups agreed" in reader.press(of(gathering, decision, "/hands"), **SAME).text


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"citizen_yes": "4"}, "More hands than people: 3 people are on the list"),
        ({"professional_no": ""}, "A whole number from 0"),
        ({"citizen_no": "-1"}, "A whole number from 0"),
    ],
)
def test_a_count_that_cannot_be_is_said_beside_the_field(reader: Reader, gathering: Gathering, decision: UUID, wrong: dict[str, str], said: str) -> None:
    reader.sign_in(gathering.accounts["Eira"]).open(of(gathering, decision, "/hands"))
    refused = reader.press(of(gathering, decision, "/hands"), **SAME | wrong)
    assert refused.status_code == 422
    assert said in refused.text
    assert "Eira" not in reader.open(of(gathering, decision)).text.partition('id="hands"')[2].partition("</ul>")[0]


def test_by_json_it_is_the_same(reader: Reader, gathering: Gathering, decision: UUID) -> None:
    numbers = {name: int(number) for name, number in SAME.items()}
    reader.sign_in(gathering.accounts["Eira"])
    said = reader.client.post(of(gathering, decision, "/hands"), json=numbers, headers={"accept": "application/json"})
    assert said.status_code == 201
    reader.sign_in(gathering.accounts["Rhys"])
    said = reader.client.post(of(gathering, decision, "/hands"), json=numbers | {"citizen_yes": 1}, headers={"accept": "application/json"})
    assert said.status_code == 409
    voted = reader.client.post(of(gathering, decision, "/votes"), json={"choice": "yes", "saw": 0}, headers={"accept": "application/json"})
    assert voted.status_code == 422


def test_others_read_how_it_is_done_and_cannot_count(reader: Reader, gathering: Gathering, decision: UUID) -> None:
    assert "Two people count, one from each group." in reader.open(of(gathering, decision)).text
    assert "Nothing can be counted here just now" in reader.open(of(gathering, decision, "/hands")).text
    reader.sign_in(gathering.accounts["Mair"])
    assert f"/decisions/{decision}" not in reader.open("/en/").text  # there is nothing to close
    assert "You are not on the list here" in reader.open(of(gathering, decision)).text


def test_paper_is_shown_from_the_charter_while_it_is_voted_on(reader: Reader, gathering: Gathering) -> None:
    charters.draft(gathering.workspace, gathering.act("Mair"), CHARTER, RULE, "anybody")
    asked = decisions.open_adoption(gathering.workspace, gathering.act("Mair"), QUESTION, gathering.in_(5), 1).id
    shown = reader.sign_in(gathering.accounts["Mair"]).open(f"/en/projects/{gathering.project}/charter").text
    assert f"/sheet?decision={asked}" in shown
    assert f"/decisions/{asked}/writing-down" in shown
    shown = reader.sign_in(gathering.accounts["Eira"]).open(f"/en/projects/{gathering.project}/charter").text
    assert "ask a facilitator for a sheet" in shown


def test_the_counts_of_a_small_group_are_told_no_more_than_votes_are(reader: Reader, gathering: Gathering, decision: UUID) -> None:
    for name in ("Eira", "Rhys"):
        hands.report(
            gathering.workspace,
            gathering.act(name),
            decision,
            {"citizen": {"yes": 2, "no": 1, "abstain": 0}, "professional": {"yes": 2, "no": 0, "abstain": 0}},
        )
    assert reader.open(of(gathering, decision, ".json")).json()["decision"]["outcome"]["tally"]["citizen"]["no"] is None
