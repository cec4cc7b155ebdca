"""What a mail about a session carries for the reader's calendar."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from icalendar import Calendar

from tests.workers.evening import Evening
from tests.workers.post_office import PostOffice, deliver, plain
from workspace import projects, reaching, sessions
from workspace.application import Workspace
from workspace.sessions import Told
from workspace.story.telling import both

from .test_mail import only
from .test_together import post

TOLD = {"place": both("Neuadd Felin-fach", "Felin-fach hall"), "access": both("Dolen sain", "A hearing loop")}


def plan(workspace: Workspace, evening: Evening) -> UUID:
    begins = workspace.now() + timedelta(days=5)
    told = Told(both("Golwg ar y rota", "A look at the rota"), "room", 20, TOLD)
    return sessions.plan(workspace, evening.act("Mair"), told, begins, begins + timedelta(hours=2)).id


def entry(office: PostOffice, name: str) -> tuple[str, Any]:
    """The method of the one calendar that is attached, and its event."""
    (attached,) = only(office, name).iter_attachments()
    assert attached.get_content_type() == "text/calendar"
    found = Calendar.from_ical(attached.get_content())
    (event,) = found.walk("VEVENT")
    assert str(found["method"]) == attached["Content-Type"].params["method"]
    return str(found["method"]), event


def test_a_session_comes_as_an_invitation_then_as_an_update_and_at_last_as_a_cancellation(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    deliver(workspace, office)
    office.taken.clear()
    planned = plan(workspace, evening)
    deliver(workspace, office)
    method, event = entry(office, "Eira")
    assert (method, str(event["uid"]), int(event["sequence"]), str(event["summary"])) == ("REQUEST", str(planned), 0, "Golwg ar y rota")
    assert (str(event["location"]), "Dolen sain" in str(event["description"])) == ("Neuadd Felin-fach", True)
    assert str(event["attendee"]).lower() == f"mailto:{only(office, 'Eira')['To']}".lower()
    assert "Neuadd Felin-fach" in plain(only(office, "Eira"))
    assert str(entry(office, "Rhys")[1]["summary"]) == "Golwg ar y rota / A look at the rota"  # whose language nobody knows
    office.taken.clear()
    begins = workspace.now() + timedelta(days=6)
    sessions.reschedule(workspace, evening.act("Mair"), planned, begins, begins + timedelta(hours=1), "Eira")
    deliver(workspace, office)
    method, event = entry(office, "Eira")
    assert (method, str(event["uid"]), int(event["sequence"])) == ("REQUEST", str(planned), 1)
    office.taken.clear()
    sessions.cancel(workspace, evening.act("Mair"), planned, "Mae’r ffordd ar gau")
    deliver(workspace, office)
    method, event = entry(office, "Eira")
    assert (method, int(event["sequence"]), str(event["status"])) == ("CANCEL", 2, "CANCELLED")
    assert "Mae’r ffordd ar gau" in plain(only(office, "Eira"))


def test_of_what_is_told_together_the_last_stands(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    deliver(workspace, office)
    office.taken.clear()
    reaching.choose_hours(workspace, evening.accounts["Eira"], None, 1)
    planned = plan(workspace, evening)
    sessions.cancel(workspace, evening.act("Mair"), planned, "Eira")
    post(workspace, office)
    assert entry(office, "Eira")[0] == "CANCEL"


def test_of_a_sensitive_project_it_gives_nothing_away(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    projects.show_to(workspace, evening.act("Mair"), "sensitive", "Felly")
    deliver(workspace, office)
    office.taken.clear()
    plan(workspace, evening)
    deliver(workspace, office)
    said = entry(office, "Tomos")[1].to_ical().decode() + only(office, "Tomos").as_string()
    assert "A meeting" in said
    assert not [word for word in ("rota", "Felin-fach", "hearing", "Evening care", "Gofal") if word in said]
