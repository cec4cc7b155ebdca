"""What came of an idea is told to whoever had it."""

from projections.outbox.ideas import IDEA_ANSWERED, IDEA_USED
from workspace.languages import Translator

from .saying import Facts, Said, Says


def idea_answered(t: Translator, facts: Facts) -> Said:
    answered = t("Your idea was answered in this project: {project}.", project=facts.called(t.language))
    return Said(
        t("Your idea was answered"),
        [answered, *([t("The answer, by {name}:", name=facts.by)] if facts.by else [t("The answer:")])],
        t("Read it beside your idea"),
        f"/ideas/{facts.refs['idea']}",
        quotes=facts.words.get("answer", []),
        closing=[t("Thank you for saying it.")],
        section="because",
    )


def idea_used(t: Translator, facts: Facts) -> Said:
    return Said(
        t("A proposal grew from your idea"),
        [t("A proposal grew from what you wrote in this project: {project}.", project=facts.called(t.language)), t("You wrote:")],
        t("Read the proposal"),
        f"/proposals/{facts.refs['proposal']}",
        quotes=facts.words.get("words", []),
        closing=[t("The proposal: {title}", title=body) for _, body in facts.in_(t.language, "title")],
        section="because",
    )


SAYS: Says = {IDEA_ANSWERED: idea_answered, IDEA_USED: idea_used}
