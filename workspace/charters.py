"""What people do with their charter: draft it together. It is adopted, and changed, only by a decision (decisions.open_adoption)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from aggregates.base import Act
from aggregates.charter import OPENERS as OPENERS
from aggregates.charter import SECTIONS as SECTIONS
from aggregates.charter import Charter, Terms, charter_id

from . import members
from .application import Receipt, Words, Workspace, command
from .texts import write_each

LONGEST = 4000


@command
def draft(
    workspace: Workspace,
    by: Act,
    sections: Mapping[str, Mapping[str, str]],
    rule: dict[str, Any],
    opened_by: str,
    saw: int = 0,
    terms: Mapping[str, Any] | None = None,
) -> Receipt:
    """Write the charter's next draft; it binds nobody before both sides have adopted it. `sections`: {section: {language: text}}, the five of
    the kitchen-table charter. `saw`: the newest version on the screen, 0 for none. `terms`: those that change; the others stay as the newest draft
    has them. Refused: TextMovedOn, UnknownRule, BadWords, NotAMember."""
    words: list[Words] = []
    references = {}
    for section in SECTIONS:
        written = write_each(sections.get(section, {}), by, longest=LONGEST)
        words += written
        references[section] = [each.reference for each in written]
    opened_by = members.one_of(opened_by, OPENERS)
    charter = of(workspace, by.project)
    if charter is None:
        charter = Charter.draft(by, references, rule, opened_by, dict(terms or {}))
    else:
        charter.redraft(by, saw, references, rule, opened_by, {**charter.written_terms[charter.drafted], **(terms or {})})
    return workspace.commit(charter, words=words)


def of(workspace: Workspace, project: UUID) -> Charter | None:
    return workspace.find(Charter, charter_id(project))


def terms(workspace: Workspace, project: UUID) -> Terms:
    """Those in force; those of nobody where there is no charter."""
    charter = of(workspace, project)
    return charter.terms if charter else Terms()
