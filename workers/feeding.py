"""One batch of events into the read models that stand before it: rows, positions and the word that they changed, all in one transaction."""

import json
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection, connect

from projections.base import ReadModel, Rows
from projections.registry import search_path
from workspace.application import Workspace

LONGEST_LIST = 150
"""As many projects as fit into a notification (8,000 bytes); beyond that it says "any"."""

MOVE: LiteralString = """
with moved as (
    update read_models m set position = %(last)s, error = null, error_position = null, tries = 0, retry_at = null,
           ready_at = coalesce(m.ready_at, case when %(is_head)s then clock_timestamp() end),
           state = case when %(is_head)s or m.ready_at is not null then 'ready' else 'building' end
    where m.name || '_v' || m.version = any(%(homes)s) and m.position = %(after)s
    returning 1
)
select count(*), case when count(*) = cardinality(%(homes)s) then pg_notify('changes', %(word)s)::text end,
       case when %(is_kept)s then set_config('synchronous_commit', 'on', true) end
from moved
"""
"""What leaves the system must not be forgotten once somebody saw it, so what is told to something kept waits for the disk."""

FOLLOWING = "-c synchronous_commit=off -c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off -c jit=off"
"""What is lost in a crash is lost together with its position, and done again. Tables are young and unanalysed while they fill: always take the index."""


class Overtaken(Exception):
    """Somebody else moved this read model: look again where it is."""


class Unreadable(Exception):
    """The event at this position cannot be decoded, so nobody may go past it."""

    def __init__(self, position: int, failure: Exception) -> None:
        super().__init__(f"{type(failure).__name__}: {failure}")
        self.position = position


@dataclass(frozen=True, slots=True)
class Batch:
    """Events after `after` up to `last`, decoded once for everybody."""

    after: int
    last: int
    is_head: bool
    events: Sequence[tuple[int, Any]]

    def one_by_one(self) -> Iterable["Batch"]:
        after = self.after
        for position, event in self.events:
            yield Batch(after, position, self.is_head and position == self.last, [(position, event)])
            after = position


@dataclass(slots=True, eq=False)
class Led:
    """A read model that we feed, and how far it is."""

    model: ReadModel
    position: int
    born: int
    is_ready: bool
    tries: int = 0
    not_before: float = 0.0

    @property
    def is_due(self) -> bool:
        return not self.tries or time.monotonic() >= self.not_before

    def moved(self, given: Batch) -> None:
        self.position, self.is_ready, self.tries = given.last, self.is_ready or given.is_head, 0


def connection(workspace: Workspace) -> Connection[Any]:
    """A connection of our own, since session locks live on it."""
    options = f"-c search_path={search_path().replace(' ', '')} {FOLLOWING}"
    return connect(workspace.settings.database_url, autocommit=True, application_name="pleth projector", options=options)


def batch(workspace: Workspace, after: int, limit: int) -> Batch:
    """What can be read next: it ends before an event that cannot be decoded. Refused: Unreadable, where that comes first."""
    stored = workspace.recorder.select_notifications(after, limit, inclusive_of_start=False)
    decode = workspace.mapper.to_domain_event
    events: list[tuple[int, Any]] = []
    for one in stored:
        try:
            events.append((one.id, decode(one)))
        except Exception as failure:
            if events:
                return Batch(after, events[-1][0], False, events)
            raise Unreadable(one.id, failure) from failure
    return Batch(after, events[-1][0] if events else after, len(events) < limit, events)


def handle(rows: Rows, model: ReadModel, events: Iterable[tuple[int, Any]]) -> None:
    for position, event in events:
        handler = model.handler(type(event))
        if handler is not None:
            rows.position = position
            handler(rows, event)
    rows.flush()


def feed(db: Connection[Any], group: Sequence[Led], given: Batch) -> None:
    """One transaction for all of them. The updates of the positions come first: they wait for a rebuild that is about to swap, and they alone make
    every event count once."""
    told: defaultdict[tuple[frozenset[UUID], bool], list[Led]] = defaultdict(list)
    for led in group:
        handled = [event for _, event in given.events if led.model.handler(type(event)) is not None]
        told[frozenset(event.by.project for event in handled if getattr(event, "is_public", True)), bool(handled)].append(led)
    with db.transaction():
        for (projects, is_changed), moved in told.items():
            _move(db, moved, given, projects, is_changed)
        for led in group:
            handle(Rows(db, frozenset(led.model.kept), led.born), led.model, given.events)
    for led in group:
        led.moved(given)


def _move(db: Connection[Any], moved: Sequence[Led], given: Batch, projects: Set[UUID], is_changed: bool) -> None:
    """The word that they changed is heard when the transaction is committed. Of what is private no open page hears, not even that there was something."""
    homes = [led.model.home for led in moved]
    named = sorted(map(str, projects)) if len(projects) <= LONGEST_LIST else None
    word = {"read_models": homes, "position": given.last, "is_head": given.is_head, "projects": named}
    facts = {"last": given.last, "after": given.after, "is_head": given.is_head, "homes": homes, "word": json.dumps(word, separators=(",", ":"))}
    found = db.execute(MOVE, facts | {"is_kept": is_changed and any(led.model.kept for led in moved)}).fetchone()
    if found is None or found[0] != len(moved):
        raise Overtaken
