"""The command line: the words, and which function they mean. `./run` forwards to it."""

import json
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from psycopg import OperationalError

from aggregates.errors import Refused

from . import logs
from .command_line import parser
from .config import ROOT, Settings, is_ci, languages_wanted
from .embedded import address, database
from .languages import translator
from .migrating import migrate
from .postgres import CannotStart

if TYPE_CHECKING:
    from .application import Workspace

Words = Namespace


def main(words: Sequence[str] | None = None) -> int:
    """0 done, 1 refused or failed, 2 wrong words."""
    said, rest = parser().parse_known_args(words)
    said.rest = rest
    if rest and said.command != "test":
        parser().error(f"unrecognised: {' '.join(rest)}")
    logs.configure(said.loud)
    try:
        return COMMANDS[said.command](said) or 0
    except Refused as refused:
        print(translator(languages_wanted()).refusal(refused), file=sys.stderr)
    except CannotStart as reason:
        print(reason, file=sys.stderr)
    except OperationalError as failed:
        print(f"The database does not answer: {str(failed).strip()}", file=sys.stderr)
    except (PermissionError, NotADirectoryError, FileExistsError, FileNotFoundError) as failed:
        print(f"{failed.filename}: {failed.strerror}", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


def demo(said: Words) -> None:
    from . import demo as house
    from .serving import serve

    serve(_settings(said, demo=True), admit=house.admit, prepare=house.tell)


def serve(said: Words) -> None:
    from .serving import serve

    serve(_settings(said), prepare=_greet)


def web(said: Words) -> None:
    from .serving import serve

    if said.fd is None:
        return serve(_settings(said), worker=False)
    from web.server import run

    run(_settings(said), said.fd)


def worker(said: Words) -> None:
    from .serving import serve

    if not said.child:
        return serve(_settings(said), web=False)
    from workers.run import run

    run(_settings(said))


def migrate_database(said: Words) -> None:
    with database(_settings(said)) as url:
        _answer(said, {"applied": migrate(url)}, "Applied: {applied}")


def rebuild(said: Words) -> int:
    from projections.registry import every
    from workers import rebuilding

    names = [] if said.all else [said.name]
    if unknown := set(names) - {model.name for model in every()}:
        parser().error(f"there is no read model {unknown.pop()}; there are: {', '.join(sorted(model.name for model in every()))}")
    with _workspace(said) as workspace:
        if not said.check:
            _answer(said, {"rebuilt": rebuilding.rebuild(workspace, names)}, "Rebuilt: {rebuilt}")
            return 0
        found = rebuilding.check(workspace, names)
    _answer(said, asdict(found), "{identical} of {read_models} read models come out of {events} events byte for byte as they are.")
    return 0 if found.identical == found.read_models else 1


def import_polis(said: Words) -> None:
    """The link is a secret: it is said to whoever watches, never part of the facts."""
    from . import network, polis

    t = translator(languages_wanted())
    conversation = polis.read(said.folder)
    facts: dict[str, Any] = polis.summary(conversation).facts()
    told = [] if said.json else [polis.told(t, conversation, said.side)]
    if said.yes:
        with _workspace(said) as workspace:
            receipt, secret = polis.bring_in(workspace, conversation, side=said.side, language=said.language)
            link = network.join_link(workspace, secret)
            told += [] if said.json else [t("Done: {address}", address=f"{workspace.settings.address}/projects/{receipt.id}")]
        print(t("Open this once to become the project’s facilitator: {link}", link=link), file=sys.stderr if said.json else sys.stdout)
    _answer(said, facts, "\n".join([*told, *([] if said.yes else [t("Nothing was changed: --yes does it.")])]).replace("{", "{{").replace("}", "}}"))


def check(said: Words) -> int:
    from workers.mail import server

    from .checking import check

    settings = _settings(said)
    with database(settings) as url:
        found = check(replace(settings, database_url=url), translator(languages_wanted()), server, _running(settings))
    lines = "\n".join(f"{'ok' if one.state == 'fine' else '! ' if one.state == 'missing' else 'X '}  {one.says}" for one in found)
    _answer(said, {one.name: {"state": one.state, "says": one.says} for one in found}, lines.replace("{", "{{").replace("}", "}}"))
    return 1 if any(one.state == "wrong" for one in found) else 0


def test(said: Words) -> None:
    """The quick ones, which go through a few cases of each kind, two at a time. Where all are wanted they go through all, and then comes what drives a
    browser, and alone what kills or measures. Tests that are named are run as they are."""
    os.chdir(ROOT)
    every, two = said.all or is_ci(), ["-n", "2", "--dist", "worksteal"]
    pytest = [sys.executable, "-m", "pytest", *said.rest, *(["--all"] if every else [])]
    if any(word.startswith("tests/") for word in said.rest):
        os.execv(sys.executable, pytest)
    kinds = {"not (browser or faults or bench)": two, **({"browser": two, "faults or bench": []} if every else {})}
    ended = [subprocess.run([*pytest, *how, "-m", kind]).returncode for kind, how in kinds.items()]  # apart: a browser's event loop stays
    nothing_chosen = 5
    raise SystemExit(max((code for code in ended if code != nothing_chosen), default=nothing_chosen))


def bench(said: Words) -> None:
    where = ["--data", str(said.data.resolve())] if said.data else []
    os.chdir(ROOT)
    os.execv(sys.executable, [sys.executable, "-m", "tests.bench", said.name, *where, *(["--json"] if said.json else [])])


def invite(said: Words) -> None:
    from . import network

    with _workspace(said) as workspace:
        _answer(said, {"link": network.invite(workspace, said.email, said.task)}, "{link}")


def backup(said: Words) -> None:
    from . import backups

    settings = _settings(said)
    with database(settings) as url:
        _answer(said, backups.backup(replace(settings, database_url=url), said.folder), "Backed up to {backup}, up to event {position}.")


def restore(said: Words) -> None:
    from . import backups

    settings = _settings(said)
    with database(settings) as url:
        facts = backups.restore(replace(settings, database_url=url), said.folder)
        migrate(url)
    _answer(said, facts, "Restored up to event {position}. What was there is kept in the database {kept}.")


def _greet(settings: Settings) -> None:
    """The methods of the house, each once; and on an empty server a link, for once, that makes whoever opens it the first co-ordinator."""
    from . import methods, network
    from .application import Workspace

    with closing(Workspace(settings)) as workspace:
        methods.install(workspace)
        if link := network.first_link(workspace):
            print(translator(languages_wanted())("Open this once to become the first co-ordinator: {link}", link=link), flush=True)


def _settings(said: Words, **more: Any) -> Settings:
    given = {name: getattr(said, name, None) for name in ("data", "host", "port")}
    try:
        return Settings.from_env(**given, **more)
    except ValueError as wrong:
        raise CannotStart(f"A setting cannot be read: {wrong}") from None


@contextmanager
def _workspace(said: Words) -> Iterator["Workspace"]:
    """On the migrated database; what was done in it is in every read model before the command ends."""
    from workers.projector import bring_to_head

    from .application import Workspace

    settings = _settings(said)
    with database(settings) as url:
        migrate(url)
        with closing(Workspace(replace(settings, database_url=url, url=settings.url or _running(settings)))) as workspace:
            yield workspace
            bring_to_head(workspace)


def _running(settings: Settings) -> str:
    """Where the server that runs on this folder answers, so that links lead to it; empty where none does."""
    return (settings.data and address(settings.data)) or ""


def _answer(said: Words, facts: dict[str, Any], sentence: str) -> None:
    spoken = {name: ", ".join(map(str, value)) or "-" if isinstance(value, list) else value for name, value in facts.items()}
    print(json.dumps(facts, default=str) if said.json else sentence.format(**spoken))


COMMANDS: dict[str, Callable[[Words], int | None]] = {
    "demo": demo,
    "serve": serve,
    "web": web,
    "worker": worker,
    "migrate": migrate_database,
    "rebuild": rebuild,
    "import": import_polis,
    "check": check,
    "test": test,
    "bench": bench,
    "invite": invite,
    "backup": backup,
    "restore": restore,
}

if __name__ == "__main__":
    sys.exit(main())
