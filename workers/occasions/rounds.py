"""A consent round began, or went on to a step that asks something of everybody."""

from projections.outbox.rounds import ROUND_STEP
from workspace.languages import Translator

from .saying import Facts, Said, Says


def round_step(t: Translator, facts: Facts) -> Said:
    step = str(facts.refs["step"])
    asked = {
        "present": t("Read what is proposed. Questions come next."),
        "questions": t("Ask what you need to understand it. No views yet."),
        "sense check": t("Say how it feels just now. Nothing is decided by it."),
        "amend": t("Suggest the changes that would let you say yes."),
    }[step]
    opening = t("A consent round went on in this project: {project}.", project=facts.called(t.language))
    if step == "present":
        opening = t("A consent round begins in this project: {project}.", project=facts.called(t.language))
    return Said(
        t("Your turn in a consent round"),
        [opening, t("It is about this proposal:")],
        t("Go to the round"),
        f"/projects/{facts.refs['project']}/rounds/{facts.refs['round']}",
        quotes=facts.in_(t.language, "title"),
        closing=[asked, t("It takes about two minutes.")],
    )


SAYS: Says = {ROUND_STEP: round_step}

NEEDS_ME = {ROUND_STEP}

TURNS = {ROUND_STEP: ("round", "round")}
