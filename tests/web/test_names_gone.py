"""People who were only ever written about: what they are called, and what was written down for them, is nowhere once it was taken down or erased."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from uuid import UUID, uuid4

import pytest
from psycopg import sql

from tests.browser.houses import has_caught_up
from workers.mail import Post
from workspace import challenges, ideas, matters, members, proposals, requests, slips, voices, words
from workspace.matters import Said, Visitor
from workspace.requests import Asking
from workspace.voices import Voice
from workspace.words import Place

from .addresses import HTML, JSON, READ, P, as_, filled, send
from .browsing import Reader
from .neighbours import Full

MANY = 20
TABLES = ("/ideas", "/members", "/history", "/commitments", "/decisions", "/proposals")
FORMS = (("", JSON), ("", HTML), (".csv", HTML))


@dataclass
class Planted:
    """Each name and each word has a mark of its own, that is nowhere else."""

    one: Full
    names: dict[UUID, str] = field(default_factory=dict)
    slips: list[UUID] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.group, self.workspace = self.one.gathering, self.one.gathering.workspace
        for number in range(3):
            self._written_about(number)
        self._visitors()
        self._invited()
        self._asking()
        with self.workspace.reading() as db:
            found = db.execute("select id, body, owner from texts where owner = any(%s)", (list(self.names),)).fetchall()
        self.texts = {text: body for text, body, _ in found}

    @property
    def marks(self) -> list[str]:
        return [*self.names.values(), *self.texts.values()]

    def _name(self, member: UUID, name: str) -> UUID:
        self.names[member] = name
        return member

    def _written_about(self, number: int) -> None:
        """Somebody is put on the record, and what they said in a few places."""
        workspace, act, name = self.workspace, self.group.act, f"Zwqxenw{number}"
        place = voices.record(workspace, act("Mair", command=uuid4()), name, ("citizen", "professional")[number % 2])
        voice = Voice(self._name(place.id, name), "said so", ("phone", "paper", "visit")[number], True)

        def by() -> Any:
            return voices.speaking(workspace, act("Mair"), voice)

        said = f"Zwqxgair{number}"
        idea = ideas.post(workspace, by(), f"{said}idea").id
        ideas.reply(workspace, by(), self.one.idea, f"{said}reply")
        matter = matters.say(workspace, by(), Said(f"{said}matter", True)).id
        matters.put_under(workspace, act("Mair"), matter)
        challenges.raise_(workspace, by(), f"{said}challenge", is_public=True)
        proposals.comment(workspace, by(), self.one.proposal, 1, "en", 1, f"{said}comment")
        self.slips += [slips.slip_id(idea), slips.slip_id(matter)]

    def _visitors(self) -> None:
        """One is quoted under their name; the other waits to be read."""
        for number, is_read in enumerate((True, False)):
            name = f"Zwqxymwelydd{number}"
            visitor = Visitor(name, "citizen", f"network {number}", "cy", uuid4())
            matter = matters.say_as_visitor(self.workspace, self.group.project, visitor, Said(f"Zwqxgairymwelydd{number}", True)).id
            self._name(matters.load(self.workspace, self.group.act("Mair"), matter).author, name)
            self.slips.append(slips.slip_id(matter))
            if is_read:
                matters.put_under(self.workspace, self.group.act("Mair"), matter)

    def _invited(self) -> None:
        for number, email in enumerate(("", "somebody@pleth.example")):
            name = f"Zwqxgwahoddiad{number}"
            self._name(members.invite(self.workspace, self.group.act("Mair"), side="citizen", name=name, email=email).receipt.id, name)

    def _asking(self) -> None:
        asking = Asking("Zwqxgofyn", "citizen", "Zwqxgairgofyn")
        asked = requests.ask(self.workspace, self.group.accounts["Nia"], self.group.project, asking, command=uuid4(), language="cy")
        self._name(asked.id, "Zwqxgofyn")

    def addresses(self) -> Iterator[str]:
        parts = self.one.parts()
        yield from ("/", "/projects", *(filled(path, parts) for path in READ if path.startswith(P)))
        base = f"/projects/{self.group.project}"
        for member in self.names:
            yield from (f"{base}/members/{member}", f"{base}/words/{member}?kind=name&subject={member}", f"{base}/history?member={member}")
        yield f"{base}/requests/{member}"
        for slip in self.slips:
            yield from (f"{base}/slips/{slip}", f"/slip/{slips.code_of(self.workspace, slip)}")
        for mark in (*self.names.values(), *list(self.texts.values())[:3]):
            yield from (f"{base}/ideas?find={mark}", f"{base}/history?find={mark}")
        yield from (f"{base}/words/{text}" for text in list(self.texts)[:3])

    def take_down(self) -> None:
        for member in self.names:
            words.hide(self.workspace, self.group.act("Mair"), member, Place("name", member), "Enw rhywun")
        for text in self.texts:
            words.hide(self.workspace, self.group.act("Mair"), text, Place("idea", self.one.idea), "Enw rhywun")

    def erase(self) -> None:
        for each in (*self.names, *self.texts):
            words.erase(self.workspace, self.group.act("Mair"), each, "names somebody")


@pytest.fixture
def planted(open_one: Full) -> Planted:
    return Planted(open_one)


def shown(reader: Reader, planted: Planted, role: str, addresses: Iterable[str], *, forms: Sequence[tuple[str, dict[str, str]]]) -> dict[str, set[str]]:
    """Which marks are on which page, in these forms: not those that whoever looks put into the address."""
    found: dict[str, set[str]] = {}
    as_(reader, role)
    for address in addresses:
        path, _, query = address.partition("?")
        for suffix, headers in forms:
            if not suffix or path.endswith(TABLES):
                answer = send(reader, "GET", f"{path}{suffix}?{query}" if query else path, headers, suffix="" if query else suffix)
                assert answer.status_code < 500, address
                found.setdefault(address, set()).update(mark for mark in planted.marks if mark in answer.text and mark not in query)
    return {address: marks for address, marks in found.items() if marks}


def deliver(planted: Planted, *, most: int | None = None) -> None:
    """What is to leave is sent; there is no mail server, so a copy is kept."""
    has_caught_up(planted.workspace)
    with planted.workspace.reading() as db:
        rows = db.execute("select id from outbox where sent_at is null and failed_at is null order by created_at, id").fetchall()
    post = Post(planted.workspace.settings, planted.workspace.pool)
    for (id,) in rows[:most]:
        post.deliver(str(id))


def mails(planted: Planted) -> str:
    with planted.workspace.reading() as db:
        kept = [message_from_bytes(mime, policy=policy.default) for (mime,) in db.execute("select mime from mails")]
    found = [str(mail) for mail in kept]
    for mail in kept:
        assert isinstance(mail, EmailMessage)
        found += [part.get_content() for part in mail.walk() if part.get_content_maintype() == "text"]
    return "\n".join(found)


def tables(planted: Planted) -> dict[str, str]:
    """Every row of every table there is, and of every read model."""
    named = "select schemaname, tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"
    with planted.workspace.reading() as db:
        found = {}
        for schema, table in db.execute(named.encode()).fetchall():
            rows = db.execute(sql.SQL("select t::text from {} t").format(sql.Identifier(schema, table))).fetchall()
            found[f"{schema}.{table}"] = "\n".join(row for (row,) in rows)
    return found


def holds(mark: str, rows: str) -> bool:
    return mark in rows or mark.encode().hex() in rows


def test_who_was_only_written_about_is_nowhere_once_their_names_and_words_are_down(reader: Reader, planted: Planted) -> None:
    assert len(planted.names) + len(planted.texts) > MANY
    deliver(planted, most=6)
    before = shown(reader, planted, "facilitator", planted.addresses(), forms=FORMS[:1])
    assert set().union(*before.values()) == set(planted.marks), "each can be seen, or looking for it proves nothing"
    planted.take_down()
    for role, forms in {"facilitator": FORMS, "nobody": FORMS[:1]}.items():
        assert shown(reader, planted, role, before, forms=forms) == {}
    assert ": None" not in as_(reader, "facilitator").open(f"/en/projects/{planted.group.project}/slips").text
    deliver(planted)
    kept = mails(planted)
    assert [mark for mark in planted.marks if mark in kept] == []


def test_once_erased_they_are_in_no_row_of_any_table_and_in_no_mail(reader: Reader, planted: Planted) -> None:
    deliver(planted)
    kept = mails(planted)
    assert [mark for mark in planted.names.values() if mark in kept], "some were told by mail"
    planted.take_down()
    planted.erase()
    deliver(planted)
    kept = mails(planted)
    assert [mark for mark in planted.marks if mark in kept] == []
    assert [(table, mark) for table, rows in tables(planted).items() for mark in planted.marks if holds(mark, rows)] == []
