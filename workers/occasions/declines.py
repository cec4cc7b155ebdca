"""Somebody declines to act on what was agreed."""

from datetime import date

from projections.outbox.declines import DECLINED
from workspace.languages import Translator

from .saying import Facts, Said, Says


def declined(t: Translator, facts: Facts) -> Said:
    return Said(
        t("News of a decision that you voted in"),
        [
            t("What was agreed will not be done as it was agreed, in this project: {project}.", project=facts.called(t.language)),
            *([t("The reason, by {name}:", name=facts.by)] if facts.by else [t("The reason that was given:")]),
        ],
        t("Read the reason and reply"),
        f"/decisions/{facts.refs['decision']}",
        quotes=facts.words.get("reason", []),
        closing=[
            *(t("What is done instead: {words}", words=body) for _, body in facts.in_(t.language, "words")),
            t("The day to talk about it: {day}.", day=date.fromisoformat(str(facts.refs["talk_on"]))),
            *(t("The question was: {question}", question=body) for _, body in facts.in_(t.language, "question")),
        ],
    )


SAYS: Says = {DECLINED: declined}
