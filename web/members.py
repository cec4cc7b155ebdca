"""Who is here: the people of a project, places kept for others, sides and tasks, leaving and removing."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import segno
from litestar import Request
from markupsafe import Markup

from projections.helpers import HELPERS, helpers
from projections.people import PEOPLE, Balance, Person, balance, people, person, requests
from projections.people import Request as Asking
from projections.projects import PROJECTS, Frame
from projections.taken_down import TAKEN_DOWN
from workspace import introductions, members
from workspace.application import Receipt
from workspace.languages import LANGUAGES, translator
from workspace.members import MEMBER_SIDES, TASKS
from workspace.memberships import LASTS
from workspace.path_words import spelt
from workspace.refusals import NotFound

from .auth import act, workspace
from .cards import Half, half
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, Table, after, moved_on, page
from .routes import delete, get, post
from .sentences import TASKS as TASK_WORDS

Asked = Request[Any, Any, Any]

WAYS = ("mail", "link", "code")


@dataclass(frozen=True, slots=True)
class People:
    balance: Balance
    here: list[Person]
    waiting: list[Person]  # places that were kept and nobody has taken; like the next, for facilitators alone
    recorded: list[Person]  # on the record, without an account
    asking: list[Asking]  # to take part, for facilitators
    recorded_count: int
    gone_count: int
    task_words: dict[str, str]


@dataclass(frozen=True, slots=True)
class ShownPerson:
    person: Person
    is_me: bool
    is_helped: bool  # by who is looking
    task_words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Secret:
    """A link or a code, on the screen once."""

    link: str
    code: str
    qr: Markup
    name: str
    people: str  # the page to go on to
    halves: list[Half]  # of the card, where it is a code: one a language


@dataclass(frozen=True, slots=True)
class Sent:
    """An invitation that goes by mail. To whom is said to whoever sent it, on this answer alone."""

    email: str
    name: str
    is_posted: bool  # there is a mail server
    people: str


@get("/projects/{project:uuid}/members", shows=[PROJECTS, PEOPLE, TAKEN_DOWN])
def index(request: Asked, project: UUID) -> Answer:
    """Who is in a project. In a sensitive one facilitators alone have the list; everybody else sees how many there are on each side."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        everybody, counted = [_seen(frame, each) for each in people(db, project)], balance(db, project)
        asking = requests(db, project) if frame.is_facilitator else []
    by = {standing: [each for each in everybody if each.standing == standing] for standing in ("here", "invited", "recorded", "left", "removed")}
    waiting, recorded = (by["invited"], by["recorded"]) if frame.is_facilitator else ([], [])
    here = by["here"] if frame.is_facilitator or not frame.is_sensitive else []
    shown = People(counted, here, waiting, recorded, asking, len(by["recorded"]), len(by["left"] + by["removed"]), TASK_WORDS)
    return page(request, "members/index.html", shown, table=lambda: _table(request, here))


@get("/projects/{project:uuid}/invitations", shows=[PROJECTS])
def new(request: Asked, project: UUID) -> Answer:
    """Invite somebody: the form."""
    if not frame_of(request, project).is_facilitator:
        raise NotFound
    return page(request, "members/new.html", {"task_words": TASK_WORDS})


@post("/projects/{project:uuid}/invitations", again=new)
def invite(request: Asked, project: UUID, form: Form) -> Answer:
    """Keep a place for somebody, and give it by mail, link or code."""
    side, tasks = form.one_of("side", MEMBER_SIDES), form.some_of("tasks", TASKS)
    way = form.one_of("way", WAYS)
    name, is_signed = form.line("name", longest=members.LONGEST_NAME, needed=False), form.yes("signed")
    email = form.email("email", needed="way" not in form.errors) if way == "mail" else ""
    frame_of(request, project)
    form.check()
    who: dict[str, Any] = {"email": email, "name": name, "way": way, "is_signed": is_signed}
    offer = members.invite(workspace(request), act(request, project), side=side, tasks=tasks, **who)
    return offered(request, offer, email, name, f"/projects/{project}/members#waiting")


@get("/projects/{project:uuid}/members/{member:uuid}", shows=[PROJECTS, PEOPLE, HELPERS])
def show(request: Asked, project: UUID, member: UUID) -> Answer:
    """One person in a project. In a sensitive one only oneself, and for facilitators everybody."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = person(db, project, member)
        is_helped = frame.is_chosen_to_write and frame.member in {each.id for each in helpers(db, member)}
    if found is None or (found.standing == "invited" and not frame.is_facilitator):
        raise NotFound  # whoever has not come yet has not agreed to be named
    if frame.is_sensitive and not frame.is_facilitator and found.id != frame.member:
        raise NotFound
    return page(request, "members/show.html", ShownPerson(_seen(frame, found), found.id == frame.member, is_helped, TASK_WORDS))


@post("/projects/{project:uuid}/members/{member:uuid}/places", again=show)
def offer_place(request: Asked, project: UUID, member: UUID, form: Form) -> Answer:
    """Give the place that is kept for somebody once more."""
    way, is_signed = form.one_of("way", WAYS), form.yes("signed")
    email = form.email("email", needed="way" not in form.errors) if way == "mail" else ""
    frame_of(request, project)
    form.check()
    kept = members.offer_place(workspace(request), act(request, project), member, email=email, way=way, is_signed=is_signed)
    return offered(request, kept, email, "", f"/projects/{project}/members")


@post("/projects/{project:uuid}/members/{member:uuid}/side", again=show)
def change_side(request: Asked, project: UUID, member: UUID, form: Form) -> Answer:
    """Change the group that somebody belongs to; who belongs to both says so of themselves."""
    side, is_both = form.one_of("side", MEMBER_SIDES), form.yes("both")
    frame = frame_of(request, project)
    form.check()
    by = act(request, project)
    return _back(request, project, member, members.change_side(workspace(request), by, member, side, is_both if member == frame.member else None))


@post("/projects/{project:uuid}/members/{member:uuid}/introduction", again=show)
def introduce(request: Asked, project: UUID, member: UUID, form: Form) -> Answer:
    """Say what one brings, to stand beside one's own name; empty takes it back."""
    text = form.words("introduction", longest=introductions.LONGEST, needed=False)
    frame_of(request, project)
    form.check()
    return _back(request, project, member, introductions.introduce(workspace(request), act(request, project), member, text))


@post("/projects/{project:uuid}/members/{member:uuid}/name", again=show)
def rename(request: Asked, project: UUID, member: UUID, form: Form) -> Answer:
    """Choose by which name one goes in this project alone."""
    name = form.line("name", longest=members.LONGEST_NAME)
    by = act_in(request, project)
    form.check()
    if by.member != member:
        raise NotFound
    members.rename(workspace(request), by, name)
    return moved_on(request, to=f"/projects/{project}/members/{member}")


@post("/projects/{project:uuid}/members/{member:uuid}/tasks/{task:str}", again=show)
def give_task(request: Asked, project: UUID, member: UUID, task: str) -> Answer:
    """Give somebody a task."""
    frame_of(request, project)
    return _back(request, project, member, members.give_task(workspace(request), act(request, project), member, task))


@delete("/projects/{project:uuid}/members/{member:uuid}/tasks/{task:str}", again=show)
def take_task(request: Asked, project: UUID, member: UUID, task: str) -> Answer:
    """Take a task from somebody."""
    frame_of(request, project)
    return _back(request, project, member, members.take_task(workspace(request), act(request, project), member, task))


@post("/projects/{project:uuid}/members/{member:uuid}/removal", again=show)
def remove(request: Asked, project: UUID, member: UUID, form: Form) -> Answer:
    """Remove somebody from a project, with the reason."""
    reason = form.words("reason")
    frame_of(request, project)
    form.check()
    return _back(request, project, member, members.remove(workspace(request), act(request, project), member, reason))


@post("/projects/{project:uuid}/leave", again=index)
def leave(request: Asked, project: UUID) -> Answer:
    """Leave a project."""
    frame_of(request, project)
    return moved_on(request, members.leave(workspace(request), act(request, project)), to="/")


def offered(request: Asked, offer: members.Offer, email: str, name: str, people: str) -> Answer:
    """What becomes of it, and the way on to the `people`. A link or a code is on this answer alone, since it is stored nowhere."""
    if not offer.secret:
        return _sent(request, offer, email, name, people)
    address = workspace(request).settings.address
    is_code = "-" in offer.secret and len(offer.secret) == 11
    link = f"{address}/{'j' if is_code else 'join'}/{offer.secret}"
    qr = Markup(segno.make(link, error="m").svg_inline(border=2, omitsize=True))
    frame, until = request.scope["state"].get("frame"), (workspace(request).now() + LASTS).date()
    where = address.partition("://")[2]
    halves = [half(translator(language), frame, where + spelt("/join", language), until) for language in LANGUAGES] if is_code else []
    return after(request, offer.receipt, page(request, "members/offered.html", Secret(link, offer.secret if is_code else "", qr, name, people, halves)))


def _sent(request: Asked, offer: members.Offer, email: str, name: str, people: str) -> Answer:
    if request.scope["state"]["format"] == "json":
        return moved_on(request, offer.receipt, to=people)
    settings = workspace(request).settings
    sent = Sent(email, name, bool(settings.smtp_url) or settings.demo, people)
    return after(request, offer.receipt, page(request, "members/sent.html", sent))


def _seen(frame: Frame, person: Person) -> Person:
    """Whether somebody was asked to facilitate, and said no, is for the facilitators and themselves."""
    return person if frame.is_facilitator or person.id == frame.member else replace(person, facilitating=None)


def _back(request: Asked, project: UUID, member: UUID, receipt: Receipt) -> Answer:
    return moved_on(request, receipt, to=f"/projects/{project}/members/{member}")


def _table(request: Asked, here: list[Person]) -> Table:
    t = translator(request.scope["state"]["language"])
    return Table({"id": "id", "name": t("Name"), "side": t("Group"), "is_both": t("In both groups"), "joined_at": t("Here since")}, here)


routes = [index, new, invite, show, offer_place, change_side, rename, introduce, give_task, take_task, remove, leave]
