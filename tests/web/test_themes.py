"""Themes on the board: naming, moving, choosing, closing; without JavaScript and as data."""

from uuid import UUID, uuid4

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.gathering import Gathering
from workspace import arranging, ideas, themes
from workspace.story.telling import both

from .browsing import Reader
from .test_ideas import as_, seen, send


@pytest.fixture
def base(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}"


@pytest.fixture
def when(gathering: Gathering) -> UUID:
    return themes.name(gathering.workspace, gathering.act("Beti"), both("Pryd", "When")).id


def post(gathering: Gathering, text: str, theme: UUID | None = None) -> UUID:
    return ideas.post(gathering.workspace, gathering.act("Eira"), text, theme).id


def test_a_theme_is_named_by_anybody_who_is_here(reader: Reader, gathering: Gathering, base: str) -> None:
    page = as_(reader, gathering, "Tomos").open(f"{base}/themes")
    assert "No theme has a name yet." in page.text
    page = reader.press(f"{base}/themes", name_cy="", name_en="")
    assert page.status_code == 422
    page = reader.press(f"{base}/themes", name_cy="x" * 61, name_en="Fine")
    assert (page.status_code, "Fine" in page.text) == (422, True)
    page = reader.press(f"{base}/themes", name_cy="", name_en="Who is coming")
    assert "Named by Tomos" in page.text
    assert 'lang="en"' in reader.open(f"/cy/prosiectau/{gathering.project}/themau").text


def test_only_whoever_named_it_or_a_facilitator_changes_it(reader: Reader, gathering: Gathering, base: str, when: UUID) -> None:
    as_(reader, gathering, "Tomos")
    assert "Another name, or close it" not in reader.open(f"{base}/themes").text
    for verb in ("name", "closure"):
        assert reader.client.post(f"{base}/themes/{when}/{verb}", json={"name": {"en": "x"}}).status_code == 403
    as_(reader, gathering, "Mair").open(f"{base}/themes")
    page = reader.press(f"{base}/themes/{when}/name", name_cy="Pa bryd", name_en="")
    assert "Pa bryd" in page.text
    page = reader.press(f"{base}/themes/{when}/closure")
    assert "Pa bryd" not in page.text
    assert reader.client.post(f"{base}/themes/{uuid4()}/closure", json={}).status_code == 404


def test_the_board_has_a_column_for_each_theme_and_the_others_below(reader: Reader, gathering: Gathering, base: str, when: UUID) -> None:
    early, loose = post(gathering, "Earlier", when), post(gathering, "A photo")
    seen(reader, gathering)
    page = reader.open(f"{base}/ideas")
    column, _, below = page.text.partition("Under no theme yet")
    assert (f"idea-{early}" in column, f"idea-{loose}" in below, f"idea-{early}" in below) == (True, True, False)
    assert f"{base}/ideas?order=newest&amp;theme={when}#board" in page.text
    for path in (f"{base}/ideas?theme={when}", f"{base}/ideas?theme={when}&view=list", f"{base}/ideas.csv?theme={when}", f"{base}/ideas.json?theme={when}"):
        found = reader.open(path).text
        assert ("Earlier" in found, "A photo" in found) == (True, False)
    found = reader.open(f"{base}/ideas?theme=none").text
    assert ("Earlier" in found, "A photo" in found) == (False, True)
    assert reader.client.get(f"{base}/ideas.json").json()["board"]["themes"][0]["ideas"] == 1
    assert "When" in reader.open(f"{base}/ideas.csv").text


def test_an_idea_is_moved_with_a_press_and_back(reader: Reader, gathering: Gathering, base: str, when: UUID) -> None:
    idea = post(gathering, "Earlier")
    page = as_(reader, gathering, "Amina").open(f"{base}/ideas")
    assert f"{base}/ideas/{idea}/theme" in page.text
    reader.open(f"{base}/ideas/{idea}/theme")
    page = reader.press(f"{base}/ideas/{idea}/theme", theme=str(when))
    assert str(page.url).endswith(f"/ideas?theme={when}#idea-{idea}")
    assert "Earlier" in page.text
    assert 'aria-pressed="true"' in reader.open(f"{base}/ideas/{idea}/theme").text
    assert f"{base}/ideas?theme={when}" in reader.open(f"{base}/ideas/{idea}").text
    reader.open(f"{base}/ideas/{idea}/theme")
    page = reader.press(f"{base}/ideas/{idea}/theme", theme="")
    assert str(page.url).endswith(f"/ideas?theme=none#idea-{idea}")


def test_what_is_no_theme_is_refused_and_a_question_about_it_is_answered_gently(reader: Reader, gathering: Gathering, base: str, when: UUID) -> None:
    idea = post(gathering, "Earlier")
    themes.close(gathering.workspace, gathering.act("Beti"), when)
    as_(reader, gathering, "Amina")
    assert reader.client.post(f"{base}/ideas/{idea}/theme", json={"theme": str(when)}).status_code == 422
    assert reader.client.post(f"{base}/ideas/{idea}/theme", json={"theme": str(uuid4())}).status_code == 404
    assert reader.client.post(f"{base}/ideas/{idea}/theme", json={"theme": "odd"}).status_code == 422
    for odd in ("odd", "%00", str(uuid4()), str(when), "none"):
        assert reader.open(f"{base}/ideas?theme={odd}").status_code == 200


def test_an_idea_is_put_where_one_is_reading(reader: Reader, gathering: Gathering, base: str, when: UUID) -> None:
    as_(reader, gathering, "Tomos").open(f"{base}/ideas?theme={when}")
    page = reader.press(f"{base}/ideas", text="Sundays later")
    assert f"theme={when}" in str(page.url)
    assert "Sundays later" in page.text


def test_support_comes_back_to_the_theme(reader: Reader, gathering: Gathering, base: str, when: UUID) -> None:
    idea = post(gathering, "Earlier", when)
    as_(reader, gathering, "Tomos").open(f"{base}/ideas?theme={when}")
    page = send(reader, f"{base}/ideas/{idea}/support", order="supported", page="1", theme=str(when))
    assert str(page.url).endswith(f"/ideas?order=supported&page=1&theme={when}#idea-{idea}")
    page = send(reader, f"{base}/ideas/{idea}/support?_method=delete", theme="//evil.example")
    assert str(page.url).endswith(f"/ideas?order=newest&page=1#idea-{idea}")


def test_a_theme_of_another_project_is_not_here(client: TestClient[Litestar], reader: Reader, gathering: Gathering, base: str, when: UUID) -> None:
    from .neighbours import closed_beside

    beside = closed_beside(gathering)
    theirs = themes.name(beside.workspace, beside.act("Beti"), {"en": "Theirs"}).id
    idea = post(gathering, "Earlier")
    as_(reader, gathering, "Eira")
    assert client.post(f"{base}/ideas/{idea}/theme", json={"theme": str(theirs)}).status_code == 404
    assert client.post(f"{base}/ideas", json={"text": "x", "theme": str(theirs)}).status_code == 404
    assert "Theirs" not in client.get(f"{base}/ideas?theme={theirs}").text


def test_a_joined_idea_is_not_moved(reader: Reader, gathering: Gathering, base: str, when: UUID) -> None:
    one, other = post(gathering, "Earlier"), post(gathering, "Later")
    arranging.join(gathering.workspace, gathering.act("Eira"), one, other)
    as_(reader, gathering, "Eira")
    assert "stays where it is" in reader.open(f"{base}/ideas/{one}/theme").text
    assert reader.client.post(f"{base}/ideas/{one}/theme", json={"theme": str(when)}).status_code == 422
