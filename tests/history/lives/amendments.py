"""Proposals that are talked over and amended."""

from uuid import UUID

from aggregates.amendment import Amendment
from aggregates.base import Act
from workspace import amendments, proposals
from workspace.story import Telling
from workspace.story.telling import both


def live(telling: Telling) -> None:
    workspace = telling.workspace
    with workspace.reading() as db:
        first = "select project from memberships where account = %s order by created_at limit 1"
        (project,) = db.execute(first, (telling.accounts["Eira"],)).fetchone() or (None,)
    assert project is not None

    def act(who: str) -> Act:
        return telling.act(who, project, 1)

    head, body = (both("Te am bedwar", "Tea at four"), both("Yn fyr", "In short")), {"cy": "Te am bedwar.\n\nCacen ar ddydd Sul.\n\nPawb wrth y bwrdd."}
    proposal = proposals.draft(workspace, act("Eira"), *head, body).id

    def suggest(who: str, paragraph: int, text: str) -> UUID:
        return amendments.suggest(workspace, act(who), proposal, 1, "cy", paragraph, text, "Gwell fel hyn").id

    def saw(amendment: UUID) -> int:
        return workspace.load(Amendment, amendment).version

    proposals.comment(workspace, act("Beti"), proposal, 1, "cy", 2, "Bara brith, os oes dewis")
    for kind in ("strength", "worry"):
        proposals.weigh(workspace, act("Rhys"), proposal, kind, "Mae pawb yn cwrdd")
    for part in ("cost", "access", "easy read"):
        proposals.write_part(workspace, act("Eira"), proposal, part, both("Dim", "None"))
    proposals.add_author(workspace, act("Eira"), proposal, act("Beti").member)
    tea, other_tea, cake, all_of_us = (
        suggest("Rhys", 1, "Te am bedwar bob dydd."),
        suggest("Tomos", 1, "Te a choffi am bedwar."),
        suggest("Tomos", 2, "Bara brith ar ddydd Sul."),
        suggest("Amina", 3, "Pawb wrth y bwrdd mawr."),
    )
    amendments.accept(workspace, act("Beti"), tea, saw(tea))
    amendments.still_mean(workspace, act("Tomos"), other_tea, saw(other_tea))
    amendments.reword(workspace, act("Tomos"), other_tea, 2, 1, "Te a choffi am bedwar bob dydd.", "I bawb")
    amendments.withdraw(workspace, act("Tomos"), other_tea)
    amendments.decline(workspace, act("Eira"), cake, "Dewis y cogydd")
    amendments.promote(workspace, act("Tomos"), cake, both("Bara brith", "Bara brith"), head[1], {"cy": "Bara brith ar ddydd Sul."})
    amendments.withdraw(workspace, act("Amina"), all_of_us)
    proposals.leave_authors(workspace, act("Beti"), proposal)
