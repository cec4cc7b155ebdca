"""A whole evening in fast time, with four browsers at once: whoever leads, a citizen's phone in Welsh, a professional's phone, and the big screen. In every
mode: with a mouse, by keyboard alone, without JavaScript; the citizen's phone is 320 pixels wide."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

from aggregates.session import Session
from projections.agendas import came_of
from projections.minutes import to_draft
from workspace import sessions
from workspace.languages import LONDON
from workspace.ready_agendas import READY

from .groups import Group
from .houses import has_caught_up
from .modes import MODES, Person, in_every_mode
from .test_axe import violations
from .visits import DESKTOP, NARROW, PHONE, Visit

QUESTION = {"cy": "A gawn ni fainc wrth y bws?", "en": "Shall we have a bench at the bus stop?"}
SIZES = """() => [...document.querySelectorAll(".stage *, .way-in *")]
  .filter(one => one.checkVisibility() && !one.closest(".unseen") && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(one => parseFloat(getComputedStyle(one).fontSize))"""
LOOKED_AT = "phone, in Welsh"  # axe waits for a clock of the page, which stands still without JavaScript
AWAY = "about:blank"  # a phone that is let in, or whose session ends, goes on by itself, in the middle of the next look
AS_PLANNED = ["welcome", "matters", "ideas", "break", "dots", "discuss", "free", "decide"]


@dataclass
class Evening:
    """Who looks at what. `wrong`: what axe or a narrow page found on the way."""

    ours: Group
    id: UUID
    blocks: dict[str, UUID]
    mair: Person
    gwenno: Person
    rhys: Person
    screen: Visit
    is_looked_at: bool
    wrong: list[str]

    @property
    def there(self) -> str:
        return f"/projects/{self.ours.id}/sessions/{self.id}"

    @property
    def here(self) -> str:
        return f"/here/{self.id}"

    def goes_on(self) -> None:
        """Whoever leads presses the way on; the others see it, by themselves or by looking again."""
        self.mair.goes(f"{self.there}/console")
        self.mair.sends(f"{self.there}/moves")

    def all_look(self, called: str) -> None:
        """At this step nothing stands in anybody's way, on any of the four screens; in one mode."""
        if not self.is_looked_at:
            return
        for name, visit in (("console", self.mair.visit), ("phone", self.gwenno.visit), ("other phone", self.rhys.visit), ("screen", self.screen)):
            visit.go({"console": f"{self.there}/console", "screen": f"{self.there}/screen"}.get(name, self.here))
            self.wrong += [f"{called}, {name}: {each}" for each in violations(visit)]
        wide = self.gwenno.page.evaluate("document.documentElement.scrollWidth")
        self.wrong += [f"{called}: the narrow phone is {wide} wide"] if wide > NARROW["width"] else []
        sizes = self.screen.page.evaluate(SIZES)
        self.wrong += [f"{called}: type of {min(sizes)} pixels on the big screen"] if min(sizes, default=40) < 40 else []

    def block(self, kind: str) -> str:
        return f"{self.here}/blocks/{self.blocks[kind]}"


@in_every_mode
def test_an_evening_from_the_plan_to_its_minutes(group: Callable[..., Group], visit: Callable[..., Visit], mode: str) -> None:
    evening = planned(group(f"Noson: {mode}", citizens=["Delyth", "Nia"], professionals=["Rhys", "Zofia"]), visit, mode)
    they_come(evening)
    what_matters(evening)
    ideas_of_the_evening(evening)
    dots(evening)
    a_decision(evening)
    minutes_of_it(evening)
    assert evening.wrong == [], "\n".join(evening.wrong)


def planned(ours: Group, visit: Callable[..., Visit], mode: str) -> Evening:
    """Two hours in a room, as the house has them ready, with a decision put on the agenda."""
    ours.adopt_charter()
    how = MODES[mode]
    by_keyboard = mode == "by keyboard"
    mair = Person(visit("Mair", **{**how, "viewport": DESKTOP}), by_keyboard)
    gwenno = Person(visit("", **{**how, "language": "cy", "viewport": NARROW}), by_keyboard)
    rhys = Person(visit("Rhys", **{**how, "language": "en", "viewport": PHONE}), by_keyboard)
    screen = visit("Mair", **{**how, "viewport": DESKTOP})
    assert READY[0].name == "two hours"
    day = ours.workspace.now().astimezone(LONDON) + timedelta(minutes=30)
    base = f"/projects/{ours.id}/sessions"
    mair.goes(f"{base}/new")
    when = {"starts_on": f"{day:%Y-%m-%d}", "starts_at": f"{day:%H:%M}", "minutes": "120"}
    mair.sends(base, title_cy="Noson yn y neuadd", title_en="An evening in the hall", **when, way="hybrid", agenda="two hours")
    session = UUID(urlsplit(mair.page.url).path.rpartition("/")[2])
    mair.goes(f"{base}/{session}/blocks/new")
    mair.sends(f"{base}/{session}/blocks", kind="decide", minutes="10", title_cy="Penderfynu", title_en="Decide")
    has_caught_up(ours.workspace)
    blocks = ours.workspace.load(Session, session).blocks
    assert [block.kind for block in blocks.values()] == AS_PLANNED
    return Evening(ours, session, {block.kind: id for id, block in blocks.items()}, mair, gwenno, rhys, screen, mode == LOOKED_AT, [])


def they_come(evening: Evening) -> None:
    """Gwenno by the code, without an account; Rhys as somebody of the project."""
    mair, gwenno, rhys, workspace = evening.mair, evening.gwenno, evening.rhys, evening.ours.workspace
    mair.goes(evening.there)
    mair.sends(f"{evening.there}/doors")
    code = sessions.code_of(workspace, evening.id, workspace.load(Session, evening.id).code)
    gwenno.goes(f"/s/{code}")
    gwenno.sends(f"/s/{code}", name="Gwenno", side="citizen", how="room")
    gwenno.reads("Rydych chi yma")
    rhys.goes(evening.here)
    rhys.sends(evening.here, how="remote")
    rhys.reads("You are in")
    gwenno.page.goto(AWAY)
    mair.goes(f"{evening.there}/console")
    mair.sends(f"{evening.there}/admissions")
    gwenno.goes(evening.here)
    gwenno.reads("Rydych chi i mewn")
    evening.goes_on()
    evening.all_look("welcome")


def what_matters(evening: Evening) -> None:
    """Each writes, it is read together, and what is alike comes together."""
    mair, gwenno, rhys = evening.mair, evening.gwenno, evening.rhys
    evening.goes_on()
    evening.all_look("each writes")
    gwenno.sends(f"{evening.block('matters')}/cards", text="Rhywun i siarad â nhw.")
    rhys.sends(f"{evening.block('matters')}/cards", text="Nobody in a hurry.")
    rhys.reads("Nobody in a hurry.")
    evening.goes_on()
    mair.sends(f"{evening.there}/wall")
    gwenno.goes(evening.here)
    gwenno.reads("Nobody in a hurry.")
    rhys.goes(evening.here)
    rhys.reads("Rhywun i siarad â nhw.")
    evening.screen.go(f"{evening.there}/screen")
    evening.screen.sees(evening.screen.page.get_by_text("Rhywun i siarad â nhw."))
    evening.all_look("read together")
    for _ in ("group", "talk"):
        evening.goes_on()


def ideas_of_the_evening(evening: Evening) -> None:
    mair, gwenno, rhys = evening.mair, evening.gwenno, evening.rhys
    evening.goes_on()
    for person, idea in ((gwenno, "Mainc wrth y bws."), (rhys, "A lamp at the bus stop."), (gwenno, "Paned bob dydd Gwener.")):
        person.goes(evening.here)
        person.sends(f"{evening.block('ideas')}/cards", text=idea)
    evening.goes_on()
    mair.sends(f"{evening.there}/wall")
    for _ in ("group", "talk", "break"):
        evening.goes_on()
    evening.all_look("a break")


def dots(evening: Evening) -> None:
    """All that is on the wall can be chosen; the count is shown once whoever leads shows it."""
    gwenno, rhys = evening.gwenno, evening.rhys
    evening.goes_on()
    for person, most in ((gwenno, "Mainc wrth y bws."), (rhys, "Mainc wrth y bws.")):
        person.goes(evening.here)
        person.reads(most)
        name = person.page.locator(".dotted").filter(has_text=most).locator("input").get_attribute("name")
        person.sends(f"{evening.block('dots')}/choices", **{str(name): "2"})
    evening.all_look("choosing")
    evening.goes_on()
    evening.mair.sends(f"{evening.there}/counts")
    evening.screen.go(f"{evening.there}/screen")
    evening.screen.sees(evening.screen.page.get_by_role("row").filter(has_text="Mainc wrth y bws.").filter(has_text="4"))
    evening.all_look("what was chosen")
    for _ in ("discuss", "free", "talk before the decision"):
        evening.goes_on()


def a_decision(evening: Evening) -> None:
    """Everybody has one vote by the charter's rule; whoever leads closes it."""
    mair, gwenno, rhys = evening.mair, evening.gwenno, evening.rhys
    evening.goes_on()
    mair.follows(f"{evening.there}/question")
    each = {f"question_{language}": said for language, said in QUESTION.items()}
    mair.sends(f"{evening.there}/question", **each, yes_cy="Mainc", yes_en="A bench", no_cy="Dim mainc", no_en="No bench")
    mair.reads(QUESTION[mair.visit.language])
    has_caught_up(evening.ours.workspace)
    with evening.ours.workspace.reading() as db:
        decision = came_of(db, evening.id)[0].decision
    for person in (gwenno, rhys):
        person.goes(evening.here)
        person.reads(QUESTION[person.visit.language])
        person.sends(f"{evening.here}/decisions/{decision}/votes", choice="yes")
    evening.all_look("voting")
    for name in ("Delyth", "Nia", "Zofia"):
        evening.ours.vote(decision, name, "yes")
    mair.goes(f"{evening.there}/console")
    mair.sends(f"{evening.there}/question/closure", closing="Mae pawb wedi pleidleisio.")
    gwenno.goes(evening.here)
    gwenno.reads("Cytun")
    evening.all_look("decided")


def minutes_of_it(evening: Evening) -> None:
    """The clock drafts them; who was there reads them, also without an account, and says what is missing."""
    mair, gwenno = evening.mair, evening.gwenno
    gwenno.page.goto(AWAY)
    mair.goes(f"{evening.there}/console")
    mair.sends(f"{evening.there}/end")
    has_minutes(evening)
    gwenno.goes(f"{evening.here}/minutes")
    gwenno.reads("Mainc wrth y bws.")
    gwenno.sends(f"{evening.here}/minutes", text="Roedd y te yn oer.")
    mair.goes(f"{evening.there}/minutes")
    for said in ("Nobody in a hurry.", QUESTION[mair.visit.language], "Roedd y te yn oer."):
        mair.reads(said)
    if evening.is_looked_at:
        evening.wrong += [f"minutes: {each}" for person in (mair, gwenno) for each in violations(person.visit)]


def has_minutes(evening: Evening) -> None:
    """The clock of the house strikes every few seconds."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        has_caught_up(evening.ours.workspace)
        with evening.ours.workspace.reading() as db:
            if evening.id not in to_draft(db):
                return
        time.sleep(0.3)
    raise AssertionError("nobody drafted the minutes within half a minute")
