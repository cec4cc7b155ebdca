"""What came in: the votes of a decision's roll as the log has them below the close. Pure, so that anybody with the log can open the box again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from .objection import Objection, objection_id
from .vote import Vote, vote_id


@dataclass(slots=True)
class BallotBox:
    """`votes`: member (hex) -> the last valid choice. `late`: how many acts came after the close; they are on record, and not counted."""

    votes: dict[str, str] = field(default_factory=dict)
    late: int = 0
    _reasons: dict[str, UUID] = field(default_factory=dict)

    def reasons(self, roll: Mapping[str, str]) -> dict[str, dict[str, list[UUID]]]:
        """choice -> side -> the words given for it, in an order that says nothing of who gave them."""
        found: dict[str, dict[str, list[UUID]]] = {}
        for member in sorted(self._reasons, key=lambda member: self._reasons[member]):
            found.setdefault(self.votes[member], {}).setdefault(roll[member], []).append(self._reasons[member])
        return found

    def put(self, member: str, choice: str | None, reason: UUID | None) -> None:
        """The later one replaces the earlier one, also where it is empty."""
        self.votes.pop(member, None)
        self._reasons.pop(member, None)
        if choice is not None:
            self.votes[member] = choice
            if reason is not None:
                self._reasons[member] = reason


def streams_of(decision: UUID, roll: Iterable[str]) -> dict[UUID, str]:
    """The stream in which each member of the roll would vote -> the member (hex)."""
    return {vote_id(decision, UUID(member)): member for member in roll}


def opened(streams: Mapping[UUID, str], events: Iterable[tuple[int, Any]], up_to: int) -> BallotBox:
    """`events`: those of these streams with their log positions, in order. What stands at or after `up_to`, the position of Closed, came late."""
    box = BallotBox()
    for position, event in events:
        if position >= up_to:
            box.late += 1
        elif isinstance(event, Vote.Withdrawn):
            box.put(streams[event.originator_id], None, None)
        else:
            box.put(streams[event.originator_id], event.choice, event.reason.id if event.reason else None)
    return box


def objections_of(decision: UUID, roll: Iterable[str]) -> dict[UUID, str]:
    """The stream in which each member of the roll would object -> the member (hex)."""
    return {objection_id(decision, UUID(member)): member for member in roll}


def settled(streams: Mapping[UUID, str], events: Iterable[tuple[int, Any]], up_to: int) -> set[str]:
    """Whose objection was met, or found unreasoned, when the decision closed. `events`, `up_to`: as for `opened`."""
    found: set[str] = set()
    for position, event in events:
        if position >= up_to:
            break
        if isinstance(event, Objection.Met | Objection.FoundUnreasoned):
            found.add(streams[event.originator_id])
        elif isinstance(event, Objection.RaisedAgain):
            found.discard(streams[event.originator_id])
    return found
