"""What people do with amendments: suggest other words for a paragraph, accept or decline them, answer when the text moved on, go their own way."""

from collections.abc import Mapping
from uuid import UUID

from aggregates.amendment import Amendment
from aggregates.base import Act
from aggregates.errors import NotFound, NothingChanged, WordsAreDown
from aggregates.proposal import Proposal

from . import members, proposals
from .application import Receipt, Workspace, command
from .overtaking import overtaken, suggestions
from .paragraphs import replaced
from .texts import clean, read, write
from .wordings import LONGEST as LONGEST
from .wordings import Standing, standing, worded

LONGEST_WHY = 1000


@command
def suggest(workspace: Workspace, by: Act, proposal: UUID, saw: int, language: str, paragraph: int, text: str, why: str) -> Receipt:
    """Other words for a paragraph of the newest version, and why. An empty line in them makes two paragraphs.
    Refused: TextMovedOn, NotFound (no such paragraph), NothingChanged, BadWords."""
    found = proposals.load(workspace, by, proposal)
    found.must_be_newest(saw)
    _must_be_new(proposals.must_be_there(workspace, found, saw, language, paragraph), text)
    words, reason = write(text, by, language=language, longest=LONGEST["body"]), write(why, by, longest=LONGEST_WHY)
    number = len(suggestions(workspace, proposal)) + 1
    amendment = Amendment.suggest(by, number, proposal, saw, language, paragraph, words.reference, reason.reference)
    return workspace.commit(amendment, words=[words, reason])


@command
def reword(workspace: Workspace, by: Act, amendment: UUID, saw: int, paragraph: int, text: str, why: str) -> Receipt:
    """Say one's own suggestion afresh, for a paragraph of the newest version. Refused: NotYours, TextMovedOn, NothingChanged."""
    found, proposal = load(workspace, by, amendment)
    found.must_be_open_and_by(by)
    proposal.must_be_newest(saw)
    _must_be_new(proposals.must_be_there(workspace, proposal, saw, found.language, paragraph), text)
    words, reason = write(text, by, language=found.language, longest=LONGEST["body"]), write(why, by, longest=LONGEST_WHY)
    found.reword(by, saw, paragraph, words.reference, reason.reference)
    return workspace.commit(found, words=[words, reason])


@command
def still_mean(workspace: Workspace, by: Act, amendment: UUID, saw: int) -> Receipt:
    """Yes, it still says what I mean. `saw`: as for `accept`. Refused: NotYours, NothingLeft, WordsMovedOn."""
    found, _ = load(workspace, by, amendment)
    found.still_mean(by, saw)
    return workspace.commit(found)


@command
def accept(workspace: Workspace, by: Act, amendment: UUID, saw: int) -> Receipt:
    """Its words come into a new version, credited to its author; the other suggestions go with that. `saw`: how many events it had when it was read.
    One that came at the very moment at which its paragraph changed is not accepted: its author is asked first.
    Refused: NotYours, NotAlone, AuthorIsAsked, AmendmentIsSettled, WordsMovedOn, WordsAreDown."""
    found, proposal = load(workspace, by, amendment)
    before = standing(workspace, proposal)
    place = proposal.place_of(found.language, found.paragraph, found.text_version)
    if found.is_open and place is None and not found.is_asked:
        asked, fitted = overtaken(workspace, by, proposal, {language: each.body for language, each in before["body"].items()}, [found])
        return workspace.commit(*asked, words=fitted)
    found.accept(by, saw, proposal.authors, proposal.text_version + 1)
    made = worded(by, {"body": _with(workspace, found, before["body"], place or 0)}, before, author=found.author)
    proposal.take_in(by, found.id, made.said["body"], {**proposal.credits, **made.credits}, made.moved)
    late, fitted = overtaken(workspace, by, proposal, made.body, [each for each in suggestions(workspace, proposal.id) if each.id != found.id])
    return workspace.commit(found, proposal, *late, words=[*made.words, *fitted])


@command
def decline(workspace: Workspace, by: Act, amendment: UUID, reason: str) -> Receipt:
    """With a reason that everybody can read. Refused: NotYours, NotAlone, AmendmentIsSettled."""
    found, proposal = load(workspace, by, amendment)
    words = write(reason, by, longest=LONGEST_WHY)
    found.decline(by, proposal.authors, words.reference)
    return workspace.commit(found, words=[words])


@command
def withdraw(workspace: Workspace, by: Act, amendment: UUID) -> Receipt:
    found, _ = load(workspace, by, amendment)
    found.withdraw(by)
    return workspace.commit(found)


@command
def promote(workspace: Workspace, by: Act, amendment: UUID, title: Mapping[str, str], summary: Mapping[str, str], body: Mapping[str, str]) -> Receipt:
    """A proposal of its own by whoever suggested it, from the same ideas; what it takes over from the other one stays credited to those who wrote it.
    Refused: NotYours, AmendmentIsSettled (accepted, or taken back)."""
    found, parent = load(workspace, by, amendment, also_withdrawn=True)
    made = worded(by, {"title": title, "summary": summary, "body": body}, standing(workspace, parent), afresh=True)
    own = Proposal.draft(by, parent.ideas, [by.author], **made.said, credits=made.credits)
    found.promote(by, own.id)
    return workspace.commit(own, found, words=made.words)


def must_be_about(workspace: Workspace, amendment: UUID, proposal: UUID) -> None:
    """Refused: NotFound, where it is about another proposal."""
    if workspace.load(Amendment, amendment).subject != proposal:
        raise NotFound


def load(workspace: Workspace, by: Act, amendment: UUID, *, also_withdrawn: bool = False) -> tuple[Amendment, Proposal]:
    """An amendment with its proposal. Refused: NotFound, ProposalIsWithdrawn."""
    found = members.in_project(workspace.load(Amendment, amendment), by)
    proposal = proposals.load(workspace, by, found.subject)
    if not also_withdrawn:
        proposal.must_be_open()
    return found, proposal


def _with(workspace: Workspace, amendment: Amendment, body: Mapping[str, Standing], place: int) -> dict[str, str]:
    """The body with the amendment's words in their place. Refused: WordsAreDown."""
    stands, words = body.get(amendment.language), amendment.words
    shown = read(workspace, [text for text in (words, stands.text if stands else None) if text])
    if not (stands and words and stands.text.id in shown and words.id in shown):
        raise WordsAreDown
    return {language: each.body for language, each in body.items()} | {amendment.language: replaced(stands.body, place, shown[words.id])}


def _must_be_new(stands: str, text: str) -> None:
    if clean(text, longest=LONGEST["body"]) == stands.strip():
        raise NothingChanged
