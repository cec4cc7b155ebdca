"""How often something may be tried, counted in PostgreSQL so that every process counts the same."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from psycopg import Connection

from aggregates.errors import Refused

from .tokens import sealed


class TooOften(Refused): ...


@dataclass(frozen=True, slots=True)
class Limit:
    name: str
    times: int
    within: timedelta


COUNT = """
insert into rate_limits as old (key, count, since) values (%(key)s, 1, clock_timestamp())
on conflict (key) do update set count = case when old.since + %(within)s < clock_timestamp() then 1 else old.count + 1 end,
                                since = case when old.since + %(within)s < clock_timestamp() then clock_timestamp() else old.since end
returning count
"""


def hold_to(db: Connection[Any], secret: bytes, limit: Limit, who: str) -> None:
    """Count one try by `who` (an address, kept as a keyed hash). Commits by itself, so that a refusal does not undo it. Refused: TooOften."""
    row = db.execute(COUNT, {"key": sealed(secret, f"limit {limit.name}", who), "within": limit.within}).fetchone()
    if row is not None and row[0] > limit.times:
        raise TooOften(minutes=max(1, int(limit.within.total_seconds() // 60)))


def forget_old(db: Connection[Any]) -> None:
    db.execute("delete from rate_limits where since < clock_timestamp() - interval '1 day'")
