"""Why something is refused about who takes part.

Refused
└── OutOfTurn
    ├── AskedAlready         one request at a time; a facilitator answers it
    └── NobodyAsks           it was answered, or taken back
"""

from .tree import OutOfTurn


class AskedAlready(OutOfTurn): ...


class NobodyAsks(OutOfTurn): ...
