"""Who is here: acts, places offered and claimed, sides and tasks, leaving. Authority is asked of the store, never of a read model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol, TypeVar
from uuid import UUID, uuid4

from aggregates.base import NETWORK as NETWORK
from aggregates.base import SIDES, Act, Channel
from aggregates.errors import MemberIsHere, NotAMember, NotFound, NotYours, NotYourTask, OnlyFacilitator, PlaceIsTaken, UnknownChoice
from aggregates.member import MEMBER_SIDES as MEMBER_SIDES
from aggregates.member import TASKS as TASKS
from aggregates.member import Member

from . import memberships
from .addresses import address
from .application import Receipt, Workspace, command
from .limits import Limit, hold_to
from .texts import write
from .tokens import code_for, token_for

LONGEST_NAME = 100
GUESSES = Limit("place", 20, timedelta(minutes=15))


class InProject(Protocol):
    project: UUID


T = TypeVar("T", bound=InProject)


@dataclass(frozen=True, slots=True)
class Offer:
    """A place that was offered. `secret` is what the link or the printed code carries; it is shown once and stored nowhere. Empty when it goes by mail."""

    receipt: Receipt
    secret: str = ""


def act(
    workspace: Workspace, account: UUID, project: UUID, *, command: UUID, language: str, channel: Channel = "web", happened_at: datetime | None = None
) -> Act:
    """An act of the person behind an account in a project (or the network), now by the database's clock. Only stories and imports say when it
    happened. Refused: NotAMember."""
    with workspace.reading() as db:
        now, stream = memberships.stream(db, account, project)
    found = workspace.replay(Member, stream)
    if found is None or found.state != "here":
        raise NotAMember
    return Act(project, found.id, found.side, channel, command, happened_at or now, now, language=language)


def membership(workspace: Workspace, account: UUID, project: UUID) -> UUID | None:
    with workspace.reading() as db:
        return memberships.membership(db, account, project)[0]


def project_of(workspace: Workspace, member: UUID) -> UUID:
    return workspace.load(Member, member).project


def must_have_task(workspace: Workspace, by: Act, *tasks: str) -> None:
    """Refused: NotYourTask, unless the acting member has one of these tasks."""
    if not set(tasks) & set(workspace.load(Member, by.member).tasks):
        raise NotYourTask(task=tasks[0])


def in_project(found: T, by: Act) -> T:
    """What was loaded, if it is of the act's project; what belongs to another does not exist here. Refused: NotFound."""
    if found.project != by.project:
        raise NotFound
    return found


def one_of(value: str, values: Sequence[str]) -> str:
    """Refused: UnknownChoice."""
    if value not in values:
        raise UnknownChoice(value=value)
    return value


def roll(workspace: Workspace, project: UUID) -> dict[str, str]:
    """Who may vote if a decision opened now: membership id (hex) -> side. Members who are here with an account and on a side, read from the store."""
    return {member.id.hex: member.side for member in _here(workspace, project) if member.side in SIDES}


def with_task(workspace: Workspace, project: UUID, task: str) -> list[UUID]:
    """Who is here with this task, read from the store."""
    return [member.id for member in _here(workspace, project) if task in member.tasks]


@command
def invite(
    workspace: Workspace, by: Act, *, side: str, tasks: Sequence[str] = (), email: str = "", name: str = "", way: str = "link", is_signed: bool = False
) -> Offer:
    """Keep a place for somebody. With an address they get a mail with a link of their own; `way` "link" or "code" answers with a secret to hand over;
    `is_signed`: and whoever opens that reads who made it. Refused: NotYourTask."""
    must_have_task(workspace, by, "facilitator")
    member = Member.invite(by, uuid4(), one_of(side, MEMBER_SIDES), [one_of(task, TASKS) for task in tasks])
    return offer(workspace, by, member, memberships.enrol(member.id, by.project, None, name[:LONGEST_NAME]), email, way, is_signed=is_signed)


@command
def offer_place(workspace: Workspace, by: Act, member: UUID, *, email: str = "", way: str = "link", is_signed: bool = False) -> Offer:
    """A (new) link or code for a place that nobody has taken: somebody who is on the record without an account, or who lost the first one."""
    must_have_task(workspace, by, "facilitator")
    return offer(workspace, by, load(workspace, by, member), [], email, way, is_signed=is_signed)


def look_at_place(workspace: Workspace, secret: str, network: str) -> memberships.Place:
    """The place behind a link or code; looking takes nothing. Guessing is counted by where it comes from. Refused: PlaceIsTaken, TooOften."""
    with workspace.reading() as db:
        try:
            return memberships.place(db, workspace.settings.secret, secret)
        except PlaceIsTaken:
            hold_to(db, workspace.settings.secret, GUESSES, network)
            raise


@command
def claim(workspace: Workspace, account: UUID, secret: str, *, command: UUID, language: str, name: str) -> Receipt:
    """Take the place behind a link or code: once, by one person. Whoever had left takes the new place; the old one stays on the record.
    Refused: PlaceIsTaken, MemberIsHere (this person has a place in the project)."""
    with workspace.reading() as db:
        place = memberships.place(db, workspace.settings.secret, secret)
    member, _, before = claiming(workspace, account, place.project, place.member, command=command, language=language)
    also = memberships.take_place(member.id, place.project, account, name[:LONGEST_NAME])
    return workspace.commit(member, *before, also=[*asked_no_longer(before), *also])


def claiming(workspace: Workspace, account: UUID, project: UUID, place: UUID, *, command: UUID, language: str) -> tuple[Member, Act, list[Member]]:
    """The member of a place as the person behind an account joins, the act, and the request of theirs that waits no longer. Refused: MemberIsHere
    (this person has a place in the project, or somebody has this one)."""
    with workspace.reading() as db:
        earlier, now = memberships.membership(db, account, project)
    before = workspace.load(Member, earlier) if earlier else None
    if before and before.state == "here":
        raise MemberIsHere
    member = workspace.load(Member, place)
    by = Act(project, member.id, member.side, "web", command, now, now, language=language)
    member.join(by)
    if before is None or before.state != "asking":
        return member, by, []
    before.ask_no_longer(replace(by, member=before.id))
    return member, by, [before]


def asked_no_longer(before: Sequence[Member]) -> memberships.Also:
    """What goes with a request of somebody who has come by another way."""
    return [statement for each in before for statement in memberships.never_here(each.id, each.project)]


@command
def change_side(workspace: Workspace, by: Act, member: UUID, side: str, is_both: bool | None = None) -> Receipt:
    """One's own side; a facilitator may mend anybody's. Open decisions keep the side that was frozen. `is_both`: whoever belongs to both groups says so
    of themselves, and is counted once. Refused: NotYourTask, NotYours, InNoGroup."""
    if member != by.member:
        must_have_task(workspace, by, "facilitator")
    found = load(workspace, by, member)
    found.change_side(by, one_of(side, MEMBER_SIDES))
    if is_both is not None:
        found.count_once(by, is_both)
    return workspace.commit(found)


@command
def give_task(workspace: Workspace, by: Act, member: UUID, task: str) -> Receipt:
    must_have_task(workspace, by, "facilitator")
    found = load(workspace, by, member)
    found.give_task(by, one_of(task, TASKS))
    return workspace.commit(found)


@command
def take_task(workspace: Workspace, by: Act, member: UUID, task: str) -> Receipt:
    """Refused: NotYourTask, OnlyFacilitator."""
    must_have_task(workspace, by, "facilitator")
    found = load(workspace, by, member)
    staying = _staying(workspace, by, found, is_going=False) if task == "facilitator" else []
    found.take_task(by, one_of(task, TASKS))
    return workspace.commit(found, *staying)


@command
def rename(workspace: Workspace, by: Act, name: str) -> None:
    """How one is called in this project: personal data, so it is in no event."""
    with workspace.reading() as db:
        for sql, params in memberships.rename(by.member, name[:LONGEST_NAME]):
            db.execute(sql, params)


@command
def leave(workspace: Workspace, by: Act) -> Receipt:
    """Go, for now or for good. What one did stays; rolls of open decisions stay as they were frozen. Refused: OnlyFacilitator."""
    found = load(workspace, by, by.member)
    staying = _staying(workspace, by, found)
    found.leave(by)
    return workspace.commit(found, *staying)


@command
def remove(workspace: Workspace, by: Act, member: UUID, reason: str) -> Receipt:
    """A facilitator's task, with a reason that everybody can read; never oneself."""
    must_have_task(workspace, by, "facilitator")
    if member == by.member:
        raise NotYours
    found = load(workspace, by, member)
    words, staying = write(reason, by), _staying(workspace, by, found)
    found.remove(by, words.reference)
    return workspace.commit(found, *staying, words=[words], also=memberships.withdraw_places(member))


def _here(workspace: Workspace, project: UUID) -> Iterator[Member]:
    """The members who are here with an account, in the order of their ids."""
    with workspace.reading() as db:
        ids = memberships.with_accounts(db, project)
    found = workspace.find_all(Member, ids)
    return (found[member] for member in ids if member in found and found[member].state == "here")


def _staying(workspace: Workspace, by: Act, going: Member, *, is_going: bool = True) -> list[Member]:
    """Who carries on where a facilitator goes, or ends the task and stays, to be committed with it. Refused: OnlyFacilitator. Without one nobody could
    invite, give a task or close a vote; whoever is alone may go."""
    others = [member for member in _here(workspace, going.project) if member.id != going.id]
    if going.state != "here" or "facilitator" not in going.tasks or (is_going and not others):
        return []
    staying = sorted((member for member in others if "facilitator" in member.tasks), key=lambda member: member.id != by.member)
    if not staying:
        raise OnlyFacilitator
    staying[0].carry_on(by, going.id)
    return staying[:1]


def load(workspace: Workspace, by: Act, member: UUID) -> Member:
    return in_project(workspace.load(Member, member), by)


def offer(workspace: Workspace, by: Act, member: Member, also: memberships.Also, email: str, way: str = "link", *, is_signed: bool = False) -> Offer:
    """Commit a place together with the way to claim it: an address to write to, or the hash of a secret."""
    if email:
        member.offer_place(by, "mail")
        return Offer(workspace.commit(member, also=[*also, *memberships.invite(member.id, address(email))]))
    secret = (code_for if way == "code" else token_for)(workspace.settings.secret, f"{by.command.hex} {by.member.hex}")
    member.offer_place(by, one_of(way, ("link", "code")))
    token_hash = memberships.place_hash(workspace.settings.secret, secret)
    kept = memberships.offer_place(token_hash, member.id, signed_by=by.member if is_signed else None)
    return Offer(workspace.commit(member, also=[*also, *kept]), secret)
