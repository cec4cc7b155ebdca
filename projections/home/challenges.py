"""What does not feel right waits for the facilitators until somebody answers; then whoever raised it is asked whether it is settled."""

from aggregates.challenge import Challenge

from ..base import Rows
from .waiting import done, over, wait, wait_for_facilitators


def raised(rows: Rows, e: Challenge.Raised) -> None:
    wait_for_facilitators(rows, e, "challenge", e.originator_id, words=[e.words.id], facts={"is_public": e.is_public})


def answered(rows: Rows, e: Challenge.Answered) -> None:
    """Where whoever raised it goes on about it, it is the facilitators' turn again."""
    if e.by.author == e.raised_by:
        done(rows, "answered", e.raised_by, e.originator_id)
        wait_for_facilitators(rows, e, "challenge", e.originator_id, words=[e.words.id], facts={"is_public": e.is_public})
    else:
        over(rows, "challenge", e.originator_id)
        wait(rows, e, "answered", e.raised_by, e.originator_id, words=[e.words.id])


def settled(rows: Rows, e: Challenge.Settled) -> None:
    over(rows, "challenge", e.originator_id)
    done(rows, "answered", e.raised_by, e.originator_id)


HANDLERS = {Challenge.Raised: raised, Challenge.Answered: answered, Challenge.Settled: settled}
