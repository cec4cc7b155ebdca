"""A question that somebody asked in a session was answered by those who commission."""

from projections.outbox.questions import QUESTION_ANSWERED
from workspace.languages import Translator

from .saying import Facts, Said, Says


def question_answered(t: Translator, facts: Facts) -> Said:
    opening = t("You asked those who commission something in a session, and there is an answer, in this project: {project}.", project=facts.called(t.language))
    return Said(
        t("Your question was answered"),
        [opening, *([t("The answer, by {name}:", name=facts.by)] if facts.by else [t("The answer:")])],
        t("Read it beside your question"),
        f"/projects/{facts.refs['project']}/questions",
        quotes=facts.words.get("answer", []),
        closing=[t("Thank you for asking it.")],
        section="because",
    )


SAYS: Says = {QUESTION_ANSWERED: question_answered}
