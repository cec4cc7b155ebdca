"""Somebody's words were taken down."""

from projections.outbox.words import TAKEN_DOWN
from workspace.languages import Translator

from .saying import Facts, Said, Says


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
        [t("Words of yours are no longer shown in this project: {project}.", project=facts.called(t.language)), *reason],
        t("See the project's history"),
        f"/projects/{facts.refs['project']}/history",
        quotes=facts.words.get("reason", []),
        closing=[t("If you think this is wrong, answer the person named on the project's page.")],
    )


SAYS: Says = {TAKEN_DOWN: taken_down}

NEEDS_ME = {TAKEN_DOWN}

ABOUT_THEMSELVES = {TAKEN_DOWN}
