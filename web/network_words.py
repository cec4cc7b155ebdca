"""Words of the network, as those of its methods: reporting them, taking them down and putting them back, as in a project."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from litestar import Request

from projections.methods import METHODS
from projections.people import PEOPLE
from projections.taken_down import TAKEN_DOWN
from workspace import appeals, reports, words
from workspace.members import NETWORK
from workspace.reports import Visitor
from workspace.words import KINDS, Place

from .asking import said
from .auth import act, command_id, workspace
from .forms import Form
from .matters import network_of
from .methods import standing_of
from .rendering import Answer, moved_on, page
from .routes import delete, get, post
from .sentences import GROUNDS
from .words import Looking, asked_place, shown_words

Asked = Request[Any, Any, Any]


@get("/network/words/{words_id:uuid}", shows=[PEOPLE, METHODS, TAKEN_DOWN])
def show(request: Asked, words_id: UUID) -> Answer:
    """Who took these words down and why; while they stand, the way to report them, and for a co-ordinator to take them down. `told` after a report."""
    place, is_told, stands = asked_place(request, NETWORK), said(request, "told"), standing_of(request)
    who = Looking(stands.member, "co-ordinator" in stands.tasks)
    return page(request, "words/show.html", replace(shown_words(request, NETWORK, words_id, place, who), is_told=is_told))


@post("/network/words/{words_id:uuid}/reports", again=show)
def report(request: Asked, words_id: UUID, form: Form) -> Answer:
    """Report words to the co-ordinators: anybody may, also without an account."""
    place = Place(form.one_of("kind", KINDS), form.uuid("subject"))
    reason = form.words("report")
    form.check()
    if standing_of(request).member:
        receipt = reports.report(workspace(request), act(request, NETWORK), words_id, place, reason)
    else:
        visitor = Visitor(network_of(request), request.scope["state"]["language"], command_id(request))
        receipt = reports.report_as_visitor(workspace(request), NETWORK, visitor, words_id, place, reason)
    return moved_on(request, receipt, to=f"/network/words/{words_id}?kind={place.kind}&subject={place.subject}&told=1")


@post("/network/words/{words_id:uuid}/answers", again=show)
def answer(request: Asked, words_id: UUID, form: Form) -> Answer:
    """Answer a report: the words stay, and why."""
    reason = form.words("answer")
    by = act(request, NETWORK)
    form.check()
    return moved_on(request, reports.answer(workspace(request), by, words_id, reason), to=f"/network/words/{words_id}")


@post("/network/words/{words_id:uuid}/hiding", again=show)
def hide(request: Asked, words_id: UUID, form: Form) -> Answer:
    """Hide words, with the reason."""
    place = Place(form.one_of("kind", KINDS), form.uuid("subject"))
    reason = form.words("reason")
    by = act(request, NETWORK)
    form.check()
    return moved_on(request, words.hide(workspace(request), by, words_id, place, reason), to=f"/network/words/{words_id}")


@delete("/network/words/{words_id:uuid}/hiding", again=show)
def put_back(request: Asked, words_id: UUID, form: Form) -> Answer:
    """Show words again that were hidden, with the reason."""
    reason = form.words("reason")
    by = act(request, NETWORK)
    form.check()
    return moved_on(request, words.show(workspace(request), by, words_id, reason), to=f"/network/words/{words_id}")


@post("/network/words/{words_id:uuid}/erasure", again=show)
def erase(request: Asked, words_id: UUID, form: Form) -> Answer:
    """Erase hidden words for good."""
    ground = form.one_of("ground", list(GROUNDS))
    by = act(request, NETWORK)
    form.check()
    return moved_on(request, words.erase(workspace(request), by, words_id, ground), to=f"/network/words/{words_id}")


@post("/network/words/{words_id:uuid}/appeals", again=show)
def appeal(request: Asked, words_id: UUID, form: Form) -> Answer:
    """Ask another co-ordinator to look again at one's own words that were taken down."""
    reason = form.words("appeal")
    by = act(request, NETWORK)
    form.check()
    return moved_on(request, appeals.appeal(workspace(request), by, words_id, reason), to=f"/network/words/{words_id}")


routes = [show, report, answer, hide, put_back, erase, appeal]
