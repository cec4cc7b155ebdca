"""It is somebody's turn to vote, a vote closes soon, a vote was counted."""

from datetime import datetime

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
    )


def closes_tomorrow(t: Translator, facts: Facts) -> Said:
    return Said(
        t("A vote closes soon"),
        [t("There is no vote of yours on record yet in this project: {project}.", project=facts.called(t.language)), t("The question:")],
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
        [t("A vote was counted in this project: {project}.", project=facts.called(t.language)), t("The question:")],
        t("See how it was counted"),
        f"/decisions/{facts.refs['decision']}",
        quotes=facts.in_(t.language, "question"),
        closing=[outcome],
    )


def _closes(facts: Facts) -> datetime:
    return datetime.fromisoformat(str(facts.refs["closes_at"]))


SAYS: Says = {YOUR_TURN: your_turn, CLOSES_TOMORROW: closes_tomorrow, RESULT: result}

NEEDS_ME = {YOUR_TURN, CLOSES_TOMORROW}

TURNS = {YOUR_TURN: ("vote", "decision"), CLOSES_TOMORROW: ("vote", "decision")}
