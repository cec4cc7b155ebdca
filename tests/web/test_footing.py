"""On what footing a project stands: pages of their own, shown where they belong, written by facilitators alone."""

from typing import Any

import pytest

from tests.gathering import Gathering
from workspace.application import Workspace

from .browsing import Reader

PAGES: dict[str, dict[str, Any]] = {
    "mandate": {"open_cy": "Yr amserau", "open_en": "The times", "money_en": "The council: £96,000", "pays_en": "The council", "until_on": "2028-03-31"},
    "care": {"costs_cy": "Tacsi", "costs_en": "A taxi", "worry_en": "Helen, in private"},
    "delivery": {"delivery_en": "The rota desk with three families"},
    "better": {"better_cy": "Neb yn edrych ar y cloc", "better_en": "Nobody looks at the clock"},
}


@pytest.fixture
def base(reader: Reader, gathering: Gathering) -> str:
    there = f"/en/projects/{gathering.project}"
    reader.open(there)
    return there


@pytest.mark.parametrize("name", PAGES)
def test_what_is_written_is_shown_on_its_page_and_at_a_glance(reader: Reader, gathering: Gathering, base: str, name: str) -> None:
    reader.sign_in(gathering.accounts["Mair"]).open(f"{base}/{name}")
    arrived = reader.press(f"{base}/{name}", **PAGES[name])
    assert arrived.status_code == 200
    said = [words for field, words in PAGES[name].items() if field.endswith("_en")]
    for words in said:
        assert words in arrived.text, words
    reader.client.cookies.clear()
    shown = reader.open(f"{base}/{name}")
    assert all(words in shown.text for words in said)
    assert "<textarea" not in shown.text
    assert reader.open(f"{base}.json").json()["footing"] == reader.open(f"{base}/{name}.json").json()["footing"]


def test_the_money_has_an_end_and_what_is_left_out_is_said_no_more(reader: Reader, gathering: Gathering, base: str) -> None:
    reader.sign_in(gathering.accounts["Mair"]).open(f"{base}/mandate")
    assert "Until Friday 31 March 2028" not in reader.press(f"{base}/mandate", **PAGES["mandate"]).text
    assert "Until 31 March 2028" in reader.open(base).text
    assert "Tan: 31 Mawrth 2028" in reader.open(base.replace("/en/projects", "/cy/prosiectau")).text
    reader.open(f"{base}/mandate")
    arrived = reader.press(f"{base}/mandate", until_on="", money_en="", money_cy="")
    assert "Until 31" not in arrived.text
    assert "Holds the money" not in arrived.text


def test_a_day_that_is_none_and_nothing_at_all_are_refused_with_what_was_typed(reader: Reader, gathering: Gathering, base: str, workspace: Workspace) -> None:
    reader.sign_in(gathering.accounts["Mair"]).open(f"{base}/mandate")
    head = workspace.head()
    refused = reader.press(f"{base}/mandate", **{**PAGES["mandate"], "until_on": "31/3/28"})
    assert refused.status_code == 422
    assert 'id="until_on-wrong"' in refused.text
    assert "The council: £96,000" in refused.text
    assert reader.press(f"{base}/mandate", **dict.fromkeys(PAGES["mandate"], "")).status_code == 422
    assert workspace.head() == head


def test_organisations_come_with_their_part_and_go(reader: Reader, gathering: Gathering, base: str) -> None:
    reader.sign_in(gathering.accounts["Mair"]).open(f"{base}/organisations")
    arrived = reader.press(f"{base}/organisations", name_cy="Y Cyngor", name_en="The council", part_en="Holds the money")
    assert "Holds the money" in arrived.text
    assert "The council" in reader.open(base).text
    (each,) = reader.open(f"{base}/organisations.json").json()["footing"]["organisations"]
    reader.open(f"{base}/organisations")
    assert "The council" not in reader.press(f"{base}/organisations/{each['id']}?_method=delete").text
    gone = reader.client.request("DELETE", f"{base}/organisations/{each['id']}", json={}, headers={"accept": "application/json"})
    assert gone.status_code == 404


def test_a_member_reads_and_does_not_write(reader: Reader, gathering: Gathering, base: str, workspace: Workspace) -> None:
    reader.sign_in(gathering.accounts["Eira"])
    head = workspace.head()
    for name, said in PAGES.items():
        assert "Nobody has written it yet." in reader.open(f"{base}/{name}").text
        assert reader.client.post(f"{base}/{name}", json=said, headers={"accept": "application/json"}).status_code == 403
    assert workspace.head() == head
