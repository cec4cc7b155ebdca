"""Why something is refused: the tree of refusals, and a branch for each part of the work that needs its own."""

from .attaching import *  # noqa: F403
from .belonging import *  # noqa: F403
from .deciding import *  # noqa: F403
from .doing import *  # noqa: F403
from .meeting import *  # noqa: F403
from .polling import *  # noqa: F403
from .tree import *  # noqa: F403
from .wording import *  # noqa: F403
