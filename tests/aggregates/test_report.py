from uuid import uuid4

import pytest

from aggregates.errors import NotReported
from aggregates.report import Report, report_id
from tests.given import BETI, EIRA, MAIR, act, happened, text


def test_a_report_is_answered_once_and_words_can_be_reported_again() -> None:
    about = uuid4()
    report = Report.make(act(EIRA), about, "idea", uuid4(), text())
    report.make_again(act(BETI), text())
    report.answer(act(MAIR), text(), was_hidden=False)
    with pytest.raises(NotReported):
        report.answer(act(MAIR), text(), was_hidden=False)
    report.make_again(act(BETI), text())
    report.answer(act(MAIR), None, was_hidden=True)
    assert report.id == report_id(about)
    assert happened(report) == ["Made", "MadeAgain", "Answered", "MadeAgain", "Answered"]
