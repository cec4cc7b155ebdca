"""An evening without a network, typed in afterwards by whoever led it: who was there, what a table wrote, what the group decided, ballot by ballot."""

from collections.abc import Callable
from datetime import timedelta
from typing import cast

from tests.evening import Evening
from tests.gathering import Gathering

from .groups import Group
from .modes import Person, come, in_every_mode
from .test_axe import violations
from .visits import Visit

LOOKED_AT = "phone, in Welsh"  # axe waits for a clock of the page, which stands still without JavaScript
ASKED = {"yes_cy": "Ymlaen", "yes_en": "On", "no_cy": "Aros", "no_en": "Stay", "otherwise_cy": "Dim", "otherwise_en": "Nothing", "until": "1440"}


@in_every_mode
def test_what_came_of_it_is_typed_in_by_whoever_led(group: Callable[..., Group], visit: Callable[..., Visit], mode: str) -> None:
    ours = group("Heb rwydwaith", citizens=["Nia", "Delyth"], professionals=["Rhys", "Zofia"])
    ours.adopt_charter()
    evening = Evening(cast(Gathering, ours), seats=12, begins=timedelta(minutes=-30))
    home, mair = f"/projects/{ours.id}/sessions/{evening.id}", come(visit, mode)("Mair")
    typing = f"{home}/typing"
    mair.goes(home)
    mair.follows(typing)
    mair.sends(typing)
    mair.follows(f"{typing}/people")
    for name in (*ours.citizens, *ours.professionals):
        mair.sends(f"{typing}/people", here=str(ours.act(name).member))
        mair.reads(name)
    mair.sends(f"{typing}/people/new", name="Gwenda", side="citizen")
    mair.reads("Gwenda")
    looks(mair, mode)
    mair.goes(typing)
    mair.follows(f"{typing}/{evening.blocks[0]}")
    mair.sends(f"{typing}/{evening.blocks[0]}/cards", text_1="Paned o de", text_2="Sgwrs")
    votes = f"{typing}/{evening.blocks[3]}/votes"
    mair.goes(votes)
    mair.follows(f"{home}/question")
    said = {"question_cy": "Awn ni ymlaen?", "question_en": "Do we go on?"}
    mair.sends(f"{home}/question", **said, **ASKED)
    for number, name in enumerate((*ours.citizens, *ours.professionals), 1):
        mair.sends(votes, voice=str(ours.act(name).member), choice="yes", number=str(number))
        mair.visit.sees(mair.page.get_by_role("status").filter(has_text=str(number)))
    looks(mair, mode)
    mair.sends(votes, voice=str(ours.act("Nia").member), choice="no", number="9", reason="Eto")
    mair.visit.sees(mair.page.get_by_role("alert").first)
    assert mair.page.locator("[name=reason]").input_value() == "Eto", "what was typed stays"


def looks(person: Person, mode: str) -> None:
    """At the narrowest phone, and with axe."""
    before = person.page.viewport_size
    assert before is not None
    person.page.set_viewport_size({"width": 320, "height": 700})
    assert person.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert mode != LOOKED_AT or not violations(person.visit)
    person.page.set_viewport_size(before)
