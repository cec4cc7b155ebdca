"""From what is to be said to a message: sections and items in each language, the text part by hand, headers that mail programs understand."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from functools import cache
from pathlib import Path
from uuid import UUID

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .occasions import Said

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is told. `answers`: what can be pressed instead of the button, and where it leads."""

    said: Said
    url: str
    answers: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One language of a mail. `heading` is empty where there is one item, which has its own; `stop_url` where the mail is no subscription."""

    language: str
    subject: str
    heading: str
    sections: Sequence[tuple[str, Sequence[Item]]]
    why: str
    links: Sequence[tuple[str, str]] = ()
    stop_url: str = ""


@dataclass(frozen=True, slots=True)
class Envelope:
    """What stands on the outside. `sender`: by each language, empty where several projects or none may be named; `thread`: what it continues."""

    id: UUID
    to: str
    sender: dict[str, str]
    thread: str
    at: datetime


def message(mail_from: str, envelope: Envelope, parts: Sequence[Part], entries: Sequence[tuple[str, str]] = ()) -> EmailMessage:
    """`entries`: for the reader's calendar, each with its method (RFC 6047)."""
    usual, address = parseaddr(mail_from)
    domain = address.rpartition("@")[2]
    named = next((envelope.sender[part.language] for part in parts if part.language in envelope.sender), next(iter(envelope.sender.values()), ""))
    made = EmailMessage(policy=SMTP)
    made["Subject"] = " / ".join(dict.fromkeys(part.subject for part in parts))
    made["From"] = Address(one_line(named or usual or "Pleth"), addr_spec=address)
    made["To"] = envelope.to
    made["Date"] = format_datetime(envelope.at)
    made["Message-ID"] = f"<{envelope.id}@{domain}>"
    if envelope.thread:
        made["References"] = f"<{envelope.thread}@{domain}>"
    made["Auto-Submitted"] = "auto-generated"
    if parts[0].stop_url:
        made["List-Unsubscribe"] = f"<{parts[0].stop_url}>"
        made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    context = {"parts": parts, "subject": made["Subject"]}
    made.set_content(_environment(escape=False).get_template("mail.txt").render(context).strip() + "\n")
    made.add_alternative(_environment(escape=True).get_template("mail.html").render(context), subtype="html")
    for number, (method, entry) in enumerate(entries, 1):
        made.add_attachment(entry, subtype="calendar", filename=f"pleth-{number}.ics", params={"method": method})
    return made


def one_line(name: str) -> str:
    return " ".join("".join(sign for sign in name if sign.isprintable() and sign not in '<>"@').split())[:80]


@cache
def _environment(*, escape: bool) -> Environment:
    env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=escape, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters["wrapped"] = lambda text: textwrap.fill(str(text), 76, break_long_words=False, break_on_hyphens=False)
    env.filters["quoted"] = lambda text: textwrap.indent(str(text), "  | ", lambda _: True)
    return env
