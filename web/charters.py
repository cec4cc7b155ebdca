"""The charter: five sections in the group's words, and the rule as facts; drafted together, adopted only by a decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID

from litestar import Request

from projections.charters import CHARTERS, Version, Written, charter, versions
from projections.people import PEOPLE, groups
from projections.projects import PROJECTS
from workspace import charters
from workspace.charters import LONGEST, OPENERS, SECTIONS
from workspace.kitchen_table import RULE, TEXTS
from workspace.languages import translator
from workspace.refusals import NotFound

from .asking import number
from .auth import act, workspace
from .decision_pages import RuleTold, names_of, rule_told
from .forms import Form
from .frames import frame_of
from .projects import roll_of
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]

METHODS = ("dual", "qualified", "majority")
BASES = ("cast", "present", "eligible")
THRESHOLDS = ("1/2", "2/3", "3/4")
QUORUMS = ("0", "1/4", "1/3", "1/2", "2/3", "3/4")
SHOWS = [PROJECTS, PEOPLE, CHARTERS]


@dataclass(frozen=True, slots=True)
class ShownCharter:
    charter: Version | None
    rule: RuleTold | None
    versions: list[Written]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the form starts from. `newest`: the version that stands there now, if there is one."""

    newest: Version | None
    saw: int
    texts: Mapping[str, Mapping[str, str]]
    rule: Mapping[str, Any]
    chosen: Mapping[str, str]  # the rule as the form says it
    thresholds: list[str]
    quorums: list[str]
    longest: int


@get("/projects/{project:uuid}/charter", shows=SHOWS)
def show(request: Asked, project: UUID) -> Answer:
    """The charter in force, else the newest draft; `?version=` another."""
    return _shown(request, project, number(request, "version"))


@get("/projects/{project:uuid}/charter/versions/{version:int}", shows=SHOWS)
def show_version(request: Asked, project: UUID, version: int) -> Answer:
    """One version of the charter."""
    return _shown(request, project, version)


@get("/projects/{project:uuid}/charter/edit", shows=SHOWS)
def edit(request: Asked, project: UUID) -> Answer:
    """The charter: the form. Filled with the newest draft; before there is one, with a text for the kitchen table."""
    frame_of(request, project)
    with workspace(request).reading() as db:
        found = charter(db, project)
        if found and found.version != found.drafted:
            found = charter(db, project, found.drafted)
    return page(request, "charters/edit.html", _sheet(found))


@post("/projects/{project:uuid}/charter", again=edit)
def draft(request: Asked, project: UUID, form: Form) -> Answer:
    """Write the next version of the charter."""
    sections = _sections(form)
    rule, opened_by = _rule(form), form.one_of("opened_by", OPENERS)
    saw = form.number("saw", least=0, most=1_000_000, default=0)
    frame_of(request, project)
    form.check()
    receipt = charters.draft(workspace(request), act(request, project), sections, rule, opened_by, saw)
    return moved_on(request, receipt, to=f"/projects/{project}/charter/versions/{saw + 1}")


def _shown(request: Asked, project: UUID, version: int | None) -> Answer:
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = charter(db, project, version)
        here, listed = groups(db, project), versions(db, project)
    if found is None and version is not None:
        raise NotFound
    t = translator(request.scope["state"]["language"])
    rule = rule_told(t, names_of(frame, t), found.rule, roll_of(here)) if found else None
    return page(request, "charters/show.html", ShownCharter(found, rule, listed))


def _sheet(newest: Version | None) -> Sheet:
    rule = newest.rule if newest else RULE
    chosen = {"method": rule["method"], "threshold": _said(rule["threshold"]), "base": rule["base"], "opened_by": newest.opened_by if newest else OPENERS[0]}
    chosen |= {f"quorum_{side}": _said(share) for side, share in rule["quorum"].items()}
    texts = {section: getattr(newest, section) for section in SECTIONS} if newest else TEXTS
    thresholds = sorted({*THRESHOLDS, chosen["threshold"]}, key=Fraction)
    quorums = sorted({*QUORUMS, *(chosen[f"quorum_{side}"] for side in rule["quorum"])}, key=Fraction)
    return Sheet(newest, newest.drafted if newest else 0, texts, rule, chosen, thresholds, quorums, LONGEST)


def _sections(form: Form) -> dict[str, dict[str, str]]:
    """Each in Welsh, in English or in both."""
    t = form.t
    missing = {
        "aim": t("Our shared aim: write a sentence"),
        "together": t("How we want to be together: write a sentence"),
        "who": t("Who we are: write a sentence"),
        "open_and_fixed": t("What is open and what is fixed: write a sentence"),
        "how": t("How we decide: write a sentence"),
    }
    return {section: form.each(section, longest=LONGEST, missing=missing[section]) for section in SECTIONS}


def _rule(form: Form) -> dict[str, Any]:
    """The rule that the form describes. More than half, but at least two thirds; most for against most needs nothing else said."""
    method = form.one_of("method", METHODS)
    quorum = {side: form.share(f"quorum_{side}", default="0") for side in ("citizen", "professional")}
    threshold, base = form.share("threshold", default="1/2"), form.one_of("base", BASES, default="cast")
    if method == "majority":
        threshold, base = [1, 2], "cast"
    return {"method": method, "threshold": threshold, "strict": threshold == [1, 2], "base": base, "quorum": quorum, "least": 1}


def _said(share: list[int]) -> str:
    return str(Fraction(*share))


routes = [show, show_version, edit, draft]
