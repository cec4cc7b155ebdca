"""Mail about consent rounds: everybody is told that one began and went on, once where it goes fast, and nobody of what they did."""

from uuid import UUID

from tests.gathering import Gathering
from tests.promising import agreed
from tests.workers.post_office import PostOffice, deliver, plain
from workers.projector import bring_to_head
from workers.relay import arrange
from workspace import rounds
from workspace.story.cast import CAST


def begun(group: Gathering, office: PostOffice) -> UUID:
    _, proposal, _ = agreed(group)
    deliver(group.workspace, office)
    office.taken.clear()
    return rounds.begin(group.workspace, group.act("Mair"), proposal, 1).id


def told(group: Gathering, office: PostOffice) -> list[str]:
    """Who is written to now about a round."""
    office.taken.clear()
    bring_to_head(group.workspace)
    with group.workspace.pool.connection() as db:
        arrange(db, at_once=True)
    deliver(group.workspace, office)
    names = {somebody.email: somebody.name for somebody in CAST.values()}
    subjects = ("Eich tro chi mewn cylch cydsyniad", "Your turn in a consent round")
    return sorted(names[to] for to, message in office.taken if message["Subject"] in subjects)


def test_everybody_but_whoever_leads_it_is_told_step_by_step(group: Gathering, office: PostOffice) -> None:
    found = begun(group, office)
    assert told(group, office) == sorted((*group.citizens, *group.professionals))
    letter = plain(office.to(CAST["Eira"].email)[0])
    assert ("Clywed" in letter, f"/cy/prosiectau/{group.project}/cylchoedd-cydsyniad/{found}" in letter) == (True, True)
    rounds.go_on(group.workspace, group.act("Mair"), found, "questions")
    assert told(group, office) == sorted((*group.citizens, *group.professionals))


def test_a_round_that_goes_fast_is_one_mail_and_none_for_whoever_took_part(group: Gathering, office: PostOffice) -> None:
    found = begun(group, office)
    rounds.go_on(group.workspace, group.act("Mair"), found, "questions")
    rounds.go_on(group.workspace, group.act("Mair"), found, "sense check")
    rounds.sense(group.workspace, group.act("Eira"), found, 1)
    assert told(group, office) == sorted({*group.citizens, *group.professionals} - {"Eira"})
    (letter,) = office.to(CAST["Amina"].email)
    assert "Say how it feels just now" in plain(letter)


def test_once_consent_is_asked_for_or_the_round_is_over_nothing_more_is_told(group: Gathering, office: PostOffice) -> None:
    found = begun(group, office)
    for step in ("questions", "sense check", "amend", "consent"):
        rounds.go_on(group.workspace, group.act("Mair"), found, step)
    assert told(group, office) == []
