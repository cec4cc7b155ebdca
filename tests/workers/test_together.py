"""What waits for one person goes as one mail, at the hour they chose. A real SMTP server takes it."""

import threading
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from projections.outbox.ideas import IDEA_ANSWERED
from tests.workers.evening import QUESTION, Evening, email
from tests.workers.post_office import PostOffice, hypertext, plain
from workers import occasions, relay
from workers.mail import Post
from workers.projector import bring_to_head
from workspace import decisions, ideas, proposals, reaching
from workspace.application import Workspace

BOTH = {"cy": "Cynnig", "en": "Proposal"}


@pytest.fixture
def evening(workspace: Workspace) -> Evening:
    bring_to_head(workspace)  # the outbox is born before anything happens
    told = Evening(workspace)
    for name in ("Eira", "Tomos", "Amina", "Rhys"):
        reaching.choose_hours(workspace, told.accounts[name], None, 1)
    return told


def post(workspace: Workspace, office: PostOffice, *, wait: timedelta = timedelta(minutes=10)) -> None:
    """Project, let time pass, and send what is due."""
    bring_to_head(workspace)
    with psycopg.connect(workspace.settings.database_url, autocommit=True) as db:
        relay.arrange(db)
        db.execute("update outbox set due_at = due_at - %(wait)s, next_at = next_at - %(wait)s where sent_at is null", {"wait": wait})
        handed: list[UUID] = []
        relay.step(db, handed.append)
    for row in handed:
        Post(replace(workspace.settings, smtp_url=office.url), workspace.pool).deliver(str(row))


def answer(evening: Evening, words: str, by: str = "Tomos") -> UUID:
    idea = ideas.post(evening.workspace, evening.act(by), words).id
    ideas.answer(evening.workspace, evening.act("Mair"), idea, f"Diolch: {words}")
    return idea


def subjects(office: PostOffice, name: str) -> list[str]:
    return [str(message["Subject"]) for message in office.to(email(name))]


def due(workspace: Workspace, name: str, evening: Evening) -> list[datetime]:
    with workspace.reading() as db:
        return [row[0] for row in db.execute("select due_at from outbox where recipient = %s order by due_at", (evening.member(name),)).fetchall()]


def test_what_comes_within_minutes_is_one_mail_thanks_first(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    decision = evening.adoption()
    answer(evening, "Ring before you come")
    post(workspace, office, wait=timedelta(minutes=9))
    assert office.taken == []
    post(workspace, office, wait=timedelta(minutes=2))
    assert subjects(office, "Tomos") == ["Your idea was answered, and 1 more thing"]
    (message,) = office.to(email("Tomos"))
    text = plain(message)
    assert text.index("BECAUSE OF YOU") < text.index("Diolch: Ring before you come") < text.index("YOUR TURN") < text.index(f"/en/decisions/{decision}")
    assert "<h2" in hypertext(message)
    assert subjects(office, "Eira") == ["Eich tro chi i bleidleisio"]
    post(workspace, office)
    assert len(office.to(email("Tomos"))) == 1


def test_one_mail_about_several_projects_names_none_and_one_press_ends_all(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    answer(evening, "Ring before you come")
    first = evening.project
    evening.begin()
    answer(evening, "Soup on Fridays")
    post(workspace, office)
    (message,) = office.to(email("Tomos"))
    assert "Evening care" not in str(message["From"])
    assert "Ring before you come" in plain(message)
    assert "Soup on Fridays" in plain(message)
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    reaching.unsubscribe(workspace, str(message["List-Unsubscribe"]).strip("<>").rpartition("/")[2])
    assert mails(workspace, evening, "Tomos", first, evening.project) == ["nothing", "nothing"]


def test_what_was_done_meanwhile_is_not_asked_for_and_a_reminder_stands_for_what_it_reminds_of(
    workspace: Workspace, evening: Evening, office: PostOffice
) -> None:
    decision = evening.adoption()
    bring_to_head(workspace)
    evening.vote(decision, "Tomos")
    remind(workspace, "Amina", evening)
    post(workspace, office)
    assert subjects(office, "Tomos") == []
    assert subjects(office, "Amina") == ["A vote closes soon"]


def test_quiet_hours_are_kept_and_chosen_anew(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    now = workspace.now()
    begin, end = time((now.hour - 3) % 24), time((now.hour + 3) % 24)
    reaching.choose_hours(workspace, evening.accounts["Tomos"], (begin, end), 1)
    answer(evening, "Ring before you come")
    post(workspace, office, wait=timedelta(minutes=30))
    assert office.taken == []
    assert due(workspace, "Tomos", evening)[0] > now + timedelta(hours=1)
    reaching.choose_hours(workspace, evening.accounts["Tomos"], None, 1)
    post(workspace, office)
    assert subjects(office, "Tomos") == ["Your idea was answered"]


def test_one_mail_a_week_can_be_answered_not_yet_and_asks_again(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    reaching.choose_mails(workspace, evening.accounts["Tomos"], evening.project, "weekly")
    decision = evening.adoption(timedelta(days=30))
    answer(evening, "Ring before you come")
    post(workspace, office)
    assert subjects(office, "Tomos") == []
    post(workspace, office, wait=timedelta(days=8))
    (message,) = office.to(email("Tomos"))
    link = plain(message).partition("Not yet: http://testserver.local/en/not-yet/")[2].split()[0]
    for _ in range(2):
        reaching.put_off(workspace, link)
    post(workspace, office, wait=timedelta(days=8))
    again = office.to(email("Tomos"))[1]
    assert again["Subject"] == "Your turn to vote"
    assert again["Message-ID"] != message["Message-ID"]
    reaching.put_off(workspace, link)
    bring_to_head(workspace)
    evening.vote(decision, "Tomos")
    post(workspace, office, wait=timedelta(days=8))
    assert len(office.to(email("Tomos"))) == 2


def test_a_mail_server_that_is_away_gets_the_same_mail_later(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    evening.adoption()
    answer(evening, "Ring before you come")
    office.answer = "451 later"
    post(workspace, office)
    office.answer = "250 taken"
    post(workspace, office)
    assert subjects(office, "Tomos") == ["Your idea was answered, and 1 more thing"]


def test_one_fact_that_cannot_be_told_keeps_no_others_back(workspace: Workspace, evening: Evening, office: PostOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(*_: Any) -> None:
        raise KeyError("idea")

    monkeypatch.setitem(occasions.SAYS, IDEA_ANSWERED, cannot)
    evening.adoption()
    answer(evening, "Ring before you come")
    post(workspace, office)
    assert subjects(office, "Tomos") == []
    post(workspace, office)
    assert subjects(office, "Tomos") == ["Your turn to vote"]
    with workspace.reading() as db:
        assert db.execute("select occasion, error from outbox where sent_at is null and tries > 1").fetchall() == [(IDEA_ANSWERED, "KeyError")]


def test_actors_that_begin_at_the_same_moment_make_one_mail(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    for words in ("One", "Two", "Three", "Four"):
        answer(evening, words)
    bring_to_head(workspace)
    with psycopg.connect(workspace.settings.database_url, autocommit=True) as db:
        relay.arrange(db)
        db.execute("update outbox set due_at = created_at, next_at = created_at where sent_at is null")
        handed: list[UUID] = []
        relay.step(db, handed.append)
    sending = Post(replace(workspace.settings, smtp_url=office.url), workspace.pool)
    threads = [threading.Thread(target=sending.deliver, args=(str(row),)) for row in handed]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert subjects(office, "Tomos") == ["Your idea was answered, and 3 more things"]


def test_a_result_and_an_answer_before_it_come_in_the_order_in_which_they_happened(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    decision = evening.adoption()
    for name in ("Eira", "Tomos", "Amina", "Rhys"):
        evening.vote(decision, name)
    decisions.close(workspace, evening.act("Mair"), decision, "Pawb wedi pleidleisio")
    answer(evening, "Soup on Fridays", "Rhys")
    post(workspace, office)
    assert subjects(office, "Rhys") == ["Cafodd eich syniad ymateb, ac 1 peth arall / Your idea was answered, and 1 more thing"]
    assert "NEWYDD" in plain(office.to(email("Rhys"))[0])


def test_those_whose_words_led_to_a_vote_are_thanked_with_its_result(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    closes_at = evening.agree()
    idea = ideas.post(workspace, evening.act("Tomos"), "Ring before you come").id
    proposal = proposals.draft(workspace, evening.act("Eira"), BOTH, BOTH, BOTH, [idea]).id
    decision = decisions.open(workspace, evening.act("Mair"), QUESTION, closes_at, proposal=proposal, version=1).id
    post(workspace, office)
    office.taken.clear()
    evening.vote(decision, "Amina")
    decisions.close(workspace, evening.act("Mair"), decision, "Digon am heddiw")
    post(workspace, office)
    assert "What you wrote led to a vote" in plain(office.to(email("Tomos"))[0])
    assert "Thank you: without you" in plain(office.to(email("Tomos"))[0])
    assert "Diolch: heboch chi" in plain(office.to(email("Eira"))[0])
    assert "Thank you to everybody who took part" in plain(office.to(email("Amina"))[0])


def test_a_mail_can_be_answered_by_a_tap_that_opens_the_ballot_filled_in(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    decision = evening.adoption()
    post(workspace, office)
    (message,) = office.to(email("Tomos"))
    assert f"For: http://testserver.local/en/decisions/{decision}?choice=yes" in plain(message)
    assert f'/en/decisions/{decision}?choice=no"' in hypertext(message)
    (message,) = office.to(email("Eira"))
    assert f"Ymatal: http://testserver.local/cy/penderfyniadau/{decision}?choice=abstain" in plain(message)


def test_consent_is_answered_in_its_own_words(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    decision = evening.consent()
    post(workspace, office)
    (message,) = office.to(email("Tomos"))
    assert f"I stand aside: http://testserver.local/en/decisions/{decision}?choice=stand%20aside" in plain(message)
    assert "For: " not in plain(message).partition("I stand aside")[2]


def mails(workspace: Workspace, evening: Evening, name: str, *projects: UUID) -> list[str]:
    with workspace.reading() as db:
        sql = "select mails from memberships where account = %s and project = any(%s)"
        return [row[0] for row in db.execute(sql, (evening.accounts[name], list(projects))).fetchall()]


def remind(workspace: Workspace, name: str, evening: Evening) -> None:
    """As the clock does, the day before a vote closes."""
    with workspace.pool.connection() as db:
        db.execute(
            "insert into outbox (id, occasion, recipient, project, refs, created_at) "
            "select gen_random_uuid(), 'closes tomorrow', recipient, project, refs, clock_timestamp() from outbox where recipient = %s",
            (evening.member(name),),
        )
