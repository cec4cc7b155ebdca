"""Mail about commitments and declines: who is reminded, who is told, and that a name or a vote is in none of it."""

from tests.gathering import Gathering
from tests.promising import THEIRS, agreed, day, let_decline, promise
from tests.workers.post_office import PostOffice, deliver, plain
from workers import clock
from workers.projector import bring_to_head
from workspace import commitments, decisions, declines, members
from workspace.story.cast import CAST
from workspace.story.telling import both


def sent(group: Gathering, office: PostOffice) -> list[tuple[str, str]]:
    """(name, subject) of what is sent now."""
    office.taken.clear()
    deliver(group.workspace, office)
    names = {somebody.email: somebody.name for somebody in CAST.values()}
    return sorted((names[to], str(message["Subject"])) for to, message in office.taken)


def test_whoever_keeps_it_is_reminded_once_privately(group: Gathering, office: PostOffice) -> None:
    near = promise(group, days=5, ago=20)
    promise(group, days=30)
    promise(group, days=-3, ago=20)
    promise(group, "Mair", THEIRS, days=5, ago=20)
    bring_to_head(group.workspace)
    for _ in range(2):
        clock.tick(group.workspace)
    assert sent(group, office) == [("Mair", "Sut mae’n mynd?"), ("Rhys", "Sut mae’n mynd?")]
    letter = plain(office.to(CAST["Rhys"].email)[0])
    assert f"/cy/prosiectau/{group.project}/ymrwymiadau/{near.hex}/adroddiad" in letter
    assert "Neges erbyn pedwar" in letter
    commitments.move_due(group.workspace, group.act("Rhys"), near, day(group, 1), "Eira mawr")
    bring_to_head(group.workspace)
    clock.tick(group.workspace)
    assert sent(group, office) == []


def test_another_day_is_another_reminder(group: Gathering, office: PostOffice) -> None:
    made = promise(group, days=5, ago=20)
    bring_to_head(group.workspace)
    clock.tick(group.workspace)
    at = group.workspace.now().replace(microsecond=0)
    commitments.move_due(group.workspace, group.act("Rhys", happened_at=at), made, day(group, 0), "Heddiw")
    bring_to_head(group.workspace)
    clock.tick(group.workspace)
    assert [name for name, _ in sent(group, office)] == ["Rhys", "Rhys"]


def test_those_who_asked_hear_how_it_went(group: Gathering, office: PostOffice) -> None:
    idea, _, decision = agreed(group)
    done, left = promise(group, decision=decision), promise(group, idea=idea)
    sent(group, office)
    commitments.finish(group.workspace, group.act("Rhys"), done, "Mae pawb yn clywed")
    assert sent(group, office) == [("Amina", "What you asked for was done"), ("Eira", "Mae’r hyn y gofynnoch chi amdano wedi’i wneud")]
    assert "Mae pawb yn clywed" in plain(office.to(CAST["Amina"].email)[0])
    commitments.give_up(group.workspace, group.act("Rhys"), left, "Dim arian")
    assert sent(group, office) == [("Eira", "Does dim modd gwneud rhywbeth y gofynnoch chi amdano")]


def test_everybody_who_voted_hears_that_it_will_not_be_done_and_nobody_how(group: Gathering, office: PostOffice) -> None:
    let_decline(group)
    members.give_task(group.workspace, group.act("Mair"), group.member("Rhys"), "commissioner")
    decision = group.open()
    group.vote(decision, {"Eira": "yes", "Beti": "yes", "Tomos": "no", "Amina": "yes", "Rhys": "yes"}, "Achos")
    decisions.withdraw_vote(group.workspace, group.act("Tomos"), decision, 1)
    decisions.close(group.workspace, group.act("Mair"), decision, "Digon")
    sent(group, office)
    declines.declare(group.workspace, group.act("Rhys"), decision, "Dim arian", day(group, 5), both("Gofyn eto", "Ask again"))
    assert [name for name, _ in sent(group, office)] == ["Amina", "Beti", "Eira", "Rhys"]
    letter = plain(office.to(CAST["Amina"].email)[0])
    assert "What is done instead: Ask again" in letter
    assert ("Dim arian" in letter, "Achos" in letter, f"/en/decisions/{decision}" in letter) == (True, False, True)
