"""What came of an idea is told to whoever had it; whoever is asked for an answer is told until when."""

from datetime import date

from projections.outbox.ideas import ANSWER_ASKED, ANSWER_OWED, IDEA_ANSWERED, IDEA_MOVED_ON, IDEA_USED, IDEAS_APART, IDEAS_JOINED
from workspace.languages import Translator

from .saying import Facts, Said, Says


def answer_asked(t: Translator, facts: Facts) -> Said:
    return _asking(
        t, facts, t("Your answer is asked for"), t("Your answer to an idea is asked for in this project: {project}.", project=facts.called(t.language))
    )


def answer_owed(t: Translator, facts: Facts) -> Said:
    opening = t(
        "You were asked a week ago to answer an idea, and there is no answer of yours yet, in this project: {project}.", project=facts.called(t.language)
    )
    return _asking(t, facts, t("Your answer is still hoped for"), opening, t("This is the only reminder."))


def _asking(t: Translator, facts: Facts, subject: str, opening: str, *last: str) -> Said:
    by = [t("It was asked by {name}.", name=facts.by)] if facts.by else []
    return Said(
        subject,
        [opening, *by, t("The idea:")],
        t("Give your answer"),
        f"/projects/{facts.refs['project']}/ideas/{facts.refs['idea']}/answers",
        quotes=facts.words.get("words", []),
        closing=[
            t("An answer is hoped for by this day: {day}.", day=date.fromisoformat(str(facts.refs["until_on"]))),
            t("Yes, partly, not now, no, or let’s talk: one honest sentence is enough. It takes about three minutes."),
            *last,
        ],
    )


def idea_answered(t: Translator, facts: Facts) -> Said:
    answered = t("Your idea was answered in this project: {project}.", project=facts.called(t.language))
    kind, day = str(facts.refs.get("kind") or ""), _day(t, facts)
    return Said(
        t("Your idea was answered"),
        [answered, *([t("The answer, by {name}:", name=facts.by)] if facts.by else [t("The answer:")]), *([_kinds(t)[kind] + "."] if kind else [])],
        t("Read it beside your idea"),
        f"/ideas/{facts.refs['idea']}",
        quotes=facts.words.get("answer", []),
        closing=[*([day] if day else []), t("Thank you for saying it.")],
        section="because",
    )


def ideas_joined(t: Translator, facts: Facts) -> Said:
    return Said(
        t("Your idea goes on together with another"),
        [
            t("Two ideas that say much the same are one from now on, in this project: {project}.", project=facts.called(t.language)),
            t("All who had them are its authors, and everybody who supported either counts once. These are the two:"),
        ],
        t("See them together"),
        f"/ideas/{facts.refs['idea']}",
        quotes=facts.words.get("words", []),
        closing=[t("If they are better apart, set them apart again there: nothing is lost.")],
    )


def ideas_apart(t: Translator, facts: Facts) -> Said:
    return Said(
        t("Two ideas stand apart again"),
        [t("Ideas that were joined stand for themselves again, in this project: {project}.", project=facts.called(t.language)), t("These are the two:")],
        t("See the first of them"),
        f"/ideas/{facts.refs['idea']}",
        quotes=facts.words.get("words", []),
    )


def idea_moved_on(t: Translator, facts: Facts) -> Said:
    return Said(
        t("Your idea has enough support"),
        [t("Enough people of each group support your idea, so it moves on, in this project: {project}.", project=facts.called(t.language)), t("You wrote:")],
        t("Make a proposal of it"),
        f"/projects/{facts.refs['project']}/proposals/new?idea={facts.refs['idea']}",
        quotes=facts.words.get("words", []),
        closing=[t("Nobody has to let it through: you write the proposal, and can put it to both groups. Half a page is enough to begin.")],
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


def _kinds(t: Translator) -> dict[str, str]:
    return {
        "yes": t("Yes, it will be done"),
        "partly": t("Partly"),
        "not now": t("Not now"),
        "no": t("No, it will not be done"),
        "let us talk": t("Let’s talk"),
    }


def _day(t: Translator, facts: Facts) -> str:
    if not facts.refs.get("on"):
        return ""
    on = t.date(date.fromisoformat(str(facts.refs["on"])))
    says = {"let us talk": t("To talk: {date}", date=on), "not now": t("Looked at again: {date}", date=on), "no": t("Looked at again: {date}", date=on)}
    return says.get(str(facts.refs.get("kind")), t("The day: {date}", date=on))


SAYS: Says = {
    ANSWER_ASKED: answer_asked,
    ANSWER_OWED: answer_owed,
    IDEA_ANSWERED: idea_answered,
    IDEA_MOVED_ON: idea_moved_on,
    IDEA_USED: idea_used,
    IDEAS_JOINED: ideas_joined,
    IDEAS_APART: ideas_apart,
}

NEEDS_ME = {ANSWER_ASKED, ANSWER_OWED, IDEA_MOVED_ON}

TURNS = {ANSWER_OWED: ("answer", "idea")}
