"""Words taken down are gone everywhere at once, and every page says so."""

from uuid import UUID

import pytest

from tests.gathering import Gathering
from workspace import appeals, decisions, ideas, words

from .browsing import Reader

PLANTED = "Her daughter Angharad drinks"


@pytest.fixture
def idea(gathering: Gathering) -> UUID:
    return ideas.post(gathering.workspace, gathering.act("Tomos"), PLANTED).id


def text_of(gathering: Gathering) -> UUID:
    with gathering.workspace.reading() as db:
        return db.execute("select id from texts where body = %s", (PLANTED,)).fetchone()[0]


def pages(gathering: Gathering, idea: UUID) -> list[str]:
    base = f"/en/projects/{gathering.project}"
    return [f"{base}/ideas", f"{base}/ideas/{idea}", f"{base}/history", f"{base}/history.json", f"{base}/ideas.json", f"{base}/history?find=Angharad"]


def test_a_facilitator_hides_words_and_they_are_withheld_everywhere(reader: Reader, gathering: Gathering, idea: UUID):
    text = text_of(gathering)
    address = f"/en/projects/{gathering.project}/words/{text}"
    reader.sign_in(gathering.accounts["Mair"])
    assert any(PLANTED in reader.open(path).text for path in pages(gathering, idea))
    reader.open(f"{address}?kind=idea&subject={idea}")
    assert reader.press(f"{address}/hiding", reason=" ").status_code == 422
    reader.open(f"{address}?kind=idea&subject={idea}")
    said = reader.press(f"{address}/hiding", reason="It names somebody who is not here")
    assert "It names somebody who is not here" in said.text
    for path in pages(gathering, idea):
        assert "Angharad" not in reader.open(path).text.replace("find=Angharad", "").replace('value="Angharad"', ""), path
    reader.open(address)
    reader.press(f"{address}/hiding?_method=delete", reason="The family agreed to it")
    assert PLANTED in reader.open(pages(gathering, idea)[0]).text


def test_erased_words_leave_the_table_and_the_ground_stays(reader: Reader, gathering: Gathering, idea: UUID):
    text = text_of(gathering)
    words.hide(gathering.workspace, gathering.act("Mair"), text, words.Place("idea", idea), "It names somebody")
    address = f"/en/projects/{gathering.project}/words/{text}"
    reader.sign_in(gathering.accounts["Tomos"]).open(address)
    said = reader.press(f"{address}/erasure", ground="names somebody")
    assert "Erased for good" in said.text
    assert "they named somebody" in said.text
    with gathering.workspace.reading() as db:
        assert db.execute("select count(*) from texts where id = %s", (text,)).fetchone() == (0,)
    for path in pages(gathering, idea)[:3]:
        assert "taken down" in reader.open(path).text


def test_others_can_neither_hide_nor_erase(reader: Reader, gathering: Gathering, idea: UUID):
    text = text_of(gathering)
    reader.sign_in(gathering.accounts["Eira"])
    address = f"/en/projects/{gathering.project}/words/{text}"
    assert PLANTED not in reader.open(address).text
    body = {"kind": "idea", "subject": str(idea), "reason": "I do not like it"}
    assert reader.client.post(f"{address}/hiding", json=body, headers={"accept": "application/json"}).status_code == 403
    assert reader.client.post(f"{address}/erasure", json={"ground": "unlawful"}, headers={"accept": "application/json"}).status_code == 422


def test_a_name_can_be_taken_down(reader: Reader, gathering: Gathering, idea: UUID):
    tomos = gathering.member("Tomos")
    words.hide(gathering.workspace, gathering.act("Mair"), tomos, words.Place("name", tomos), "Asked us to")
    for path in pages(gathering, idea)[:3]:
        assert "Tomos" not in reader.open(path).text


def test_of_a_reason_that_was_taken_down_nobody_learns_whose_it_was(reader: Reader, gathering: Gathering):
    """It stood without a name, under the vote it was given with."""
    gathering.adopt_charter()
    decision = gathering.open()
    gathering.vote(decision, dict.fromkeys(("Eira", "Amina", "Rhys"), "yes"))
    gathering.vote(decision, {"Beti": "no"}, PLANTED)
    decisions.close(gathering.workspace, gathering.act("Mair"), decision, "Pawb wedi pleidleisio")
    text, beti = text_of(gathering), gathering.member("Beti")
    base = f"/en/projects/{gathering.project}"
    there = f"{base}/words/{text}"
    reader.sign_in(gathering.accounts["Mair"])
    assert f"{there}?kind=reason&subject={decision}" in reader.open(f"{base}/decisions/{decision}").text.replace("&amp;", "&")
    before = reader.open(f"{there}.json?kind=reason&subject={decision}").text
    words.hide(gathering.workspace, gathering.act("Mair"), text, words.Place("reason", decision), "It names somebody")
    appeals.appeal(gathering.workspace, gathering.act("Beti"), text, "She agreed to it")
    words.erase(gathering.workspace, gathering.act("Beti"), text, "asked by the author")
    pages = [reader.open(path).text for path in (there, f"{there}.json", f"{base}/words", f"{base}/words.json")]
    pages += [str(reader.open(f"{base}/history.json?kind=words").json()["days"]), reader.open(f"{base}/history.csv?kind=words").text]
    for page in (before, *pages):
        assert not [each for each in ("Beti", str(beti)) if each in page], page
