"""What somebody needs for a session is arranged. What it is stands on the page alone, and in no mail: that may lie open on a table."""

from uuid import UUID

from workspace.languages import Translator
from workspace.needs import NEED_ARRANGED

from .saying import Facts, Said, Says


def arranged(t: Translator, facts: Facts) -> Said:
    title = next((body for _, body in facts.in_(t.language, "title")), "") or facts.called(t.language)
    told = t("What you asked for is arranged.") if facts.refs["is_all"] else t("Some of what you asked for is arranged, and the rest is not yet.")
    path = f"/projects/{facts.refs['project']}/sessions/{UUID(str(facts.refs['session']))}#coming"
    opening = [t("You said that you come to this session: {title}.", title=title), told]
    return Said(t("About a session that you are coming to"), opening, t("See what is arranged, and by whom"), path, section="because")


SAYS: Says = {NEED_ARRANGED: arranged}

NEEDS_ME = {NEED_ARRANGED}
