"""Measures one thing and prints it: `python -m tests.bench NAME [--json] [--data DIR]`, which is what `pleth bench` calls."""

import argparse
import json
import platform
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from workspace.config import Settings, cores
from workspace.embedded import database
from workspace.migrating import migrate
from workspace.postgres import CannotStart

ROUNDS = 3
NAMES = ("append", "catchup", "visible", "sse", "pages", "session")


def main() -> int:
    words = argparse.ArgumentParser(prog="pleth bench")
    words.add_argument("name", choices=NAMES)
    words.add_argument("--json", action="store_true")
    words.add_argument("--data", type=Path)
    said = words.parse_args()
    module = import_module(f"tests.bench.{said.name}")
    with ExitStack() as stack:
        settings = Settings.from_env(data=said.data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pleth-bench-"))))
        try:
            settings = replace(settings, database_url=stack.enter_context(database(settings)))
            migrate(settings.database_url)
            figures = module.run(settings, ROUNDS)
        except CannotStart as reason:
            print(reason, file=sys.stderr)
            return 1
    show({"name": said.name, "machine": machine(), "date": f"{datetime.now(UTC):%Y-%m-%d}", "rounds": ROUNDS, "figures": figures}, said.json)
    return 0


def show(measured: dict[str, object], as_json: bool) -> None:
    if as_json:
        print(json.dumps(measured))
        return
    figures = measured["figures"]
    assert isinstance(figures, dict)
    print(f"{measured['name']}: {measured['machine']}, {measured['date']}, medians of {measured['rounds']} rounds")
    width = max(map(len, figures))
    for key, number in figures.items():
        print(f"  {key:{width}} {number:>12,.2f}")


def machine() -> str:
    return f"{cores()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
