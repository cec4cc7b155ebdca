"""How it stands with what runs without a person: how far each read model has come, and how long mail has been waiting."""

from dataclasses import dataclass
from typing import Any

from psycopg import Connection

LONGEST_LAG = 1000
LONGEST_WAIT = 600

LAGS = """
select name, case when state = 'parked' then error_position end, ready_at is not null,
       greatest(0, coalesce((select max(notification_id) from stored_events), 0) - position)
from read_models order by name, version
"""
WAIT = "select coalesce(extract(epoch from clock_timestamp() - min(since)), 0)::int from outbox_late"


@dataclass(frozen=True, slots=True)
class Report:
    lags: dict[str, int]  # read model -> events it has not seen yet
    parked: dict[str, int]  # read model -> the event that it stopped at
    outbox_seconds: int  # how long the oldest mail that should be gone has been waiting
    unfinished: list[str]  # read models that may not be shown yet

    @property
    def is_ready(self) -> bool:
        """Whether pages can be shown: they do not need a mail server."""
        return not self.unfinished and max(self.lags.values(), default=0) <= LONGEST_LAG

    @property
    def alarms(self) -> list[str]:
        """What somebody must look at, whether or not pages can be shown."""
        late = {"read models parked": bool(self.parked), "mail late": self.outbox_seconds > LONGEST_WAIT}
        return [word for word, is_so in late.items() if is_so]


def report(db: Connection[Any]) -> Report:
    rows = db.execute(LAGS).fetchall()
    wait = db.execute(WAIT).fetchone()
    return Report(
        lags={name: lag for name, _, _, lag in rows},
        parked={name: stopped_at for name, stopped_at, _, _ in rows if stopped_at is not None},
        outbox_seconds=int(wait[0]) if wait else 0,
        unfinished=[name for name, _, is_ready, _ in rows if not is_ready],
    )
