"""One server and one Chromium for all journeys. Each journey has its own people or its own project, so nothing is ever reset."""

import os
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

from workspace.config import is_ci

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from .groups import Group
    from .houses import House
    from .visits import Visit

WHERE = "/usr/bin/chromium"
collect_ignore_glob = [] if find_spec("playwright") or is_ci() else ["test_*.py"]
"""Without their packages the journeys cannot even be read: they are left out, and in CI that is a failure."""


def missing(what: str) -> None:
    """In CI a browser that is missing is a failure; elsewhere the journeys are left out, and it is said how to have them."""
    (pytest.fail if is_ci() else pytest.skip)(what)


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("The journeys need the packages of requirements-browser.txt: .venv/bin/pip install --require-hashes -r requirements-browser.txt")
    found = os.environ.get("PLETH_CHROMIUM") or shutil.which("chromium") or WHERE
    if not os.path.exists(found):
        missing("The journeys need Chromium: apt-get install chromium (or name another one in PLETH_CHROMIUM)")
    words = ["--disable-gpu", "--disable-dev-shm-usage", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=found, args=words) as browser:
        yield browser


@pytest.fixture(scope="session")
def house(chromium: "Browser", tmp_path_factory: pytest.TempPathFactory) -> "Iterator[House]":
    from .houses import opened

    with opened(tmp_path_factory.mktemp("house") / "data") as running:
        yield running


@pytest.fixture
def visit(house: "House", chromium: "Browser") -> "Iterator[Callable[..., Visit]]":
    """`visit("Eira", "cy")`: her browser, on a phone unless said otherwise. Afterwards nothing may have gone wrong in any of them."""
    from .visits import begin

    visits: list[Visit] = []

    def come(name: str = "", language: str = "cy", **more: Any) -> "Visit":
        visits.append(begin(house, chromium, name, language, **more))
        return visits[-1]

    yield come
    for each in visits:
        each.context.close()
    assert [wrong for each in visits for wrong in each.wrong] == []


@pytest.fixture
def group(house: "House") -> "Callable[..., Group]":
    from .groups import Group

    def gather(name: str, **more: Any) -> "Group":
        return Group(house, name, **more)

    return gather
