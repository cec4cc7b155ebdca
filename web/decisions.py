"""Decisions: the list, opening one, the ballot, turnout, the result told step by step, and the record that prints."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from litestar import Request

from projections.board import BOARD
from projections.commitments import COMMITMENTS
from projections.commitments import about as promised
from projections.decisions import DECISIONS, Decision, Lines, aftermath, decision, decisions, hands, objections, project_of
from projections.declines import DECLINES, decline
from projections.people import PEOPLE
from projections.projects import PROJECTS
from projections.proposals import PROPOSALS, proposal
from workspace import decisions as acts
from workspace.decisions import LONGEST, Ballot
from workspace.languages import LANGUAGES, Translator, translator
from workspace.refusals import NotFound

from .asking import page_number, tapped
from .auth import act, workspace
from .certificates import ReadWithIt, half
from .decision_pages import Beside, ShownDecision, names_of, shown, turnout_told
from .forms import Form
from .frames import act_in, frame_of, knows_everybody
from .objections import OTHER, harmed, objecting
from .rendering import Answer, Table, moved_on, page, partial
from .routes import delete, get, post

SHOWS = [PROJECTS, PEOPLE, DECISIONS]
CHOICES = ("yes", "no", "abstain", "consent", "concern", "object", "stand aside")


@get("/projects/{project:uuid}/decisions", shows=[*SHOWS, DECLINES])
def index(request: Request[Any, Any, Any], project: UUID) -> Answer:
    """The decisions of a project: open ones first, then those that are over."""
    number = page_number(request)
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = decisions(db, project, member=frame.member, page=number)
    return page(request, "decisions/index.html", {"decisions": found}, table=lambda: _table(request, found))


@get("/projects/{project:uuid}/decisions/{decision_id:uuid}", shows=[*SHOWS, BOARD, PROPOSALS, COMMITMENTS, DECLINES])
def show(request: Request[Any, Any, Any], project: UUID, decision_id: UUID) -> Answer:
    """A decision: the ballot while it is open, then the result, told step by step."""
    answer = tapped(request, "choice", CHOICES)
    return page(request, "decisions/show.html", replace(_shown(request, project, decision_id), answer=answer))


@get("/decisions/{decision_id:uuid}", shows=[DECISIONS])
def find(request: Request[Any, Any, Any], decision_id: UUID) -> Answer:
    """The short address, as mails carry it; an answer that was tapped there goes along."""
    answer = tapped(request, "choice", CHOICES)
    with workspace(request).reading() as db:
        project = project_of(db, decision_id)
    if project is None:
        raise NotFound
    frame_of(request, project)
    there = f"/projects/{project}/decisions/{decision_id}"
    return moved_on(request, to=f"{there}?{urlencode({'choice': answer})}#yours" if answer else there)


@get("/projects/{project:uuid}/decisions/{decision_id:uuid}/turnout", shows=SHOWS)
def turnout(request: Request[Any, Any, Any], project: UUID, decision_id: UUID) -> Answer:
    """Who has taken part, by itself: an open page asks again when somebody has voted."""
    frame = frame_of(request, project)
    found = _decision(request, project, decision_id, frame.member)
    t = _translator(request)
    told = turnout_told(t, names_of(frame, t), found) if found.outcome is None else None
    return partial(request, "decisions/_turnout.html", {"decision": found, "turnout": told})


@get("/projects/{project:uuid}/decisions/{decision_id:uuid}/certificate", shows=[*SHOWS, DECLINES])
def certificate(request: Request[Any, Any, Any], project: UUID, decision_id: UUID) -> Answer:
    """The record of a decision in both languages, for paper. Refused: NotFound, while there is nothing to certify."""
    frame = frame_of(request, project)
    found = _decision(request, project, decision_id, frame.member)
    if found.outcome is None:
        raise NotFound
    with workspace(request).reading() as db:
        raised = objections(db, decision_id) if found.is_by_consent else []
        beside = ReadWithIt(raised, aftermath(db, decision_id), decline(db, decision_id), hands(db, decision_id, found.way, is_named=knows_everybody(frame)))
    halves = [half(translator(language), frame, found, beside) for language in LANGUAGES]
    address = f"{workspace(request).settings.address}/decisions/{decision_id}"
    return page(request, "decisions/certificate.html", {"decision": found, "halves": halves, "address": address})


@post("/projects/{project:uuid}/decisions/{decision_id:uuid}/votes", again=show)
def vote(request: Request[Any, Any, Any], project: UUID, decision_id: UUID, form: Form) -> Answer:
    """Vote, or vote otherwise: `saw` is how often one had voted before. Who objects is asked what would be harmed first."""
    choice, reason = _answer(form)
    saw = form.number("saw", least=0, most=1_000_000)
    by = act_in(request, project)
    if choice == "object" and request.scope["state"]["format"] == "json":
        form.wrong("choice", form.t("An objection says which part of the charter would be harmed: it has an address of its own"))
    form.check()
    if choice == "object":
        return page(request, "objections/new.html", objecting(request, project, decision_id, reason))
    receipt = acts.vote(workspace(request), by, decision_id, choice, reason, saw)
    return moved_on(request, receipt, to=f"/projects/{project}/decisions/{decision_id}#yours")


@delete("/projects/{project:uuid}/decisions/{decision_id:uuid}/votes", again=show)
def withdraw_vote(request: Request[Any, Any, Any], project: UUID, decision_id: UUID, form: Form) -> Answer:
    """Take back one's vote."""
    saw = form.number("saw", least=0, most=1_000_000)
    by = act_in(request, project)
    form.check()
    receipt = acts.withdraw_vote(workspace(request), by, decision_id, saw)
    return moved_on(request, receipt, to=f"/projects/{project}/decisions/{decision_id}#yours")


@post("/projects/{project:uuid}/decisions/{decision_id:uuid}/closure", again=show)
def close(request: Request[Any, Any, Any], project: UUID, decision_id: UUID, form: Form) -> Answer:
    """Close a decision before its time, with the reason."""
    reason = form.words("closing", longest=LONGEST["reason"])
    frame_of(request, project)
    form.check()
    receipt = acts.close(workspace(request), act(request, project), decision_id, reason)
    return moved_on(request, receipt, to=f"/projects/{project}/decisions/{decision_id}")


def _shown(request: Request[Any, Any, Any], project: UUID, decision_id: UUID) -> ShownDecision:
    """Three statements for a visitor beside the frame; one more each for a voter's own vote, the proposal it is about and objections, two for what
    came of it."""
    frame = frame_of(request, project)
    opened = workspace(request)
    ballot = acts.on_record(opened, decision_id, frame.member) if frame.member else None
    found = _decision(request, project, decision_id, frame.member, ballot)
    with opened.reading() as db:
        about = proposal(db, project, found.proposal, version=found.version, viewer=frame.member) if found.proposal else None
        raised = objections(db, decision_id) if found.is_by_consent else []
        beside = Beside(about, raised, aftermath(db, decision_id), hands(db, decision_id, found.way, is_named=knows_everybody(frame)))
        is_agreed = found.result == "agreed"
        kept = promised(db, project, decision=decision_id, viewer=frame.member) if is_agreed else []
        declined = decline(db, decision_id) if is_agreed else None
    return replace(shown(_translator(request), frame, found, ballot, beside), commitments=kept, declined=declined)


def _decision(request: Request[Any, Any, Any], project: UUID, decision_id: UUID, member: UUID | None, ballot: Ballot | None = None) -> Decision:
    """Refused: NotFound, also for a decision of another project."""
    with workspace(request).reading() as db:
        found = decision(db, decision_id, member=member, own_reason=ballot.reason if ballot else None)
    if found is None or found.project != project:
        raise NotFound
    return found


def _translator(request: Request[Any, Any, Any]) -> Translator:
    return translator(request.scope["state"]["language"])


def vote_in(form: Form) -> tuple[str, str, str]:
    """What is chosen, why, and which section of the charter would be harmed, for whoever objects."""
    return *_answer(form), harmed(form, default=OTHER)


def _answer(form: Form) -> tuple[str, str]:
    choice = form.one_of("choice", CHOICES, missing=form.t("Choose one of the answers"))
    return choice, form.words("reason", longest=LONGEST["reason"], needed=False)


def _table(request: Request[Any, Any, Any], found: Lines) -> Table:
    t = _translator(request)
    labels = {
        "id": "id",
        "question": t("Question"),
        "opened_at": t("Opened"),
        "closes_at": t("Closes"),
        "result": t("Result"),
        "citizens": t("Citizens on the list"),
        "professionals": t("Professionals on the list"),
        "present": t("Have taken part"),
        "declined_at": t("Declined to act"),
        "talk_on": t("Day to talk about it"),
        "talked_at": t("Talked about it"),
    }
    return Table(labels, [*found.open, *found.over])


routes = [index, show, find, turnout, certificate, vote, withdraw_vote, close]
