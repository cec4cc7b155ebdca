"""What people choose in a session, by dots or as a temperature: from a phone, from paper, or written down for somebody; one choice a person."""

from collections.abc import Mapping
from uuid import UUID

from aggregates.base import Act
from aggregates.choice import Choice, choice_id
from aggregates.counting.temperature import LEVELS as LEVELS
from aggregates.errors import NotThatStep
from aggregates.proceedings import Proceedings, proceedings_id

from . import attending
from .application import Receipt, Workspace, command


def choose(workspace: Workspace, by: Act, session: UUID, block: UUID, marks: Mapping[str, int]) -> Receipt:
    """Choose, or choose otherwise: the last one before the group moves on counts. `marks`: option (hex) -> dots, or {"level": -2 to 2}; none takes it back.
    Refused: SessionIsNotRunning, NotThatStep (also where it came a moment too late), PhonesAreFrozen, NotThere, NotLetIn, TooManyDots, UnknownChoice."""
    receipt = _choose(workspace, by, session, block, marks)
    if not _came_in_time(workspace, by, session, receipt):
        raise NotThatStep
    return receipt


@command
def _choose(workspace: Workspace, by: Act, session: UUID, block: UUID, marks: Mapping[str, int]) -> Receipt:
    going, attendance = attending.here(workspace, by, session)
    attendance.must_be_let_in()
    now = going.must_take("choose", block)
    own = workspace.find(Choice, choice_id(block, now.run, by.author))
    if own is None and not marks:
        return workspace.commit(going)  # there is nothing to take back
    if own is None:
        own = Choice.make(by, session, now, dict(marks))
    else:
        own.change(by, now, dict(marks))
    return workspace.commit(own)


def _came_in_time(workspace: Workspace, by: Act, session: UUID, receipt: Receipt) -> bool:
    """Order of positions is order of commits, so now it is known which came first: this choice, or the move. Where there was nothing to take back,
    nothing came."""
    if receipt.id == proceedings_id(session):
        return True
    moved = workspace.last_before(receipt.position, proceedings_id(session), Proceedings.WentTo, Proceedings.Ended)
    return isinstance(moved, Proceedings.WentTo) and moved.step == "choose" and receipt.id == choice_id(moved.block, moved.run, by.author)
