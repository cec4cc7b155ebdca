"""What is said and suggested about a proposal is told to its authors; what becomes of a suggested change to whoever suggested it."""

from projections.outbox.amendments import CHANGE_ACCEPTED, CHANGE_DECLINED, CHANGE_SUGGESTED, COMMENTED, MADE_AUTHOR, OVERTAKEN
from workspace.languages import Translator

from .saying import Facts, Said, Says


def change_suggested(t: Translator, facts: Facts) -> Said:
    opening = t("Somebody suggested a change to a proposal of yours in this project: {project}.", project=facts.called(t.language))
    if facts.by:
        opening = t("{name} suggested a change to a proposal of yours in this project: {project}.", name=facts.by, project=facts.called(t.language))
    quotes = [*facts.words.get("reason", []), *facts.words.get("words", [])]
    return Said(t("A change to your proposal"), [opening, t("Why, and how it would read:")], t("Read it and answer"), _there(facts), quotes, _title(t, facts))


def overtaken(t: Translator, facts: Facts) -> Said:
    return Said(
        t("Does this still say what you mean?"),
        [t("The text that you suggested a change to moved on, in this project: {project}.", project=facts.called(t.language)), t("You wrote:")],
        t("See how it reads now"),
        _there(facts),
        facts.words.get("words", []),
        [*_title(t, facts), t("Until you answer, nobody can accept your change. It takes about two minutes.")],
    )


def change_accepted(t: Translator, facts: Facts) -> Said:
    opening = t("A change that you suggested is in the text now, in this project: {project}.", project=facts.called(t.language))
    return Said(
        t("Your change was accepted"), [opening, t("You wrote:")], t("See it in the text"), _there(facts), facts.words.get("words", []), _title(t, facts)
    )


def change_declined(t: Translator, facts: Facts) -> Said:
    opening = t("A change that you suggested was declined, in this project: {project}.", project=facts.called(t.language))
    own = t("If you still think it is right, you can make it a proposal of its own.")
    quotes = facts.words.get("reason", [])
    return Said(t("Your change was declined"), [opening, t("The reason that was given:")], t("Read it"), _there(facts), quotes, [*_title(t, facts), own])


def commented(t: Translator, facts: Facts) -> Said:
    opening = t("Somebody commented on a proposal of yours in this project: {project}.", project=facts.called(t.language))
    if facts.by:
        opening = t("{name} commented on a proposal of yours in this project: {project}.", name=facts.by, project=facts.called(t.language))
    where = f"/proposals/{facts.refs['proposal']}"
    return Said(t("A comment on your proposal"), [opening], t("Read it beside the text"), where, facts.words.get("words", []), _title(t, facts))


def made_author(t: Translator, facts: Facts) -> Said:
    return Said(
        t("You are an author of a proposal"),
        [t("You can change its text and answer what is suggested, in this project: {project}.", project=facts.called(t.language))],
        t("Read the proposal"),
        f"/proposals/{facts.refs['proposal']}",
        closing=[*_title(t, facts), t("If you would rather not, you can stop being one there.")],
    )


def _there(facts: Facts) -> str:
    return f"/projects/{facts.refs['project']}/proposals/{facts.refs['proposal']}/amendments/{facts.refs['amendment']}"


def _title(t: Translator, facts: Facts) -> list[str]:
    return [t("The proposal: {title}", title=body) for _, body in facts.in_(t.language, "title")]


SAYS: Says = {
    CHANGE_SUGGESTED: change_suggested,
    OVERTAKEN: overtaken,
    CHANGE_ACCEPTED: change_accepted,
    CHANGE_DECLINED: change_declined,
    COMMENTED: commented,
    MADE_AUTHOR: made_author,
}

NEEDS_ME = {CHANGE_SUGGESTED, OVERTAKEN}

TURNS = {CHANGE_SUGGESTED: ("amendment", "amendment"), OVERTAKEN: ("meaning", "amendment")}
