"""Whose words, or vote, somebody wrote down is told, and asked whether that is so."""

from aggregates.slip import Slip

from ..base import Rows
from .telling import tell

WRITTEN_DOWN = "written down"


def given(rows: Rows, e: Slip.Given) -> None:
    if e.by.voice:
        tell(rows, e, WRITTEN_DOWN, [e.voice], by=e.by.member, slip=e.originator_id, what=e.what, words=[e.words] if e.words else [])


HANDLERS = {Slip.Given: given}
