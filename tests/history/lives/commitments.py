"""Commitments and a decline to act, in the first project."""

from datetime import timedelta
from uuid import UUID

from aggregates.charter import Charter, charter_id
from aggregates.decision import Decision
from workspace import commitments, decisions, declines, ideas, members
from workspace.commitments import Taker
from workspace.decisions import Question
from workspace.story import Telling
from workspace.story.telling import both


def live(telling: Telling) -> None:
    workspace = telling.workspace
    with workspace.reading() as db:
        first = "select project from memberships where account = %s order by created_at limit 1"
        (project,) = db.execute(first, (telling.accounts["Eira"],)).fetchone() or (None,)
    assert project is not None
    day = (workspace.now() + timedelta(days=20)).date()

    def act(who: str) -> members.Act:
        return telling.act(who, project, 1)

    def promise(idea: UUID) -> UUID:
        return commitments.make(workspace, act("Rhys"), both("Lamp wrth y drws", "A lamp at the door"), mine, day, idea=idea).id

    mine = Taker("none", both("Desg rota", "Rota desk"), is_own=True, is_named=True)
    idea = ideas.post(workspace, act("Eira"), "Golau wrth y drws").id
    kept, left = promise(idea), promise(idea)
    commitments.report(workspace, act("Rhys"), kept, "Mae’r lamp wedi’i harchebu")
    commitments.move_due(workspace, act("Rhys"), kept, day + timedelta(days=7), "Mae’r siop yn aros amdani")
    commitments.hand_over(workspace, act("Carys"), kept, mine, "Mae Rhys ar wyliau")
    commitments.finish(workspace, act("Carys"), kept, "Mae’n goleuo’r stepen")
    commitments.judge(workspace, act("Eira"), kept, is_better=True, text="Dw i’n gweld y stepen")
    commitments.judge(workspace, act("Eira"), kept, is_better=False)
    commitments.give_up(workspace, act("Rhys"), left, "Does dim trydan yno")
    _decline(telling, project)


def _decline(telling: Telling, project: UUID) -> None:
    """Under a charter that lets commissioners decline, which the group adopts first."""
    workspace, act = telling.workspace, telling.act
    charter = workspace.load(Charter, charter_id(project))
    drafted = workspace.events_of([charter.id])[0][1]
    charter.redraft(act("Mair", project, 1), charter.drafted, drafted.sections, charter.rule.to_dict(), "anybody", {"decline_days": 21})
    workspace.commit(charter)
    version = charter.drafted
    question = Question(both("Ie?", "Yes?"), both("Ie", "Yes"), both("Na", "No"), {})
    for adopts in (version, None):
        until = workspace.now() + timedelta(days=1)
        if adopts is None:
            decision = decisions.open(workspace, act("Mair", project, 0), question, until).id
        else:
            decision = decisions.open_adoption(workspace, act("Mair", project, 0), question, until, adopts).id
        roll = workspace.load(Decision, decision).roll
        for name, account in telling.accounts.items():
            member = members.membership(workspace, account, project)
            if member and member.hex in roll:
                decisions.vote(workspace, act(name, project, 0), decision, "yes", "", 0)
        decisions.close(workspace, act("Mair", project, 0), decision, "Pawb wedi pleidleisio")
    talk_on = (workspace.now() + timedelta(days=10)).date()
    declines.declare(workspace, act("Helen", project, 0), decision, "Mae’r arian wedi mynd", talk_on, both("Gofyn eto ym mis Ebrill", "Ask again in April"))
    declines.reply(workspace, act("Eira", project, 0), decision, "Dydyn ni ddim yn cytuno")
    declines.talk(workspace, act("Mair", project, 0), decision, "Siaradon ni am awr")
