"""Which mail somebody gets, chosen on one page; what one press ends, and what it puts off."""

import re
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from uuid import UUID, uuid4

from tests.gathering import Gathering
from workspace import members, projects, reaching
from workspace.application import Workspace
from workspace.story.evening_care import DESCRIPTION
from workspace.story.telling import both

from .browsing import Reader


def as_(reader: Reader, gathering: Gathering, name: str) -> Reader:
    reader.client.cookies.clear()
    return reader.sign_in(gathering.accounts[name])


def mails(gathering: Gathering, name: str) -> list[str]:
    with gathering.workspace.reading() as db:
        sql = "select mails from memberships where account = %s and project = %s"
        return [row[0] for row in db.execute(sql, (gathering.accounts[name], gathering.project)).fetchall()]


def test_one_mail_a_week_is_chosen_and_its_day_is_told(reader: Reader, gathering: Gathering) -> None:
    page = as_(reader, gathering, "Eira").open("/en/me/mail")
    assert "Your next weekly mail" not in page.text
    assert reader.press(f"/en/me/mail/{gathering.project}", mails="weekly").status_code == 200
    assert mails(gathering, "Eira") == ["weekly"]
    assert "Your next weekly mail: Monday" in reader.open("/en/me/mail").text
    assert reader.press("/en/me/hours", begin="22:00", end="07:00", weekly_on="5").status_code == 200
    assert "Your next weekly mail: Friday" in reader.open("/en/me/mail").text
    assert "Eich e-bost wythnosol nesaf: dydd Gwener" in reader.open("/cy/fi/e-bost").text


def test_somebody_in_sixty_projects_finds_each_of_them_on_light_pages(reader: Reader, gathering: Gathering) -> None:
    workspace, mair = gathering.workspace, gathering.accounts["Mair"]
    by = partial(members.act, workspace, mair, members.NETWORK, language="cy")
    more = [projects.start(workspace, by(command=uuid4()), replace(DESCRIPTION, name=both(f"Ffair {n}", f"Fair {n}"))).id for n in range(59)]
    pages = [as_(reader, gathering, "Mair").open(f"/en/me/mail?page={number}").text for number in range(1, 6)]
    assert max(len(page.encode()) for page in pages) < 40_000
    assert sorted(re.findall(r'action="/en/me/mail/([-0-9a-f]+)"', "".join(pages))) == sorted(str(id) for id in [gathering.project, *more])
    assert "Page 5 of 5" in reader.open("/en/me/mail?page=99").text
    found = reader.open("/en/me/mail?find=Fair+57").text
    assert re.findall(r'action="/en/me/mail/([-0-9a-f]+)"', found) == [str(more[57])]
    assert "No project has these words" in reader.open("/en/me/mail?find=circus").text
    reader.open("/en/me/mail?find=Fair+57")
    answer = reader.press(f"/en/me/mail/{more[57]}", mails="weekly")
    assert str(answer.url).endswith(f"/en/me/mail?page=5#mails-{more[57]}")
    assert f'id="mails-{more[57]}"' in answer.text


def test_quiet_hours_are_nine_to_eight_until_somebody_chooses(reader: Reader, gathering: Gathering) -> None:
    page = as_(reader, gathering, "Eira").open("/en/me/mail")
    assert '<option value="21:00" selected>9 pm</option>' in page.text
    assert '<option value="08:00" selected>8 am</option>' in page.text
    reader.press("/en/me/hours", begin="none")
    with gathering.workspace.reading() as db:
        assert reaching.reach(db, gathering.accounts["Eira"]).quiet is None
    reader.open("/en/me/mail")
    reader.press("/en/me/hours", begin="23:00", end="06:00")
    with gathering.workspace.reading() as db:
        quiet = reaching.reach(db, gathering.accounts["Eira"]).quiet
    assert quiet is not None
    assert (quiet.begin, quiet.end) == (time(23), time(6))


def test_hours_that_end_when_they_begin_are_refused_beside_the_field(reader: Reader, gathering: Gathering) -> None:
    as_(reader, gathering, "Eira").open("/en/me/mail")
    answer = reader.press("/en/me/hours", begin="08:00", end="08:00")
    assert answer.status_code == 422
    assert "choose another hour, or no quiet hours" in answer.text
    assert answer.text.count('<option value="08:00" selected>') == 2


def test_one_press_ends_mail_about_all_projects(reader: Reader, gathering: Gathering) -> None:
    token = reaching.unsubscribe_token(gathering.workspace.settings.secret, gathering.accounts["Eira"], "account")
    assert "No more mail about any of your projects?" in reader.open(f"/en/unsubscribe/{token}").text
    assert mails(gathering, "Eira") == ["everything"]
    answer = reader.client.post(f"/en/unsubscribe/{token}", data={"List-Unsubscribe": "One-Click"}, follow_redirects=False)
    assert answer.status_code == 200
    assert mails(gathering, "Eira") == ["nothing"]
    assert mails(gathering, "Tomos") == ["everything"]


def test_not_yet_asks_before_it_puts_off_and_needs_no_sign_in(reader: Reader, gathering: Gathering) -> None:
    row, other = sent(gathering.workspace, gathering.member("Eira"), gathering.project), uuid4()
    token = reaching.not_yet_token(gathering.workspace.settings.secret, row)
    assert "Nothing was done yet" in reader.open(f"/en/not-yet/{token}").text
    assert waiting(gathering.workspace, row) is None
    assert "asked again next week" in reader.press(f"/en/not-yet/{token}").text
    due_at = waiting(gathering.workspace, row)
    assert due_at is not None
    assert due_at > gathering.workspace.now()
    for wrong in (
        reaching.not_yet_token(gathering.workspace.settings.secret, other),
        reaching.unsubscribe_token(gathering.workspace.settings.secret, row),
        "x",
    ):
        assert reader.open(f"/en/not-yet/{wrong}").status_code == 404
        assert reader.client.post(f"/en/not-yet/{wrong}").status_code in (403, 404)


def test_a_tap_fills_the_ballot_in_and_casts_nothing(reader: Reader, gathering: Gathering) -> None:
    decision = opened(gathering)
    page = as_(reader, gathering, "Eira").open(f"/en/decisions/{decision}?choice=no")
    assert str(page.url).endswith(f"/en/projects/{gathering.project}/decisions/{decision}?choice=no#yours")
    assert re.search(r'value="no"[^>]* checked', page.text)
    assert "Your answer is filled in" in page.text
    assert page.text.count(" checked") == 1
    assert "On record for you" not in page.text
    ballot = f"/en/projects/{gathering.project}/decisions/{decision}/votes"
    assert "On record for you: Against" in reader.press(ballot).text
    assert "Your answer is filled in" not in reader.open(f"/en/projects/{gathering.project}/decisions/{decision}?choice=anything").text


def test_whoever_taps_signed_out_signs_in_first_and_finds_it_filled_in(reader: Reader, gathering: Gathering) -> None:
    decision = opened(gathering)
    page = reader.open(f"/en/decisions/{decision}?choice=no")
    where = f"/projects/{gathering.project}/decisions/{decision}"
    assert f'href="/en/sign-in?next={where}%3Fchoice%3Dno%23yours"' in page.text
    assert f'name="next" value="{where}?choice=no#yours"' in reader.open(f"/en/sign-in?next={where}%3Fchoice%3Dno%23yours").text


def opened(gathering: Gathering) -> UUID:
    """A decision that is open, with nobody's vote."""
    gathering.adopt_charter()
    return gathering.open()


def sent(workspace: Workspace, member: UUID, project: UUID) -> UUID:
    row = uuid4()
    with workspace.pool.connection() as db:
        sql = (
            "insert into outbox (id, occasion, recipient, project, created_at, sent_at) values (%s, 'your turn', %s, %s, clock_timestamp(), clock_timestamp())"
        )
        db.execute(sql, (row, member, project))
    return row


def waiting(workspace: Workspace, row: UUID) -> datetime | None:
    with workspace.reading() as db:
        found = db.execute("select due_at from outbox where id = %s and sent_at is null", (row,)).fetchone()
    return found[0] if found else None
