"""`python -m tests.history.freeze NAME` writes the events of the demo story, as this code stores them, to NAME.jsonl: once for a release, never again."""

import json
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.history.lives import live_on
from workspace import story
from workspace.application import Workspace
from workspace.config import Settings
from workspace.embedded import database
from workspace.migrating import migrate

HERE = Path(__file__).parent


def freeze(name: str) -> int:
    with TemporaryDirectory() as folder, database(Settings.from_env(data=Path(folder)), quick=True) as url:
        migrate(url)
        with closing(Workspace(replace(Settings.from_env(data=Path(folder)), database_url=url))) as workspace:
            live_on(story.tell(workspace))
            rows = workspace.recorder.select_notifications(1, 100_000)
    lines = [json.dumps([row.id, str(row.originator_id), row.originator_version, row.topic, json.loads(row.state)], ensure_ascii=False) for row in rows]
    (HERE / f"{name}.jsonl").write_text("\n".join(lines) + "\n")
    return len(lines)


if __name__ == "__main__":
    print(freeze(sys.argv[1]), "events")
