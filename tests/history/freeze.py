"""`python -m tests.history.freeze NAME` writes the events of the demo story, as this code stores them, to NAME.jsonl: once for a release, never again."""

import json
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from aggregates.idea import Idea
from workspace import decisions, ideas, members, projects, proposals, story, words
from workspace.application import Workspace
from workspace.config import Settings
from workspace.embedded import database
from workspace.migrating import migrate
from workspace.story import Telling
from workspace.story.evening_care import DESCRIPTION

HERE = Path(__file__).parent


def freeze(name: str) -> int:
    with TemporaryDirectory() as folder, database(Settings.from_env(data=Path(folder)), quick=True) as url:
        migrate(url)
        with closing(Workspace(replace(Settings.from_env(data=Path(folder)), database_url=url))) as workspace:
            live_on(story.tell(workspace))
            rows = workspace.recorder.select_notifications(1, 100_000)
    lines = [json.dumps([row.id, str(row.originator_id), row.originator_version, row.topic, json.loads(row.state)], ensure_ascii=False) for row in rows]
    (HERE / f"{name}.jsonl").write_text("\n".join(lines) + "\n")
    return len(lines)


def live_on(telling: Telling) -> None:
    """What the story leaves out, so that every kind of event is there."""
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
        (vote,) = db.execute("select originator_id from stored_events where topic = %s order by notification_id desc limit 1", (topic,)).fetchone() or (None,)
    assert vote is not None
    decisions.vote(workspace, act("Beti"), vote, "abstain", "Dwi ddim yn siŵr", 1)
    decisions.withdraw_vote(workspace, act("Beti"), vote, 2)
    opinion = workspace.load(Idea, telling.post("Nia", project, 2, "Radio yn y gegin"))
    opinion.take_stance(act("Eira"), "agree")
    workspace.commit(opinion)


if __name__ == "__main__":
    print(freeze(sys.argv[1]), "events")
