"""The network's methods: finding one, reading it, its versions; and what those who used it say."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.agendas import AGENDAS
from projections.method_uses import Ahead, Use, ahead, project_of, uses
from projections.methods import METHODS, Line, Method, Note, Sought, Version, method, methods, notes, versions
from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace import methods as acts
from workspace import network
from workspace.application import Act
from workspace.languages import translator
from workspace.methods import LONGEST_MINUTES, LONGEST_NOTE, MOST_PEOPLE
from workspace.network import Arriving, Standing
from workspace.refusals import NotFound

from .asking import number, said, short, which
from .auth import account, act, act_by, must_be_signed_in, workspace
from .forms import Form
from .frames import act_in
from .method_words import KINDS, WAYS, WENT, methods_table
from .rendering import Answer, moved_on, page
from .routes import delete, get, post

Asked = Request[Any, Any, Any]

SHOWS = [METHODS, PEOPLE, PROJECTS, AGENDAS]


@dataclass(frozen=True, slots=True)
class Methods:
    methods: list[Line]
    sought: Sought
    is_aside: bool  # those that were set aside are listed, not the others
    may_add: bool
    kinds: dict[str, str]
    ways: dict[str, str]


@dataclass(frozen=True, slots=True)
class ShownMethod:
    method: Method
    versions: list[Version]
    notes: list[Note]
    uses: list[Use]
    ahead: list[Ahead]  # sessions into which who is looking can put it
    me: UUID | None  # the place in the network of who is looking
    may_note: bool
    may_revise: bool
    looks_after: bool
    kinds: dict[str, str]
    ways: dict[str, str]
    went: dict[str, str]
    longest: int = LONGEST_NOTE


@dataclass(frozen=True, slots=True)
class Compared:
    before: Method
    after: Method
    versions: list[Version]
    kinds: dict[str, str]
    ways: dict[str, str]


@get("/methods", shows=SHOWS)
def index(request: Asked) -> Answer:
    """`?find=` words, `?kind=`, `?way=`, `?minutes=` that there are, `?people=` who come; `?aside` those that were set aside."""
    sought = Sought(
        short(request, "find"),
        which(request, "kind", ("", *KINDS)),
        number(request, "minutes", most=LONGEST_MINUTES) or None,
        number(request, "people", most=MOST_PEOPLE) or None,
        which(request, "way", ("", *WAYS)),
    )
    is_aside = said(request, "aside")
    with workspace(request).reading() as db:
        found = methods(db, sought, kinds=list(KINDS), aside=is_aside)
    t = translator(request.scope["state"]["language"])
    shown = Methods(found, sought, is_aside, standing_of(request).may_add, KINDS, WAYS)
    return page(request, "methods/index.html", shown, table=lambda: methods_table(t, found))


@get("/methods/{method_id:uuid}", shows=SHOWS)
def show(request: Asked, method_id: UUID) -> Answer:
    """How it goes, step by step, for anybody to read; `?version=` an earlier one."""
    asked, stands = number(request, "version"), standing_of(request)
    found = method_of(request, method_id, asked)
    with workspace(request).reading() as db:
        each, told, used = versions(db, method_id), notes(db, method_id), uses(db, method_id)
        coming = ahead(db, who) if (who := account(request)) else []
    looks_after = "co-ordinator" in stands.tasks
    may_revise = looks_after or (stands.member is not None and stands.member == found.author)
    shown = ShownMethod(found, each, told, used, coming, stands.member, stands.takes_part, may_revise, looks_after, KINDS, WAYS, WENT)
    return page(request, "methods/show.html", shown)


@get("/methods/{method_id:uuid}/versions", shows=SHOWS)
def compare(request: Asked, method_id: UUID) -> Answer:
    """What changed between two versions, word by word: `?before=` and `?after=`, else the newest and the one before it."""
    asked_before, asked_after = number(request, "before"), number(request, "after")
    after = method_of(request, method_id, asked_after)
    before = method_of(request, method_id, asked_before or max(after.version - 1, 1))
    with workspace(request).reading() as db:
        each = versions(db, method_id)
    return page(request, "methods/versions.html", Compared(before, after, each, KINDS, WAYS))


@post("/methods/{method_id:uuid}/notes", again=show)
def note(request: Asked, method_id: UUID, form: Form) -> Answer:
    """Say how it went: what worked, and what did not."""
    went = form.one_of("went", WENT, missing=form.t("Choose how it went"))
    text = form.words("words", longest=LONGEST_NOTE, missing=form.t("Say what worked, or what did not"))
    by, arriving = act_in_network(request, may_add=False)
    form.check()
    return moved_on(request, acts.note(workspace(request), by, method_id, text, went, arriving), to=f"/methods/{method_id}#notes")


@delete("/methods/{method_id:uuid}/notes/{note_id:uuid}", again=show)
def take_back_note(request: Asked, method_id: UUID, note_id: UUID) -> Answer:
    """Take back what one said oneself."""
    receipt = acts.take_back_note(workspace(request), act(request, network.NETWORK), method_id, note_id)
    return moved_on(request, receipt, to=f"/methods/{method_id}#notes")


@post("/methods/{method_id:uuid}/uses", again=show)
def put_on_agenda(request: Asked, method_id: UUID, form: Form) -> Answer:
    """Put it on the agenda of a session that is to come, as a member of its project."""
    session = form.uuid("session")
    with workspace(request).reading() as db:
        project = project_of(db, session)
    if project is None:
        must_be_signed_in(request)
        form.check()
        raise NotFound
    by = act_in(request, project)
    form.check()
    return moved_on(request, acts.put_on_agenda(workspace(request), by, method_id, session), to=f"/projects/{project}/sessions/{session}")


def method_of(request: Asked, method_id: UUID, version: int | None = None) -> Method:
    """Refused: NotFound."""
    with workspace(request).reading() as db:
        found = method(db, method_id, version)
    if found is None:
        raise NotFound
    return found


def standing_of(request: Asked) -> Standing:
    who = account(request)
    return network.standing(workspace(request), who) if who else Standing(None, (), False, False)


def act_in_network(request: Asked, *, may_add: bool) -> tuple[Act, Arriving]:
    """An act in the network by anybody who takes part in a project, or may add to what it shares. Refused: SignInFirst, NotAMember, NotYourTask."""
    who = must_be_signed_in(request)
    return network.act(workspace(request), who.account, may_add=may_add, **act_by(request))


routes = [index, show, compare, note, take_back_note, put_on_agenda]
