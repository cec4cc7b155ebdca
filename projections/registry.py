"""Every read model. A new page over old facts: one module, and one line here; it fills itself from history."""

from collections.abc import Iterable

from .agendas import AGENDAS
from .base import ReadModel
from .board import BOARD
from .challenges import CHALLENGES
from .charters import CHARTERS
from .commission import COMMISSION
from .commitments import COMMITMENTS
from .deadlines import DEADLINES
from .decision_history import DECISION_HISTORY
from .decisions import DECISIONS
from .declines import DECLINES
from .footing import FOOTING
from .helpers import HELPERS
from .home import HOME
from .matters import MATTERS
from .methods import METHODS
from .minutes import MINUTES
from .missing_voices import MISSING_VOICES
from .outbox import OUTBOX
from .people import PEOPLE
from .permalinks import PERMALINKS
from .photographs import PHOTOGRAPHS
from .polls import POLLS
from .projects import PROJECTS
from .proposals import PROPOSALS
from .reflections import REFLECTIONS
from .rooms import ROOMS
from .rounds import ROUNDS
from .slips import SLIPS
from .taken_down import TAKEN_DOWN

REBUILT: list[ReadModel] = [
    AGENDAS,
    BOARD,
    CHALLENGES,
    CHARTERS,
    COMMISSION,
    COMMITMENTS,
    DEADLINES,
    DECISIONS,
    DECISION_HISTORY,
    DECLINES,
    FOOTING,
    HELPERS,
    HOME,
    MATTERS,
    METHODS,
    MINUTES,
    MISSING_VOICES,
    PEOPLE,
    PERMALINKS,
    PHOTOGRAPHS,
    POLLS,
    PROJECTS,
    PROPOSALS,
    REFLECTIONS,
    ROOMS,
    ROUNDS,
    SLIPS,
    TAKEN_DOWN,
]
"""Follow from events alone: dropped and filled again at will."""

KEPT: list[ReadModel] = [OUTBOX]
"""Also write to tables of migrations/ that are never dropped: re-derived and compared."""


def every() -> list[ReadModel]:
    return [*REBUILT, *KEPT]


def search_path(read_models: Iterable[ReadModel] | None = None) -> str:
    """The schemas of the versions that this code asks for, then `public`."""
    return ", ".join([*(m.home for m in (every() if read_models is None else read_models)), "public"])
