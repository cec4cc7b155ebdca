"""What goes wrong, as an answer: the same form again with the sentence, or a page in the reader's language, or problem details for JSON. Never a trace."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import quote

import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException

from workspace.languages import translator
from workspace.limits import TooOften
from workspace.refusals import BadFile, BadWords, Conflict, NotAllowed, NotFound, Refused

from . import rendering
from .auth import SignInFirst, StaleForm
from .forms import Form
from .kept import NOTHING_KEPT, Kept
from .languages import sendable, to
from .sent import Invalid

STATUS = {NotFound: 404, Conflict: 409, NotAllowed: 403, TooOften: 429}
PAGES = (400, 403, 404, 405, 409, 413, 422, 429, 503)
HOPELESS = (400, 403, 404, 405)
"""Going back and sending the same again would end the same."""
log = structlog.get_logger()

PageAgain = Callable[[], Response[Any]] | None


def said_no(request: Request[Any, Any, Any], refused: Refused | Invalid, again: PageAgain) -> Response[Any]:
    """The answer to an act that a rule or a field forbids."""
    state = request.scope["state"]
    form: Form = state.get("form") or Form({}, translator(state["language"]))
    status, kept = status_of(refused), _kept(state, form, refused)
    if state["format"] == "json":
        return problem(request, status, kept.problem, name=type(refused).__name__, errors=kept.errors)
    if request.headers.get("hx-request") == "true":
        return _notice(request, kept, status)
    if again is not None and is_answered_by_its_page(request, refused):
        state["kept"], state["status"] = kept, status
        with suppress(Refused):  # the page of the form may not be there for them either
            return again()
    return error_page(request, status, kept.problem)


def is_answered_by_its_page(request: Request[Any, Any, Any], refused: Refused | Invalid) -> bool:
    """Whether the page whose form was sent is shown again: not for programs, not for a part of a page, and not to whoever may not act there at all."""
    is_part = request.headers.get("hx-request") == "true"
    return request.scope["state"]["format"] != "json" and not is_part and status_of(refused) not in (403, 404)


def shown_again(request: Request[Any, Any, Any], again: PageAgain) -> Response[Any]:
    """The same form with everything that was typed, in the language of the address; the act is not done, and a form without a page is none of ours."""
    if again is None:
        raise ValidationException
    state = request.scope["state"]
    state["kept"] = state["form"].kept(state["path"], {})
    return again()


def status_of(refused: Refused | Invalid) -> int:
    return next((STATUS[kind] for kind in type(refused).__mro__ if kind in STATUS), 422)


def refused_outside(request: Request[Any, Any, Any], refused: Refused | Invalid) -> Response[Any]:
    """A refusal before a handler began, as when a body cannot be read."""
    return said_no(request, refused, None)


def sign_in_first(request: Request[Any, Any, Any], _: SignInFirst) -> Response[Any]:
    state = request.scope["state"]
    if state["format"] == "json":
        return problem(request, 401, "", name="SignInFirst")
    back = quote(state["path"] + (f"?{state['query']}" if state["query"] else ""), safe="/") if request.method == "GET" else ""
    there = sendable(to("/sign-in" + (f"?next={back}" if back else ""), state["language"]))
    if request.headers.get("hx-request") == "true":
        return Response(b"", status_code=204, headers={"HX-Redirect": there})
    return Response(b"", status_code=303, headers={"Location": there, "Cache-Control": "no-store"}, media_type=rendering.HTML)


def by_http(request: Request[Any, Any, Any], failed: HTTPException) -> Response[Any]:
    """What the framework refuses: no such address, wrong method, too large, not well formed."""
    if failed.status_code >= 500 and failed.status_code not in PAGES:
        return unforeseen(request, failed)
    status = failed.status_code if failed.status_code in PAGES else 400
    is_stale = isinstance(failed, StaleForm)
    answer = error_page(request, status, _stale(request) if is_stale else "", keeps=is_stale)
    answer.headers.update({name: value for name, value in (failed.headers or {}).items() if name.lower() in ("allow", "retry-after")})
    return answer


def unforeseen(request: Request[Any, Any, Any], failed: Exception) -> Response[Any]:
    log.error("request failed", path=request.scope["state"].get("path"), method=request.method, exc_info=failed)
    return error_page(request, 500, "")


def away(request: Request[Any, Any, Any], failed: Exception) -> Response[Any]:
    """The database cannot be reached: nothing was done, and trying again is right."""
    log.error("database away", reason=str(failed).partition("\n")[0])
    return error_page(request, 503, "")


def error_page(request: Request[Any, Any, Any], status: int, sentence: str, *, keeps: bool = False) -> Response[Any]:
    """A page of its own for what went wrong. It runs on the event loop, so it asks nothing of the database. `keeps`: going back to the form is right."""
    state = request.scope["state"]
    state.setdefault("language", "cy"), state.setdefault("format", "html"), state.setdefault("path", "/"), state.setdefault("query", "")
    if state["format"] != "html":
        return problem(request, status, sentence)
    state.setdefault("signed_in", None)
    was_sent = request.method == "POST"
    said = {"status": status, "sentence": sentence, "was_sent": was_sent, "keeps": keeps or (was_sent and status not in HOPELESS)}
    said |= {"project": _project(state["path"], status), "kept": NOTHING_KEPT}
    answer = rendering.html(request, "errors/show.html", said, status=status)
    if status == 503:
        answer.headers["Retry-After"] = "10"
    return answer


def _project(path: str, status: int) -> str:
    """Where to go back to; nowhere from what does not exist, or may not be known to."""
    found = re.match(r"/projects/[0-9a-f-]{36}(?=/|$)", path)
    return found[0] if found and status != 404 else ""


def problem(request: Request[Any, Any, Any], status: int, sentence: str, *, name: str = "", errors: Any = None) -> Response[Any]:
    """RFC 9457."""
    said = {"type": "about:blank", "status": status, "title": sentence or _title(request, status)}
    said |= {"reason": name} if name else {}
    said |= {"errors": dict(errors)} if errors else {}
    return rendering.json(said, status=status, media_type="application/problem+json")


def _kept(state: dict[str, Any], form: Form, refused: Refused | Invalid) -> Kept:
    """Words and files that were refused are blamed on the field they were read from, anything else on the whole."""
    if isinstance(refused, Invalid):
        return form.kept(state["path"], refused.errors, refused.problem)
    sentence = translator(state["language"]).refusal(refused)
    if isinstance(refused, BadWords) and form.last_words:
        return form.kept(state["path"], {form.last_words: sentence})
    if isinstance(refused, BadFile) and (field := form.last_files.get(str(refused.values["kind"]))):
        return form.kept(state["path"], {field: sentence})
    return form.kept(state["path"], {}, sentence)


def _notice(request: Request[Any, Any, Any], kept: Kept, status: int) -> Response[Any]:
    """For htmx: the summary of what is wrong, put at the top of the page; the form stays as it was typed."""
    answer = rendering.html(request, "errors/_notice.html", {"kept": kept}, status=status)
    answer.headers.update({"HX-Retarget": "#notice", "HX-Reswap": "innerHTML"})
    return answer


def _stale(request: Request[Any, Any, Any]) -> str:
    t = translator(request.scope["state"]["language"])
    return t("This form was open for too long, or came from another place. Load the page again, then send it.")


def _title(request: Request[Any, Any, Any], status: int) -> str:
    t = translator(request.scope["state"].get("language", "cy"))
    titles = {
        401: t("Sign in first"),
        403: t("This is not for you to do"),
        404: t("There is no such page"),
        405: t("This address cannot do that"),
        409: t("Somebody was quicker"),
        413: t("That is too large"),
        422: t("That did not go through"),
        429: t("Too many tries"),
        500: t("Something broke on our side"),
        503: t("Back in a moment"),
    }
    return titles.get(status, t("We could not read that"))
