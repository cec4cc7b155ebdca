"""What matters to people here: said by anybody, before any account; read by a facilitator; shown to others only with consent."""

from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.board import BOARD, Theme, themes
from projections.matters import MATTERS, Matter, own, quotes, waiting
from projections.people import PEOPLE
from projections.projects import PROJECTS, overview
from projections.taken_down import TAKEN_DOWN
from workspace import matters, slips
from workspace.accounts import LONGEST_NAME
from workspace.application import Receipt
from workspace.files import KINDS
from workspace.languages import in_language, translator
from workspace.matters import LONGEST, YEARS, Said, Visitor
from workspace.members import MEMBER_SIDES

from .auth import act, command_id, workspace
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, Table, moved_on, page
from .routes import delete, get, post
from .sent import LARGEST_FORM

Asked = Request[Any, Any, Any]

ALWAYS = "always"

SHOWS = [PROJECTS, PEOPLE, MATTERS, TAKEN_DOWN]


@dataclass(frozen=True, slots=True)
class Matters:
    question: dict[str, str]  # what the project asks
    quotes: list[Matter]
    waiting: list[Matter]  # for facilitators, to read before anybody else does
    mine: list[Matter]
    themes: list[Theme]


@get("/projects/{project:uuid}/matters", shows=[*SHOWS, BOARD])
def index(request: Asked, project: UUID) -> Answer:
    """What people let others read; for facilitators what waits to be read, for each member what they said."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = overview(db, project)
        shown = quotes(db, project)
        unread = waiting(db, project) if frame.is_facilitator else []
        mine = own(db, project, frame.member) if frame.member else []
        named = themes(db, project)
    return page(request, "matters/index.html", Matters(found.question if found else {}, shown, unread, mine, named), table=lambda: _table(request, shown))


@get("/projects/{project:uuid}/matters/new", shows=[PROJECTS, PEOPLE])
def new(request: Asked, project: UUID) -> Answer:
    """Saying what matters, with or without an account: the form."""
    frame_of(request, project)
    with workspace(request).reading() as db:
        found = overview(db, project)
    return page(request, "matters/new.html", {"question": found.question if found else {}, "longest": LONGEST})


@post("/projects/{project:uuid}/matters", again=new, request_max_body_size=LARGEST_FORM)
def say(request: Asked, project: UUID, form: Form) -> Answer:
    """Say what matters, in words, by a photo or by voice. A member says it as themselves; anybody else gets a place on the record and a slip with a
    code."""
    name = form.line("name", longest=LONGEST_NAME, needed=False)
    side = form.one_of("side", MEMBER_SIDES, default="none")
    said = said_in(form)
    frame = frame_of(request, project)
    form.check()
    if frame.is_member:
        return moved_on(request, matters.say(workspace(request), act(request, project), said), to=f"/projects/{project}/matters#mine")
    visitor = Visitor(name, side, network_of(request), request.scope["state"]["language"], command_id(request))
    receipt = matters.say_as_visitor(workspace(request), project, visitor, said)
    return moved_on(request, receipt, to=f"/slip/{slips.code_of(workspace(request), slips.slip_id(receipt.id))}")


@post("/projects/{project:uuid}/matters/{matter_id:uuid}/reading", again=index)
def read(request: Asked, project: UUID, matter_id: UUID, form: Form) -> Answer:
    """Say as a facilitator that one has read it, and under which theme it belongs: with consent it is shown from now on."""
    theme = form.uuid("theme", needed=False)
    by = act_in(request, project)
    form.check()
    return _back(request, project, matters.put_under(workspace(request), by, matter_id, theme))


@post("/projects/{project:uuid}/matters/{matter_id:uuid}/quote", again=index)
def allow_quote(request: Asked, project: UUID, matter_id: UUID, form: Form) -> Answer:
    """Let others read what one said oneself, for so long."""
    lasting = years(form)
    by = act_in(request, project)
    form.check()
    return _back(request, project, matters.allow_quote(workspace(request), by, matter_id, lasting))


@delete("/projects/{project:uuid}/matters/{matter_id:uuid}/quote", again=index)
def take_back_quote(request: Asked, project: UUID, matter_id: UUID) -> Answer:
    """Let others read it no longer: it goes from every page at once."""
    by = act_in(request, project)
    return _back(request, project, matters.take_back_quote(workspace(request), by, matter_id))


@post("/projects/{project:uuid}/matters/{matter_id:uuid}/words", again=index)
def reword(request: Asked, project: UUID, matter_id: UUID, form: Form) -> Answer:
    """Say in other words what one said oneself."""
    text = form.words("text", longest=LONGEST)
    by = act_in(request, project)
    form.check()
    return _back(request, project, matters.reword(workspace(request), by, matter_id, text))


@delete("/projects/{project:uuid}/matters/{matter_id:uuid}/words", again=index)
def take_back(request: Asked, project: UUID, matter_id: UUID) -> Answer:
    """Take back what one said oneself."""
    by = act_in(request, project)
    return _back(request, project, matters.take_back(workspace(request), by, matter_id))


@post("/projects/{project:uuid}/matters/{matter_id:uuid}/transcripts", again=index)
def transcribe(request: Asked, project: UUID, matter_id: UUID, form: Form) -> Answer:
    """Type as a facilitator what is said in a voice note, or what is on a photo."""
    kind, text = form.one_of("kind", KINDS), form.words("transcript", longest=LONGEST)
    by = act_in(request, project)
    form.check()
    return _back(request, project, matters.transcribe(workspace(request), by, matter_id, kind, text))


def said_in(form: Form) -> Said:
    """In words, by a photo or by voice; one of them is enough."""
    text = form.words("text", longest=LONGEST, needed=False)
    photo, sound = form.photo("photo"), form.sound("sound")
    if not (text or photo or sound):
        form.wrong("text", form.t("Write something, add a photo, or say it aloud"))
    return Said(text, may_quote(form), years=years(form), photo=photo, sound=sound)


def years(form: Form) -> int | None:
    """For how long others may read it; None: until its author takes it back."""
    asked = form.one_of("years", [*map(str, YEARS), ALWAYS], default=str(YEARS[0]))
    return None if asked == ALWAYS else int(asked)


def may_quote(form: Form) -> bool:
    """Nothing is ticked beforehand: whoever speaks says yes or no."""
    return form.one_of("may_quote", ("yes", "no"), missing=form.t("Choose yes or no")) == "yes"


def network_of(request: Asked) -> str:
    return request.client.host if request.client else ""


def _back(request: Asked, project: UUID, receipt: Receipt) -> Answer:
    return moved_on(request, receipt, to=f"/projects/{project}/matters")


def _table(request: Asked, found: list[Matter]) -> Table:
    t = translator(request.scope["state"]["language"])
    labels = {
        "id": "id",
        "words": t("What matters"),
        "shown": t("A photo or a voice, in words"),
        "name": t("Whose"),
        "side": t("Group"),
        "writer_name": t("Written down by"),
        "is_unconfirmed": t("Not confirmed yet"),
        "said_at": t("When"),
        "until_on": t("May be quoted until"),
    }
    return Table(labels, [asdict(each) | {"shown": [said[1] for file in each.files if (said := in_language(file.words, t.language))]} for each in found])


routes = [index, new, say, read, allow_quote, take_back_quote, reword, take_back, transcribe]
