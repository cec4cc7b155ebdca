"""A consent round on its page: step by step, questions and answers, how it feels, the decision, and thanks."""

from uuid import UUID

import pytest

from aggregates.decision import Decision
from aggregates.round import Round
from tests.gathering import Gathering
from workspace import decisions, proposals, rounds
from workspace.application import Workspace
from workspace.story.cast import CARE_TEAM, FAMILIES
from workspace.story.telling import both

from .browsing import Reader


@pytest.fixture
def group(workspace: Workspace) -> Gathering:
    gathering = Gathering(workspace, citizens=FAMILIES[:6], professionals=CARE_TEAM[:3])
    gathering.adopt_charter()
    return gathering


def of(group: Gathering, tail: str) -> str:
    return f"/en/projects/{group.project}/{tail}"


def proposed(group: Gathering) -> UUID:
    return proposals.draft(group.workspace, group.act("Eira"), *[both("Te am bedwar", "Tea at four")] * 3).id


def begun(group: Gathering, step: str = "present") -> UUID:
    found = rounds.begin(group.workspace, group.act("Mair"), proposed(group), 1).id
    for each in rounds.STEPS[1 : rounds.STEPS.index(step) + 1]:
        rounds.go_on(group.workspace, group.act("Mair"), found, each)
    return found


def test_a_facilitator_begins_it_from_the_proposal(reader: Reader, group: Gathering) -> None:
    proposal = proposed(group)
    asked = reader.sign_in(group.accounts["Eira"]).open(of(group, f"proposals/{proposal}"))
    assert of(group, f"proposals/{proposal}/rounds") in asked.text
    assert "A facilitator begins a round." in reader.open(of(group, f"proposals/{proposal}/rounds")).text
    reader.sign_in(group.accounts["Mair"]).open(of(group, f"proposals/{proposal}/rounds"))
    shown = reader.press(of(group, f"proposals/{proposal}/rounds")).text
    assert '<li aria-current="step"><span>Present</span>' in shown
    assert "Led by: Mair." in shown
    assert "Next: Questions." in shown
    assert "Now: Present" in reader.open(of(group, f"proposals/{proposal}/rounds")).text


def test_each_step_waits_at_home_until_one_took_part_in_it(reader: Reader, group: Gathering) -> None:
    found = begun(group)
    card = of(group, f"rounds/{found}")
    home = reader.sign_in(group.accounts["Eira"]).open("/en/").text
    assert ("a consent round. Now: Present." in home, card in home) == (True, True)
    assert "a consent round. Now" not in reader.sign_in(group.accounts["Mair"]).open("/en/").text  # she leads it
    rounds.go_on(group.workspace, group.act("Mair"), found, "questions")
    rounds.ask(group.workspace, group.act("Eira"), found, "Pwy sy’n talu?")
    assert "Now: Questions." in reader.sign_in(group.accounts["Rhys"]).open("/en/").text
    assert card not in reader.sign_in(group.accounts["Eira"]).open("/en/").text
    rounds.go_on(group.workspace, group.act("Mair"), found, "sense check")
    assert card in reader.open("/en/").text
    rounds.go_on(group.workspace, group.act("Mair"), found, "amend")
    assert "Now: Make it better." in reader.open("/en/").text
    rounds.go_on(group.workspace, group.act("Mair"), found, "consent")
    assert card not in reader.open("/en/").text


def test_questions_are_asked_and_answered(reader: Reader, group: Gathering) -> None:
    found = begun(group, "questions")
    address = of(group, f"rounds/{found}")
    reader.sign_in(group.accounts["Eira"]).open(address)
    assert reader.press(f"{address}/questions", asked=" ").status_code == 422
    assert "Pwy sy’n talu?" in reader.press(f"{address}/questions", asked="Pwy sy’n talu?").text
    reader.sign_in(group.accounts["Rhys"]).open(address)
    assert "Y cyngor" in reader.press(f"{address}/replies", reply="Y cyngor").text
    assert f"{address}/step" not in reader.open(address).text  # he leads nothing


def test_how_it_feels_is_shown_by_group_and_not_for_a_few(reader: Reader, group: Gathering) -> None:
    found = begun(group, "sense check")
    address = of(group, f"rounds/{found}")
    for number, name in enumerate(FAMILIES[1:5]):
        rounds.sense(group.workspace, group.act(name), found, number - 2)
    reader.sign_in(group.accounts["Amina"]).open(address)
    few = reader.press(f"{address}/senses", level="-2")
    assert "How it felt" not in few.text
    reader.sign_in(group.accounts["Eira"]).open(address)
    enough = reader.press(f"{address}/senses", level="2").text
    assert "How it felt, in people" in enough
    data = reader.open(f"{address}.json", accept="application/json").json()["round"]["senses"]
    assert (data["professional"], sum(data["citizen"].values())) == (None, 5)
    assert "level" not in reader.open(of(group, "history.json"), accept="application/json").text


def test_it_leads_to_a_decision_by_consent_and_ends_with_thanks(reader: Reader, group: Gathering) -> None:
    found = begun(group, "amend")
    address = of(group, f"rounds/{found}")
    reader.sign_in(group.accounts["Mair"]).open(address)
    shown = reader.press(f"{address}/step", step="consent")
    link = f"decisions/new?proposal={group.workspace.load(Round, found).subject}&amp;version=1&amp;round={found}"
    assert link in shown.text
    form = reader.open(of(group, link.replace("&amp;", "&")))
    assert "By consent: it is agreed if no objection is still open" in form.text
    reader.press(of(group, "decisions/new"), question_cy="Te am bedwar?", question_en="Tea at four?")
    opened = reader.press(of(group, "decisions"))
    assert "Nobody has objected so far." in opened.text
    decision = group.workspace.load(Round, found).decision
    assert decision is not None
    assert group.workspace.load(Decision, decision).is_by_consent
    waiting = reader.open(address).text
    assert f"{address}/step" not in waiting  # until it is counted
    group.vote(decision, dict.fromkeys((*FAMILIES[:4], *CARE_TEAM[:2]), "consent"))
    decisions.close(group.workspace, group.act("Mair"), decision, "Nawr")
    reader.open(address)
    reader.press(f"{address}/step", step="integrate")
    over = reader.press(f"{address}/end", thanks="Diolch i Rhys am y syniad").text
    assert "The round is over" in over
    assert "Diolch i Rhys am y syniad" in over
    history = reader.open(of(group, "history")).text
    assert "asked everybody for consent" in history


def test_a_proposal_that_changed_meanwhile_is_asked_about_as_it_is_now(reader: Reader, group: Gathering) -> None:
    found = begun(group, "amend")
    proposal = group.workspace.load(Round, found).subject
    proposals.revise(group.workspace, group.act("Eira"), proposal, 1, *[both("Te a choffi", "Tea and coffee")] * 3)
    shown = reader.open(of(group, f"rounds/{found}")).text
    assert "There is a newer version now: version 2." in shown
