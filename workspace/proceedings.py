"""What whoever leads a session does while it runs: doors, moves, what the screen shows, who leads. Everything that was chosen is counted as it is left."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from aggregates.attendance import Attendance, attendance_id
from aggregates.base import SIDES, Act
from aggregates.card import Card
from aggregates.errors import CodeIsDead, HasNotBegun, NotFound, SessionIsCancelled, SessionIsNotRunning
from aggregates.proceedings import Proceedings, proceedings_id
from aggregates.session import Session

from . import counts, decisions, members, memberships, minutes, opening, sessions
from .application import Receipt, Workspace, by_the_clock, command
from .opening import Question
from .tokens import plain, sealed

GRACE = timedelta(hours=2)
"""A session may go on for so long after its time; then its code is dead, whether or not somebody ended it."""


@command
def open_doors(workspace: Workspace, by: Act, session: UUID) -> Receipt:
    """People may come in by the code. Whoever opens leads. Refused: NotYours, SessionIsCancelled."""
    found = sessions.led(workspace, by, session)
    if found.is_cancelled:
        raise SessionIsCancelled
    going = Proceedings.open_doors(by, session)
    return workspace.commit(going, found, also=_code(workspace, by, found))


@command
def took_place(workspace: Workspace, by: Act, session: UUID) -> Receipt:
    """There was no network: nobody came in by the code, and the session is over. What came on paper is typed in from now on.
    Refused: NotYours, SessionIsCancelled, HasNotBegun."""
    found = sessions.led(workspace, by, session)
    if found.is_cancelled:
        raise SessionIsCancelled
    if by.happened_at < found.starts_at:
        raise HasNotBegun
    by = replace(by, channel="paper")
    going = Proceedings.open_doors(by, session)
    going.end(by, 0)
    return workspace.commit(going, found)


@command
def renew_code(workspace: Workspace, by: Act, session: UUID) -> Receipt:
    """The code that was given out is dead; whoever came by it stays."""
    found = sessions.led(workspace, by, session)
    going = running(workspace, by, session)
    found.renew_code(by)
    return workspace.commit(found, going, also=_code(workspace, by, found))


@command
def go_to(workspace: Workspace, by: Act, session: UUID, saw: int, block: UUID, step: str, options: Sequence[UUID] = ()) -> Receipt:
    """Lead everybody to a step of a block. `saw`: how many moves the page knew. `options`: cards to choose from by dots. What was being chosen before is
    counted. Refused: NotYours, SessionIsNotRunning, SomebodyMovedOn, NotThatStep, NotEnoughToChooseFrom, NotFound."""
    found, going = sessions.led(workspace, by, session), running(workspace, by, session)
    _must_be_cards(workspace, session, options)
    going.go_to(by, saw, block, found.block(block), step, options)
    receipt = workspace.commit(going)
    return _counted(workspace, session, receipt)


@command
def end(workspace: Workspace, by: Act, session: UUID, saw: int) -> Receipt:
    """Doors close and its codes are dead at once. Refused: NotYours, SomebodyMovedOn, SessionIsNotRunning."""
    sessions.led(workspace, by, session)
    going = running(workspace, by, session)
    return _ended(workspace, by, going, saw)


@command
def end_forgotten(workspace: Workspace, session: UUID) -> Receipt:
    """By the clock, when its time and more is over and nobody ended it. Safe to repeat."""
    found, going = workspace.load(Session, session), workspace.load(Proceedings, proceedings_id(session))
    by = by_the_clock(workspace, found.project, uuid5(session, "end"), session=session)
    if going.is_over or by.happened_at < found.ends_at + GRACE:
        return workspace.commit(going)
    return _ended(workspace, by, going, going.moves)


@command
def decide(
    workspace: Workspace,
    by: Act,
    session: UUID,
    question: Question,
    closes_at: datetime,
    *,
    proposal: UUID | None = None,
    version: int | None = None,
    way: str = "ballots",
    block: UUID | None = None,
) -> Receipt:
    """Put a question to everybody of the project and to the guests who were let in, as one electorate, under the charter's rule. `way`: one of WAYS; hands
    are not asked for consent, which is each one's own. `block`: once the session is over, the part in which the group decided on paper.
    Refused: NotYours, NotThatStep, MinutesAreSealed, and as for `opening.open`."""
    found, going, unsealed = minutes.open_record(workspace, by, session)
    charter, in_force = opening.charter_in_force(workspace, by, proposal)
    about = {"charter": in_force, "proposal": proposal, "version": version, "way": way}
    rule = charter.rule if way == "hands" else charter.rule_of_opening
    decision, words = opening.put(workspace, by, question, rule, closes_at, about, guests(workspace, by.project, session))
    if block is None:
        going.decide(by, decision.id)
    else:
        going.decide_on_paper(by, decision.id, block, found.block(block))
    return workspace.commit(decision, going, words=words, also=unsealed)


@command
def close(workspace: Workspace, by: Act, session: UUID, decision: UUID, reason: str) -> Receipt:
    """Close what the room was asked, with the reason, and count it: by whoever leads. Refused: NotYours, SessionIsNotRunning, NotFound, VotingIsOver."""
    if decision not in led(workspace, by, session).asked:
        raise NotFound
    return decisions.closed(workspace, by, decisions.load(workspace, by, decision), reason)


@command
def freeze(workspace: Workspace, by: Act, session: UUID, is_frozen: bool) -> Receipt:
    going = led(workspace, by, session)
    going.freeze(by, is_frozen)
    return workspace.commit(going)


@command
def blank(workspace: Workspace, by: Act, session: UUID, is_blank: bool) -> Receipt:
    going = led(workspace, by, session)
    going.blank(by, is_blank)
    return workspace.commit(going)


@command
def show_counts(workspace: Workspace, by: Act, session: UUID, is_shown: bool) -> Receipt:
    going = led(workspace, by, session)
    going.show_counts(by, is_shown)
    return workspace.commit(going)


@command
def hand_over(workspace: Workspace, by: Act, session: UUID, to: UUID) -> Receipt:
    """Somebody of the project leads from now on, and is a host if they were not. Refused: NotYours, NotFound."""
    found, going = sessions.led(workspace, by, session), running(workspace, by, session)
    members.load(workspace, by, to)
    found.give_role(by, to, "host")
    going.hand_over(by, to)
    return workspace.commit(going, found)


@command
def count_turns(workspace: Workspace, by: Act, session: UUID) -> Receipt:
    """Announce that it is noted which side speaks. Refused: NotYours, TurnsAreRefused."""
    going = led(workspace, by, session)
    going.count_turns(by)
    return workspace.commit(going)


@command
def note_turn(workspace: Workspace, by: Act, session: UUID, side: str) -> Receipt:
    going = led(workspace, by, session)
    going.note_turn(by, side)
    return workspace.commit(going)


def led(workspace: Workspace, by: Act, session: UUID) -> Proceedings:
    """How the session goes, if whoever acts may lead it. Refused: NotYours, SessionIsNotRunning."""
    sessions.led(workspace, by, session)
    return running(workspace, by, session)


def running(workspace: Workspace, by: Act, session: UUID) -> Proceedings:
    """Refused: SessionIsNotRunning, while its doors are shut and once it is over."""
    found = workspace.find(Proceedings, proceedings_id(session))
    if found is None or found.is_over:
        raise SessionIsNotRunning
    return members.in_project(found, by)


def behind_code(workspace: Workspace, typed: str) -> tuple[UUID, UUID]:
    """(session, project) of a code that works now, however it was typed. Refused: CodeIsDead."""
    asked = "select session, project from session_codes where code_hash = %s and until > clock_timestamp()"
    with workspace.reading() as db:
        row = db.execute(asked, (sealed(workspace.settings.secret, "session", plain(typed)),)).fetchone()
    if row is None:
        raise CodeIsDead
    return row[0], row[1]


def guests(workspace: Workspace, project: UUID, session: UUID) -> dict[str, str]:
    """Who came by the code and was let in, on a side: member (hex) -> side, read from the store."""
    with workspace.reading() as db:
        rows = db.execute("select member from memberships where project = %s and account is null", (project,)).fetchall()
    found = workspace.find_all(Attendance, [attendance_id(session, row[0]) for row in rows]).values()
    return {each.member.hex: each.side for each in found if each.is_let_in and each.side in SIDES}


def _code(workspace: Workspace, by: Act, session: Session) -> memberships.Also:
    """What is kept of its code, so that it works. Where another session has the same six letters, it gets its next ones."""
    code, others = _hash_of(workspace, session), "select from session_codes where code_hash = %s and session <> %s"
    with workspace.reading() as db:
        while db.execute(others, (code, session.id)).fetchone() is not None:
            session.renew_code(by)
            code = _hash_of(workspace, session)
    keep = (
        "insert into session_codes (code_hash, session, project, until, seats) values (%s, %s, %s, %s, %s) "
        "on conflict (session) do update set code_hash = excluded.code_hash, until = excluded.until"
    )
    return [(keep, (code, session.id, session.project, session.ends_at + GRACE, session.seats))]


def _hash_of(workspace: Workspace, session: Session) -> bytes:
    return sealed(workspace.settings.secret, "session", plain(sessions.code_of(workspace, session.id, session.code)))


def _ended(workspace: Workspace, by: Act, going: Proceedings, saw: int) -> Receipt:
    going.end(by, saw)
    dead = [(f"delete from {codes} where session = %s", (going.subject,)) for codes in ("session_codes", "session_screens")]
    receipt = workspace.commit(going, also=dead)
    return _counted(workspace, going.subject, receipt)


def _counted(workspace: Workspace, session: UUID, receipt: Receipt) -> Receipt:
    counted = counts.count_what_was_left(workspace, session)
    return Receipt(receipt.id, counted.position, receipt.already) if counted else receipt


def _must_be_cards(workspace: Workspace, session: UUID, options: Sequence[UUID]) -> None:
    cards = workspace.find_all(Card, options)
    if any(option not in cards or cards[option].subject != session or cards[option].state != "here" for option in options):
        raise NotFound
