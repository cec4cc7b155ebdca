"""Somebody's way through the pages, one language at a time and without JavaScript; and the steps that every whole journey takes."""

import re
from collections.abc import Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import unescape
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from httpx import Response

from tests.reference import reference
from tests.workers.post_office import plain
from web.languages import to
from workers import rebuilding
from workers.mail import Post
from workspace import sign_in
from workspace.__main__ import main
from workspace.languages import translator

from .browsing import Reader

BOTH_AGREED = {"cy": "Cytunodd y ddau grŵp", "en": "Both groups agreed"}


class Journey:
    """Everybody reads in one language, presses what is on the page, and goes where a link leads."""

    def __init__(self, reader: Reader, language: str) -> None:
        self.reader, self.language, self.t = reader, language, translator(language)
        self.people: dict[str, UUID] = {}
        self.project: UUID | None = None

    def as_(self, name: str) -> "Journey":
        """Somebody with an account at name@example.cymru."""
        with self.reader.workspace.pool.connection() as db:
            account = self.people.setdefault(name, sign_in.account_at(db, f"{name.lower()}@example.cymru", self.language))
        self.reader.client.cookies.clear()
        self.reader.sign_in(account)
        return self

    def nobody(self) -> "Journey":
        self.reader.client.cookies.clear()
        return self

    def here(self, path: str = "") -> str:
        return to(f"/projects/{self.project}{path}", self.language)

    @property
    def where(self) -> str:
        """The path of the page that is read."""
        assert self.reader.page is not None
        return urlsplit(str(self.reader.page.url)).path

    def open(self, address: str) -> str:
        """The page; it has to be there."""
        page = self.reader.open(address)
        assert page.status_code == 200, f"{address}: {page.status_code}"
        assert f'<html lang="{self.language}"' in page.text
        return unescape(page.text)

    def follow(self, address: str) -> str:
        """As `open`, by a link that the page before has."""
        assert self.reader.page is not None
        assert f'href="{address}"' in unescape(self.reader.page.text), f"no link to {address} on {self.reader.page.url}"
        return self.open(address)

    def press(self, address: str, **values: Any) -> str:
        page: Response = self.reader.press(address, **values)
        assert page.status_code == 200, f"{address}: {page.status_code} {re.findall(r'wrong.{200}', page.text)[:3]}"
        return unescape(page.text)

    def says(self, text: str, *messages: str, **values: Any) -> None:
        for message in messages:
            assert self.t(message, **values) in text, self.t(message, **values)

    def take_place(self, path: str, name: str) -> None:
        """Behind a link, whoever is signed in."""
        address = to(path, self.language)
        self.open(address)
        arrived = self.press(address, name=name)
        assert name in arrived or self.open(self.here("/members")).count(name)


def bring_in(journey: Journey, conversation: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """A published conversation, by the command line; the answer is the facilitator's link."""
    settings = journey.reader.workspace.settings
    monkeypatch.setenv("PLETH_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("PLETH_SECRET", settings.secret.decode())
    assert main(["import", "polis", str(reference(f"polis/{conversation}")), "--data", str(settings.data), "--yes"]) == 0
    told = capsys.readouterr().out
    found = re.search(r"/projects/([0-9a-f-]{36})\s", told)
    assert found
    journey.project = UUID(found[1])
    return path_of(told, r"https?://\S+/join/\S+")


def claim_two_places(journey: Journey) -> None:
    """Two people of the conversation come: the facilitator prints a code for each, they type it."""
    for number, name in ((1, "Eira"), (2, "Tomos")):
        people = journey.as_("Mair").open(journey.here("/members"))
        found = re.search(rf'href="([^"]+)">(?:(?!</a>).)*<b>Polis {number}</b>', people)
        assert found, "nobody to be found on the list of people"
        journey.follow(found[1])
        offered = journey.press(f"{found[1]}/{journey.here('/places').rpartition('/')[2]}", way="code")
        code = re.search(r'class="code">([A-Z0-9]{5}-[A-Z0-9]{5})<', offered)
        assert code
        typed = code[1].lower().replace("-", " ")
        journey.as_(name).open(to("/join", journey.language))
        arrived = journey.open(f"{to('/join', journey.language)}?code={typed}")
        action = re.search(r'action="([^"]+)"[^>]*class="card add', arrived) or re.search(r'action="([^"]*(?:join|ymuno)/[^"]+)"', arrived)
        assert action
        journey.press(action[1], name=name)
        assert name in journey.open(journey.here("/members"))
        again = journey.reader.open(f"{to('/join', journey.language)}?code={typed}")
        assert again.status_code == 410


def invite_both_sides(journey: Journey) -> None:
    """A resident and an officer by link, another officer by mail."""
    for name, side in (("Beti", "citizen"), ("Rhys", "professional")):
        journey.as_("Mair").open(journey.here("/members"))
        journey.follow(journey.here("/invitations"))
        offered = journey.press(journey.here("/invitations"), side=side, way="link", name=name)
        journey.as_(name).take_place(path_of(offered, r"http://testserver\.local/join/[^\"]+"), name)
    journey.as_("Mair").open(journey.here("/invitations"))
    journey.press(journey.here("/invitations"), side="professional", way="mail", email="amina@example.cymru", name="Amina")
    journey.as_("Amina").take_place(mailed(journey, "amina@example.cymru"), "Amina")
    balance = journey.reader.open(journey.here("/members.json")).json()["balance"]
    assert balance == {"citizen": 3, "professional": 2, "none": 1}


def mailed(journey: Journey, address: str) -> str:
    """The link in the mail that came to this address."""
    opened = journey.reader.workspace
    post = Post(opened.settings, opened.pool)
    journey.open(journey.here("/history"))  # by then the read models have it, the outbox among them
    rebuilding.bring_to_head(opened)
    with opened.reading() as db:
        for (row,) in db.execute("select id from outbox where sent_at is null").fetchall():
            post.deliver(str(row))
        found = db.execute("select mime from mails where recipient = %s", (address,)).fetchall()
    assert found, "no mail came"
    message = message_from_bytes(bytes(found[-1][0]), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return path_of(plain(message), r"http://testserver\.local/(?:cy/ymuno|en/join)/[\w-]+")


def adopt_a_charter(journey: Journey) -> None:
    journey.as_("Mair").open(journey.here("/charter"))
    journey.follow(journey.here("/charter/templates"))
    journey.follow(journey.here("/charter/edit?template=kitchen%20table"))
    finished = {"who_cy": "Pobl ifanc a chynghorwyr.", "who_en": "Young people and councillors."}
    kept = journey.press(journey.here("/charter"), aim_cy="Pobl ifanc yn craffu.", aim_en="Young people scrutinise.", **finished)
    assert {"cy": "Pobl ifanc yn craffu.", "en": "Young people scrutinise."}[journey.language] in kept
    journey.open(journey.here("/charter"))
    adoption = put_to_the_vote(journey, journey.here("/decisions/new?charter=1"))
    votes(journey, adoption, dict.fromkeys(("Eira", "Tomos", "Beti", "Rhys", "Amina"), "yes"))
    close(journey, adoption)
    journey.says(journey.nobody().open(journey.here("/charter")), "In force")


def put_to_the_vote(journey: Journey, new: str, **words: str) -> str:
    """Write it, see it as everybody will, open it."""
    journey.follow(new)
    journey.says(journey.press(journey.here("/decisions/new"), **words), "As everybody will see it")
    journey.press(journey.here("/decisions"))
    return journey.where


def votes(journey: Journey, decision: str, choices: Mapping[str, str]) -> None:
    address = decision + "/" + to("/votes", journey.language)[4:]
    for name, choice in choices.items():
        journey.as_(name).open(decision)
        shown = journey.press(address, choice=choice, reason=f"Achos {name}")
        assert f"Achos {name}" in shown
        assert set(re.findall(r"Achos (\w+)", shown)) == {name}, "while it is open nobody reads the reasons of others"


def close(journey: Journey, decision: str) -> None:
    journey.as_("Mair").open(decision)
    shown = journey.press(decision + "/" + to("/closure", journey.language)[4:], closing="Pawb wedi pleidleisio")
    assert BOTH_AGREED[journey.language] in shown


def path_of(text: str, pattern: str) -> str:
    """The neutral path of the first address like this."""
    found = re.search(pattern, text)
    assert found, pattern
    return "/join/" + found[0].rpartition("/")[2]
