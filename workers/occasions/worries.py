"""Somebody is worried about somebody. The words are in this mail and nowhere else."""

from workspace.languages import Translator
from workspace.worries import WORRY

from .saying import Facts, Said, Says


def worry(t: Translator, facts: Facts) -> Said:
    reach = t("How to reach whoever wrote this: {reach}", reach=facts.reach) if facts.reach else t("Whoever wrote this did not say how to reach them.")
    return Said(
        t("Somebody asks you to read this"),
        [t("You are named as the person to tell about a worry, in this project: {project}.", project=facts.called(t.language)), t("Somebody wrote:")],
        t("What people read before they write to you"),
        f"/projects/{facts.refs['project']}/worry",
        quotes=facts.told,
        closing=[reach, t("This is no part of the project’s record, and no copy is kept here: only you have it.")],
    )


SAYS: Says = {WORRY: worry}
