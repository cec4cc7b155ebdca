"""The agenda of a session: which kinds of blocks there are, and the steps that each goes through. A round is data, so a group may leave steps out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .errors import UnknownChoice

STEPS = ("write", "tables", "share", "group", "choose", "talk", "decide")
"""Each writes alone; small tables read what they wrote, and add to it; it is read together; what is alike comes together; a choice is made; it is talked
about; it is decided."""

KINDS: dict[str, tuple[str, ...]] = {
    "welcome": ("talk",),
    "matters": ("write", "tables", "share", "group", "talk"),
    "write": ("write", "tables", "share", "group", "talk"),
    "ideas": ("write", "tables", "share", "group", "talk"),
    "group": ("group", "talk"),
    "dots": ("choose", "talk"),
    "temperature": ("choose", "talk"),
    "discuss": ("talk",),
    "round": ("talk", "decide"),
    "commissioners": ("write", "share", "talk"),
    "decide": ("talk", "decide"),
    "break": ("talk",),
    "free": ("talk",),
}
"""Kinds of blocks -> their steps."""


def usual_steps(kind: str) -> list[str]:
    """What a block of this kind goes through where nobody says otherwise: all together. Nothing for a kind that there is not."""
    return [step for step in KINDS.get(kind, ()) if step != "tables"]


WRITING = tuple(kind for kind, steps in KINDS.items() if "write" in steps)
"""Kinds in which people put cards on the wall."""

LONGEST_BLOCK = 240
"""Minutes."""

MOST_DOTS = 20


@dataclass(slots=True)
class Block:
    """A block as it is planned. `settings`, of dots alone: how many `dots` each person has, and the `cap` of them for one option (0: none)."""

    kind: str
    steps: list[str]
    minutes: int
    is_recorded: bool
    settings: dict[str, int]
    is_set_aside: bool = False


def must_be_a_block(kind: str, steps: Sequence[str], minutes: int, settings: Mapping[str, int]) -> None:
    """Refused: UnknownChoice: no such kind, steps that it does not have or in another order, no minutes or over LONGEST_BLOCK, dots out of bounds."""
    if kind not in KINDS:
        raise UnknownChoice(value=kind)
    if not steps or list(steps) != [step for step in KINDS[kind] if step in steps]:
        raise UnknownChoice(value=", ".join(steps))
    if not 1 <= minutes <= LONGEST_BLOCK:
        raise UnknownChoice(value=minutes)
    if settings.keys() != ({"dots", "cap"} if kind == "dots" else set()):
        raise UnknownChoice(value=", ".join(sorted(settings)))
    if kind == "dots" and not (1 <= settings["dots"] <= MOST_DOTS and 0 <= settings["cap"] <= settings["dots"]):
        raise UnknownChoice(value=settings["dots"])
