"""Photographs of the wall of a session, or of a pile of its papers: shown by whoever leads, cut into pieces, and typed; also once the session is over, until
its minutes are sealed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.agendas import Block, Planned
from projections.minutes import MINUTES, are_sealed
from projections.photographs import PHOTOGRAPHS, Photograph, Piece, photograph, photographs, pieces
from workspace import attending
from workspace import photographs as acts
from workspace.application import Act
from workspace.attending import MOST_TABLES
from workspace.cards import LONGEST
from workspace.members import MEMBER_SIDES
from workspace.photographs import MOST_FOUND, MOST_PIECES, is_among
from workspace.photographs import Piece as Cut
from workspace.refusals import NotFound
from workspace.sessions import WRITING

from .auth import workspace
from .console import led
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, moved_on, page
from .routes import delete, get, post
from .sent import LARGEST_FORM
from .sessions import SHOWS

Asked = Request[Any, Any, Any]

N = "/projects/{project:uuid}/sessions/{session:uuid}/photographs"
ONE = f"{N}/{{photograph_id:uuid}}"
FOUND, OWN = range(1, MOST_FOUND + 1), range(MOST_FOUND + 1, MOST_PIECES + 1)
"""Rows of the form: what looks like a note has its place among what was found; the others are for what somebody sees."""
EDGES = ("left", "top", "width", "height")


@dataclass(frozen=True, slots=True)
class Photographs:
    session: Planned
    photographs: Sequence[Photograph]
    blocks: Sequence[Block]  # in which people write
    are_sealed: bool
    most_tables: int = MOST_TABLES


@dataclass(frozen=True, slots=True)
class Row:
    """A piece to be typed. `cut`: in thousandths; None is for somebody to say."""

    number: int
    cut: Sequence[int] | None


@dataclass(frozen=True, slots=True)
class ShownPhotograph:
    session: Planned
    photograph: Photograph
    block: Block | None
    rows: Sequence[Row]  # what looks like a note and nobody has typed
    own: Sequence[Row]
    typed: Sequence[Piece]
    are_sealed: bool
    longest: int = LONGEST
    most_tables: int = MOST_TABLES


@get(N, shows=[*SHOWS, MINUTES, PHOTOGRAPHS])
def index(request: Asked, project: UUID, session: UUID) -> Answer:
    """Photographs of the wall of a session, for whoever leads it, and the form that adds one. Refused: NotYours."""
    frame = frame_of(request, project)
    found = led(request, frame, session)
    with workspace(request).reading() as db:
        taken, sealed = photographs(db, session), are_sealed(db, session)
    written = [each for each in found.agenda if each.kind in WRITING and each.is_recorded]
    return page(request, "photographs/index.html", Photographs(found, taken, written, sealed))


@post(N, again=index, request_max_body_size=LARGEST_FORM)
def take(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Show a photograph of the wall, or of a pile of papers."""
    photo, block, table = form.photo("photo"), form.uuid("block"), form.number("table", least=0, most=MOST_TABLES, default=0)
    by = _leading(request, project, session)
    if photo is None:
        form.wrong("photo", form.t("Choose a photo"))
    form.check()
    receipt = acts.take(workspace(request), by, session, block, photo or b"", table)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session}/photographs/{receipt.id}")


@get(ONE, shows=[*SHOWS, MINUTES, PHOTOGRAPHS])
def show(request: Asked, project: UUID, session: UUID, photograph_id: UUID) -> Answer:
    """A photograph, what looks like a note on it, and the form in which each is typed. Refused: NotYours."""
    frame = frame_of(request, project)
    found = led(request, frame, session)
    taken = _taken(request, session, photograph_id)
    with workspace(request).reading() as db:
        typed, sealed = pieces(db, photograph_id), are_sealed(db, session)
    done = [piece.cut for piece in typed if piece.cut]
    rows = [Row(number, cut) for number, cut in enumerate(taken.found, 1) if not is_among(cut, done)]
    block = next((each for each in found.blocks if each.id == taken.block), None)
    return page(request, "photographs/show.html", ShownPhotograph(found, taken, block, rows, [Row(number, None) for number in OWN], typed, sealed))


@post(f"{ONE}/pieces", again=show)
def cut(request: Asked, project: UUID, session: UUID, photograph_id: UUID, form: Form) -> Answer:
    """Type what the pieces say: `says_1` and on those that were found, in their order; from `says_33` on others, with their place in per cent, or anywhere on
    it. `nothing`: those that were found and are no notes."""
    says = {row: form.words(f"says_{row}", longest=LONGEST, needed=False) for row in (*FOUND, *OWN)}
    tables = {row: form.number(f"table_{row}", least=0, most=MOST_TABLES, default=0) for row in says}
    places = {row: [form.number(f"{edge}_{row}", least=0, most=100, default=0) for edge in EDGES] for row in OWN}
    nothing = form.some_of("nothing", map(str, FOUND))
    side, are_shown = form.one_of("side", MEMBER_SIDES, default="none"), form.yes("are_shown")
    by = _leading(request, project, session)
    found = _taken(request, session, photograph_id).found
    typed = [Cut(_place(form, row, found, places), says[row], tables[row]) for row in says if says[row]]
    none = [Cut(found[int(row) - 1]) for row in nothing if int(row) <= len(found) and not says[int(row)]]
    if not typed and not none:
        form.wrong("says_1" if found else f"says_{OWN[0]}", form.t("Type what one of them says, or tick that it is no note"))
    form.check()
    receipt = acts.cut(workspace(request), by, session, photograph_id, [*typed, *none], side=side, are_shown=are_shown)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session}/photographs/{photograph_id}")


@delete(ONE, again=show)
def take_away(request: Asked, project: UUID, session: UUID, photograph_id: UUID) -> Answer:
    """Erase a photograph; the cards that were typed from it stay."""
    by = _leading(request, project, session)
    return moved_on(request, acts.take_away(workspace(request), by, session, photograph_id), to=f"/projects/{project}/sessions/{session}/photographs")


def _place(form: Form, row: int, found: Sequence[Sequence[int]], places: dict[int, list[int]]) -> Sequence[int] | None:
    """Where a piece is, in thousandths; None where it is read from somewhere on the whole."""
    if row in FOUND:
        return found[row - 1] if row <= len(found) else None
    left, top, width, height = places[row]
    if not any(places[row]):
        return None
    if not width or not height or left + width > 100 or top + height > 100:
        form.wrong(f"left_{row}", form.t("These four numbers do not lie on the photograph. Leave all of them empty, if it is anywhere on it."))
    return [left * 10, top * 10, width * 10, height * 10]


def _taken(request: Asked, session: UUID, id: UUID) -> Photograph:
    """Refused: NotFound, also where it was taken away."""
    with workspace(request).reading() as db:
        found = photograph(db, session, id)
    if found is None:
        raise NotFound
    return found


def _leading(request: Asked, project: UUID, session: UUID) -> Act:
    """An act of whoever leads the session; others hear that before they hear what is wrong with a form. Refused: NotYours, NotFound."""
    by = act_in(request, project)
    led(request, frame_of(request, project), session)
    return attending.in_session(by, session)


routes = [index, take, show, cut, take_away]
