"""The methods that come with the house, in both languages: a beginning, which the network changes and adds to as its own."""

from collections.abc import Sequence

from . import beginning, choosing, finding, listening, thinking
from .base import Offered

METHODS: Sequence[Offered] = (*beginning.METHODS, *listening.METHODS, *thinking.METHODS, *finding.METHODS, *choosing.METHODS)
