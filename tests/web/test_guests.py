"""A guest who takes their name away: it stands nowhere any more, and they go on taking part."""

from tests.evening import Evening
from tests.gathering import Gathering
from workspace import attending, guests
from workspace.attending import Arrived

from .browsing import Reader
from .test_names_gone import Planted, deliver, holds, mails, tables

NAME, MAIL = "Zwqxgwenno", "zwqxcyfeiriad@pleth.example"


def seen(reader: Reader, evening: Evening, arrived: Arrived) -> dict[str, str]:
    """What those who lead, the members, other guests and programs see."""
    base = f"/en/projects/{evening.gathering.project}"
    there = [f"{base}/sessions/{evening.id}{rest}" for rest in ("", "/console", "/screen", "/roles")]
    member = evening.guest(arrived).member
    reader.client.cookies.clear()
    reader.sign_in(evening.gathering.accounts["Mair"])
    found = {}
    for path in (*there, base, f"{base}/members", f"{base}/members/{member}", f"{base}/history", f"{base}/history?member={member}", f"{base}/ideas"):
        for form in ("text/html", "application/json"):
            found[f"{path} {form}"] = reader.open(path, accept=form).text
    for table in ("members", "history"):
        found[table] = reader.open(f"{base}/{table}.csv").text
    other = evening.arrive("Dewi")
    reader.client.cookies.clear()
    reader.client.cookies.set("guest", other.cookie)
    return found | {"here": reader.open(f"/en/here/{evening.id}").text}


def test_a_name_that_was_taken_away_is_on_no_page_in_no_row_and_in_no_mail(reader: Reader, gathering: Gathering, evening: Evening) -> None:
    evening.go_to(0, "write")
    arrived = evening.arrive(NAME)
    evening.card(evening.act_of(arrived), "Paned o de", is_named=True, is_shown=True)
    attending.ask_to_speak(gathering.workspace, evening.act_of(arrived), evening.id, True)
    guests.claim_by_mail(gathering.workspace, evening.act_of(arrived), evening.id, MAIL)
    evening.go_to(0, "share")
    before = seen(reader, evening, arrived)
    assert {place for place, page in before.items() if NAME in page} >= {"here", "history"}
    reader.client.cookies.clear()
    reader.client.cookies.set("guest", arrived.cookie)
    reader.open(f"/en/here/{evening.id}")
    page = reader.press(f"/en/here/{evening.id}/name?_method=delete")
    assert NAME not in page.text
    assert "Paned o de" in page.text
    assert f"/here/{evening.id}/name" not in page.text
    after = seen(reader, evening, arrived)
    assert [place for place, page in after.items() if NAME in page] == []
    assert "Paned o de" in after["here"]
    planted = Planted.__new__(Planted)
    planted.group, planted.workspace = gathering, gathering.workspace
    deliver(planted)
    assert NAME not in mails(planted)
    assert MAIL not in mails(planted)
    assert [table for table, rows in tables(planted).items() if holds(NAME, rows) or holds(MAIL, rows)] == []
