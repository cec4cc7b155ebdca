"""What is new in a project, once a week, for whoever chose that."""

from projections.outbox.news import NEW_HERE
from workspace.languages import Translator

from .saying import Facts, Said, Says


def new_here(t: Translator, facts: Facts) -> Said:
    ideas, proposals, opened, decided = (int(facts.refs[name]) for name in ("ideas", "proposals", "opened", "decided"))
    lines = [
        t.n("{count} new idea", "{count} new ideas", ideas) if ideas else "",
        t.n("{count} new proposal", "{count} new proposals", proposals) if proposals else "",
        t.n("{count} vote was opened", "{count} votes were opened", opened) if opened else "",
        t.n("{count} vote was counted", "{count} votes were counted", decided) if decided else "",
    ]
    return Said(
        t("New in a project"),
        [t("In the last week, in this project: {project}.", project=facts.called(t.language)), *(f"{line}." for line in lines if line)],
        t("Go to the project"),
        f"/projects/{facts.refs['project']}",
        quotes=[*facts.in_(t.language, "title"), *facts.in_(t.language, "question")],
        section="new",
    )


SAYS: Says = {NEW_HERE: new_here}
