"""What every read model is made of: tables in a schema of its own, and a function for each event that matters to it.

A handler is `def posted(rows: Rows, e: Idea.Posted) -> None`. It sees every event once, in order, and writes through `rows` alone.
It is found by the event's class or the nearest base class, so `Aggregate.Event` stands for every event that nothing nearer stands for.

Rules for SCHEMA: tables carry the read model's name as prefix (`board_ideas`), name no schema, and use no serial, now() or foreign key.
What is unique is never changed by `set`. The same history must give the same rows, byte for byte.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any
from zlib import crc32

from .rows import Rows

__all__ = ["Handler", "ReadModel", "Rows", "modules", "together"]

Handler = Callable[[Rows, Any], None]


@dataclass(frozen=True, eq=False)
class ReadModel:
    """One page or question. A change to `schema` or `handlers` needs a new `version`: it is then filled from history beside the old one.

    `kept` names tables of migrations/ that it also writes to, each with the columns that follow from events. They are never rebuilt, only compared,
    and get rows only for events after the day the read model was born.
    """

    name: str
    version: int
    schema: str
    handlers: Mapping[type, Handler]
    kept: Mapping[str, Sequence[str]] = field(default_factory=dict)
    _found: dict[type, Handler | None] = field(default_factory=dict, init=False, repr=False)

    @property
    def home(self) -> str:
        """The database schema that holds its tables."""
        return f"{self.name}_v{self.version}"

    @property
    def lock(self) -> int:
        """The advisory lock that whoever feeds it holds."""
        return crc32(f"read model {self.home}".encode())

    def handler(self, kind: type) -> Handler | None:
        if kind not in self._found:
            self._found[kind] = next((self.handlers[base] for base in kind.__mro__ if base in self.handlers), None)
        return self._found[kind]


def together(*modules: Mapping[type, Handler]) -> dict[type, Handler]:
    """The handlers of a read model that is written in several modules. An event that more than one of them knows goes to each, in their order."""
    found: dict[type, Handler] = {}
    for kind, handler in (pair for handlers in modules for pair in handlers.items()):
        found[kind] = _both(found[kind], handler) if kind in found else handler
    return found


def modules(package: str, having: str) -> list[ModuleType]:
    """The modules of a package that have this name in them, in the order of their own names: what has a module for each noun finds them by itself."""
    found = [import_module(f"{package}.{one.name}") for one in iter_modules(import_module(package).__path__)]
    return [module for module in found if hasattr(module, having)]


def _both(first: Handler, second: Handler) -> Handler:
    def handle(rows: Rows, e: Any) -> None:
        first(rows, e)
        second(rows, e)

    return handle
