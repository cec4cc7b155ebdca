"""Writes of handlers: gathered into runs of like rows, with the same outcome as one by one."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aggregates.base import NETWORK
from projections.base import ReadModel, Rows
from projections.registry import search_path

SCHEMA = """
create table board_ideas (id uuid primary key, place text, supporters int not null default 0,
                          tags text[], facts jsonb, cost numeric, at timestamptz, seal bytea);
create table board_votes (idea uuid, member uuid, side text, primary key (idea, member));
"""
A, B, C = (uuid5(NETWORK, name) for name in "abc")


@pytest.fixture
def db(database_url: str) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(database_url, autocommit=True) as db:
        db.execute(SCHEMA)
        yield db


class Counting:
    """A connection that counts its statements."""

    def __init__(self, db: psycopg.Connection[Any]) -> None:
        self.db, self.statements = db, 0

    def execute(self, *words: Any) -> Any:
        self.statements += 1
        return self.db.execute(*words)


def ideas(db: psycopg.Connection[Any]) -> list[Any]:
    return db.execute("select id, place, supporters from board_ideas order by id").fetchall()


def test_every_kind_of_value_arrives(db: psycopg.Connection[Any]) -> None:
    rows, at = Rows(db), datetime(2026, 3, 29, 0, 59, 59, 123456, tzinfo=UTC)
    place, facts = "Tŷ \U0001f600 \"'\\", {"n": [1, None], "who": str(B)}
    rows.insert("board_ideas", id=A, place=place, tags=["a,b", "ŵ"], facts=facts, cost=Decimal("0.10"), at=at, seal=b"\x00\xff")
    rows.flush()
    row = db.execute("select place, tags, facts, cost, at, seal from board_ideas").fetchone()
    assert row == (place, ["a,b", "ŵ"], facts, Decimal("0.10"), at, b"\x00\xff")


def test_a_run_of_like_rows_is_one_statement(db: psycopg.Connection[Any]) -> None:
    counting = Counting(db)
    rows = Rows(counting)  # type: ignore[arg-type]
    for n in range(100):
        rows.insert("board_ideas", id=uuid5(NETWORK, str(n)), place="wall")
        rows.add("board_ideas", uuid5(NETWORK, str(n // 2)), supporters=1)
        rows.set("board_ideas", uuid5(NETWORK, str(n)), place="floor")
    rows.flush()
    assert counting.statements == 3
    assert db.execute("select count(*), sum(supporters), count(*) filter (where place = 'floor') from board_ideas").fetchone() == (100, 100, 100)


def test_what_is_asked_twice_of_a_row_adds_up_or_replaces(db: psycopg.Connection[Any]) -> None:
    rows = Rows(db)
    rows.insert("board_ideas", id=A)
    for _ in range(3):
        rows.add("board_ideas", A, supporters=2)
    rows.set("board_ideas", A, place="first")
    rows.set("board_ideas", A, place="second")
    rows.flush()
    assert ideas(db) == [(A, "second", 6)]


def test_a_row_that_was_removed_can_come_again(db: psycopg.Connection[Any]) -> None:
    rows = Rows(db)
    for side in ("citizen", "professional"):
        rows.insert("board_votes", idea=A, member=B, side=side)
        rows.remove("board_votes", {"idea": A, "member": B})
    rows.insert("board_votes", idea=A, member=B, side="none")
    rows.flush()
    assert db.execute("select side from board_votes").fetchall() == [("none",)]


def test_a_remove_by_part_of_a_key_stays_between_what_was_before_and_after(db: psycopg.Connection[Any]) -> None:
    rows = Rows(db)
    rows.insert("board_votes", idea=A, member=B, side="before")
    rows.insert("board_votes", idea=C, member=B, side="elsewhere")
    rows.remove("board_votes", {"idea": A})
    rows.insert("board_votes", idea=A, member=C, side="after")
    rows.flush()
    assert db.execute("select side from board_votes order by side").fetchall() == [("after",), ("elsewhere",)]


def test_put_inserts_or_sets(db: psycopg.Connection[Any]) -> None:
    rows = Rows(db)
    for side in ("citizen", "professional"):
        rows.put("board_votes", {"idea": A, "member": B}, side=side)
        rows.flush()
    assert db.execute("select side from board_votes").fetchall() == [("professional",)]


def test_looking_sees_what_was_written(db: psycopg.Connection[Any]) -> None:
    rows = Rows(db)
    rows.insert("board_ideas", id=A, place="wall")
    assert rows.one("select place from board_ideas where id = %s", A) == ("wall",)
    assert rows.one("select place from board_ideas where id = %s", B) is None
    assert rows.all("select supporters from board_ideas") == [(0,)]


def test_one_row_is_known_as_it_was_left_without_ending_a_run(db: psycopg.Connection[Any]) -> None:
    counting = Counting(db)
    rows = Rows(counting)  # type: ignore[arg-type]
    rows.insert("board_ideas", id=A, place="wall", supporters=1)
    rows.add("board_ideas", A, supporters=2)
    rows.set("board_ideas", A, place="floor")
    assert rows.of("board_ideas", A, "place", "supporters") == ("floor", 3)
    assert counting.statements == 0
    assert rows.of("board_ideas", B, "place") is None
    rows.insert("board_ideas", id=B, place="table")
    assert rows.of("board_ideas", B, "supporters") == (0,)  # as the table has it by default
    rows.add("board_ideas", A, supporters=1)
    assert rows.of("board_ideas", A, "supporters") == (4,)
    rows.remove("board_ideas", A)
    assert rows.of("board_ideas", A, "supporters") is None
    rows.flush()
    assert ideas(db) == [(B, "table", 0)]


VERBS = ("insert", "set", "add", "remove", "put", "flush")


def test_one_row_is_known_as_the_database_would_say_it(db: psycopg.Connection[Any]) -> None:
    """Whatever was written before in which order, remembered or looked up."""
    chance = random.Random(4)
    for _ in range(60):
        rows, there = Rows(db), {idea for idea, _, _ in ideas(db)}
        for _ in range(chance.randrange(1, 12)):
            idea, verb = chance.choice((A, B, C)), chance.choice(VERBS)
            values: dict[str, Any] = {"place": chance.choice("xyz")}
            if chance.random() < 0.8:
                values |= {"supporters": chance.randrange(5)}
            if verb == "flush":
                rows.flush()
            elif verb == "remove":
                rows.remove("board_ideas", idea)
                there.discard(idea)
            elif verb == "add":
                rows.add("board_ideas", idea, supporters=chance.randrange(5))
            elif verb == "insert" and idea not in there:
                rows.insert("board_ideas", id=idea, **values)
                there.add(idea)
            elif verb == "set" or (verb == "put" and idea in there):
                getattr(rows, verb)("board_ideas", idea, **values)
        said = {idea: rows.of("board_ideas", idea, "place", "supporters") for idea in (A, B, C)}
        rows.flush()
        assert {idea: row for idea, row in said.items() if row} == {idea: tuple(rest) for idea, *rest in ideas(db)}


def test_a_write_may_not_change_its_own_key(db: psycopg.Connection[Any]) -> None:
    with pytest.raises(ValueError, match="changes its own key"):
        Rows(db).set("board_votes", {"idea": A, "member": B}, member=C)


def test_a_kept_table_gets_rows_only_after_its_birth_and_once(db: psycopg.Connection[Any]) -> None:
    rows = Rows(db, frozenset({"board_ideas"}), born=7)
    for position, idea in ((7, A), (8, B), (9, B)):
        rows.position = position
        rows.insert("board_ideas", id=idea, place=str(position))
    rows.flush()
    assert ideas(db) == [(B, "8", 0)]


def test_a_handler_is_found_by_the_nearest_class() -> None:
    class Base: ...

    class Near(Base): ...

    class Nearer(Near): ...

    def of_base(rows: Rows, e: Any) -> None: ...

    def of_near(rows: Rows, e: Any) -> None: ...

    model = ReadModel("board", 1, "", {Base: of_base, Near: of_near})
    assert [model.handler(kind) for kind in (Base, Near, Nearer, int)] == [of_base, of_near, of_near, None]
    assert search_path([model]) == "board_v1, public"


STEPS = st.lists(st.tuples(st.sampled_from(["insert", "add", "set", "other", "remove", "part"]), st.integers(0, 3), st.integers(0, 2)), max_size=40)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_mixture_comes_out_as_one_by_one(db: psycopg.Connection[Any], steps: list[tuple[str, int, int]]) -> None:
    outcomes = []
    for flushing in (True, False):
        db.execute("truncate board_ideas, board_votes")
        rows = Rows(db)
        there: set[tuple[int, int]] = set()
        for verb, n, m in steps:
            ask(rows, there, verb, n, m)
            if flushing:
                rows.flush()
        rows.flush()
        votes = db.execute("select idea, member, side from board_votes order by idea, member").fetchall()
        outcomes.append((ideas(db), votes))
    assert outcomes[0] == outcomes[1]


def ask(rows: Rows, there: set[tuple[int, int]], verb: str, n: int, m: int) -> None:
    """One write; `there` says which rows exist, so that nothing is inserted twice."""
    idea, member = uuid5(NETWORK, str(n)), uuid5(NETWORK, f"member {m}")
    both: dict[str, UUID] = {"idea": idea, "member": member}
    if verb == "insert" and (n, m) not in there:
        rows.insert("board_votes", **both, side=f"inserted {m}")
        if not any(n == other for other, _ in there):
            rows.put("board_ideas", idea)
        there.add((n, m))
    elif verb == "add":
        rows.add("board_ideas", idea, supporters=m + 1)
    elif verb == "set":
        rows.set("board_ideas", idea, place=str(m))
    elif verb == "other":
        rows.set("board_votes", {"member": member}, side=f"set {n}")
    elif verb == "remove":
        rows.remove("board_votes", both)
        there.discard((n, m))
    elif verb == "part":
        rows.remove("board_votes", {"idea": idea})
        there -= {one for one in there if one[0] == n}
