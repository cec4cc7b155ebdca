"""A projector that is killed in the middle, again and again."""

import random
import subprocess
import sys
import time

import pytest

from tests.workers.conftest import stones as stones
from tests.workers.stones import ask, lay, states
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace.application import Workspace
from workspace.config import ROOT, Settings

pytestmark = pytest.mark.usefixtures("stones")

FOLLOW = """
import threading
from projections import registry
from tests.workers.stones import DIARY, FRAGILE, WALL
from workers import projector
from workspace.application import Workspace
from workspace.config import Settings

registry.REBUILT[:], registry.KEPT[:] = [WALL, DIARY, FRAGILE], []
projector.BATCH = 7
projector.run(Workspace(Settings.from_env()), threading.Event())
"""


def follow(settings: Settings) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", FOLLOW], env=settings.to_env() | {"PYTHONPATH": str(ROOT)}, stderr=subprocess.DEVNULL)


KILLS = 100


def test_kill_minus_nine_in_the_middle_counts_everything_once(workspace: Workspace, settings: Settings) -> None:
    """Every one is killed while it is behind: after its first batch, before its last."""
    chance, in_the_middle = random.Random(7), 0
    bring_to_head(workspace)
    for _ in range(KILLS):
        for _ in range(10):
            lay(workspace, "red", moves=9)
        before, head = _position(workspace), workspace.head()
        running = follow(settings)
        try:
            while _position(workspace) == before and running.poll() is None:
                time.sleep(0.002)
            time.sleep(chance.random() * 0.02)
        finally:
            running.kill()
            running.wait()
        in_the_middle += before < _position(workspace) < head
    bring_to_head(workspace)
    print(f"{in_the_middle} of {KILLS} in the middle")
    assert in_the_middle > 0
    assert ask(workspace, "select stones from wall_colours") == [(10 * KILLS,)]
    assert check(workspace).differing == []


def _position(workspace: Workspace) -> int:
    return states(workspace)["diary"][0]
