"""The commission kit of a project: what is needed and bought, the criteria, the offers, interests, scoring by both groups, and how it came out."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from litestar import Request

from projections.commission import COMMISSION, Commission, Offer, commission, own_scores
from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace import commission as acts
from workspace.application import Receipt
from workspace.commission import HEAVIEST, LEAST, LONGEST, LONGEST_NAME, MOST, MOST_CRITERIA, Criterion
from workspace.languages import translator
from workspace.refusals import NotFound

from .auth import act, workspace
from .forms import Form
from .frames import frame_of, knows_everybody
from .rendering import Answer, moved_on, page
from .routes import get, post
from .scores import ScoresTold, told

Asked = Request[Any, Any, Any]

SHOWS = [PROJECTS, PEOPLE, COMMISSION]
ROWS = range(1, MOST_CRITERIA + 1)
SCORES = [str(score) for score in range(MOST + 1)]


@dataclass(frozen=True, slots=True)
class ShownCommission:
    commission: Commission | None
    result: ScoresTold | None
    may_look_after: bool
    least: int = LEAST
    longest: int = LONGEST_NAME


@dataclass(frozen=True, slots=True)
class Writing:
    commission: Commission | None
    may_look_after: bool
    longest: int = LONGEST
    longest_name: int = LONGEST_NAME
    rows: tuple[int, ...] = tuple(ROWS)
    heaviest: int = HEAVIEST


@dataclass(frozen=True, slots=True)
class Scoring:
    commission: Commission
    offer: Offer
    own: dict[str, int]  # what whoever looks gave it
    own_words: dict[str, str]
    most: int = MOST
    longest: int = LONGEST


@get("/projects/{project:uuid}/commission", shows=SHOWS)
def show(request: Asked, project: UUID) -> Answer:
    """The kit at a glance; once the scoring is closed, how it came out and how it was counted."""
    found, may_look_after = _found(request, project)
    t, frame = translator(request.scope["state"]["language"]), request.scope["state"]["frame"]
    result = told(t, frame, found) if found and found.outcome else None
    return page(request, "commission/show.html", ShownCommission(found, result, may_look_after))


@get("/projects/{project:uuid}/commission/need", shows=SHOWS)
def need(request: Asked, project: UUID) -> Answer:
    """What is needed and what is bought: the form."""
    return page(request, "commission/need.html", Writing(*_found(request, project)))


@post("/projects/{project:uuid}/commission/need", again=need)
def write_need(request: Asked, project: UUID, form: Form) -> Answer:
    """Write what is needed and what is bought; this begins the kit."""
    needed = form.each("need", longest=LONGEST, missing=form.t("Say what is needed"))
    bought = form.each("buying", longest=LONGEST, missing=form.t("Say what is bought"))
    frame_of(request, project)
    form.check()
    return _back(request, project, acts.write_need(workspace(request), act(request, project), needed, bought))


@get("/projects/{project:uuid}/commission/criteria", shows=SHOWS)
def criteria(request: Asked, project: UUID) -> Answer:
    """By what the offers are chosen: the form."""
    return page(request, "commission/criteria.html", Writing(*_existing(request, project)))


@post("/projects/{project:uuid}/commission/criteria", again=criteria)
def write_criteria(request: Asked, project: UUID, form: Form) -> Answer:
    """Write by what the offers are chosen, and what each point weighs."""
    named = [form.each(f"criterion_{row}", longest=LONGEST_NAME, needed=False) for row in ROWS]
    weights = [form.number(f"weight_{row}", least=1, most=HEAVIEST, default=1) for row in ROWS]
    if not any(named):
        form.wrong("criterion_1_cy", form.t("Write at least one"))
    frame_of(request, project)
    form.check()
    written = [Criterion(name, weight) for name, weight in zip(named, weights, strict=True) if name]
    return _back(request, project, acts.write_criteria(workspace(request), act(request, project), written))


@post("/projects/{project:uuid}/commission/offers", again=show)
def name_offer(request: Asked, project: UUID, form: Form) -> Answer:
    """Name an offer that came in."""
    name = form.each("offer", longest=LONGEST_NAME, missing=form.t("Say whose offer it is"))
    frame_of(request, project)
    form.check()
    return _back(request, project, acts.name_offer(workspace(request), act(request, project), name))


@get("/projects/{project:uuid}/commission/interest", shows=SHOWS)
def interest(request: Asked, project: UUID) -> Answer:
    """Whether whoever looks has an interest in an offer: the form."""
    found, _ = _existing(request, project)
    return page(request, "commission/interest.html", {"commission": found, "longest": LONGEST})


@post("/projects/{project:uuid}/commission/interest", again=interest)
def declare_interest(request: Asked, project: UUID, form: Form) -> Answer:
    """Say in which offers one has an interest; none is an answer too."""
    offers, words = form.uuids("offers"), form.words("words", longest=LONGEST, needed=False)
    if offers and not words:
        form.wrong("words", form.t("Say what your interest is"))
    frame_of(request, project)
    form.check()
    return _back(request, project, acts.declare_interest(workspace(request), act(request, project), words, offers))


@get("/projects/{project:uuid}/commission/offers/{offer:uuid}", shows=SHOWS)
def offer(request: Asked, project: UUID, offer: UUID) -> Answer:
    """Score one offer: the form, with what one gave it before."""
    found, _ = _existing(request, project)
    member = request.scope["state"]["frame"].member
    one = _offer(found, offer)
    with workspace(request).reading() as db:
        own, words = own_scores(db, project, offer, member) if member else ({}, {})
    return page(request, "commission/offer.html", Scoring(found, one, own, words))


@post("/projects/{project:uuid}/commission/offers/{offer:uuid}", again=offer)
def score(request: Asked, project: UUID, offer: UUID, form: Form) -> Answer:
    """Score an offer by every criterion, 0 to 5."""
    given = {str(row): form.one_of(f"score_{row}", ("", *SCORES), default="") for row in ROWS}
    words = form.words("words", longest=LONGEST, needed=False)
    found, _ = _existing(request, project)
    _offer(found, offer)
    for each in found.criteria:
        if not given[each.id]:
            form.wrong(f"score_{each.id}", form.t("Choose a number from 0 to 5"))
    form.check()
    scores = {each.id: int(given[each.id]) for each in found.criteria}
    return _back(request, project, acts.score(workspace(request), act(request, project), offer, scores, words))


@post("/projects/{project:uuid}/commission/closure", again=show)
def close_scoring(request: Asked, project: UUID) -> Answer:
    """Close the scoring: it is counted and shown."""
    frame_of(request, project)
    return _back(request, project, acts.close_scoring(workspace(request), act(request, project)))


def _found(request: Asked, project: UUID) -> tuple[Commission | None, bool]:
    """The kit, and whether it is for who is looking to write it. In a sensitive project whoever has no interest is not named for having said so."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = commission(db, project, viewer=frame.member)
    if found and not knows_everybody(frame):
        found = replace(found, interests=[each if each.is_mine or each.offers else replace(each, name=None) for each in found.interests])
    return found, bool({"facilitator", "commissioner"} & set(frame.tasks))


def _existing(request: Asked, project: UUID) -> tuple[Commission, bool]:
    found, may_look_after = _found(request, project)
    if found is None:
        raise NotFound
    return found, may_look_after


def _offer(found: Commission, offer: UUID) -> Offer:
    for each in found.offers:
        if each.id == offer:
            return each
    raise NotFound


def _back(request: Asked, project: UUID, receipt: Receipt) -> Answer:
    return moved_on(request, receipt, to=f"/projects/{project}/commission")


routes = [show, need, write_need, criteria, write_criteria, name_offer, interest, declare_interest, offer, score, close_scoring]
