"""The files of a published Polis export, read strictly: whatever is not as it should be is named by file and line, before anything is done."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

from aggregates.errors import BadWords, Refused

from ..texts import clean

T = TypeVar("T")

VOTES = {"1": "agree", "-1": "disagree", "0": "pass"}
MODERATED = {"-1": True, "0": False, "1": False}
STATEMENT = ("timestamp", "comment-id", "author-id", "moderated", "comment-body")
VOTE = ("timestamp", "comment-id", "voter-id", "vote")
LONGEST = 20000
SHOWN = 60
LATEST = 221_000_000_000_000
"""Milliseconds until the year 8973: a later time cannot be told by every clock."""


class UnreadableFile(Refused):
    """`file` and `line`: where an export cannot be read."""


class NoSuchFile(UnreadableFile): ...


class NotText(UnreadableFile): ...


class NotATable(UnreadableFile): ...


class NoColumn(UnreadableFile): ...


class WrongWidth(UnreadableFile): ...


class WrongCell(UnreadableFile): ...


class WrongWords(UnreadableFile): ...


class SameStatement(UnreadableFile): ...


class NoSuchStatement(UnreadableFile): ...


@dataclass(frozen=True, slots=True)
class Statement:
    at: datetime
    id: int
    author: int
    is_moderated_out: bool
    body: str


@dataclass(frozen=True, slots=True)
class Vote:
    at: datetime
    statement: int
    voter: int
    stance: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """A whole export, checked: every vote is about a statement that is there. Both stand in order of time, ties in the order of the file."""

    id: UUID
    topic: str
    description: str
    url: str
    statements: list[Statement]
    votes: list[Vote]

    @property
    def voters(self) -> set[int]:
        return {vote.voter for vote in self.votes}

    @property
    def times(self) -> list[datetime]:
        return [statement.at for statement in self.statements] + [vote.at for vote in self.votes]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and where it begins in the file."""

    file: str
    line: int
    cells: Mapping[str, str]

    def number(self, column: str, most: int = 10**15) -> int:
        found = self.cells[column].strip()
        if not re.fullmatch("-?[0-9]{1,16}", found) or abs(int(found)) > most:
            raise self.wrong(column)
        return int(found)

    def moment(self, column: str) -> datetime:
        milliseconds = self.number(column, LATEST)
        if milliseconds < 0:
            raise self.wrong(column)
        return datetime.fromtimestamp(milliseconds / 1000, UTC)

    def one_of(self, column: str, meanings: Mapping[str, T]) -> T:
        found = self.cells[column].strip()
        if found not in meanings:
            raise self.wrong(column)
        return meanings[found]

    def words(self, column: str, *, needed: bool = True) -> str:
        try:
            found = clean(self.cells[column], longest=LONGEST)
        except BadWords:
            raise WrongWords(file=self.file, line=self.line, longest=LONGEST) from None
        if needed and not found:
            raise WrongWords(file=self.file, line=self.line, longest=LONGEST)
        return found

    def wrong(self, column: str) -> WrongCell:
        cell = "".join(sign if sign.isprintable() else "?" for sign in self.cells[column][:SHOWN])
        return WrongCell(file=self.file, line=self.line, column=column, cell=cell)


def read(folder: Path) -> Conversation:
    """comments.csv, votes.csv and summary.csv of an export. Refused: UnreadableFile, with file and line."""
    files = {name: _content(folder / name) for name in ("summary.csv", "comments.csv", "votes.csv")}
    digest = sha256(b"".join(sha256(content).digest() for content in files.values())).hexdigest()
    said = _summary("summary.csv", files["summary.csv"])
    statements = _statements("comments.csv", files["comments.csv"])
    votes = _votes("votes.csv", files["votes.csv"], {statement.id for statement in statements})
    statements.sort(key=lambda statement: statement.at)
    votes.sort(key=lambda vote: vote.at)
    topic = said.get("topic") or folder.resolve().name
    return Conversation(uuid5(NAMESPACE_URL, f"polis:{digest}"), topic, said.get("conversation-description", ""), said.get("url", ""), statements, votes)


def _summary(file: str, content: bytes) -> dict[str, str]:
    said = {}
    for line, cells in _cells(file, content):
        if len(cells) != 2:
            raise WrongWidth(file=file, line=line, found=len(cells), wanted=2)
        said[cells[0].strip()] = Row(file, line, {"value": cells[1]}).words("value", needed=False)
    return said


def _statements(file: str, content: bytes) -> list[Statement]:
    found: dict[int, Statement] = {}
    for row in _rows(file, content, STATEMENT):
        author, is_out = row.number("author-id"), row.one_of("moderated", MODERATED)
        statement = Statement(row.moment("timestamp"), row.number("comment-id"), author, is_out, row.words("comment-body"))
        if statement.id in found:
            raise SameStatement(file=file, line=row.line, statement=str(statement.id))
        found[statement.id] = statement
    return list(found.values())


def _votes(file: str, content: bytes, statements: set[int]) -> list[Vote]:
    found = []
    for row in _rows(file, content, VOTE):
        vote = Vote(row.moment("timestamp"), row.number("comment-id"), row.number("voter-id"), row.one_of("vote", VOTES))
        if vote.statement not in statements:
            raise NoSuchStatement(file=file, line=row.line, statement=str(vote.statement))
        found.append(vote)
    return found


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError):  # ValueError: a NUL in the path
        raise NoSuchFile(file=path.name, line=0) from None


def _rows(file: str, content: bytes, columns: tuple[str, ...]) -> Iterator[Row]:
    cells = _cells(file, content)
    _, header = next(cells, (1, []))
    header = [name.strip() for name in header]
    for column in columns:
        if column not in header:
            raise NoColumn(file=file, line=1, column=column)
    for line, row in cells:
        if len(row) != len(header):
            raise WrongWidth(file=file, line=line, found=len(row), wanted=len(header))
        yield Row(file, line, dict(zip(header, row, strict=True)))


def _cells(file: str, content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line on which each begins; empty lines are none."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotText(file=file, line=content[: error.start].count(b"\n") + 1) from None
    reader, begins = csv.reader(io.StringIO(text, newline=""), strict=True), 1
    while True:
        try:
            found = next(reader, None)
        except csv.Error:
            raise NotATable(file=file, line=begins) from None
        if found is None:
            return
        if found:
            yield begins, found
        begins = reader.line_num + 1
