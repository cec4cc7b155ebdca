"""The ticker: what is due by the database's clock becomes a command. One process ticks, the others stand by; what fell due while nobody did is done late."""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID, uuid5

import structlog
from psycopg import Connection, connect
from psycopg.types.json import Jsonb

from projections import agendas, board, commitments
from projections import minutes as minutes_of
from projections.deadlines import Reminder, is_there, to_close, to_count, to_remind
from projections.outbox.commitments import COMMITMENT_DUE
from projections.outbox.decisions import CLOSES_TOMORROW
from projections.outbox.ideas import ANSWER_OWED
from projections.outbox.news import NEW_HERE
from projections.outbox.telling import entry
from workspace import calls, decisions, devices, guests, limits, minutes, needs, notes, proceedings, screens, sign_in, worries
from workspace.application import Workspace
from workspace.hours import next_weekly
from workspace.members import NETWORK

TICK = 1.0
HOUR = 3600

REMIND = """
insert into outbox (id, occasion, recipient, project, refs, created_at) values (%s, %s, %s, %s, %s, clock_timestamp()) on conflict do nothing
"""

WEEKLY = """
select m.member, m.project, a.weekly_on from memberships m join accounts a on a.id = m.account where m.mails = 'weekly' and m.project <> %s order by m.member
"""

log = structlog.get_logger("clock")


def tick(workspace: Workspace) -> None:
    """Close what is due, count what is closed, remind whose turn it still is. Everything here is safe to repeat."""
    with workspace.reading() as db:
        if not is_there(db):
            return
        due, uncounted, reminders = to_close(db), to_count(db), to_remind(db)
        promised = commitments.to_remind(db) if commitments.is_there(db) else []
        owed = board.to_remind(db) if board.is_there(db) else []
    _mind_sessions(workspace)
    for decision, _ in due:
        _attempt("close", decision, partial(decisions.close_when_due, workspace))
    for decision, _ in uncounted:
        _attempt("count", decision, partial(decisions.count, workspace))
    for reminder in reminders:
        remind(workspace, reminder)
    for kept in promised:
        remind_keepers(workspace, kept)
    for answer in owed:
        remind_of_answer(workspace, answer)


def _mind_sessions(workspace: Workspace) -> None:
    """End what nobody ended, draft minutes as soon as a session is over, seal those that had their week."""
    with workspace.reading() as db:
        if not minutes_of.is_there(db):
            return
        due = {"end": agendas.forgotten(db, proceedings.GRACE), "draft": minutes_of.to_draft(db), "seal": minutes_of.to_seal(db)}
    acts = {"end": proceedings.end_forgotten, "draft": minutes.draft, "seal": minutes.seal}
    for what, sessions in due.items():
        for session in sessions:
            _attempt(what, session, partial(acts[what], workspace))


def remind(workspace: Workspace, reminder: Reminder) -> None:
    """Write a row of the outbox for everybody who has not voted, once for each decision."""
    question, closes_at = [text.hex for text in reminder.question], reminder.closes_at.isoformat()
    refs = {"decision": reminder.decision.hex, "question": question, "closes_at": closes_at, "method": reminder.method}
    with workspace.pool.connection() as db, db.transaction():
        if not db.execute("insert into reminded (decision) values (%s) on conflict do nothing", (reminder.decision,)).rowcount:
            return
        for member in reminder.members:
            row = entry(reminder.position, member, CLOSES_TOMORROW)
            db.execute(REMIND, (row, CLOSES_TOMORROW, member, reminder.project, Jsonb(refs)))


def remind_keepers(workspace: Workspace, kept: commitments.Reminder) -> None:
    """Privately, once for each day that a commitment is due on, before anybody can call it late."""
    refs = {"commitment": kept.commitment.hex, "words": [text.hex for text in kept.what], "due_on": kept.due_on.isoformat()}
    with workspace.pool.connection() as db, db.transaction():
        once = "insert into reminded_commitments (commitment, due_on) values (%s, %s) on conflict do nothing"
        if not db.execute(once, (kept.commitment, kept.due_on)).rowcount:
            return
        for member in kept.members:
            row = entry(kept.position, member, f"{COMMITMENT_DUE} {kept.due_on}")
            db.execute(REMIND, (row, COMMITMENT_DUE, member, kept.project, Jsonb(refs)))


def remind_of_answer(workspace: Workspace, owed: board.Owed) -> None:
    """Once for each time that somebody was asked, a week later; after that nothing more is said."""
    until_on = owed.until_on.isoformat()
    refs = {"idea": owed.idea.hex, "words": [owed.words.hex], "by": owed.asked_by.hex, "until_on": until_on}
    with workspace.pool.connection() as db, db.transaction():
        once = "insert into reminded_answers (idea, member, position) values (%s, %s, %s) on conflict do nothing"
        if db.execute(once, (owed.idea, owed.member, owed.position)).rowcount:
            row = entry(owed.position, owed.member, ANSWER_OWED)
            db.execute(REMIND, (row, ANSWER_OWED, owed.member, owed.project, Jsonb(refs)))


def gather_news(workspace: Workspace) -> None:
    """A row of the outbox for what is new in each project of whoever has one mail a week, once for each week; where nothing is, it is not sent."""
    with workspace.pool.connection() as db, db.transaction():
        now = workspace.now()
        for member, project, weekly_on in db.execute(WEEKLY, (NETWORK,)).fetchall():
            year, week, _ = next_weekly(now, weekly_on).isocalendar()
            db.execute(REMIND, (uuid5(member, f"{NEW_HERE} {year} {week}"), NEW_HERE, member, project, Jsonb({})))


def forget_old(workspace: Workspace) -> None:
    """What personal data is no longer needed goes."""
    with workspace.pool.connection() as db:
        for forgetful in (sign_in, devices, limits, calls, worries, guests, needs, notes, screens):
            forgetful.forget_old(db)
        db.execute("delete from mails where sent_at < clock_timestamp() - interval '35 days'")


def run(workspace: Workspace, stop: threading.Event) -> None:
    delay = 0.5
    while not stop.is_set():
        try:
            with connect(workspace.settings.database_url, autocommit=True, application_name="pleth clock") as db:
                if _leads(db):
                    _follow(workspace, db, stop)
            delay = 0.5
            stop.wait(TICK)
        except Exception:
            log.exception("clock interrupted", retry_in=delay)
            stop.wait(delay)
            delay = min(delay * 2, 10.0)


def _follow(workspace: Workspace, db: Connection[Any], stop: threading.Event) -> None:
    """Tick for as long as the connection that holds the lock lives."""
    ticks = 0
    while not stop.is_set():
        db.execute("select 1")
        tick(workspace)
        if ticks % HOUR == 0:
            forget_old(workspace)
            gather_news(workspace)
        ticks += 1
        stop.wait(TICK)


def _leads(db: Connection[Any]) -> bool:
    return db.execute("select pg_try_advisory_lock(hashtext('pleth clock'))").fetchone() == (True,)


def _attempt(what: str, decision: UUID, do: Callable[[UUID], object]) -> None:
    """One decision that fails must not keep the others open; it is tried again at the next tick."""
    try:
        do(decision)
    except Exception:
        log.exception("clock could not act", what=what, decision=decision.hex)
