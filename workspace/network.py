"""The network around the projects: who co-ordinates it, and who may start projects."""

from uuid import UUID, uuid4

from aggregates.base import NETWORK, Act
from aggregates.errors import NotFound
from aggregates.member import NETWORK_TASKS as NETWORK_TASKS
from aggregates.member import Member

from . import members, memberships
from .addresses import address
from .application import Receipt, Workspace, command


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
