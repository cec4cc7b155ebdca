"""A worry goes to the named lead and is nowhere else: no event, no log, no kept copy, and no row once it is sent."""

import re
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from structlog.testing import capture_logs

from aggregates.errors import Empty, NotFound, NotYourTask
from tests.gathering import Gathering
from tests.workers.post_office import PostOffice, hypertext, plain
from tests.workers.post_office import deliver as send
from workers import clock
from workspace import worries
from workspace.application import Workspace
from workspace.config import Settings
from workspace.limits import TooOften

SECRET = "Zwqx was crying behind the door"


@pytest.fixture
def group(workspace: Workspace, gathering: Gathering, office: PostOffice) -> Gathering:
    workspace.settings = replace(workspace.settings, smtp_url=office.url)
    worries.name_lead(workspace, gathering.act("Mair"), "Lowri", "01632 960119", "Lowri.Lead@pleth.example")
    return gathering


def tell(group: Gathering, network: str = "192.0.2.7") -> None:
    worries.tell(group.workspace, group.project, SECRET, "01632 960120", "en", network, uuid4())


def deliver(group: Gathering, settings: Settings | None = None) -> None:
    send(group.workspace, None, settings or group.workspace.settings)


def everything(group: Gathering) -> str:
    """All that the database holds, as text."""
    with group.workspace.reading() as db:
        tables = db.execute("select schemaname, tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')").fetchall()
        return "".join(str(db.execute(f'select row_to_json(t)::text from "{schema}"."{table}" t').fetchall()) for schema, table in tables)


def test_the_lead_gets_it_and_nothing_of_it_stays(group: Gathering, office: PostOffice) -> None:
    head = group.workspace.head()
    tell(group)
    assert SECRET in everything(group)
    with capture_logs() as logs:
        deliver(group)
    (message,) = office.to("lowri.lead@pleth.example")
    assert "Somebody asks you to read this" in message["Subject"]
    assert "worr" not in str(message["Subject"]).lower()
    for body in (plain(message), hypertext(message)):
        assert SECRET in re.sub(r"\s+", " ", body.replace("|", ""))
        assert "01632 960120" in body
    assert message["List-Unsubscribe"] is None
    assert (SECRET in everything(group), SECRET in str(logs), group.workspace.head()) == (False, False, head)


def test_it_waits_while_the_mail_server_is_away(group: Gathering, office: PostOffice) -> None:
    tell(group)
    office.answer = "451 later"
    with capture_logs() as logs:
        deliver(group)
    assert (SECRET in everything(group), SECRET in str(logs)) == (True, False)
    office.answer = "250 taken"
    deliver(group)
    assert (len(office.taken), SECRET in everything(group)) == (1, False)


def test_the_demo_keeps_no_copy(group: Gathering) -> None:
    tell(group)
    deliver(group, replace(group.workspace.settings, smtp_url="", demo=True))
    assert SECRET not in everything(group)


def test_what_could_not_be_sent_goes_after_a_week(group: Gathering) -> None:
    tell(group)
    with group.workspace.pool.connection() as db:
        db.execute("update worries set told_at = told_at - %s", (timedelta(days=8),))
    clock.forget_old(group.workspace)
    assert SECRET not in everything(group)


def test_where_nobody_can_be_written_to_nobody_is_made_to_believe_so(group: Gathering) -> None:
    worries.name_lead(group.workspace, group.act("Mair"), "Lowri", "01632 960119", "")
    with pytest.raises(NotFound):
        tell(group)
    group.workspace.settings = replace(group.workspace.settings, smtp_url="")
    worries.name_lead(group.workspace, group.act("Mair"), "Lowri", "", "lowri@pleth.example")
    with pytest.raises(NotFound):
        tell(group)


def test_who_names_the_lead_and_how_often_somebody_writes(group: Gathering) -> None:
    with pytest.raises(NotYourTask):
        worries.name_lead(group.workspace, group.act("Eira"), "Eira", "1", "")
    with pytest.raises(Empty):
        worries.name_lead(group.workspace, group.act("Mair"), "Lowri", "", "")
    for _ in range(10):
        tell(group)
    with pytest.raises(TooOften):
        tell(group)
    tell(group, "192.0.2.8")
