"""The network: who co-ordinates it, and who may start projects."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE, Person, people
from workspace import members, network
from workspace.members import NETWORK
from workspace.network import NETWORK_TASKS
from workspace.refusals import NotFound

from .auth import account, act, must_be_signed_in, workspace
from .forms import Form
from .members import offered
from .rendering import Answer, moved_on, page
from .routes import delete, get, post
from .sentences import TASKS as TASK_WORDS

Asked = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Network:
    here: list[Person]
    waiting: list[Person]
    task_words: dict[str, str]
    tasks: tuple[str, ...] = NETWORK_TASKS


@get("/network", shows=[PEOPLE])
def index(request: Asked) -> Answer:
    """Who co-ordinates the network and who may start projects. For co-ordinators; for others it is not there."""
    must_be_signed_in(request)
    opened, who = workspace(request), account(request)
    with opened.reading() as db:
        everybody = people(db, NETWORK)
    me = members.membership(opened, who, NETWORK) if who else None
    if not any(person.id == me and person.is_here and "co-ordinator" in person.tasks for person in everybody):
        raise NotFound
    here = [person for person in everybody if person.is_here]
    waiting = [person for person in everybody if person.standing == "invited"]
    return page(request, "network/index.html", Network(here, waiting, TASK_WORDS))


@post("/network/invitations", again=index)
def invite(request: Asked, form: Form) -> Answer:
    """Keep a place in the network for somebody, and give it by mail or link."""
    task = form.one_of("task", NETWORK_TASKS)
    name = form.line("name", longest=members.LONGEST_NAME, needed=False)
    email = form.email("email", needed=False)
    form.check()
    offer = network.keep_place(workspace(request), act(request, NETWORK), task=task, email=email, name=name)
    return offered(request, offer, email, name, "/network")


@post("/network/members/{member:uuid}/tasks/{task:str}", again=index)
def give_task(request: Asked, member: UUID, task: str) -> Answer:
    """Give somebody a task in the network."""
    return moved_on(request, network.give_task(workspace(request), act(request, NETWORK), member, task), to="/network")


@delete("/network/members/{member:uuid}/tasks/{task:str}", again=index)
def take_task(request: Asked, member: UUID, task: str) -> Answer:
    """Take a task in the network from somebody."""
    return moved_on(request, network.take_task(workspace(request), act(request, NETWORK), member, task), to="/network")


routes = [index, invite, give_task, take_task]
