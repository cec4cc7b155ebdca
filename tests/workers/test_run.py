"""The whole worker, as a process of its own: from an act to the mail, and stopping when asked."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from aggregates.decision import Decision
from tests.workers.evening import Evening, email
from tests.workers.post_office import PostOffice, post_office
from tests.workers.test_relay import until
from workers.projector import bring_to_head
from workspace.application import Workspace
from workspace.config import ROOT

RUN = "from workers.run import run; from workspace.config import Settings; run(Settings.from_env())"


@contextmanager
def worker(workspace: Workspace, office: PostOffice) -> "Iterator[subprocess.Popen[bytes]]":
    env = os.environ | replace(workspace.settings, smtp_url=office.url).to_env()
    process = subprocess.Popen([sys.executable, "-c", RUN], cwd=ROOT, env=env)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_killed_worker_and_the_next_one_send_everything_once(workspace: Workspace) -> None:
    bring_to_head(workspace)
    evening = Evening(workspace)
    with post_office() as office:
        with worker(workspace, office) as first:
            decision = evening.adoption(timedelta(seconds=8))
            until(lambda: office.taken)
            first.kill()
        sent_before = len(office.taken)
        for name in ("Eira", "Tomos", "Amina", "Rhys"):
            evening.vote(decision, name)
        with workspace.pool.connection() as db:
            db.execute("update outbox set next_at = 'epoch'")  # instead of waiting half a minute
        with worker(workspace, office) as second:
            until(lambda: workspace.load(Decision, decision).outcome is not None, 30)
            until(lambda: time_passes(workspace) and all(has_heard(office, name) for name in ("Eira", "Tomos", "Amina", "Rhys")), 30)
            second.send_signal(signal.SIGTERM)
            began = time.monotonic()
            assert second.wait(10) == 0
            assert time.monotonic() - began < 5
        assert sent_before >= 1
        assert len(office.taken) <= 8 + 4  # at most what was under way when it was killed comes twice


def time_passes(workspace: Workspace) -> bool:
    """What waits for others to go with it, or for the morning, is due."""
    with workspace.pool.connection() as db:
        db.execute("update outbox set due_at = created_at, next_at = created_at where due_at > clock_timestamp() and sent_at is null")
    return True


def has_heard(office: PostOffice, name: str) -> bool:
    return any("canlyniad" in str(message["Subject"]).lower() or "result" in str(message["Subject"]) for message in office.to(email(name)))
