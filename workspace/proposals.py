"""What people do with proposals: draft one from ideas or from nothing, revise, support, withdraw."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from aggregates.base import Act
from aggregates.proposal import Proposal

from . import ideas as ideas_of
from . import members
from .application import Receipt, Words, Workspace, command
from .texts import write, write_each

LONGEST = {"title": 200, "summary": 1000, "body": 20000}


@command
def draft(workspace: Workspace, by: Act, title: Mapping[str, str], summary: Mapping[str, str], body: Mapping[str, str], ideas: Sequence[UUID] = ()) -> Receipt:
    """Version 1. The words come as {language: text}, Markdown in `body`, at least one language each. The authors of the ideas it grows from are
    its authors too. Refused: NotFound (an idea of another project), BadWords."""
    sources = [ideas_of.load(workspace, by, idea) for idea in dict.fromkeys(ideas)]
    authors = list(dict.fromkeys([by.author, *(source.author for source in sources)]))
    title_words, summary_words, body_words = _write(by, title, summary, body)
    title_said, summary_said, body_said = ([words.reference for words in each] for each in (title_words, summary_words, body_words))
    proposal = Proposal.draft(by, [source.id for source in sources], authors, title_said, summary_said, body_said)
    return workspace.commit(proposal, words=[*title_words, *summary_words, *body_words])


@command
def revise(
    workspace: Workspace, by: Act, proposal: UUID, saw: int, title: Mapping[str, str], summary: Mapping[str, str], body: Mapping[str, str], why: str = ""
) -> Receipt:
    """A new version by one of its authors. Refused: NotYours, TextMovedOn (somebody revised it since version `saw`), ProposalIsWithdrawn."""
    found = load(workspace, by, proposal)
    title_words, summary_words, body_words = _write(by, title, summary, body)
    title_said, summary_said, body_said = ([words.reference for words in each] for each in (title_words, summary_words, body_words))
    reason = write(why, by, longest=LONGEST["summary"]) if why.strip() else None
    found.revise(by, saw, title_said, summary_said, body_said, reason.reference if reason else None)
    return workspace.commit(found, words=[*title_words, *summary_words, *body_words, *([reason] if reason else [])])


@command
def support(workspace: Workspace, by: Act, proposal: UUID, version: int) -> Receipt:
    """Support the version that was read. Refused: TextMovedOn."""
    found = load(workspace, by, proposal)
    found.support(by, version)
    return workspace.commit(found)


@command
def take_back_support(workspace: Workspace, by: Act, proposal: UUID) -> Receipt:
    found = load(workspace, by, proposal)
    found.take_back_support(by)
    return workspace.commit(found)


@command
def withdraw(workspace: Workspace, by: Act, proposal: UUID, reason: str) -> Receipt:
    found = load(workspace, by, proposal)
    words = write(reason, by, longest=LONGEST["summary"])
    found.withdraw(by, words.reference)
    return workspace.commit(found, words=[words])


def load(workspace: Workspace, by: Act, proposal: UUID) -> Proposal:
    return members.in_project(workspace.load(Proposal, proposal), by)


def _write(by: Act, title: Mapping[str, str], summary: Mapping[str, str], body: Mapping[str, str]) -> tuple[list[Words], list[Words], list[Words]]:
    return (
        write_each(title, by, longest=LONGEST["title"]),
        write_each(summary, by, longest=LONGEST["summary"]),
        write_each(body, by, longest=LONGEST["body"]),
    )
