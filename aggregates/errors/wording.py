"""Why something is refused about words that were reported or taken down.

Refused
├── NotAllowed
│   └── SomebodyElseDecides  not who took the words down, nor who wrote them
└── OutOfTurn
    ├── AlreadyAppealed, NoAppeal, AppealIsOpen
    └── NotReported
"""

from .tree import NotAllowed, OutOfTurn


class SomebodyElseDecides(NotAllowed): ...


class AlreadyAppealed(OutOfTurn): ...


class NoAppeal(OutOfTurn): ...


class AppealIsOpen(OutOfTurn): ...


class NotReported(OutOfTurn): ...
