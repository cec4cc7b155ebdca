"""What becomes of suggestions when the text moves on: those whose paragraph stands as it was go with it, the others are made to fit, their authors asked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from aggregates.amendment import Amendment, amendment_id
from aggregates.base import Act, Text
from aggregates.proposal import Proposal

from .application import Words, Workspace
from .paragraphs import became, paragraphs, rebased
from .texts import read, write
from .wordings import LONGEST

MOST = 500
"""As many suggestions as a proposal can have."""


def suggestions(workspace: Workspace, proposal: UUID) -> list[Amendment]:
    """All there ever were, in their order, from the store (one statement)."""
    found = workspace.find_all(Amendment, [amendment_id(proposal, number) for number in range(1, MOST + 1)])
    return sorted(found.values(), key=lambda amendment: amendment.number)


def overtaken(
    workspace: Workspace, by: Act, proposal: Proposal, body: Mapping[str, str], all_of_them: Sequence[Amendment]
) -> tuple[list[Amendment], list[Words]]:
    """Ask the authors of those whose paragraph is not in the newest version as it was. `body`: that version's, {language: words}. The answer is what is
    to be committed."""
    late = [each for each in all_of_them if each.is_open and each.paragraph and proposal.place_of(each.language, each.paragraph, each.text_version) is None]
    found = read(workspace, [text for each in late for text in (_body(proposal, each), each.words) if text])
    words: list[Words] = []
    for amendment in late:
        place, fitted = _fitted(found, proposal, amendment, body.get(amendment.language, ""))
        if fitted:
            made = write(fitted, by, language=amendment.language, longest=LONGEST["body"])
            words.append(replace(made, owner=amendment.author))
        amendment.overtake(by, proposal.text_version, place, words[-1].reference if fitted else None)
    return late, words


def _fitted(found: Mapping[UUID, str], proposal: Proposal, amendment: Amendment, now: str) -> tuple[int | None, str | None]:
    """What the paragraph became, and the change made to that. Words that were taken down are not taken into new ones."""
    text, changed = _body(proposal, amendment), found.get(amendment.words.id) if amendment.words else None
    before = found.get(text.id) if text else None
    place = became(before, amendment.paragraph, now) if before and amendment.paragraph else None
    if not before or not place or not changed or not amendment.paragraph:
        return place, None
    fitted = rebased(paragraphs(before)[amendment.paragraph - 1], changed, paragraphs(now)[place - 1])
    return place, fitted if fitted and len(fitted) <= LONGEST["body"] else None


def _body(proposal: Proposal, amendment: Amendment) -> Text | None:
    """The text that the amendment's paragraph stands in."""
    return next((text for text in proposal.bodies[amendment.text_version] if text.language == amendment.language), None)
