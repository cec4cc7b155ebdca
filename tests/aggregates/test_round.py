from uuid import uuid4

import pytest

from aggregates.errors import NotFound, NotOnTheRoll, NotThatStep, RoundIsOver, UnknownChoice
from aggregates.round import STEPS, Round
from tests.given import BETI, MAIR, RHYS, act, happened, text


def begun(step: str = "present") -> Round:
    found = Round.begin(act(MAIR), uuid4(), 2)
    for each in STEPS[1 : STEPS.index(step) + 1]:
        found.go_on(act(MAIR), each)
    return found


def test_it_goes_on_step_by_step() -> None:
    found = begun("consent")
    assert (found.step, found.text_version) == ("consent", 2)
    assert happened(found) == ["Begun", *["WentOn"] * 4]
    with pytest.raises(NotThatStep):
        begun().go_on(act(MAIR), "amend")
    with pytest.raises(UnknownChoice):
        begun().go_on(act(MAIR), "a break")
    with pytest.raises(NotThatStep):
        begun().go_on(act(MAIR), "present")


def test_while_the_group_talks_it_may_go_back() -> None:
    found = begun("consent")
    found.go_on(act(MAIR), "questions")
    assert found.step == "questions"


def test_once_everybody_is_asked_it_only_goes_on() -> None:
    found, decision = begun("consent"), uuid4()
    with pytest.raises(NotThatStep):
        found.go_on(act(MAIR), "integrate")
    found.consent(act(MAIR), decision)
    with pytest.raises(NotThatStep):
        found.consent(act(MAIR), uuid4())
    with pytest.raises(NotThatStep):
        found.go_on(act(MAIR), "amend")
    found.go_on(act(MAIR), "integrate")
    found.end(act(MAIR), text())
    assert found.pending_events[-1].decision == decision
    assert happened(found)[-3:] == ["Consenting", "WentOn", "Ended"]


def test_consent_is_asked_for_at_its_step() -> None:
    with pytest.raises(NotThatStep):
        begun("amend").consent(act(MAIR), uuid4())


def test_questions_are_put_until_consent_is_asked_for_and_answered_longer() -> None:
    found, question = begun("questions"), uuid4()
    found.ask(act(BETI), question, text())
    with pytest.raises(NotFound):
        found.reply(act(RHYS), uuid4(), text())
    for step in ("sense check", "amend", "consent"):
        found.go_on(act(MAIR), step)
    with pytest.raises(NotThatStep):
        found.ask(act(BETI), uuid4(), text())
    found.reply(act(RHYS), question, text())
    assert "Replied" in happened(found)


def test_how_it_feels_is_said_at_its_step_by_who_is_counted() -> None:
    found = begun("sense check")
    found.sense(act(BETI), -2)
    found.sense(act(BETI), 2)
    with pytest.raises(UnknownChoice):
        found.sense(act(BETI), 3)
    with pytest.raises(NotOnTheRoll):
        found.sense(act(MAIR), 1)
    with pytest.raises(NotThatStep):
        begun("questions").sense(act(BETI), 1)
    assert happened(found)[-2:] == ["Sensed", "Sensed"]


def test_a_round_that_is_over_is_over() -> None:
    found = begun()
    found.end(act(MAIR), None)
    for refused in (
        lambda: found.go_on(act(MAIR), "questions"),
        lambda: found.ask(act(BETI), uuid4(), text()),
        lambda: found.reply(act(BETI), uuid4(), text()),
        lambda: found.sense(act(BETI), 1),
        lambda: found.consent(act(MAIR), uuid4()),
        lambda: found.end(act(MAIR), None),
    ):
        with pytest.raises(RoundIsOver):
            refused()
