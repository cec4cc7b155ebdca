"""Words at home: facilitators look at what was reported; somebody else than who took words down decides an appeal."""

from aggregates.base import NETWORK
from aggregates.report import Report
from aggregates.words import Words

from ..base import Rows
from .waiting import over, wait, wait_for_facilitators


def reported(rows: Rows, e: Report.Made | Report.MadeAgain) -> None:
    """Of the words of a project its facilitators; of those of the network its co-ordinators."""
    wait_for_facilitators(rows, e, "reported", e.text, words=[e.text], facts={"of": "network"} if e.by.project == NETWORK else None)


def answered(rows: Rows, e: Report.Answered) -> None:
    over(rows, "reported", e.text)


def appealed(rows: Rows, e: Words.Appealed) -> None:
    """Of facilitators who neither took the words down nor wrote them; of the network's co-ordinators where there is none (the query knows)."""
    facts = {"hidden_by": str(e.hidden_by), "owner": str(e.by.author)}
    wait_for_facilitators(rows, e, "appeal", e.text, words=[e.reason.id], facts=facts)
    wait(rows, e, "appeal", NETWORK, e.text, words=[e.reason.id], facts={**facts, "of": "network"})


def appeal_over(rows: Rows, e: Words.AppealAnswered | Words.Shown | Words.Erased) -> None:
    over(rows, "appeal", e.text)


HANDLERS = {
    Report.Made: reported,
    Report.MadeAgain: reported,
    Report.Answered: answered,
    Words.Appealed: appealed,
    Words.AppealAnswered: appeal_over,
    Words.Shown: appeal_over,
    Words.Erased: appeal_over,
}
