from datetime import date, timedelta
from uuid import uuid4

import pytest

from aggregates.commitment import Commitment, Owner
from aggregates.errors import CommitmentIsOver, DayHasPassed, NotDone, NotYoursToSay, UnknownChoice
from tests.given import BETI, EIRA, MAIR, NOON, RHYS, SIAN, act, both, happened, hours, text

DUE = date(2026, 12, 7)
CARE_TEAM = Owner("professional")


def made(by: object = None, owner: Owner = CARE_TEAM, *, is_own: bool = True) -> Commitment:
    return Commitment.make(by or act(RHYS), both(), owner, both(), DUE, is_own=is_own, decision=uuid4(), asked_by=[EIRA, BETI])  # type: ignore[arg-type]


def test_whoever_offers_it_keeps_it_and_need_not_be_named() -> None:
    kept = made()
    assert (kept.keeper, kept.owner) == (RHYS, {"side": "professional", "organisation": "", "member": ""})
    assert kept.is_kept_by(act(RHYS))
    assert not kept.is_kept_by(act(SIAN))
    assert made(owner=Owner("professional", member=RHYS.hex)).owner["member"] == RHYS.hex


def test_what_a_facilitator_wrote_down_is_kept_by_the_whole_side() -> None:
    kept = made(act(MAIR), is_own=False)
    assert kept.keeper is None
    assert kept.is_kept_by(act(SIAN))
    assert not kept.is_kept_by(act(EIRA))


@pytest.mark.parametrize(
    ("member", "owner", "is_own"),
    [(MAIR, Owner("professional", member=RHYS.hex), False), (RHYS, Owner("professional", member=SIAN.hex), True), (RHYS, Owner("citizen"), True)],
)
def test_nobody_is_named_or_bound_by_somebody_else(member: object, owner: Owner, is_own: bool) -> None:
    with pytest.raises(UnknownChoice):
        made(act(member), owner, is_own=is_own)  # type: ignore[arg-type]


def test_a_day_that_has_passed_is_no_day_for_a_commitment() -> None:
    with pytest.raises(DayHasPassed):
        made(act(RHYS, at=NOON + timedelta(days=40)))
    kept = made()
    with pytest.raises(DayHasPassed):
        kept.move_due(act(RHYS), date(2026, 11, 16), text())
    kept.move_due(act(RHYS), date(2026, 11, 17), text())
    kept.move_due(act(RHYS), date(2026, 11, 17), text())
    assert happened(kept) == ["Made", "DueMoved"]


def test_today_is_today_by_the_clocks_of_wales() -> None:
    late_evening = NOON.replace(month=7, day=1) + hours(11.5)  # half past midnight in Wales
    with pytest.raises(DayHasPassed):
        Commitment.make(act(RHYS, at=late_evening), both(), CARE_TEAM, both(), date(2026, 7, 1), is_own=True)


def test_it_is_reported_moved_handed_over_and_done() -> None:
    kept = made()
    kept.report(act(RHYS), uuid4(), text())
    kept.move_due(act(RHYS), date(2027, 1, 4), text())
    kept.hand_over(act(SIAN), Owner("professional", member=SIAN.hex), both(), text(), is_own=True)
    assert (kept.keeper, kept.due_on) == (SIAN, "2027-01-04")
    kept.finish(act(SIAN), text())
    assert happened(kept) == ["Made", "Reported", "DueMoved", "HandedOver", "Done"]


def test_what_is_over_is_over() -> None:
    done, given_up = made(), made()
    done.finish(act(RHYS), text())
    given_up.give_up(act(RHYS), text())
    for over in (done, given_up):
        for verb, given in (
            (over.report, (uuid4(), text())),
            (over.move_due, (DUE, text())),
            (over.finish, (text(),)),
            (over.give_up, (text(),)),
        ):
            with pytest.raises(CommitmentIsOver):
                verb(act(RHYS), *given)  # type: ignore[operator]
        with pytest.raises(CommitmentIsOver):
            over.hand_over(act(SIAN), CARE_TEAM, both(), text(), is_own=True)


def test_only_those_who_asked_say_whether_it_made_a_difference_and_only_once_it_is_done() -> None:
    kept = made()
    with pytest.raises(NotDone):
        kept.judge(act(EIRA), is_better=True, words=None)
    kept.finish(act(RHYS), text())
    for member in (RHYS, MAIR, SIAN):
        with pytest.raises(NotYoursToSay):
            kept.judge(act(member), is_better=True, words=text())
    kept.judge(act(EIRA), is_better=True, words=None)
    kept.judge(act(EIRA), is_better=True, words=None)
    kept.judge(act(BETI), is_better=False, words=text())
    kept.judge(act(EIRA), is_better=False, words=text())
    assert kept.verdicts == {EIRA.hex: False, BETI.hex: False}
    assert happened(kept) == ["Made", "Done", "MadeADifference", "MadeNoDifference", "MadeNoDifference"]


def test_what_cannot_be_done_is_not_judged() -> None:
    kept = made()
    kept.give_up(act(RHYS), text())
    with pytest.raises(NotDone):
        kept.judge(act(EIRA), is_better=False, words=None)
