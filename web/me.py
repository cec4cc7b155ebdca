"""Me: how I am called, my language, where I am signed in."""

from typing import Any
from uuid import UUID

from litestar import Request
from litestar.datastructures import Cookie

from workspace import accounts, devices

from .auth import is_secure, must_be_signed_in, session_cookie, workspace
from .forms import Form
from .rendering import Answer, moved_on, page
from .routes import delete, get, post

Asked = Request[Any, Any, Any]


@get("/me")
def me(request: Asked) -> Answer:
    """How one is called, one's language and devices."""
    who = must_be_signed_in(request)
    with workspace(request).reading() as db:
        context = {"who": who, "devices": devices.devices(db, who.account)}
    return page(request, "me/show.html", context)


@post("/me/name", again=me)
def rename(request: Asked, form: Form) -> Answer:
    """Change how one is called."""
    name = form.line("name", longest=accounts.LONGEST_NAME)
    who = must_be_signed_in(request)
    form.check()
    accounts.call_me(workspace(request), who.account, name)
    return moved_on(request, to="/me")


@post("/me/language", again=me)
def speak(request: Asked, form: Form) -> Answer:
    """Choose the language of one's mail and of pages without one."""
    language = form.one_of("language", ("cy", "en"))
    who = must_be_signed_in(request)
    form.check()
    accounts.speak(workspace(request), who.account, language)
    request.scope["state"]["language"] = language
    return moved_on(request, to="/me")


@delete("/me/devices/{device:uuid}")
def end(request: Asked, device: UUID) -> Answer:
    """Sign out on one device."""
    who = must_be_signed_in(request)
    with workspace(request).pool.connection() as db:
        devices.end(db, who.account, device)
    return moved_on(request, to="/me")


@delete("/me/devices")
def sign_out_everywhere(request: Asked) -> Answer:
    """Sign out on every device."""
    who = must_be_signed_in(request)
    with workspace(request).pool.connection() as db:
        devices.sign_out_everywhere(db, who.account)
    answer = moved_on(request, to="/")
    answer.cookies.append(Cookie(session_cookie(request), value="", max_age=0, secure=is_secure(workspace(request))))
    return answer


routes = [me, rename, speak, end, sign_out_everywhere]
