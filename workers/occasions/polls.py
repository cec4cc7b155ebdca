"""When can we meet? And what came of it."""

from datetime import date, datetime

from projections.outbox.polls import NO_TIME, WE_MEET_THEN, WHEN_CAN_WE_MEET
from workspace.languages import Translator

from .saying import Facts, Said, Says


def when_can_we_meet(t: Translator, facts: Facts) -> Said:
    return Said(
        t("When can we meet?"),
        [t("A day is being looked for in this project: {project}.", project=facts.called(t.language)), t("What it is about:")],
        t("Say when you can"),
        _path(facts),
        quotes=facts.in_(t.language, "question"),
        closing=[t("It takes about two minutes. Please answer by: {day}.", day=date.fromisoformat(str(facts.refs["answer_by"])))],
    )


def we_meet_then(t: Translator, facts: Facts) -> Said:
    moment = datetime.fromisoformat(str(facts.refs["starts_at"]))
    return Said(
        t("A time was chosen"),
        [
            t("You said when you can meet, in this project: {project}.", project=facts.called(t.language)),
            t("We meet: {moment}.", moment=moment),
            *(t("It is about: {question}", question=body) for _, body in facts.in_(t.language, "question")),
        ],
        t("See the times and the answers"),
        _path(facts),
        quotes=facts.words.get("reason", []),
        section="because",
    )


def no_time(t: Translator, facts: Facts) -> Said:
    return Said(
        t("None of the times was chosen"),
        [t("You said when you can meet, in this project: {project}.", project=facts.called(t.language)), t("None of the times was chosen. The reason:")],
        t("See the times and the answers"),
        _path(facts),
        quotes=facts.words.get("reason", []),
        section="because",
    )


def _path(facts: Facts) -> str:
    return f"/projects/{facts.refs['project']}/polls/{facts.refs['poll']}"


SAYS: Says = {WHEN_CAN_WE_MEET: when_can_we_meet, WE_MEET_THEN: we_meet_then, NO_TIME: no_time}

NEEDS_ME = {WHEN_CAN_WE_MEET, WE_MEET_THEN}

TURNS = {WHEN_CAN_WE_MEET: ("meet", "poll")}
