"""What looks like a note on a photograph: patches of one colour, bright, and about as large and as straight as notes are. A suggestion; somebody says
whether it is one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PIL import Image

from aggregates.photograph import MOST_FOUND, WHOLE

EDGE = 200
"""The longer one of the picture that is looked at: a note is a patch there, and what is written on it is gone."""
STRONG, BRIGHT, PALE, WHITE = 55, 120, 45, 175
"""Of 255: from here a colour is one, and has light on it; up to here paper is white, and from here."""
HUE, SHADE = 14, 60
"""So far apart may the colours of one patch be."""
LEAST_SIDE, LARGEST_SHARE, LEAST_FILLED, LONGEST = 0.025, 0.3, 0.6, 2.6
"""Of the picture; of the box around it, which a note that hangs aslant does not fill; how many times as long as it is wide."""
MOST_BORDER = 0.3
"""What covers more of the border of the picture is what the notes are on."""

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Patch:
    left: int
    top: int
    right: int  # the first column that is not of it
    bottom: int
    size: int  # in pixels

    @property
    def sides(self) -> tuple[int, int]:
        return self.right - self.left, self.bottom - self.top


def found_notes(image: Image.Image) -> list[list[int]]:
    """Cuts in thousandths: row by row, in each from the left; the largest, where there are too many."""
    scale = EDGE / max(image.size)
    small = image.convert("RGB").resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))), Image.Resampling.BOX)
    pixels: list[Colour] = list(zip(*[iter(small.convert("HSV").tobytes())] * 3, strict=True))
    ground = _ground(pixels, small.width)
    is_open = [_is_paper(pixel) and not any(_is_alike(pixel, each) for each in ground) for pixel in pixels]
    patches = [patch for patch in _patches(pixels, is_open, small.width) if _is_note(patch, *small.size)]
    largest = _apart(sorted(patches, key=lambda patch: -patch.size))[:MOST_FOUND]
    return [_cut(patch, *small.size) for row in _rows(largest) for patch in row]


def _apart(patches: Sequence[Patch]) -> list[Patch]:
    """Without those whose middle lies on a larger one: a stain, a drawing, a corner in another light."""
    kept: list[Patch] = []
    for patch in patches:
        x, y = (patch.left + patch.right) / 2, (patch.top + patch.bottom) / 2
        if not any(each.left <= x <= each.right and each.top <= y <= each.bottom for each in kept):
            kept.append(patch)
    return kept


def _is_paper(pixel: Colour) -> bool:
    _, strength, light = pixel
    return (strength >= STRONG and light >= BRIGHT) or (strength <= PALE and light >= WHITE)


def _is_alike(one: Colour, other: Colour) -> bool:
    if max(one[1], other[1]) < STRONG:  # greys have no hue
        return abs(one[2] - other[2]) < SHADE
    apart = abs(one[0] - other[0])
    return min(apart, 256 - apart) < HUE and abs(one[1] - other[1]) < SHADE and abs(one[2] - other[2]) < SHADE


def _ground(pixels: Sequence[Colour], width: int) -> list[Colour]:
    """The colours of what the notes are on: those along much of the border."""
    border = [*pixels[:width], *pixels[-width:], *pixels[::width], *pixels[width - 1 :: width]]
    found: list[Colour] = []
    for pixel in sorted(border)[:: max(1, len(border) // 24)]:
        if not any(_is_alike(pixel, each) for each in found) and sum(_is_alike(pixel, each) for each in border) > MOST_BORDER * len(border):
            found.append(pixel)
    return found


def _patches(pixels: Sequence[Colour], is_open: list[bool], width: int) -> Iterator[Patch]:
    """Neighbours of the colour of the first of them, each pixel in one patch at most; those of `is_open` alone, which is used up. What begins one lies well
    within it, since at its edge it is mixed with what lies around."""
    for first in range(len(pixels)):
        if is_open[first] and _is_within(pixels, width, first):
            yield _grown(pixels, is_open, width, first)


def _is_within(pixels: Sequence[Colour], width: int, at: int) -> bool:
    if not (2 <= at % width < width - 2 and 2 * width <= at < len(pixels) - 2 * width):
        return False
    return all(_is_alike(pixels[at], pixels[at + near]) for near in (-2, 2, -2 * width, 2 * width))


def _grown(pixels: Sequence[Colour], is_open: list[bool], width: int, first: int) -> Patch:
    colour, is_open[first] = pixels[first], False
    patch, edge = [first], [first]
    while edge:
        at = edge.pop()
        column = at % width
        for near in ((at - width), (at + width), at - 1 if column else -1, at + 1 if column + 1 < width else -1):
            if 0 <= near < len(pixels) and is_open[near] and _is_alike(pixels[near], colour):
                is_open[near] = False
                patch.append(near)
                edge.append(near)
    columns = [at % width for at in patch]
    return Patch(min(columns), min(patch) // width, max(columns) + 1, max(patch) // width + 1, len(patch))


def _is_note(patch: Patch, width: int, height: int) -> bool:
    sides = patch.sides
    is_small = min(sides) < LEAST_SIDE * EDGE or patch.size > LARGEST_SHARE * width * height
    return not is_small and max(sides) <= LONGEST * min(sides) and patch.size >= LEAST_FILLED * sides[0] * sides[1]


def _rows(patches: Sequence[Patch]) -> list[list[Patch]]:
    """Notes hang in rows, more or less: one whose middle is above the foot of the first of a row is in it."""
    numbered, row, foot = [], 0, 0.0
    for patch in sorted(patches, key=lambda patch: (patch.top, patch.left)):
        if (patch.top + patch.bottom) / 2 > foot:
            row, foot = row + 1, patch.bottom
        numbered.append((row, patch.left, patch.top, patch))
    return [[patch for *_, patch in row_of] for _, row_of in groupby(sorted(numbered, key=lambda each: each[:3]), key=lambda each: each[0])]


def _cut(patch: Patch, width: int, height: int) -> list[int]:
    left, top = patch.left * WHOLE // width, patch.top * WHOLE // height
    return [left, top, patch.right * WHOLE // width - left, patch.bottom * WHOLE // height - top]
