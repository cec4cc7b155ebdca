"""Who was invited is told by mail, if it went by mail."""

from aggregates.member import Member

from ..base import Rows
from .telling import tell

INVITED = "invited"


def place_offered(rows: Rows, e: Member.PlaceOffered) -> None:
    if e.way == "mail":
        tell(rows, e, INVITED, [e.originator_id], by=e.by.author)


HANDLERS = {Member.PlaceOffered: place_offered}
