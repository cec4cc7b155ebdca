"""The running server that all journeys share, and the same store opened beside it, to put groups together in no time."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from workspace import accounts, devices
from workspace.application import Workspace
from workspace.config import ROOT, Settings
from workspace.story import CAST


@dataclass(frozen=True, slots=True)
class House:
    """`pleth demo` with its story told, as somebody at home would have it."""

    address: str
    workspace: Workspace

    def account(self, name: str) -> UUID:
        with self.workspace.reading() as db:
            return accounts.with_addresses(db, [CAST[name].email])[CAST[name].email]

    def cookie(self, name: str) -> str:
        """A session of one of the cast, as if they had signed in."""
        with self.workspace.pool.connection() as db:
            return devices.start(db, self.workspace.settings.secret, self.account(name), "a test")

    def mail_to(self, email: str, ordinal: int = 0) -> str | None:
        """The id of a mail that this address was sent: the newest, or an older one."""
        with self.workspace.reading() as db:
            row = db.execute("select id from mails where recipient = %s order by sent_at desc, id limit 1 offset %s", (email, ordinal)).fetchone()
            return str(row[0]) if row else None


@contextmanager
def opened(folder: Path) -> Iterator[House]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PLETH_")} | {"PYTHONPATH": str(ROOT), "PLETH_WEB_PROCESSES": "1"}
    words = [sys.executable, "-m", "workspace", "demo", "--data", str(folder), "--port", "0"]
    log = folder.parent / "server.log"
    with log.open("wb") as errors, subprocess.Popen(words, stdout=subprocess.PIPE, stderr=errors, env=env, text=True, start_new_session=True) as process:
        try:
            address = _address(process, log)
            settings = Settings(
                data=folder,
                database_url=f"postgresql://pleth@/pleth?host={folder}/sockets",
                url=address,
                secret=(folder / "secret").read_bytes(),
                demo=True,
            )
            with closing(Workspace(settings)) as workspace:
                has_caught_up(workspace)
                yield House(address, workspace)
        finally:
            process.terminate()
            process.wait(30)


def _address(process: "subprocess.Popen[str]", log: Path) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("ready "):
            return line.removeprefix("ready ").strip()
    pytest.fail(f"the server ended before it was ready:\n{log.read_text()[-3000:]}")


def has_caught_up(workspace: Workspace) -> None:
    """Pages answer before the read models have followed the whole story."""
    until, head = time.monotonic() + 60, workspace.head()
    while time.monotonic() < until:
        with workspace.reading() as db:
            row = db.execute("select coalesce(min(position), 0) >= %s from read_models", (head,)).fetchone()
        if row == (True,):
            return
        time.sleep(0.1)
    pytest.fail("the read models did not follow the story within a minute")
