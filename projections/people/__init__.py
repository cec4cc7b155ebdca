"""Who is in a project: places, sides, tasks, whether somebody has taken them, and who asks for one."""

from .asking import Request, own_request, request, requests
from .filling import PEOPLE
from .reading import Balance, Group, Person, balance, groups, has_gone, network_tasks, people, person

__all__ = [
    "PEOPLE",
    "Balance",
    "Group",
    "Person",
    "Request",
    "balance",
    "groups",
    "has_gone",
    "network_tasks",
    "own_request",
    "people",
    "person",
    "request",
    "requests",
]
