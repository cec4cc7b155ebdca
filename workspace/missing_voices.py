"""What people do about those who are not here: name them, take on to reach out, tell what came of it, say that they are here, or stop looking."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.missing_voice import MissingVoice

from . import members
from .application import Receipt, Workspace, command
from .texts import write, write_each

LONGEST = {"who": 120, "why": 500, "area": 120, "words": 1000}
MOST = 10_000_000


@dataclass(frozen=True, slots=True)
class Missing:
    """Whom this touches and lacks, and how many of them there are in the area, where somebody has counted."""

    who: Mapping[str, str]
    why: str = ""
    people: int | None = None
    area: Mapping[str, str] = field(default_factory=dict)


@command
def name(workspace: Workspace, by: Act, missing: Missing) -> Receipt:
    """Refused: BadWords."""
    who = write_each(missing.who, by, longest=LONGEST["who"])
    area = write_each(missing.area, by, longest=LONGEST["area"], required=False)
    why = [write(missing.why, by, longest=LONGEST["why"])] if missing.why else []
    references = ([each.reference for each in texts] for texts in (who, area))
    voice = MissingVoice.name(by, next(references), why[0].reference if why else None, missing.people, next(references))
    return workspace.commit(voice, words=[*who, *why, *area])


@command
def take_on(workspace: Workspace, by: Act, voice: UUID) -> Receipt:
    """Refused: NoLongerMissing."""
    found = load(workspace, by, voice)
    found.take_on(by)
    return workspace.commit(found)


@command
def tell(workspace: Workspace, by: Act, voice: UUID, text: str) -> Receipt:
    """Refused: NoLongerMissing, BadWords."""
    found, words = load(workspace, by, voice), write(text, by, longest=LONGEST["words"])
    found.tell(by, uuid4(), words.reference)
    return workspace.commit(found, words=[words])


@command
def arrive(workspace: Workspace, by: Act, voice: UUID) -> Receipt:
    """Refused: NoLongerMissing."""
    found = load(workspace, by, voice)
    found.arrive(by)
    return workspace.commit(found)


@command
def close(workspace: Workspace, by: Act, voice: UUID, reason: str) -> Receipt:
    """By whoever named them, or a facilitator. Refused: NotYourTask, NoLongerMissing, BadWords."""
    found = load(workspace, by, voice)
    if by.author != found.named_by:
        members.must_have_task(workspace, by, "facilitator")
    words = write(reason, by, longest=LONGEST["words"])
    found.close(by, words.reference)
    return workspace.commit(found, words=[words])


def load(workspace: Workspace, by: Act, voice: UUID) -> MissingVoice:
    return members.in_project(workspace.load(MissingVoice, voice), by)
