"""Thanks: what came of what somebody said. One row for each person and thing that came of it."""

from typing import Any
from uuid import UUID

from aggregates.base import Text

from ..base import Rows


def thank(rows: Rows, e: Any, member: UUID, kind: str, **what: Any) -> None:
    empty = dict.fromkeys(("idea", "proposal", "decision", "commitment", "words", "result"))
    rows.insert(
        "home_thanks", member=member, position=rows.position, project=e.by.project, kind=kind, actor=e.by.author, at=e.by.happened_at, **{**empty, **what}
    )


def authors_of(rows: Rows, ideas: list[UUID]) -> dict[UUID, UUID]:
    """Whose ideas they are, each with the first of theirs."""
    found = {idea: rows.of("home_ideas", idea, "authors") for idea in ideas}
    return {author: idea for idea in reversed(ideas) if found[idea] for author in reversed(uuids(found[idea][0]))}


def uuids(members: list[UUID | str]) -> list[UUID]:
    """Of an array that may have been written a moment ago."""
    return [UUID(str(member)) for member in members]


def ids(words: list[Text]) -> list[UUID]:
    return [text.id for text in words]
