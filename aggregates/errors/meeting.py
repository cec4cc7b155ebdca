"""Why something is refused around a session.

Refused
├── Conflict
│   ├── SomebodyMovedOn          another who leads was quicker; the page shows where the group is now
│   ├── SheetIsTypedIn           the number of a sheet of paper is used once; says by whom and when
│   ├── AlreadyChose             a paper says otherwise than what they chose themselves
│   └── AlreadyCut               most of that piece of a photograph was cut out and typed before
├── TimesAreWrong                it ends before it starts, is over already, or lasts a day and more
├── NotEnoughToChooseFrom        dots need two things at least
├── TooManyDots
├── NotAllowed
│   ├── NotLetIn                 came by the code, and waits until whoever leads lets them in
│   └── NotThere                 left, was turned away, or does not ask to speak
└── OutOfTurn
    ├── SessionIsCancelled
    ├── SessionIsNotRunning      its doors are not open, or it is over
    ├── HasNotBegun              nobody can have met yet
    ├── SessionIsNotOver         its minutes come when it is
    ├── MinutesAreOpen           their week is not over
    ├── MinutesAreSealed         whoever led can open them for another week
    ├── ReflectingIsOver         how it went was counted when the minutes were sealed first
    ├── SaidThemselves           nobody says otherwise for somebody who said it with their own hand
    ├── SessionIsFull
    ├── CodeIsDead               it never was one, was renewed, or its session is over
    ├── BlockHasBegun
    ├── BlockIsNotRecorded       the group agreed that nothing of it is kept
    ├── PhonesAreFrozen          for a moment, by whoever leads
    ├── CardIsGone, AlreadyTakenOn
    ├── PhotographIsGone         whoever leads took it away
    └── TurnsAreRefused          somebody asked that nobody counts who speaks
"""

from .tree import Conflict, NotAllowed, OutOfTurn, Refused


class SomebodyMovedOn(Conflict): ...


class SheetIsTypedIn(Conflict): ...


class AlreadyChose(Conflict): ...


class AlreadyCut(Conflict): ...


class TimesAreWrong(Refused): ...


class NotEnoughToChooseFrom(Refused): ...


class TooManyDots(Refused): ...


class NotLetIn(NotAllowed): ...


class NotThere(NotAllowed): ...


class SessionIsCancelled(OutOfTurn): ...


class SessionIsNotRunning(OutOfTurn): ...


class HasNotBegun(OutOfTurn): ...


class SessionIsNotOver(OutOfTurn): ...


class MinutesAreOpen(OutOfTurn): ...


class MinutesAreSealed(OutOfTurn): ...


class ReflectingIsOver(OutOfTurn): ...


class SaidThemselves(OutOfTurn): ...


class SessionIsFull(OutOfTurn): ...


class CodeIsDead(OutOfTurn): ...


class BlockHasBegun(OutOfTurn): ...


class BlockIsNotRecorded(OutOfTurn): ...


class PhonesAreFrozen(OutOfTurn): ...


class CardIsGone(OutOfTurn): ...


class AlreadyTakenOn(OutOfTurn): ...


class PhotographIsGone(OutOfTurn): ...


class TurnsAreRefused(OutOfTurn): ...
