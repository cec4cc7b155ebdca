"""Writing a draft of the charter: what to begin from, then one clause after the other, each with its rule beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any
from uuid import UUID

from litestar import Request

from projections.charters import CHARTERS, Version, charter
from projections.people import PEOPLE, groups
from projections.projects import PROJECTS
from workspace import charters
from workspace.charter_templates import TEMPLATES
from workspace.charter_templates.base import Template
from workspace.charters import KINDS, LARGEST, LONGEST, OPENERS, RIGHTS, SECTIONS
from workspace.languages import Translator, translator

from . import explanations
from .asking import which
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
SIDES = ("citizen", "professional")
LONGEST_WAIT = 365
SHOWS = [PROJECTS, PEOPLE, CHARTERS]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the form starts from. `newest`: the version that stands there now, if there is one."""

    newest: Version | None
    saw: int
    template: str  # what is begun from, or was
    texts: Mapping[str, Mapping[str, str]]
    chosen: Mapping[str, Any]  # rule and terms as the form says them
    thresholds: list[str]
    quorums: list[str]
    kinds: Mapping[str, str]
    rights: Mapping[str, str]
    longest: int
    rule: Mapping[str, Any]  # as it stands there at first
    does: RuleTold | None = None  # the rule that is chosen, with the people who are here; None where it is no rule


@get("/projects/{project:uuid}/charter/templates", shows=SHOWS)
def begin(request: Asked, project: UUID) -> Answer:
    """What a charter can be begun from."""
    frame_of(request, project)
    with workspace(request).reading() as db:
        found = charter(db, project)
    return page(request, "charters/templates.html", {"has_draft": found is not None, "templates": {name: _begun(one) for name, one in TEMPLATES.items()}})


@get("/projects/{project:uuid}/charter/edit", shows=SHOWS)
def edit(request: Asked, project: UUID) -> Answer:
    """The charter: the form. Filled with the newest draft, or with the template that was chosen; before there is either, with the one for the kitchen table."""
    return _edit(request, project, which(request, "template", ["", *TEMPLATES]))


@post("/projects/{project:uuid}/charter/edit", again=edit, status_code=200)
def look(request: Asked, project: UUID, form: Form) -> Answer:
    """What the rule that is being chosen does to each group's power, with the people who are here: the form again, with everything that was typed."""
    template = which(request, "template", ["", *TEMPLATES])
    _rule(form)
    frame_of(request, project)
    act(request, project)
    form.check()
    request.scope["state"]["kept"] = form.kept(request.scope["state"]["path"], {})
    return _edit(request, project, template)


@post("/projects/{project:uuid}/charter", again=edit)
def draft(request: Asked, project: UUID, form: Form) -> Answer:
    """Write the next version of the charter."""
    sections = _sections(form)
    rule, opened_by, terms = _rule(form), form.one_of("opened_by", OPENERS), _terms(form)
    saw = form.number("saw", least=0, most=1_000_000, default=0)
    frame_of(request, project)
    form.check()
    receipt = charters.draft(workspace(request), act(request, project), sections, rule, opened_by, saw, terms)
    return moved_on(request, receipt, to=f"/projects/{project}/charter/versions/{saw + 1}")


def _edit(request: Asked, project: UUID, asked: str) -> Answer:
    frame = frame_of(request, project)
    form: Form | None = request.scope["state"].get("form")
    with workspace(request).reading() as db:
        here = roll_of(groups(db, project))
        found = charter(db, project)
        if found and found.version != found.drafted:
            found = charter(db, project, found.drafted)
    begun = TEMPLATES.get(asked) or (None if found else next(iter(TEMPLATES.values())))
    t = translator(request.scope["state"]["language"])
    sheet = _sheet(found, begun, t)
    rule = _rule(form) if form else sheet.rule
    return page(request, "charters/edit.html", replace(sheet, does=rule_told(t, names_of(frame, t), rule, here) if charters.is_rule(rule) else None))


def _begun(template: Template) -> dict[str, Any]:
    return {"texts": template.texts, "rule": template.rule, "terms": template.terms.to_dict(), "opened_by": template.opened_by}


def _sheet(newest: Version | None, begun: Template | None, t: Translator) -> Sheet:
    if begun:
        rule, terms, opened_by, texts = begun.rule, begun.terms.to_dict(), begun.opened_by, begun.texts
    else:
        assert newest is not None
        rule, terms, opened_by = newest.rule, newest.terms, newest.opened_by
        texts = {section: getattr(newest, section) for section in SECTIONS}
    chosen = _chosen(rule, terms) | {"opened_by": opened_by}
    thresholds = sorted({*THRESHOLDS, chosen["threshold"]}, key=Fraction)
    quorums = sorted({*QUORUMS, *(chosen[f"quorum_{side}"] for side in SIDES)}, key=Fraction)
    called, meant = explanations.kinds(t), explanations.rights(t)
    return Sheet(newest, newest.drafted if newest else 0, terms["template"], texts, chosen, thresholds, quorums, called, meant, LONGEST, rule)


def _chosen(rule: Mapping[str, Any], terms: Mapping[str, Any]) -> dict[str, Any]:
    """Rule and terms as the fields of the form say them: what is not set is empty."""
    chosen = {"method": rule["method"], "threshold": _said(rule["threshold"]), "base": rule["base"], "least": rule["least"]}
    chosen |= {f"quorum_{side}": _said(share) for side, share in rule["quorum"].items()}
    chosen |= {f"support_{side}": terms["enough_support"].get(side) or "" for side in SIDES}
    chosen |= {f"right_{kind}": terms["rights"].get(kind, "") for kind in KINDS}
    return chosen | {name: terms[name] for name in ("consent_first", "wants_easy_read")} | {"decline_days": terms["decline_days"] or ""}


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
    quorum = {side: form.share(f"quorum_{side}", default="0") for side in SIDES}
    threshold, base = form.share("threshold", default="1/2"), form.one_of("base", BASES, default="cast")
    least = form.number("least", least=1, most=LARGEST, default=1)
    if method == "majority":
        threshold, base = [1, 2], "cast"
    return {"method": method, "threshold": threshold, "strict": threshold == [1, 2], "base": base, "quorum": quorum, "least": least}


def _terms(form: Form) -> dict[str, Any]:
    """What stands beside the rule; a number that is left empty, or 0, sets nothing."""
    support = {side: form.number(f"support_{side}", least=0, most=LARGEST, default=0) for side in SIDES}
    rights = {kind: form.one_of(f"right_{kind}", RIGHTS, default="") for kind in KINDS}
    return {
        "consent_first": form.yes("consent_first"),
        "enough_support": support if any(support.values()) else {},
        "decline_days": form.number("decline_days", least=0, most=LONGEST_WAIT, default=0) or None,
        "rights": {kind: right for kind, right in rights.items() if right},
        "wants_easy_read": form.yes("wants_easy_read"),
        "template": form.one_of("template", TEMPLATES, default=""),
    }


def _said(share: list[int]) -> str:
    return str(Fraction(*share))


routes = [begin, edit, look, draft]
