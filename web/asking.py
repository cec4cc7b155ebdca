"""What an address asks for after its `?`: read gently, since links are typed, cut off and passed on."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from litestar import Request

from .forms import UNREADABLE

LONGEST_FIND = 100
LAST_PAGE = 10_000


def short(request: Request[Any, Any, Any], name: str) -> str:
    """A few words, as for a find box; what cannot be read is left out."""
    return UNREADABLE.sub("", request.query_params.get(name, ""))[:LONGEST_FIND].strip()


def which(request: Request[Any, Any, Any], name: str, options: Sequence[str]) -> str:
    """One of the options; the first where it is none of them."""
    asked = request.query_params.get(name, "")
    return asked if asked in options else options[0]


def number(request: Request[Any, Any, Any], name: str) -> int | None:
    asked = request.query_params.get(name, "")
    return min(int(asked), LAST_PAGE) if asked.isascii() and asked.isdecimal() and len(asked) < 10 else None


def page_number(request: Request[Any, Any, Any]) -> int:
    return number(request, "page") or 1


def ids(request: Request[Any, Any, Any], name: str, *, most: int = 50) -> list[UUID]:
    """Ids that are named any number of times; what is none is left out."""
    found = []
    for asked in request.query_params.getall(name, [])[:most]:
        try:
            found.append(UUID(asked))
        except ValueError:
            continue
    return list(dict.fromkeys(found))


def one_id(request: Request[Any, Any, Any], name: str) -> UUID | None:
    """The first of `ids`; None where there is none, or it is no id."""
    return next(iter(ids(request, name, most=1)), None)
