"""What the voice does with what was written down for them: confirm it, say it otherwise, take it back, claim their place. By code, by account, or by
phone through a facilitator: `by` has the voice as its author in each case."""

from collections.abc import Callable
from uuid import UUID

from aggregates.base import Act, Aggregate
from aggregates.decision import Decision
from aggregates.errors import IdeaIsSetAside, NotFound, TheyHaveVoted, UnknownChoice
from aggregates.objection import Objection
from aggregates.slip import thing_of
from aggregates.vote import Vote
from aggregates.words import Words as TakenDown
from aggregates.words import words_id

from . import cards, decisions, files, ideas, matters, members, memberships, objections, polls, slips
from .application import Receipt, Words, Workspace, command
from .languages import translator
from .slips import Slip
from .texts import write

Changed = tuple[list[Aggregate], list[Words], memberships.Also]


@command
def confirm(workspace: Workspace, by: Act, slip: UUID) -> Receipt:
    """These are my words. Refused: NotYours, SlipIsWithdrawn."""
    found = slips.load(workspace, by, slip)
    found.confirm(by)
    return workspace.commit(found)


def correct(workspace: Workspace, by: Act, slip: UUID, text: str) -> Receipt:
    """What I meant, in my own words; or my vote, `text` being the choice. Refused: NotYours, SlipIsWithdrawn, BadWords, what the thing itself refuses."""
    return _unless_late(workspace, by, slip, _correct(workspace, by, slip, text))


def withdraw(workspace: Workspace, by: Act, slip: UUID) -> Receipt:
    """Take it back: the words are withheld everywhere, the vote is as if there were none. Refused: NotYours, SlipIsWithdrawn, VotingIsOver."""
    return _unless_late(workspace, by, slip, _withdraw(workspace, by, slip))


@command
def claim(workspace: Workspace, account: UUID, slip: Slip, *, command: UUID, language: str, name: str) -> Receipt:
    """Take the place in which the words stand, with an account; from then on the code alone does nothing. Refused: MemberIsHere."""
    member, by, before = members.claiming(workspace, account, slip.project, slip.voice, command=command, language=language)
    held = workspace.load(Slip, slip.id)
    held.claim(by)
    also = [*members.asked_no_longer(before), *memberships.take_place(member.id, slip.project, account, name[: members.LONGEST_NAME])]
    down = workspace.find(TakenDown, words_id(member.id))
    also += [] if down and down.is_hidden else memberships.show_name(member.id, False)
    return workspace.commit(member, held, *before, also=also)


def vote_written_down(workspace: Workspace, slip: Slip) -> str:
    """The choice that was written down with this slip, whatever was voted since: nobody learns that from a slip."""
    first = next(event for _, event in workspace.events_of([thing_of(slip.subject, slip.what, slip.words, slip.voice)]))
    return str(first.choice)


@command
def _correct(workspace: Workspace, by: Act, slip: UUID, text: str) -> Receipt:
    found = slips.load(workspace, by, slip)
    if found.what not in _CORRECT:  # when somebody can meet is put right time by time: workspace/polls.py
        raise UnknownChoice(value=text)
    changed, words, also = _CORRECT[found.what](workspace, by, found, text)
    found.correct(by, words[0].id if words else found.words)
    return workspace.commit(found, *changed, words=words, also=also)


@command
def _withdraw(workspace: Workspace, by: Act, slip: UUID) -> Receipt:
    found = slips.load(workspace, by, slip)
    changed, words, also = _WITHDRAW[found.what](workspace, by, found)
    found.withdraw(by)
    return workspace.commit(found, *changed, words=words, also=also)


def _unless_late(workspace: Workspace, by: Act, slip: UUID, receipt: Receipt) -> Receipt:
    found = slips.load(workspace, by, slip)
    return decisions.unless_late(workspace, found.subject, receipt) if found.what == "vote" else receipt


def _reword_idea(workspace: Workspace, by: Act, slip: Slip, text: str) -> Changed:
    idea, words = ideas.load(workspace, by, slip.subject), write(text, by, longest=ideas.LONGEST)
    idea.reword(by, words.reference)
    return [idea], [words], []


def _reword_reply(workspace: Workspace, by: Act, slip: Slip, text: str) -> Changed:
    idea, words = ideas.load(workspace, by, slip.subject), write(text, by, longest=ideas.LONGEST)
    idea.reword_reply(by, slip.words or slip.subject, words.reference)
    return [idea], [words], []


def _reword_matter(workspace: Workspace, by: Act, slip: Slip, text: str) -> Changed:
    matter, words = matters.load(workspace, by, slip.subject), write(text, by, longest=matters.LONGEST)
    matter.reword(by, words.reference)
    return [matter], [words], matters.name_as_shown(workspace, matter)


def _reword_card(workspace: Workspace, by: Act, slip: Slip, text: str) -> Changed:
    card, words = cards.load(workspace, by, slip.subject), write(text, by, longest=cards.LONGEST)
    before = card.words.id
    card.reword(by, words.reference)
    return [card], [words], files.also_beside(words.id, before)


def _change_vote(workspace: Workspace, by: Act, slip: Slip, choice: str) -> Changed:
    """The reason that was written down stays with the vote that it was given for. An objection needs words of its own, so it is made where one votes."""
    decision, ballot, by = _ballot(workspace, by, slip)
    choice = members.one_of(choice, [each for each in decision.choices if each != "object"])
    ballot.change(by, ballot.version, choice, None)
    return [ballot, *_objection(workspace, by, decision, choice)], [], []


def _withdraw_idea(workspace: Workspace, by: Act, slip: Slip) -> Changed:
    idea = ideas.load(workspace, by, slip.subject)
    hidden, why = _hidden(workspace, by, idea.words.id, "idea", slip)
    aside = write(_why(by), by)
    try:
        idea.set_aside(by, aside.reference)
    except IdeaIsSetAside:
        return [*hidden], why, matters.withheld(idea.words.id)
    return [idea, *hidden], [*why, aside], matters.withheld(idea.words.id)


def _withdraw_reply(workspace: Workspace, by: Act, slip: Slip) -> Changed:
    text = slip.words or slip.subject
    hidden, why = _hidden(workspace, by, text, "reply", slip)
    return [*hidden], why, matters.withheld(text)


def _withdraw_matter(workspace: Workspace, by: Act, slip: Slip) -> Changed:
    matter = matters.load(workspace, by, slip.subject)
    matter.take_back(by)
    return [matter], [], [*matters.name_as_shown(workspace, matter), *matters.all_withheld(matter)]


def _withdraw_card(workspace: Workspace, by: Act, slip: Slip) -> Changed:
    card = cards.load(workspace, by, slip.subject)
    card.take_back(by)
    return [card], [], matters.withheld(card.words.id)


def _withdraw_vote(workspace: Workspace, by: Act, slip: Slip) -> Changed:
    decision, ballot, by = _ballot(workspace, by, slip)
    ballot.withdraw(by, ballot.version)
    return [ballot, *_objection(workspace, by, decision, None)], [], []


def _withdraw_availability(workspace: Workspace, by: Act, slip: Slip) -> Changed:
    return [polls.taken_back(workspace, by, slip.subject)], [], []


def _ballot(workspace: Workspace, by: Act, slip: Slip) -> tuple[Decision, Vote, Act]:
    """The decision, the vote, and the act under the side that was frozen. Where they have voted with their own hand, nobody else does.
    Refused: TheyHaveVoted, NotFound, VotingIsOver."""
    if slip.is_claimed and by.voice is not None:
        raise TheyHaveVoted
    decision = decisions.load(workspace, by, slip.subject)
    ballot = workspace.find(Vote, thing_of(slip.subject, slip.what, slip.words, slip.voice))
    if ballot is None:
        raise NotFound
    return decision, ballot, decisions.under_the_frozen_side(decision, by)


def _objection(workspace: Workspace, by: Act, decision: Decision, choice: str | None) -> list[Objection]:
    """Whoever chooses otherwise, or nothing, objects no longer."""
    return objections.moved(workspace, by, decision.id, choice, "", None) if decision.is_by_consent else []


def _hidden(workspace: Workspace, by: Act, text: UUID, kind: str, slip: Slip) -> tuple[list[TakenDown], list[Words]]:
    """Words taken down by whoever's they are; nothing more where that was done before."""
    found, why = workspace.find(TakenDown, words_id(text)), write(_why(by), by)
    if found is None:
        return [TakenDown.hide(by, text, slip.voice, kind, slip.subject, why.reference)], [why]
    if found.is_hidden:
        return [], []
    found.hide_again(by, why.reference)
    return [found], [why]


def _why(by: Act) -> str:
    return translator(by.language)("Taken back by whoever it was written down for.")


_CORRECT: dict[str, Callable[[Workspace, Act, Slip, str], Changed]] = {
    "idea": _reword_idea,
    "reply": _reword_reply,
    "matter": _reword_matter,
    "card": _reword_card,
    "vote": _change_vote,
}
_WITHDRAW: dict[str, Callable[[Workspace, Act, Slip], Changed]] = {
    "idea": _withdraw_idea,
    "reply": _withdraw_reply,
    "matter": _withdraw_matter,
    "card": _withdraw_card,
    "vote": _withdraw_vote,
    "availability": _withdraw_availability,
}
