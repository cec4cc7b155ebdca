"""Me: how I am called, my language and theme, which mail I want about each project, where I am signed in."""

from typing import Any
from uuid import UUID

from litestar import Request
from litestar.datastructures import Cookie

from projections.outbox import OUTBOX, project_names
from workspace import accounts, devices

from .auth import is_secure, must_be_signed_in, session_cookie, workspace
from .forms import Form
from .rendering import Answer, moved_on, page
from .routes import delete, get, post

Asked = Request[Any, Any, Any]


@get("/me", shows=[OUTBOX])
def me(request: Asked) -> Answer:
    who = must_be_signed_in(request)
    with workspace(request).reading() as db:
        mine = accounts.my_projects(db, who.account)
        names = project_names(db, [each.project for each in mine])
        places = [{"project": each.project, "name": names.get(each.project, {}), "mails": each.mails} for each in mine]
        context = {"who": who, "places": places, "devices": devices.devices(db, who.account)}
    return page(request, "me/show.html", context)


@post("/me/name", again=me)
def rename(request: Asked, form: Form) -> Answer:
    who = must_be_signed_in(request)
    name = form.line("name", longest=accounts.LONGEST_NAME)
    form.check()
    accounts.call_me(workspace(request), who.account, name)
    return moved_on(request, to="/me")


@post("/me/language", again=me)
def speak(request: Asked, form: Form) -> Answer:
    who = must_be_signed_in(request)
    language = form.one_of("language", ("cy", "en"))
    form.check()
    accounts.speak(workspace(request), who.account, language)
    request.scope["state"]["language"] = language
    return moved_on(request, to="/me")


@post("/me/theme", again=me)
def wear(request: Asked, form: Form) -> Answer:
    who = must_be_signed_in(request)
    theme = form.one_of("theme", ("device", "light", "dark"))
    form.check()
    accounts.wear(workspace(request), who.account, theme)
    return moved_on(request, to="/me")


@post("/me/mail/{project:uuid}", again=me)
def choose_mails(request: Asked, project: UUID, form: Form) -> Answer:
    who = must_be_signed_in(request)
    mails = form.one_of("mails", accounts.MAILS)
    form.check()
    accounts.choose_mails(workspace(request), who.account, project, mails)
    return moved_on(request, to="/me")


@delete("/me/devices/{device:uuid}")
def end(request: Asked, device: UUID) -> Answer:
    who = must_be_signed_in(request)
    with workspace(request).pool.connection() as db:
        devices.end(db, who.account, device)
    return moved_on(request, to="/me")


@delete("/me/devices")
def sign_out_everywhere(request: Asked) -> Answer:
    who = must_be_signed_in(request)
    with workspace(request).pool.connection() as db:
        devices.sign_out_everywhere(db, who.account)
    answer = moved_on(request, to="/")
    answer.cookies.append(Cookie(session_cookie(request), value="", max_age=0, secure=is_secure(workspace(request))))
    return answer


routes = [me, rename, speak, wear, choose_mails, end, sign_out_everywhere]
