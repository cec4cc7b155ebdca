"""Why something is refused about who takes part.

Refused
└── OutOfTurn
    ├── AskedAlready         one request at a time; a facilitator answers it
    ├── NobodyAsks           it was answered, or taken back
    ├── NoLongerMissing      they are here now, or nobody looks for them any more
    └── InNoGroup            to be counted once, one must be in one of the two groups
"""

from .tree import OutOfTurn


class AskedAlready(OutOfTurn): ...


class NobodyAsks(OutOfTurn): ...


class NoLongerMissing(OutOfTurn): ...


class InNoGroup(OutOfTurn): ...
