"""A conversation is brought in: one transaction, everything marked as imported, with the times at which it was published."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid4, uuid5

from aggregates.base import SIDES, Act, Text
from aggregates.errors import AlreadyImported, Conflict
from aggregates.idea import Idea
from aggregates.member import Member
from aggregates.project import Project

from .. import members, memberships
from ..application import Receipt, Words, Workspace
from ..languages import LANGUAGES, translator
from ..projects import LONGEST as LONGEST_OF
from ..texts import write
from ..tokens import token
from .reading import LONGEST, Conversation

SOURCE = "polis"


class People(NamedTuple):
    """Who acts: participants by their number, as of when the conversation began. An author who never voted belongs to the organisers, who also lead."""

    organisers: Act
    acts: dict[int, Act]
    names: list[tuple[UUID, str]]


def bring_in(workspace: Workspace, conversation: Conversation, *, side: str, language: str = "en") -> tuple[Receipt, str]:
    """Make the project and keep a place for its first facilitator; the second answer is the secret of that place's link.
    Refused: AlreadyImported, UnknownChoice."""
    members.one_of(side, SIDES)
    if workspace.find(Project, conversation.id) is not None:
        raise AlreadyImported
    people = _people(conversation, side, language, workspace.now())
    project, words = _project(conversation, people.organisers)
    ideas, idea_words = _ideas(conversation, people)
    placed = [Member.record(act, act.member, act.side, conversation.url or SOURCE) for act in dict.fromkeys((people.organisers, *people.acts.values()))]
    facilitator, secret = _facilitator(people.organisers), token()
    also = [
        *memberships.enrol_many(conversation.id, [*people.names, (facilitator.id, "")]),
        *memberships.offer_place(memberships.place_hash(workspace.settings.secret, secret), facilitator.id),
    ]
    try:
        receipt = workspace.commit(project, *placed, *ideas, facilitator, words=[*words, *idea_words], also=also)
    except Conflict:
        raise AlreadyImported from None
    if receipt.already:  # somebody else's import was a moment quicker
        raise AlreadyImported
    return receipt, secret


def _people(conversation: Conversation, side: str, language: str, now: datetime) -> People:
    voters = conversation.voters
    began, command = min(conversation.times, default=now), uuid5(conversation.id, "import")
    organisers = Act(conversation.id, uuid5(conversation.id, "organisers"), "none", "import", command, began, now, language=language)
    acts = {statement.author: organisers for statement in conversation.statements}
    names = [(organisers.member, " / ".join(t("The organisers") for t in map(translator, LANGUAGES)))]
    for number in sorted(voters):
        acts[number] = replace(organisers, member=uuid5(conversation.id, f"participant {number}"), side=side)
        names.append((acts[number].member, f"Polis {number}"))
    return People(organisers, acts, names)


def _project(conversation: Conversation, by: Act) -> tuple[Project, list[Words]]:
    words: list[Words] = []

    def said(text: str, longest: int, language: str = by.language) -> list[Text]:
        words.append(write(_cut(text, longest), by, language=language, longest=longest))
        return [words[-1].reference]

    usual = [(t.language, {"citizen": t("Citizens"), "professional": t("Professionals")}) for t in map(translator, LANGUAGES)]
    sides = {side: [text for language, called in usual for text in said(called[side], LONGEST_OF["side"], language)] for side in SIDES}
    name, question = said(conversation.topic, LONGEST_OF["name"]), said(conversation.topic, LONGEST_OF["question"])
    purpose = said(conversation.description or conversation.topic, LONGEST_OF["purpose"])
    return Project.start(by, name, purpose, question, [], [], [], sides, "public", conversation.url or SOURCE), words


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _ideas(conversation: Conversation, people: People) -> tuple[list[Idea], list[Words]]:
    """A statement may have been moderated out at any time; it is set aside at the end, so that every vote about it stands before that."""
    ideas: dict[int, Idea] = {}
    words: list[Words] = []
    for statement in conversation.statements:
        by = replace(people.acts[statement.author], happened_at=statement.at)
        words.append(write(statement.body, by, longest=LONGEST))
        ideas[statement.id] = Idea.post(by, words[-1].reference, conversation.url or SOURCE)
    for vote in conversation.votes:
        ideas[vote.statement].take_stance(replace(people.acts[vote.voter], happened_at=vote.at), vote.stance)
    t = translator(people.organisers.language)
    for statement in conversation.statements:
        if statement.is_moderated_out:
            by = replace(people.organisers, happened_at=max(conversation.times))
            words.append(write(t("Moderated out in the published conversation."), by))
            ideas[statement.id].set_aside(by, words[-1].reference)
    return list(ideas.values()), words


def _facilitator(organisers: Act) -> Member:
    """A place that waits: whoever opens the link leads the project."""
    now = replace(organisers, happened_at=organisers.recorded_at)
    place = Member.invite(now, uuid4(), "none", ["facilitator"])
    place.offer_place(now, "link")
    return place
