"""Whoever owes an answer is reminded once, a week after they were asked, and then no more."""

from datetime import timedelta
from uuid import UUID

from tests.gathering import Gathering
from tests.promising import day
from tests.workers.post_office import PostOffice, deliver, plain
from workers import clock
from workers.projector import bring_to_head
from workspace import ideas
from workspace.story.cast import CAST

SUBJECT = "Rydyn ni’n dal i obeithio am eich ymateb"


def owed(group: Gathering, days: int) -> UUID:
    """An idea of Eira's, of which Beti asked Rhys for an answer so many days ago."""
    idea = ideas.post(group.workspace, group.act("Eira"), "Bws ar ddydd Sul").id
    ideas.ask_for_answer(
        group.workspace, group.act("Beti", happened_at=group.workspace.now() - timedelta(days=days)), idea, group.member("Rhys"), day(group, 3)
    )
    return idea


def reminders(group: Gathering, office: PostOffice) -> list[str]:
    """What the clock makes of it, and is sent."""
    bring_to_head(group.workspace)
    for _ in range(2):
        clock.tick(group.workspace)
    office.taken.clear()
    deliver(group.workspace, office)
    return [plain(message) for message in office.to(CAST["Rhys"].email) if message["Subject"] == SUBJECT]


def test_a_week_after_it_was_asked_and_once(group: Gathering, office: PostOffice) -> None:
    idea = owed(group, 7)
    (letter,) = reminders(group, office)
    for words in ("Bws ar ddydd Sul", "Gofynnodd Beti.", f"/{idea.hex}/", "Dyma’r unig nodyn atgoffa."):
        assert words in letter
    assert reminders(group, office) == []


def test_not_before_and_not_of_what_was_asked_long_ago(group: Gathering, office: PostOffice) -> None:
    for days in (6, 14):
        owed(group, days)
    assert reminders(group, office) == []


def test_not_of_what_was_answered_even_where_the_answer_came_before_the_mail_went(group: Gathering, office: PostOffice) -> None:
    answered, still = owed(group, 8), owed(group, 8)
    ideas.answer(group.workspace, group.act("Rhys"), answered, "Ie")
    bring_to_head(group.workspace)
    clock.tick(group.workspace)
    ideas.answer(group.workspace, group.act("Rhys"), still, "Ie")
    assert reminders(group, office) == []
