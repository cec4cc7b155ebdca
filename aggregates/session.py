"""A session as it is planned: when a group comes together, in a room, remotely or both, who looks after what, and the agenda. How it goes: proceedings.py."""

from datetime import datetime
from uuid import UUID

from .agenda import Block, must_be_a_block
from .base import Act, Aggregate, Text, event
from .errors import BlockHasBegun, NotFound, NotYours, SessionIsCancelled, TimesAreWrong, UnknownChoice

WAYS = ("room", "remote", "hybrid")
ROLES = ("host", "scribe", "helper", "interpreter")
MOST_SEATS = 2000
WORDS = ("place", "access", "agreement", "materials")
"""What can be told of a session: where, how to get in and take part, how we want to be together, what to bring or to read before."""


class Session(Aggregate):
    @classmethod
    def plan(cls, by: Act, title: list[Text], starts_at: datetime, ends_at: datetime, way: str, seats: int, words: dict[str, list[Text]]) -> "Session":
        """Words come once a language; `words`: some of WORDS. Whoever plans it is its first host. Refused: TimesAreWrong, UnknownChoice."""
        _must_be_ahead(by, starts_at, ends_at)
        _must_be_told(way, seats, words)
        return cls(by, title, starts_at, ends_at, way, seats, words)

    def describe(self, by: Act, title: list[Text], way: str, seats: int, words: dict[str, list[Text]]) -> None:
        self._must_stand()
        _must_be_told(way, seats, words)
        self._described(by, title, way, seats, words)

    def reschedule(self, by: Act, starts_at: datetime, ends_at: datetime, reason: Text | None) -> None:
        """Invitations follow. Refused: TimesAreWrong."""
        self._must_stand()
        _must_be_ahead(by, starts_at, ends_at)
        if (starts_at, ends_at) != (self.starts_at, self.ends_at):
            self._rescheduled(by, starts_at, ends_at, reason)

    def cancel(self, by: Act, reason: Text) -> None:
        self._must_stand()
        self._cancelled(by, reason)

    def add_block(
        self,
        by: Act,
        block: UUID,
        kind: str,
        steps: list[str],
        minutes: int,
        words: dict[str, list[Text]],
        *,
        is_recorded: bool = True,
        settings: dict[str, int] | None = None,
        method: UUID | None = None,
        before: UUID | None = None,
    ) -> None:
        """`words`: `title`, `question` (what everybody sees and answers), `notes` (for whoever leads it). Who proposed it is the act's author.
        `is_recorded`: else only that it took place is kept. `method`: of the library, where it comes from. `before`: the block that comes after it;
        None is the end. Refused: UnknownChoice, NotFound."""
        self._must_stand()
        must_be_a_block(kind, steps, minutes, settings or {})
        if block in self.blocks:
            raise UnknownChoice(value=block)
        self._must_have(before)
        self._block_added(by, block, kind, steps, minutes, words, is_recorded, settings or {}, method, before)

    def change_block(
        self, by: Act, block: UUID, minutes: int, words: dict[str, list[Text]], *, is_recorded: bool, settings: dict[str, int], has_begun: bool
    ) -> None:
        """Whether it is recorded, and how it is chosen, stay as they are once it has begun. Refused: BlockHasBegun, UnknownChoice, NotFound."""
        self._must_stand()
        found = self.block(block)
        must_be_a_block(found.kind, found.steps, minutes, settings)
        if has_begun and (is_recorded, settings) != (found.is_recorded, found.settings):
            raise BlockHasBegun
        self._block_changed(by, block, minutes, words, is_recorded, settings)

    def move_block(self, by: Act, block: UUID, before: UUID | None) -> None:
        self._must_stand()
        self.block(block)
        self._must_have(before)
        if before != block:
            self._block_moved(by, block, before)

    def set_block_aside(self, by: Act, block: UUID, is_now: bool) -> None:
        """It stays on the record with all that was done in it. `is_now`: the group is at it. Refused: BlockHasBegun."""
        self._must_stand()
        found = self.block(block)
        if is_now:
            raise BlockHasBegun
        if not found.is_set_aside:
            self._block_set_aside(by, block)

    def give_role(self, by: Act, member: UUID, role: str) -> None:
        self._must_stand()
        if role not in ROLES:
            raise UnknownChoice(value=role)
        if member not in self.roles[role]:
            self._role_given(by, member, role)

    def take_role(self, by: Act, member: UUID, role: str) -> None:
        self._must_stand()
        if member in self.roles.get(role, ()):
            self._role_taken(by, member, role)

    def renew_code(self, by: Act) -> None:
        """The code that was given out works no longer; whoever is in stays."""
        self._must_stand()
        self._code_renewed(by, self.code + 1)

    def must_be_led_by(self, by: Act, is_facilitator: bool) -> None:
        """By whoever facilitates the project, or is a host here. Refused: NotYours."""
        if not is_facilitator and by.member not in self.roles["host"]:
            raise NotYours

    def block(self, block: UUID) -> Block:
        """Refused: NotFound."""
        if block not in self.blocks:
            raise NotFound
        return self.blocks[block]

    @event("Planned")
    def __init__(self, by: Act, title: list[Text], starts_at: datetime, ends_at: datetime, way: str, seats: int, words: dict[str, list[Text]]) -> None:
        self.project = by.project
        self.starts_at, self.ends_at, self.seats = starts_at, ends_at, seats
        self.blocks: dict[UUID, Block] = {}  # in the order of the agenda
        self.roles: dict[str, list[UUID]] = {role: [] for role in ROLES}
        self.roles["host"].append(by.author)
        self.sequence = 0  # of the calendar entry
        self.code = 1
        self.is_cancelled = False

    @event("Described")
    def _described(self, by: Act, title: list[Text], way: str, seats: int, words: dict[str, list[Text]]) -> None:
        self.seats = seats
        self.sequence += 1

    @event("Rescheduled")
    def _rescheduled(self, by: Act, starts_at: datetime, ends_at: datetime, reason: Text | None) -> None:
        self.starts_at, self.ends_at = starts_at, ends_at
        self.sequence += 1

    @event("Cancelled")
    def _cancelled(self, by: Act, reason: Text) -> None:
        self.is_cancelled = True
        self.sequence += 1

    @event("BlockAdded")
    def _block_added(
        self,
        by: Act,
        block: UUID,
        kind: str,
        steps: list[str],
        minutes: int,
        words: dict[str, list[Text]],
        is_recorded: bool,
        settings: dict[str, int],
        method: UUID | None,
        before: UUID | None,
    ) -> None:
        self._place(block, Block(kind, list(steps), minutes, is_recorded, dict(settings)), before)

    @event("BlockChanged")
    def _block_changed(self, by: Act, block: UUID, minutes: int, words: dict[str, list[Text]], is_recorded: bool, settings: dict[str, int]) -> None:
        found = self.blocks[block]
        found.minutes, found.is_recorded, found.settings = minutes, is_recorded, dict(settings)

    @event("BlockMoved")
    def _block_moved(self, by: Act, block: UUID, before: UUID | None) -> None:
        self._place(block, self.blocks.pop(block), before)

    @event("BlockSetAside")
    def _block_set_aside(self, by: Act, block: UUID) -> None:
        self.blocks[block].is_set_aside = True

    @event("RoleGiven")
    def _role_given(self, by: Act, member: UUID, role: str) -> None:
        self.roles[role].append(member)

    @event("RoleTaken")
    def _role_taken(self, by: Act, member: UUID, role: str) -> None:
        self.roles[role].remove(member)

    @event("CodeRenewed")
    def _code_renewed(self, by: Act, code: int) -> None:
        self.code = code

    def _place(self, block: UUID, planned: Block, before: UUID | None) -> None:
        order = list(self.blocks.items())
        place = next((at for at, (id, _) in enumerate(order) if id == before), len(order))
        self.blocks = dict([*order[:place], (block, planned), *order[place:]])

    def _must_have(self, block: UUID | None) -> None:
        if block is not None:
            self.block(block)

    def _must_stand(self) -> None:
        if self.is_cancelled:
            raise SessionIsCancelled


def _must_be_ahead(by: Act, starts_at: datetime, ends_at: datetime) -> None:
    if not by.happened_at < ends_at or not starts_at < ends_at or (ends_at - starts_at).days > 0:
        raise TimesAreWrong


def _must_be_told(way: str, seats: int, words: dict[str, list[Text]]) -> None:
    if way not in WAYS:
        raise UnknownChoice(value=way)
    if not 1 <= seats <= MOST_SEATS:
        raise UnknownChoice(value=seats)
    if not words.keys() <= set(WORDS):
        raise UnknownChoice(value=", ".join(sorted(words.keys() - set(WORDS))))
