"""A consent round at home: while a group talks, each step waits for everybody until they took part in it. Once consent is asked for, the vote waits."""

from typing import Any
from uuid import UUID

from aggregates.amendment import Amendment
from aggregates.proposal import Proposal
from aggregates.round import TALKING, Round

from ..base import Rows

SCHEMA = """
create table home_rounds (id uuid primary key, project uuid not null, proposal uuid not null, step text not null, position bigint not null);
create index on home_rounds (project);
create index on home_rounds (proposal);
create table home_rounds_acts (round uuid not null, member uuid not null, position bigint not null, primary key (round, member));
"""


def begun(rows: Rows, e: Round.Begun) -> None:
    _at(rows, e, "present")


def went_on(rows: Rows, e: Round.WentOn) -> None:
    if e.step in TALKING:
        _at(rows, e, e.step)
    else:
        _over(rows, e.originator_id)


def took_part(rows: Rows, e: Round.Asked | Round.Replied | Round.Sensed) -> None:
    _acted(rows, e, e.originator_id)


def suggested(rows: Rows, e: Amendment.Suggested) -> None:
    for (found,) in rows.all("select id from home_rounds where proposal = %s order by id", e.subject):
        _acted(rows, e, found)


def ended(rows: Rows, e: Round.Ended) -> None:
    _over(rows, e.originator_id)


def withdrawn(rows: Rows, e: Proposal.Withdrawn) -> None:
    rows.remove("home_rounds", {"proposal": e.originator_id})


def _at(rows: Rows, e: Any, step: str) -> None:
    """Whoever leads it there took part."""
    rows.put("home_rounds", {"id": e.originator_id}, project=e.by.project, proposal=e.subject, step=step, position=rows.position)
    _acted(rows, e, e.originator_id)


def _acted(rows: Rows, e: Any, found: UUID) -> None:
    rows.put("home_rounds_acts", {"round": found, "member": e.by.author}, position=rows.position)


def _over(rows: Rows, found: UUID) -> None:
    rows.remove("home_rounds", {"id": found})
    rows.remove("home_rounds_acts", {"round": found})


HANDLERS = {
    Round.Begun: begun,
    Round.WentOn: went_on,
    Round.Asked: took_part,
    Round.Replied: took_part,
    Round.Sensed: took_part,
    Round.Ended: ended,
    Amendment.Suggested: suggested,
    Proposal.Withdrawn: withdrawn,
}
