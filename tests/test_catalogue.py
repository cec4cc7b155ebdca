"""Both languages are complete: every sentence has its Welsh, with the same values in it, and every refusal can be said in both."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

import aggregates
import web
import workers
import workspace
from aggregates.errors import Refused
from workspace.config import ROOT
from workspace.languages import LANGUAGES, LOCALE, Translator

KEYWORDS = {"_": None, "message": None, "t": None, "n_": (1, 2), "n": (1, 2), "p_": ((1, "c"), 2), "p": ((1, "c"), 2)}
FOLDERS = ("web", "workspace", "workers")
SIX = "nplurals=6; plural=(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 : (n==6) ? 4 : 5;"
WELSH = Translator("cy")


def sources() -> list[Path]:
    found = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*")) if "__pycache__" not in path.parts]
    return [path for path in found if path.suffix == ".py" or ("templates" in path.parts and path.is_file())]


def messages() -> Iterator[tuple[str, str | tuple[str, ...], str | None]]:
    """(place, id, context) of every sentence in Python and in templates."""
    for path in sources():
        method = "python" if path.suffix == ".py" else "jinja2.ext.babel_extract"
        for line, message, _, context in extract_from_file(method, str(path), keywords=KEYWORDS):
            yield f"{path.relative_to(ROOT)}:{line}", message, context


def is_known(message: str | tuple[str, ...], context: str | None) -> bool:
    if isinstance(message, tuple):
        return message[0] in WELSH.plurals
    return (context, message) in WELSH.contexts if context else message in WELSH.messages


def values(text: str) -> list[str]:
    return sorted(set(re.findall(r"{(\w*)", text)))


def test_every_sentence_has_its_welsh() -> None:
    missing = []
    for place, message, context in messages():
        if not is_known(message, context):
            missing.append(f"{place}: {message}")
    assert not missing, "\n".join(missing)


def test_welsh_has_the_same_values() -> None:
    wrong = []
    for place, message, context in messages():
        if isinstance(message, tuple):
            forms = WELSH.plurals.get(message[0], ())  # "none at all" may be said without its number; the last form is said of every other one
            wrong += [f"{place}: {form}" for form in forms if set(values(form)) - set(values(message[1]))]
            wrong += [f"{place}: {form}" for form in forms[-1:] if values(form) != values(message[1])]
        else:
            form = WELSH.contexts.get((context, message), "") if context else WELSH.messages.get(message, "")
            if form and not message.isidentifier() and values(form) != values(message):
                wrong.append(f"{place}: {form}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", sorted(LOCALE.rglob("*.po")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_catalogue_is_whole(path: Path) -> None:
    """Nothing empty, nothing doubtful, and six plural forms in Welsh."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=None)
    for message in catalogue:
        if message.id:
            forms = list(message.string or ()) if isinstance(message.id, tuple) else [message.string]
            assert all(forms), message.id
            assert not message.fuzzy, message.id
            assert not isinstance(message.id, tuple) or len(forms) == (6 if path.parent.name == "cy" else 2), message.id
    assert path.parent.name != "cy" or "Plural-Forms" not in path.read_text() or SIX in path.read_text()


@pytest.mark.parametrize("path", sorted(LOCALE.rglob("*.po")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_sentence_stands_once_in_a_catalogue(path: Path) -> None:
    """Two that are merged by hand leave a second one behind, or two translations that are read as one."""
    entries = [re.findall(r"^(msgctxt .*|msgid .*|msgstr(?= ))", entry, re.MULTILINE) for entry in path.read_text().split("\n\n")]
    assert not [entry for entry in entries if entry.count("msgstr") > 1]
    ids = [tuple(line for line in entry if line != "msgstr") for entry in entries if entry]
    assert len(ids) == len(set(ids))


def test_no_sentence_has_two_translations() -> None:
    said: dict[tuple[str, object], tuple[object, str]] = {}
    twice = []
    for path in sorted(LOCALE.rglob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=None):
                key = (path.parent.name, (message.context, message.id))
                first, where = said.setdefault(key, (message.string, path.stem))
                if message.id and first != message.string:
                    twice.append(f"{message.id!r} in {where} and {path.stem}")
    assert not twice, "\n".join(twice)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_can_be_said(language: str) -> None:
    catalogue = Translator(language)
    silent = [refusal.__name__ for refusal in refusals() if refusal.__name__ not in catalogue.messages]
    assert not silent


def test_a_refusal_says_the_same_in_both_languages() -> None:
    english = Translator("en")
    differing = [r.__name__ for r in refusals() if values(english.messages.get(r.__name__, "")) != values(WELSH.messages.get(r.__name__, ""))]
    assert not differing


def refusals() -> list[type[Refused]]:
    """The whole tree, also what modules of workspace add to it."""
    for package in (aggregates, workspace, web, workers):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                importlib.import_module(found.name)
    tree: list[type[Refused]] = []
    todo: list[type[Refused]] = [Refused]
    while todo:
        kind = todo.pop()
        tree.append(kind)
        todo += [each for each in kind.__subclasses__() if each.__module__.split(".")[0] in ("aggregates", "workspace", "web", "workers")]
    return sorted(set(tree), key=lambda kind: kind.__name__)
