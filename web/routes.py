"""How a handler is bound to a neutral path: `@get("/projects/{project:uuid}/ideas", shows=[BOARD])`.

A handler is an ordinary function that may use the database: it runs on a thread. It reads its form and its query first, then looks who it comes from:
that is how /schema knows what it reads (web/readings.py). Before it starts, the async layer (web/live.py) waits until the
read models it `shows` have seen what this browser last did. `again` names the page whose form was sent: when the act is refused, that page is shown
once more, with the sentence, everything that was typed, and what somebody else did meanwhile. The same page answers, and the act is not done, where the
form was only sent to be shown in the other language.
"""

import re
from asyncio import get_running_loop
from collections.abc import Awaitable, Callable, Sequence
from functools import wraps
from inspect import Parameter, signature, unwrap
from typing import Any, TypeVar

import litestar
from litestar import Response
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, FromQuery

from projections.base import ReadModel
from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace.refusals import Refused

from .auth import signed_in
from .errors import is_answered_by_its_page, said_no, shown_again
from .live import wait_for_others
from .sent import Invalid

FRAME = {"shows": (PROJECTS, PEOPLE)}
"""An act is let in by what can be read of its project, so that waits for what this browser did just before: a place it took, a project it began."""

Handler = TypeVar("Handler", bound=Callable[..., Response[Any]])


def get(path: str | list[str], *, shows: Sequence[ReadModel] = (), **extra: Any) -> Callable[[Handler], HTTPRouteHandler]:
    return _bound(litestar.get, path, {"shows": tuple(shows)}, None, extra)


def post(path: str | list[str], *, again: HTTPRouteHandler | None = None, **extra: Any) -> Callable[[Handler], HTTPRouteHandler]:
    """For an act; `again`: the GET handler of the page with the form, called with the parameters of the path that it knows."""
    return _bound(litestar.post, path, _frame(path), again, extra)


def delete(path: str | list[str], *, again: HTTPRouteHandler | None = None, **extra: Any) -> Callable[[Handler], HTTPRouteHandler]:
    """For taking something back; forms reach it by `form_start(path, method="delete")`."""
    return _bound(litestar.delete, path, _frame(path), again, {"status_code": 200, **extra})


def _frame(path: str | list[str]) -> dict[str, Any]:
    """Signing in and the like need no read model, and go on while one is being made ready."""
    return FRAME if "{project:" in str(path) else {}


def _bound(verb: Any, path: Any, opt: dict[str, Any], again: HTTPRouteHandler | None, extra: dict[str, Any]) -> Callable[[Handler], HTTPRouteHandler]:
    def bind(function: Handler) -> HTTPRouteHandler:
        bound: HTTPRouteHandler = verb(path, opt=opt, **extra)(_on_a_thread(function, again, str(path)))
        return bound

    return bind


def _on_a_thread(function: Handler, again: HTTPRouteHandler | None, path: str) -> Callable[..., Awaitable[Response[Any]]]:
    """What Litestar sees: a coroutine without the parameter `form`, which is read before (web/live.py). Not Litestar's own sync_to_thread, which
    wraps a handler twice when a path has two methods."""
    seen = signature(function)
    takes_form = "form" in seen.parameters

    def answer(given: dict[str, Any]) -> Response[Any]:
        request = given["request"]
        if takes_form:
            given["form"] = request.scope["state"]["form"]
        if request.scope["state"].get("again"):
            return shown_again(request, _page_again(again, given))
        return function(**given)

    @wraps(function)
    async def bound(**given: Any) -> Response[Any]:
        on_a_thread = get_running_loop().run_in_executor
        try:
            return await on_a_thread(None, answer, given)
        except (Refused, Invalid) as refused:
            if again is not None and isinstance(refused, Refused) and is_answered_by_its_page(given["request"], refused):
                await wait_for_others(given["request"], again.opt.get("shows", ()))
            return await on_a_thread(None, _refused, again, given, refused)

    kept = [_declared(p, path) for p in seen.parameters.values() if p.name != "form"]
    bound.__signature__ = seen.replace(parameters=kept)  # type: ignore[attr-defined]
    bound.__annotations__ = {p.name: p.annotation for p in kept} | {"return": seen.return_annotation}
    return bound


def _refused(again: HTTPRouteHandler | None, given: dict[str, Any], refused: Refused | Invalid) -> Response[Any]:
    signed_in(given["request"])  # so that every page that says no shows who is here, and all of them alike
    return said_no(given["request"], refused, _page_again(again, given))


def _declared(parameter: Parameter, path: str) -> Parameter:
    """As Litestar wants it said: whether it comes from the path or the query."""
    if parameter.name == "request":
        return parameter
    source: Any = FromPath if f"{{{parameter.name}:" in path else FromQuery
    return parameter.replace(annotation=source[parameter.annotation])


def _page_again(again: HTTPRouteHandler | None, given: dict[str, Any]) -> Callable[[], Response[Any]] | None:
    if again is None:
        return None
    page: Callable[..., Response[Any]] = unwrap(again.fn)
    known = signature(page).parameters

    def shown() -> Response[Any]:
        state = given["request"].scope["state"]
        state["path"], state["query"] = _address(again, given), ""
        return page(**{name: value for name, value in given.items() if name in known and name != "form"})

    return shown


def _address(page: HTTPRouteHandler, given: dict[str, Any]) -> str:
    """Where the page stands by itself, for its links to itself and to its twin."""
    return re.sub(r"{(\w+):\w+}", lambda parameter: str(given[parameter[1]]), min(page.paths))
