"""Somebody's words were taken down."""

from projections.outbox.words import APPEAL_ANSWERED, TAKEN_DOWN
from workspace.languages import Translator
from workspace.members import NETWORK

from .saying import Facts, Said, Says


def taken_down(t: Translator, facts: Facts) -> Said:
    ground = {
        "asked by the author": t("They were erased because their author asked for it."),
        "names somebody": t("They were erased because they name somebody."),
        "unlawful": t("They were erased because they may be unlawful."),
        "by mistake": t("They were erased because they were published by mistake."),
    }.get(str(facts.refs.get("ground", "")))
    reason = [ground] if ground else [t("The reason that was given:")] if facts.words.get("reason") else []
    shown = t("Words of yours are no longer shown in this project: {project}.", project=facts.called(t.language))
    return Said(
        t("Words of yours were taken down"),
        [t("Words of yours are no longer shown among the methods of the network.") if _is_of_the_network(facts) else shown, *reason],
        t("See the reason"),
        _page(facts),
        quotes=facts.words.get("reason", []),
        closing=[] if ground else [t("If you think this is wrong, say so there, once: somebody else then decides.")],
    )


def appeal_answered(t: Translator, facts: Facts) -> Said:
    outcome = (
        t("Your words are shown again in this project: {project}.") if facts.refs["upheld"] else t("Your words stay as they are in this project: {project}.")
    ).format(project=facts.called(t.language))
    if _is_of_the_network(facts):
        outcome = t("Your words are shown again among the methods of the network.") if facts.refs["upheld"] else t("Your words stay down.")
    return Said(
        t("Your appeal was answered"),
        [outcome, *([t("The reason, by {name}:", name=facts.by)] if facts.by else [t("The reason that was given:")])],
        t("See the reason") if _is_of_the_network(facts) else t("See it in the history"),
        _page(facts) if _is_of_the_network(facts) else f"/projects/{facts.refs['project']}/history?kind=words",
        quotes=facts.words.get("reason", []),
    )


def _is_of_the_network(facts: Facts) -> bool:
    return str(facts.refs["project"]) == str(NETWORK)


def _page(facts: Facts) -> str:
    return f"{'/network' if _is_of_the_network(facts) else '/projects/' + str(facts.refs['project'])}/words/{facts.refs['text']}"


SAYS: Says = {TAKEN_DOWN: taken_down, APPEAL_ANSWERED: appeal_answered}

NEEDS_ME = {TAKEN_DOWN, APPEAL_ANSWERED}

ABOUT_THEMSELVES = {TAKEN_DOWN, APPEAL_ANSWERED}
