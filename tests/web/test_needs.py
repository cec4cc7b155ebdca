"""What people need to take part: said once, shown to nobody but those who lead, and only what was ticked; arranged beforehand, and forgotten."""

from typing import Any
from uuid import UUID

import pytest
from psycopg.sql import SQL, Identifier

from projections.needs import own
from tests.evening import Evening
from tests.gathering import Gathering
from workers.clock import forget_old
from workspace import members, needs, sessions
from workspace.application import Workspace
from workspace.refusals import NotFound, NotYours, SessionIsCancelled

from .browsing import Reader
from .statements import statements_of

LIFT, LOOP = "Lifft o Dal-y-bont am chwech", "A loop, and a seat by the door"


@pytest.fixture
def evening(reader: Reader, gathering: Gathering) -> Evening:
    """Mair leads it; it has not begun."""
    return Evening(gathering)


@pytest.fixture
def there(gathering: Gathering, evening: Evening) -> str:
    return f"/en/projects/{gathering.project}/sessions/{evening.id}"


def ids(gathering: Gathering, session: UUID, who: str) -> dict[str, UUID]:
    with gathering.workspace.reading() as db:
        return {need.kind: need.id for need in own(db, session, gathering.accounts[who]).needs}


def comes(evening: Evening, who: str = "Eira", *shown: str) -> dict[str, UUID]:
    """She needs a lift and a loop, and lets these be seen."""
    gathering = evening.gathering
    needs.tell(gathering.workspace, gathering.accounts[who], {"travel": LIFT, "access": LOOP})
    known = ids(gathering, evening.id, who)
    needs.come(gathering.workspace, gathering.act(who), evening.id, [known[kind] for kind in shown])
    return known


def tables(workspace: Workspace) -> dict[str, str]:
    """Everything that the database holds, as text, by table."""
    with workspace.reading() as db:
        names = db.execute("select schemaname, tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')").fetchall()
        asked = SQL("select coalesce(string_agg(t::text, '|'), '') from {} t")
        found: dict[str, Any] = {f"{schema}.{table}": db.execute(asked.format(Identifier(schema, table))).fetchone() for schema, table in names}
    return {name: row[0] for name, row in found.items()}


def test_it_is_said_once_and_still_there(reader: Reader, gathering: Gathering) -> None:
    reader.sign_in(gathering.accounts["Eira"]).open("/en/me/needs")
    shown = reader.press("/en/me/needs", needs=["travel", "food"], travel=LIFT, food="").text
    assert LIFT in shown
    assert 'value="travel" checked' in shown
    assert 'value="food" checked' in shown
    assert 'value="access" checked' not in shown
    assert LIFT not in reader.press("/en/me/needs", needs=["food"], travel=LIFT).text


def test_something_else_is_said_in_words_and_what_was_typed_stays(reader: Reader, gathering: Gathering) -> None:
    reader.sign_in(gathering.accounts["Eira"]).open("/en/me/needs")
    refused = reader.press("/en/me/needs", needs=["other", "travel"], travel=LIFT, other="")
    assert (refused.status_code, "Say what it is" in refused.text, LIFT in refused.text) == (422, True, True)


def test_nothing_is_seen_that_was_not_ticked(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    needs.tell(gathering.workspace, gathering.accounts["Eira"], {"travel": LIFT, "access": LOOP})
    page = reader.sign_in(gathering.accounts["Eira"]).open(there).text
    assert 'name="shown"' in page
    assert "checked" not in page
    known = ids(gathering, evening.id, "Eira")
    assert "You said that you come" in reader.press(f"{there}/coming", shown=[str(known["travel"])]).text
    led = reader.sign_in(gathering.accounts["Mair"]).open(there).text
    assert "1 person says that they come." in led
    assert (LIFT in led, LOOP in led) == (True, False)


def test_who_leads_sees_it_and_nobody_else(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    comes(evening, "Eira", "travel")
    for who, sees in (("Mair", True), ("Beti", False), ("Rhys", False), ("Lowri", False)):
        for wants in ({}, {"accept": "application/json"}):
            assert (LIFT in reader.sign_in(gathering.accounts[who]).open(there, **wants).text) is sees, (who, wants)
    reader.client.cookies.clear()
    assert LIFT not in reader.open(there).text
    sessions.give_role(gathering.workspace, gathering.act("Mair"), evening.id, gathering.member("Rhys"), "host")
    assert LIFT in reader.sign_in(gathering.accounts["Rhys"]).open(there).text


def test_somebody_who_came_by_the_code_sees_none_of_it(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    comes(evening, "Eira", "travel")
    arrived = evening.open_doors().arrive()
    reader.client.cookies.clear()
    reader.client.cookies.set("guest", arrived.cookie)
    for path in (there, f"/en/here/{evening.id}"):
        assert LIFT not in reader.open(path).text


def test_a_need_of_somebody_else_cannot_be_shown(gathering: Gathering, evening: Evening) -> None:
    hers = comes(evening, "Eira", "travel")
    needs.come(gathering.workspace, gathering.act("Beti"), evening.id, list(hers.values()))
    assert ids(gathering, evening.id, "Beti") == {}
    with pytest.raises(NotFound):
        needs.arrange(gathering.workspace, gathering.act("Mair"), evening.id, hers["access"])  # hers, and not shown


def test_it_is_arranged_by_those_who_lead_and_she_sees_by_whom(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    hers = comes(evening, "Eira", "travel")
    assert "1 need is not arranged yet." in reader.sign_in(gathering.accounts["Mair"]).open(there).text
    done = reader.press(f"{there}/needs/{hers['travel']}/arrangement").text
    assert "not arranged yet" not in done
    assert "By Mair" in done
    assert "By Mair" in reader.sign_in(gathering.accounts["Eira"]).open(there).text
    with pytest.raises(NotYours):
        needs.unarrange(gathering.workspace, gathering.act("Eira"), evening.id, hers["travel"])


def test_what_is_arranged_stands_beside_what_one_needs_until_the_session_is_over(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    hers = comes(evening, "Eira", "travel")
    eira = reader.sign_in(gathering.accounts["Eira"])
    page = eira.open("/en/me/needs").text
    assert ("An evening in Felin-fach" in page, page.count("Not arranged yet"), f'href="{there}#coming"' in page) == (True, 1, True)
    needs.arrange(gathering.workspace, gathering.act("Mair"), evening.id, hers["travel"])
    page = eira.open("/en/me/needs").text
    assert ("By Mair" in page, "Not arranged yet" in page) == (True, False)
    members.remove(gathering.workspace, gathering.act("Mair"), gathering.member("Eira"), "Moved away")
    assert "An evening in Felin-fach" not in eira.open("/en/me/needs").text


def test_what_is_said_in_other_words_is_arranged_anew(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    hers = comes(evening, "Eira", "travel")
    workspace = gathering.workspace
    needs.arrange(workspace, gathering.act("Mair"), evening.id, hers["travel"])
    needs.tell(workspace, gathering.accounts["Eira"], {"travel": LIFT, "access": LOOP})
    assert "By Mair" in reader.sign_in(gathering.accounts["Mair"]).open(there).text
    needs.tell(workspace, gathering.accounts["Eira"], {"travel": f"{LIFT}, a chair too", "access": LOOP})
    assert "By Mair" not in reader.open(there).text


def test_somebody_who_needs_an_interpreter_is_thought_of(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    needs.tell(gathering.workspace, gathering.accounts["Eira"], {"interpreter": "BSL"})
    needs.come(gathering.workspace, gathering.act("Eira"), evening.id, list(ids(gathering, evening.id, "Eira").values()))
    reader.sign_in(gathering.accounts["Mair"])
    assert "Somebody needs an interpreter" in reader.open(there).text
    sessions.give_role(gathering.workspace, gathering.act("Mair"), evening.id, gathering.member("Rhys"), "interpreter")
    assert "Somebody needs an interpreter" not in reader.open(there).text


def test_whoever_stays_away_leaves_nothing_behind(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    comes(evening, "Eira", "travel")
    reader.sign_in(gathering.accounts["Eira"]).open(there)
    reader.press(f"{there}/coming?_method=delete")
    held = tables(gathering.workspace)
    assert (held["public.session_coming"], held["public.session_needs"]) == ("", "")
    assert LIFT in held["public.needs"]
    assert LIFT not in reader.sign_in(gathering.accounts["Mair"]).open(there).text


def test_it_stands_in_no_event_and_goes_with_the_account(gathering: Gathering, evening: Evening) -> None:
    comes(evening, "Eira", "travel")
    assert [name for name, rows in tables(gathering.workspace).items() if LIFT in rows] == ["public.needs"]
    with gathering.workspace.pool.connection() as db:
        db.execute("delete from accounts where id = %s", (gathering.accounts["Eira"],))
    held = tables(gathering.workspace)
    assert [name for name in ("needs", "session_coming", "session_needs") if held[f"public.{name}"]] == []


def test_it_is_forgotten_a_month_after_the_session_also_where_that_was_moved(gathering: Gathering, evening: Evening) -> None:
    comes(evening, "Eira", "travel")
    workspace, now = gathering.workspace, gathering.workspace.now()
    sessions.reschedule(workspace, gathering.act("Mair"), evening.id, gathering.in_(24), gathering.in_(26))
    with workspace.reading() as db:
        row: Any = db.execute("select forget_at from session_coming").fetchone()
    assert (row[0] - now).days == 31
    forget_old(workspace)
    assert tables(workspace)["public.session_needs"]
    with workspace.pool.connection() as db:
        db.execute("update session_coming set forget_at = forget_at - interval '32 days'")
    forget_old(workspace)
    held = tables(workspace)
    assert (held["public.session_coming"], held["public.session_needs"], LIFT in held["public.needs"]) == ("", "", True)


def test_nobody_comes_to_what_was_called_off(gathering: Gathering, evening: Evening) -> None:
    sessions.cancel(gathering.workspace, gathering.act("Mair"), evening.id, "Snow")
    with pytest.raises(SessionIsCancelled):
        needs.come(gathering.workspace, gathering.act("Eira"), evening.id, [])


def test_the_page_asks_no_more_for_many_who_come(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    reader.sign_in(gathering.accounts["Mair"])
    before = statements_of(reader, there)
    for who in ("Eira", "Beti", "Tomos", "Amina", "Rhys"):
        comes(evening, who, "travel", "access")
    assert statements_of(reader, there) == before
