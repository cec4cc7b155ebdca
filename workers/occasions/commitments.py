"""A commitment is due soon, was done, or cannot be done."""

from datetime import date
from urllib.parse import quote

from projections.outbox.commitments import CANNOT_BE_DONE, COMMITMENT_DUE, IT_WAS_DONE
from workspace.languages import Translator

from .saying import Facts, Said, Says


def commitment_due(t: Translator, facts: Facts) -> Said:
    return Said(
        t("How is it going?"),
        [t("Something is due soon in this project: {project}.", project=facts.called(t.language)), t("It was said:")],
        t("Say how it is going"),
        _path(facts, "/report"),
        quotes=facts.in_(t.language, "words"),
        closing=[
            t("Its day: {day}.", day=date.fromisoformat(str(facts.refs["due_on"]))),
            t("Only you are told now. Where its day passes and nobody has said anything, its page says that it is late."),
            t("This is the only reminder. It takes about three minutes; one sentence is enough."),
        ],
        answers=[
            (label, _path(facts, f"/report?how={quote(how)}"))
            for how, label in (("on its way", t("It is on its way")), ("done", t("It is done")), ("could not", t("It cannot be done")))
        ],
    )


def it_was_done(t: Translator, facts: Facts) -> Said:
    return Said(
        t("What you asked for was done"),
        [t("Something that goes back to you was done in this project: {project}.", project=facts.called(t.language)), t("It was said:")],
        t("Say whether it made a difference"),
        _path(facts, "/difference"),
        quotes=[*facts.in_(t.language, "words"), *facts.words.get("answer", [])],
        closing=[t("Only those who asked can say whether it made a difference. It takes about one minute.")],
        section="because",
        answers=[
            (t("It made a difference"), _path(facts, "/difference?difference=yes")),
            (t("It made no difference"), _path(facts, "/difference?difference=no")),
        ],
    )


def cannot_be_done(t: Translator, facts: Facts) -> Said:
    return Said(
        t("Something you asked for cannot be done"),
        [t("Something that goes back to you cannot be done in this project: {project}.", project=facts.called(t.language)), t("It was said:")],
        t("Read it where it stands"),
        _path(facts),
        quotes=[*facts.in_(t.language, "words"), *facts.words.get("reason", [])],
        closing=[t("The second of these is the reason that was given.")] if facts.words.get("reason") else [],
        section="because",
    )


def _path(facts: Facts, page: str = "") -> str:
    return f"/projects/{facts.refs['project']}/commitments/{facts.refs['commitment']}{page}"


SAYS: Says = {COMMITMENT_DUE: commitment_due, IT_WAS_DONE: it_was_done, CANNOT_BE_DONE: cannot_be_done}

NEEDS_ME = {COMMITMENT_DUE, IT_WAS_DONE}

TURNS = {COMMITMENT_DUE: ("report", "commitment"), IT_WAS_DONE: ("difference", "commitment")}
