"""What whoever leads notes for themselves alone."""

from datetime import timedelta

from tests.evening import Evening
from tests.gathering import Gathering
from workers.clock import forget_old
from workspace import sessions

from .browsing import Reader


def test_own_notes_are_kept_and_read_by_nobody_else(reader: Reader, gathering: Gathering, evening: Evening) -> None:
    there, workspace = f"/en/projects/{gathering.project}/sessions/{evening.id}", gathering.workspace
    sessions.give_role(workspace, gathering.act("Mair"), evening.id, gathering.member("Rhys"), "host")
    head = workspace.head()
    reader.sign_in(gathering.accounts["Mair"]).open(f"{there}/console")
    assert "Ask Wil about the lift" in reader.press(f"{there}/own-notes", own="Ask Wil about the lift").text
    assert workspace.head() == head
    assert "Ask Wil" not in reader.sign_in(gathering.accounts["Rhys"]).open(f"{there}/console").text
    reader.sign_in(gathering.accounts["Mair"]).open(f"{there}/console")
    assert "Ask Wil" not in reader.press(f"{there}/own-notes", own="").text


def test_they_are_forgotten_a_month_after(reader: Reader, gathering: Gathering, evening: Evening) -> None:
    there, workspace = f"/en/projects/{gathering.project}/sessions/{evening.id}", gathering.workspace
    reader.sign_in(gathering.accounts["Mair"]).open(f"{there}/console")
    reader.press(f"{there}/own-notes", own="Ask Wil about the lift")
    forget_old(workspace)
    assert "Ask Wil" in reader.open(f"{there}/console").text
    with workspace.pool.connection() as db:
        db.execute("update session_notes set forget_at = forget_at - %s", (sessions.FORGOTTEN_AFTER + timedelta(hours=3),))
    forget_old(workspace)
    assert "Ask Wil" not in reader.open(f"{there}/console").text
