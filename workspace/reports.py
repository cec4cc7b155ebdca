"""Saying that words should not stand here, with an account or without; and what a facilitator answers."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.errors import NotFound, NotReported
from aggregates.report import Report, report_id

from . import members, words
from .application import Receipt, Workspace, command
from .limits import Limit, hold_to
from .network import task_for
from .texts import write
from .words import Place

FROM_ONE_PLACE = Limit("reports", 10, timedelta(hours=1))
IN_ONE_PROJECT = Limit("reports of a project", 100, timedelta(hours=1))


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody without an account: where they come from, and in which language they read."""

    network: str
    language: str
    command: UUID


@command
def report(workspace: Workspace, by: Act, text: UUID, place: Place, reason: str) -> Receipt:
    """Tell those who look after the project that words should not stand here. Refused: NotFound, UnknownChoice, BadWords."""
    words.owner_of(workspace, by.project, text, place)
    why = write(reason, by)
    found = workspace.find(Report, report_id(text))
    if found is None:
        found = Report.make(by, text, members.one_of(place.kind, words.KINDS), place.subject, why.reference)
    else:
        found.make_again(by, why.reference)
    return workspace.commit(found, words=[why])


def report_as_visitor(workspace: Workspace, project: UUID, visitor: Visitor, text: UUID, place: Place, reason: str) -> Receipt:
    """The same, by anybody who can read the project; on record under an id that belongs to nobody. Refused: TooOften."""
    with workspace.reading() as db:
        hold_to(db, workspace.settings.secret, FROM_ONE_PLACE, visitor.network)
        hold_to(db, workspace.settings.secret, IN_ONE_PROJECT, project.hex)
    now = workspace.now()
    by = Act(project, uuid4(), "none", "web", visitor.command, now, now, language=visitor.language)
    return report(workspace, by, text, place, reason)


@command
def answer(workspace: Workspace, by: Act, text: UUID, reason: str) -> Receipt:
    """The words stay, and why. A facilitator's task; where they are taken down the report is answered by that. Refused: NotYourTask, NotReported."""
    members.must_have_task(workspace, by, task_for(by.project))
    found = workspace.find(Report, report_id(text))
    if found is None:
        raise NotReported if _is_of(workspace, by.project, text) else NotFound
    why = write(reason, by)
    members.in_project(found, by).answer(by, why.reference, was_hidden=False)
    return workspace.commit(found, words=[why])


def _is_of(workspace: Workspace, project: UUID, text: UUID) -> bool:
    with workspace.reading() as db:
        return db.execute("select from texts where id = %s and project = %s", (text, project)).fetchone() is not None
