"""How a handler is bound to a neutral path: `@get("/projects/{project:uuid}/ideas", shows=[BOARD])`.

A handler is an ordinary function that may use the database: it runs on a thread. Before it starts, the async layer (web/live.py) waits until the
read models it `shows` have seen what this browser last did. `again` names the page whose form was sent: when the act is refused, that page is shown
once more, with the sentence and everything that was typed.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from inspect import signature
from typing import Any, TypeVar

import litestar
from litestar import Response
from litestar.handlers import HTTPRouteHandler

from projections.base import ReadModel
from workspace.refusals import Refused

from .errors import said_no
from .forms import Invalid

Handler = TypeVar("Handler", bound=Callable[..., Response[Any]])


def get(path: str | list[str], *, shows: Sequence[ReadModel] = (), **extra: Any) -> Callable[[Handler], HTTPRouteHandler]:
    return _bound(litestar.get, path, {"shows": tuple(shows)}, None, extra)


def post(path: str | list[str], *, again: HTTPRouteHandler | None = None, **extra: Any) -> Callable[[Handler], HTTPRouteHandler]:
    """For an act; `again`: the GET handler of the page with the form, called with the parameters of the path that it knows."""
    return _bound(litestar.post, path, {}, again, extra)


def delete(path: str | list[str], *, again: HTTPRouteHandler | None = None, **extra: Any) -> Callable[[Handler], HTTPRouteHandler]:
    """For taking something back; forms reach it by `form_start(path, method="delete")`."""
    return _bound(litestar.delete, path, {}, again, {"status_code": 200, **extra})


def _bound(verb: Any, path: Any, opt: dict[str, Any], again: HTTPRouteHandler | None, extra: dict[str, Any]) -> Callable[[Handler], HTTPRouteHandler]:
    def bind(function: Handler) -> HTTPRouteHandler:
        bound: HTTPRouteHandler = verb(path, sync_to_thread=True, opt=opt, **extra)(_answering(function, again))
        return bound

    return bind


def _answering(function: Handler, again: HTTPRouteHandler | None) -> Callable[..., Response[Any]]:
    @wraps(function)
    def answer(**given: Any) -> Response[Any]:
        try:
            return function(**given)
        except (Refused, Invalid) as refused:
            return said_no(given["request"], refused, _page_again(again, given))

    return answer


def _page_again(again: HTTPRouteHandler | None, given: dict[str, Any]) -> Callable[[], Response[Any]] | None:
    if again is None:
        return None
    known = signature(again.fn).parameters
    return lambda: again.fn(**{name: value for name, value in given.items() if name in known and name != "form"})
