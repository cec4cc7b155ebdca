"""Somebody wants to be rung back. Neither name nor number is in the mail: they stand on the page until it is done."""

from workspace.calls import RING_BACK
from workspace.languages import Translator

from .saying import Facts, Said, Says


def ring_back(t: Translator, facts: Facts) -> Said:
    opening = t("Somebody asks to be rung back about this project: {project}.", project=facts.called(t.language)) if facts.project else ""
    path = f"/projects/{facts.refs['project']}/calls" if facts.project else "/calls"
    return Said(t("Somebody asks to be rung back"), [opening or t("Somebody asks to be rung back.")], t("See whom to ring"), path)


SAYS: Says = {RING_BACK: ring_back}

NEEDS_ME = {RING_BACK}
