"""What people do with their charter: draft it together. It is adopted, and changed, only by a decision (decisions.open_adoption)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from aggregates.base import Act
from aggregates.charter import KINDS as KINDS
from aggregates.charter import LARGEST as LARGEST
from aggregates.charter import OPENERS as OPENERS
from aggregates.charter import RIGHTS as RIGHTS
from aggregates.charter import SECTIONS as SECTIONS
from aggregates.charter import Charter, Terms, charter_id
from aggregates.counting import Rule, is_sound
from aggregates.decision import Decision
from aggregates.errors import BeingAsked, SentencesWait

from . import members
from .application import Receipt, Words, Workspace, command
from .charter_templates import unfinished
from .texts import read, write_each

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
    """Write the charter's next draft; it binds nobody before both sides have adopted it. `sections`: {section: {language: text}}, all of SECTIONS.
    `saw`: the newest version on the screen, 0 for none. `terms`: those that change; the others stay as the newest draft has them.
    Refused: TextMovedOn, UnknownRule, BadWords, NotAMember."""
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


def must_be_finished(workspace: Workspace, charter: Charter, version: int) -> None:
    """Refused: SentencesWait, while a version has sentences of a template that nobody has finished (one statement)."""
    texts = [text for words in charter.sections[version].values() for text in words]
    waiting = [sentence for body in read(workspace, texts).values() for sentence in unfinished(body)]
    if waiting:
        raise SentencesWait(first=waiting[0])


def must_not_be_asked(workspace: Workspace, charter: Charter, version: int) -> None:
    """Refused: BeingAsked, while a decision about this version is open or being counted (one statement)."""
    decision = workspace.find(Decision, charter.asked[version]) if version in charter.asked else None
    if decision and decision.outcome is None and decision.successor is None:
        raise BeingAsked(closes_at=decision.closes_at)


def is_rule(values: Mapping[str, Any]) -> bool:
    """Whether a group may write this rule down."""
    return is_sound(Rule.from_dict(values))


def of(workspace: Workspace, project: UUID) -> Charter | None:
    return workspace.find(Charter, charter_id(project))


def terms(workspace: Workspace, project: UUID) -> Terms:
    """Those in force; those of nobody where there is no charter."""
    charter = of(workspace, project)
    return charter.terms if charter else Terms()
