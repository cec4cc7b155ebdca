"""What whoever looks after the machine may do from its command line."""

from uuid import uuid4

from aggregates.base import NETWORK, Act
from aggregates.member import Member

from . import members, network
from .addresses import address
from .application import Workspace


def invite(workspace: Workspace, email: str, task: str) -> str:
    """Keep a place with a task in the network. The answer is a link that works once; the address gets one of its own by mail. Refused: NotAnAddress."""
    place = network.first_place(workspace, address(email), task).receipt.id
    now = workspace.now()
    by = Act(NETWORK, place, "none", "web", uuid4(), now, now)
    return network.join_link(workspace, members.offer(workspace, by, workspace.load(Member, place), [], "").secret)
