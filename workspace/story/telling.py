"""How the story is told: somebody does something in a project, so many days ago."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5
from zoneinfo import ZoneInfo

from aggregates.base import NETWORK, Act
from aggregates.member import Member

from .. import decisions, ideas, members, memberships, network, requests, sign_in
from ..application import Workspace
from ..requests import Asking
from .cast import CAST

WALES = ZoneInfo("Europe/London")


def both(cy: str, en: str) -> dict[str, str]:
    return {"cy": cy, "en": en}


@dataclass
class Telling:
    """A story under way. Every act has its own command id, made from its place in the story, so that it can be told only once."""

    workspace: Workspace
    now: datetime
    accounts: dict[str, UUID] = field(default_factory=dict)
    _commands: Iterator[UUID] = field(init=False)

    def __post_init__(self) -> None:
        self._commands = (uuid5(NETWORK, f"story {number}") for number in range(10**9))

    def on(self, days_ago: int, clock: str = "12:00") -> datetime:
        """A moment by the clocks of Wales, so many days before now; negative = to come."""
        hour, minute = map(int, clock.split(":"))
        day = self.now.astimezone(WALES) - timedelta(days=days_ago)
        return day.replace(hour=hour, minute=minute, second=0, microsecond=0)

    def act(self, name: str, project: UUID, days_ago: int, clock: str = "12:00") -> Act:
        """An act of one of the cast, in the language they speak."""
        return members.act(self.workspace, self.accounts[name], project, **self.how(name, days_ago, clock))

    def how(self, name: str, days_ago: int, clock: str = "12:00") -> dict[str, Any]:
        return {"command": next(self._commands), "language": CAST[name].language, "happened_at": self.on(days_ago, clock)}

    def enrol_cast(self) -> None:
        with self.workspace.pool.connection() as db:
            for somebody in CAST.values():
                self.accounts[somebody.name] = sign_in.account_at(db, somebody.email, somebody.language)
                db.execute("update accounts set name = %s where id = %s", (somebody.name, self.accounts[somebody.name]))

    def open_network(self, name: str, days_ago: int) -> None:
        """The first co-ordinator."""
        by = Act(NETWORK, uuid4(), "none", "web", next(self._commands), self.on(days_ago), self.workspace.now(), language=CAST[name].language)
        member = Member.found(by, ["co-ordinator"])
        self.workspace.commit(member, also=memberships.enrol(member.id, NETWORK, self.accounts[name], name))

    def join_network(self, name: str, by: Act, task: str) -> None:
        self._arrive(name, by, network.keep_place(self.workspace, by, task=task, name=name))

    def join(self, name: str, by: Act, side: str, tasks: Sequence[str] = ()) -> None:
        """Invited by an act, and there two days later."""
        self._arrive(name, by, members.invite(self.workspace, by, side=side, tasks=tasks, name=name))

    def _arrive(self, name: str, by: Act, offer: members.Offer) -> None:
        member = self.workspace.load(Member, offer.receipt.id)
        now = self.workspace.now()
        joined = Act(by.project, member.id, member.side, "web", next(self._commands), by.happened_at + timedelta(days=2), now, language=CAST[name].language)
        member.join(joined)
        self.workspace.commit(member, also=memberships.take_place(member.id, by.project, self.accounts[name], name))

    def ask(self, project: UUID, days_ago: int, asking: Asking) -> UUID:
        """Somebody of the cast asks to take part."""
        how: Any = {"command": next(self._commands), "language": CAST[asking.name].language, "happened_at": self.on(days_ago, "18:30")}
        return requests.ask(self.workspace, self.accounts[asking.name], project, asking, **how).id

    def post(self, name: str, project: UUID, days_ago: int, text: str, supporters: Sequence[str] = (), matter: UUID | None = None) -> UUID:
        idea = ideas.post(self.workspace, self.act(name, project, days_ago, "10:15"), text, matter=matter).id
        for number, supporter in enumerate(supporters):
            ideas.support(self.workspace, self.act(supporter, project, days_ago - 1 - number % 5, "19:40"), idea)
        return idea

    def vote(self, decision: UUID, project: UUID, days_ago: int, votes: Mapping[str, str], reasons: Mapping[str, str] | None = None) -> None:
        for number, (name, choice) in enumerate(votes.items()):
            hours, minutes = divmod(9 * 60 + 47 * number, 60)
            by = self.act(name, project, days_ago, f"{hours:02}:{minutes:02}")
            decisions.vote(self.workspace, by, decision, choice, (reasons or {}).get(name, ""), 0)

    def in_the_network(self, name: str, days_ago: int) -> Act:
        return self.act(name, NETWORK, days_ago)


def is_told(workspace: Workspace) -> bool:
    with workspace.reading() as db:
        found = db.execute("select exists (select from accounts where email = %s)", (CAST["Lowri"].email,)).fetchone()
        return bool(found and found[0])


def tell(workspace: Workspace) -> Telling:
    """The whole year, from the first co-ordinator to a vote that is open now. Read models follow on their own."""
    from . import evening_care, hospital_bus, lunch_club, shared_methods

    telling = Telling(workspace, workspace.now())
    telling.enrol_cast()
    telling.open_network("Lowri", 300)
    evening_care.tell(telling, telling.in_the_network("Lowri", 299))
    hospital_bus.tell(telling, telling.in_the_network("Lowri", 277))
    lunch_club.tell(telling, telling.in_the_network("Lowri", 90))
    shared_methods.tell(telling)
    return telling
