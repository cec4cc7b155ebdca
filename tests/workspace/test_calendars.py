"""Calendar entries as programs read them: the clocks of Wales in summer and winter, and words that would break a line."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from icalendar import Calendar

from workspace.calendars import Dated, Guest, feed, invitation
from workspace.story.telling import both

HERE = "https://pleth.example"
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


def dated(starts_at: datetime, title: dict[str, str], **more: Any) -> Dated:
    told = {"sequence": 0, "is_cancelled": False, "is_discreet": False, **more}
    return Dated(uuid4(), "session", "/projects/1/commitments/2", title, {}, {}, starts_at, starts_at + timedelta(hours=2), None, **told)


def read(content: bytes) -> Any:
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return event


@pytest.mark.parametrize(("month", "day", "hour"), [(1, 15, 18), (3, 28, 18), (3, 29, 19), (7, 15, 19), (10, 24, 19), (10, 25, 18)])
def test_six_in_the_evening_is_six_in_summer_too(month: int, day: int, hour: int) -> None:
    """The clocks change on 29 March and on 25 October 2026."""
    event = read(feed([dated(datetime(2026, month, day, 18, tzinfo=UTC), both("Te", "Tea"))], name="Te", language="en", address=HERE, at=NOW))
    assert (event["dtstart"].dt.hour, event["dtstart"].dt.astimezone(UTC).hour) == (hour, 18)


def test_what_people_write_begins_no_line_of_its_own() -> None:
    title = {"en": "Tea\r\nATTENDEE:mailto:somebody@example.cymru; and, cake " + "x" * 200}
    content = feed([dated(NOW, title)], name="Te\r\nX-EVIL:1", language="en", address=HERE, at=NOW)
    assert not [line for line in content.splitlines() if line.startswith((b"ATTENDEE", b"X-EVIL")) or len(line) > 75]
    assert "and, cake" in str(read(content)["summary"])


def test_an_invitation_names_who_it_is_for_and_what_becomes_of_it() -> None:
    guest = Guest("eira@pleth.example", "post@pleth.example", 'Gofal\n"gyda’r nos"', ["cy", "en"])
    method, content = invitation(dated(NOW, both("Te", "Tea"), sequence=3, is_cancelled=True), guest, address=HERE, at=NOW)
    event = read(content.encode())
    assert (method, int(event["sequence"]), str(event["status"])) == ("CANCEL", 3, "CANCELLED")
    assert (str(event["organizer"]), str(event["attendee"])) == ("mailto:post@pleth.example", "mailto:eira@pleth.example")
    assert (str(event["summary"]), str(event["url"])) == ("Te / Tea", f"{HERE}/cy/prosiectau/1/ymrwymiadau/2")
