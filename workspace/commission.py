"""What people do with the commission kit of a project: write what is needed and bought, the criteria, name the offers, declare interests, score, close."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.commission import HEAVIEST as HEAVIEST
from aggregates.commission import MOST_CRITERIA as MOST_CRITERIA
from aggregates.commission import Commission, commission_id
from aggregates.counting.scoring import LEAST as LEAST
from aggregates.counting.scoring import MOST as MOST
from aggregates.errors import NotFound, RecorderHasInterest

from . import members
from .application import Receipt, Workspace, command
from .texts import write, write_each

LONGEST, LONGEST_NAME = 2000, 120

Said = Mapping[str, str]
"""The same words in the languages in which they were written."""


@dataclass(frozen=True, slots=True)
class Criterion:
    name: Said
    weight: int


@command
def write_need(workspace: Workspace, by: Act, need: Said, buying: Said) -> Receipt:
    """Begins the kit where there is none. Refused: NotYourTask, ScoringHasBegun, BadWords."""
    _must_look_after(workspace, by)
    needed, bought = write_each(need, by, longest=LONGEST), write_each(buying, by, longest=LONGEST)
    references = [each.reference for each in needed], [each.reference for each in bought]
    found = workspace.find(Commission, commission_id(by.project))
    if found is None:
        found = Commission.begin(by, *references)
    else:
        found.write_need(by, *references)
    return workspace.commit(found, words=[*needed, *bought])


@command
def write_criteria(workspace: Workspace, by: Act, criteria: Sequence[Criterion]) -> Receipt:
    """Refused: NotYourTask, NotFound, ScoringHasBegun, UnknownChoice, BadWords."""
    found = _looked_after(workspace, by)
    written = [write_each(each.name, by, longest=LONGEST_NAME) for each in criteria]
    named = [[each.reference for each in words] for words in written]
    weighed = zip(named, criteria, strict=True)
    found.write_criteria(by, [{"id": str(number), "name": name, "weight": each.weight} for number, (name, each) in enumerate(weighed, 1)])
    return workspace.commit(found, words=[each for words in written for each in words])


@command
def name_offer(workspace: Workspace, by: Act, name: Said) -> Receipt:
    """Refused: NotYourTask, NotFound, ScoringHasBegun, BadWords."""
    found, words = _looked_after(workspace, by), write_each(name, by, longest=LONGEST_NAME)
    found.name_offer(by, uuid4(), [each.reference for each in words])
    return workspace.commit(found, words=words)


@command
def declare_interest(workspace: Workspace, by: Act, text: str, offers: Sequence[UUID]) -> Receipt:
    """`offers`: those that they gain from or are close to; none is an answer too. Refused: NotFound, NotOfAGroup, ScoringIsClosed, UnknownChoice."""
    found = load(workspace, by)
    words = [write(text, by, longest=LONGEST)] if text.strip() else []
    found.declare_interest(by, words[0].reference if words else None, list(offers))
    return workspace.commit(found, words=words)


@command
def score(workspace: Workspace, by: Act, offer: UUID, scores: Mapping[str, int], text: str = "") -> Receipt:
    """Refused: as `Commission.score`."""
    found = load(workspace, by)
    words = [write(text, by, longest=LONGEST)] if text.strip() else []
    found.score(by, offer, scores, words[0].reference if words else None)
    return workspace.commit(found, words=words)


@command
def close_scoring(workspace: Workspace, by: Act) -> Receipt:
    """Count, and show how it came out. Refused: NotYourTask, NotFound, ScoringIsClosed, NothingScored."""
    found = _looked_after(workspace, by)
    found.close_scoring(by)
    return workspace.commit(found)


def load(workspace: Workspace, by: Act) -> Commission:
    """Refused: NotFound, where nobody has begun one."""
    found = workspace.find(Commission, commission_id(by.project))
    if found is None:
        raise NotFound
    return found


def must_have_no_interest(workspace: Workspace, recorder: Act) -> None:
    """Whoever said that they gain from an offer of the project records nobody else's vote. Refused: RecorderHasInterest."""
    found = workspace.find(Commission, commission_id(recorder.project))
    if found is not None and found.interests.get(recorder.member.hex):
        raise RecorderHasInterest


def _looked_after(workspace: Workspace, by: Act) -> Commission:
    _must_look_after(workspace, by)
    return load(workspace, by)


def _must_look_after(workspace: Workspace, by: Act) -> None:
    members.must_have_task(workspace, by, "facilitator", "commissioner")
