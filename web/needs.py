"""What I need to take part: said once, for every session; shown to nobody until it is ticked for one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from litestar import Request

from projections.agendas import AGENDAS
from projections.needs import Ahead, ahead, told
from projections.people import PEOPLE
from workspace import needs
from workspace.needs import KINDS, LONGEST

from .auth import must_be_signed_in, workspace
from .forms import Form
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Needs:
    told: Mapping[str, str]  # kind -> words
    ahead: Sequence[Ahead]
    kinds: Sequence[str] = KINDS
    longest: int = LONGEST


@get("/me/needs", shows=[AGENDAS, PEOPLE])
def show(request: Asked) -> Answer:
    """What one needs to take part: the form, and what is arranged of it for the sessions that one comes to."""
    who = must_be_signed_in(request)
    with workspace(request).reading() as db:
        return page(request, "me/needs.html", Needs(told(db, who.account), ahead(db, who.account)))


@post("/me/needs", again=show)
def tell(request: Asked, form: Form) -> Answer:
    """Say what one needs to take part; what is not ticked is kept no longer."""
    ticked = form.some_of("needs", KINDS)
    words = {kind: form.words(kind, longest=LONGEST, needed=False) for kind in KINDS}
    if "other" in ticked and not words["other"]:
        form.wrong("other", form.t("Say what it is"))
    who = must_be_signed_in(request)
    form.check()
    needs.tell(workspace(request), who.account, {kind: words[kind] for kind in ticked})
    return moved_on(request, to="/me/needs")


routes = [show, tell]
