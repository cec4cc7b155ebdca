"""The demo alone: become anybody of the cast at one press, and read every mail that was sent. None of it exists elsewhere."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from uuid import UUID

from litestar import Request
from markupsafe import Markup, escape

from workspace import accounts, devices
from workspace.refusals import NotFound
from workspace.story import CAST

from .auth import workspace
from .forms import Form
from .rendering import Answer, page
from .routes import get, post
from .sign_in import device_of, inside, start_session

Asked = Request[Any, Any, Any]

LINK = re.compile(r"https?://[^\s<>\"]+")


@get(["/demo", "/cast"])
def cast(request: Asked) -> Answer:
    """Everybody of the story whom one can be."""
    with workspace(request).reading() as db:
        found = accounts.with_addresses(db, [somebody.email for somebody in CAST.values()])
    people = [{"account": found[one.email], "name": one.name, "who": one.who, "language": one.language} for one in CAST.values() if one.email in found]
    return page(request, "demo/cast.html", {"people": people})


@post(["/demo", "/cast"], again=cast)
def become(request: Asked, form: Form) -> Answer:
    """Go on as somebody of the story."""
    account, goes_on_to = form.uuid("account"), inside(form.carried("next"))
    form.check()
    opened = workspace(request)
    with opened.pool.connection() as db:
        if account not in accounts.with_addresses(db, [somebody.email for somebody in CAST.values()]).values():
            raise NotFound
        cookie = devices.start(db, opened.settings.secret, account, device_of(request))
    return start_session(request, cookie, goes_on_to)


@get("/mail")
def mails(request: Asked) -> Answer:
    """Every mail that was sent, newest first."""
    with workspace(request).reading() as db:
        rows = db.execute("select id, recipient, subject, sent_at from mails order by sent_at desc, id limit 200").fetchall()
    return page(request, "demo/mails.html", {"mails": [dict(zip(("id", "recipient", "subject", "sent_at"), row, strict=True)) for row in rows]})


@get("/mail/{mail:uuid}")
def mail(request: Asked, mail: UUID) -> Answer:
    """One mail."""
    with workspace(request).reading() as db:
        row = db.execute("select recipient, subject, sent_at, mime from mails where id = %s", (mail,)).fetchone()
    if row is None:
        raise NotFound
    recipient, subject, sent_at, mime = row
    message = message_from_bytes(bytes(mime), policy=policy.default)
    assert isinstance(message, EmailMessage)  # the policy makes them so
    body = message.get_body(("plain",))
    context = {"recipient": recipient, "subject": subject, "sent_at": sent_at, "sender": str(message["From"])}
    return page(request, "demo/mail.html", context | {"text": linked(flowing(body.get_content()) if body else "")})


def flowing(text: str) -> str:
    """Without the line ends that a mail has for old screens: a long line goes on in the next."""
    return re.sub(r"(?<=[^\n]{55})([^\n]*)\n(?=[^\s])", r"\1 ", text.replace("\r\n", "\n"))


def linked(text: str) -> Markup:
    """Plain text whose addresses can be pressed."""
    pieces, at = [], 0
    for found in LINK.finditer(text):
        pieces += [escape(text[at : found.start()]), Markup('<a href="{0}">{0}</a>').format(found.group())]
        at = found.end()
    return Markup("").join([*pieces, escape(text[at:])])


routes = [cast, become, mails, mail]
