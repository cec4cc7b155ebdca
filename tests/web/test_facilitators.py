"""Two facilitators, one of each group: what the overview and home say, asking somebody, and their answer."""

import pytest

from tests.gathering import Gathering
from workspace import members

from .browsing import Reader

JSON = {"accept": "application/json"}


@pytest.fixture
def page(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}/facilitators"


def test_facilitators_of_one_group_only_are_asked_to_find_one_of_the_other(reader: Reader, gathering: Gathering, page: str) -> None:
    for name in ("Eira", "Beti"):
        members.give_task(gathering.workspace, gathering.act("Mair"), gathering.member(name), "facilitator")
    reader.sign_in(gathering.accounts["Eira"])
    assert "Ask for" not in reader.open("/en/").text  # Mair is of neither group
    members.leave(gathering.workspace, gathering.act("Mair"))
    home = reader.open("/en/").text
    assert "Ask for a facilitator of the other group" in home
    assert page in home
    assert "Ask for a facilitator of the other group" in reader.open(f"/en/projects/{gathering.project}").text
    assert "So far all of them are of one group." in reader.open(f"/en/projects/{gathering.project}").text
    shown = reader.open(page).text
    assert shown.index("Ask Amina") < shown.index("Ask Tomos")  # who is of the other group stands first
    assert "Ask for" not in reader.sign_in(gathering.accounts["Tomos"]).open("/en/").text
    assert "Ask Amina" not in reader.open(page).text


def test_one_who_facilitates_alone_is_said_to_be_one(reader: Reader, gathering: Gathering, page: str) -> None:
    shown = reader.open(f"/en/projects/{gathering.project}").text
    assert "There is one so far." in shown
    assert page in shown


def test_one_who_facilitates_alone_in_neither_group_is_asked_to_find_another(reader: Reader, gathering: Gathering, page: str) -> None:
    reader.sign_in(gathering.accounts["Mair"])
    for place in ("/en/", f"/en/projects/{gathering.project}"):
        shown = reader.open(place).text
        assert ("Ask somebody to facilitate with you" in shown, page in shown) == (True, True)
    reader.open(page)
    reader.press(page, member=str(gathering.member("Amina")))
    for place in ("/en/", f"/en/projects/{gathering.project}"):
        assert "Ask somebody to facilitate with you" not in reader.open(place).text


@pytest.mark.parametrize("said", ["yes", "no"])
def test_whoever_is_asked_finds_it_at_home_and_answers_for_themselves(reader: Reader, gathering: Gathering, page: str, said: str) -> None:
    reader.sign_in(gathering.accounts["Mair"])
    assert reader.open(page).status_code == 200
    sent = reader.client.post(page, json={"member": str(gathering.member("Amina"))}, headers=JSON)
    assert sent.status_code == 201
    assert "Asked" in reader.open(page).text
    assert reader.client.post(f"{page}/answer", json={"answer": "yes"}, headers=JSON).status_code == 422  # nobody asked Mair
    home = reader.sign_in(gathering.accounts["Amina"]).open("/en/").text
    assert "Would you facilitate too?" in home
    assert "Never alone, and you can stop at any time." in reader.open(page).text
    assert reader.client.post(f"{page}/answer", json={"answer": "maybe"}, headers=JSON).status_code == 422
    assert reader.client.post(f"{page}/answer", json={"answer": said}, headers=JSON).status_code == 201
    assert "Would you facilitate too?" not in reader.open("/en/").text
    for who in ("Eira", "Helen"):
        shown = "".join(reader.sign_in(gathering.accounts[who]).open(f"/en/projects/{gathering.project}/{place}").text for place in ("members.json", "history"))
        assert "declined" not in shown
        assert "would rather not" not in shown
    shown = reader.sign_in(gathering.accounts["Mair"]).open(page).text
    assert ("Said no, the last time" in shown) == (said == "no")
    assert ("Ask Amina" in shown) == (said == "no")


def test_whom_to_ask_must_be_somebody_who_is_here(reader: Reader, gathering: Gathering, page: str) -> None:
    reader.sign_in(gathering.accounts["Mair"]).open(page)
    assert reader.client.post(page, json={"member": "nobody"}, headers=JSON).status_code == 422
    waiting = members.invite(gathering.workspace, gathering.act("Mair"), side="professional").receipt.id
    assert reader.client.post(page, json={"member": str(waiting)}, headers=JSON).json()["reason"] == "MemberIsNotHere"
