"""Projects: the list, starting one, one at a glance, its stages, who may read it."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from projections.projects import Overview, overview
from tests.gathering import Gathering
from workspace import charters, ideas, projects
from workspace.story.evening_care import CHARTER, RULE

from .browsing import Reader
from .statements import statements_of

WORDS: dict[str, Any] = {
    "name_cy": "Gerddi", "name_en": "Gardens", "question_cy": "Beth fyddai’n tyfu yma?", "question_en": "What would grow here?", "purpose_en": "Raised beds.",
    "place_cy": "Aberaeron", "citizen_cy": "Garddwyr", "professional_en": "Council", "contact": "Mair", "telephone": "01632 960118",
}  # fmt: skip
READING = ["", "/stages", "/stages/design", "/visibility", "/edit", "/charter", "/charter/edit", "/charter/versions/1"]


@pytest.fixture(autouse=True)
def seen(reader: Reader, gathering: Gathering) -> None:
    """The project can be read before anything is sent to it."""
    reader.open(f"/en/projects/{gathering.project}")


def page_of(group: Gathering, rest: str = "", language: str = "en") -> str:
    return f"/{language}/projects/{group.project}{rest}"


def described(group: Gathering, project: UUID) -> Overview:
    with group.workspace.reading() as db:
        found = overview(db, project)
    assert found
    return found


def test_the_list_has_ones_own_first_and_can_be_searched_and_taken_away(reader: Reader, gathering: Gathering) -> None:
    shown = reader.open("/en/projects")
    assert "Evening care in Dyffryn Aeron" in shown.text
    assert "Start a project" not in shown.text
    assert ">Yours<" in reader.sign_in(gathering.accounts["Eira"]).open("/en/projects").text
    assert "No project has these words" in reader.open("/en/projects?find=submarine").text
    assert "Gofal gyda’r nos" in reader.open("/cy/prosiectau?find=gofal").text
    assert reader.open("/en/projects.csv").text.splitlines()[1].startswith(str(gathering.project))
    (line,) = reader.open("/en/projects.json").json()["projects"]
    assert (line["id"], line["is_member"], line["people"]) == (str(gathering.project), True, 6)


def test_where_there_is_none_the_list_says_so(reader: Reader, gathering: Gathering) -> None:
    projects.show_to(gathering.workspace, gathering.act("Mair"), "members", "Siarad yn rhydd")
    assert "There is no public project yet." in reader.open("/en/projects").text


def test_whom_a_co_ordinator_named_starts_one(reader: Reader, gathering: Gathering) -> None:
    assert reader.sign_in(gathering.accounts["Mair"]).open("/en/projects/new").status_code == 200
    arrived = reader.press("/en/projects", **WORDS, visibility="members", side="citizen")
    assert arrived.status_code == 200
    assert "What would grow here?" in arrived.text
    found = described(gathering, UUID(arrived.url.path.rpartition("/")[2]))
    assert (found.name, found.purpose, found.visibility) == ({"cy": "Gerddi", "en": "Gardens"}, {"en": "Raised beds."}, "members")
    assert (found.contact, found.citizen, found.professional) == ({"cy": "Mair", "en": "Mair"}, {"cy": "Garddwyr"}, {"en": "Council"})


def test_others_are_told_whom_to_ask_and_cannot_start_one_anyway(reader: Reader, gathering: Gathering) -> None:
    assert reader.open("/en/projects/new").url.path == "/en/sign-in"
    shown = reader.sign_in(gathering.accounts["Eira"]).open("/cy/prosiectau/newydd")
    assert "Gyda sgwrs mae prosiect yn dechrau" in shown.text
    assert "<textarea" not in shown.text
    head = gathering.workspace.head()
    refused = reader.client.post("/en/projects", json=WORDS | {"side": "none"}, headers={"accept": "application/json"})
    assert (refused.status_code, refused.json()["reason"], gathering.workspace.head()) == (403, "NotAMember", head)


def test_what_is_missing_is_named_at_its_field_and_what_was_typed_stays(reader: Reader, gathering: Gathering) -> None:
    reader.sign_in(gathering.accounts["Mair"]).open("/en/projects/new")
    refused = reader.press(
        "/en/projects", **WORDS | {"question_cy": "", "question_en": " ", "telephone": "x" * 41, "purpose_en": "a\u202eb"}, visibility="secret"
    )
    assert refused.status_code == 422
    assert "<title>Error:" in refused.text
    for name in ("question_cy", "telephone", "purpose_en", "visibility"):
        assert f'id="{name}-wrong"' in refused.text, name
    assert 'value="Gerddi"' in refused.text
    assert 'value="' + "x" * 41 in refused.text


def test_a_second_press_starts_no_second_project(reader: Reader, gathering: Gathering) -> None:
    reader.sign_in(gathering.accounts["Mair"])
    sent = {**WORDS, "name": {"cy": "Gerddi"}}
    headers = {"accept": "application/json", "idempotency-key": str(uuid4())}
    first, second = (reader.client.post("/en/projects", json=sent, headers=headers) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["id"] == second.json()["id"]


def test_a_young_project_tells_its_facilitator_what_comes_next(reader: Reader, gathering: Gathering) -> None:
    shown = reader.sign_in(gathering.accounts["Mair"]).open(page_of(gathering))
    assert all(words in shown.text for words in ("Open the first stage", "Write the charter together", "Nobody has said it yet", "There is no charter yet"))
    shown = reader.sign_in(gathering.accounts["Eira"]).open(page_of(gathering))
    assert "Nothing waits for you here today." in shown.text
    assert "Look after the project" not in shown.text


def test_the_charter_at_a_glance_says_that_consent_is_asked_first_and_who_may_decline(reader: Reader, gathering: Gathering) -> None:
    gathering.adopt_charter()
    here = f"/en/projects/{gathering.project}"
    said = ("First everybody is asked whether they can live with it", "Those who commission may decline to act")
    assert not any(words in reader.open(here).text for words in said)
    gathering.adopt_charter(consent_first=True, decline_days=21)
    assert all(words in reader.open(here).text.partition('id="power"')[2] for words in said)


def test_a_project_at_a_glance(reader: Reader, gathering: Gathering) -> None:
    ideas.post(gathering.workspace, gathering.act("Eira"), "Mae enw <b>yn</b> ddigon")
    projects.open_stage(gathering.workspace, gathering.act("Mair"), "design", "Dechrau dylunio")
    adoption = gathering.adopt_charter()
    decision = gathering.open()
    shown = reader.sign_in(gathering.accounts["Eira"]).open(page_of(gathering))
    expected = [
        "What makes a good evening at home?", "Mae enw &lt;b&gt;yn&lt;/b&gt; ddigon", "Dechrau dylunio", "We are here", "Both groups must agree",
        "Neither group can outvote the other", "Evenings at home that feel like our own", "Have your say", "Families", "5 of 5 took part.",
        f"/decisions/{adoption}", f"/decisions/{decision}", "01632 960118",
    ]  # fmt: skip
    for words in expected:
        assert words in shown.text, words
    gathering.vote(decision, {"Eira": "yes"})
    shown = reader.open(page_of(gathering))
    assert "Have your say" not in shown.text
    assert "You are one of them." in shown.text
    shown = reader.sign_in(gathering.accounts["Lowri"]).open(page_of(gathering, language="cy").replace("projects", "prosiectau"))
    assert "Dweud eich dweud" not in shown.text
    assert "Caiff unrhyw un ddarllen. Mae lle gan bawb sy’n cymryd rhan" in shown.text


def test_what_it_is_and_what_to_do_stand_first_and_the_rest_is_folded(reader: Reader, gathering: Gathering) -> None:
    for words in ("Bws", "Lamp", "Cawl"):
        ideas.post(gathering.workspace, gathering.act("Eira"), words)
    page = reader.sign_in(gathering.accounts["Mair"]).open(page_of(gathering)).text
    places = [page.index(f'id="{id}"') for id in ("what-matters", "next-thing", "power", "path", "here", "looking-after")]
    assert places == sorted(places)
    assert all(f'<details class="folded" id="{id}">' in page for id in ("path", "here", "looking-after"))
    assert page.partition('id="what-matters"')[2].partition("<details>")[0].count("<blockquote") == 2
    assert "And 1 more." in page


def test_what_is_for_members_only_does_not_exist_for_others_on_any_path(reader: Reader, gathering: Gathering) -> None:
    charters.draft(gathering.workspace, gathering.act("Mair"), CHARTER, RULE, "anybody")
    projects.show_to(gathering.workspace, gathering.act("Mair"), "members", "Siarad yn rhydd")
    for sign_in in (None, "Lowri"):
        if sign_in:
            reader.sign_in(gathering.accounts[sign_in])
        for rest in READING:
            for suffix in ("", ".json"):
                assert reader.open(page_of(gathering, rest) + suffix).status_code == 404, rest
        for rest, sent in (("/edit", WORDS), ("/stages/design", {"reason": "x"}), ("/visibility", {"visibility": "public", "reason": "x"}), ("/charter", {})):
            answer = reader.client.post(page_of(gathering, rest), json=sent, headers={"accept": "application/json"})
            assert answer.status_code == 404, rest
    assert "Siarad yn rhydd" not in reader.open("/en/projects").text
    reader.sign_in(gathering.accounts["Eira"])
    assert {reader.open(page_of(gathering, rest)).status_code for rest in READING} == {200}
    assert "Members only" in reader.open(page_of(gathering)).text


def test_a_stage_is_opened_closed_and_gone_back_to_with_a_reason(reader: Reader, gathering: Gathering) -> None:
    there = page_of(gathering, "/stages/design")
    reader.sign_in(gathering.accounts["Mair"]).open(there)
    refused = reader.press(there, reason="")
    assert refused.status_code == 422
    assert 'id="reason-wrong"' in refused.text
    opened = reader.press(there, reason="Nawr rydyn ni’n dylunio")
    assert opened.url.path == page_of(gathering, "/stages")
    assert "Nawr rydyn ni’n dylunio" in opened.text
    reader.open(there)
    assert "Walked" in reader.press(f"{there}?_method=delete", reason="Wedi gorffen").text
    assert "Go back to this stage" in reader.open(there).text
    assert "we went back to it" in reader.press(there, reason="Mae mwy i’w wneud").text


def test_an_act_that_comes_too_late_says_why_and_keeps_the_words(reader: Reader, gathering: Gathering) -> None:
    there = page_of(gathering, "/stages/design")
    reader.sign_in(gathering.accounts["Mair"]).open(there)
    projects.open_stage(gathering.workspace, gathering.act("Mair"), "design", "Yn gynt")
    refused = reader.press(there, reason="Fy rheswm i")
    assert refused.status_code == 422
    assert "Fy rheswm i" in refused.text


def test_a_stage_that_there_is_not_is_not_there(reader: Reader, gathering: Gathering) -> None:
    reader.sign_in(gathering.accounts["Mair"])
    assert reader.open(page_of(gathering, "/stages/celebrate")).status_code == 404
    answer = reader.client.post(page_of(gathering, "/stages/celebrate"), json={"reason": "x"}, headers={"accept": "application/json"})
    assert answer.status_code == 404


@pytest.mark.parametrize(("rest", "sent"), [("/edit", WORDS), ("/stages/design", {"reason": "x"}), ("/visibility", {"visibility": "members", "reason": "x"})])
def test_only_facilitators_look_after_it(reader: Reader, gathering: Gathering, rest: str, sent: dict[str, Any]) -> None:
    for name, status in (("Eira", 403), ("Lowri", 403)):
        reader.sign_in(gathering.accounts[name])
        shown = reader.open(page_of(gathering, rest))
        assert "A facilitator of the project can do this." in shown.text
        answer = reader.client.post(page_of(gathering, rest), json=sent, headers={"accept": "application/json"})
        assert answer.status_code == status, name


def test_signed_out_people_are_asked_to_sign_in(reader: Reader, gathering: Gathering) -> None:
    answer = reader.client.post(page_of(gathering, "/visibility"), json={"visibility": "members", "reason": "x"}, headers={"accept": "application/json"})
    assert answer.status_code == 401


def test_it_is_described_afresh_and_opened_to_members_only(reader: Reader, gathering: Gathering) -> None:
    reader.sign_in(gathering.accounts["Mair"]).open(page_of(gathering, "/edit"))
    arrived = reader.press(page_of(gathering, "/edit"), question_cy="Beth nawr?", question_en="What now?")
    assert "What now?" in arrived.text
    assert "Care team" in arrived.text
    reader.open(page_of(gathering, "/visibility"))
    assert "Only its members can read it" in reader.press(page_of(gathering, "/visibility"), visibility="members", reason="Siarad yn rhydd").text


def test_an_overview_is_given_as_json(reader: Reader, gathering: Gathering) -> None:
    gathering.adopt_charter()
    said = reader.open(page_of(gathering) + ".json").json()
    assert said["project"]["question"]["en"] == "What makes a good evening at home?"
    assert said["charter"]["version"] == 1
    assert said["rule"]["sentence"].startswith("Both groups must agree")
    assert [(group["side"], group["count"]) for group in said["groups"]] == [("citizen", 3), ("professional", 2), ("none", 1)]


def test_few_statements_a_page(reader: Reader, gathering: Gathering) -> None:
    gathering.adopt_charter()
    gathering.open()
    reader.sign_in(gathering.accounts["Mair"])
    counted = {rest: statements_of(reader, page_of(gathering, rest)) for rest in ("", "/stages", "/edit", "/charter")}
    assert counted | {"list": statements_of(reader, "/en/projects")} == {"": 11, "/stages": 2, "/edit": 2, "/charter": 4, "list": 2}
