"""This isn't how it feels: said openly or to the facilitators alone, answered, settled, and told to nobody else."""

import re
from uuid import UUID

import pytest

from tests.gathering import Gathering
from workspace import challenges, words

from .browsing import Reader

WHISPER = "Zwqx mae’n teimlo fel rhestr o’r siop"
JSON = {"accept": "application/json"}


@pytest.fixture
def base(reader: Reader, gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}"


@pytest.fixture
def whispered(gathering: Gathering) -> UUID:
    return challenges.raise_(gathering.workspace, gathering.act("Eira"), WHISPER, is_public=False, about="hearing").id


def test_it_is_said_openly_answered_and_settled(reader: Reader, gathering: Gathering, base: str) -> None:
    gathering.adopt_charter()
    reader.sign_in(gathering.accounts["Eira"])
    assert f"{base}/challenges/new" in reader.open(base).text
    reader.open(f"{base}/challenges/new")
    shown = reader.press(f"{base}/challenges", words="We are asked when it is decided.", about="deciding", told="everybody")
    there = shown.url.path
    assert all(words in shown.text for words in ("We are asked when it is decided.", "Who decides", "Not answered yet"))
    assert "Is it settled?" not in shown.text
    reader.sign_in(gathering.accounts["Amina"]).open(there)
    assert "Answered" in reader.press(f"{there}/answers", answer="You are right about October.").text
    reader.sign_in(gathering.accounts["Eira"])
    assert "Is it settled?" in reader.open("/en/").text
    assert "Only you can say so." in reader.open(there).text
    settled = reader.press(f"{there}/settlement")
    assert "Settled on" in settled.text
    assert f"{there}/answers" not in settled.text
    assert "Is it settled?" not in reader.open("/en/").text
    assert "Not like this: said 1 time" in reader.open(base).text
    history = reader.open(f"{base}/history?kind=project").text
    for sentence in ("this isn’t how it feels. “", "answered what does not feel right.", "said that it is settled."):
        assert sentence in history


def test_facilitators_find_it_at_home_and_whoever_said_it_the_answer(reader: Reader, gathering: Gathering, base: str, whispered: UUID) -> None:
    there = f"{base}/challenges/{whispered}"
    home = reader.sign_in(gathering.accounts["Mair"]).open("/en/").text
    assert "They told the facilitators alone." in home
    assert there in home
    reader.open(there)
    reader.press(f"{there}/answers", answer="Diolch am ddweud")
    assert there not in reader.open("/en/").text
    reader.sign_in(gathering.accounts["Eira"])
    assert there in reader.open("/en/").text
    reader.open(there)
    reader.press(f"{there}/answers", answer="Dal i deimlo felly")
    assert there not in reader.open("/en/").text
    assert "Dal i deimlo felly" in reader.sign_in(gathering.accounts["Mair"]).open("/en/").text


def test_what_the_facilitators_were_told_is_nowhere_for_anybody_else(reader: Reader, gathering: Gathering, base: str, whispered: UUID) -> None:
    challenges.answer(gathering.workspace, gathering.act("Mair"), whispered, "Zwqx diolch")
    before = reader.open(f"{base}/history.json").json()
    for name in (None, "Beti", "Amina", "Lowri"):
        if name:
            reader.sign_in(gathering.accounts[name])
        for path in ("", "/challenges", "/history", f"/history?find={WHISPER.split()[-1]}", f"/history?member={gathering.member('Eira')}", "/members"):
            path, _, rest = path.partition("?")
            for suffix in ("", ".json", ".csv"):
                text = reader.open(f"{base}{path}{suffix}?{rest}").text
                assert "Zwqx" not in text, (name, path, suffix)
                assert str(whispered) not in text, (name, path, suffix)
        for path in (f"/challenges/{whispered}", f"/challenges/{whispered}.json"):
            assert reader.open(base + path).status_code == 404
        answer = reader.client.post(f"{base}/challenges/{whispered}/answers", json={"answer": "x"}, headers=JSON)
        assert answer.status_code in (401, 403, 404)
        assert "Zwqx" not in reader.open("/en/").text
    assert not [line for _, lines in before["days"] for line in lines if line["entry"]["event"].startswith("Challenge")]


def test_an_entry_of_it_has_no_address_for_anybody_else(reader: Reader, gathering: Gathering, base: str, whispered: UUID) -> None:
    reader.sign_in(gathering.accounts["Mair"])
    entries = [line["entry"] for _, lines in reader.open(f"{base}/history.json").json()["days"] for line in lines]
    (position,) = [entry["position"] for entry in entries if entry["event"] == "Challenge.Raised"]
    assert "told the facilitators" in reader.open(f"{base}/history/{position}").text
    for name, status in (("Eira", 200), ("Beti", 404)):
        reader.sign_in(gathering.accounts[name])
        assert reader.open(f"{base}/history/{position}").status_code == status
    assert "Only the facilitators and whoever said it read this." in reader.sign_in(gathering.accounts["Eira"]).open(f"{base}/history").text


def test_whoever_did_nothing_else_is_not_among_those_who_did_something(reader: Reader, gathering: Gathering, base: str) -> None:
    def people() -> list[str]:
        return re.findall(r'<option value="[0-9a-f-]{36}"', reader.open(f"{base}/history").text)

    before = people()
    challenges.raise_(gathering.workspace, gathering.act("Rhys"), WHISPER, is_public=False)
    assert people() == before


def test_words_are_missing_and_those_who_are_not_here_are_told_whom_to_ring(reader: Reader, gathering: Gathering, base: str) -> None:
    assert "ring the person at the foot of this page" in reader.open(f"{base}/challenges/new").text
    reader.sign_in(gathering.accounts["Eira"]).open(f"{base}/challenges/new")
    refused = reader.press(f"{base}/challenges", words=" ", about="care")
    assert (refused.status_code, 'id="words-wrong"' in refused.text) == (422, True)
    assert re.search(r'value="care"[^>]* checked', refused.text)


def test_only_whoever_said_it_settles_it(reader: Reader, gathering: Gathering, base: str) -> None:
    said = challenges.raise_(gathering.workspace, gathering.act("Eira"), "Dim amser i siarad", is_public=True).id
    reader.sign_in(gathering.accounts["Mair"])
    assert "Is it settled?" not in reader.open(f"{base}/challenges/{said}").text
    assert reader.client.post(f"{base}/challenges/{said}/settlement", json={}, headers=JSON).status_code == 403


def test_it_is_given_as_json_in_welsh_too(reader: Reader, gathering: Gathering, base: str, whispered: UUID) -> None:
    reader.sign_in(gathering.accounts["Eira"])
    (one,) = reader.open(f"{base}/challenges.json").json()["challenges"]
    assert (one["id"], one["is_public"], one["is_mine"], one["words"]) == (str(whispered), False, True, {"cy": WHISPER})
    shown = reader.open(f"/cy/prosiectau/{gathering.project}/heriau/{whispered}").text
    assert "Nid fel hyn mae’n teimlo" in shown
    assert "Pwy sy’n cael gwrandawiad" in shown


def test_words_said_openly_can_be_taken_down_and_the_way_back_is_known(reader: Reader, gathering: Gathering, base: str) -> None:
    said = challenges.raise_(gathering.workspace, gathering.act("Eira"), "Zwqx sy’n penderfynu popeth", is_public=True).id
    there = f"{base}/challenges/{said}"
    assert "Something wrong?" in reader.sign_in(gathering.accounts["Beti"]).open(there).text
    text = reader.open(f"{there}.json").json()["challenge"]["text"]
    reader.sign_in(gathering.accounts["Mair"]).open(f"{base}/words/{text}?kind=challenge&subject={said}")
    reader.press(f"{base}/words/{text}/hiding", reason="Mae’n enwi rhywun")
    assert f"{there}" in reader.open(f"{base}/words/{text}").text
    for address in (there, f"{there}.json", base, f"{base}/history", f"{base}/history.json"):
        assert "Zwqx" not in reader.open(address).text, address


def test_where_words_of_a_whisper_are_taken_down_nobody_else_reads_what_it_was_about(reader: Reader, gathering: Gathering, base: str, whispered: UUID) -> None:
    challenges.answer(gathering.workspace, gathering.act("Mair"), whispered, "Gofynnwch i Rhys")
    with gathering.workspace.reading() as db:
        ((text,),) = db.execute("select id from texts where body = 'Gofynnwch i Rhys'").fetchall()
    words.hide(gathering.workspace, gathering.act("Mair"), text, words.Place("challenge", whispered), "It names somebody")
    for name in ("Tomos", "Mair"):
        reader.sign_in(gathering.accounts[name])
        found = [WHISPER in reader.open(f"{base}/history{format}?kind=words").text for format in (".json", ".csv")]
        assert found == [name == "Mair"] * 2
