"""A vote was started again; somebody objected."""

from projections.outbox.deciding import OBJECTED, RESTARTED
from workspace.languages import Translator

from .saying import Facts, Said, Says


def restarted(t: Translator, facts: Facts) -> Said:
    return Said(
        t("A vote was started again"),
        [
            t("A vote was started again in this project: {project}.", project=facts.called(t.language)),
            t("Votes up to then are void, yours too if you had voted. The reason:"),
        ],
        t("Read it and vote"),
        f"/decisions/{facts.refs['decision']}",
        quotes=facts.words.get("reason", []),
        closing=[t("The question was: {question}", question=body) for _, body in facts.in_(t.language, "question")],
    )


def objected(t: Translator, facts: Facts) -> Said:
    return Said(
        t("Somebody objected"),
        [
            t("Consent is being asked for in this project: {project}.", project=facts.called(t.language)),
            t("{name} objected:", name=facts.by) if facts.by else t("Somebody objected:"),
        ],
        t("Read the objection and answer it"),
        f"/objections/{facts.refs['objection']}",
        quotes=facts.words.get("words", []),
        closing=[
            *(t("The question: {question}", question=body) for _, body in facts.in_(t.language, "question")),
            t("You get this because you can look for a change that meets it."),
        ],
    )


SAYS: Says = {RESTARTED: restarted, OBJECTED: objected}

NEEDS_ME = {OBJECTED, RESTARTED}

TURNS = {RESTARTED: ("vote", "decision")}
