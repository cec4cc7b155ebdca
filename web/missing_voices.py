"""Who is not here: the list beside who is, naming somebody, and what is done to reach them."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from litestar import Request

from projections.decision_history import NOBODY
from projections.missing_voices import MISSING_VOICES, MissingVoice, missing_voice, missing_voices
from projections.people import PEOPLE, Balance, balance
from projections.projects import PROJECTS, Frame
from workspace import missing_voices as acts
from workspace.application import Receipt
from workspace.languages import translator
from workspace.missing_voices import LONGEST, MOST, Missing
from workspace.refusals import NotFound

from .auth import act, workspace
from .forms import Form
from .frames import frame_of
from .rendering import Answer, Table, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]

SHOWS = [PROJECTS, PEOPLE, MISSING_VOICES]


@dataclass(frozen=True, slots=True)
class WhoIsNotHere:
    voices: list[MissingVoice]
    here: Balance
    most: int = MOST


@dataclass(frozen=True, slots=True)
class ShownVoice:
    voice: MissingVoice
    here: Balance
    is_mine: bool  # whoever is looking said that they will reach out
    may_close: bool
    longest: int = LONGEST["words"]


@get("/projects/{project:uuid}/missing", shows=SHOWS)
def index(request: Asked, project: UUID) -> Answer:
    """Whom the project touches and lacks, beside who is here; for members the form to name somebody."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found, here = [_veiled(frame, voice) for voice in missing_voices(db, project)], balance(db, project)
    return page(request, "missing_voices/index.html", WhoIsNotHere(found, here), table=lambda: _table(request, found))


@post("/projects/{project:uuid}/missing", again=index)
def name(request: Asked, project: UUID, form: Form) -> Answer:
    """Name somebody whom this touches and who is not here."""
    who = form.each("who", longest=LONGEST["who"], missing=form.t("Say who is not here"))
    why = form.words("why", longest=LONGEST["why"], needed=False)
    people, area = form.number("people", least=0, most=MOST, default=0), form.each("area", longest=LONGEST["area"], needed=False)
    frame_of(request, project)
    form.check()
    return _back(request, project, acts.name(workspace(request), act(request, project), Missing(who, why, people or None, area)))


@get("/projects/{project:uuid}/missing/{voice_id:uuid}", shows=SHOWS)
def show(request: Asked, project: UUID, voice_id: UUID) -> Answer:
    """Somebody who is not here: who reaches out, and what came of it."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found, here = missing_voice(db, project, voice_id), balance(db, project)
    if found is None:
        raise NotFound
    may_close = frame.is_member and (frame.is_facilitator or frame.member == found.namer)
    return page(request, "missing_voices/show.html", ShownVoice(_veiled(frame, found), here, found.is_taken_by(frame.member), may_close))


@post("/projects/{project:uuid}/missing/{voice_id:uuid}/reach", again=show)
def take_on(request: Asked, project: UUID, voice_id: UUID) -> Answer:
    """Say that one will reach out to them."""
    frame_of(request, project)
    return _back(request, project, acts.take_on(workspace(request), act(request, project), voice_id))


@post("/projects/{project:uuid}/missing/{voice_id:uuid}/reports", again=show)
def tell(request: Asked, project: UUID, voice_id: UUID, form: Form) -> Answer:
    """Tell what came of reaching out."""
    words = form.words("words", longest=LONGEST["words"])
    frame_of(request, project)
    form.check()
    return _back(request, project, acts.tell(workspace(request), act(request, project), voice_id, words))


@post("/projects/{project:uuid}/missing/{voice_id:uuid}/arrival", again=show)
def arrive(request: Asked, project: UUID, voice_id: UUID) -> Answer:
    """Say that somebody of them is here now."""
    frame_of(request, project)
    return _back(request, project, acts.arrive(workspace(request), act(request, project), voice_id))


@post("/projects/{project:uuid}/missing/{voice_id:uuid}/closure", again=show)
def close(request: Asked, project: UUID, voice_id: UUID, form: Form) -> Answer:
    """Say why nobody looks for them any more."""
    reason = form.words("reason", longest=LONGEST["words"])
    frame_of(request, project)
    form.check()
    return _back(request, project, acts.close(workspace(request), act(request, project), voice_id, reason))


def _veiled(frame: Frame, voice: MissingVoice) -> MissingVoice:
    """As it is shown: in a sensitive project without persons."""
    if not frame.is_sensitive:
        return voice
    takers, reports = [replace(taker, member=NOBODY, name=None) for taker in voice.takers], [replace(report, name=None) for report in voice.reports]
    return replace(voice, namer=NOBODY, takers=takers, reports=reports)


def _back(request: Asked, project: UUID, receipt: Receipt) -> Answer:
    return moved_on(request, receipt, to=f"/projects/{project}/missing/{receipt.id}")


def _table(request: Asked, found: list[MissingVoice]) -> Table:
    t = translator(request.scope["state"]["language"])
    labels = {"id": "id", "who": t("Who is not here"), "why": t("Why they matter"), "people": t("In the area"), "area": t("Which area"), "state": t("State")}
    return Table(labels, found)


routes = [index, name, show, take_on, tell, arrive, close]
