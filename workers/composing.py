"""From a row of the outbox to a mail in the person's language (both, Welsh first, while it is unknown). None where no mail is wanted or possible."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from psycopg import Connection

from projections.outbox.members import INVITED
from projections.outbox.projects import is_sensitive, project_name
from projections.people import has_gone
from workspace import accounts, memberships, sign_in, tokens, worries
from workspace.config import Settings
from workspace.languages import LANGUAGES, translator
from workspace.sign_in import SIGN_IN
from workspace.worries import WORRY

from .occasions import ABOUT_THEMSELVES, NEEDS_ME, SAYS, Facts, Quote, Said
from .occasions.discreet import discreet

LISTS = ("question", "title", "words", "answer", "reason")
TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the outbox."""

    id: UUID
    occasion: str
    recipient: UUID
    project: UUID
    refs: Mapping[str, Any]
    now: datetime


@dataclass(frozen=True, slots=True)
class Person:
    """Who gets it. `member` is None for a sign-in, which is no subscription."""

    email: str
    language: str | None
    member: UUID | None = None
    name: str = ""
    mails: str = "everything"

    def wants(self, occasion: str) -> bool:
        return self.mails == "everything" or (self.mails == "my turn" and occasion in NEEDS_ME)


@dataclass(frozen=True, slots=True)
class Mail:
    to: str
    message: EmailMessage
    texts: list[UUID]
    may_be_kept: bool = True  # a copy, where no mail can be sent, and in the demo


@dataclass(frozen=True, slots=True)
class Part:
    """One language of a mail."""

    language: str
    said: Said
    url: str
    why: str
    stop: str = ""
    stop_url: str = ""


def compose(db: Connection[Any], settings: Settings, entry: Entry) -> Mail | None:
    """The secrets that a mail carries are made here; only their hashes stay, in the transaction that notes the mail as sent."""
    person, secrets = _recipient(db, settings, entry)
    if person is None:
        return None
    facts = _facts(db, entry, person, secrets)
    hides = entry.occasion not in (SIGN_IN, WORRY) and is_sensitive(db, entry.project)
    parts = [_part(settings, entry, person, facts, language, hides=hides) for language in ([person.language] if person.language else LANGUAGES)]
    return Mail(person.email, _message(settings, entry, person, facts, parts), _texts(entry), entry.occasion != WORRY)


def _recipient(db: Connection[Any], settings: Settings, entry: Entry) -> tuple[Person | None, dict[str, Any]]:
    if entry.occasion == SIGN_IN:
        return _signing_in(db, settings, entry)
    return _lead(db, entry) if entry.occasion == WORRY else _member(db, settings, entry)


def _lead(db: Connection[Any], entry: Entry) -> tuple[Person | None, dict[str, Any]]:
    """Taken here, so that the words go in the transaction that notes the mail as sent; which language the lead reads is not known."""
    found = worries.take(db, entry.recipient)
    return (Person(found.email, None, name=found.name), {"told": [(found.language, found.words)], "reach": found.reach}) if found else (None, {})


def _signing_in(db: Connection[Any], settings: Settings, entry: Entry) -> tuple[Person | None, dict[str, str]]:
    made = sign_in.arm(db, settings.secret, entry.recipient)
    if made is None:
        return None, {}
    return Person(made.email, made.language), {"token": made.token, "digits": made.digits}


def _member(db: Connection[Any], settings: Settings, entry: Entry) -> tuple[Person | None, dict[str, str]]:
    if entry.occasion == INVITED:
        person = _invited(db, entry)
        if person is None:
            return None, {}
        secret = tokens.token()
        for sql, params in memberships.mail_place(memberships.place_hash(settings.secret, secret), entry.recipient):
            db.execute(sql.encode(), params)
        return person, {"token": secret}
    row = db.execute(
        "select a.email, a.language, m.member, m.name, m.mails from memberships m join accounts a on a.id = m.account where m.member = %s", (entry.recipient,)
    ).fetchone()
    person = Person(*row) if row else None
    if person is None or not person.wants(entry.occasion) or _is_over(entry) or _is_nothing_to(db, entry):
        return None, {}
    return person, {}


def _invited(db: Connection[Any], entry: Entry) -> Person | None:
    row = db.execute(
        "select i.email, a.language, m.name from invitations i join memberships m using (member) left join accounts a on a.email = i.email "
        "where i.member = %s and m.account is null",
        (entry.recipient,),
    ).fetchone()
    return Person(row[0], row[1], name=row[2]) if row else None


def _is_nothing_to(db: Connection[Any], entry: Entry) -> bool:
    """They were on the roll or said something, and are not here any more."""
    return entry.occasion not in ABOUT_THEMSELVES and has_gone(db, entry.recipient)


def _is_over(entry: Entry) -> bool:
    """A vote that closed before the mail could go: nobody's turn any more."""
    return "closes_at" in entry.refs and datetime.fromisoformat(str(entry.refs["closes_at"])) <= entry.now


def _facts(db: Connection[Any], entry: Entry, person: Person, secrets: dict[str, Any]) -> Facts:
    words = {what: _words(db, [UUID(text) for text in entry.refs[what]]) for what in LISTS if what in entry.refs}
    project = {} if entry.occasion == SIGN_IN else dict(_words(db, project_name(db, entry.project)))
    by = db.execute("select name from names where member = %s", (entry.refs["by"],)).fetchone() if "by" in entry.refs else None
    refs = {**entry.refs, "project": str(entry.project)}
    return Facts(refs, project, words, by=(by and by[0]) or "", name=person.name, **secrets)


def _words(db: Connection[Any], ids: list[UUID]) -> list[Quote]:
    """Those that may be shown, in the order of the ids."""
    return db.execute("select language, body from words where id = any(%s) order by array_position(%s, id)", (ids, ids)).fetchall() if ids else []


def _texts(entry: Entry) -> list[UUID]:
    return [UUID(text) for what in LISTS for text in entry.refs.get(what, [])]


def _part(settings: Settings, entry: Entry, person: Person, facts: Facts, language: str, *, hides: bool) -> Part:
    t = translator(language)
    said = SAYS[entry.occasion](t, facts)
    said = discreet(t, said) if hides else said
    url = f"{settings.address}/{language}{said.path}"
    if entry.occasion in (SIGN_IN, INVITED) or person.member is None:
        return Part(language, said, url, t("This mail was sent by Pleth, because somebody gave your address."))
    stop_url = f"{settings.address}/{language}/unsubscribe/{accounts.unsubscribe_token(settings.secret, person.member)}"
    return Part(language, said, url, t("You get this because you take part in the project."), t("No more mail about this project"), stop_url)


def _message(settings: Settings, entry: Entry, person: Person, facts: Facts, parts: list[Part]) -> EmailMessage:
    sender, address = parseaddr(settings.mail_from)
    domain = address.rpartition("@")[2]
    named = next((facts.project[part.language] for part in parts if part.language in facts.project), next(iter(facts.project.values()), ""))
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " / ".join(dict.fromkeys(part.said.subject for part in parts))
    message["From"] = Address(_one_line(named or sender or "Pleth"), addr_spec=address)
    message["To"] = person.email
    message["Date"] = format_datetime(entry.now)
    message["Message-ID"] = f"<{entry.id}@{domain}>"
    thread = entry.refs.get("decision") or entry.refs.get("idea") or entry.refs.get("proposal") or (entry.project if entry.occasion != SIGN_IN else entry.id)
    message["References"] = f"<{thread}.{person.member or entry.recipient}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    if parts[0].stop_url:
        message["List-Unsubscribe"] = f"<{parts[0].stop_url}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    context = {"parts": parts, "subject": message["Subject"]}
    message.set_content(_environment(escape=False).get_template("mail.txt").render(context).strip() + "\n")
    message.add_alternative(_environment(escape=True).get_template("mail.html").render(context), subtype="html")
    return message


def _one_line(name: str) -> str:
    return " ".join("".join(sign for sign in name if sign.isprintable() and sign not in '<>"@').split())[:80]


@cache
def _environment(*, escape: bool) -> Environment:
    env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=escape, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters["wrapped"] = lambda text: textwrap.fill(str(text), 76, break_long_words=False, break_on_hyphens=False)
    env.filters["quoted"] = lambda text: textwrap.indent(str(text), "  | ", lambda _: True)
    return env
