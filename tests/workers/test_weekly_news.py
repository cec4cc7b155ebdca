"""One mail a week says what is new in a project too: in a few words, once, and not where nothing is."""

from datetime import timedelta

import psycopg

from tests.workers.evening import Evening, email
from tests.workers.post_office import PostOffice, deliver, plain
from workers import clock
from workers.projector import bring_to_head
from workers.relay import arrange
from workspace import ideas, projects, proposals, reaching
from workspace.application import Workspace

BOTH = {"cy": "Galw cyn pedwar", "en": "Ring before four"}


def weekly(workspace: Workspace, evening: Evening, name: str = "Tomos") -> None:
    reaching.choose_mails(workspace, evening.accounts[name], evening.project, "weekly")


def sent(workspace: Workspace, evening: Evening, office: PostOffice, name: str = "Tomos") -> list[str]:
    """What this person gets once the clock has gathered what is new."""
    bring_to_head(workspace)
    for _ in range(2):
        clock.gather_news(workspace)
    office.taken.clear()
    deliver(workspace, office)
    return [" ".join(plain(message).split()) for message in office.to(email(name))]


def test_what_others_said_and_proposed_is_told_once_with_a_few_titles(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    weekly(workspace, evening)
    for words, name in (("Soup", "Eira"), ("A lamp", "Rhys"), ("Mine", "Tomos")):
        ideas.post(workspace, evening.act(name), words)
    proposals.draft(workspace, evening.act("Amina"), BOTH, BOTH, BOTH, [])
    (letter,) = sent(workspace, evening, office)
    for words in ("2 new ideas.", "1 new proposal.", "Ring before four", f"/en/projects/{evening.project}", "No more mail about this project"):
        assert words in letter
    assert "vote" not in letter
    assert sent(workspace, evening, office) == []


def test_a_vote_is_told_to_whoever_is_not_on_its_list_and_by_itself_to_whoever_is(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    evening.adoption()
    deliver(workspace, office)
    weekly(workspace, evening, "Mair")
    weekly(workspace, evening)
    assert sent(workspace, evening, office) == []
    assert "Agorwyd 1 bleidlais." in " ".join(plain(office.to(email("Mair"))[0]).split())


def test_nothing_is_sent_where_nothing_is_new_or_it_is_old(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    weekly(workspace, evening)
    ideas.post(workspace, evening.act("Eira", happened_at=workspace.now() - timedelta(days=8)), "Soup")
    assert sent(workspace, evening, office) == []


def test_whoever_has_all_mail_as_it_comes_gets_no_such_mail(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    ideas.post(workspace, evening.act("Eira"), "Soup")
    assert sent(workspace, evening, office) == []
    weekly(workspace, evening)
    bring_to_head(workspace)
    clock.gather_news(workspace)
    reaching.choose_mails(workspace, evening.accounts["Tomos"], evening.project, "everything")
    assert sent(workspace, evening, office) == []


def test_of_a_sensitive_project_it_gives_nothing_away(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    projects.show_to(workspace, evening.act("Mair"), "sensitive", "Somebody must not know")
    weekly(workspace, evening)
    proposals.draft(workspace, evening.act("Amina"), BOTH, BOTH, BOTH, [])
    (letter,) = sent(workspace, evening, office)
    assert "There is something for you in Pleth." in letter
    assert [words for words in ("Ring", "proposal", "Evening care") if words in letter] == []


def test_it_waits_for_the_day_of_the_weekly_mail(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    weekly(workspace, evening)
    clock.gather_news(workspace)
    with psycopg.connect(workspace.settings.database_url, autocommit=True) as db:
        arrange(db)
        ((due_at, now),) = db.execute("select due_at, clock_timestamp() from outbox where occasion = 'new here'").fetchall()
    assert now < due_at <= now + timedelta(days=7)
