"""A place is kept for somebody."""

from projections.outbox.members import INVITED
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


SAYS: Says = {INVITED: invited}
