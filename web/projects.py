"""Projects: the list, starting one, one at a glance, and how it is described."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from litestar import Request

from projections.board import BOARD, Card, board
from projections.challenges import CHALLENGES, said_openly
from projections.charters import CHARTERS, Version, charter
from projections.commission import COMMISSION, to_score
from projections.commitments import COMMITMENTS, Commitment, latest
from projections.decisions import DECISIONS, Line, decisions
from projections.declines import DECLINES, Declined, declines
from projections.footing import FOOTING, Footing, footing
from projections.matters import MATTERS, Matter, quotes
from projections.people import PEOPLE, Group, groups
from projections.projects import PAGE, PROJECTS, Frame, Overview, Stage, overview, visible
from projections.projects import Line as ProjectLine
from projections.proposals import PROPOSALS
from workspace import projects
from workspace.languages import Translator, translator
from workspace.members import MEMBER_SIDES, NETWORK
from workspace.projects import LONGEST, VISIBILITIES, Description
from workspace.refusals import NotFound

from .asking import page_number, short
from .asking import said as is_said
from .auth import account, act, must_be_signed_in, workspace
from .decision_pages import RuleTold, names_of, rule_told
from .forms import Form
from .frames import frame_of
from .rendering import Answer, Table, moved_on, page
from .routes import get, post
from .sentences import STAGES

Asked = Request[Any, Any, Any]

QUOTES, RESULTS, ASKS, PROMISES = 4, 3, 3, 3


@dataclass(frozen=True, slots=True)
class Projects:
    projects: list[ProjectLine]
    find: str
    number: int  # of the page
    pages: int
    stage_words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """A stage on the path: walked, here or ahead."""

    stage: str
    state: str
    story: Stage | None


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that waits for who is looking: a vote, or what a facilitator can do to help a young project along."""

    kind: str  # vote, score, people, stage, charter, adoption
    minutes: int
    decision: Line | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class ShownProject:
    project: Overview
    path: list[Step]
    asks: list[Ask]
    charter: Version | None
    rule: RuleTold | None
    footing: Footing
    open: list[Line]
    decided: list[Line]
    quotes: list[Matter]  # what people said matters to them, who let it be quoted
    ideas: list[Card]  # then the most supported ideas
    groups: list[Group]  # of a sensitive project without names
    commitments: list[Commitment]
    declined: list[Declined]
    challenged: tuple[int, int]  # how often somebody said openly that it is not how it feels, and how many of those are not settled
    stage_words: dict[str, str]
    has_just_come: bool  # who is looking took their place a moment ago


@get("/projects", shows=[PROJECTS, PEOPLE])
def index(request: Asked) -> Answer:
    """The projects: one's own first, then those that are open to all."""
    find, number = short(request, "find"), page_number(request)
    with workspace(request).reading() as db:
        found = visible(db, account(request), find=find, page=number)
    pages = -(-found[0].of // PAGE) if found else 1
    return page(request, "projects/index.html", Projects(found, find, number, pages, STAGES), table=lambda: _table(request, found))


@get("/projects/new")
def new(request: Asked) -> Answer:
    """Start a project: the form. For those whom a co-ordinator named; everybody else reads whom to ask."""
    who = must_be_signed_in(request)
    may_start = projects.may_be_started_by(workspace(request), who.account)
    return page(request, "projects/new.html", {"may_start": may_start, "longest": LONGEST, "project": None})


@post("/projects", again=new)
def start(request: Asked, form: Form) -> Answer:
    """Start a project."""
    description = _description(form)
    visibility = form.one_of("visibility", VISIBILITIES, default="public")
    side = form.one_of("side", MEMBER_SIDES, default="none")
    must_be_signed_in(request)
    form.check()
    receipt = projects.start(workspace(request), act(request, NETWORK), description, visibility=visibility, side=side)
    return moved_on(request, receipt, to=f"/projects/{receipt.id}")


@get(
    "/projects/{project:uuid}",
    shows=[PROJECTS, PEOPLE, BOARD, CHARTERS, PROPOSALS, DECISIONS, COMMITMENTS, DECLINES, FOOTING, MATTERS, CHALLENGES, COMMISSION],
)
def show(request: Asked, project: UUID) -> Answer:
    """A project at a glance; `welcome` once one has taken a place."""
    is_welcomed = is_said(request, "welcome")
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = overview(db, project)
        here = [replace(group, names=[]) for group in groups(db, project)] if frame.is_sensitive else groups(db, project)
        agreed = charter(db, project)
        ground = footing(db, project)
        asked = decisions(db, project, member=frame.member)
        said = quotes(db, project, most=QUOTES)
        ideas = board(db, project, viewer=frame.member, order="supported", most=QUOTES).cards[: QUOTES - len(said)]
        kept, declined = latest(db, project, most=PROMISES), declines(db, project)
        felt = said_openly(db, project)
        unscored = to_score(db, project, frame.member) if found and _may_score(frame, found) and frame.member else 0
    if found is None:
        raise NotFound
    t = translator(request.scope["state"]["language"])
    rule = rule_told(t, names_of(frame, t), agreed.rule, roll_of(here)) if agreed else None
    asks = _asks(frame, found, here, agreed, asked.open, unscored)[:ASKS]
    decided = [line for line in asked.over if line.result][:RESULTS]
    has_come = is_welcomed and frame.is_member
    shown = ShownProject(found, _path(found), asks, agreed, rule, ground, asked.open, decided, said, ideas, here, kept, declined, felt, STAGES, has_come)
    return page(request, "projects/show.html", shown)


@get("/projects/{project:uuid}/edit", shows=[PROJECTS, PEOPLE])
def edit(request: Asked, project: UUID) -> Answer:
    """How a project is described: the form."""
    frame_of(request, project)
    with workspace(request).reading() as db:
        return page(request, "projects/edit.html", {"project": overview(db, project), "longest": LONGEST})


@post("/projects/{project:uuid}/edit", again=edit)
def describe(request: Asked, project: UUID, form: Form) -> Answer:
    """Describe a project in other words."""
    description = _description(form)
    frame_of(request, project)
    form.check()
    receipt = projects.describe(workspace(request), act(request, project), description)
    return moved_on(request, receipt, to=f"/projects/{project}")


def roll_of(here: list[Group]) -> dict[str, int]:
    """How many people there are on each side now."""
    return {"citizen": 0, "professional": 0} | {group.side: group.count for group in here if group.side != "none"}


def _may_score(frame: Frame, project: Overview) -> bool:
    return frame.side in ("citizen", "professional") and any(each.stage == "commission" and each.is_open for each in project.stages)


def _path(project: Overview) -> list[Step]:
    stories = {each.stage: each for each in project.stages}
    return [Step(stage, _state(stories.get(stage)), stories.get(stage)) for stage in STAGES]


def _state(story: Stage | None) -> str:
    return "ahead" if story is None else "here" if story.is_open else "walked"


def _asks(frame: Frame, project: Overview, here: list[Group], agreed: Version | None, open: list[Line], unscored: int) -> list[Ask]:
    found = [Ask("vote", 3, line) for line in open if line.side and not line.has_voted]
    if unscored:
        found.append(Ask("score", 4 * unscored, count=unscored))
    if not frame.is_facilitator:
        return found
    if min(roll_of(here).values()) < 2:
        found.append(Ask("people", 2))
    if not project.stages:
        found.append(Ask("stage", 1))
    if agreed is None:
        found.append(Ask("charter", 20))
    elif agreed.standing == "draft":
        found.append(Ask("adoption", 5))
    roll = roll_of(here).values()
    is_wanted = any((group.is_one_sided and min(roll)) or (group.is_alone and max(roll)) for group in here)
    if is_wanted and not any(group.is_asked for group in here):
        found.append(Ask("second", 1))
    return found


def _description(form: Form) -> Description:
    t = form.t
    missing = {
        "name": t("Say what it is called"),
        "question": t("Ask one question: what matters?"),
        "purpose": t("Say what it is for"),
        "place": t("Say where it is"),
        "citizen": t("Say what those who live with the service are called"),
        "professional": t("Say what those who work in it are called"),
    }
    said = {name: form.each(name, longest=LONGEST.get(name, LONGEST["side"]), missing=sentence) for name, sentence in missing.items()}
    sides = {side: said.pop(side) for side in ("citizen", "professional")}
    named = {"contact": _alike(form, "contact", t("Name somebody to ring")), "telephone": _alike(form, "telephone", t("Give a number to ring"))}
    return Description(**said, **named, sides=sides)


def _alike(form: Form, name: str, missing: str) -> dict[str, str]:
    """A name or a number is the same in both languages."""
    said = form.line(name, longest=LONGEST[name], missing=missing)
    return {"cy": said, "en": said}


def _table(request: Asked, found: list[ProjectLine]) -> Table:
    t: Translator = translator(request.scope["state"]["language"])
    labels = {"id": "id", "name": t("Project"), "purpose": t("What it is for"), "place": t("Place"), "stages": t("Stage"), "people": t("People")}
    return Table(labels, [{name: getattr(line, name) for name in labels} | {"stages": [t(STAGES[stage]) for stage in line.stages]} for line in found])


routes = [index, new, start, show, edit, describe]
