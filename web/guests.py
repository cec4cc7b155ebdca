"""Who a request is in a session: somebody who came by its code and has a guest's cookie, or somebody of the project with an account."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from litestar import Request
from litestar.datastructures import Cookie

from projections.agendas import Phone, phone
from workspace import attending
from workspace.application import Act
from workspace.attending import Guest
from workspace.refusals import NotAMember, NotFound

from .auth import SignInFirst, account, act, command_id, guest_cookie, is_secure, workspace

Asked = Request[Any, Any, Any]


def guest_of(request: Asked, session: UUID) -> Guest | None:
    """Who came by the code of this session with this browser; asked of the database once a request."""
    state, cookie = request.scope["state"], request.cookies.get(guest_cookie(request))
    if "guest" not in state:
        state["guest"] = attending.guest(workspace(request), cookie) if cookie else None
    found: Guest | None = state["guest"]
    return found if found and found.session == session else None


def phone_of(request: Asked, session: UUID) -> Phone:
    """Where the session is, for who is looking. Refused: NotFound, for everybody who is neither in it nor of its project."""
    guest = guest_of(request, session)
    who = None if guest else account(request)
    if guest is None and who is None:
        raise NotFound
    with workspace(request).reading() as db:
        found = phone(db, session, member=guest.member if guest else None, account=who)
    if found is None:
        raise NotFound
    return found


def act_here(request: Asked, session: UUID) -> Act:
    """An act in the session, by whoever it is; whose session it is, is asked of the store. Refused: NotFound, as for `phone_of`."""
    guest = guest_of(request, session)
    if guest is not None:
        command = uuid5(command_id(request), guest.member.hex)
        return attending.act_of(workspace(request), guest, command=command, language=request.scope["state"]["language"])
    try:
        return attending.in_session(act(request, attending.project_of(workspace(request), session)), session)
    except (SignInFirst, NotAMember):
        raise NotFound from None


def known_by(request: Asked, cookie: str, is_borrowed: bool) -> Cookie:
    """What this browser keeps of a guest; one that is not theirs forgets it with its window."""
    lasts = None if is_borrowed else int(attending.LASTS.total_seconds())
    return Cookie(guest_cookie(request), value=cookie, max_age=lasts, httponly=True, samesite="lax", secure=is_secure(workspace(request)))


def forgotten(request: Asked) -> Cookie:
    return replace(known_by(request, "", is_borrowed=False), max_age=0)
