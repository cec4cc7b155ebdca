"""The network around the projects: who co-ordinates it, and who may start projects."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from aggregates.base import NETWORK as NETWORK
from aggregates.base import Act, Channel
from aggregates.errors import NotAMember, NotFound, NotYourTask
from aggregates.member import NETWORK_TASKS as NETWORK_TASKS
from aggregates.member import Member

from . import accounts, members, memberships
from .addresses import address
from .application import Receipt, Workspace, command


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is in the network and in the projects around it."""

    member: UUID | None  # their place in the network, once they have one
    tasks: Sequence[str]
    takes_part: bool  # in the network or in any project
    facilitates: bool

    @property
    def may_add(self) -> bool:
        """To what the network shares: who has a task in it, or facilitates a project."""
        return bool(self.tasks) or self.facilitates


@dataclass(frozen=True, slots=True)
class Arriving:
    """What goes with the first act of somebody in the network: a place of their own, without a task. Nothing for whoever has one."""

    places: Sequence[Member] = ()
    also: memberships.Also = field(default_factory=list)


def standing(workspace: Workspace, account: UUID) -> Standing:
    """Asked of the store (two statements)."""
    with workspace.reading() as db:
        rows = dict(db.execute("select member, project from memberships where account = %s", (account,)).fetchall())
    here = {id: member for id, member in workspace.find_all(Member, rows).items() if member.state == "here"}
    mine = next((id for id in rows if rows[id] == NETWORK), None)
    tasks = here[mine].tasks if mine in here else []
    return Standing(mine, tasks, bool(here), any("facilitator" in member.tasks for member in here.values()))


def act(
    workspace: Workspace, account: UUID, *, may_add: bool, command: UUID, language: str, channel: Channel = "web", happened_at: datetime | None = None
) -> tuple[Act, Arriving]:
    """An act in the network by anybody who takes part in a project around it; to add to what it shares they facilitate one, or have a task here.
    Refused: NotAMember, NotYourTask."""
    stands = standing(workspace, account)
    if not stands.takes_part:
        raise NotAMember
    if may_add and not stands.may_add:
        raise NotYourTask(task="facilitator")
    if stands.member:
        return members.act(workspace, account, NETWORK, command=command, language=language, channel=channel, happened_at=happened_at), Arriving()
    now = workspace.now()
    by = Act(NETWORK, uuid4(), "none", channel, command, happened_at or now, now, language=language)
    return by, Arriving([Member.found(by, [])], memberships.enrol(by.member, NETWORK, account, accounts.name_of(workspace, account)))


def task_for(project: UUID) -> str:
    """The task of those who look after a project, or the network."""
    return "co-ordinator" if project == NETWORK else "facilitator"


def has_a_co_ordinator(workspace: Workspace) -> bool:
    """Whether anybody has a place in the network."""
    with workspace.reading() as db:
        return bool(memberships.with_accounts(db, NETWORK))


def invite(workspace: Workspace, email: str, task: str) -> str:
    """What the operator does at the command line: keep a place in the network and answer with its one-time link; with an address, mail another one.
    Recorded as done by that place itself."""
    now = workspace.now()
    by = Act(NETWORK, uuid4(), "none", "web", uuid4(), now, now)
    member = Member.invite(by, by.member, "none", [members.one_of(task, NETWORK_TASKS)])
    also = memberships.enrol(member.id, NETWORK, None, "")
    if email:
        member.offer_place(by, "mail")
        also += memberships.invite(member.id, address(email))
    return join_link(workspace, members.offer(workspace, by, member, also, "").secret)


def first_link(workspace: Workspace) -> str | None:
    """A one-time link for the first co-ordinator of an empty server; None where somebody has a place in the network already."""
    if has_a_co_ordinator(workspace):
        return None
    return invite(workspace, "", "co-ordinator")


def join_link(workspace: Workspace, secret: str) -> str:
    return f"{workspace.settings.address}/join/{secret}"


@command
def keep_place(workspace: Workspace, by: Act, *, task: str, email: str = "", name: str = "") -> members.Offer:
    """A co-ordinator keeps a place for another co-ordinator, or for somebody who may start projects. Refused: NotYourTask."""
    members.must_have_task(workspace, by, "co-ordinator")
    member = Member.invite(by, uuid4(), "none", [members.one_of(task, NETWORK_TASKS)])
    return members.offer(workspace, by, member, memberships.enrol(member.id, NETWORK, None, name[: members.LONGEST_NAME]), email)


@command
def give_task(workspace: Workspace, by: Act, member: UUID, task: str) -> Receipt:
    members.must_have_task(workspace, by, "co-ordinator")
    found = _load(workspace, member)
    found.give_task(by, members.one_of(task, NETWORK_TASKS))
    return workspace.commit(found)


@command
def take_task(workspace: Workspace, by: Act, member: UUID, task: str) -> Receipt:
    members.must_have_task(workspace, by, "co-ordinator")
    found = _load(workspace, member)
    found.take_task(by, members.one_of(task, NETWORK_TASKS))
    return workspace.commit(found)


def _load(workspace: Workspace, member: UUID) -> Member:
    found = workspace.load(Member, member)
    if found.project != NETWORK:
        raise NotFound
    return found
