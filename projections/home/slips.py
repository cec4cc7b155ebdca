"""What was written down for somebody with an account waits for them at home; what visitors said waits for the facilitators to read it."""

from typing import Any

from aggregates.matter import Matter
from aggregates.slip import Slip
from aggregates.words import Words

from ..base import Rows
from .waiting import done, over, wait, wait_for_facilitators

SCHEMA = """
create table home_matters (id uuid primary key, project uuid not null);
create index on home_matters (project);
"""


def given(rows: Rows, e: Slip.Given) -> None:
    if e.by.voice:
        wait(rows, e, "slip", e.voice, e.originator_id, words=[e.words] if e.words else [], facts={"writer": e.by.member.hex, "what": e.what})


def settled(rows: Rows, e: Slip.Confirmed | Slip.Corrected | Slip.Withdrawn) -> None:
    done(rows, "slip", e.by.author, e.originator_id)


def said(rows: Rows, e: Matter.Said | Matter.Reworded) -> None:
    rows.put("home_matters", e.originator_id, project=e.by.project)
    _to_read(rows, e)


def read(rows: Rows, e: Matter.Themed | Matter.TakenBack) -> None:
    rows.remove("home_matters", e.originator_id)
    _to_read(rows, e)


def hidden(rows: Rows, e: Words.Hidden) -> None:
    """Whoever took the words, the photo or the voice down has read them."""
    if e.kind in ("matter", "photo", "sound"):
        rows.remove("home_matters", e.subject)
        _to_read(rows, e)


def _to_read(rows: Rows, e: Any) -> None:
    """One turn for all that waits in a project, however much it is."""
    (count,) = rows.one("select count(*) from home_matters where project = %s", e.by.project)
    if count:
        wait_for_facilitators(rows, e, "matters", e.by.project, facts={"count": count})
    else:
        over(rows, "matters", e.by.project)


HANDLERS = {
    Slip.Given: given,
    Slip.Confirmed: settled,
    Slip.Corrected: settled,
    Slip.Withdrawn: settled,
    Matter.Said: said,
    Matter.Reworded: said,
    Matter.Themed: read,
    Matter.TakenBack: read,
    Words.Hidden: hidden,
}
