"""The charter: its sections in the group's words, and the rules that are kept for it, clause by clause; every version stays readable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.charters import CHARTERS, Version, Written, charter, versions
from projections.people import PEOPLE, groups
from projections.projects import PROJECTS, Frame
from workspace.charter_templates import unfinished
from workspace.charters import SECTIONS
from workspace.languages import Translator, translator
from workspace.refusals import NotFound

from . import explanations
from .asking import number
from .auth import workspace
from .decision_pages import RuleTold, names_of, rule_told
from .explanations import Clause
from .frames import frame_of
from .projects import roll_of
from .rendering import Answer, page
from .routes import get

Asked = Request[Any, Any, Any]

SHOWS = [PROJECTS, PEOPLE, CHARTERS]


@dataclass(frozen=True, slots=True)
class ShownCharter:
    charter: Version | None
    rule: RuleTold | None
    facts: Sequence[tuple[str, str]]  # the rule of the vote, as it was set
    clauses: Sequence[Clause]  # what stands beside it
    unfinished: Mapping[str, Sequence[str]]  # section -> sentences of a template that nobody has finished
    versions: list[Written]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions side by side. `rules`: what was set otherwise, (what about, before, after)."""

    before: Version
    after: Version
    rules: Sequence[tuple[str, str, str]]
    versions: list[Written]


@get("/projects/{project:uuid}/charter", shows=SHOWS)
def show(request: Asked, project: UUID) -> Answer:
    """The charter in force, else the newest draft; `?version=` another."""
    return _shown(request, project, number(request, "version"))


@get("/projects/{project:uuid}/charter/versions/{version:int}", shows=SHOWS)
def show_version(request: Asked, project: UUID, version: int) -> Answer:
    """One version of the charter."""
    return _shown(request, project, version)


@get("/projects/{project:uuid}/charter/versions", shows=SHOWS)
def compare(request: Asked, project: UUID) -> Answer:
    """What changed between two versions, word by word and rule by rule: `?before=` and `?after=`, else the newest and the one before it."""
    asked_before, asked_after = number(request, "before"), number(request, "after")
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        listed = versions(db, project)
        newest = listed[0].version if listed else 0
        after = charter(db, project, asked_after or newest)
        before = charter(db, project, asked_before or max((after.version if after else newest) - 1, 1))
    if before is None or after is None:
        raise NotFound
    t = translator(request.scope["state"]["language"])
    rules = _differing(_all_facts(t, frame, before), _all_facts(t, frame, after))
    return page(request, "charters/versions.html", Compared(before, after, rules, listed))


def _all_facts(t: Translator, frame: Frame, found: Version) -> dict[str, str]:
    facts, clauses = _told(t, frame, found)
    return dict(facts) | {f"{clause.title}: {about}": said for clause in clauses for about, said in clause.facts}


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """A dash where nothing is set."""
    found = [(about, before.get(about, "–"), after.get(about, "–")) for about in {**before, **after}]
    return [(about, was, now) for about, was, now in found if was != now]


def _shown(request: Asked, project: UUID, version: int | None) -> Answer:
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = charter(db, project, version)
        here, listed = groups(db, project), versions(db, project)
    if found is None and version is not None:
        raise NotFound
    t = translator(request.scope["state"]["language"])
    if found is None:
        return page(request, "charters/show.html", ShownCharter(None, None, (), (), {}, listed))
    rule = rule_told(t, names_of(frame, t), found.rule, roll_of(here))
    return page(request, "charters/show.html", ShownCharter(found, rule, *_told(t, frame, found), _waiting(found), listed))


def _told(t: Translator, frame: Frame, found: Version) -> tuple[Sequence[tuple[str, str]], Sequence[Clause]]:
    names = names_of(frame, t)
    return explanations.rule_facts(t, names, found.rule), explanations.clauses(t, names, found.terms, found.opened_by)


def _waiting(found: Version) -> dict[str, list[str]]:
    """Of a draft alone: what is in force was finished."""
    if found.standing != "draft":
        return {}
    waiting = {section: [sentence for text in getattr(found, section).values() for sentence in unfinished(text)] for section in SECTIONS}
    return {section: sentences for section, sentences in waiting.items() if sentences}


routes = [show, show_version, compare]
