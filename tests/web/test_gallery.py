"""The gallery has every part that pages share, in both languages, light and dark, and a page for everything that can go wrong."""

import re

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from web.gallery import STATES
from web.templating import TEMPLATES


def macros() -> list[tuple[str, str]]:
    """(file, macro) of what templates share; the pattern of the plait is drawn by those that use it."""
    found = [(path.name, name) for path in sorted((TEMPLATES / "shared").glob("*.html")) for name in re.findall(r"{% macro (\w+)", path.read_text())]
    return [(file, name) for file, name in found if not name.startswith("_") and name != "plait"]


@pytest.mark.parametrize(("file", "name"), macros())
def test_every_shared_part_hangs_in_the_gallery(file: str, name: str) -> None:
    """Imported from its file, perhaps under another name, and called."""
    for path in (TEMPLATES / "gallery").glob("*.html"):
        text = path.read_text()
        for imported in re.findall(rf'from "shared/{file}" import (.+) %}}', text):
            names = dict(one.strip().partition(" as ")[::2] for one in imported.split(","))
            if name in names and re.search(rf"\b{names[name] or name}\(", text):
                return
    pytest.fail(f"{name} of {file} is in no page of the gallery")


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_gallery_opens_in_both_languages_light_and_dark(client: TestClient[Litestar], language: str) -> None:
    path = {"cy": "/cy/oriel", "en": "/en/gallery"}[language]
    assert "data-theme" not in client.get(path).text.partition("<head>")[0]
    for theme in ("light", "dark"):
        assert f'data-theme="{theme}"' in client.get(f"{path}?theme={theme}").text


@pytest.mark.parametrize("status", STATES)
def test_what_can_go_wrong_is_a_page(client: TestClient[Litestar], status: int) -> None:
    answer = client.get(f"/en/gallery/states/{status}", headers={"accept": "text/html"})
    assert (answer.status_code, "<h1>" in answer.text) == (status, True)
    assert client.get("/en/gallery/states/200", headers={"accept": "text/html"}).status_code == 404
