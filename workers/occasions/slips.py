"""Somebody wrote down what a person said, or their vote: is that right?"""

from projections.outbox.slips import WRITTEN_DOWN
from workspace.languages import Translator

from .saying import Facts, Said, Says


def written_down(t: Translator, facts: Facts) -> Said:
    is_vote = facts.refs["what"] == "vote"
    project = facts.called(t.language)
    by = facts.by or t("Somebody")
    opening = (
        t("{name} wrote your vote down in this project: {project}.", name=by, project=project)
        if is_vote
        else t("{name} wrote your words down in this project: {project}.", name=by, project=project)
    )
    return Said(
        t("Is this your vote?") if is_vote else t("Are these your words?"),
        [opening],
        t("Look, and say whether it is right"),
        f"/projects/{facts.refs['project']}/slips/{facts.refs['slip']}",
        quotes=facts.words.get("words", []),
        closing=[t("You can confirm it, put it right, or take it back. Until then everybody sees that it is not confirmed.")],
    )


SAYS: Says = {WRITTEN_DOWN: written_down}

NEEDS_ME = {WRITTEN_DOWN}

TURNS = {WRITTEN_DOWN: ("slip", "slip")}
