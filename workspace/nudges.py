"""What could be thought of before a session: notes for whoever plans it. They ask, and stop nothing."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Protocol

SIDES = ("citizen", "professional")

LONGEST_STRETCH = 75
"""Minutes without a break."""

SHORTEST_DECISION = 10


class Block(Protocol):
    """A part of the agenda, as far as it matters here."""

    @property
    def kind(self) -> str: ...
    @property
    def steps(self) -> Sequence[str]: ...
    @property
    def minutes(self) -> int: ...
    @property
    def title(self) -> Mapping[str, str]: ...


class Role(Protocol):
    """Somebody who looks after something."""

    @property
    def side(self) -> str: ...
    @property
    def role(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Nudge:
    """`name`: one host, one group, too long, no break, short decision, no helper, no interpreter, unmet."""

    name: str
    count: int = 0
    title: Mapping[str, str] = field(default_factory=dict)  # of the part it is about
    sides: Sequence[str] = ()  # of which nobody leads


def nudges(way: str, minutes: int, agenda: Sequence[Block], roles: Sequence[Role], needed: Collection[str] = (), unmet: int = 0) -> list[Nudge]:
    """`minutes`: from its beginning to its end. `needed`: which kinds of needs there are; `unmet`: how many of them nobody has arranged yet."""
    return [*_who(way, roles, needed), *_when(minutes, agenda), *([Nudge("unmet", unmet)] if unmet else [])]


def _who(way: str, roles: Sequence[Role], needed: Collection[str]) -> Iterator[Nudge]:
    hosts = [each.side for each in roles if each.role == "host"]
    given = {each.role for each in roles}
    absent = [side for side in SIDES if side not in hosts]
    if len(hosts) < 2:
        yield Nudge("one host", len(hosts))
    elif absent:
        yield Nudge("one group", sides=absent)
    if way == "hybrid" and "helper" not in given:
        yield Nudge("no helper")
    if "interpreter" in needed and "interpreter" not in given:
        yield Nudge("no interpreter")


def _when(minutes: int, agenda: Sequence[Block]) -> Iterator[Nudge]:
    over = sum(each.minutes for each in agenda) - minutes
    if over > 0:
        yield Nudge("too long", over)
    stretches = [sum(each.minutes for each in parts) for is_break, parts in groupby(agenda, lambda each: each.kind == "break") if not is_break]
    longest = max(stretches, default=0)
    if longest > LONGEST_STRETCH:
        yield Nudge("no break", longest)
    for each in agenda:
        if "decide" in each.steps and each.minutes < SHORTEST_DECISION:
            yield Nudge("short decision", each.minutes, each.title)
