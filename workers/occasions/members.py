"""A place is kept for somebody; somebody asks for one, and is told what came of it; somebody was chosen to write for somebody else."""

from projections.outbox.members import ASKS_TO_JOIN, CHOSEN_TO_WRITE, FACILITATE, INVITED, TURNED_AWAY, WELCOMED
from workspace.languages import Translator

from .saying import Facts, Said, Says


def invited(t: Translator, facts: Facts) -> Said:
    project = facts.called(t.language)
    opening = t("{name}, a place is kept for you in this project: {project}.", name=facts.name, project=project)
    if not facts.project:
        opening = t("A place is kept for you in Pleth, where citizens and professionals decide together.")
    elif not facts.name:
        opening = t("A place is kept for you in this project: {project}.", project=project)
    small = t("The link works once, for thirty days. If this is not for you, do nothing.")
    button = t("Have a look and take your place")
    closing = [t("Invited by: {name}", name=facts.by)] if facts.by else []
    return Said(t("You are invited"), [opening], button, f"/join/{facts.token}", closing=closing, small=[small])


def asks_to_join(t: Translator, facts: Facts) -> Said:
    opening = t("Somebody asks to take part in this project: {project}.", project=facts.called(t.language))
    path = f"/projects/{facts.refs['project']}/requests/{facts.refs['member']}"
    why = [t("They wrote:")] if facts.words.get("words") else []
    return Said(t("Somebody asks to take part"), [opening, *why], t("Read it and answer"), path, quotes=facts.words.get("words", []))


def welcomed(t: Translator, facts: Facts) -> Said:
    opening = t("You asked to take part, and you are welcome in this project: {project}.", project=facts.called(t.language))
    closing = [t("Welcomed by: {name}", name=facts.by)] if facts.by else []
    return Said(t("You are welcome"), [opening], t("Go to the project"), f"/projects/{facts.refs['project']}", closing=closing)


def turned_away(t: Translator, facts: Facts) -> Said:
    opening = t("You asked to take part in this project, and the answer is no: {project}.", project=facts.called(t.language))
    closing = [t("You can still read everything there, and say what matters to you. If something changes, ask again.")]
    path, reason = f"/projects/{facts.refs['project']}/requests", facts.words.get("reason", [])
    return Said(t("An answer to your request"), [opening, t("The reason that was given:")], t("Go to the project"), path, reason, closing)


def asked_to_facilitate(t: Translator, facts: Facts) -> Said:
    project = facts.called(t.language)
    opening = t("You are asked to facilitate this project together with others: {project}.", project=project)
    closing = [t("Asked by: {name}", name=facts.by)] if facts.by else []
    path = f"/projects/{facts.refs['project']}/facilitators"
    return Said(t("Would you facilitate too?"), [opening], t("Read what it takes, and answer"), path, closing=[*closing, t("It is fine to say no.")])


def chosen_to_write(t: Translator, facts: Facts) -> Said:
    who = facts.by or t("Somebody")
    opening = t("{name} chose you to write down what they say in this project: {project}.", name=who, project=facts.called(t.language))
    closing = [t("They get a slip each time, to confirm it, put it right or take it back. You can step back whenever you like.")]
    path = f"/projects/{facts.refs['project']}/members/{facts.refs['by']}/helpers"
    return Said(t("Somebody chose you to write for them"), [opening], t("Read what it takes"), path, closing=closing)


SAYS: Says = {
    INVITED: invited,
    ASKS_TO_JOIN: asks_to_join,
    WELCOMED: welcomed,
    TURNED_AWAY: turned_away,
    FACILITATE: asked_to_facilitate,
    CHOSEN_TO_WRITE: chosen_to_write,
}

NEEDS_ME = {ASKS_TO_JOIN, FACILITATE, CHOSEN_TO_WRITE}
