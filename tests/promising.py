"""What tests of commitments and declines begin with."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from aggregates.charter import Charter, charter_id
from tests.gathering import QUESTION, Gathering
from workspace import commitments, decisions, ideas, proposals
from workspace.commitments import Taker
from workspace.story.telling import both

WHAT = both("Neges erbyn pedwar", "A message by four")
MINE = Taker("none", both("Desg rota", "Rota desk"), is_own=True)
THEIRS = Taker("professional", both("Desg rota", "Rota desk"))


def day(group: Gathering, days: int) -> date:
    return (group.workspace.now() + timedelta(days=days)).date()


def promise(group: Gathering, by: str = "Rhys", taker: Taker = MINE, *, days: int = 20, ago: int = 0, **source: Any) -> UUID:
    """Made so many days ago, due so many days from now."""
    happened_at = group.workspace.now() - timedelta(days=ago) if ago else None
    return commitments.make(group.workspace, group.act(by, happened_at=happened_at), WHAT, taker, day(group, days), **source).id


def agreed(group: Gathering) -> tuple[UUID, UUID, UUID]:
    """Eira's idea, the proposal that Amina drafted from it, and the decision that agreed to it."""
    group.adopt_charter()
    idea = ideas.post(group.workspace, group.act("Eira"), "Dywedwch wrtha i pwy sy’n dod").id
    proposal = proposals.draft(group.workspace, group.act("Amina"), both("Clywed", "Hear"), both("Cyn pedwar", "By four"), both("Testun", "Text"), [idea]).id
    return idea, proposal, group.agree(proposal=proposal, version=1)


def let_decline(group: Gathering, days: int = 21) -> None:
    """The charter lets commissioners decline to act from now on."""
    group.adopt_charter()
    charter = group.workspace.load(Charter, charter_id(group.project))
    sections = group.workspace.events_of([charter.id])[0][1].sections
    charter.redraft(group.act("Mair"), charter.drafted, sections, charter.rule.to_dict(), "anybody", {"decline_days": days})
    group.workspace.commit(charter)
    decision = decisions.open_adoption(group.workspace, group.act("Mair"), QUESTION, group.in_(1), charter.drafted).id
    group.vote(decision, dict.fromkeys((*group.citizens, *group.professionals), "yes"))
    decisions.close(group.workspace, group.act("Mair"), decision, "Pawb wedi pleidleisio")
