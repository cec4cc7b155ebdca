"""Words that were reported, and appeals, in the first project."""

from uuid import UUID

from aggregates.idea import Idea
from workspace import appeals, ideas, members, reports, words
from workspace.story import Telling
from workspace.words import Place


def live(telling: Telling) -> None:
    workspace = telling.workspace
    with workspace.reading() as db:
        first = "select project from memberships where account = %s order by created_at limit 1"
        (project,) = db.execute(first, (telling.accounts["Eira"],)).fetchone() or (None,)
    assert project is not None

    def act(who: str) -> members.Act:
        return telling.act(who, project, 1)

    def idea(said: str) -> tuple[UUID, Place]:
        made = ideas.post(workspace, act("Eira"), said).id
        return workspace.load(Idea, made).words.id, Place("idea", made)

    for said, upheld in (("Mae’r fan yn drewi", True), ("Mae rhywun yn hwyr bob nos", False)):
        text, place = idea(said)
        reports.report(workspace, act("Rhys"), text, place, "Mae’n angharedig")
        words.hide(workspace, act("Mair"), text, place, "Mae’n brifo rhywun")
        appeals.appeal(workspace, act("Eira"), text, "Dyna’r gwir")
        appeals.answer(workspace, act("Siôn"), text, "Edrychais i eto", upheld=upheld)
    text, place = idea("Mae’r te’n oer")
    for _ in range(2):
        reports.report(workspace, act("Rhys"), text, place, "Nid yw’n wir")
    reports.answer(workspace, act("Siôn"), text, "Mae hawl dweud hynny")
