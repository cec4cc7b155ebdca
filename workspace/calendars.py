"""Calendars, as calendar programs read them (RFC 5545): a feed of what is to come, and an invitation that a mail carries. And the secret address of each
person's own feed: derived from a number, so that it is stored nowhere and a new one puts an end to the old."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from hmac import compare_digest
from typing import Any, LiteralString
from uuid import UUID

from icalendar import Calendar, Event, Timezone, vCalAddress
from psycopg import Connection

from aggregates.errors import NotFound

from .application import Workspace
from .languages import LONDON, in_language, translator
from .path_words import spelt
from .tokens import sealed, unpacked

Said = dict[str, str]

FIRST, LAST = date(2020, 1, 1), date(2050, 1, 1)
"""Between them lies everything that is ever in a calendar here, for the changes of the clocks."""

PRODUCT = "-//Pleth//Pleth//EN"


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a time, or a day. `is_discreet`: of a sensitive project, so that a calendar that others see gives nothing away."""

    id: UUID
    kind: str  # session, decision, commitment
    path: str
    title: Said
    place: Said
    access: Said
    starts_at: datetime | None
    ends_at: datetime | None
    day: date | None
    sequence: int
    is_cancelled: bool
    is_discreet: bool


@dataclass(frozen=True, slots=True)
class Guest:
    """Whom an invitation is for, and in whose name it comes. `languages`: those it speaks; both where the reader's is not known."""

    email: str
    sender: str
    organiser: str
    languages: Sequence[str]


def feed(entries: Iterable[Dated], *, name: str, language: str, address: str, at: datetime) -> bytes:
    """What a calendar program fetches again and again."""
    made = _calendar("PUBLISH")
    made.add("x-wr-calname", _on_one_line(name))
    made.add("refresh-interval", timedelta(hours=4), parameters={"value": "DURATION"})
    for entry in entries:
        made.add_component(_event(entry, [language], address, at))
    content: bytes = made.to_ical()
    return content


def invitation(entry: Dated, guest: Guest, *, address: str, at: datetime) -> tuple[str, str]:
    """The method, and the entry as a mail carries it: an update where the program knows its id by an earlier number, a cancellation at the end."""
    method = "CANCEL" if entry.is_cancelled else "REQUEST"
    made, event = _calendar(method), _event(entry, guest.languages, address, at)
    organiser, attendee = vCalAddress(f"mailto:{guest.sender}"), vCalAddress(f"mailto:{guest.email}")
    organiser.params["CN"] = _on_one_line(guest.organiser)
    attendee.params |= {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "FALSE"}
    event.add("organizer", organiser)
    event.add("attendee", attendee)
    made.add_component(event)
    return method, made.to_ical().decode()


def token_of(db: Connection[Any], secret: bytes, account: UUID) -> str | None:
    """What the address of somebody's feed ends with; None where they have none."""
    row = db.execute("select number from calendars where account = %s and is_on", (account,)).fetchone()
    return _token(secret, account, row[0]) if row else None


def behind(db: Connection[Any], secret: bytes, token: str) -> UUID:
    """The account whose feed it is. Refused: NotFound."""
    account = unpacked(token)
    known = token_of(db, secret, account) if account else None
    if account is None or known is None or not compare_digest(known.encode(), token.encode()):
        raise NotFound
    return account


def renew(workspace: Workspace, account: UUID) -> None:
    """A new address; an earlier one ends."""
    _set(workspace, account, True)


def end(workspace: Workspace, account: UUID) -> None:
    """No address leads to it any more."""
    _set(workspace, account, False)


SET: LiteralString = """
insert into calendars (account, number, is_on) values (%s, 1, %s)
on conflict (account) do update set number = calendars.number + 1, is_on = excluded.is_on
"""


def _set(workspace: Workspace, account: UUID, is_on: bool) -> None:
    with workspace.pool.connection() as db:
        db.execute(SET, (account, is_on))


def _token(secret: bytes, account: UUID, number: int) -> str:
    return account.hex + sealed(secret, "calendar", f"{account.hex} {number}")[:16].hex()


@cache
def _clocks() -> Timezone:
    return Timezone.from_tzinfo(LONDON, first_date=FIRST, last_date=LAST)


def _calendar(method: str) -> Calendar:
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", method)
    made.add_component(_clocks())
    return made


def _event(entry: Dated, languages: Sequence[str], address: str, at: datetime) -> Event:
    event = Event()
    event.add("uid", str(entry.id))
    event.add("sequence", entry.sequence)
    event.add("dtstamp", at)
    event.add("summary", " / ".join(dict.fromkeys(_summary(entry, language) for language in languages)))
    event.add("description", "\n\n".join(_told(entry, language, address) for language in languages))
    event.add("url", _there(entry, languages[0], address))
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if entry.place and not entry.is_discreet:
        event.add("location", " / ".join(dict.fromkeys(_in(entry.place, language) for language in languages)))
    if entry.kind != "session":
        event.add("transp", "TRANSPARENT")  # a last day keeps nobody busy
    if entry.day:
        event.add("dtstart", entry.day)
    else:
        event.add("dtstart", entry.starts_at and entry.starts_at.astimezone(LONDON))
        event.add("dtend", entry.ends_at and entry.ends_at.astimezone(LONDON))
    return event


def _summary(entry: Dated, language: str) -> str:
    t = translator(language)
    if entry.is_discreet:
        return {"session": t("A meeting"), "decision": t("Something closes")}.get(entry.kind) or t("Something is due")
    title = _in(entry.title, language) or t("Words taken down")
    return {"decision": t("Closes: {what}", what=title), "commitment": t("Due: {what}", what=title)}.get(entry.kind, title)


def _told(entry: Dated, language: str, address: str) -> str:
    t, there = translator(language), _there(entry, language, address)
    access = _in(entry.access, language)
    if entry.is_discreet:
        return t("What it is about stands in Pleth, once you have signed in: {there}", there=there)
    lines = [t("Getting in and taking part: {access}", access=access)] if access else []
    return "\n".join([*lines, t("More about it: {there}", there=there)])


def _there(entry: Dated, language: str, address: str) -> str:
    return f"{address}/{language}{spelt(entry.path, language)}"


def _on_one_line(name: str) -> str:
    """Where the format knows no way to write a line's end."""
    return " ".join(name.split())


def _in(words: Said, language: str) -> str:
    found = in_language(words, language)
    return found[1] if found else ""
