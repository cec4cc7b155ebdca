"""Where the marks of a count chart stand. One mark is one person; beyond 200 people it is one bar.

A chart is always as wide as sixteen marks, so that a mark and the words on it are as big in a small group as in a large one; more people take more rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

ACROSS = 16
STEP = 24
ROW = 30
EDGE = 4  # from the edge of the drawing to the first mark
WIDTH = 396
GAP = 8  # at the line, between those who were needed and the rest
LABEL = 24  # room above the row that has the line
MOST = 200


@dataclass(frozen=True, slots=True)
class Mark:
    kind: str  # "yes", "abstain", "no", "absent"
    x: int  # its middle
    y: int
    width: int = 16


@dataclass(frozen=True, slots=True)
class Line:
    x: int
    y: int  # the middle of its row
    label_x: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    is_bar: bool
    marks: Sequence[Mark]
    line: Line | None


def drawing(people: Sequence[tuple[str, int]], needed: int | None) -> Drawing:
    """`people`: kinds in the order in which they stand, and how many of each. The line stands after as many as were needed."""
    total = sum(count for _, count in people)
    return _bar(people, total, needed) if total > MOST else _rows([kind for kind, count in people for _ in range(count)], needed)


def _rows(kinds: Sequence[str], needed: int | None) -> Drawing:
    line_row = (needed - 1) // ACROSS if needed else None
    marks = [Mark(kind, _x(place, needed), _y(place // ACROSS, line_row)) for place, kind in enumerate(kinds)]
    line = None
    if needed and line_row is not None:
        line = _line(EDGE + (needed - line_row * ACROSS) * STEP, _y(line_row, line_row))
    rows = -(-len(kinds) // ACROSS) or 1
    return Drawing(WIDTH, _y(rows - 1, line_row) + 20, False, marks, line)


def _x(place: int, needed: int | None) -> int:
    is_past = needed is not None and place >= needed and place // ACROSS == (needed - 1) // ACROSS
    return EDGE + 8 + place % ACROSS * STEP + (GAP if is_past else 0)


def _y(row: int, line_row: int | None) -> int:
    return 16 + row * ROW + (LABEL if line_row is not None and row >= line_row else 0)


def _bar(people: Sequence[tuple[str, int]], total: int, needed: int | None) -> Drawing:
    length = WIDTH - 2 * EDGE
    y = _y(0, 0 if needed else None)
    marks, before = [], 0
    for kind, count in people:
        start, end = before * length // total, (before + count) * length // total
        if end > start:
            marks.append(Mark(kind, EDGE + (start + end) // 2, y, end - start))
        before += count
    return Drawing(WIDTH, y + 20, True, marks, _line(EDGE + needed * length // total, y) if needed else None)


def _line(x: int, y: int) -> Line:
    """Near an edge the label leans inwards."""
    if x < 60:
        return Line(x, y, EDGE, "start")
    return Line(x, y, WIDTH - EDGE, "end") if x > WIDTH - 60 else Line(x, y, x, "middle")
