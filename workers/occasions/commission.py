"""The scoring of offers is closed."""

from projections.outbox.commission import SCORING_CLOSED
from workspace.languages import Translator

from .saying import Facts, Said, Says


def scoring_closed(t: Translator, facts: Facts) -> Said:
    return Said(
        t("The offers that you scored: how it came out"),
        [t("The scoring is closed and counted, in this project: {project}.", project=facts.called(t.language)), t("Thank you for your time.")],
        t("See how it came out"),
        f"/projects/{facts.refs['project']}/commission",
        closing=[t("A score is advice. The decision is the group’s.")],
    )


SAYS: Says = {SCORING_CLOSED: scoring_closed}
