"""It is somebody's turn to vote, a vote closes soon, a vote was counted."""

from datetime import datetime
from urllib.parse import quote

from projections.outbox.decisions import CLOSES_TOMORROW, RESULT, YOUR_TURN
from workspace.languages import Translator

from .saying import Facts, Said, Says


def your_turn(t: Translator, facts: Facts) -> Said:
    return Said(
        t("Your turn to vote"),
        [t("In this project it is your turn: {project}.", project=facts.called(t.language)), t("The question:")],
        t("Read it and vote"),
        f"/decisions/{facts.refs['decision']}",
        quotes=facts.in_(t.language, "question"),
        closing=[t("The vote closes: {when}. You can change your vote until then.", when=_closes(facts)), t("It takes about two minutes.")],
        answers=_answers(t, facts),
    )


def closes_tomorrow(t: Translator, facts: Facts) -> Said:
    return Said(
        t("A vote closes soon"),
        [t("There is no vote of yours on record yet in this project: {project}.", project=facts.called(t.language)), t("The question:")],
        t("Read it and vote"),
        f"/decisions/{facts.refs['decision']}",
        quotes=facts.in_(t.language, "question"),
        closing=[t("The vote closes: {when}.", when=_closes(facts)), t("This is the only reminder.")],
        answers=_answers(t, facts),
    )


def result(t: Translator, facts: Facts) -> Said:
    outcome = {
        "agreed": t("It was agreed."),
        "not agreed": t("It was not agreed."),
        "one side only": t("One group agreed and the other did not, so it is not decided."),
        "no decision": t("Not enough people took part, so there is no decision."),
    }.get(str(facts.refs["result"]), t("The vote was not valid, so there is no decision."))
    is_theirs = bool(facts.refs.get("is_theirs"))
    told = t("A vote was counted in this project: {project}.", project=facts.called(t.language))
    if is_theirs:
        told = t("What you wrote led to a vote, which was counted in this project: {project}.", project=facts.called(t.language))
    return Said(
        t("The result of a vote"),
        [told, t("The question:")],
        t("See how it was counted"),
        f"/decisions/{facts.refs['decision']}",
        quotes=facts.in_(t.language, "question"),
        closing=[outcome, t("Thank you: without you it would have been another conversation.") if is_theirs else t("Thank you to everybody who took part.")],
        section="because" if is_theirs else "new",
    )


def _answers(t: Translator, facts: Facts) -> list[tuple[str, str]]:
    """Each opens the ballot with that answer chosen; nothing is cast before its button is pressed."""
    by_consent = {
        "consent": t.p("vote", "I consent"),
        "concern": t.p("vote", "I consent, with a concern"),
        "stand aside": t.p("vote", "I stand aside"),
        "object": t.p("vote", "I object"),
    }
    for_or_against = {"yes": t.p("vote", "For"), "no": t.p("vote", "Against"), "abstain": t.p("vote", "Abstain")}
    choices = {"": {}, "consent": by_consent}.get(str(facts.refs.get("method", "")), for_or_against)
    return [(label, f"/decisions/{facts.refs['decision']}?choice={quote(choice)}") for choice, label in choices.items()]


def _closes(facts: Facts) -> datetime:
    return datetime.fromisoformat(str(facts.refs["closes_at"]))


SAYS: Says = {YOUR_TURN: your_turn, CLOSES_TOMORROW: closes_tomorrow, RESULT: result}

NEEDS_ME = {YOUR_TURN, CLOSES_TOMORROW}

TURNS = {YOUR_TURN: ("vote", "decision"), CLOSES_TOMORROW: ("vote", "decision")}
