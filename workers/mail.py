"""The actor that sends mail. It takes the id of a row of the outbox, any number of times; the row is locked while it is sent, so it is sent once.

Only a crash between the mail server's answer and our commit sends one mail twice. A failure is noted in the row, which says when to try again.
"""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import UUID

import dramatiq
import structlog
from psycopg import Connection
from psycopg_pool import ConnectionPool

from workspace.config import Settings

from .composing import Entry, Mail, compose

TRIES = 12
"""With growing delays this is about a day and a half."""

TAKE = """
select id, occasion, recipient, project, refs, clock_timestamp() from outbox
where id = %s and sent_at is null and failed_at is null for update skip locked
"""
FAILED = """
update outbox set tries = tries + 1, error = %(error)s, next_at = clock_timestamp() + least(make_interval(secs => 10 * 2 ^ tries), interval '6 hours'),
                  failed_at = case when %(is_final)s or tries + 1 >= %(most)s then clock_timestamp() end where id = %(id)s
"""

log = structlog.get_logger("mail")


class Refusal(Exception):
    """The mail server will never take it."""


class Post:
    """Sends what the outbox asks for."""

    def __init__(self, settings: Settings, pool: ConnectionPool[Any]) -> None:
        self.settings = settings
        self.pool = pool

    def deliver(self, row_id: str) -> None:
        """Send one row of the outbox, or note why not. Does nothing for a row that was sent, or that somebody else is sending."""
        with self.pool.connection() as db:
            try:
                with db.transaction():
                    row = db.execute(TAKE, (row_id,)).fetchone()
                    if row is None:
                        return
                    mail = compose(db, self.settings, Entry(*row))
                    if mail is not None:
                        self._send(db, UUID(row_id), mail)
                    db.execute("update outbox set sent_at = clock_timestamp(), error = null where id = %s", (row_id,))
                log.info("mail sent" if mail else "mail not wanted", outbox=row_id, occasion=row[1])
            except Exception as failure:  # whatever it was, the row says so and is tried again: nobody's mail is lost without a word
                self._note(db, row_id, failure)

    def _send(self, db: Connection[Any], row_id: UUID, mail: Mail) -> None:
        if self.settings.smtp_url:
            with server(self.settings.smtp_url) as smtp:
                _hand_over(smtp, mail)
        if mail.may_be_kept and (self.settings.demo or not self.settings.smtp_url):
            subject, mime = str(mail.message["Subject"]), mail.message.as_bytes()
            keep = "insert into mails (id, recipient, subject, mime, texts) values (%s, %s, %s, %s, %s) on conflict do nothing"
            db.execute(keep, (row_id, mail.to, subject, mime, mail.texts))

    def _note(self, db: Connection[Any], row_id: str, failure: Exception) -> None:
        error = type(failure).__name__
        db.execute(FAILED, {"id": row_id, "error": error, "is_final": isinstance(failure, Refusal), "most": TRIES})
        expected = isinstance(failure, (OSError, smtplib.SMTPException, Refusal))
        log.warning("mail failed", outbox=row_id, error=error, exc_info=None if expected else failure)


def actor(broker: dramatiq.Broker, post: Post) -> dramatiq.Actor[[str], None]:
    """The actor `mail`. The outbox knows when to try again, so the broker need not."""
    made: dramatiq.Actor[[str], None] = dramatiq.actor(broker=broker, actor_name="mail", max_retries=0, time_limit=120_000)(post.deliver)
    return made


@contextmanager
def server(url: str) -> Iterator[smtplib.SMTP]:
    """smtp:// (with STARTTLS where it is offered) or smtps://."""
    said = urlsplit(url)
    host, tls = said.hostname or "localhost", ssl.create_default_context()
    if said.scheme == "smtps":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(host, said.port or 465, timeout=20, context=tls)
    else:
        smtp = smtplib.SMTP(host, said.port or 25, timeout=20)
    with smtp:
        smtp.ehlo_or_helo_if_needed()
        if said.scheme != "smtps" and smtp.has_extn("starttls"):
            smtp.starttls(context=tls)
        if said.username:
            smtp.login(unquote(said.username), unquote(said.password or ""))
        yield smtp


def _hand_over(smtp: smtplib.SMTP, mail: Mail) -> None:
    try:
        smtp.send_message(mail.message, to_addrs=[mail.to])
    except smtplib.SMTPRecipientsRefused as refused:
        if all(code >= 500 for code, _ in refused.recipients.values()):
            raise Refusal from refused
        raise
