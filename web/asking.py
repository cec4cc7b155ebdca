"""What an address asks for after its `?`: read gently, since links are typed, cut off and passed on. What was asked for is noted for /schema, as in a form."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from litestar import Request

from .forms import UNREADABLE

LONGEST_FIND = 100
LAST_PAGE = 10_000
LAST_POSITION = 10**18


def typed(request: Request[Any, Any, Any], name: str, **shape: Any) -> str:
    """As it stands there; whoever reads it judges it. `shape`: what is meant, in the words of JSON Schema."""
    request.scope["state"].setdefault("asked", {}).setdefault(name, shape or {"type": "string"})
    return request.query_params.get(name, "")


def said(request: Request[Any, Any, Any], name: str) -> bool:
    """Whether it is there, whatever it says."""
    typed(request, name)
    return name in request.query_params


def short(request: Request[Any, Any, Any], name: str) -> str:
    """A few words, as for a find box; what cannot be read is left out."""
    return UNREADABLE.sub("", typed(request, name, type="string", maxLength=LONGEST_FIND))[:LONGEST_FIND].strip()


def which(request: Request[Any, Any, Any], name: str, options: Sequence[str]) -> str:
    """One of the options; the first where it is none of them."""
    asked = typed(request, name, type="string", enum=[*options], default=options[0])
    return asked if asked in options else options[0]


def tapped(request: Request[Any, Any, Any], name: str, options: Sequence[str]) -> str:
    """The answer that a link in a mail fills in; empty where there is none. It does nothing: the form's own button does."""
    return which(request, name, ("", *options))


def number(request: Request[Any, Any, Any], name: str, *, most: int = LAST_PAGE) -> int | None:
    asked = typed(request, name, type="integer", minimum=0, maximum=most)
    return min(int(asked), most) if asked.isascii() and asked.isdecimal() and len(asked) < 19 else None


def page_number(request: Request[Any, Any, Any]) -> int:
    return number(request, "page") or 1


def day(request: Request[Any, Any, Any], name: str) -> str:
    """As 2026-11-25; empty where it is none."""
    try:
        asked = date.fromisoformat(typed(request, name, type="string", format="date"))
    except ValueError:
        return ""
    return asked.isoformat() if 1900 < asked.year < 9000 else ""


def ids(request: Request[Any, Any, Any], name: str, *, most: int = 50) -> list[UUID]:
    """Ids that are named any number of times; what is none is left out."""
    typed(request, name, type="array", items={"type": "string", "format": "uuid"}, maxItems=most)
    return _ids(request, name, most)


def one_id(request: Request[Any, Any, Any], name: str) -> UUID | None:
    """The first of its name; None where there is none, or it is no id."""
    typed(request, name, type="string", format="uuid")
    return next(iter(_ids(request, name, 1)), None)


def _ids(request: Request[Any, Any, Any], name: str, most: int) -> list[UUID]:
    found = []
    for asked in request.query_params.getall(name, [])[:most]:
        try:
            found.append(UUID(asked))
        except ValueError:
            continue
    return list(dict.fromkeys(found))
