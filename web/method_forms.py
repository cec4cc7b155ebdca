"""Adding a method, revising it, setting it aside and bringing it back: the forms."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.methods import Method
from workspace import methods as acts
from workspace import network
from workspace.methods import LONGEST, LONGEST_MINUTES, MOST_PEOPLE, NEEDED, SECTIONS, Fits, Written

from .auth import act, must_be_signed_in, workspace
from .forms import Form
from .method_words import KINDS, WAYS
from .methods import SHOWS, act_in_network, method_of, show, standing_of
from .rendering import Answer, moved_on, page
from .routes import delete, get, post

Asked = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The form. `may`: whether who is looking may send it; to others it says so."""

    method: Method | None
    may: bool
    kinds: dict[str, str]
    ways: dict[str, str]
    longest: dict[str, int]
    most_minutes: int = LONGEST_MINUTES
    most_people: int = MOST_PEOPLE


@get("/methods/new", shows=SHOWS)
def new(request: Asked) -> Answer:
    """Add a method of one's own: the form."""
    must_be_signed_in(request)
    return page(request, "methods/new.html", Sheet(None, standing_of(request).may_add, KINDS, WAYS, LONGEST))


@post("/methods", again=new)
def add(request: Asked, form: Form) -> Answer:
    """Add a method to those of the network, as somebody who facilitates a project or has a task in the network."""
    written = _written(form)
    by, arriving = act_in_network(request, may_add=True)
    form.check()
    receipt = acts.add(workspace(request), by, written, arriving)
    return moved_on(request, receipt, to=f"/methods/{receipt.id}")


@get("/methods/{method_id:uuid}/edit", shows=SHOWS)
def edit(request: Asked, method_id: UUID) -> Answer:
    """Revise a method, as its author or a co-ordinator: the form."""
    must_be_signed_in(request)
    found, stands = method_of(request, method_id), standing_of(request)
    may = stands.member is not None and acts.may_revise(workspace(request), stands.member, found.author)
    return page(request, "methods/edit.html", Sheet(found, may, KINDS, WAYS, LONGEST))


@post("/methods/{method_id:uuid}/versions", again=edit)
def revise(request: Asked, method_id: UUID, form: Form) -> Answer:
    """Write its next version."""
    written = _written(form)
    why = form.line("why", longest=LONGEST["purpose"], needed=False)
    saw = form.number("saw", least=1, most=1_000_000)
    by = act(request, network.NETWORK)
    form.check()
    return moved_on(request, acts.revise(workspace(request), by, method_id, saw, written, why), to=f"/methods/{method_id}")


@post("/methods/{method_id:uuid}/setting-aside", again=edit)
def set_aside(request: Asked, method_id: UUID, form: Form) -> Answer:
    """Offer it no more, with the reason."""
    reason = form.words("reason")
    by = act(request, network.NETWORK)
    form.check()
    return moved_on(request, acts.set_aside(workspace(request), by, method_id, reason), to=f"/methods/{method_id}")


@delete("/methods/{method_id:uuid}/setting-aside", again=show)
def bring_back(request: Asked, method_id: UUID) -> Answer:
    """Offer it again."""
    return moved_on(request, acts.bring_back(workspace(request), act(request, network.NETWORK), method_id), to=f"/methods/{method_id}")


def _written(form: Form) -> Written:
    t = form.t
    missing = {
        "name": t("Say what it is called"),
        "purpose": t("Say what it is for"),
        "steps": t("Say what to do, step by step"),
    }
    texts = {section: form.each(section, longest=LONGEST[section], needed=section in NEEDED, missing=missing.get(section, "")) for section in SECTIONS}
    kind, ways = form.one_of("kind", KINDS), form.some_of("ways", WAYS)
    minutes, minutes_most = (form.number(f"minutes_{end}", least=1, most=LONGEST_MINUTES) for end in ("least", "most"))
    people = form.number("people_least", least=1, most=MOST_PEOPLE)
    people_most = form.number("people_most", least=0, most=MOST_PEOPLE, default=0) or None
    if not ways:
        form.wrong("ways", t("Choose at least one"))
    if minutes > minutes_most:
        form.wrong("minutes_most", t("Not less than at least"))
    if people > (people_most or people):
        form.wrong("people_most", t("Not less than at least"))
    return Written(texts, Fits(kind, minutes, minutes_most, people, people_most, ways))


routes = [new, add, edit, revise, set_aside, bring_back]
