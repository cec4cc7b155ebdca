"""What was done, as people see and say it: on its page, where it comes from, and in the pages that ask one thing."""

from uuid import UUID

import pytest

from aggregates.project import Project
from tests.gathering import Gathering
from tests.promising import MINE, agreed, day, promise
from workspace import commitments, footing
from workspace.commitments import Taker
from workspace.story.telling import both

from .browsing import Reader


@pytest.fixture
def came_of(gathering: Gathering) -> tuple[UUID, UUID, UUID]:
    return agreed(gathering)


def base(gathering: Gathering, language: str = "en") -> str:
    return f"/en/projects/{gathering.project}" if language == "en" else f"/cy/prosiectau/{gathering.project}"


def test_from_a_decision_to_a_difference(reader: Reader, gathering: Gathering, came_of: tuple[UUID, UUID, UUID]) -> None:
    idea, proposal, decision = came_of
    here = base(gathering)
    reader.sign_in(gathering.accounts["Rhys"])
    said = reader.open(f"{here}/decisions/{decision}").text
    assert "Nobody has written down yet who does it" in said
    assert f"{here}/commitments/new?decision={decision}" in said
    assert "Offer it" in reader.open(f"{here}/commitments/new?decision={decision}").text
    given = {"what_en": "A message by four", "who": "me", "role_en": "Rota desk", "named": "1", "due": day(gathering, 20).isoformat()}
    made = reader.press(f"{here}/commitments", **given).text
    for words in ("A message by four", "On its way", "Rhys", "Rota desk", "Dywedwch wrtha i pwy sy’n dod", "Offer it"):
        assert words in made
    for path in (f"/decisions/{decision}", f"/ideas/{idea}", f"/proposals/{proposal}", "", "/commitments"):
        assert "A message by four" in reader.open(here + path).text, path
    listed = reader.open(f"{here}/commitments").text.partition("/commitments/new")[2]
    address = listed.partition(f"{here}/commitments/")[2][:36]
    reader.open(f"{here}/commitments/{address}/report")
    assert "Say how it is going" in reader.press(f"{here}/commitments/{address}/report", how="on its way", words="Half of it").text
    reader.open(f"{here}/commitments/{address}/report")
    assert "Done on" in reader.press(f"{here}/commitments/{address}/report", how="done", words="Everybody hears by four").text
    reader.sign_in(gathering.accounts["Eira"])
    home = reader.open("/en/").text
    assert "did it make a difference?" in home
    assert "See what came of it" in home
    reader.open(f"{here}/commitments/{address}/difference")
    done = reader.press(f"{here}/commitments/{address}/difference", difference="yes", words="I sleep").text
    for words in ("Made a difference", "1 of those who asked says that it made a difference.", "I sleep", "You said that it made a difference."):
        assert words in done
    assert "did it make a difference?" not in reader.open("/en/").text


def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(reader: Reader, gathering: Gathering) -> None:
    reader.sign_in(gathering.accounts["Rhys"]).open(f"{base(gathering)}/commitments/new")
    answer = reader.press(f"{base(gathering)}/commitments", what_en="A lamp", who="me", role_en="", due="tomorrow")
    assert answer.status_code == 422
    for words in ("A day, like 25 November 2026", "Write this in Welsh, in English or in both", ">\nA lamp<"):
        assert words in answer.text
    answer = reader.press(f"{base(gathering)}/commitments", what_en="A lamp", role_en="Neighbour", due="2020-01-01")
    assert (answer.status_code, "That day has passed" in answer.text) == (422, True)
    answer = reader.press(f"{base(gathering)}/commitments", what_en="A lamp", role_en="Neighbour", who="citizen", due=day(gathering, 3).isoformat())
    assert answer.status_code == 403


def test_another_day_and_another_owner(reader: Reader, gathering: Gathering) -> None:
    there = f"{base(gathering)}/commitments/{promise(gathering)}"
    reader.sign_in(gathering.accounts["Rhys"]).open(f"{there}/due")
    said = reader.press(f"{there}/due", due=day(gathering, 50).isoformat(), reason="Snow").text
    assert "Snow" in said
    assert "another day" in said
    reader.sign_in(gathering.accounts["Beti"]).open(f"{there}/handover")
    said = reader.press(f"{there}/handover", who="me", role_en="Neighbour", reason="Rhys is away").text
    for words in ("Neighbour", "Families", "Rhys is away", "Say how it is going"):
        assert words in said
    assert "Say how it is going" not in reader.sign_in(gathering.accounts["Rhys"]).open(there).text


def test_an_organisation_stands_behind_it_and_stays_when_it_has_left(reader: Reader, gathering: Gathering) -> None:
    here, who = base(gathering), gathering.act("Mair")
    reader.sign_in(gathering.accounts["Rhys"])
    assert "For which organisation?" not in reader.open(f"{here}/commitments/new").text
    footing.join_organisation(gathering.workspace, who, both("Cyngor Sir", "County Council"), {})
    (council,) = gathering.workspace.load(Project, gathering.project).organisations
    form = reader.open(f"{here}/commitments/new").text
    assert "County Council" in form
    given = {"what_en": "A lamp", "role_en": "Rota desk", "due": day(gathering, 20).isoformat()}
    answer = reader.press(f"{here}/commitments", **given, organisation=str(gathering.project))
    assert (answer.status_code, ">\nA lamp<" in answer.text) == (422, True)
    made = reader.press(f"{here}/commitments", **given, organisation=str(council))
    assert "Rota desk</span>, <span>County Council" in made.text
    footing.part_from_organisation(gathering.workspace, gathering.act("Mair"), council)
    assert "County Council" in reader.open(made.url.path).text
    (line,) = reader.open(f"{here}/commitments.json").json()["commitments"]["commitments"]
    assert line["organisation"]["en"] == "County Council"


def test_whoever_chose_to_show_no_name_is_named_nowhere_on_its_page(reader: Reader, gathering: Gathering) -> None:
    made = promise(gathering)
    commitments.report(gathering.workspace, gathering.act("Rhys"), made, "Half of it")
    there = f"{base(gathering)}/commitments/{made}"
    page = reader.open(there).text
    assert "Rhys" not in page
    for words in ("Written down by whoever took it on", "Whoever does it", "Half of it"):
        assert words in page
    assert "Rhys" not in reader.open(f"{there}.json").text
    named = Taker("none", both("Cymydog", "Neighbour"), is_own=True, is_named=True)
    commitments.hand_over(gathering.workspace, gathering.act("Beti"), made, named, "Rhys is ill")
    commitments.report(gathering.workspace, gathering.act("Beti"), made, "All of it")
    page = reader.open(there).text
    assert ("<b>Beti</b>" in page.partition("How it went")[2], "Written down by whoever took it on" in page) == (True, True)


def test_others_read_and_are_told_who_can(reader: Reader, gathering: Gathering) -> None:
    there = f"{base(gathering)}/commitments/{promise(gathering)}"
    for path, words in (("/report", "Whoever does it can say"), ("/due", "Whoever does it can say"), ("/difference", "It is not done yet")):
        assert words in reader.open(there + path).text
    assert "Whoever is here can take it on" in reader.open(f"{there}/handover").text
    assert "Whoever is here can offer" in reader.open(f"{base(gathering)}/commitments/new").text
    assert "Rhys" not in reader.open(there).text.partition("Where it comes from")[0]


def test_it_is_data_too_and_in_welsh(reader: Reader, gathering: Gathering) -> None:
    made = promise(gathering, days=-1, ago=30)
    (line,) = reader.open(f"{base(gathering)}/commitments.json").json()["commitments"]["commitments"]
    assert (line["id"], line["is_late"], line["state"]) == (str(made), True, "on its way")
    assert "Rota desk" in reader.open(f"{base(gathering)}/commitments.csv").text
    welsh = reader.open(f"{base(gathering, 'cy')}/ymrwymiadau").text
    for words in ("Beth ddigwyddodd o’i herwydd", "Yn hwyr: does neb wedi dweud sut mae’n mynd", "Desg rota"):
        assert words in welsh
    body = {"how": "done", "words": "Fe’i gwnaed"}
    reader.sign_in(gathering.accounts["Rhys"])
    answer = reader.client.post(f"{base(gathering)}/commitments/{made}/report", json=body, headers={"accept": "application/json"})
    assert answer.status_code == 201


def test_each_kind_is_chosen_by_itself(reader: Reader, gathering: Gathering) -> None:
    promise(gathering)
    over = promise(gathering, taker=MINE)
    commitments.give_up(gathering.workspace, gathering.act("Rhys"), over, "Dim trydan")
    said = reader.open(f"{base(gathering)}/commitments?which=could-not").text
    assert ("Dim trydan" in said, f"commitment-{over}" in said, said.count('class="promise"')) == (True, True, 1)
    assert "None of these just now." in reader.open(f"{base(gathering)}/commitments?which=done").text
