"""The words of the command line, and what --help says about them."""

import argparse
from pathlib import Path
from typing import Any


def parser() -> argparse.ArgumentParser:
    """Answers with `command` (its name), `loud` (it logs what it does) and what was given."""
    top = argparse.ArgumentParser(prog="pleth", description="A workspace where citizens and professionals decide together.")
    commands = Commands(top.add_subparsers(title="commands", required=True, metavar="COMMAND", dest="command"))
    _servers(commands)
    commands.add("migrate", "bring the database to this release", facts=True)
    _rebuild(commands)
    _import(commands)
    commands.add("check", "what is in order and what is missing", facts=True)
    command = commands.add("test", "run the tests; more words go to pytest", allow_abbrev=False)
    command.add_argument("--all", action="store_true", help="also browser, faults and bench, and every case of thousands")
    commands.add("bench", "measure one thing", facts=True).add_argument("name", metavar="NAME", help="append, catchup, visible, sse, pages or session")
    command = commands.add("invite", "a link, for once, that gives somebody a task in the network", facts=True)
    command.add_argument("email", metavar="EMAIL")
    command.add_argument("--task", choices=("co-ordinator", "founder"), required=True)
    commands.add("backup", "write a backup into an empty folder, while the server runs", facts=True).add_argument("folder", type=Path, metavar="DIR")
    commands.add("restore", "put a backup in the place of the database, while the server runs", facts=True).add_argument("folder", type=Path, metavar="DIR")
    return top


class Commands:
    """Every command takes --data; those that answer with facts take --json."""

    def __init__(self, commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
        self.commands = commands

    def add(self, name: str, does: str, *, facts: bool = False, loud: bool = False, **more: Any) -> argparse.ArgumentParser:
        command = self.commands.add_parser(name, help=does, description=does, **more)
        command.set_defaults(loud=loud, json=False)
        command.add_argument("--data", type=Path, metavar="DIR", help="the folder of this server (default: data beside ./run)")
        if facts:
            command.add_argument("--json", action="store_true", help="answer in JSON")
        return command


def _servers(commands: Commands) -> None:
    for name, does in (("demo", "everything running, with a story to look at"), ("serve", "everything running"), ("web", "web processes only")):
        command = commands.add(name, does, loud=True)
        command.add_argument("--host", help="the address to listen on (default: 127.0.0.1)")
        command.add_argument("--port", type=port, help="the port to listen on (default: 8000; 0: any free one)")
        command.add_argument("--fd", type=int, help=argparse.SUPPRESS)
    command = commands.add("worker", "what runs without a person: read models, clock, mail", loud=True)
    command.add_argument("--child", action="store_true", help=argparse.SUPPRESS)


def _rebuild(commands: Commands) -> None:
    command = commands.add("rebuild", "fill read models anew from history, or prove that they come out the same", facts=True)
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument("name", nargs="?", metavar="NAME", help="a read model")
    which.add_argument("--all", action="store_true", help="all of them")
    command.add_argument("--check", action="store_true", help="only compare: exit code 1 if anything differs")


def _import(commands: Commands) -> None:
    command = commands.add("import", "bring in a conversation that was held elsewhere", facts=True)
    command.add_argument("source", choices=("polis",))
    command.add_argument("folder", type=Path, metavar="FOLDER", help="a published export: comments.csv, votes.csv, summary.csv")
    command.add_argument("--side", choices=("citizen", "professional"), default="citizen", help="the side of those who took part (default: citizen)")
    command.add_argument("--language", choices=("cy", "en"), default="en", help="the language of its words (default: en)")
    command.add_argument("--yes", action="store_true", help="do it; without this you only see what it would do")


def port(text: str) -> int:
    number = int(text)
    if not 0 <= number < 65536:
        raise argparse.ArgumentTypeError(f"{number} is not between 0 and 65535")
    return number
