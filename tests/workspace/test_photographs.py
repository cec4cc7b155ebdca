"""Photographs of the wall: who takes and types them, until when, and that a note becomes one card however many type it at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from aggregates.card import Card
from aggregates.errors import (
    AlreadyCut,
    BlockIsNotRecorded,
    Empty,
    MinutesAreSealed,
    NotAPhoto,
    NotFound,
    NotThatStep,
    NotYours,
    PhotographIsGone,
    SessionIsNotRunning,
    TooLong,
    UnknownChoice,
)
from aggregates.member import Member
from aggregates.photograph import Photograph
from tests.evening import Evening, meanwhile, seal_minutes
from tests.gathering import Gathering
from tests.showing import picture
from workspace import minutes, photographs, sessions
from workspace.photographs import Piece
from workspace.sessions import PlannedBlock

CORNER = (0, 0, 300, 300)


@pytest.fixture
def evening(gathering: Gathering) -> Evening:
    return Evening(gathering).open_doors()


def taken(evening: Evening, who: str = "Mair", block: int = 0, photo: bytes = b"") -> Photograph:
    workspace = evening.gathering.workspace
    made = photographs.take(workspace, evening.act(who), evening.id, evening.blocks[block], photo or picture(), 2).id
    return workspace.load(Photograph, made)


def test_whoever_wrote_is_on_the_record_without_a_name_and_on_no_roll(evening: Evening) -> None:
    workspace, photograph = evening.gathering.workspace, taken(evening)
    photographs.cut(workspace, evening.act("Mair"), evening.id, photograph.id, [Piece(CORNER, "Tea", 4), Piece((500, 500, 90, 90))], side="citizen")
    [put] = evening.events(Card.Put)
    assert (put.by.member, put.by.side, put.by.channel, put.by.source, put.table, put.is_named) == (
        evening.act("Mair").member,
        "citizen",
        "paper",
        "paper",
        4,
        False,
    )
    place = workspace.load(Member, put.by.author)
    assert (place.state, place.source, place.side) == ("recorded", "paper", "citizen")
    with workspace.reading() as db:
        assert db.execute("select name from names where member = %s", (place.id,)).fetchone() == (None,)
        assert db.execute("select text, file from photographed").fetchall() == [(put.words.id, photograph.photo.id)]


def test_pieces_that_are_no_notes_put_nobody_on_the_record(evening: Evening) -> None:
    photograph, before = taken(evening), len(evening.events(Member.Placed))
    photographs.cut(evening.gathering.workspace, evening.act("Mair"), evening.id, photograph.id, [Piece(CORNER)])
    assert (len(evening.events(Member.Placed)), evening.events(Card.Put)) == (before, [])


def test_a_note_becomes_one_card_however_many_type_it_at_once(evening: Evening) -> None:
    workspace, photograph = evening.gathering.workspace, taken(evening)

    def typed(number: int) -> str:
        try:
            photographs.cut(workspace, evening.act("Mair"), evening.id, photograph.id, [Piece(CORNER, f"Tea {number}")])
        except AlreadyCut:
            return "already"
        return "typed"

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(typed, range(16)))
    assert (answers.count("typed"), len(evening.events(Card.Put))) == (1, 1)


@pytest.mark.parametrize(
    ("pieces", "side", "refused"),
    [
        ([], "none", Empty),
        ([Piece((0, 0, 2000, 3), "Tea")], "none", UnknownChoice),
        ([Piece(None, "Tea")], "everybody", UnknownChoice),
        ([Piece(None, "x" * 1001)], "none", TooLong),
        ([Piece(CORNER, "Tea"), Piece(CORNER, "Tea")], "none", AlreadyCut),
    ],
)
def test_what_cannot_be_typed(evening: Evening, pieces: list[Piece], side: str, refused: type[Exception]) -> None:
    photograph, head = taken(evening), evening.gathering.workspace.head()
    with pytest.raises(refused):
        photographs.cut(evening.gathering.workspace, evening.act("Mair"), evening.id, photograph.id, pieces, side=side)
    assert evening.gathering.workspace.head() == head


def test_those_who_lead_do_it_and_nobody_else(evening: Evening) -> None:
    workspace, photograph = evening.gathering.workspace, taken(evening)
    other = Evening(evening.gathering).open_doors()
    with pytest.raises(NotYours):
        taken(evening, "Eira")
    with pytest.raises(NotYours):
        photographs.cut(workspace, evening.act("Eira"), evening.id, photograph.id, [Piece(None, "Tea")])
    with pytest.raises(NotYours):
        photographs.take_away(workspace, evening.act("Eira"), evening.id, photograph.id)
    with pytest.raises(NotFound):
        photographs.cut(workspace, other.act("Mair"), other.id, photograph.id, [Piece(None, "Tea")])
    sessions.give_role(workspace, evening.act("Mair"), evening.id, evening.gathering.member("Eira"), "host")
    photographs.cut(workspace, evening.act("Eira"), evening.id, photograph.id, [Piece(None, "Tea")])


def test_only_where_people_write_and_it_is_recorded(evening: Evening) -> None:
    workspace = evening.gathering.workspace
    for block in (1, 4):
        with pytest.raises(NotThatStep):
            taken(evening, block=block)
    told = PlannedBlock("write", 10, {"title": evening.said("Dan ein gwynt", "Between us")}, is_recorded=False)
    sessions.add_block(workspace, evening.act("Mair"), evening.id, told)
    evening.blocks = list(workspace.load(sessions.Session, evening.id).blocks)
    with pytest.raises(BlockIsNotRecorded):
        taken(evening, block=-1)
    with pytest.raises(NotAPhoto):
        taken(evening, photo=b"no photo")


def test_from_the_opening_of_the_doors_until_the_minutes_are_sealed(gathering: Gathering) -> None:
    evening, workspace = Evening(gathering), gathering.workspace
    with pytest.raises(SessionIsNotRunning):
        taken(evening)
    evening.open_doors().end()
    photograph = taken(evening)
    minutes.draft(workspace, evening.id)
    photographs.cut(workspace, evening.act("Mair"), evening.id, photograph.id, [Piece(None, "Tea")])
    assert len(evening.events(Card.Shown)) == 1
    seal_minutes(workspace, evening.id, evening.act("Mair"))
    with pytest.raises(MinutesAreSealed):
        taken(evening)
    with pytest.raises(MinutesAreSealed):
        photographs.cut(workspace, evening.act("Mair"), evening.id, photograph.id, [Piece(None, "Tea")])
    photographs.take_away(workspace, evening.act("Mair"), evening.id, photograph.id)
    with pytest.raises(PhotographIsGone):
        photographs.take_away(workspace, evening.act("Mair"), evening.id, photograph.id)
    with workspace.reading() as db:
        assert db.execute("select (select count(*) from files), (select count(*) from photographed)").fetchone() == (0, 0)


@pytest.mark.parametrize("do", ["take", "type"])
def test_what_hung_on_the_wall_is_refused_at_the_moment_of_sealing(evening: Evening, monkeypatch: pytest.MonkeyPatch, do: str) -> None:
    workspace, photograph = evening.gathering.workspace, taken(evening)
    acts: dict[str, Callable[[], object]] = {
        "take": lambda: taken(evening),
        "type": lambda: photographs.cut(workspace, evening.act("Mair"), evening.id, photograph.id, [Piece(CORNER, "Tea")]),
    }
    evening.end()
    minutes.draft(workspace, evening.id)
    meanwhile(monkeypatch, minutes, "open_record", lambda: seal_minutes(workspace, evening.id, evening.act("Mair")))
    with pytest.raises(MinutesAreSealed):
        acts[do]()


def test_a_second_press_does_nothing_more(evening: Evening) -> None:
    workspace, photograph = evening.gathering.workspace, taken(evening)
    by = evening.act("Mair")
    first = photographs.cut(workspace, by, evening.id, photograph.id, [Piece(CORNER, "Tea")])
    again = photographs.cut(workspace, by, evening.id, photograph.id, [Piece(CORNER, "Tea")])
    assert (again.already, again.position) == (True, first.position)
