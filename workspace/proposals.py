"""What people do with proposals: draft one from ideas or from nothing, revise, talk it over, support, look after it, withdraw."""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.errors import MemberIsNotHere, NotFound
from aggregates.idea import Idea
from aggregates.proposal import KINDS as KINDS
from aggregates.proposal import PARTS as PARTS
from aggregates.proposal import Proposal

from . import ideas as ideas_of
from . import members
from .application import Receipt, Workspace, command
from .overtaking import overtaken, suggestions
from .paragraphs import paragraphs
from .texts import read, write, write_each
from .wordings import LONGEST as LONGEST
from .wordings import standing, worded

LONGEST_WORDS = 2000
"""Of a comment, a strength or a worry."""


@command
def draft(workspace: Workspace, by: Act, title: Mapping[str, str], summary: Mapping[str, str], body: Mapping[str, str], ideas: Sequence[UUID] = ()) -> Receipt:
    """Version 1. The words come as {language: text}, Markdown in `body`, at least one language each. The authors of the ideas it grows from are
    its authors too. Refused: NotFound (an idea of another project), BadWords."""
    sources = [ideas_of.load(workspace, by, idea) for idea in dict.fromkeys(ideas)]
    authors = list(dict.fromkeys([by.author, *(author for source in sources for author in source.authors)]))
    made = worded(by, {"title": title, "summary": summary, "body": body}, {})
    proposal = Proposal.draft(by, [source.id for source in sources], authors, **made.said, credits=made.credits)
    return workspace.commit(proposal, words=made.words)


@command
def revise(
    workspace: Workspace, by: Act, proposal: UUID, saw: int, title: Mapping[str, str], summary: Mapping[str, str], body: Mapping[str, str], why: str = ""
) -> Receipt:
    """A new version by one of its authors. Suggestions go with it; those whose paragraph changed ask their authors.
    Refused: NotYours, TextMovedOn (somebody revised it since version `saw`), ProposalIsWithdrawn."""
    found = load(workspace, by, proposal)
    made = worded(by, {"title": title, "summary": summary, "body": body}, standing(workspace, found))
    reason = [write(why, by, longest=LONGEST["summary"])] if why.strip() else []
    found.revise(by, saw, **made.said, why=reason[0].reference if reason else None, credits=made.credits, moved=made.moved)
    late, fitted = overtaken(workspace, by, found, made.body, suggestions(workspace, proposal))
    return workspace.commit(found, *late, words=[*made.words, *reason, *fitted])


def may_take_on(workspace: Workspace, member: UUID, proposal: UUID | None) -> bool:
    """Whether it grew from an idea that enough people support, and this member is one of its authors: then they need nobody's leave to put it to everybody."""
    found = workspace.find(Proposal, proposal) if proposal else None
    if found is None or member not in found.authors:
        return False
    return any(workspace.load(Idea, idea).has_moved_on for idea in found.ideas)


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
def comment(workspace: Workspace, by: Act, proposal: UUID, version: int, language: str, paragraph: int, text: str) -> Receipt:
    """Say something about a paragraph of the version that was read. Refused: NotFound (no such paragraph)."""
    found = load(workspace, by, proposal)
    must_be_there(workspace, found, version, language, paragraph)
    words = write(text, by, longest=LONGEST_WORDS)
    found.comment(by, uuid4(), words.reference, version, language, paragraph)
    return workspace.commit(found, words=[words])


@command
def weigh(workspace: Workspace, by: Act, proposal: UUID, kind: str, text: str) -> Receipt:
    """Say what is strong about it, or what is worrying."""
    found = load(workspace, by, proposal)
    words = write(text, by, longest=LONGEST_WORDS)
    found.weigh(by, uuid4(), words.reference, kind)
    return workspace.commit(found, words=[words])


@command
def write_part(workspace: Workspace, by: Act, proposal: UUID, part: str, texts: Mapping[str, str]) -> Receipt:
    """What it costs, how everybody can use it, or its Easy Read version; the last one stands. Refused: NotYours."""
    found = load(workspace, by, proposal)
    words = write_each(texts, by, longest=LONGEST["body"])
    found.write_part(by, part, [each.reference for each in words])
    return workspace.commit(found, words=words)


@command
def add_author(workspace: Workspace, by: Act, proposal: UUID, author: UUID) -> Receipt:
    """Somebody who is here becomes an author; they can leave again. Refused: NotYours, MemberIsNotHere."""
    found = load(workspace, by, proposal)
    if members.load(workspace, by, author).state != "here":
        raise MemberIsNotHere
    found.add_author(by, author)
    return workspace.commit(found)


@command
def leave_authors(workspace: Workspace, by: Act, proposal: UUID) -> Receipt:
    found = load(workspace, by, proposal)
    found.leave_authors(by)
    return workspace.commit(found)


@command
def withdraw(workspace: Workspace, by: Act, proposal: UUID, reason: str) -> Receipt:
    found = load(workspace, by, proposal)
    words = write(reason, by, longest=LONGEST["summary"])
    found.withdraw(by, words.reference)
    return workspace.commit(found, words=[words])


def load(workspace: Workspace, by: Act, proposal: UUID) -> Proposal:
    return members.in_project(workspace.load(Proposal, proposal), by)


def must_be_there(workspace: Workspace, proposal: Proposal, version: int, language: str, paragraph: int) -> str:
    """The words of a paragraph that anybody can read. Refused: NotFound."""
    texts = [text for text in proposal.bodies.get(version, []) if text.language == language]
    found = [each for body in read(workspace, texts).values() for each in paragraphs(body)]
    if not 0 < paragraph <= len(found):
        raise NotFound
    return found[paragraph - 1]
