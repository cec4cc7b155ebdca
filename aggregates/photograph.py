"""A photograph of the wall of a session, or of a pile of its papers: what is on it is cut out piece by piece, and typed."""

from collections.abc import Sequence
from uuid import UUID

from .base import Act, Aggregate, Attachment, event
from .errors import AlreadyCut, PhotographIsGone, UnknownChoice

MOST_PIECES, MOST_FOUND = 40, 32
"""To be cut out at once; suggested of them, which leaves room for those that somebody sees."""
WHOLE = 1000
LEAST_EDGE = 5
ALIKE = 600

Cut = Sequence[int]
"""Of a photograph: from the left, from the top, width and height, in thousandths of it."""


class Photograph(Aggregate):
    @classmethod
    def take(cls, by: Act, subject: UUID, block: UUID, photo: Attachment, found: Sequence[Cut], table: int = 0) -> "Photograph":
        """`subject`: the session; `block`: the part of it that the wall belongs to. `found`: what looks like a note, for somebody to say whether it is one."""
        for cut in found:
            must_be_on_it(cut)
        return cls(by, subject, block, photo, [list(cut) for cut in found], table)

    def cut(self, by: Act, cuts: Sequence[Cut | None], cards: Sequence[UUID | None]) -> None:
        """Each piece became the card beside it, committed with it; None: it is no note. A cut of None is read from somewhere on the whole of it.
        Refused: PhotographIsGone, UnknownChoice, AlreadyCut, where most of a piece was cut out before, also just now."""
        self._must_be_here()
        if not 1 <= len(cuts) <= MOST_PIECES:
            raise UnknownChoice(value=len(cuts))
        taken = list(self.pieces)
        for cut in cuts:
            if cut is None:
                continue
            must_be_on_it(cut)
            if is_among(cut, taken):
                raise AlreadyCut
            taken.append(list(cut))
        self._cut_out(by, self.subject, self.block, [list(cut) if cut else None for cut in cuts], list(cards))

    def take_away(self, by: Act) -> None:
        """The cards that were typed from it stay."""
        self._must_be_here()
        self._taken_away(by, self.subject)

    @event("Taken")
    def __init__(self, by: Act, subject: UUID, block: UUID, photo: Attachment, found: list[list[int]], table: int) -> None:
        self.project = by.project
        self.subject = subject
        self.block = block
        self.photo = photo
        self.found = found
        self.pieces: list[list[int]] = []
        self.is_here = True

    @event("Cut")
    def _cut_out(self, by: Act, subject: UUID, block: UUID, cuts: list[list[int] | None], cards: list[UUID | None]) -> None:
        self.pieces += [cut for cut in cuts if cut]

    @event("TakenAway")
    def _taken_away(self, by: Act, subject: UUID) -> None:
        self.is_here = False

    def _must_be_here(self) -> None:
        if not self.is_here:
            raise PhotographIsGone


def must_be_on_it(cut: Cut) -> None:
    """Refused: UnknownChoice."""
    if len(cut) != 4 or min(cut) < 0 or min(cut[2:]) < LEAST_EDGE or cut[0] + cut[2] > WHOLE or cut[1] + cut[3] > WHOLE:
        raise UnknownChoice(value=", ".join(map(str, cut)))


def is_among(cut: Cut, others: Sequence[Cut]) -> bool:
    """Whether more than six tenths of it are on one of the others."""
    return any(_shared(cut, other) * WHOLE > ALIKE * cut[2] * cut[3] for other in others)


def _shared(one: Cut, other: Cut) -> int:
    width = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    height = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return max(0, width) * max(0, height)
