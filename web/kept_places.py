"""What somebody reads of a place that is kept for them, before they take it: what it is for, who invites them, and what the groups are."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from psycopg import Connection

from projections.people import person
from projections.projects import Overview


@dataclass(frozen=True, slots=True)
class About:
    """Words are {language: text}. `invited_by` is empty where nobody says it; `side` where it is not known."""

    called: dict[str, str] = field(default_factory=dict)
    purpose: dict[str, str] = field(default_factory=dict)
    groups: dict[str, dict[str, str]] = field(default_factory=dict)
    side: str = ""
    invited_by: str = ""


NOTHING_SAID = About()


def about(db: Connection[Any], project: Overview | None, id: UUID, member: UUID, signed_by: UUID | None) -> About:
    """`project`: none for the network, which has no groups (two statements)."""
    place, maker = person(db, id, member), person(db, id, signed_by) if signed_by else None
    invited_by, side = (maker and maker.name) or "", place.side if place else ""
    if project is None:
        return About(invited_by=invited_by)
    groups = {"citizen": project.citizen, "professional": project.professional}
    return About(project.name, project.purpose, groups, side, "" if project.is_sensitive else invited_by)
