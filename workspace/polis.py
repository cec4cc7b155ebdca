"""A published Polis conversation becomes a project: statements become ideas, participants authors and stances without accounts."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TypeVar
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from aggregates.base import SIDES, Act, Text
from aggregates.errors import AlreadyImported, Refused
from aggregates.idea import Idea
from aggregates.member import Member
from aggregates.project import Project

from . import members, memberships
from .application import Receipt, Words, Workspace
from .texts import write
from .tokens import token

T = TypeVar("T")

VOTES = {"1": "agree", "-1": "disagree", "0": "pass"}
ORGANISERS = "y trefnwyr / the organisers"
SIDE_NAMES = {"citizen": {"cy": "Dinasyddion", "en": "Citizens"}, "professional": {"cy": "Gweithwyr proffesiynol", "en": "Professionals"}}
LONGEST = 20000


class BadFile(Refused):
    """A file or a row of it that cannot be read: `file`, `line` (0: the file itself) and `why`."""


@dataclass(frozen=True, slots=True)
class Statement:
    line: int
    at: datetime
    id: int
    author: int
    is_moderated_out: bool
    body: str


@dataclass(frozen=True, slots=True)
class Vote:
    line: int
    at: datetime
    statement: int
    voter: int
    stance: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """A whole export, checked: every vote is about a statement that is there. Votes stand in order of time, ties in the order of the file."""

    id: UUID
    topic: str
    description: str
    url: str
    statements: list[Statement]
    votes: list[Vote]


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import brings: stances are pairs of participant and statement whose last vote stands."""

    project: str
    statements: int
    participants: int
    stances: int
    agree: int
    disagree: int
    # `pass` is a word of Python's
    passed: int
    set_aside: int

    def facts(self) -> dict[str, str | int]:
        return {("pass" if name == "passed" else name): value for name, value in asdict(self).items()}


def read(folder: Path) -> Conversation:
    """Read comments.csv, votes.csv and summary.csv of a published export. Refused: BadFile, named by file and line."""
    files = {name: _bytes(folder / f"{name}.csv") for name in ("summary", "comments", "votes")}
    said = {row[0]: row[1] for _, row in _cells("summary.csv", files["summary"]) if len(row) > 1}
    statements = sorted(_rows("comments.csv", files["comments"], _statement), key=lambda s: (s.at, s.id))
    known = {statement.id for statement in statements}
    if len(known) != len(statements):
        raise BadFile(file="comments.csv", line=0, why="two statements have one number")
    votes = _rows("votes.csv", files["votes"], _vote)
    for vote in votes:
        if vote.statement not in known:
            raise BadFile(file="votes.csv", line=vote.line, why=f"there is no statement {vote.statement}")
    digest = sha256(b"".join(sha256(content).digest() for content in files.values())).hexdigest()
    topic = said.get("topic") or folder.name
    votes.sort(key=lambda vote: vote.at)  # stable: ties stay in the order of the file
    return Conversation(uuid5(NAMESPACE_URL, f"polis:{digest}"), topic, said.get("conversation-description", ""), said.get("url", ""), statements, votes)


def summary(conversation: Conversation) -> Summary:
    last = {(vote.voter, vote.statement): vote.stance for vote in conversation.votes}
    stances = Counter(last.values())
    return Summary(
        project=str(conversation.id),
        statements=len(conversation.statements),
        participants=len({vote.voter for vote in conversation.votes}),
        stances=len(last),
        agree=stances["agree"],
        disagree=stances["disagree"],
        passed=stances["pass"],
        set_aside=sum(statement.is_moderated_out for statement in conversation.statements),
    )


def bring_in(workspace: Workspace, conversation: Conversation, *, side: str, language: str = "en") -> tuple[Receipt, str]:
    """Make the project, in one transaction, and keep a place for its first facilitator, whose link's secret is the second answer.
    Refused: AlreadyImported, BadWords."""
    members.one_of(side, SIDES)
    if workspace.find(Project, conversation.id) is not None:
        raise AlreadyImported
    now = workspace.now()
    voters = {vote.voter for vote in conversation.votes}
    numbers = sorted(voters | {statement.author for statement in conversation.statements})
    acts = {
        number: Act(
            conversation.id,
            uuid5(conversation.id, f"participant {number}"),
            side if number in voters else "none",
            "import",
            uuid5(conversation.id, "import"),
            now,
            now,
            language=language,
        )
        for number in numbers
    }
    names = [(act.member, f"Polis {number}" if number in voters else ORGANISERS) for number, act in acts.items()]
    project, words = _project(conversation, acts[numbers[0]])
    placed = [Member.record(act, act.member, act.side, conversation.url or "polis") for act in acts.values()]
    facilitator = Member.invite(replace(acts[numbers[0]], happened_at=now), uuid4(), "none", ["facilitator"])
    facilitator.offer_place(replace(acts[numbers[0]], happened_at=now), "link")
    ideas, idea_words = _ideas(conversation, acts)
    secret = token()
    also = [
        *memberships.enrol_many(conversation.id, [*names, (facilitator.id, "")]),
        *memberships.offer_place(memberships.place_hash(workspace.settings.secret, secret), facilitator.id),
    ]
    receipt = workspace.commit(project, *placed, *ideas, facilitator, words=[*words, *idea_words], also=also)
    return receipt, secret


def _project(conversation: Conversation, by: Act) -> tuple[Project, list[Words]]:
    words: list[Words] = []

    def said(text: str, language: str = by.language) -> list[Text]:
        if not text.strip():
            return []
        words.append(write(text, by, language=language, longest=LONGEST))
        return [words[-1].reference]

    sides = {side: [text for language, name in names.items() for text in said(name, language)] for side, names in SIDE_NAMES.items()}
    purpose = said(conversation.description or conversation.topic)
    name, question = said(conversation.topic), said(conversation.topic)
    return Project.start(by, name, purpose, question, [], [], [], sides, "public", conversation.url or "polis"), words


def _ideas(conversation: Conversation, acts: dict[int, Act]) -> tuple[list[Idea], list[Words]]:
    ideas: dict[int, Idea] = {}
    words: list[Words] = []
    for statement in conversation.statements:
        by = replace(acts[statement.author], happened_at=statement.at)
        words.append(_checked("comments.csv", statement.line, lambda: write(statement.body, by, longest=LONGEST)))  # noqa: B023 called at once
        ideas[statement.id] = Idea.post(by, words[-1].reference, conversation.url or "polis")
    for vote in conversation.votes:
        ideas[vote.statement].take_stance(replace(acts[vote.voter], happened_at=vote.at), vote.stance)
    for statement in conversation.statements:
        if statement.is_moderated_out:
            by = replace(acts[statement.author], happened_at=statement.at)
            words.append(write("Moderated out in the published conversation.", by, language="en"))
            ideas[statement.id].set_aside(by, words[-1].reference)
    return list(ideas.values()), words


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise BadFile(file=path.name, line=0, why="it is not there or cannot be read") from None


def _cells(file: str, content: bytes) -> Iterator[tuple[int, list[str]]]:
    try:
        lines: Iterable[str] = content.decode("utf-8-sig").splitlines(keepends=True)
    except UnicodeDecodeError as error:
        raise BadFile(file=file, line=content[: error.start].count(b"\n") + 1, why="it is not UTF-8") from None
    reader = csv.reader(lines, strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise BadFile(file=file, line=reader.line_num, why=str(error)) from None


def _rows(file: str, content: bytes, make: Callable[[int, dict[str, str]], T]) -> list[T]:
    cells = _cells(file, content)
    _, header = next(cells, (0, []))
    if not header:
        raise BadFile(file=file, line=1, why="it is empty")
    found = []
    for line, row in cells:
        if len(row) != len(header):
            raise BadFile(file=file, line=line, why=f"{len(row)} cells where the first line has {len(header)}")
        try:
            found.append(make(line, dict(zip(header, row, strict=True))))
        except (KeyError, ValueError) as error:
            raise BadFile(file=file, line=line, why=f"not as expected: {error}") from None
    return found


def _checked(file: str, line: int, make: Callable[[], T]) -> T:
    try:
        return make()
    except Refused as refused:
        raise BadFile(file=file, line=line, why=type(refused).__name__) from None


def _statement(line: int, row: dict[str, str]) -> Statement:
    return Statement(line, _time(row["timestamp"]), int(row["comment-id"]), int(row["author-id"]), row["moderated"] == "-1", row["comment-body"])


def _vote(line: int, row: dict[str, str]) -> Vote:
    return Vote(line, _time(row["timestamp"]), int(row["comment-id"]), int(row["voter-id"]), VOTES[row["vote"]])


def _time(milliseconds: str) -> datetime:
    return datetime.fromtimestamp(int(milliseconds) / 1000, UTC)
