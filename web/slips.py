"""A slip: by its code, for whoever has it in their hand; and the page from which it is printed, for whoever wrote it down."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import segno
from litestar import Request
from markupsafe import Markup

from projections.decisions import DECISIONS, decision
from projections.matters import MATTERS, Matter, matter
from projections.people import PEOPLE
from projections.photographs import PHOTOGRAPHS, Paper, paper
from projections.polls import POLLS, Poll, poll
from projections.projects import PROJECTS
from projections.slips import SLIPS, Slip, slip, unconfirmed
from projections.taken_down import TAKEN_DOWN
from workspace import confirming, matters, members, slips, voices
from workspace.application import Act
from workspace.languages import translator
from workspace.refusals import NotFound

from .asking import typed as asked_for
from .auth import account, command_id, must_be_signed_in, workspace
from .forms import Form
from .frames import act_in, frame_of
from .matters import network_of, years
from .printed_slips import Half, half
from .rendering import Answer, moved_on, page
from .routes import delete, get, post

Asked = Request[Any, Any, Any]

BY_HAND = ("vote", "availability")
FOR_OR_AGAINST, CONSENT = ("yes", "no", "abstain"), ("consent", "concern", "stand aside")
SHOWS = [PROJECTS, PEOPLE, SLIPS, MATTERS, DECISIONS, PHOTOGRAPHS, POLLS, TAKEN_DOWN]


@dataclass(frozen=True, slots=True)
class ShownSlip:
    slip: Slip
    code: str
    base: str  # where its buttons lead
    matter: Matter | None
    paper: Paper | None  # the photo of it that came with a card
    question: dict[str, str]  # of a vote
    choices: tuple[str, ...]  # that it can be put right to; an objection needs words, and is made where one votes
    choice: str  # that was written down: what was voted since is nobody's business
    poll: Poll | None  # in which its voice said when they can meet
    halves: list[Half]  # for paper
    qr: Markup
    may_act: bool


@get("/slip")
def typed(request: Asked) -> Answer:
    """Where the code from a slip is typed."""
    code = asked_for(request, "code").strip()
    return moved_on(request, to=f"/slip/{code[:80]}") if code and "/" not in code else page(request, "slips/index.html")


@get("/slip/{slip_code:str}", shows=SHOWS)
def show(request: Asked, slip_code: str) -> Answer:
    """What stands behind a code: for whoever has it in their hand."""
    held = slips.behind(workspace(request), slip_code, network_of(request))
    may_act = slips.may_act_with(workspace(request), held, account(request))
    return page(request, "slips/show.html", _shown(request, held.id, f"/slip/{slip_code}", may_act))


@post("/slip/{slip_code:str}/confirmation", again=show)
def confirm(request: Asked, slip_code: str) -> Answer:
    """Say that the words, or the vote, are one's own."""
    slip, by = held(request, slip_code)
    return moved_on(request, confirming.confirm(workspace(request), by, slip.id), to=f"/slip/{slip_code}")


@post("/slip/{slip_code:str}/words", again=show)
def correct(request: Asked, slip_code: str, form: Form) -> Answer:
    """Say it in other words; of a vote, `text` is the choice."""
    said = _said_instead(form)
    slip, by = held(request, slip_code)
    form.check()
    return moved_on(request, confirming.correct(workspace(request), by, slip.id, said), to=f"/slip/{slip_code}")


@delete("/slip/{slip_code:str}/words", again=show)
def withdraw(request: Asked, slip_code: str) -> Answer:
    """Take back what was written down, or what one said."""
    slip, by = held(request, slip_code)
    return moved_on(request, confirming.withdraw(workspace(request), by, slip.id), to=f"/slip/{slip_code}")


@post("/slip/{slip_code:str}/quote", again=show)
def allow_quote(request: Asked, slip_code: str, form: Form) -> Answer:
    """Let others read it, for so long."""
    lasting = years(form)
    slip, by = held(request, slip_code)
    form.check()
    return moved_on(request, matters.allow_quote(workspace(request), by, slip.subject, lasting), to=f"/slip/{slip_code}")


@delete("/slip/{slip_code:str}/quote", again=show)
def take_back_quote(request: Asked, slip_code: str) -> Answer:
    """Let others read it no longer: it goes from every page at once."""
    slip, by = held(request, slip_code)
    return moved_on(request, matters.take_back_quote(workspace(request), by, slip.subject), to=f"/slip/{slip_code}")


@post("/slip/{slip_code:str}/place", again=show)
def claim(request: Asked, slip_code: str, form: Form) -> Answer:
    """Take the place on the record with an account: from then on they are here, and on the rolls to come."""
    name = form.line("name", longest=members.LONGEST_NAME)
    who, opened = must_be_signed_in(request), workspace(request)
    held = slips.behind(opened, slip_code, network_of(request))
    form.check()
    language = request.scope["state"]["language"]
    receipt = confirming.claim(opened, who.account, held, command=command_id(request), language=language, name=name)
    return moved_on(request, receipt, to=f"/projects/{held.project}")


@get("/projects/{project:uuid}/slips", shows=SHOWS)
def index(request: Asked, project: UUID) -> Answer:
    """What waits for its voice: whoever wrote it down, or a facilitator, sees to it."""
    if not frame_of(request, project).is_facilitator:
        raise NotFound
    with workspace(request).reading() as db:
        return page(request, "slips/waiting.html", {"slips": unconfirmed(db, project)})


@get("/projects/{project:uuid}/slips/{slip_id:uuid}", shows=SHOWS)
def written(request: Asked, project: UUID, slip_id: UUID) -> Answer:
    """For whoever wrote it down and for facilitators: to print, and to record what was said on the phone. Its voice is led to their own page."""
    frame, opened = frame_of(request, project), workspace(request)
    with opened.reading() as db:
        found = slip(db, slip_id)
    if found is None or found.project != project:
        raise NotFound
    if frame.member == found.voice:
        return moved_on(request, to=f"/slip/{slips.code_of(opened, slip_id)}")
    if not frame.is_facilitator and (frame.member is None or frame.member != found.writer):
        raise NotFound
    may_act = found.what not in BY_HAND or not found.is_claimed  # whoever answers with their own hand needs no other
    return page(request, "slips/written.html", _shown(request, slip_id, f"/projects/{project}/slips/{slip_id}", may_act))


@post("/projects/{project:uuid}/slips/{slip_id:uuid}/confirmation", again=written)
def confirm_by_phone(request: Asked, project: UUID, slip_id: UUID) -> Answer:
    """Record that its voice confirmed it by phone, or by post."""
    by = by_phone(request, project, slip_id)
    return moved_on(request, confirming.confirm(workspace(request), by, slip_id), to=f"/projects/{project}/slips/{slip_id}")


@post("/projects/{project:uuid}/slips/{slip_id:uuid}/words", again=written)
def correct_by_phone(request: Asked, project: UUID, slip_id: UUID, form: Form) -> Answer:
    """Record what its voice put right by phone, or by post; of a vote, `text` is the choice."""
    said = _said_instead(form)
    by = by_phone(request, project, slip_id)
    form.check()
    return moved_on(request, confirming.correct(workspace(request), by, slip_id, said), to=f"/projects/{project}/slips/{slip_id}")


@delete("/projects/{project:uuid}/slips/{slip_id:uuid}/words", again=written)
def withdraw_by_phone(request: Asked, project: UUID, slip_id: UUID) -> Answer:
    """Record that its voice took it back by phone, or by post."""
    by = by_phone(request, project, slip_id)
    return moved_on(request, confirming.withdraw(workspace(request), by, slip_id), to=f"/projects/{project}/slips/{slip_id}")


def held(request: Asked, code: str) -> tuple[slips.Slip, Act]:
    """The slip behind a code, and an act of its voice. Refused: NoSuchCode, TooOften, NotYours."""
    opened = workspace(request)
    held = slips.behind(opened, code, network_of(request))
    language = request.scope["state"]["language"]
    return held, slips.act_with(opened, held, account=account(request), command=command_id(request), language=language)


def by_phone(request: Asked, project: UUID, slip_id: UUID) -> Act:
    """An act for the voice, who said so on the phone. Refused: NotFound, NotTheirHelper."""
    opened, by = workspace(request), act_in(request, project)
    return voices.speaking(opened, by, voices.Voice(slips.load(opened, by, slip_id).voice, "said so", "phone"))


def _said_instead(form: Form) -> str:
    return form.words("text", missing=form.t("Say what it shall be instead"))


def _shown(request: Asked, slip_id: UUID, base: str, may_act: bool) -> ShownSlip:
    opened, code = workspace(request), slips.code_of(workspace(request), slip_id)
    with opened.reading() as db:
        found = slip(db, slip_id)
        if found is None:
            raise NotFound
        about = matter(db, found.project, found.subject) if found.what == "matter" else None
        shown = paper(db, found.subject) if found.what == "card" and may_act else None
        voted = decision(db, found.subject) if found.what == "vote" else None
        meeting = poll(db, found.subject, viewer=found.voice if may_act else None) if found.what == "availability" else None
    choices = () if voted is None else CONSENT if voted.is_by_consent else FOR_OR_AGAINST
    choice = confirming.vote_written_down(opened, slips.behind(opened, code, "")) if voted else ""
    link = f"{opened.settings.address}/slip/{code}"
    halves = [half(translator(language), found, link, choice) for language in ("cy", "en")]
    qr = Markup(segno.make(link, error="m").svg_inline(scale=3, border=2))
    return ShownSlip(found, code, base, about, shown, voted.question if voted else {}, choices, choice, meeting, halves, qr, may_act)


routes = [typed, show, confirm, correct, withdraw, allow_quote, take_back_quote, claim, index, written, confirm_by_phone, correct_by_phone, withdraw_by_phone]
