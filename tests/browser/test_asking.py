"""Asking to take part: on a phone in Welsh without JavaScript, answered at a desk in English."""

from collections.abc import Callable

import pytest

from .groups import Group
from .visits import DESKTOP, Visit


@pytest.mark.parametrize("answer", ["welcome", "no"])
def test_somebody_asks_and_is_told(group: Callable[..., Group], visit: Callable[..., Visit], answer: str) -> None:
    ours = group(f"Gofyn {answer}")
    menna = visit("Menna", "cy", javascript=False)
    page = menna.go(f"/projects/{ours.id}")
    page.get_by_role("link", name="Gofyn am gael cymryd rhan").first.click()
    page.get_by_role("button", name="Gofyn am gael cymryd rhan").click()
    menna.sees(page.get_by_role("link", name="Dewiswch un o’r rhain"))
    page.get_by_role("radio", name="Teuluoedd").check()
    page.get_by_label("Pam hoffech chi gymryd rhan?").fill("Fy ngŵr sydd ar y rownd")
    page.get_by_role("button", name="Gofyn am gael cymryd rhan").click()
    menna.sees(page.get_by_role("heading", name="Rydych chi wedi gofyn am gael cymryd rhan"))

    mair = visit("Mair", "en", viewport=DESKTOP)
    page = mair.go(f"/projects/{ours.id}/members")
    mair.sees(page.get_by_role("link", name="Menna"))
    page.get_by_role("link", name="Menna").click()
    mair.sees(page.get_by_text("Fy ngŵr sydd ar y rownd"))
    if answer == "welcome":
        page.get_by_role("button", name="Welcome them").click()
        mair.sees(page.get_by_role("heading", name="Menna"))
    else:
        page.get_by_label("Why?").fill("We are full until Easter")
        page.get_by_role("button", name="Say no, for this reason").click()
        mair.sees(page.get_by_role("heading", name="Who is here"))

    page = menna.go(f"/projects/{ours.id}/requests")
    told = "Rydych chi yma yn barod" if answer == "welcome" else "Na oedd yr ateb y tro diwethaf"
    menna.sees(page.get_by_role("heading", name=told))
