"""The facilitators hear that it is not how it feels to somebody; whoever said so hears what was answered. Private words stay out of the mail."""

from uuid import UUID

from aggregates.challenge import Challenge

from ..base import Rows
from .telling import is_news, tell

CHALLENGED, CHALLENGE_ANSWERED = "challenged", "challenge answered"


def raised(rows: Rows, e: Challenge.Raised) -> None:
    _tell_facilitators(rows, e)


def answered(rows: Rows, e: Challenge.Answered) -> None:
    if e.by.author == e.raised_by:
        _tell_facilitators(rows, e)
    else:
        tell(rows, e, CHALLENGE_ANSWERED, [e.raised_by], challenge=e.originator_id, is_public=e.is_public, words=_words(e))


def _tell_facilitators(rows: Rows, e: Challenge.Raised | Challenge.Answered) -> None:
    if not is_news(e):
        return
    facilitators: list[UUID] = [member for (member,) in rows.all("select member from outbox_facilitators where project = %s order by member", e.by.project)]
    others = [member for member in facilitators if member != e.by.author]
    tell(rows, e, CHALLENGED, others, challenge=e.originator_id, is_public=e.is_public, words=_words(e))


def _words(e: Challenge.Raised | Challenge.Answered) -> list[UUID]:
    return [e.words.id] if e.is_public else []


HANDLERS = {Challenge.Raised: raised, Challenge.Answered: answered}
