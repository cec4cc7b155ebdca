"""Signing in: an address, then the link or the six digits out of the mail. Looking at a page never signs anybody in or out; pressing a button does."""

from typing import Any

from litestar import Request
from litestar.datastructures import Cookie

from workspace import devices, sign_in, tokens
from workspace.application import Receipt

from .asking import typed
from .auth import is_secure, session_cookie, session_token, workspace
from .forms import Form
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]

HALF_YEAR = 180 * 24 * 3600
HOUR = 3600
BROWSERS = {"Edg": "Edge", "OPR": "Opera", "SamsungBrowser": "Samsung Internet", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {"iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows", "Mac OS": "Mac", "CrOS": "Chromebook", "Linux": "Linux"}


@get("/sign-in")
def sign_in_page(request: Asked) -> Answer:
    """Sign in: the form for one's address."""
    return page(request, "sign_in/new.html", {"next": inside(typed(request, "next"))})


@post("/sign-in", again=sign_in_page)
def ask(request: Asked, form: Form) -> Answer:
    """Have a link and six digits sent. The same answer for every address that could be one."""
    email, goes_on_to = form.email("email"), inside(form.carried("next"))
    form.check()
    browser = request.cookies.get(_named(request, "asking")) or tokens.token()
    sign_in.ask(workspace(request), email, browser, request.state.language, _network(request))
    answer = moved_on(request, to="/sign-in/code")
    answer.cookies += [_cookie(request, "asking", browser, HOUR), _cookie(request, "next", goes_on_to, HOUR)]
    return answer


@get("/sign-in/code")
def code_page(request: Asked) -> Answer:
    """Sign in: the form for the six digits out of the mail."""
    opened = workspace(request)
    with opened.reading() as db:
        email = sign_in.asked(db, opened.settings.secret, _browser(request))
    return page(request, "sign_in/code.html", {"email": email, "minutes": 10})


@post("/sign-in/code", again=code_page)
def by_digits(request: Asked, form: Form) -> Answer:
    """Sign in with the six digits."""
    digits = form.line("digits", longest=20)
    form.check()
    return _in(request, sign_in.by_digits(workspace(request), digits, _browser(request), device_of(request), _network(request)))


@get("/sign-in/{token:str}")
def link_page(request: Asked, token: str) -> Answer:
    """The link out of the mail; looking at it signs nobody in."""
    opened = workspace(request)
    try:
        with opened.reading() as db:
            sign_in.look(db, opened.settings.secret, token, _browser(request))
    except sign_in.ProofFailed as failed:
        status = 410 if isinstance(failed, sign_in.LinkIsOver) else 200
        return page(request, "sign_in/link.html", {"token": token, "why_not": type(failed).__name__}, status=status)
    return page(request, "sign_in/link.html", {"token": token, "why_not": ""})


@post("/sign-in/{token:str}", again=link_page)
def by_link(request: Asked, token: str) -> Answer:
    """Sign in with the link."""
    return _in(request, sign_in.by_link(workspace(request), token, _browser(request), device_of(request), _network(request)))


@post("/sign-out")
def sign_out(request: Asked) -> Answer:
    """Sign out here."""
    end_session(request)
    answer = moved_on(request, to="/")
    answer.cookies.append(_gone(request, session_cookie(request)))
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def start_session(request: Asked, cookie: str, to: str, receipt: Receipt | None = None) -> Answer:
    """Go on signed in; whoever was signed in here before is not any more."""
    end_session(request)
    answer = moved_on(request, receipt, to=to)
    answer.cookies += [
        Cookie(session_cookie(request), value=cookie, max_age=HALF_YEAR, httponly=True, samesite="lax", secure=is_secure(workspace(request))),
        _gone(request, _named(request, "asking")),
        _gone(request, _named(request, "next")),
    ]
    return answer


def end_session(request: Asked) -> None:
    opened, token = workspace(request), session_token(request)
    if token:
        with opened.pool.connection() as db:
            devices.sign_out(db, opened.settings.secret, token)


def inside(path: str) -> str:
    """A neutral path of this site, or the first page: nobody is sent elsewhere."""
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() and "\\" not in path and len(path) < 500
    return path if is_ours else "/"


def device_of(request: Asked) -> str:
    """Enough for somebody to know their own phone again, and no more."""
    said = request.headers.get("user-agent", "")
    found = [next((name for sign, name in signs.items() if sign in said), "") for signs in (BROWSERS, SYSTEMS)]
    return ", ".join(name for name in found if name)


def _in(request: Asked, cookie: str) -> Answer:
    return start_session(request, cookie, inside(request.cookies.get(_named(request, "next"), "/")))


def _browser(request: Asked) -> str:
    return request.cookies.get(_named(request, "asking"), "")


def _network(request: Asked) -> str:
    """Where a request comes from: one IPv4 address, or the /64 that one IPv6 household has."""
    host = request.client.host if request.client else ""
    return ":".join(host.split(":")[:4]) if ":" in host else host


def _named(request: Asked, name: str) -> str:
    return f"__Host-{name}" if is_secure(workspace(request)) else name


def _cookie(request: Asked, name: str, value: str, seconds: int) -> Cookie:
    return Cookie(_named(request, name), value=value, max_age=seconds, httponly=True, samesite="lax", secure=is_secure(workspace(request)))


def _gone(request: Asked, name: str) -> Cookie:
    return Cookie(name, value="", max_age=0, httponly=True, samesite="lax", secure=is_secure(workspace(request)))


routes = [sign_in_page, ask, code_page, by_digits, link_page, by_link, sign_out]
