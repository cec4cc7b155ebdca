"""Why something is refused, for the web to answer with: the tree of aggregates/errors.py."""

from aggregates.errors import *  # noqa: F403
