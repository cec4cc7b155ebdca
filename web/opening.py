"""Putting a question to a vote: the form, the same as everybody will see it, and then opening it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE
from projections.projects import PROJECTS, Frame
from projections.proposals import PROPOSALS, Proposal, proposal
from workspace import decisions as acts
from workspace import rounds
from workspace.decisions import LONGEST, Question
from workspace.languages import LANGUAGES, LONDON, translator
from workspace.prospects import Prospect, prospect
from workspace.refusals import NotFound

from .asking import number, one_id, said
from .auth import act, workspace
from .decision_pages import RuleTold, names_of, rule_told
from .forms import NOBODY, Form
from .frames import frame_of
from .rendering import Answer, moved_on, page
from .routes import get, post

WORDS = ("question", "yes", "no", "otherwise")
LONGEST_WAY = timedelta(days=366)
FIELDS = [f"{name}_{language}" for name in WORDS for language in LANGUAGES]
FIELDS += ["exception", "closes_on", "closes_at", "proposal", "version", "charter", "round", "way"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A version of a proposal, maybe in a consent round; or of the charter; or neither."""

    proposal: UUID | None
    version: int | None
    charter: int | None
    round: UUID | None
    way: str  # how people answer


@dataclass(frozen=True, slots=True)
class Draft:
    question: Mapping[str, str]
    yes: Mapping[str, str]
    no: Mapping[str, str]
    otherwise: Mapping[str, str]
    exception: str
    closes_on: str
    closes_at: str


@dataclass(frozen=True, slots=True)
class Prepared:
    draft: Draft
    rule: RuleTold
    charter: int  # the version whose rule it is
    adopts: int | None
    way: str
    is_by_consent: bool
    round: UUID | None
    proposal: Proposal | None
    why_not: str
    needs_charter: bool


@dataclass(frozen=True, slots=True)
class Checked:
    draft: Draft
    rule: RuleTold
    charter: int
    way: str
    is_by_consent: bool
    proposal: Proposal | None
    closes: list[tuple[str, str]]  # in each language, with the weekday
    sent: list[tuple[str, str]]


@get("/projects/{project:uuid}/decisions/new", shows=[PROJECTS, PEOPLE, PROPOSALS])
def new(request: Request[Any, Any, Any], project: UUID) -> Answer:
    """Put a question to a vote: the form. `?proposal=...&version=...` puts a version of a proposal, `?charter=` a draft of the charter."""
    form: Form | None = request.scope["state"].get("form")
    subject = _subject(form) if form else _asked_about(request)
    return page(request, "decisions/new.html", _prepared(request, subject, _prospect(request, project, subject), form))


@post("/projects/{project:uuid}/decisions/new", again=new, status_code=200)
def check(request: Request[Any, Any, Any], project: UUID, form: Form) -> Answer:
    """What was written, as everybody will see it, with the weekday; nothing is opened, and what could not be is refused. `?back=1`: the form again."""
    question, closes_at, subject, goes_back = question_of(form), form.moment("closes"), _subject(form), said(request, "back")
    found = _prospect(request, project, subject)
    prepared = _prepared(request, subject, found, form)
    if goes_back:
        return page(request, "decisions/new.html", prepared)
    must_be_in_time(request, form, closes_at)
    if not question.exception and is_missing_a_language(question):
        form.wrong("exception", form.t("A language is missing. Write it, or say here why it is missing."))
    form.check()
    if found.why_not:
        raise found.why_not
    closes = [(language, translator(language).moment(closes_at)) for language in LANGUAGES]
    sent = [(name, form.raw(name)) for name in FIELDS if form.raw(name)]
    checked = Checked(_draft_of(question, closes_at), prepared.rule, prepared.charter, subject.way, prepared.is_by_consent, prepared.proposal, closes, sent)
    return page(request, "decisions/check.html", checked)


@post("/projects/{project:uuid}/decisions", again=new)
def open_decision(request: Request[Any, Any, Any], project: UUID, form: Form) -> Answer:
    """Open a decision."""
    question, closes_at, subject = question_of(form), form.moment("closes"), _subject(form)
    frame_of(request, project)
    must_be_in_time(request, form, closes_at)
    form.check()
    by = act(request, project)
    if subject.round is not None:
        receipt = rounds.ask_for_consent(workspace(request), by, subject.round, question, closes_at, subject.version or 0)
    elif subject.charter is None:
        receipt = acts.open(workspace(request), by, question, closes_at, proposal=subject.proposal, version=subject.version)
    else:
        receipt = acts.open_adoption(workspace(request), by, question, closes_at, subject.charter, subject.way)
    return moved_on(request, receipt, to=f"/projects/{project}/decisions/{receipt.id}")


def _prospect(request: Request[Any, Any, Any], project: UUID, subject: Subject) -> Prospect:
    """What would happen if it were opened now. Refused: NotFound, NotAMember."""
    frame_of(request, project)
    about: dict[str, Any] = {"adopts": subject.charter, "in_round": subject.round is not None, "proposal": subject.proposal}
    return prospect(workspace(request), project, act(request, project).member, **about)


def _prepared(request: Request[Any, Any, Any], subject: Subject, found: Prospect, form: Form | None) -> Prepared:
    frame: Frame = request.scope["state"]["frame"]
    opened, t, adopts = workspace(request), translator(request.scope["state"]["language"]), subject.charter
    about = None
    if subject.proposal is not None:
        with opened.reading() as db:
            about = proposal(db, frame.id, subject.proposal, version=subject.version, viewer=frame.member)
        if about is None:
            raise NotFound
    draft = written(form) if form else _suggested(about, adopts, opened.now())
    why_not = t.refusal(found.why_not) if found.why_not else ""
    needs_charter = found.why_not is not None and not found.charter and adopts is None
    rule = rule_told(t, names_of(frame, t), found.rule, found.roll)
    return Prepared(draft, rule, found.charter, adopts, subject.way, found.is_by_consent, subject.round, about, why_not, needs_charter)


def _subject(form: Form) -> Subject:
    version, charter = (form.number(name, least=0, most=1_000_000, default=0) or None for name in ("version", "charter"))
    way = form.one_of("way", acts.WAYS, default=acts.WAYS[0])
    return Subject(form.uuid("proposal", needed=False), version, charter, form.uuid("round", needed=False), way)


def _asked_about(request: Request[Any, Any, Any]) -> Subject:
    """An id that is none is that of no proposal, so that nobody puts a question without what they meant it to be about."""
    asked = one_id(request, "proposal") or (NOBODY if said(request, "proposal") else None)
    return Subject(asked, number(request, "version"), number(request, "charter"), one_id(request, "round"), acts.WAYS[0])


def question_of(form: Form) -> Question:
    """The words of a question as they were typed."""
    asked = form.each("question", longest=LONGEST["question"])
    yes, no = (form.each(name, longest=LONGEST["meaning"], needed=False) for name in ("yes", "no"))
    otherwise = form.each("otherwise", longest=LONGEST["otherwise"], needed=False)
    return Question(asked, yes, no, otherwise, form.words("exception", longest=LONGEST["reason"], needed=False))


def is_missing_a_language(question: Question) -> bool:
    return any(words and len(words) < len(LANGUAGES) for words in (question.asked, question.yes, question.no, question.otherwise))


def must_be_in_time(request: Request[Any, Any, Any], form: Form, closes_at: datetime) -> None:
    now = workspace(request).now()
    if "closes" not in form.errors and closes_at <= now:
        form.wrong("closes", form.t("That time has passed already"))
    elif "closes" not in form.errors and closes_at > now + LONGEST_WAY:
        form.wrong("closes", form.t("Within a year, please"))


def _draft_of(question: Question, closes_at: datetime) -> Draft:
    """As it was read, however it was sent."""
    at = closes_at.astimezone(LONDON)
    return Draft(question.asked, question.yes, question.no, question.otherwise, question.exception, at.date().isoformat(), f"{at:%H:%M}")


def written(form: Form) -> Draft:
    """As it was typed, also where it cannot be used."""
    asked, yes, no, otherwise = ({language: text for language in LANGUAGES if (text := form.raw(f"{name}_{language}").strip())} for name in WORDS)
    return Draft(asked, yes, no, otherwise, form.raw("exception"), form.raw("closes_on"), form.raw("closes_at"))


def _suggested(about: Proposal | None, adopts: int | None, now: datetime) -> Draft:
    """A week from now, in the evening."""
    words = dict(_for_the_charter()) if adopts else {"question": _as_a_question(about.title) if about else {}}
    day = (now.astimezone(LONDON) + timedelta(days=7)).date()
    asked, yes, no, otherwise = (words.get(name, {}) for name in WORDS)
    return Draft(asked, yes, no, otherwise, "", day.isoformat(), "20:00")


def _as_a_question(title: Mapping[str, str]) -> dict[str, str]:
    """A title alone cannot be answered with for or against."""
    return {language: translator(language)("Shall we do this: {title}?", title=text.rstrip(" .?!")) for language, text in title.items()}


def _for_the_charter() -> Iterator[tuple[str, Mapping[str, str]]]:
    each = {language: translator(language) for language in LANGUAGES}
    yield "question", {language: t("Shall we adopt this charter?") for language, t in each.items()}
    yield "yes", {language: t("The charter is in force from then on") for language, t in each.items()}
    yield "no", {language: t("We go on writing it") for language, t in each.items()}
    yield "otherwise", {language: t("We meet again and change the draft.") for language, t in each.items()}


routes = [new, check, open_decision]
