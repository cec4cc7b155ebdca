"""How a group decides, each walked on a phone in Welsh, on a desktop in English, by keyboard, and without JavaScript."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from workspace import proposals
from workspace.story.telling import both

from .groups import Group
from .modes import Person, come, in_every_mode
from .test_journeys import here
from .visits import Visit

CITIZENS, CARE_TEAM = ["Tomos", "Gwyn", "Menna"], ["Amina", "Rhys"]
Groups, Visits = Callable[..., Group], Callable[..., Visit]
QUESTION = {"question_cy": "Ydyn ni am wneud hyn?", "question_en": "Shall we do this?", "otherwise_cy": "Fel o’r blaen.", "otherwise_en": "As before."}
TEXT = "Tacsi adref o’r clwb, ar nos Wener."


@in_every_mode
def test_an_idea_that_people_changed_together_until_nobody_objected(group: Groups, visit: Visits, mode: str) -> None:
    ours, person = group(f"Tacsi {mode}", citizens=CITIZENS, professionals=CARE_TEAM), come(visit, mode)
    ours.adopt_charter(consent_first=True)
    home = f"/projects/{ours.id}"
    tomos, menna, rhys, mair = person("Tomos"), person("Menna"), person("Rhys"), person("Mair")

    proposal = put_forward(tomos, ours)
    there = f"{home}/proposals/{proposal}"
    rhys.goes(there)
    paragraph = f"{there}/paragraphs/{rhys.visit.language}/1"
    rhys.follows(paragraph)
    rhys.sends(f"{paragraph}/comments", comment="Pwy sy’n talu?")
    rhys.goes(paragraph)
    rhys.reads("Pwy sy’n talu?")
    rhys.follows(f"{there}/amendments/new")
    rhys.sends(f"{there}/amendments", words=TEXT.replace("Wener", "Wener a nos Sul"), why="Mae’r clwb ar agor ddwywaith.")
    change = here(rhys, "amendment")
    tomos.goes(f"{there}/amendments/{change}")
    tomos.sends(f"{there}/amendments/{change}/acceptance")

    decision = ask(mair, there, home)
    menna.goes(f"{home}/decisions/{decision}")
    menna.sends(f"{home}/decisions/{decision}/votes", choice="object", reason="Does dim lle i gadair olwyn.")
    menna.sends(f"{home}/decisions/{decision}/objections", aim="together")
    menna.reads("Does dim lle i gadair olwyn.")
    objection = objection_to(rhys, home, decision)
    rhys.sends(f"{objection}/replies", reply="Mae gan Dewi dacsi â ramp.")
    menna.goes(objection)
    menna.reads("Mae gan Dewi dacsi â ramp.")
    menna.sends(f"{objection}/acceptance", met="Tacsi Dewi.")

    for name in ("Tomos", "Gwyn", *CARE_TEAM):
        ours.vote(decision, name, "consent")
    close(mair, f"{home}/decisions/{decision}")
    reader = person()
    reader.goes(f"{home}/decisions/{decision}")
    reader.reads({"cy": "Cytunwyd", "en": "Agreed"}[reader.visit.language])
    reader.reads("Does dim lle i gadair olwyn.")


@in_every_mode
def test_a_consent_that_fails_and_a_vote_that_one_group_lost(group: Groups, visit: Visits, mode: str) -> None:
    ours, person = group(f"Larwm {mode}", citizens=CITIZENS, professionals=CARE_TEAM), come(visit, mode)
    ours.adopt_charter(consent_first=True)
    failed = ours.open()
    ours.vote(failed, "Menna", "object", "Mae’r larwm yn canu drwy’r nos.")
    for name in ("Tomos", "Gwyn", *CARE_TEAM):
        ours.vote(failed, name, "consent")
    ours.close(failed)
    decisions = f"/projects/{ours.id}/decisions"
    tomos, rhys, mair = person("Tomos"), person("Rhys"), person("Mair")

    tomos.goes(f"{decisions}/{failed}")
    tomos.reads("Mae’r larwm yn canu drwy’r nos.")
    tomos.follows(f"{decisions}/{failed}/following")
    tomos.sends(f"{decisions}/{failed}/following")
    vote = here(tomos, "decision")
    assert vote != failed
    rhys.goes(f"{decisions}/{vote}")
    rhys.sends(f"{decisions}/{vote}/votes", choice="no", reason="Does neb ar ôl i ateb y larwm.")
    ours.vote(vote, "Amina", "no")
    for name in CITIZENS:
        ours.vote(vote, name, "yes")
    close(mair, f"{decisions}/{vote}")

    tomos.goes(f"{decisions}/{vote}")
    tomos.follows(f"{decisions}/{vote}/routes")
    tomos.sends(f"{decisions}/{vote}/routes", route="mediate", words="Bydd Lowri’n gwrando ar y ddau grŵp.")
    rhys.goes(f"{decisions}/{vote}")
    rhys.reads("Bydd Lowri’n gwrando ar y ddau grŵp.")
    rhys.follows(f"{decisions}/{vote}/statements")
    rhys.sends(f"{decisions}/{vote}/statements", statement="Dau ohonon ni sydd ar y rota.")
    reader = person()
    reader.goes(f"{decisions}/{vote}")
    reader.reads("Dau ohonon ni sydd ar y rota.")
    reader.follows(f"{decisions}/{failed}")
    reader.follows(f"{decisions}/{vote}")


@in_every_mode
def test_a_consent_round_from_telling_it_to_thanks(group: Groups, visit: Visits, mode: str) -> None:
    ours, person = group(f"Cylch {mode}", citizens=CITIZENS, professionals=CARE_TEAM), come(visit, mode)
    ours.adopt_charter()
    said = both("Mainc wrth y drws.", "A bench at the door.")
    proposal = proposals.draft(ours.workspace, ours.act("Tomos"), said, said, said).id
    home = f"/projects/{ours.id}"
    mair, menna, rhys = person("Mair"), person("Menna"), person("Rhys")

    mair.goes(f"{home}/proposals/{proposal}")
    mair.follows(f"{home}/proposals/{proposal}/rounds")
    mair.sends(f"{home}/proposals/{proposal}/rounds")
    round = f"{home}/rounds/{here(mair, 'round')}"
    mair.sends(f"{round}/step")
    menna.goes(round)
    menna.sends(f"{round}/questions", asked="Mainc i faint?")
    rhys.goes(round)
    rhys.reads("Mainc i faint?")
    rhys.sends(f"{round}/replies", reply="I dri.")
    mair.goes(round)
    mair.sends(f"{round}/step")
    menna.goes(round)
    menna.reads("I dri.")
    menna.sends(f"{round}/senses", level="2")
    for _ in range(2):
        mair.goes(round)
        mair.sends(f"{round}/step")
    mair.follows(f"{home}/decisions/new")
    decision = asked(mair, home)
    for name in (*CITIZENS, *CARE_TEAM):
        ours.vote(decision, name, "consent")
    close(mair, f"{home}/decisions/{decision}")
    mair.goes(round)
    mair.sends(f"{round}/step")
    mair.sends(f"{round}/end", thanks="Diolch i Menna am ofyn.")
    menna.goes(round)
    menna.reads("Diolch i Menna am ofyn.")


def put_forward(tomos: Person, ours: Group) -> UUID:
    """An idea on the board, and a proposal from it."""
    home = f"/projects/{ours.id}"
    tomos.goes(f"{home}/ideas")
    tomos.sends(f"{home}/ideas", text="Neb yn cerdded adref yn y tywyllwch.")
    idea = ours.idea("Neb yn cerdded adref yn y tywyllwch.")
    tomos.goes(f"{home}/ideas/{idea}")
    tomos.follows(f"{home}/proposals/new")
    words: dict[str, Any] = {f"{part}_{language}": TEXT for part in ("title", "summary", "body") for language in ("cy", "en")}
    tomos.sends(f"{home}/proposals", **words)
    return here(tomos, "proposal")


def ask(mair: Person, proposal: str, home: str) -> UUID:
    mair.goes(proposal)
    mair.follows(f"{home}/decisions/new")
    return asked(mair, home)


def asked(mair: Person, home: str) -> UUID:
    mair.sends(f"{home}/decisions/new", **QUESTION)
    mair.sends(f"{home}/decisions")
    return here(mair, "decision")


def objection_to(rhys: Person, home: str, decision: UUID) -> str:
    """To the one objection there is, from the page of its decision."""
    rhys.goes(f"{home}/decisions/{decision}")
    card = rhys.main.locator("[id^=objection-]").first
    rhys.visit.sees(card)
    called = card.get_attribute("id")
    assert called
    found = f"{home}/objections/{called.removeprefix('objection-')}"
    rhys.follows(found)
    return found


def close(mair: Person, decision: str) -> None:
    mair.goes(decision)
    mair.sends(f"{decision}/closure", closing="Mae pawb wedi ateb.")
