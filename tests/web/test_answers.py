"""Formal answers to ideas: of five kinds, with a day; and asked for by anybody of anybody."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.gathering import Gathering
from workspace import ideas
from workspace.application import Workspace

from .browsing import Reader
from .test_ideas import as_, seen

WHY = "The rota desk has nobody on Sundays"


@pytest.fixture
def board(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}/ideas"


@pytest.fixture
def idea(reader: Reader, gathering: Gathering) -> UUID:
    posted = ideas.post(gathering.workspace, gathering.act("Eira"), "Sundays later").id
    seen(reader, gathering)
    return posted


def day(gathering: Gathering, more: int) -> str:
    return (gathering.workspace.now() + timedelta(days=more)).date().isoformat()


@pytest.mark.parametrize(
    ("kind", "said"),
    [("yes", "Yes, it will be done"), ("partly", "Partly"), ("not now", "Not now"), ("no", "No, it will not be done"), ("let us talk", "Let’s talk")],
)
def test_each_kind_of_answer_is_read_on_the_board_and_beside_the_idea(
    reader: Reader, gathering: Gathering, board: str, idea: UUID, kind: str, said: str
) -> None:
    as_(reader, gathering, "Mair").open(f"{board}/{idea}/answers")
    page = reader.press(f"{board}/{idea}/answers", kind=kind, answer=WHY, on=day(gathering, 9))
    assert str(page.url).endswith(f"/ideas/{idea}#notes")
    for path in (f"{board}/{idea}", board, f"{board}?view=list", f"{board}/{idea}/replies"):
        assert said in reader.open(path).text
    card = reader.client.get(f"{board}.json").json()["board"]["cards"][0]
    assert (card["note_kind"], card["note_on"]) == (kind, day(gathering, 9))
    assert kind in reader.open(f"{board}.csv").text


def test_an_answer_says_which_kind_it_is_and_a_talk_has_a_day(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    as_(reader, gathering, "Mair").open(f"{board}/{idea}/answers")
    page = reader.press(f"{board}/{idea}/answers", answer=WHY)
    assert (page.status_code, WHY in page.text, 'id="kind-wrong"' in page.text) == (422, True, True)
    page = reader.press(f"{board}/{idea}/answers", kind="let us talk", answer=WHY)
    assert (page.status_code, "Choose a day to talk" in page.text) == (422, True)
    page = reader.press(f"{board}/{idea}/answers", kind="no", answer=WHY, on="2020-01-01")
    assert (page.status_code, 'id="on-wrong"' in page.text) == (422, True)
    page = reader.press(f"{board}/{idea}/answers", kind="no", answer=WHY, on="soon")
    assert (page.status_code, 'value="soon"' in page.text) == (422, True)
    assert reader.client.get(f"{board}.json").json()["board"]["unanswered"] == 1


def test_anybody_asks_anybody_and_whoever_was_asked_may_answer(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    as_(reader, gathering, "Beti").open(f"{board}/{idea}/asks")
    page = reader.press(f"{board}/{idea}/asks", of="", until=day(gathering, 5))
    assert (page.status_code, 'id="of-wrong"' in page.text) == (422, True)
    page = reader.press(f"{board}/{idea}/asks", of=str(gathering.member("Rhys")), until="2020-01-01")
    assert (page.status_code, 'id="until-wrong"' in page.text) == (422, True)
    page = reader.press(f"{board}/{idea}/asks", of=str(gathering.member("Rhys")), until=day(gathering, 5))
    assert "Rhys was asked to answer by" in page.text
    assert f"{board}/{idea}/answers" not in page.text
    assert "Rhys was asked to answer by" in reader.open(board).text
    as_(reader, gathering, "Rhys")
    turn = reader.open("/en/").text
    assert ("Sundays later" in turn, f"{board}/{idea}/answers" in turn) == (True, True)
    assert f"{board}/{idea}/answers" in reader.open(f"{board}/{idea}").text
    assert "Beti asked you for an answer" in reader.open(f"{board}/{idea}/answers").text
    page = reader.press(f"{board}/{idea}/answers", kind="partly", answer=WHY)
    assert "was asked to answer" not in page.text
    assert f"{board}/{idea}/answers" not in reader.open("/en/").text


def test_an_answer_that_takes_longer_is_said_kindly_in_the_open(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    before = gathering.workspace.now() - timedelta(days=9)
    by = gathering.act("Beti", happened_at=before)
    ideas.ask_for_answer(gathering.workspace, by, idea, gathering.member("Rhys"), before.date())
    seen(reader, gathering)
    assert "and it is taking longer" in reader.open(board).text
    assert "and it is taking longer" in reader.open(f"{board}/{idea}").text


def test_only_whose_task_it_is_finds_the_form(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    assert "<textarea" not in reader.open(f"{board}/{idea}/answers").text
    assert "<select" not in reader.open(f"{board}/{idea}/asks").text
    as_(reader, gathering, "Tomos")
    assert "<textarea" not in reader.open(f"{board}/{idea}/answers").text
    assert reader.client.post(f"{board}/{idea}/answers", json={"kind": "yes", "answer": "x"}).status_code == 403
    ideas.set_aside(gathering.workspace, gathering.act("Eira"), idea, "Not mine any more")
    as_(reader, gathering, "Mair")
    assert "<textarea" not in reader.open(f"{board}/{idea}/answers").text
    assert "<select" not in reader.open(f"{board}/{idea}/asks").text


def test_in_a_sensitive_project_nobody_learns_who_owes_an_answer(reader: Reader, workspace: Workspace) -> None:
    here = Gathering(workspace, visibility="sensitive")
    made = ideas.post(workspace, here.act("Eira"), "Sundays later").id
    ideas.ask_for_answer(workspace, here.act("Mair"), made, here.member("Rhys"), (workspace.now() + timedelta(days=5)).date())
    board = f"/en/projects/{here.project}/ideas"
    pages = (board, f"{board}/{made}", f"{board}/{made}/asks", f"{board}/{made}/answers", f"{board}/{made}/card", f"{board}?view=list")
    as_(reader, here, "Eira")
    another = ideas.post(workspace, here.act("Eira"), "Saturdays later").id
    beside = (f"/en/projects/{here.project}.json", f"{board}/{another}/joining.json", f"/en/projects/{here.project}/commitments/new.json?idea={made}")
    for path in (*pages, *beside, f"{board}.json", f"{board}/{made}.json", f"{board}.csv"):
        assert "Rhys" not in reader.open(path).text, path
    assert "Somebody was asked to answer by" in reader.open(f"{board}/{made}").text
    as_(reader, here, "Mair")
    assert "Rhys was asked to answer by" in reader.open(f"{board}/{made}").text
