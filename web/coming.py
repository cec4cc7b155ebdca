"""Coming to a session by its code: no account, a first name if one likes. Until the code is right, the page says nothing of whose session it is."""

from typing import Any
from uuid import UUID

from litestar import Request

from projections.agendas import AGENDAS, Door, door
from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace import attending, members
from workspace.attending import HOW, Coming
from workspace.limits import TooOften
from workspace.refusals import CodeIsDead, NotFound

from .auth import account, command_id, workspace
from .errors import status_of
from .forms import Form
from .guests import act_here, guest_of, known_by
from .matters import network_of
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]


@get("/s/{code:str}", shows=[PROJECTS, PEOPLE, AGENDAS])
def show(request: Asked, code: str) -> Answer:
    """The door behind the code of a session."""
    try:
        session = attending.look_at_code(workspace(request), code, network_of(request))[0]
    except (CodeIsDead, TooOften) as refused:
        return page(request, "coming/code.html", {"typed": code[:40], "is_too_often": isinstance(refused, TooOften)}, status=_status(refused))
    if guest_of(request, session):
        return moved_on(request, to=f"/here/{session}")
    found = _door(request, session)
    return page(request, "coming/show.html", {"door": found, "code": code, "hows": HOW})


@post("/s/{code:str}", again=show)
def come(request: Asked, code: str, form: Form) -> Answer:
    """Come in: whoever is of the project under their own name, anybody else as they say."""
    name = form.line("name", longest=members.LONGEST_NAME, needed=False)
    side = form.one_of("side", members.MEMBER_SIDES, default="")
    how = form.one_of("how", HOW, default="room")
    coming = Coming(name, side, how, form.yes("is_helped"), form.yes("is_borrowed"))
    network = network_of(request)
    session, _ = attending.look_at_code(workspace(request), code, network)
    if _door(request, session).member:
        return moved_on(request, attending.come(workspace(request), act_here(request, session), session, coming), to=f"/here/{session}")
    if not side:
        form.wrong("side", form.t("Choose what you are here as"))
    form.check()
    language = request.scope["state"]["language"]
    arrived = attending.come_by_code(workspace(request), code, coming, command=command_id(request), language=language, network=network)
    answer = moved_on(request, arrived.receipt, to=f"/here/{arrived.session}")
    answer.cookies.append(known_by(request, arrived.cookie, coming.is_borrowed))
    return answer


def _door(request: Asked, session: UUID) -> Door:
    with workspace(request).reading() as db:
        found = door(db, session, account(request))
    if found is None:
        raise NotFound
    return found


def _status(refused: CodeIsDead | TooOften) -> int:
    return 410 if isinstance(refused, CodeIsDead) else status_of(refused)


routes = [show, come]
