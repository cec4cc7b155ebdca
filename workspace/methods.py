"""What people do with the network's methods: add one, revise it, set it aside and bring it back, and say how it went."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

from aggregates.base import NETWORK, Act
from aggregates.errors import NotYours
from aggregates.member import Member
from aggregates.method import KINDS as KINDS
from aggregates.method import LONGEST_MINUTES as LONGEST_MINUTES
from aggregates.method import MOST_PEOPLE as MOST_PEOPLE
from aggregates.method import NEEDED as NEEDED
from aggregates.method import SECTIONS as SECTIONS
from aggregates.method import WAYS as WAYS
from aggregates.method import WENT as WENT
from aggregates.method import Fits as Fits
from aggregates.method import Method

from . import sessions
from .application import Receipt, Words, Workspace, command
from .matters import withheld
from .network import Arriving
from .starter_kit import METHODS
from .texts import read, write, write_each

LONGEST = {"name": 80, "purpose": 400, "steps": 4000, "access": 2000, "records": 1000, "watch": 2000}
LONGEST_NOTE = 1000
DOTS = {"dots": 3, "cap": 0}
"""Until somebody changes the block."""


@dataclass(frozen=True, slots=True)
class Written:
    """A method as somebody wrote it: section -> language -> text, and for what it fits."""

    texts: Mapping[str, Mapping[str, str]]
    fits: Fits


@command
def add(workspace: Workspace, by: Act, written: Written, arriving: Arriving) -> Receipt:
    """Add a method to those of the network. Refused: BadWords, UnknownChoice."""
    words, references = _write(by, written)
    method = Method.add(by, uuid4(), references, written.fits.to_dict())
    return workspace.commit(method, *arriving.places, words=words, also=arriving.also)


@command
def revise(workspace: Workspace, by: Act, method: UUID, saw: int, written: Written, why: str = "") -> Receipt:
    """A new version, by its author or a co-ordinator; earlier ones stay readable. Refused: NotYours, TextMovedOn, MethodIsSetAside, BadWords."""
    found = _own(workspace, by, method)
    words, references = _write(by, written)
    reason = [write(why, by, longest=LONGEST["purpose"])] if why.strip() else []
    found.revise(by, saw, references, written.fits.to_dict(), reason[0].reference if reason else None)
    return workspace.commit(found, words=[*words, *reason])


@command
def set_aside(workspace: Workspace, by: Act, method: UUID, reason: str) -> Receipt:
    """It is offered no more. Refused: NotYours, MethodIsSetAside."""
    found = _own(workspace, by, method)
    words = write(reason, by)
    found.set_aside(by, words.reference)
    return workspace.commit(found, words=[words])


@command
def bring_back(workspace: Workspace, by: Act, method: UUID) -> Receipt:
    found = _own(workspace, by, method)
    found.bring_back(by)
    return workspace.commit(found)


@command
def note(workspace: Workspace, by: Act, method: UUID, text: str, went: str, arriving: Arriving) -> Receipt:
    """Say what worked and what did not. Refused: NotFound, UnknownChoice, BadWords."""
    found = load(workspace, method)
    words = write(text, by, longest=LONGEST_NOTE)
    found.note(by, words.reference, went)
    return workspace.commit(found, *arriving.places, words=[words], also=arriving.also)


@command
def take_back_note(workspace: Workspace, by: Act, method: UUID, note: UUID) -> Receipt:
    """Its words are shown nowhere any more. Refused: NotFound, NotYours."""
    found = load(workspace, method)
    found.take_back_note(by, note)
    return workspace.commit(found, also=withheld(note))


@command
def put_on_agenda(workspace: Workspace, by: Act, method: UUID, session: UUID) -> Receipt:
    """Put it on the agenda of a session, with its name, its steps and the time it takes; `by`: an act of a member of the session's project.
    Refused: NotFound, MethodIsSetAside, SessionIsCancelled."""
    found = load(workspace, method)
    found.must_be_offered()
    said = read(workspace, [text for section in ("name", "steps") for text in found.words[section]])
    each = {section: {text.language: said[text.id] for text in found.words[section] if text.id in said} for section in ("name", "steps")}
    steps = {language: text for language, text in each["steps"].items() if len(text) <= sessions.LONGEST["notes"]}
    fits = Fits(**found.fits)
    settings = DOTS if fits.kind == "dots" else {}
    minutes = min(fits.minutes_most, sessions.LONGEST_BLOCK)
    block = sessions.PlannedBlock(fits.kind, minutes, {"title": each["name"], "notes": steps}, settings=settings, method=method)
    return sessions.add_block(workspace, by, session, block)


def load(workspace: Workspace, method: UUID) -> Method:
    return workspace.load(Method, method)


def install(workspace: Workspace, happened_at: datetime | None = None) -> None:
    """The methods that come with the house, each once: what became of one since is never undone. One commit, or none."""
    ids = {of_the_house(offered.key): offered for offered in METHODS}
    there = workspace.find_all(Method, ids)
    missing = {id: offered for id, offered in ids.items() if id not in there}
    if not missing:
        return
    now, kit = workspace.now(), uuid5(NETWORK, "methods " + " ".join(sorted(offered.key for offered in missing.values())))
    by = Act(NETWORK, NETWORK, "none", "import", kit, happened_at or now, now)
    methods, words = list[Method](), list[Words]()
    for id, offered in missing.items():
        written, references = _write(by, Written(offered.texts, offered.fits))
        methods.append(Method.add(by, id, references, offered.fits.to_dict()))
        words += written
    workspace.commit(*methods, words=words)


def of_the_house(key: str) -> UUID:
    return uuid5(NETWORK, f"method {key}")


def may_revise(workspace: Workspace, member: UUID, author: UUID) -> bool:
    """Whether this place in the network is its author's, or a co-ordinator's."""
    if member == author:
        return True
    found = workspace.find(Member, member)
    return found is not None and found.state == "here" and "co-ordinator" in found.tasks


def _own(workspace: Workspace, by: Act, method: UUID) -> Method:
    """Refused: NotFound, NotYours."""
    found = load(workspace, method)
    if not may_revise(workspace, by.member, found.author):
        raise NotYours
    return found


def _write(by: Act, written: Written) -> tuple[list[Words], dict[str, Any]]:
    texts = {section: write_each(written.texts.get(section, {}), by, longest=LONGEST[section], required=section in NEEDED) for section in SECTIONS}
    return [each for words in texts.values() for each in words], {section: [each.reference for each in words] for section, words in texts.items()}
