"""Slips: the code that goes with what somebody wrote down for a person, and who may act with it."""

from datetime import timedelta
from uuid import UUID

from aggregates.base import Act
from aggregates.errors import NoSuchCode, NotFound, NotYours, TooManyUnconfirmed
from aggregates.member import Member
from aggregates.slip import Slip as Slip
from aggregates.slip import slip_id as slip_id

from . import members, memberships
from .application import Receipt, Workspace
from .limits import Limit, hold_to
from .tokens import code_for, plain, sealed

MOST_WAITING = 30
"""So much of what one recorder wrote down may wait to be confirmed: a room in which many would rather say it, and no whole electorate."""

GUESSES = Limit("slip", 20, timedelta(minutes=15))


def given(workspace: Workspace, by: Act, subject: UUID, what: str, words: UUID | None = None) -> tuple[Slip, memberships.Also]:
    """A slip for what this act writes down, and what is kept of its code: to be committed with it."""
    slip = Slip.give(by, subject, what, words, by.author)
    code = sealed(workspace.settings.secret, "slip", plain(code_of(workspace, slip.id)))
    return slip, [("insert into slip_codes (code_hash, slip, project, writer) values (%s, %s, %s, %s)", (code, slip.id, by.project, by.member))]


def beside(workspace: Workspace, by: Act, subject: UUID, what: str, words: UUID | None = None) -> tuple[list[Slip], memberships.Also]:
    """The slip that goes with an act for somebody else; none with an act of one's own. Refused: TooManyUnconfirmed."""
    if by.voice is None:
        return [], []
    _must_be_looked_at(workspace, by)
    slip, also = given(workspace, by, subject, what, words)
    return [slip], also


def slip_of(workspace: Workspace, receipt: Receipt) -> UUID:
    """The slip that was committed with an act: it is the last of what was."""
    with workspace.reading() as db:
        row = db.execute("select originator_id from public.stored_events where notification_id = %s", (receipt.position,)).fetchone()
    if row is None:
        raise NotFound
    return UUID(str(row[0]))


def code_of(workspace: Workspace, slip: UUID) -> str:
    """Ten unmistakable signs, always the same for a slip, so that it can be printed again; without the server's key nobody can tell them."""
    return code_for(workspace.settings.secret, f"slip {slip.hex}")


def behind(workspace: Workspace, typed: str, network: str) -> Slip:
    """The slip behind a code, however it was typed. Guessing is counted by where it comes from. Refused: NoSuchCode, TooOften."""
    with workspace.reading() as db:
        row = db.execute("select slip from slip_codes where code_hash = %s", (sealed(workspace.settings.secret, "slip", plain(typed)),)).fetchone()
        if row is None:
            hold_to(db, workspace.settings.secret, GUESSES, network)
            raise NoSuchCode
    return workspace.load(Slip, row[0])


def load(workspace: Workspace, by: Act, slip: UUID) -> Slip:
    return members.in_project(workspace.load(Slip, slip), by)


def may_act_with(workspace: Workspace, slip: Slip, account: UUID | None) -> bool:
    """Whoever has the code; once its voice has claimed it, only their account."""
    if not slip.is_claimed:
        return True
    with workspace.reading() as db:
        owner = memberships.account_of(db, slip.voice)
    return owner is not None and owner == account


def act_with(workspace: Workspace, slip: Slip, *, account: UUID | None, command: UUID, language: str) -> Act:
    """An act of the voice, who has the code in their hand. Refused: NotYours."""
    if not may_act_with(workspace, slip, account):
        raise NotYours
    now = workspace.now()
    return Act(slip.project, slip.voice, workspace.load(Member, slip.voice).side, "web", command, now, now, language=language)


def settled(workspace: Workspace, by: Act, thing: UUID) -> list[Slip]:
    """The slip of a thing whose voice now says it otherwise by themselves: there is nothing to confirm any more, and the code is of no more use."""
    slip = workspace.find(Slip, slip_id(thing))
    if slip is None or by.voice is not None or by.author != slip.voice or slip.is_withdrawn:
        return []
    slip.correct(by, slip.words)
    slip.claim(by)
    return [slip]


def taken_back(workspace: Workspace, by: Act, thing: UUID) -> list[Slip]:
    """The slip of a thing that its voice takes back by themselves: it is withdrawn with it."""
    slip = workspace.find(Slip, slip_id(thing))
    if slip is None or by.author != slip.voice or slip.is_withdrawn:
        return []
    slip.withdraw(by)
    return [slip]


def handed_on(workspace: Workspace, by: Act, before: UUID, thing: UUID, what: str, words: UUID) -> tuple[list[Slip], memberships.Also]:
    """The slip of a thing that is made of what somebody said before: confirmed, unless that still waits for them."""
    if by.voice is None:
        return [], []
    slip, also = given(workspace, by, thing, what, words)
    was = workspace.find(Slip, slip_id(before))
    if not (was and was.is_waiting):
        slip.confirm(by)
    return [slip], also


def _must_be_looked_at(workspace: Workspace, by: Act) -> None:
    """Refused: TooManyUnconfirmed, where MOST_WAITING of the last things that this recorder wrote down still wait for whose words they are."""
    with workspace.reading() as db:
        asked = "select slip from slip_codes where writer = %s and project = %s order by given_at desc limit %s"
        last = [row[0] for row in db.execute(asked, (by.member, by.project, 2 * MOST_WAITING))]
    waiting = sum(slip.is_waiting for slip in workspace.find_all(Slip, last).values()) if len(last) >= MOST_WAITING else 0
    if waiting >= MOST_WAITING:
        raise TooManyUnconfirmed(count=waiting)
