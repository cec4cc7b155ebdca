"""The commission kit: written together, interests said first, scored by both groups, and shown once it is closed."""

from uuid import UUID

import pytest

from tests.gathering import Gathering
from workspace import commission, members, projects
from workspace.application import Workspace
from workspace.commission import Criterion
from workspace.story.telling import both

from .browsing import Reader
from .statements import statements_of

JSON = {"accept": "application/json"}


@pytest.fixture
def gathering(workspace: Workspace) -> Gathering:
    """Three of each group: of fewer nobody is told what they gave."""
    return Gathering(workspace, professionals=("Amina", "Rhys", "Carys"))


@pytest.fixture
def home(reader: Reader, gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}/commission"


@pytest.fixture
def offers(gathering: Gathering) -> list[UUID]:
    commission.write_need(gathering.workspace, gathering.act("Mair"), both("Amser", "Time"), both("Rownd", "A round"))
    commission.write_criteria(gathering.workspace, gathering.act("Mair"), [Criterion(both("Wynebau", "Faces"), 4), Criterion(both("Pris", "Price"), 1)])
    for name in ("Aeron", "Hwyr"):
        commission.name_offer(gathering.workspace, gathering.act("Mair"), both(name, name))
    return commission.load(gathering.workspace, gathering.act("Mair")).offers


def score(gathering: Gathering, name: str, offers: list[UUID], *scores: int, why: str = "") -> None:
    commission.declare_interest(gathering.workspace, gathering.act(name), "", [])
    for offer, given in zip(offers, scores, strict=True):
        commission.score(gathering.workspace, gathering.act(name), offer, {"1": given, "2": given}, why)


def test_it_is_begun_and_written(reader: Reader, gathering: Gathering, home: str) -> None:
    assert "Nobody has begun it yet" in reader.open(home).text
    reader.sign_in(gathering.accounts["Mair"]).open(f"{home}/need")
    refused = reader.press(f"{home}/need", need_cy="", buying_en="A round")
    assert (refused.status_code, "Say what is needed" in refused.text, "A round</textarea>" in refused.text) == (422, True, True)
    reader.press(f"{home}/need", need_cy="Noson wrth ein pwysau", buying_en="A round")
    form = reader.open(f"{home}/criteria").text
    assert ("There is room for 6 points" in form, "At most 120 characters." in form) == (True, True)
    assert "At most 2,000 characters." in reader.open(f"{home}/need").text
    reader.open(f"{home}/criteria")
    assert "Write at least one" in reader.press(f"{home}/criteria").text
    shown = reader.press(f"{home}/criteria", criterion_1_en="The same faces", weight_1="4", criterion_3_cy="Pris")
    assert all(words in shown.text for words in ("Noson wrth ein pwysau", "A round", "The same faces", "Pris"))
    assert "Gofal Aeron" in reader.press(f"{home}/offers", offer_cy="Gofal Aeron").text
    reader.open(f"{home}/need")
    assert "afresh" in reader.press(f"{home}/need", need_cy="Mwy o amser", buying_en="A round").text


def test_interest_comes_before_the_scores(reader: Reader, gathering: Gathering, home: str, offers: list[UUID]) -> None:
    first, second = offers
    reader.sign_in(gathering.accounts["Eira"])
    assert "Say whether you have an interest" in reader.open(home).text
    assert "First say whether you have an interest" in reader.open(f"{home}/offers/{first}").text
    answer = reader.client.post(f"{home}/offers/{first}", json={"score_1": 1, "score_2": 1}, headers=JSON)
    assert (answer.status_code, answer.json()["reason"]) == (422, "InterestIsMissing")
    reader.open(f"{home}/interest")
    refused = reader.press(f"{home}/interest", offers=str(second), words="")
    assert (refused.status_code, 'id="words-wrong"' in refused.text) == (422, True)
    shown = reader.press(f"{home}/interest", offers=str(second), words="My sister works there")
    assert all(words in shown.text for words in ("You leave this one to others", "My sister works there", "Score it"))
    assert "others score it" in reader.open(f"{home}/offers/{second}").text
    assert reader.client.post(f"{home}/offers/{second}", json={"score_1": 1, "score_2": 1}, headers=JSON).status_code == 403


def test_each_criterion_is_scored_and_can_be_scored_otherwise(reader: Reader, gathering: Gathering, home: str, offers: list[UUID]) -> None:
    commission.declare_interest(gathering.workspace, gathering.act("Eira"), "", [])
    there = f"{home}/offers/{offers[0]}"
    reader.sign_in(gathering.accounts["Eira"]).open(there)
    refused = reader.press(there, score_1="4")
    assert (refused.status_code, 'id="score_2-wrong"' in refused.text) == (422, True)
    assert "You have scored it" in reader.press(there, score_1="4", score_2="2", words="Dw i’n eu nabod").text
    again = reader.open(there).text
    assert "Dw i’n eu nabod" in again
    assert again.count(" checked") == 2


def test_nobody_sees_a_score_before_the_close(reader: Reader, gathering: Gathering, home: str, offers: list[UUID]) -> None:
    for name in ("Eira", "Beti", "Amina", "Rhys"):
        score(gathering, name, offers, 5, 2, why="Zwqx")
    for name in ("Mair", "Tomos", "Eira"):
        reader.sign_in(gathering.accounts[name])
        for address in (home, f"{home}.json", f"/en/projects/{gathering.project}/history", f"/en/projects/{gathering.project}/history.json"):
            text = reader.open(address).text
            assert "Zwqx" not in text, (name, address)
            assert '"scores"' not in text, (name, address)
    assert "2 people have scored" in reader.open(home).text
    assert reader.open(f"{home}.json").json()["result"] is None
    assert "Zwqx" not in reader.sign_in(gathering.accounts["Tomos"]).open(f"{home}/offers/{offers[0]}").text


def test_whoever_changes_groups_is_counted_once(reader: Reader, gathering: Gathering, home: str, offers: list[UUID]) -> None:
    eira = gathering.act("Eira")
    score(gathering, "Eira", offers, 5, 2)
    members.change_side(gathering.workspace, eira, eira.member, "professional")
    score(gathering, "Eira", offers[:1], 4)
    assert reader.open(f"{home}.json").json()["commission"]["scored"] == {"professional": 1}


def test_it_is_closed_counted_and_explained(reader: Reader, gathering: Gathering, home: str, offers: list[UUID]) -> None:
    score(gathering, "Eira", offers, 5, 2, why="They name the people")
    for name, scores in {"Beti": (4, 3), "Tomos": (5, 2), "Amina": (4, 4), "Rhys": (5, 1), "Carys": (4, 3)}.items():
        score(gathering, name, offers, *scores)
    reader.sign_in(gathering.accounts["Mair"]).open(home)
    shown = reader.press(f"{home}/closure").text
    for words in ("Both groups put this offer first: Aeron.", "Points of 100", "90", "50", "They name the people", "How we counted", "Faces"):
        assert words in shown, words
    assert "Point by point" not in shown, "fewer than five people of a group keep their points to themselves"
    assert f"{home}/closure" not in shown
    told = reader.open(f"{home}.json").json()
    assert [(row["name"], row["rank"], row["points"]) for row in told["result"]["rows"]] == [("Aeron", 1, "90"), ("Hwyr", 2, "50")]
    assert told["commission"]["outcome"]["offers"][0]["sides"]["citizen"]["criteria"] == {}
    history = reader.open(f"/en/projects/{gathering.project}/history?kind=project").text
    assert "closed the scoring of the offers" in history
    assert "They name the people" not in history
    welsh = reader.open(f"/cy/prosiectau/{gathering.project}/comisiynu").text
    assert "Rhoddodd y ddau grŵp y tendr hwn yn gyntaf: Aeron." in welsh


def test_a_reason_that_was_given_with_scores_can_be_taken_down_and_nobody_learns_whose_it_was(
    reader: Reader, gathering: Gathering, home: str, offers: list[UUID]
) -> None:
    score(gathering, "Eira", offers[:1], 5, why="Zwqx drinks")
    for name in ("Beti", "Tomos", "Amina", "Rhys", "Carys"):
        score(gathering, name, offers, 4, 3)
    commission.close_scoring(gathering.workspace, gathering.act("Mair"))
    (reason,) = reader.open(f"{home}.json").json()["commission"]["offers"][0]["reasons"]
    there = f"/en/projects/{gathering.project}/words/{reason['text']}"
    place = f"{there}?kind=commission&subject={gathering.project}"
    assert place in reader.open(home).text.replace("&amp;", "&")
    assert "Is something wrong with these words?" in reader.open(place).text
    reader.sign_in(gathering.accounts["Mair"]).open(place)
    reader.press(f"{there}/hiding", reason="It names somebody")
    for address in (home, f"{home}.json", f"{there}.json"):
        text = reader.open(address).text
        assert ("Zwqx" in text, str(gathering.member("Eira")) in text) == (False, False), address
    assert there in reader.open(home).text


def test_where_the_groups_differ_the_scoring_chooses_nothing(reader: Reader, gathering: Gathering, home: str, offers: list[UUID]) -> None:
    for name, scores in {"Eira": (5, 1), "Beti": (5, 1), "Tomos": (5, 1), "Amina": (1, 5), "Rhys": (1, 5), "Carys": (1, 5)}.items():
        score(gathering, name, offers, *scores)
    commission.close_scoring(gathering.workspace, gathering.act("Mair"))
    shown = reader.open(home).text
    assert "Scoring does not choose between them" in shown
    assert "put this offer first" not in shown


def test_what_two_people_gave_an_offer_is_not_told_to_either(reader: Reader, gathering: Gathering, home: str, offers: list[UUID]) -> None:
    for name in ("Eira", "Beti", "Tomos", "Amina", "Rhys"):
        score(gathering, name, offers, 5, 2)
    commission.declare_interest(gathering.workspace, gathering.act("Carys"), "Fy chwaer", [offers[1]])
    commission.score(gathering.workspace, gathering.act("Carys"), offers[0], {"1": 5, "2": 5})
    commission.close_scoring(gathering.workspace, gathering.act("Mair"))
    shown, told = reader.open(home).text, reader.open(f"{home}.json").json()
    assert [(row["rank"], row["points"], row["sides"], row["people"]) for row in told["result"]["rows"]] == [
        (1, "100", ["100", "100"], [3, 3]),
        (None, "", ["40", ""], [3, 2]),
    ]
    assert "Of the offers that enough people of both groups scored, both put this one first: Aeron." in shown
    assert "one person of a group could work out what another gave" in shown


def test_only_those_who_look_after_it_write_and_only_the_groups_score(reader: Reader, gathering: Gathering, home: str, offers: list[UUID]) -> None:
    for path in ("/need", "/criteria"):
        assert "writes this down" in reader.open(home + path).text
    assert "Only people of the two groups score" in reader.open(f"{home}/interest").text
    reader.sign_in(gathering.accounts["Eira"])
    for path, body in (("/need", {"need": {"en": "x"}, "buying": {"en": "x"}}), ("/offers", {"offer": {"en": "x"}}), ("/closure", {})):
        assert reader.client.post(home + path, json=body, headers=JSON).status_code == 403
    reader.sign_in(gathering.accounts["Mair"])
    assert reader.client.post(f"{home}/interest", json={"offers": []}, headers=JSON).status_code == 403


def test_what_is_scored_is_written_no_more(reader: Reader, gathering: Gathering, home: str, offers: list[UUID]) -> None:
    score(gathering, "Eira", offers, 3, 3)
    reader.sign_in(gathering.accounts["Mair"])
    answer = reader.client.post(f"{home}/offers", json={"offer": {"en": "Late"}}, headers=JSON)
    assert (answer.status_code, answer.json()["reason"]) == (422, "ScoringHasBegun")


def test_it_is_the_next_thing_to_do_until_one_has_scored(reader: Reader, gathering: Gathering, home: str, offers: list[UUID]) -> None:
    overview = f"/en/projects/{gathering.project}"
    reader.sign_in(gathering.accounts["Eira"])
    assert "Score the offers" not in reader.open(overview).text
    projects.open_stage(gathering.workspace, gathering.act("Mair"), "commission", "Nawr")
    assert "Score 2 offers" in reader.open(overview).text
    commission.declare_interest(gathering.workspace, gathering.act("Eira"), "Fy chwaer", [offers[1]])
    assert "Score 1 offer<" in reader.open(overview).text
    commission.score(gathering.workspace, gathering.act("Eira"), offers[0], {"1": 1, "2": 1})
    assert "Score the offers" not in reader.open(overview).text
    assert "Score the offers" not in reader.sign_in(gathering.accounts["Mair"]).open(overview).text


def test_few_statements(reader: Reader, gathering: Gathering, home: str, offers: list[UUID]) -> None:
    reader.sign_in(gathering.accounts["Eira"])
    assert (statements_of(reader, home), statements_of(reader, f"{home}/offers/{offers[0]}")) == (2, 3)
