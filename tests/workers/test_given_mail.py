"""Thanks by mail after a session: to whom, once, in their language, with what they gave; also to guests who left an address."""

import pytest

from tests.evening import Evening
from tests.gathering import Gathering
from tests.workers.post_office import PostOffice, deliver, plain
from workspace import guests, minutes, projects, reaching
from workspace.story.cast import CAST

GWENNO = "gwenno@pleth.example"


def meet(group: Gathering) -> Evening:
    """Eira and Gwenno wrote a card each; Tomos was not there."""
    return Evening(group).open_doors()


def close(evening: Evening) -> None:
    evening.end()
    minutes.draft(evening.gathering.workspace, evening.id)


def thanks(office: PostOffice, address: str) -> list[str]:
    return [plain(message) for message in office.to(address) if "gyda diolch" in str(message["Subject"])]


def test_everybody_who_was_there_is_thanked_once_with_what_they_gave(group: Gathering, office: PostOffice) -> None:
    evening = meet(group)
    evening.come("Eira")
    evening.go_to(0, "write")
    evening.card(evening.act("Eira"), "Rhywun sy’n cofio’r ci")
    deliver(group.workspace, office)
    office.taken.clear()
    close(evening)
    for _ in range(2):
        deliver(group.workspace, office)
    [mail] = thanks(office, CAST["Eira"].email)
    assert "Rhywun sy’n cofio’r ci" in mail
    assert "1 ateb" in mail
    assert "Gyda diolch oddi wrth: Mair" in mail
    assert f"/cy/yma/{evening.id}/eich-cyfraniad" in mail
    [message] = [message for to, message in office.taken if to == CAST["Eira"].email]
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe"]
    assert not thanks(office, CAST["Tomos"].email)


def test_whoever_wants_only_what_needs_them_is_not_thanked_by_mail(group: Gathering, office: PostOffice) -> None:
    evening = meet(group)
    evening.come("Eira")
    reaching.choose_mails(group.workspace, group.accounts["Eira"], group.project, "my turn")
    close(evening)
    deliver(group.workspace, office)
    assert not thanks(office, CAST["Eira"].email)


def test_a_guest_who_leaves_an_address_after_it_is_thanked_there(group: Gathering, office: PostOffice) -> None:
    evening = meet(group)
    arrived = evening.arrive()
    evening.go_to(0, "write")
    evening.card(evening.act_of(arrived), "Paned")
    close(evening)
    deliver(group.workspace, office)
    assert not thanks(office, GWENNO)
    guests.claim_by_mail(group.workspace, evening.act_of(arrived), evening.id, GWENNO)
    deliver(group.workspace, office)
    [mail] = thanks(office, GWENNO)
    assert "Paned" in mail
    assert "1 ateb" in mail


@pytest.mark.parametrize(("came_in", "told"), [("cy", {"cy"}), ("en", {"en"}), (None, {"cy", "en"})])
def test_a_guest_is_written_to_in_the_language_in_which_they_came(group: Gathering, office: PostOffice, came_in: str | None, told: set[str]) -> None:
    """Both the link to their place and the thanks; in both where it is not known, as of those who came before it was kept."""
    evening = meet(group)
    arrived = evening.arrive(language=came_in or "en")
    if came_in is None:
        with group.workspace.pool.connection() as db:
            db.execute("update guests set language = null")
    guests.claim_by_mail(group.workspace, evening.act_of(arrived), evening.id, GWENNO)
    close(evening)
    deliver(group.workspace, office)
    said = {"cy": ("Mae gwahoddiad i chi", "gyda diolch"), "en": ("You are invited", "with thanks")}
    subjects = [str(message["Subject"]) for message in office.to(GWENNO)]
    assert len(subjects) == 2
    for each in range(2):
        assert {language for language, words in said.items() if any(words[each] in subject for subject in subjects)} == told


def test_a_guest_who_left_it_before_the_end_is_thanked_when_it_is_over(group: Gathering, office: PostOffice) -> None:
    evening = meet(group)
    arrived = evening.arrive()
    guests.claim_by_mail(group.workspace, evening.act_of(arrived), evening.id, GWENNO)
    deliver(group.workspace, office)
    assert not thanks(office, GWENNO)
    close(evening)
    deliver(group.workspace, office)
    [mail] = thanks(office, GWENNO)
    assert "Roeddech chi yno, ac fe wrandawoch chi." in mail


def test_a_guest_who_took_their_name_away_is_written_to_no_more(group: Gathering, office: PostOffice) -> None:
    evening = meet(group)
    arrived = evening.arrive()
    guests.claim_by_mail(group.workspace, evening.act_of(arrived), evening.id, GWENNO)
    guests.take_name_away(group.workspace, evening.act_of(arrived))
    close(evening)
    deliver(group.workspace, office)
    assert not thanks(office, GWENNO)


def test_in_a_sensitive_project_no_mail_says_that_one_came(group: Gathering, office: PostOffice) -> None:
    projects.show_to(group.workspace, group.act("Mair"), "sensitive", "Gallai rhywun gael niwed")
    evening = meet(group)
    evening.come("Eira")
    arrived = evening.arrive()
    close(evening)
    deliver(group.workspace, office)
    guests.claim_by_mail(group.workspace, evening.act_of(arrived), evening.id, GWENNO)
    deliver(group.workspace, office)
    assert not [message for _, message in office.taken if "Gyda diolch" in plain(message)]
    assert len(office.to(GWENNO)) == 1


def test_whoever_was_turned_away_is_not_thanked(group: Gathering, office: PostOffice) -> None:
    evening = meet(group)
    evening.arrive(is_let_in=False)
    close(evening)
    deliver(group.workspace, office)
    with group.workspace.reading() as db:
        assert db.execute("select count(*) from outbox where occasion = 'what you gave'").fetchone() == (0,)
