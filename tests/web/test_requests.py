"""Asking to take part: the form, who sees it, the answer, and what is told."""

from uuid import UUID

from aggregates.member import Member
from tests.gathering import Gathering
from workers.projector import bring_to_head
from workspace import members
from workspace.application import Workspace

from .browsing import Reader

JSON = {"accept": "application/json"}
WHY = "I look after my mother in Talsarn"


def asking(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}/requests"


def ask(reader: Reader, gathering: Gathering, name: str = "Delyth") -> UUID:
    """Delyth asks; answers with the place she asked for."""
    reader.sign_in(gathering.accounts[name]).open(asking(gathering))
    reader.press(asking(gathering), name=name, side="citizen", words=WHY)
    with gathering.workspace.reading() as db:
        row = db.execute("select member from memberships where account = %s and project = %s", (gathering.accounts[name], gathering.project)).fetchone()
    assert row is not None
    return UUID(str(row[0]))


def test_the_project_shows_a_stranger_how_to_ask_and_sign_in_comes_first(reader: Reader, gathering: Gathering) -> None:
    assert asking(gathering) in reader.open(f"/en/projects/{gathering.project}").text
    assert asking(gathering) in reader.open(f"/en/projects/{gathering.project}/members").text
    shown = reader.open(asking(gathering))
    assert f"/en/sign-in?next=/projects/{gathering.project}/requests" in shown.text
    assert "Join with a code" in shown.text
    assert reader.client.post(asking(gathering), json={"name": "Delyth", "side": "citizen"}, headers=JSON).status_code == 401


def test_what_is_missing_is_said_and_what_was_typed_stays(reader: Reader, gathering: Gathering) -> None:
    reader.sign_in(gathering.accounts["Delyth"]).open(asking(gathering))
    refused = reader.press(asking(gathering), name="Delyth Ann", words=WHY)
    assert refused.status_code == 422
    assert "Choose one of these" in refused.text
    assert "Delyth Ann" in refused.text
    assert WHY in refused.text


def test_whoever_asked_sees_that_it_waits_and_can_take_it_back(reader: Reader, gathering: Gathering) -> None:
    member = ask(reader, gathering)
    assert reader.page is not None
    assert "You have asked to take part" in reader.page.text
    assert WHY in reader.page.text
    address = f"{asking(gathering)}?_method=delete"
    assert reader.press(address).url.path == f"/en/projects/{gathering.project}"
    assert gathering.workspace.load(Member, member).state == "taken back"
    assert 'name="words"' in reader.open(asking(gathering)).text


def test_whoever_belongs_to_both_groups_says_so_as_they_ask_and_is_counted_once(reader: Reader, gathering: Gathering) -> None:
    reader.sign_in(gathering.accounts["Delyth"]).open(asking(gathering))
    refused = reader.press(asking(gathering), name="Delyth", side="none", both="1")
    assert refused.status_code == 422
    reader.open(asking(gathering))
    waits = reader.press(asking(gathering), name="Delyth", side="citizen", both="1", words=WHY)
    assert "In both groups, counted once: Families" in waits.text
    with gathering.workspace.reading() as db:
        row = db.execute("select member from memberships where account = %s and project = %s", (gathering.accounts["Delyth"], gathering.project)).fetchone()
    assert row is not None
    there = f"{asking(gathering)}/{row[0]}"
    assert "In both groups, counted once: Families" in reader.sign_in(gathering.accounts["Mair"]).open(there).text
    assert "In both groups, counted once: Families" in reader.press(f"{there}/welcome").text
    assert members.roll(gathering.workspace, gathering.project)[row[0].hex] == "citizen"


def test_only_facilitators_see_who_asks_and_why(reader: Reader, gathering: Gathering) -> None:
    member = ask(reader, gathering)
    places = ("members", "history", f"members/{member}", f"requests/{member}", "")
    for name in ("Helen", "Eira"):
        reader.sign_in(gathering.accounts[name])
        for place in places:
            for suffix in ("", ".json", ".csv"):
                shown = reader.open(f"/en/projects/{gathering.project}/{place}".rstrip("/") + suffix).text
                assert "Delyth" not in shown
                assert WHY not in shown
    reader.sign_in(gathering.accounts["Mair"])
    assert "Delyth" in reader.open(f"/en/projects/{gathering.project}/members").text
    assert "Somebody asked to take part: Families." in reader.open(f"/en/projects/{gathering.project}/history.json").text
    shown = reader.open(f"{asking(gathering)}/{member}").text
    assert "Delyth" in shown
    assert WHY in shown


def test_a_facilitator_finds_it_at_home_and_welcomes_them(reader: Reader, gathering: Gathering) -> None:
    member = ask(reader, gathering)
    home = reader.sign_in(gathering.accounts["Mair"]).open("/en/").text
    assert "Somebody asks to take part" in home
    assert WHY in home
    reader.open(f"{asking(gathering)}/{member}")
    arrived = reader.press(f"{asking(gathering)}/{member}/welcome")
    assert arrived.url.path == f"/en/projects/{gathering.project}/members/{member}"
    assert "Delyth" in reader.open(f"/en/projects/{gathering.project}/members").text
    assert "Somebody asks to take part" not in reader.open("/en/").text
    assert "welcomed somebody who had asked to take part: Delyth" in reader.open(f"/en/projects/{gathering.project}/history.json").text
    assert "You are here already" in reader.sign_in(gathering.accounts["Delyth"]).open(asking(gathering)).text
    assert f"/projects/{gathering.project}" in reader.open("/en/").text


def test_a_no_has_a_reason_that_they_read_and_they_may_ask_again(reader: Reader, gathering: Gathering) -> None:
    member = ask(reader, gathering)
    reader.sign_in(gathering.accounts["Mair"]).open(f"{asking(gathering)}/{member}")
    assert "Say why: they are told" in reader.press(f"{asking(gathering)}/{member}/refusal", reason=" ").text
    reader.open(f"{asking(gathering)}/{member}")
    assert reader.press(f"{asking(gathering)}/{member}/refusal", reason="We are full until Easter").url.path.endswith("/members")
    history = reader.open(f"/en/projects/{gathering.project}/history").text
    assert "We are full until Easter" in history
    assert "Delyth" not in history
    assert reader.open(f"{asking(gathering)}/{member}").status_code == 404
    again = reader.sign_in(gathering.accounts["Delyth"]).open(asking(gathering))
    assert "The answer was no, the last time" in again.text
    assert "We are full until Easter" in again.text
    asked = reader.press(asking(gathering), name="Delyth", side="professional")
    assert asked.status_code == 200
    assert "You have asked to take part" in asked.text


def test_mail_goes_to_the_facilitators_and_to_whoever_asked(reader: Reader, gathering: Gathering, workspace: Workspace) -> None:
    member = ask(reader, gathering)
    reader.client.post(f"{asking(gathering)}/{member}/welcome", json={}, headers=JSON)
    reader.sign_in(gathering.accounts["Mair"]).client.post(f"{asking(gathering)}/{member}/welcome", json={}, headers=JSON)
    bring_to_head(workspace)
    with workspace.reading() as db:
        rows = db.execute("select occasion, recipient from outbox where occasion in ('asks to join', 'welcomed') order by occasion").fetchall()
    assert rows == [("asks to join", gathering.member("Mair")), ("welcomed", member)]
