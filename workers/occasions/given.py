"""What somebody gave in a session, with thanks."""

from datetime import datetime
from uuid import UUID

from projections.outbox.given import WHAT_YOU_GAVE
from workspace.languages import Translator

from .saying import Facts, Said, Says


def what_you_gave(t: Translator, facts: Facts) -> Said:
    title = next((body for _, body in facts.in_(t.language, "title")), "") or facts.called(t.language)
    given = [t.n("{count} answer", "{count} answers", facts.refs["cards"])] if facts.refs["cards"] else []
    given += [t.n("{count} choice", "{count} choices", facts.refs["choices"])] if facts.refs["choices"] else []
    given += [t.n("{count} vote", "{count} votes", facts.refs["votes"])] if facts.refs["votes"] else []
    told = t("You gave: {given}.", given=t.joined(given)) if given else t("You were there, and you listened. That counts too.")
    thanks = [t("With thanks from: {names}", names=facts.by)] if facts.by else [t("With thanks from those who led")]
    until = facts.refs["until"]
    may = [t("You can say what is not so in the minutes until: {when}.", when=datetime.fromisoformat(str(until)))] if until else []
    opening = [t("Thank you for coming to this session: {title}.", title=title), told]
    where = f"/here/{UUID(str(facts.refs['session']))}/given"
    return Said(t("What you gave, with thanks"), opening, t("See what came of it"), where, facts.words.get("words", []), [*may, *thanks], section="because")


SAYS: Says = {WHAT_YOU_GAVE: what_you_gave}
