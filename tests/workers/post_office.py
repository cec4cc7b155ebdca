"""A real SMTP server on this machine, with a list of what it took; it can refuse, and be away."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller

from workers.mail import Post
from workers.projector import bring_to_head
from workspace.application import Workspace
from workspace.config import Settings


class PostOffice:
    def __init__(self) -> None:
        self.taken: list[tuple[str, EmailMessage]] = []
        self.answer = "250 taken"
        self.url = ""

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 (aiosmtpd's name)
        if self.answer.startswith("250"):
            message = message_from_bytes(envelope.content, policy=policy.default)
            assert isinstance(message, EmailMessage)
            self.taken.extend((to, message) for to in envelope.rcpt_tos)
        return self.answer

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        if address.startswith("nobody"):
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    def to(self, address: str) -> list[EmailMessage]:
        return [message for to, message in self.taken if to == address]


@contextmanager
def post_office() -> Iterator[PostOffice]:
    office = PostOffice()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]  # aiosmtpd tries the port that it was given, so it must be a real one
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        office.url = f"smtp://127.0.0.1:{port}"
        yield office
    finally:
        controller.stop()


def deliver(workspace: Workspace, office: PostOffice | None, settings: Settings | None = None) -> None:
    """Project, and send all that is waiting."""
    bring_to_head(workspace)
    post = Post(settings or replace(workspace.settings, smtp_url=office.url if office else None), workspace.pool)
    with workspace.reading() as db:
        waiting = [row[0] for row in db.execute("select id from outbox where sent_at is null and failed_at is null order by created_at, id").fetchall()]
    for row in waiting:
        post.deliver(str(row))


def plain(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def hypertext(message: EmailMessage) -> str:
    body = message.get_body(("html",))
    assert body is not None
    return str(body.get_content())
