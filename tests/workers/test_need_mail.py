"""That a need is arranged is told by mail, without a word of what it is; once, while it holds, and to whoever wants mail."""

from email.message import EmailMessage
from uuid import UUID

import pytest

from tests.evening import TITLE, Evening
from tests.gathering import Gathering
from tests.workers.post_office import PostOffice, deliver, hypertext, plain
from workers.clock import forget_old
from workspace import needs, projects, reaching, sessions
from workspace.story.cast import CAST

LIFT, LOOP = "Zwqx o Dal-y-bont am chwech", "Zwqx by the door"
ABOUT = "Ynglŷn â sesiwn rydych chi’n dod iddi"


@pytest.fixture
def evening(group: Gathering) -> Evening:
    """Eira comes, and lets two things be seen."""
    evening = Evening(group)
    needs.tell(group.workspace, group.accounts["Eira"], {"travel": LIFT, "access": LOOP})
    needs.come(group.workspace, group.act("Eira"), evening.id, [need(group, "travel"), need(group, "access")])
    return evening


def need(group: Gathering, kind: str) -> UUID:
    return needs.need_id(group.accounts["Eira"], kind)


def arrange(evening: Evening, *kinds: str, who: str = "Eira") -> None:
    group = evening.gathering
    for kind in kinds:
        needs.arrange(group.workspace, group.act("Mair"), evening.id, needs.need_id(group.accounts[who], kind))


def told(evening: Evening, office: PostOffice, who: str = "Eira") -> list[EmailMessage]:
    """What she is told of it now."""
    deliver(evening.gathering.workspace, office)
    found = [message for message in office.to(CAST[who].email) if "gofynnoch chi amdano" in plain(message)]
    office.taken.clear()
    return found


def test_whoever_asked_is_told_that_it_is_arranged_and_not_what(evening: Evening, office: PostOffice) -> None:
    arrange(evening, "travel")
    with evening.gathering.workspace.reading() as db:
        assert not db.execute("select from outbox o where o::text like '%%Zwqx%%' or o::text like '%%travel%%'").fetchone()
    [mail] = told(evening, office)
    assert str(mail["Subject"]).startswith(ABOUT)
    both = f"{mail['Subject']} {plain(mail)} {hypertext(mail)}"
    assert not [word for word in ("Zwqx", "Cyrraedd y lle", "Getting there", "travel") if word in both]
    assert TITLE[0] in plain(mail)
    assert "a’r gweddill heb ei drefnu eto" in " ".join(plain(mail).split())
    assert f"/cy/prosiectau/{evening.gathering.project}/sesiynau/{evening.id}#coming" in plain(mail)
    assert not told(evening, office)


def test_all_that_is_arranged_before_it_goes_is_one_mail(evening: Evening, office: PostOffice) -> None:
    arrange(evening, "travel", "access", "access")
    [mail] = told(evening, office)
    assert "a’r gweddill" not in " ".join(plain(mail).split())
    needs.tell(evening.gathering.workspace, evening.gathering.accounts["Eira"], {"travel": LIFT + " a chadair", "access": LOOP})
    arrange(evening, "travel")
    assert len(told(evening, office)) == 1, "what was arranged anew is told anew"


def test_what_is_not_arranged_after_all_is_not_told(evening: Evening, office: PostOffice) -> None:
    group = evening.gathering
    arrange(evening, "travel")
    needs.unarrange(group.workspace, group.act("Mair"), evening.id, needs.need_id(group.accounts["Eira"], "travel"))
    assert not told(evening, office)
    arrange(evening, "travel")
    needs.stay_away(group.workspace, group.act("Eira"), evening.id)
    assert not told(evening, office)


def test_nobody_is_told_of_what_is_called_off(evening: Evening, office: PostOffice) -> None:
    arrange(evening, "travel")
    sessions.cancel(evening.gathering.workspace, evening.gathering.act("Mair"), evening.id, "Eira")
    assert not told(evening, office)


@pytest.mark.parametrize(("mails", "many"), [("everything", 1), ("my turn", 1), ("weekly", 1), ("nothing", 0)])
def test_whoever_wants_no_mail_gets_none(evening: Evening, office: PostOffice, mails: str, many: int) -> None:
    reaching.choose_mails(evening.gathering.workspace, evening.gathering.accounts["Eira"], evening.gathering.project, mails)
    arrange(evening, "travel")
    assert len(told(evening, office)) == many


def test_whoever_arranges_their_own_is_not_written_to(evening: Evening, office: PostOffice) -> None:
    group = evening.gathering
    needs.tell(group.workspace, group.accounts["Mair"], {"food": ""})
    needs.come(group.workspace, group.act("Mair"), evening.id, [needs.need_id(group.accounts["Mair"], "food")])
    arrange(evening, "food", who="Mair")
    assert not told(evening, office, "Mair")


def test_in_a_sensitive_project_not_even_that_is_said(evening: Evening, office: PostOffice) -> None:
    projects.show_to(evening.gathering.workspace, evening.gathering.act("Mair"), "sensitive", "Gallai rhywun gael niwed")
    arrange(evening, "travel")
    deliver(evening.gathering.workspace, office)
    said = [f"{message['Subject']} {plain(message)} {hypertext(message)}" for message in office.to(CAST["Eira"].email)]
    assert said
    assert not [each for each in said if ABOUT in each or TITLE[0] in each or "trefnu" in each]


def test_that_somebody_was_written_to_about_it_is_forgotten_too(evening: Evening, office: PostOffice) -> None:
    workspace = evening.gathering.workspace
    arrange(evening, "travel")
    forget_old(workspace)
    assert len(told(evening, office)) == 1, "not before it has gone"
    forget_old(workspace)
    with workspace.reading() as db:
        assert db.execute("select count(*) from outbox where occasion = %s", (needs.NEED_ARRANGED,)).fetchone() == (0,)
