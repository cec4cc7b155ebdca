"""Ideas, proposals, words, places, projects and votes."""

from aggregates.decision import Decision
from aggregates.idea import Idea
from workspace import decisions, ideas, members, projects, proposals, words
from workspace.story import Telling
from workspace.story.evening_care import DESCRIPTION


def live(telling: Telling) -> None:
    workspace = telling.workspace
    with workspace.reading() as db:
        first = "select project from memberships where account = %s order by created_at limit 1"
        (project,) = db.execute(first, (telling.accounts["Eira"],)).fetchone() or (None,)
        texts = [row[0] for row in db.execute("select id from texts where project = %s order by at limit 2", (project,))]
    assert project is not None

    def act(who: str, ago: int = 1) -> members.Act:
        return telling.act(who, project, ago)

    idea = telling.post("Nia", project, 3, "Dod â’r papur newydd", ["Eira"])
    ideas.take_back_support(workspace, act("Eira"), idea)
    ideas.set_aside(workspace, act("Nia"), idea, "Am y tro")
    ideas.take_up_again(workspace, act("Mair"), idea, "Gofynnodd rhywun eto")
    said = {"cy": "Papur newydd", "en": "A newspaper"}
    proposal = proposals.draft(workspace, act("Nia"), said, said, said, [idea]).id
    proposals.support(workspace, act("Eira"), proposal, 1)
    proposals.take_back_support(workspace, act("Eira"), proposal)
    proposals.withdraw(workspace, act("Nia"), proposal, "Mae’r siop yn dod ag e")
    for text in texts:
        words.hide(workspace, act("Mair"), text, words.Place("project", project), "Enw rhywun")
    words.show(workspace, act("Mair"), texts[0], "Cytunwyd")
    words.hide(workspace, act("Mair"), texts[0], words.Place("project", project), "Eto")
    words.erase(workspace, act("Mair"), texts[1], "names somebody")
    members.change_side(workspace, act("Ifan"), act("Ifan").member, "professional")
    members.give_task(workspace, act("Mair"), act("Nia").member, "commissioner")
    members.take_task(workspace, act("Mair"), act("Nia").member, "commissioner")
    members.remove(workspace, act("Mair"), act("Gwyn").member, "Wedi symud")
    members.leave(workspace, act("Delyth"))
    projects.describe(workspace, act("Mair"), DESCRIPTION)
    projects.show_to(workspace, act("Mair"), "members", "Am y tro")
    projects.open_stage(workspace, act("Mair"), "commission", "Mae’r arian wedi newid")
    with workspace.reading() as db:
        topic = "aggregates.decision:Decision.Opened"
        opened = [row[0] for row in db.execute("select originator_id from stored_events where topic = %s", (topic,))]
    found = workspace.find_all(Decision, opened).values()
    vote = next(decision.id for decision in found if decision.project == project and not decision.is_closed)
    decisions.vote(workspace, act("Beti"), vote, "abstain", "Dwi ddim yn siŵr", 1)
    decisions.withdraw_vote(workspace, act("Beti"), vote, 2)
    opinion = workspace.load(Idea, telling.post("Nia", project, 2, "Radio yn y gegin"))
    opinion.take_stance(act("Eira"), "agree")
    workspace.commit(opinion)
