"""Whoever said that they will reach out to somebody is asked two weeks later what came of it."""

from datetime import timedelta

from aggregates.missing_voice import MissingVoice

from ..base import Rows
from .waiting import done, over, wait

TWO_WEEKS = timedelta(days=14)

SCHEMA = """
create table home_missing_voices (id uuid primary key, who uuid[] not null);
"""


def named(rows: Rows, e: MissingVoice.Named) -> None:
    rows.insert("home_missing_voices", id=e.originator_id, who=[text.id for text in e.who])


def taken_on(rows: Rows, e: MissingVoice.TakenOn) -> None:
    (who,) = rows.of("home_missing_voices", e.originator_id, "who")
    wait(rows, e, "reach", e.by.author, e.originator_id, words=who, from_at=e.by.happened_at + TWO_WEEKS)


def told(rows: Rows, e: MissingVoice.Told) -> None:
    done(rows, "reach", e.by.author, e.originator_id)


def ended(rows: Rows, e: MissingVoice.Here | MissingVoice.Closed) -> None:
    over(rows, "reach", e.originator_id)


HANDLERS = {
    MissingVoice.Named: named,
    MissingVoice.TakenOn: taken_on,
    MissingVoice.Told: told,
    MissingVoice.Here: ended,
    MissingVoice.Closed: ended,
}
