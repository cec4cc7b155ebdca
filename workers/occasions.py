"""What each mail says, in one language at a time: neutral, the content itself, one thing to press."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from projections.outbox import CLOSES_TOMORROW, IDEA_ANSWERED, IDEA_USED, INVITED, RESULT, SIGN_IN, TAKEN_DOWN, YOUR_TURN
from workspace.languages import Translator

Quote = tuple[str, str]
"""The language of words, and the words."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about one row of the outbox when its mail is composed. `words`: by the name of the reference, those that may be shown."""

    refs: Mapping[str, Any]
    project: dict[str, str]
    words: Mapping[str, list[Quote]]
    by: str = ""
    name: str = ""
    token: str = ""
    digits: str = ""

    def in_(self, language: str, what: str) -> list[Quote]:
        """Words that exist once a language: in this one if they do, else as they are."""
        return [quote for quote in self.words.get(what, []) if quote[0] == language] or self.words.get(what, [])[:1]


@dataclass(frozen=True, slots=True)
class Said:
    """A mail in one language. `code` is shown large; `small` is said after the button."""

    subject: str
    opening: list[str]
    button: str
    path: str
    quotes: list[Quote] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    code: str = ""
    small: list[str] = field(default_factory=list)


def sign_in(t: Translator, facts: Facts) -> Said:
    return Said(
        t("Sign in to Pleth"),
        [t("Somebody, probably you, asked to sign in with this address. Press the button in the browser where you asked.")],
        t("Sign in"),
        f"/sign-in/{facts.token}",
        code=facts.digits,
        closing=[t("Or type these six digits there:")],
        small=[t("Both work once, for ten minutes. If it was not you, do nothing: nobody can get in without this mail.")],
    )


def invited(t: Translator, facts: Facts) -> Said:
    project = _name(t, facts)
    opening = t("{name}, a place is kept for you in this project: {project}.", name=facts.name, project=project)
    if not facts.project:
        opening = t("A place is kept for you in Pleth, where citizens and professionals decide together.")
    elif not facts.name:
        opening = t("A place is kept for you in this project: {project}.", project=project)
    small = t("The link works once, for thirty days. If this is not for you, do nothing.")
    button = t("Have a look and take your place")
    return Said(t("You are invited"), [opening], button, f"/join/{facts.token}", closing=[_by(t, facts)] if facts.by else [], small=[small])


def your_turn(t: Translator, facts: Facts) -> Said:
    return Said(
        t("Your turn to vote"),
        [t("In this project it is your turn: {project}.", project=_name(t, facts)), t("The question:")],
        t("Read it and vote"),
        f"/decisions/{facts.refs['decision']}",
        quotes=facts.in_(t.language, "question"),
        closing=[t("The vote closes: {when}. You can change your vote until then.", when=_closes(facts)), t("It takes about two minutes.")],
    )


def closes_tomorrow(t: Translator, facts: Facts) -> Said:
    return Said(
        t("A vote closes soon"),
        [t("There is no vote of yours on record yet in this project: {project}.", project=_name(t, facts)), t("The question:")],
        t("Read it and vote"),
        f"/decisions/{facts.refs['decision']}",
        quotes=facts.in_(t.language, "question"),
        closing=[t("The vote closes: {when}.", when=_closes(facts)), t("This is the only reminder.")],
    )


def result(t: Translator, facts: Facts) -> Said:
    outcome = {
        "agreed": t("It was agreed."),
        "not agreed": t("It was not agreed."),
        "one side only": t("One group agreed and the other did not, so it is not decided."),
        "no decision": t("Not enough people took part, so there is no decision."),
    }.get(str(facts.refs["result"]), t("The vote was not valid, so there is no decision."))
    return Said(
        t("The result of a vote"),
        [t("A vote was counted in this project: {project}.", project=_name(t, facts)), t("The question:")],
        t("See how it was counted"),
        f"/decisions/{facts.refs['decision']}",
        quotes=facts.in_(t.language, "question"),
        closing=[outcome],
    )


def idea_answered(t: Translator, facts: Facts) -> Said:
    answered = t("Your idea was answered in this project: {project}.", project=_name(t, facts))
    return Said(
        t("Your idea was answered"),
        [answered, *([t("The answer, by {name}:", name=facts.by)] if facts.by else [t("The answer:")])],
        t("Read it beside your idea"),
        f"/ideas/{facts.refs['idea']}",
        quotes=facts.words.get("answer", []),
    )


def idea_used(t: Translator, facts: Facts) -> Said:
    return Said(
        t("A proposal grew from your idea"),
        [t("A proposal grew from what you wrote in this project: {project}.", project=_name(t, facts)), t("You wrote:")],
        t("Read the proposal"),
        f"/proposals/{facts.refs['proposal']}",
        quotes=facts.words.get("words", []),
        closing=[t("The proposal: {title}", title=body) for _, body in facts.in_(t.language, "title")],
    )


def taken_down(t: Translator, facts: Facts) -> Said:
    ground = {
        "asked by the author": t("They were erased because their author asked for it."),
        "names somebody": t("They were erased because they name somebody."),
        "unlawful": t("They were erased because they may be unlawful."),
        "by mistake": t("They were erased because they were published by mistake."),
    }.get(str(facts.refs.get("ground", "")))
    reason = [ground] if ground else [t("The reason that was given:")] if facts.words.get("reason") else []
    return Said(
        t("Words of yours were taken down"),
        [t("Words of yours are no longer shown in this project: {project}.", project=_name(t, facts)), *reason],
        t("See the project's history"),
        f"/projects/{facts.refs['project']}/history",
        quotes=facts.words.get("reason", []),
        closing=[t("If you think this is wrong, answer the person named on the project's page.")],
    )


SAYS: dict[str, Callable[[Translator, Facts], Said]] = {
    SIGN_IN: sign_in,
    INVITED: invited,
    YOUR_TURN: your_turn,
    CLOSES_TOMORROW: closes_tomorrow,
    RESULT: result,
    IDEA_ANSWERED: idea_answered,
    IDEA_USED: idea_used,
    TAKEN_DOWN: taken_down,
}

NEEDS_ME = frozenset({YOUR_TURN, CLOSES_TOMORROW, TAKEN_DOWN})
"""What somebody still gets who wants only mail that needs them."""


def _name(t: Translator, facts: Facts) -> str:
    return facts.project.get(t.language) or next(iter(facts.project.values()), "Pleth")


def _by(t: Translator, facts: Facts) -> str:
    return t("Invited by: {name}", name=facts.by)


def _closes(facts: Facts) -> datetime:
    return datetime.fromisoformat(str(facts.refs["closes_at"]))
