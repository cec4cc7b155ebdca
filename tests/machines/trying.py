"""What a machine tries, against what its model foresees."""

from collections.abc import Callable

from aggregates.errors import Refused
from workspace.application import Workspace

Try = tuple[bool, Callable[[], object], Callable[[], object]]
"""Whether the model allows it, how it is done, and what the model remembers of it."""


def carry_out(workspace: Workspace, attempt: Try, told: object) -> None:
    """Done, or refused with nothing changed: exactly as the model foresees. `told`: what is said where it does not."""
    (may, act, then), head = attempt, workspace.head()
    try:
        act()
    except Refused:
        assert not may, told
        assert workspace.head() == head, told
    else:
        assert may, told
        then()
