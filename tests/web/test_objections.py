"""Consent on the page: answering, objecting, and what is said to an objection."""

from uuid import UUID

import pytest

from aggregates.objection import Objection, objection_id
from tests.gathering import Gathering
from workspace import decisions, objections
from workspace.application import Workspace
from workspace.story.cast import FAMILIES

from .browsing import Reader

WHY = "Does neb wedi gofyn i ni <b>"


@pytest.fixture
def group(workspace: Workspace) -> Gathering:
    gathering = Gathering(workspace, citizens=FAMILIES[:5])
    gathering.adopt_charter(consent_first=True)
    return gathering


def of(group: Gathering, path: str, language: str = "en") -> str:
    return f"/{language}/{'projects' if language == 'en' else 'prosiectau'}/{group.project}/{path}"


def objected(group: Gathering, decision: UUID, name: str = "Eira") -> UUID:
    decisions.vote(group.workspace, group.act(name), decision, "object", WHY, 0, "aim")
    return objection_id(decision, group.member(name))


def test_four_answers_and_no_result_before_the_close(reader: Reader, group: Gathering) -> None:
    id = group.open()
    shown = reader.sign_in(group.accounts["Eira"]).open(of(group, f"decisions/{id}")).text
    for choice in ("I consent", "I consent, with a concern", "I stand aside", "I object"):
        assert f"<b>{choice}</b>" in shown
    assert "By consent: it is agreed if no objection is still open when it closes." in shown
    assert "Nobody has objected so far." in shown
    assert "Nobody can be outvoted" in shown
    voted = reader.press(of(group, f"decisions/{id}/votes"), choice="concern", reason="Beth am y bws?")
    assert "On record for you: I consent, with a concern" in voted.text


def test_objecting_says_first_who_will_read_it_and_asks_what_is_harmed(reader: Reader, group: Gathering) -> None:
    id = group.open()
    reader.sign_in(group.accounts["Eira"]).open(of(group, f"decisions/{id}"))
    asked = reader.press(of(group, f"decisions/{id}/votes"), choice="object", reason=WHY)
    assert asked.status_code == 200
    assert "Everybody can read an objection" in asked.text
    assert "Does neb wedi gofyn i ni &lt;b&gt;" in asked.text
    assert decisions.on_record(group.workspace, id, group.member("Eira")) is None
    refused = reader.press(of(group, f"decisions/{id}/objections"))
    assert refused.status_code == 422
    assert "Choose one of these" in refused.text
    assert "Does neb wedi gofyn i ni &lt;b&gt;" in refused.text
    done = reader.press(of(group, f"decisions/{id}/objections"), aim="together")
    assert "On record for you: I object" in done.text
    assert "What would be harmed: How we want to be together" in done.text
    assert "Everybody can read your objection. Another answer takes it back." in done.text


def test_everybody_reads_an_objection_and_a_member_answers_it(reader: Reader, group: Gathering) -> None:
    id = group.open()
    objection = objected(group, id)
    shown = reader.open(of(group, f"decisions/{id}")).text
    assert "Does neb wedi gofyn i ni &lt;b&gt;" in shown
    assert "Open: it stops the decision" in shown
    page = reader.open(of(group, f"objections/{objection}")).text
    assert "Answer it" not in page
    reader.sign_in(group.accounts["Rhys"]).open(of(group, f"objections/{objection}"))
    assert reader.press(of(group, f"objections/{objection}/replies"), reply=" ").status_code == 422
    answered = reader.press(of(group, f"objections/{objection}/replies"), reply="Awn ni i ofyn")
    assert "Awn ni i ofyn" in answered.text
    assert "Read 1 answer" in reader.open(of(group, f"decisions/{id}")).text


def test_its_author_accepts_a_change(reader: Reader, group: Gathering) -> None:
    objection = objected(group, group.open())
    reader.sign_in(group.accounts["Eira"]).open(of(group, f"objections/{objection}"))
    met = reader.press(of(group, f"objections/{objection}/acceptance"), met="Gofynnwn gyntaf")
    assert "Closed: a change was accepted" in met.text
    assert "Gofynnwn gyntaf" in met.text
    assert of(group, f"objections/{objection}/acceptance") not in met.text


def test_whoever_said_that_their_objection_is_met_is_not_asked_why_they_see_it_otherwise(reader: Reader, group: Gathering) -> None:
    id = group.open()
    objection = objected(group, id)
    group.vote(id, dict.fromkeys(("Beti", "Tomos", "Amina", "Rhys", "Gwyn"), "consent"))
    objections.accept(group.workspace, group.act("Eira"), objection, "Gofynnwn gyntaf")
    decisions.close(group.workspace, group.act("Mair"), id, "Nawr")
    reader.sign_in(group.accounts["Eira"])
    assert reader.open(of(group, f"decisions/{id}.json")).json()["decision"]["outcome"]["result"] == "agreed"
    assert "Say why you see it otherwise" not in reader.open(of(group, f"decisions/{id}")).text
    refused = reader.client.post(of(group, f"decisions/{id}/statements"), json={"statement": "Ond"}, headers={"accept": "application/json"})
    assert refused.json()["reason"] == "NotInTheMinority"


def test_one_person_of_each_group_sees_no_harm(reader: Reader, group: Gathering) -> None:
    objection = objected(group, group.open())
    address = of(group, f"objections/{objection}/doubts")
    assert address not in reader.sign_in(group.accounts["Eira"]).open(of(group, f"objections/{objection}")).text
    assert address not in reader.sign_in(group.accounts["Mair"]).open(of(group, f"objections/{objection}")).text
    reader.sign_in(group.accounts["Beti"]).open(of(group, f"objections/{objection}"))
    doubted = reader.press(address, doubt="Gofynnwyd i bawb")
    assert "Open: it stops the decision" in doubted.text
    assert address not in doubted.text
    assert "Somebody of the other group has said so." in reader.sign_in(group.accounts["Rhys"]).open(of(group, f"objections/{objection}")).text
    closed = reader.press(address, doubt="Mae ar y cofnod")
    assert "Closed: one person of each group saw no harm" in closed.text


def test_the_result_tells_objections_and_answers(reader: Reader, group: Gathering) -> None:
    id = group.open()
    objections.reply(group.workspace, group.act("Rhys"), objected(group, id), "Awn ni i ofyn")
    group.vote(id, dict.fromkeys(("Beti", "Tomos", "Amina", "Rhys"), "consent"))
    group.vote(id, {"Gwyn": "concern"}, "The bus")
    decisions.close(group.workspace, group.act("Mair"), id, "Nawr")
    shown = reader.open(of(group, f"decisions/{id}")).text
    assert "Not agreed: 1 objection was still open." in shown
    assert "Objections and answers" in shown
    assert "A cross objected, a dash stood aside" in shown
    welsh = reader.open(of(group, f"penderfyniadau/{id}", "cy")).text
    assert "Ni chytunwyd: roedd 1 gwrthwynebiad ar agor o hyd." in welsh
    data = reader.open(of(group, f"decisions/{id}.json"), accept="application/json").json()
    assert (data["objections"][0]["state"], data["decision"]["outcome"]["result"]) == ("open", "not agreed")
    assert reader.open(of(group, f"decisions/{id}/certificate")).status_code == 200


def test_what_somebody_answered_is_in_no_page_before_the_count_but_objections(reader: Reader, group: Gathering) -> None:
    id = group.open()
    group.vote(id, {"Beti": "concern"}, "Cyfrinach")
    objected(group, id)
    for address in (f"decisions/{id}", f"decisions/{id}.json", "history"):
        assert "Cyfrinach" not in reader.open(of(group, address)).text
    assert "objected" in reader.open(of(group, "history")).text


def test_a_program_raises_an_objection_at_its_own_address(reader: Reader, group: Gathering) -> None:
    id = group.open()
    reader.sign_in(group.accounts["Eira"])
    sent = reader.client.post(of(group, f"decisions/{id}/votes"), json={"choice": "object", "saw": 0})
    assert (sent.status_code, list(sent.json()["errors"])) == (422, ["choice"])
    sent = reader.client.post(of(group, f"decisions/{id}/objections"), json={"aim": "other", "why": WHY, "saw": 0})
    assert sent.status_code == 201


def test_nothing_is_objected_to_where_it_is_asked_by_for_and_against(reader: Reader, group: Gathering) -> None:
    group.adopt_charter(consent_first=False)
    id = group.open()
    shown = reader.sign_in(group.accounts["Eira"]).open(of(group, f"decisions/{id}/objections/new")).text
    assert "Nothing can be objected to here just now" in shown
    assert of(group, f"decisions/{id}/objections") + '"' not in shown
    sent = reader.client.post(of(group, f"decisions/{id}/objections"), json={"aim": "other", "why": WHY, "saw": 0})
    assert (sent.status_code, sent.json()["reason"]) == (422, "UnknownChoice")


def test_an_objection_is_written_down_for_whoever_told_it(reader: Reader, group: Gathering) -> None:
    id = group.open()
    reader.sign_in(group.accounts["Mair"]).open(of(group, f"decisions/{id}/writing-down"))
    sent = {"choice": "object", "aim": "who", "reason": WHY, "voice": str(group.member("Beti")), "source": "phone", "agreed": "said so"}
    reader.press(of(group, f"decisions/{id}/writing-down"), **sent)
    found = group.workspace.load(Objection, objection_id(id, group.member("Beti")))
    assert (found.author, found.state) == (group.member("Beti"), "open")
    assert "What would be harmed: Who we are" in reader.open(of(group, f"objections/{found.id}")).text
