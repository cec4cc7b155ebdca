"""Somebody wrote down what a person said, or their vote: is that right?"""

from projections.outbox.slips import WRITTEN_DOWN
from workspace.languages import Translator

from .saying import Facts, Said, Says


def written_down(t: Translator, facts: Facts) -> Said:
    what = str(facts.refs["what"])
    project = facts.called(t.language)
    by = facts.by or t("Somebody")
    opening = {
        "vote": t("{name} wrote your vote down in this project: {project}.", name=by, project=project),
        "availability": t("{name} wrote down when you can meet, in this project: {project}.", name=by, project=project),
    }
    words = t("{name} wrote your words down in this project: {project}.", name=by, project=project)
    return Said(
        {"vote": t("Is this your vote?"), "availability": t("Is this when you can?")}.get(what) or t("Are these your words?"),
        [opening.get(what) or words],
        t("Look, and say whether it is right"),
        f"/projects/{facts.refs['project']}/slips/{facts.refs['slip']}",
        quotes=facts.words.get("words", []),
        closing=[t("You can confirm it, put it right, or take it back. Until then everybody sees that it is not confirmed.")],
    )


SAYS: Says = {WRITTEN_DOWN: written_down}

NEEDS_ME = {WRITTEN_DOWN}

TURNS = {WRITTEN_DOWN: ("slip", "slip")}
