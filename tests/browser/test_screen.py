"""The big screen on a computer of its own, where nobody signed in: it follows the session, and ends with its code."""

from collections.abc import Callable
from typing import cast

import pytest

from tests.evening import Evening
from tests.gathering import Gathering
from workspace import screens

from .groups import Group
from .test_axe import violations
from .visits import DESKTOP, Visit


@pytest.mark.parametrize("language", ["cy", "en"])
def test_it_follows_the_session_until_its_code_is_taken_back(group: Callable[..., Group], visit: Callable[..., Visit], language: str) -> None:
    evening = Evening(cast(Gathering, group("Sgrin", citizens=["Nia"], professionals=["Rhys"])), seats=12).open_doors()
    workspace, mair = evening.gathering.workspace, evening.act("Mair")
    screens.make(workspace, mair, evening.id)
    there = visit("", language, viewport=DESKTOP)
    page = there.go(f"/screen/{screens.code_of(workspace, evening.id)}")
    there.sees(page.get_by_text("Tea first."))
    assert not violations(there)
    evening.go_to(0, "write")
    there.sees(page.get_by_text("A quiet minute."))
    there.may_fail = True  # htmx notes that the code is dead
    screens.take_back(workspace, mair, evening.id)
    evening.go_to(0, "share")
    there.sees(page.get_by_text("Mae’r sgrin ar gau."))
    assert evening.code not in page.content()
    assert not violations(there)
