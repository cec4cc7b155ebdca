"""The actor that sends mail. It takes the id of a row of the outbox, any number of times, and sends what is due to the same person with it, as one mail.
Rows are locked meanwhile, and one mail at a time is made for each person, so each row is sent once.

Only a crash between the mail server's answer and our commit sends one mail twice. A failure is noted in the rows, which say when to try again; what cannot
be told together is then tried apart, so that one fact that fails keeps no others back.
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

from projections.registry import every
from workspace.config import Settings
from workspace.sign_in import SIGN_IN

from .composing import Mail, compose
from .recipients import Entry
from .timing import TOGETHER

TRIES = 12
"""With growing delays this is about a day and a half."""

LEAD = """
select o.is_alone, m.account from outbox o left join memberships m on m.member = o.recipient
where o.id = %s and o.sent_at is null and o.failed_at is null
  and (o.occasion = %s or (select array_agg(name || '_v' || version) from read_models where ready_at is not null) @> %s)
"""
"""While a read model is being made, it would look as if there were nothing to tell: only signing in, which asks none of them, does not wait."""
TAKE = """
select id, occasion, recipient, project, refs, position, due_at, clock_timestamp() from outbox
where sent_at is null and failed_at is null and (id = %(lead)s or (not %(is_alone)s and not is_alone
  and recipient in (select member from memberships where account = %(account)s) and due_at <= clock_timestamp() + %(together)s))
order by created_at, id limit 50 for update skip locked
"""
FAILED = """
update outbox set tries = tries + 1, error = %(error)s, next_at = clock_timestamp() + least(make_interval(secs => 10 * 2 ^ tries), interval '6 hours'),
                  is_alone = is_alone or %(is_alone)s,
                  failed_at = case when %(is_final)s or tries + 1 >= %(most)s then clock_timestamp() end where id = any(%(rows)s)
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
        """Send what goes with one row of the outbox, or note why not. Does nothing for what was sent, or what somebody else is sending."""
        rows: list[Entry] = []
        with self.pool.connection() as db:
            try:
                with db.transaction():
                    rows = _take(db, UUID(row_id))
                    if not rows:
                        return
                    mail = compose(db, self.settings, rows)
                    if mail is not None:
                        self._send(db, mail)
                    db.execute("update outbox set sent_at = clock_timestamp(), error = null where id = any(%s)", ([row.id for row in rows],))
                log.info("mail sent" if mail else "mail not wanted", outbox=row_id, occasions=[row.occasion for row in rows])
            except Exception as failure:  # whatever it was, the rows say so and are tried again: nobody's mail is lost without a word
                self._note(db, [row.id for row in rows] or [UUID(row_id)], failure)

    def _send(self, db: Connection[Any], mail: Mail) -> None:
        if self.settings.smtp_url:
            with server(self.settings.smtp_url) as smtp:
                _hand_over(smtp, mail)
        if mail.may_be_kept and (self.settings.demo or not self.settings.smtp_url):
            subject, mime = str(mail.message["Subject"]), mail.message.as_bytes()
            keep = "insert into mails (id, recipient, subject, mime, texts) values (%s, %s, %s, %s, %s) on conflict do nothing"
            db.execute(keep, (mail.id, mail.to, subject, mime, mail.texts))

    def _note(self, db: Connection[Any], rows: list[UUID], failure: Exception) -> None:
        error, is_expected = type(failure).__name__, isinstance(failure, (OSError, smtplib.SMTPException, Refusal))
        noted = {"rows": rows, "error": error, "is_final": isinstance(failure, Refusal), "is_alone": not is_expected, "most": TRIES}
        db.execute(FAILED, noted)
        log.warning("mail failed", outbox=str(rows[0]), error=error, exc_info=None if is_expected else failure)


def _take(db: Connection[Any], lead: UUID) -> list[Entry]:
    """The rows of one mail, locked until it is sent. None while another mail is made for the same person: that one takes it along, or the relay comes again.
    Nothing is locked before it is known that no other is made, or the other would have to do without it."""
    found = db.execute(LEAD, (lead, SIGN_IN, [model.home for model in every()])).fetchone()
    if found is None:
        return []
    is_alone, account = found
    if account and db.execute("select pg_try_advisory_xact_lock(hashtextextended(%s, 0))", (f"mail {account}",)).fetchone() != (True,):
        return []
    return [Entry(*row) for row in db.execute(TAKE, {"lead": lead, "is_alone": is_alone, "account": account, "together": TOGETHER}).fetchall()]


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
