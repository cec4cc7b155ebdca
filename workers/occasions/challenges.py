"""Somebody says that it is not how it feels, and is answered."""

from projections.outbox.challenges import CHALLENGE_ANSWERED, CHALLENGED
from workspace.languages import Translator

from .saying import Facts, Said, Says


def challenged(t: Translator, facts: Facts) -> Said:
    whom = t("They said it to everybody:") if facts.refs["is_public"] else t("They said it to the facilitators alone, so the words are not in this mail.")
    return Said(
        t("To somebody it does not feel as it is written"),
        [t("Somebody says that this isn’t how it feels, in this project: {project}.", project=facts.called(t.language)), whom],
        t("Read it and answer"),
        _there(facts),
        quotes=facts.words.get("words", []),
        closing=[t("A few honest sentences are enough. Only whoever said it can settle it.")],
    )


def answered(t: Translator, facts: Facts) -> Said:
    opening = [t("You said that this isn’t how it feels. Somebody answered, in this project: {project}.", project=facts.called(t.language))]
    private = [] if facts.refs["is_public"] else [t("You said it to the facilitators alone, so the answer is not in this mail.")]
    return Said(
        t("You were answered"),
        [*opening, *private],
        t("Read the answer"),
        _there(facts),
        quotes=facts.words.get("words", []),
        closing=[t("Is it settled? Only you can say so.")],
    )


def _there(facts: Facts) -> str:
    return f"/projects/{facts.refs['project']}/challenges/{facts.refs['challenge']}"


SAYS: Says = {CHALLENGED: challenged, CHALLENGE_ANSWERED: answered}

NEEDS_ME = {CHALLENGED, CHALLENGE_ANSWERED}
