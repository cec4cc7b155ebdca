"""A session that is running, put together by commands: what tests of phones, doors and walls begin with."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from threading import Thread
from typing import Any
from uuid import UUID, uuid4

import pytest
from eventsourcing.utils import get_topic

from aggregates.base import Act
from aggregates.minutes import Minutes, minutes_id
from aggregates.proceedings import Proceedings
from aggregates.session import Session
from workspace import attending, cards, proceedings, room_rounds, sessions
from workspace.application import Workspace
from workspace.attending import Arrived, Coming, Guest
from workspace.cards import Written
from workspace.sessions import PlannedBlock, Told
from workspace.story.telling import both

from .gathering import QUESTION, Gathering

TITLE, PROMPT = ("Noson yn Felin-fach", "An evening in Felin-fach"), ("Beth wnaeth hi’n dda?", "What made it good?")


@dataclass
class Evening:
    """Mair leads it; its doors are open."""

    gathering: Gathering
    way: str = "hybrid"
    seats: int = 40
    mark: str = ""
    begins: timedelta = timedelta(minutes=5)
    id: UUID = field(init=False)
    blocks: list[UUID] = field(init=False)
    moves: int = 0

    def __post_init__(self) -> None:
        workspace, now = self.gathering.workspace, self.gathering.workspace.now()
        words = {"agreement": self.said("Un ar y tro", "One at a time"), "place": self.said("Y neuadd", "The hall")}
        told = Told(self.said(*TITLE), self.way, self.seats, words)
        self.id = sessions.plan(workspace, self.gathering.act("Mair"), told, now + self.begins, now + timedelta(hours=2), self._agenda()).id
        self.blocks = list(workspace.load(Session, self.id).blocks)

    def said(self, welsh: str, english: str) -> dict[str, str]:
        return both(f"{self.mark} {welsh}".strip(), f"{self.mark} {english}".strip())

    def _agenda(self) -> tuple[PlannedBlock, ...]:
        said = self.said
        return (
            PlannedBlock("write", 20, {"title": said(*TITLE), "question": said(*PROMPT)}),
            PlannedBlock("dots", 10, {"title": said("Dotiau", "Dots")}, settings={"dots": 3, "cap": 2}),
            PlannedBlock("temperature", 5, {"title": said("Tymheredd", "Temperature")}),
            PlannedBlock("decide", 10, {"title": said("Penderfynu", "Decide")}),
            PlannedBlock("break", 10, {"title": said("Paned", "Tea")}),
            PlannedBlock("discuss", 10, {"title": said("Sgwrs", "A talk")}, is_recorded=False),
            PlannedBlock("commissioners", 10, {"title": said("Cwestiynau", "Questions")}),
            PlannedBlock("round", 30, {"title": said("Cylch cydsyniad", "A consent round")}),
        )

    def open_doors(self) -> "Evening":
        proceedings.open_doors(self.gathering.workspace, self.act("Mair"), self.id)
        return self

    def act(self, who: str) -> Act:
        return attending.in_session(self.gathering.act(who), self.id)

    @property
    def code(self) -> str:
        return sessions.code_of(self.gathering.workspace, self.id, self.gathering.workspace.load(Session, self.id).code)

    def go_to(self, block: int, step: str, *options: UUID) -> None:
        proceedings.go_to(self.gathering.workspace, self.act("Mair"), self.id, self.moves, self.blocks[block], step, options)
        self.moves += 1

    def ask(self) -> UUID:
        """A question to everybody who is there, at a step where it is decided."""
        return proceedings.decide(self.gathering.workspace, self.act("Mair"), self.id, QUESTION, self.gathering.in_(1)).id

    def asked(self) -> UUID:
        """What the room was asked last."""
        [*_, decision] = [event.decision for event in self.events(Proceedings.Deciding)]
        return UUID(str(decision))

    def take_up(self, proposal: UUID) -> UUID:
        """A consent round about the first version of a proposal, where the group talks in that part."""
        return room_rounds.take_up(self.gathering.workspace, self.act("Mair"), self.id, proposal, 1).id

    def events(self, *kinds: type[Any]) -> list[Any]:
        """What was recorded of these kinds in this session."""
        workspace = self.gathering.workspace
        with workspace.reading() as db:
            asked = "select distinct originator_id from stored_events where topic = any(%s)"
            streams = [id for (id,) in db.execute(asked, ([get_topic(kind) for kind in kinds],))]
        return [event for _, event in workspace.events_of(streams) if isinstance(event, kinds) and event.by.session == self.id]

    def end(self) -> None:
        proceedings.end(self.gathering.workspace, self.act("Mair"), self.id, self.moves)

    def arrive(self, name: str = "Gwenno", side: str = "citizen", *, is_let_in: bool = True, language: str = "cy") -> Arrived:
        """Somebody without an account, let in at once."""
        workspace = self.gathering.workspace
        arrived = attending.come_by_code(workspace, self.code, Coming(name, side, "room"), command=uuid4(), language=language, network="a hall")
        if is_let_in:
            attending.let_in(workspace, self.act("Mair"), self.id, self.guest(arrived).member)
        return arrived

    def guest(self, arrived: Arrived) -> Guest:
        found = attending.guest(self.gathering.workspace, arrived.cookie)
        assert found is not None
        return found

    def act_of(self, arrived: Arrived) -> Act:
        return attending.act_of(self.gathering.workspace, self.guest(arrived), command=uuid4(), language="cy")

    def come(self, who: str) -> None:
        attending.come(self.gathering.workspace, self.act(who), self.id, Coming("", "", "room"))

    def card(self, by: Act, text: str, *, block: int = 0, is_named: bool = False, is_shown: bool = False) -> UUID:
        """At a block where cards are written."""
        card = cards.put(self.gathering.workspace, by, self.id, self.blocks[block], Written(text, is_named)).id
        if is_shown:
            cards.show(self.gathering.workspace, self.act("Mair"), self.id, [card])
        return card


def seal_minutes(workspace: Workspace, session: UUID, by: Act) -> None:
    """As the clock does when their week is over."""
    found = workspace.load(Minutes, minutes_id(session))
    found.seal(replace(by, channel="clock", happened_at=found.until))
    workspace.commit(found)


def meanwhile(patch: pytest.MonkeyPatch, module: object, name: str, other: Callable[[], object]) -> None:
    """What somebody else does, once, as soon as a command has come past this function: it read what it needed, and has not committed yet."""
    past, waiting = getattr(module, name), [other]

    def come_past(*args: Any, **kwargs: Any) -> Any:
        found = past(*args, **kwargs)
        while waiting:
            thread = Thread(target=waiting.pop())
            thread.start()
            thread.join()
        return found

    patch.setattr(module, name, come_past)
