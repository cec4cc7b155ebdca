"""Many people who are signed in, in one project with a full board, and questions for all of them to vote on; and what their browsers send."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from hmac import digest
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from aggregates.base import SIDES, Act
from aggregates.decision import Decision
from aggregates.idea import Idea
from aggregates.member import Member
from aggregates.project import Project
from aggregates.proposal import Proposal
from tests.bench.ground import RULE
from workspace import devices, memberships, sign_in
from workspace.application import Words, Workspace
from workspace.texts import write

AT_ONCE, PARAGRAPHS, COMMENTS = 100, 5, 50
PARAGRAPH = "Part {place} of proposal {n}. We propose to improve the shared square with benches and trees, and to keep the bus stop where it is."
COMMENT = "Comment {m}: I agree with the intent but would change the timing. I agree with the intent but would change the timing."
IDEA = "Idea number {n} about the shared square: benches and trees, a bus that comes when it says, and somewhere dry to wait for it."


class Crowd:
    """Its people are numbers from 0 on, of whom 0 facilitates."""

    def __init__(self, workspace: Workspace, people: int, ideas: int = 0, proposals: int = 0) -> None:
        self.workspace, self.project, self.now = workspace, uuid4(), workspace.now()
        self.members = [uuid4() for _ in range(people)]
        self.words: list[Words] = []
        self.cookies = self._gather()
        for group in _in_groups(range(ideas)):
            self._commit([self._idea(n) for n in group])
        self.proposals = [self._commit([self._proposal(n)]) for n in range(proposals)]

    def act(self, n: int) -> Act:
        return Act(self.project, self.members[n % len(self.members)], SIDES[n % 2], "web", uuid4(), self.now, self.now, language="en")

    def open(self) -> UUID:
        """A question on whose roll everybody is. It was asked an hour ago: nobody is written to about old news."""
        roll = {member.hex: SIDES[n % 2] for n, member in enumerate(self.members)}
        words: dict[str, Any] = {"question": self._said("Shall we?"), "meanings": {"yes": self._said("We do"), "no": []}, "otherwise": self._said("As before")}
        about: dict[str, Any] = {"charter": 1, "exception": self._said("Everybody here asked for English")[0]}
        closes_at, position = self.now + timedelta(days=7), self.workspace.head()
        by = replace(self.act(0), happened_at=self.now - timedelta(hours=1))
        decision = Decision.open(by, **words, rule=RULE, roll=roll, roll_position=position, closes_at=closes_at, **about)
        return self._commit([decision])

    def requests(self, what: str, count: int, host: str) -> list[bytes]:
        """Everybody one: the board, one of the proposals, or a first vote in a decision that is opened for it."""
        if what == "list":
            return [self._reading(n, "ideas", host) for n in range(count)]
        if what == "detail":
            return [self._reading(n, f"proposals/{self.proposals[n % len(self.proposals)]}", host) for n in range(count)]
        decision = self.open()
        return [self.vote(n, decision, host, ("yes", "yes", "no")[n % 3]) for n in range(count)]

    def _reading(self, n: int, path: str, host: str) -> bytes:
        """A page of the project, as a browser asks for it."""
        head = [f"GET /en/projects/{self.project}/{path} HTTP/1.1", *self._headers(n, host), "accept-encoding: gzip"]
        return "\r\n".join([*head, "", ""]).encode()

    def vote(self, n: int, decision: UUID, host: str, choice: str, *, saw: int = 0, command: UUID | None = None) -> bytes:
        """The ballot, as a browser sends the form of the page."""
        return self.form(n, f"decisions/{decision}/votes", host, saw=saw, choice=choice, reason="", command=command or uuid4())

    def form(self, n: int, path: str, host: str, **fields: object) -> bytes:
        body = urlencode({"csrf": self._token(n), **fields})
        head = [f"POST /en/projects/{self.project}/{path} HTTP/1.1", *self._headers(n, host), f"origin: http://{host}"]
        head += ["content-type: application/x-www-form-urlencoded", f"content-length: {len(body)}"]
        return "\r\n".join([*head, "", body]).encode()

    def _idea(self, n: int) -> Idea:
        idea = Idea.post(self.act(n), *self._said(IDEA.format(n=n), n))
        for m in range(1, 4):
            idea.support(self.act(n + m))
        if n % 5 == 0:
            idea.reply(self.act(n + 1), uuid4(), *self._said("I agree with the intent, but would change the timing.", n + 1))
        if n % 10 == 0:
            idea.answer(self.act(0), *self._said("Let's talk about it on Thursday.", 0))
        return idea

    def _proposal(self, n: int) -> Proposal:
        """Five paragraphs with ten comments each."""
        body = "\n\n".join(PARAGRAPH.format(n=n, place=place) for place in range(1, PARAGRAPHS + 1))
        text = {"title": f"Proposal number {n} about the shared square", "summary": "Benches and trees, and somewhere dry to wait.", "body": body}
        proposal = Proposal.draft(self.act(n), [], [self.act(n).member], *[self._said(words, n) for words in text.values()])
        for m in range(COMMENTS):
            proposal.comment(self.act(n * 7 + m), uuid4(), *self._said(COMMENT.format(m=m), n * 7 + m), 1, "en", m % PARAGRAPHS + 1)
        return proposal

    def _gather(self) -> list[str]:
        """Their places, accounts and sessions; the answer is what their browsers hold."""
        said: dict[str, Any] = {name: self._said(name) for name in ("name", "purpose", "question", "place", "contact", "telephone")}
        sides = {"citizen": self._said("Citizens"), "professional": self._said("Professionals")}
        self._commit([Project.start(self.act(0), **said, sides=sides, visibility="public")])
        cookies, secret = [], self.workspace.settings.secret
        with self.workspace.pool.connection() as db:
            for group in _in_groups(range(len(self.members))):
                accounts = [sign_in.account_at(db, f"person{n}@example.cymru", "en") for n in group]
                cookies += [devices.start(db, secret, account, "a browser") for account in accounts]
                rows = [memberships.enrol(self.members[n], self.project, account, f"Person {n}") for n, account in zip(group, accounts, strict=True)]
                places = [Member.found(self.act(n), ["facilitator"] if n == 0 else []) for n in group]
                self._commit(places, [statement for row in rows for statement in row])
        return cookies

    def _said(self, text: str, n: int = 0) -> list[Any]:
        """A reference to words that are kept with the next commit."""
        self.words.append(write(text, self.act(n)))
        return [self.words[-1].reference]

    def _commit(self, aggregates: Sequence[Any], also: Sequence[tuple[str, Sequence[Any]]] = ()) -> UUID:
        words, self.words = self.words, []
        return self.workspace.commit(*aggregates, words=words, also=also).id

    def _headers(self, n: int, host: str) -> list[str]:
        cookies = f"cookie: session={self.cookies[n % len(self.cookies)]}; language=en"
        return [f"host: {host}", cookies, "accept: text/html", "accept-language: en", "sec-fetch-site: same-origin"]

    def _token(self, n: int) -> str:
        """What a page for this person has in its forms (web/auth.py)."""
        bound = digest(self.workspace.settings.secret, b"form\0" + self.cookies[n % len(self.cookies)].encode(), sha256)[:16]
        mask = secrets.token_bytes(16)
        return (mask + bytes(a ^ b for a, b in zip(mask, bound, strict=True))).hex()


def _in_groups(numbers: Sequence[int]) -> list[Sequence[int]]:
    return [numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE)]
