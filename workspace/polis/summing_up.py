"""What an import brings, in numbers and in sentences."""

from collections import Counter
from dataclasses import asdict, dataclass

from ..languages import Translator
from .reading import Conversation


@dataclass(frozen=True, slots=True)
class Summary:
    """Stances are pairs of participant and statement: the last vote stands."""

    project: str
    statements: int
    participants: int
    stances: int
    agree: int
    disagree: int
    # `pass` is a word of Python's
    passed: int
    set_aside: int

    def facts(self) -> dict[str, str | int]:
        return {("pass" if name == "passed" else name): value for name, value in asdict(self).items()}


def summary(conversation: Conversation) -> Summary:
    last = {(vote.voter, vote.statement): vote.stance for vote in conversation.votes}
    stances = Counter(last.values())
    return Summary(
        project=str(conversation.id),
        statements=len(conversation.statements),
        participants=len(conversation.voters),
        stances=len(last),
        agree=stances["agree"],
        disagree=stances["disagree"],
        passed=stances["pass"],
        set_aside=sum(statement.is_moderated_out for statement in conversation.statements),
    )


def told(t: Translator, conversation: Conversation, side: str) -> str:
    """What the import does, a line for each thing."""
    found = summary(conversation)
    group = {"citizen": t("Citizens"), "professional": t("Professionals")}[side]
    return "\n".join(
        (
            t("A project, open to everybody: “{topic}”", topic=conversation.topic),
            t("Where it was published: {url}", url=conversation.url) if conversation.url else t("Where it was published is not said."),
            t("Ideas, one for each statement: {statements}.", statements=found.statements),
            t("Set aside, since they were moderated out: {aside}.", aside=found.set_aside),
            t("People on the record without an account: {participants}. Their group: {group}.", participants=found.participants, group=group),
            t("They can vote in decisions once they have claimed their places."),
            t(
                "Stances, the last vote of each person: {stances}. Agree: {agree}. Disagree: {disagree}. Pass: {passed}.",
                stances=found.stances,
                agree=found.agree,
                disagree=found.disagree,
                passed=found.passed,
            ),
        )
    )
