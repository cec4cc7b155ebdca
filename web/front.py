"""The pages that anybody may read: the first page, help, privacy, accessibility, and the question of language."""

from typing import Any
from uuid import UUID

from litestar import Request, Response

from projections.home import HOME, results
from projections.people import PEOPLE
from projections.projects import PROJECTS, visible
from workspace import accounts
from workspace.languages import LANGUAGES

from .asking import typed
from .auth import account, is_secure, workspace
from .forms import Form
from .home import home_page
from .languages import inside, neutral, sendable, to
from .rendering import page
from .routes import get, post

EXAMPLES = 3


@get("/", shows=[PROJECTS, PEOPLE, HOME])
def index(request: Request[Any, Any, Any]) -> Response[Any]:
    """Who is signed in is at home; everybody else reads what this is, with projects that are open to all."""
    if account(request):
        return home_page(request)
    with workspace(request).reading() as db:
        projects = sorted(visible(db, None), key=lambda line: -line.people)
        newest = results(db, limit=EXAMPLES)
    return page(request, "front/index.html", {"projects": projects[:EXAMPLES], "results": newest})


@get("/help")
def show_help(request: Request[Any, Any, Any]) -> Response[Any]:
    """How things are done here."""
    return page(request, "front/help.html")


@get("/what-is-co-production")
def show_what_it_is(request: Request[Any, Any, Any]) -> Response[Any]:
    """What co-production is and isn't: ten minutes, linked from every charter."""
    return page(request, "front/co_production.html")


@get("/privacy")
def show_privacy(request: Request[Any, Any, Any]) -> Response[Any]:
    """What is kept about whom, and why."""
    return page(request, "front/privacy.html")


@get("/accessibility")
def show_accessibility(request: Request[Any, Any, Any]) -> Response[Any]:
    """How accessible this is."""
    return page(request, "front/accessibility.html")


@get("/language")
def ask_language(request: Request[Any, Any, Any]) -> Response[Any]:
    """Asked at first contact, Welsh first, both at the same size."""
    return page(request, "front/language.html", {"next": inside(typed(request, "next") or "/")})


@post("/language")
def choose_language(request: Request[Any, Any, Any], form: Form) -> Response[Any]:
    """Choose the language. Remembered in this browser, and with the account of whoever is signed in."""
    language, goes_on_to = form.one_of("language", LANGUAGES), inside(form.carried("next") or "/")
    form.check()
    who: UUID | None = account(request)
    if who:
        accounts.speak(workspace(request), who, language)
    there = sendable(to(neutral(goes_on_to)[1], language))
    answer: Response[Any] = Response(b"", status_code=303, headers={"Location": there}, media_type="text/html")
    answer.set_cookie("language", language, max_age=31536000, samesite="lax", secure=is_secure(workspace(request)))
    return answer


routes = [index, show_help, show_what_it_is, show_privacy, show_accessibility, ask_language, choose_language]
