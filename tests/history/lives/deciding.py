"""A decision by consent, and what becomes of objections."""

from uuid import UUID

from aggregates.base import Act
from aggregates.decision import Decision
from aggregates.objection import objection_id
from tests.gathering import QUESTION
from workspace import aftermath, charters, decisions, mending, objections, projects, proposals, rounds
from workspace.story import Telling
from workspace.story.evening_care import CHARTER, DESCRIPTION, RULE

CITIZENS, PROFESSIONALS = ("Eira", "Beti", "Menna"), ("Rhys", "Zofia")


def live(telling: Telling) -> None:
    workspace = telling.workspace
    project = projects.start(workspace, telling.in_the_network("Mair", 20), DESCRIPTION).id
    for side, names in (("citizen", CITIZENS), ("professional", PROFESSIONALS)):
        for name in names:
            telling.join(name, telling.act("Mair", project, 19), side)

    def act(who: str, ago: int = 1) -> Act:
        return telling.act(who, project, ago)

    charters.draft(workspace, act("Mair", 9), CHARTER, RULE, "anybody", terms={"consent_first": True})
    adoption = decisions.open_adoption(workspace, act("Mair", 9), QUESTION, telling.on(-1), 1).id
    telling.vote(adoption, project, 8, dict.fromkeys((*CITIZENS, *PROFESSIONALS), "yes"))
    decisions.close(workspace, act("Mair", 7), adoption, "Mae pawb wedi pleidleisio")
    _object(telling, project)


def _object(telling: Telling, project: UUID) -> None:
    workspace = telling.workspace

    def act(who: str) -> Act:
        return telling.act(who, project, 1)

    decision = decisions.open(workspace, act("Mair"), QUESTION, telling.on(-1)).id

    def vote(who: str, choice: str, saw: int, reason: str = "") -> UUID:
        decisions.vote(workspace, act(who), decision, choice, reason, saw, "aim")
        return objection_id(decision, act(who).member)

    bus, cost = vote("Eira", "object", 0, "Does dim bws ar ôl wyth"), vote("Rhys", "object", 0, "Pwy sy’n talu?")
    vote("Eira", "object", 1, "Does dim bws ar ôl wyth, na thacsi")
    objections.reply(workspace, act("Zofia"), bus, "We have the car")
    objections.accept(workspace, act("Eira"), bus, "Car y tîm")
    objections.doubt(workspace, act("Beti"), cost, "Mae’r arian yn y siarter")
    objections.doubt(workspace, act("Zofia"), cost, "It is in the charter")
    vote("Menna", "object", 0, "Mae’n rhy hwyr i mi")
    vote("Menna", "consent", 1)
    decisions.close(workspace, act("Mair"), decision, "Mae pawb wedi ateb")
    _mend_and_restart(telling, project)
    _go_round(telling, project)


def _go_round(telling: Telling, project: UUID) -> None:
    workspace = telling.workspace

    def act(who: str) -> Act:
        return telling.act(who, project, 1)

    said = {"cy": "Te am bedwar", "en": "Tea at four"}
    proposal = proposals.draft(workspace, act("Eira"), said, said, said).id
    found = rounds.begin(workspace, act("Mair"), proposal, 1).id
    steps = iter(rounds.STEPS[1:])
    rounds.go_on(workspace, act("Mair"), found, next(steps))
    rounds.go_on(workspace, act("Mair"), found, "present")
    rounds.go_on(workspace, act("Mair"), found, "questions")
    rounds.ask(workspace, act("Beti"), found, "Pwy sy’n talu?")
    (question,) = rounds.load(workspace, act("Rhys"), found).questions
    rounds.reply(workspace, act("Rhys"), found, question, "Y cyngor")
    rounds.go_on(workspace, act("Mair"), found, next(steps))
    rounds.sense(workspace, act("Beti"), found, 1)
    for step in (next(steps), next(steps)):
        rounds.go_on(workspace, act("Mair"), found, step)
    decision = rounds.ask_for_consent(workspace, act("Mair"), found, QUESTION, telling.on(-1), 1).id
    telling.vote(decision, project, 1, dict.fromkeys((*CITIZENS, *PROFESSIONALS), "consent"))
    decisions.close(workspace, act("Mair"), decision, "Mae pawb wedi ateb")
    rounds.go_on(workspace, act("Mair"), found, next(steps))
    rounds.end(workspace, act("Mair"), found, "Diolch i bawb")


def _mend_and_restart(telling: Telling, project: UUID) -> None:
    workspace = telling.workspace

    def act(who: str) -> Act:
        return telling.act(who, project, 1)

    failed = decisions.open(workspace, act("Mair"), QUESTION, telling.on(-1)).id
    mending.ask_mend(workspace, act("Eira"), failed, QUESTION)
    asked = workspace.load(Decision, failed).asked_mend
    assert asked is not None
    mending.mend(workspace, act("Rhys"), failed, asked[0])
    failed = mending.restart(workspace, act("Mair"), failed, QUESTION, telling.on(-1), "Cwestiwn arall oedd e").id
    decisions.vote(workspace, act("Eira"), failed, "object", "Does neb wedi gofyn", 0)
    telling.vote(failed, project, 1, dict.fromkeys(("Beti", "Rhys"), "consent"))
    decisions.close(workspace, act("Mair"), failed, "Mae pawb wedi ateb")
    vote = decisions.follow(workspace, act("Mair"), failed, telling.on(-1)).id
    telling.vote(vote, project, 1, dict.fromkeys(CITIZENS, "yes") | dict.fromkeys(PROFESSIONALS, "no"))
    decisions.close(workspace, act("Mair"), vote, "Mae pawb wedi pleidleisio")
    for route in aftermath.ROUTES:
        aftermath.take_route(workspace, act("Eira"), vote, route, "Siaradon ni")
    aftermath.state_minority(workspace, act("Rhys"), vote, "Does dim digon ohonon ni")
