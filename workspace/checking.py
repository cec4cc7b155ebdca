"""What is in order and what is missing, for whoever looks after this server."""

import smtplib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from psycopg import Connection, connect

from .config import Settings
from .languages import Translator
from .migrating import OLDEST, unapplied

Reach = Callable[[str], AbstractContextManager[object]]

LATE = 300  # seconds that a mail may wait before something is wrong


@dataclass(frozen=True, slots=True)
class Finding:
    """`state`: fine, missing (works, but look at it) or wrong (must be mended)."""

    name: str
    state: str
    says: str


def check(settings: Settings, say: Translator, reach: Reach, running: str = "") -> list[Finding]:
    """Look at everything; nothing is changed. `reach` opens the mail server; `running`: where the server on this folder answers."""
    with connect(settings.database_url, autocommit=True) as db:
        found = [_database(db, say), _migrations(settings, say)]
        if found[-1].state == "fine":
            found += [_read_models(db, say), _outbox(db, say)]
    return [*found, _mail(settings, say, reach), _address(settings, say, running)]


def _database(db: Connection[Any], say: Translator) -> Finding:
    version = db.info.server_version // 10000
    if version < OLDEST:
        return Finding("database", "wrong", say("This is PostgreSQL {version}; {oldest} or newer is needed.", version=version, oldest=OLDEST))
    return Finding("database", "fine", say("PostgreSQL {version} answers.", version=version))


def _migrations(settings: Settings, say: Translator) -> Finding:
    missing = unapplied(settings.database_url)
    if missing:
        return Finding("migrations", "wrong", say("The database is older than this release: run `migrate`. Missing: {names}", names=", ".join(missing)))
    return Finding("migrations", "fine", say("The database is as this release wants it."))


def _read_models(db: Connection[Any], say: Translator) -> Finding:
    rows = db.execute("select name, error_position, error from read_models where state = 'parked' order by name").fetchall()
    if rows:
        names = "; ".join(f"{name} ({position}: {error})" for name, position, error in rows)
        return Finding("read models", "wrong", say("These read models stopped at an event and are tried again: {names}", names=names))
    behind = db.execute("select coalesce((select max(notification_id) from stored_events), 0) - coalesce(min(position), 0) from read_models").fetchone()
    events = max(0, behind[0]) if behind else 0
    return Finding("read models", "fine", say.n("{count} event is waiting to be read.", "{count} events are waiting to be read.", events))


def _outbox(db: Connection[Any], say: Translator) -> Finding:
    late = "select count(*) from outbox_late where since < clock_timestamp() - make_interval(secs => %s)"
    row = db.execute(late, [LATE]).fetchone()
    count = row[0] if row else 0
    if count:
        return Finding(
            "outbox", "wrong", say.n("{count} mail has been waiting for over five minutes.", "{count} mails have been waiting for over five minutes.", count)
        )
    return Finding("outbox", "fine", say("No mail is late."))


def _mail(settings: Settings, say: Translator, reach: Reach) -> Finding:
    if settings.smtp_url:
        try:
            with reach(settings.smtp_url):
                pass
        except (OSError, smtplib.SMTPException) as refused:
            return Finding("mail", "wrong", say("The mail server does not let us in: {reason}", reason=str(refused)))
        return Finding("mail", "fine", say("Mail is sent as {sender}.", sender=settings.mail_from))
    return Finding("mail", "missing", say("No mail can be sent: it is kept in the database instead. Set PLETH_SMTP_URL and PLETH_MAIL_FROM."))


def _address(settings: Settings, say: Translator, running: str) -> Finding:
    if settings.url:
        return Finding("address", "fine", say("People reach this server at {url}.", url=settings.url))
    return Finding("address", "missing", say("Links in mails point to {url}. Set PLETH_URL to the address that people use.", url=running or settings.address))
