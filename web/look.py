"""How pages look on this browser: the size of letters, light or dark. For anybody, without an account; with one, light or dark goes where it goes."""

from typing import Any

from litestar import Request
from litestar.datastructures import Cookie

from workspace import accounts

from .asking import typed
from .auth import account, is_secure, signed_in, workspace
from .forms import Form
from .languages import inside
from .page import LOOK, SIZES, THEMES, look_of
from .rendering import Answer, moved_on, page
from .routes import get, post

YEAR = 31_536_000


@get("/look")
def show(request: Request[Any, Any, Any]) -> Answer:
    """How large the letters are, light or dark. `?back=`: where one came from."""
    back = inside(typed(request, "back") or "/")
    look, who = look_of(request), signed_in(request)
    return page(request, "look/show.html", {"size": look.size or SIZES[0], "look": (who and who.theme) or look.theme or THEMES[0], "back": back})


@post("/look", again=show)
def choose(request: Request[Any, Any, Any], form: Form) -> Answer:
    """Choose how pages look on this browser, then go back to where one was."""
    size, theme = form.one_of("size", SIZES), form.one_of("theme", THEMES)
    back = inside(form.carried("back") or "/")
    form.check()
    who, opened = account(request), workspace(request)
    if who:
        accounts.wear(opened, who, theme)
    answer = moved_on(request, to=back)
    answer.cookies.append(Cookie(LOOK, value=f"{size}.{theme}", max_age=YEAR, samesite="lax", httponly=True, secure=is_secure(opened)))
    return answer


routes = [show, choose]
