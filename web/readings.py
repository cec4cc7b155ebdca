"""What a handler reads, found out by calling it.

A handler first reads its form and what its address asks, and only then looks who it comes from. So it is called here with an empty form, by nobody,
until it wants to know who; by then its readings have noted themselves (web/forms.py, web/asking.py). What hangs on a choice, as an address for mail
hangs on "by mail", is found by making each choice in turn: needed is what is needed whatever one chooses.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from inspect import signature
from typing import Any
from uuid import UUID

from litestar.datastructures import MultiDict

from workspace.languages import translator
from workspace.refusals import Refused

from .forms import NOBODY, Form
from .sent import Field, Invalid

NOTHING: dict[type, Any] = {UUID: NOBODY, int: 0, str: ""}
"""In the place of a part of the path."""


@dataclass(frozen=True, slots=True)
class Readings:
    """Of the form and of the address: name -> what it takes."""

    form: Mapping[str, Field]
    query: Mapping[str, Mapping[str, Any]]


def readings_of(function: Callable[..., Any]) -> Readings:
    first = _called(function, {})
    choices = [{name: option} for name, field in first.form.items() for option in field.shape.get("enum", ())]
    each = [first.form, *(_called(function, chosen).form for chosen in choices)]
    fields = {name: field for form in reversed(each) for name, field in form.items()}
    needed = {name for name in fields if all(name in form and form[name].needed for form in each)}
    return Readings({name: Field(field.shape, name in needed) for name, field in fields.items()}, first.query)


def _called(function: Callable[..., Any], sent: Mapping[str, Any]) -> Readings:
    request, form = _Nobody(), Form(sent, translator("en"))
    given = {"request": request, "form": form}
    with suppress(_Enough, Invalid, Refused):
        function(**{name: given.get(name, NOTHING.get(each.annotation)) for name, each in signature(function).parameters.items()})
    return Readings(form.fields, request.state.get("asked", {}))


class _Enough(Exception):
    """The handler asks who it is."""


class _Nobody:
    """In the place of a request: of its sender nothing can be asked."""

    def __init__(self) -> None:
        self.query_params: MultiDict[str] = MultiDict()
        self.state: dict[str, Any] = {"language": "en", "format": "json", "path": "//"}
        self.scope = {"state": self.state}

    def __getattr__(self, name: str) -> Any:
        raise _Enough(name)
