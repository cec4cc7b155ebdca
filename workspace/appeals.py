"""Appealing against words being taken down: once, and somebody else than who took them down decides."""

from dataclasses import replace
from uuid import UUID

from aggregates.base import Act
from aggregates.errors import NotFound, NotYourTask, SomebodyElseDecides
from aggregates.words import Words, words_id

from . import members, memberships
from .application import Receipt, Workspace, command
from .network import task_for
from .texts import write
from .words import taken_down, withhold


@command
def appeal(workspace: Workspace, by: Act, text: UUID, reason: str) -> Receipt:
    """Ask somebody else to look again. By their author. Refused: NotYours, NotHidden, AlreadyAppealed, BadWords."""
    words = taken_down(workspace, by, text)
    why = write(reason, by)
    words.appeal(by, why.reference)
    return workspace.commit(words, words=[why])


@command
def answer(workspace: Workspace, by: Act, text: UUID, reason: str, *, upheld: bool) -> Receipt:
    """Upheld: the words are shown again; else they stay down. By another facilitator of the project. Refused: NotYourTask, SomebodyElseDecides, NoAppeal."""
    members.must_have_task(workspace, by, task_for(by.project))
    return _answer(workspace, by, taken_down(workspace, by, text), reason, upheld=upheld)


@command
def answer_for_the_network(workspace: Workspace, by: Act, text: UUID, reason: str, *, upheld: bool) -> Receipt:
    """The same by a co-ordinator of the network (`by`: their act there), where the project has no other facilitator. Refused: as `for_the_network`."""
    words = for_the_network(workspace, by, text)
    return _answer(workspace, replace(by, project=words.project), words, reason, upheld=upheld)


def for_the_network(workspace: Workspace, by: Act, text: UUID) -> Words:
    """Words whose appeal only a co-ordinator can decide. Refused: NotYourTask (also where the project has somebody else), NotFound, SomebodyElseDecides
    (whoever has a part in it under their name in the project)."""
    members.must_have_task(workspace, by, "co-ordinator")
    words = workspace.find(Words, words_id(text))
    if words is None or not words.is_appealed:
        raise NotFound
    if set(members.with_task(workspace, words.project, "facilitator")) - {words.hidden_by, words.owner}:
        raise NotYourTask(task="facilitator")
    with workspace.reading() as db:
        own, *theirs = (memberships.account_of(db, member) for member in (by.member, words.hidden_by, words.owner))
    if own in theirs:
        raise SomebodyElseDecides
    return words


def _answer(workspace: Workspace, by: Act, words: Words, reason: str, *, upheld: bool) -> Receipt:
    why = write(reason, by)
    words.answer_appeal(by, upheld=upheld, reason=why.reference)
    return workspace.commit(words, words=[why], also=withhold(words.text, False) if upheld else [])
