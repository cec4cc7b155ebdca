"""A projector that is killed in the middle, again and again."""

import random
import signal
import subprocess
import sys
import time
from dataclasses import replace

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


def test_kill_minus_nine_in_the_middle_counts_everything_once(workspace: Workspace, settings: Settings) -> None:
    chance = random.Random(7)
    for _ in range(100):
        lay(workspace, "red", moves=9)
    head, before, kills = workspace.head(), -1, 0
    while kills < 100 and states(workspace).get("diary", (0, ""))[0] < head:
        running = follow(replace(settings, web_processes=1))
        try:
            while states(workspace).get("diary", (0, ""))[0] in (0, before) and running.poll() is None:
                time.sleep(0.01)
            time.sleep(chance.random() * 0.03)
        finally:
            running.send_signal(signal.SIGKILL)
            running.wait()
        before, kills = states(workspace)["diary"][0], kills + 1
        for _ in range(3):
            lay(workspace, "blue", moves=9)
        head = workspace.head() if kills < 10 else head
    bring_to_head(workspace)
    assert kills >= 5
    assert ask(workspace, "select sum(stones) from wall_colours") == [(100 + 3 * kills,)]
    assert check(workspace).differing == []
