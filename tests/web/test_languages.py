"""Addresses in two languages: what reaches a handler, what a reader is sent to, and who is asked."""

from uuid import NAMESPACE_URL, uuid5

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from web.languages import neutral, to, twin
from workspace.path_words import ENGLISH_WORDS, PATH_WORDS


def test_every_word_of_a_path_has_one_twin() -> None:
    assert len(ENGLISH_WORDS) == len(PATH_WORDS)


@pytest.mark.parametrize("path", ["/", "/projects", f"/projects/{uuid5(NAMESPACE_URL, 'a project')}/ideas", "/sign-in", "/d/7k3m"])
def test_an_address_goes_there_and_back(path: str) -> None:
    for language in ("cy", "en"):
        assert neutral(to(path, language)) == (language, path, "html")


def test_query_and_fragment_are_left_alone() -> None:
    assert to("/projects?find=ideas#ideas", "cy") == "/cy/prosiectau?find=ideas#ideas"
    assert twin("/projects", "find=ideas", "cy") == "/en/projects?find=ideas"


def test_a_suffix_is_the_format() -> None:
    assert to("/projects/ideas.csv", "cy") == "/cy/prosiectau/syniadau.csv"
    assert neutral("/cy/prosiectau.json") == ("cy", "/projects", "json")
    assert neutral("/en/projects.exe") == ("en", "/projects.exe", "html")
    assert neutral("/en/.csv") == ("en", "/.csv", "html")


def test_files_and_health_have_no_language() -> None:
    assert to("/static/pleth.css", "cy") == "/static/pleth.css"
    assert neutral("/schema/openapi.json") == (None, "/schema/openapi.json", "html")


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ({"accept-language": "cy-GB,en;q=0.5"}, "/cy/help?x=1"),
        ({"accept-language": "en"}, "/en/help?x=1"),
        ({"accept-language": "fr"}, "/language?next=/help%3Fx%3D1"),
        ({"accept-language": "en", "cookie": "language=cy"}, "/cy/help?x=1"),
        ({}, "/language?next=/help%3Fx%3D1"),
    ],
)
def test_a_page_without_a_language_is_found_by_choice_then_by_browser_then_by_asking(client: TestClient[Litestar], said: dict[str, str], there: str) -> None:
    answer = client.get("/help?x=1", headers={"accept-language": "", **said}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, there)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_welsh_word_typed_without_a_language_leads_there_in_either(client: TestClient[Litestar], language: str) -> None:
    answer = client.get("/ymuno?code=AB", headers={"accept-language": language}, follow_redirects=False)
    assert answer.headers["location"] == {"cy": "/cy/ymuno?code=AB", "en": "/en/join?code=AB"}[language]


def test_both_languages_stand_on_the_page_that_asks_welsh_first(client: TestClient[Litestar]) -> None:
    page = client.get("/language").text
    assert page.index("Pa iaith") < page.index("Which language")


def test_the_choice_is_remembered_and_leads_on(client: TestClient[Litestar]) -> None:
    answer = client.post("/language", data={"language": "cy", "next": "/en/privacy?x=1"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/cy/preifatrwydd?x=1")
    assert client.cookies["language"] == "cy"


@pytest.mark.parametrize("elsewhere", ["//evil.example/", "https://evil.example/", "/\\evil.example"])
def test_the_choice_leads_nowhere_else(client: TestClient[Litestar], elsewhere: str) -> None:
    answer = client.post("/language", data={"language": "en", "next": elsewhere}, follow_redirects=False)
    assert answer.headers["location"] == "/en/"


def test_the_last_language_read_is_remembered(client: TestClient[Litestar]) -> None:
    client.get("/cy/hygyrchedd")
    assert client.cookies["language"] == "cy"


def test_every_page_links_to_its_twin(client: TestClient[Litestar]) -> None:
    assert 'href="/cy/preifatrwydd?x=1" lang="cy"' in client.get("/en/privacy?x=1").text
