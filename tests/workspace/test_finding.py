"""What looks like a note on a photograph, in pictures that are drawn for it."""

import math
import random
from collections.abc import Sequence
from time import process_time

import pytest
from PIL import Image, ImageDraw, ImageFilter

from aggregates.photograph import MOST_FOUND, is_among, must_be_on_it
from workspace.finding import found_notes

WHITE_WALL, BROWN_TABLE, PALE_WOOD, GREEN_BOARD = (236, 234, 228), (112, 74, 44), (214, 180, 138), (40, 84, 60)
YELLOW, PINK, BLUE, GREEN, ORANGE, PAPER = (250, 226, 88), (246, 138, 176), (120, 190, 236), (166, 222, 108), (250, 168, 70), (250, 249, 245)
SIZE, NOTE = (1600, 1200), 180

Place = tuple[int, int]
GRID: list[Place] = [(200 + 320 * column, 200 + 330 * row) for row in range(3) for column in range(4)]


def drawn(ground: tuple[int, int, int], notes: Sequence[tuple[Place, tuple[int, int, int]]], *, slant: float = 0, size: Place = SIZE) -> Image.Image:
    """Notes with something written on each, on a ground that is not even; their places are their middles."""
    picture = Image.new("RGB", size, ground)
    pen = ImageDraw.Draw(picture)
    for (x, y), colour in notes:
        corner, turn = NOTE / math.sqrt(2), math.radians(slant)
        pen.polygon(
            [(x + corner * math.cos(turn + k * math.pi / 2 + math.pi / 4), y + corner * math.sin(turn + k * math.pi / 2 + math.pi / 4)) for k in range(4)],
            colour,
        )
        for line in range(3):
            pen.line([(x - 60, y - 40 + 40 * line), (x + 60, y - 42 + 40 * line)], (40, 40, 60), 5)
    chance = random.Random(7)
    grain = Image.new("L", (size[0] // 40, size[1] // 40))
    grain.putdata([chance.randint(0, 26) for _ in range(grain.width * grain.height)])
    shade = Image.new("RGB", size, "black")
    return Image.composite(shade, picture, grain.resize(size)).filter(ImageFilter.GaussianBlur(2))


def around(place: Place, size: Place = SIZE) -> list[int]:
    return [(place[0] - NOTE // 2) * 1000 // size[0], (place[1] - NOTE // 2) * 1000 // size[1], NOTE * 1000 // size[0], NOTE * 1000 // size[1]]


def all_found(found: Sequence[Sequence[int]], places: Sequence[Place]) -> bool:
    """In their order, each of them, and nothing else."""
    return len(found) == len(places) and all(
        is_among(cut, [around(place)]) and is_among(around(place), [cut]) for cut, place in zip(found, places, strict=True)
    )


@pytest.mark.parametrize("ground", [WHITE_WALL, BROWN_TABLE, PALE_WOOD, GREEN_BOARD], ids=["white", "brown", "pale", "green"])
@pytest.mark.parametrize("slant", [0, 5, -9])
def test_notes_of_several_colours_are_found_in_their_order(ground: tuple[int, int, int], slant: float) -> None:
    colours = [YELLOW, PINK, BLUE, GREEN]
    found = found_notes(drawn(ground, [(place, colours[n % 4]) for n, place in enumerate(GRID)], slant=slant))
    assert all_found(found, GRID), found


@pytest.mark.parametrize("ground", [BROWN_TABLE, GREEN_BOARD], ids=["brown", "green"])
def test_white_papers_on_a_table_are_found_too(ground: tuple[int, int, int]) -> None:
    assert all_found(found_notes(drawn(ground, [(place, PAPER) for place in GRID])), GRID)


def test_a_light_on_them_does_not_hide_them() -> None:
    picture = drawn(WHITE_WALL, [(place, ORANGE) for place in GRID])
    light = Image.new("L", SIZE, 0)
    for x, y in GRID[::2]:
        ImageDraw.Draw(light).ellipse((x - 20, y - 90, x + 70, y - 20), 230)
    picture = Image.composite(Image.new("RGB", SIZE, "white"), picture, light.filter(ImageFilter.GaussianBlur(12)))
    assert all_found(found_notes(picture), GRID)


def test_notes_of_two_colours_that_touch_are_two() -> None:
    places = [(700, 600), (700 + NOTE, 600)]
    assert all_found(found_notes(drawn(WHITE_WALL, [(places[0], YELLOW), (places[1], PINK)])), places)


@pytest.mark.parametrize(
    "ground", [WHITE_WALL, BROWN_TABLE, PALE_WOOD, GREEN_BOARD, (0, 0, 0), YELLOW], ids=["white", "brown", "pale", "green", "black", "yellow"]
)
def test_on_an_empty_wall_there_is_none(ground: tuple[int, int, int]) -> None:
    assert found_notes(drawn(ground, [])) == []


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (40, 30), (900, 1600)])
def test_whatever_the_picture_is_each_piece_lies_on_it(size: Place) -> None:
    chance = random.Random(3)
    picture = Image.frombytes("RGB", (8, 8), bytes(chance.randrange(256) for _ in range(192))).resize(size, Image.Resampling.NEAREST)
    for cut in found_notes(picture):
        must_be_on_it(cut)


def test_there_are_no_more_than_can_be_typed_at_once() -> None:
    places = [(80 + 130 * column, 80 + 130 * row) for row in range(9) for column in range(12)]
    picture = Image.new("RGB", SIZE, WHITE_WALL)
    for x, y in places:
        ImageDraw.Draw(picture).rectangle((x - 45, y - 45, x + 45, y + 45), YELLOW)
    assert len(found_notes(picture)) == MOST_FOUND


def test_a_large_photograph_is_looked_at_in_a_moment() -> None:
    picture = drawn(WHITE_WALL, [(place, YELLOW) for place in GRID])
    before = process_time()
    found_notes(picture)
    assert process_time() - before < 1
