"""A session is planned, changes or is cancelled. The mail carries it for the reader's calendar too."""

from datetime import datetime
from uuid import UUID

from projections.outbox.calendars import SESSION_CANCELLED, SESSION_CHANGED, SESSION_PLANNED
from workspace.calendars import Dated
from workspace.languages import Translator

from .saying import Facts, Said, Says


def planned(t: Translator, facts: Facts) -> Said:
    opening = t("We meet in this project, and you are invited: {project}.", project=facts.called(t.language))
    return _said(t, facts, t("You are invited to a session"), [opening])


def changed(t: Translator, facts: Facts) -> Said:
    opening = t("A session has changed in this project: {project}.", project=facts.called(t.language))
    why = [t("The reason: {reason}", reason=body) for _, body in facts.words.get("reason", [])]
    return _said(t, facts, t("A session has changed"), [opening, *why])


def cancelled(t: Translator, facts: Facts) -> Said:
    opening = t("A session is called off in this project: {project}.", project=facts.called(t.language))
    why = [t("The reason: {reason}", reason=body) for _, body in facts.words.get("reason", [])]
    return _said(t, facts, t("A session is called off"), [opening, *why])


def _said(t: Translator, facts: Facts, subject: str, opening: list[str]) -> Said:
    begins, ends = (datetime.fromisoformat(str(facts.refs[name])) for name in ("starts_at", "ends_at"))
    return Said(
        subject,
        [*opening, t("When: {begins}–{ends}", begins=begins, ends=t.time(ends))],
        t("Look at the session"),
        _path(facts),
        quotes=facts.in_(t.language, "title"),
        closing=[
            *(t("Where: {place}", place=body) for _, body in facts.in_(t.language, "place")),
            *(t("Getting in and taking part: {access}", access=body) for _, body in facts.in_(t.language, "access")),
            t("It is attached for your calendar."),
        ],
    )


def dated(facts: Facts, is_discreet: bool) -> Dated:
    begins, ends = (datetime.fromisoformat(str(facts.refs[name])) for name in ("starts_at", "ends_at"))
    title, place, access = (dict(facts.words.get(name, [])) for name in ("title", "place", "access"))
    sequence, is_cancelled = int(facts.refs["sequence"]), bool(facts.refs["is_cancelled"])
    id = UUID(str(facts.refs["session"]))
    return Dated(id, "session", _path(facts), title, place, access, begins, ends, None, sequence, is_cancelled, is_discreet)


def _path(facts: Facts) -> str:
    return f"/projects/{facts.refs['project']}/sessions/{facts.refs['session']}"


SAYS: Says = {SESSION_PLANNED: planned, SESSION_CHANGED: changed, SESSION_CANCELLED: cancelled}

NEEDS_ME = {*SAYS}

CALENDARS = dict.fromkeys(SAYS, dated)
