from uuid import UUID, uuid4

import pytest

from aggregates.decision import Decision
from aggregates.errors import AlreadyVoted, Empty, NotFound, NotOnTheRoll, UnknownChoice, VoteCameLate, VotingIsOver, YourOwnObjection
from aggregates.objection import Objection, objection_id
from aggregates.vote import Vote, vote_id
from tests.gathering import Gathering
from workspace import decisions, objections
from workspace.application import Workspace


@pytest.fixture
def group(gathering: Gathering) -> Gathering:
    gathering.adopt_charter(consent_first=True)
    return gathering


def objects(group: Gathering, decision: UUID, name: str = "Eira", why: str = "Does neb wedi gofyn i ni", saw: int = 0, aim: str = "aim") -> UUID:
    decisions.vote(group.workspace, group.act(name), decision, "object", why, saw, aim)
    return objection_id(decision, group.member(name))


def everybody_else_consents(group: Gathering, decision: UUID) -> None:
    group.vote(decision, dict.fromkeys([name for name in (*group.citizens, *group.professionals) if name != "Eira"], "consent"))


def close(group: Gathering, decision: UUID) -> str:
    decisions.close(group.workspace, group.act("Mair"), decision, "Mae pawb wedi ateb")
    return group.workspace.load(Decision, decision).result


def test_where_the_charter_says_so_a_decision_is_asked_by_consent_first(group: Gathering) -> None:
    opened = group.workspace.load(Decision, group.open())
    assert opened.choices == ("consent", "concern", "object", "stand aside")
    assert opened.rule["quorum"] == {"citizen": [1, 2], "professional": [1, 2]}
    with pytest.raises(UnknownChoice):
        group.vote(opened.id, {"Eira": "yes"})


def test_objecting_says_why_and_raises_an_objection_in_the_same_commit(group: Gathering) -> None:
    decision = group.open()
    with pytest.raises(Empty):
        objects(group, decision, why=" ")
    assert group.workspace.find(Vote, vote_id(decision, group.member("Eira"))) is None
    objection = group.workspace.load(Objection, objects(group, decision))
    vote = group.workspace.load(Vote, vote_id(decision, group.member("Eira")))
    assert (objection.subject, objection.state, vote.choice, vote.reason) == (decision, "open", "object", None)


def test_an_open_objection_stops_it(group: Gathering) -> None:
    decision = group.open()
    objects(group, decision)
    everybody_else_consents(group, decision)
    assert close(group, decision) == "not agreed"


def test_another_choice_withdraws_it(group: Gathering) -> None:
    decision = group.open()
    objection = objects(group, decision)
    everybody_else_consents(group, decision)
    decisions.vote(group.workspace, group.act("Eira"), decision, "concern", "Ond beth am y bws?", 1)
    assert group.workspace.load(Objection, objection).state == "withdrawn"
    assert close(group, decision) == "agreed"


def test_taking_the_vote_back_withdraws_it_and_it_can_be_raised_again(group: Gathering) -> None:
    decision = group.open()
    objection = objects(group, decision)
    decisions.withdraw_vote(group.workspace, group.act("Eira"), decision, 1)
    assert group.workspace.load(Objection, objection).state == "withdrawn"
    objects(group, decision, saw=2)
    assert group.workspace.load(Objection, objection).state == "open"


def test_a_change_that_its_author_accepts_closes_it(group: Gathering) -> None:
    decision = group.open()
    objection = objects(group, decision)
    everybody_else_consents(group, decision)
    objections.reply(group.workspace, group.act("Mair"), objection, "Beth os gofynnwn ni gyntaf?")
    objections.accept(group.workspace, group.act("Eira"), objection, "Iawn")
    assert close(group, decision) == "agreed"


def test_one_person_of_each_side_finds_it_unreasoned(group: Gathering) -> None:
    decision = group.open()
    objection = objects(group, decision)
    everybody_else_consents(group, decision)
    with pytest.raises(YourOwnObjection):
        objections.doubt(group.workspace, group.act("Eira"), objection, "Na")
    with pytest.raises(NotOnTheRoll):
        objections.doubt(group.workspace, group.act("Mair"), objection, "Na")
    objections.doubt(group.workspace, group.act("Beti"), objection, "Gofynnwyd i bawb")
    objections.doubt(group.workspace, group.act("Rhys"), objection, "Mae’r cofnod yn dangos hynny")
    assert close(group, decision) == "agreed"


def test_one_doubt_alone_closes_nothing(group: Gathering) -> None:
    decision = group.open()
    objections.doubt(group.workspace, group.act("Rhys"), objects(group, decision), "Gofynnwyd i bawb")
    everybody_else_consents(group, decision)
    assert close(group, decision) == "not agreed"


def test_after_the_close_nothing_is_doubted_or_accepted_and_anybody_still_replies(group: Gathering) -> None:
    decision = group.open()
    objection = objects(group, decision)
    everybody_else_consents(group, decision)
    close(group, decision)
    for who, act in (("Rhys", objections.doubt), ("Eira", objections.accept)):
        with pytest.raises(VotingIsOver):
            act(group.workspace, group.act(who), objection, "Rhy hwyr")
    objections.reply(group.workspace, group.act("Rhys"), objection, "Siaradwn ni")


def test_what_reaches_the_log_after_the_close_settles_nothing(group: Gathering) -> None:
    decision = group.open()
    objection = objects(group, decision)
    everybody_else_consents(group, decision)
    late = group.workspace.load(Objection, objection)
    found = group.workspace.load(Decision, decision)
    found.close(group.act("Mair"), objections.write("Nawr", group.act("Mair")).reference)
    group.workspace.commit(found)
    late.accept(group.act("Eira"), None, None)
    group.workspace.commit(late)
    decisions.count(group.workspace, decision)
    assert group.workspace.load(Decision, decision).result == "not agreed"


def test_an_objection_that_lost_the_race_is_late(group: Gathering, monkeypatch: pytest.MonkeyPatch) -> None:
    decision = group.open()
    everybody_else_consents(group, decision)
    moved = objections.moved

    def slowly(workspace: Workspace, *rest: object) -> list[Objection]:
        monkeypatch.undo()
        close(group, decision)
        return moved(workspace, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(objections, "moved", slowly)
    with pytest.raises(VoteCameLate):
        objects(group, decision)
    assert group.workspace.load(Decision, decision).result == "agreed"


def test_whoever_was_not_quick_enough_with_the_vote_is_told_and_one_whose_objection_was_doubted_meanwhile_goes_through(
    group: Gathering, monkeypatch: pytest.MonkeyPatch
) -> None:
    decision = group.open()
    objection = objects(group, decision)
    with pytest.raises(AlreadyVoted):
        objects(group, decision, saw=0)
    moved = objections.moved

    def slowly(workspace: Workspace, *rest: object) -> list[Objection]:
        monkeypatch.undo()
        found = moved(workspace, *rest)  # type: ignore[arg-type]
        objections.doubt(workspace, group.act("Rhys"), objection, "Gofynnwyd i bawb")
        return found

    monkeypatch.setattr(objections, "moved", slowly)
    decisions.vote(group.workspace, group.act("Eira"), decision, "consent", "", 1)
    assert group.workspace.load(Objection, objection).state == "withdrawn"


def test_an_objection_of_another_project_does_not_exist(group: Gathering) -> None:
    with pytest.raises(NotFound):
        objections.reply(group.workspace, group.act("Mair"), uuid4(), "Helo")
