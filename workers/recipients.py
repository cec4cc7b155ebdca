"""Who a row of the outbox is for, and whether they want it and can still do something about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from psycopg import Connection

from projections.home import waits_no_more
from projections.outbox.given import WHAT_YOU_GAVE
from projections.outbox.members import INVITED
from projections.outbox.news import NEW_HERE
from projections.outbox.projects import is_sensitive
from projections.people import has_gone
from workspace import memberships, sign_in, tokens, worries
from workspace.config import Settings
from workspace.sign_in import SIGN_IN
from workspace.worries import WORRY

from .occasions import ABOUT_THEMSELVES, NEEDS_ME, TURNS


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the outbox."""

    id: UUID
    occasion: str
    recipient: UUID
    project: UUID
    refs: Mapping[str, Any]
    position: int | None
    due_at: datetime | None
    now: datetime

    @property
    def letter(self) -> UUID:
        """The same when it is tried again, another one when it was put off and is told anew."""
        return uuid5(self.id, self.due_at.isoformat()) if self.due_at else self.id


@dataclass(frozen=True, slots=True)
class Person:
    """Who gets it. `account` and `member` are None where it is no subscription."""

    email: str
    language: str | None
    account: UUID | None = None
    member: UUID | None = None
    name: str = ""
    mails: str = "everything"

    def wants(self, occasion: str) -> bool:
        if occasion == NEW_HERE:
            return self.mails == "weekly"
        return self.mails in ("everything", "weekly") or (self.mails == "my turn" and occasion in NEEDS_ME)


def reached(db: Connection[Any], settings: Settings, entry: Entry) -> tuple[Person | None, dict[str, Any]]:
    """The person, and what their mail alone may carry. Secrets are made here; only their hashes stay, in the transaction that notes it as sent."""
    if entry.occasion == SIGN_IN:
        return _signing_in(db, settings, entry)
    if entry.occasion == INVITED:
        return _invited(db, settings, entry)
    if entry.occasion == WHAT_YOU_GAVE:
        return _member(db, entry) or _guest(db, entry), {}
    return _lead(db, entry) if entry.occasion == WORRY else (_member(db, entry), {})


def _lead(db: Connection[Any], entry: Entry) -> tuple[Person | None, dict[str, Any]]:
    """Taken here, so that the words go in the transaction that notes the mail as sent; which language the lead reads is not known."""
    found = worries.take(db, entry.recipient)
    return (Person(found.email, None, name=found.name), {"told": [(found.language, found.words)], "reach": found.reach}) if found else (None, {})


def _signing_in(db: Connection[Any], settings: Settings, entry: Entry) -> tuple[Person | None, dict[str, Any]]:
    made = sign_in.arm(db, settings.secret, entry.recipient)
    return (Person(made.email, made.language), {"token": made.token, "digits": made.digits}) if made else (None, {})


def _invited(db: Connection[Any], settings: Settings, entry: Entry) -> tuple[Person | None, dict[str, Any]]:
    row = db.execute(
        "select i.email, coalesce(a.language, g.language), coalesce(n.name, '') from invitations i join memberships m using (member) "
        "join names n using (member) left join accounts a on a.email = i.email left join guests g using (member) "
        "where i.member = %s and m.account is null",
        (entry.recipient,),
    ).fetchone()
    if row is None:
        return None, {}
    secret = tokens.token()
    by = UUID(str(entry.refs["by"])) if "by" in entry.refs else None
    for sql, params in memberships.mail_place(memberships.place_hash(settings.secret, secret), entry.recipient, by):
        db.execute(sql.encode(), params)
    return Person(row[0], row[1], name=row[2]), {"token": secret}


def _guest(db: Connection[Any], entry: Entry) -> Person | None:
    """Who came without an account and left an address, in the language in which they came. In a sensitive project they get the link to their place alone:
    that they came is told in no mail."""
    asked = (
        "select i.email, g.language, coalesce(n.name, '') from invitations i join memberships m using (member) join names n using (member) "
        "left join guests g using (member) where i.member = %s and m.account is null"
    )
    row = None if is_sensitive(db, entry.project) else db.execute(asked, (entry.recipient,)).fetchone()
    return Person(row[0], row[1], name=row[2]) if row else None


def _member(db: Connection[Any], entry: Entry) -> Person | None:
    row = db.execute(
        "select a.email, a.language, a.id, m.member, m.name, m.mails from memberships m join accounts a on a.id = m.account where m.member = %s",
        (entry.recipient,),
    ).fetchone()
    person = Person(*row) if row else None
    return person if person and person.wants(entry.occasion) and not _is_over(db, entry) and not _is_nothing_to(db, entry) else None


def _is_nothing_to(db: Connection[Any], entry: Entry) -> bool:
    """They were on the roll or said something, and are not here any more."""
    return entry.occasion not in ABOUT_THEMSELVES and has_gone(db, entry.recipient)


def _is_over(db: Connection[Any], entry: Entry) -> bool:
    """A vote that closed before the mail could go, or something that they have done by now: nobody's turn any more."""
    if "closes_at" in entry.refs and datetime.fromisoformat(str(entry.refs["closes_at"])) <= entry.now:
        return True
    kind, subject = TURNS.get(entry.occasion, ("", ""))
    return bool(kind) and waits_no_more(db, kind, UUID(str(entry.refs[subject])), entry.recipient, entry.position or 0)
