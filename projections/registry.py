"""Every read model. A new page over old facts: one module, and one line here; it fills itself from history."""

from collections.abc import Iterable

from .base import ReadModel
from .board import BOARD
from .deadlines import DEADLINES
from .outbox import OUTBOX
from .proposals import PROPOSALS

REBUILT: list[ReadModel] = [BOARD, DEADLINES, PROPOSALS]
"""Follow from events alone: dropped and filled again at will."""

KEPT: list[ReadModel] = [OUTBOX]
"""Also write to tables of migrations/ that are never dropped: re-derived and compared."""


def every() -> list[ReadModel]:
    return [*REBUILT, *KEPT]


def search_path(read_models: Iterable[ReadModel] | None = None) -> str:
    """The schemas of the versions that this code asks for, then `public`."""
    return ", ".join([*(m.home for m in (every() if read_models is None else read_models)), "public"])
