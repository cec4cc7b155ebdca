"""A form or a JSON body, read field by field. Every bad field is named at once, and nothing that was typed is lost."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from workspace.languages import LANGUAGES, LONDON, Translator

UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
UNSEEN = {"Cc", "Cf", "Me", "Mn", "Zl", "Zp", "Zs"}  # kinds of signs that show nothing by themselves
BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters that are drawn as nothing
ADDRESS = re.compile(r"[^@\s]{1,64}@[^@\s]{1,189}")
PLAIN = (str, int, float, bool)
NOBODY = UUID(int=0)
NO_TIME = datetime(1970, 1, 1, tzinfo=LONDON)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was typed and what was wrong with it, for the same form again (nothing was, where it only goes on in the other language). On a page that nobody
    sent a form to it is empty."""

    path: str = ""
    values: Mapping[str, list[str]] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""

    @property
    def is_wrong(self) -> bool:
        return bool(self.errors or self.problem)

    def at(self, path: str) -> "Kept":
        """This, if the form was sent to `path`; else nothing. For pages with several forms."""
        return self if self.path == path.partition("?")[0] else NOTHING_KEPT

    def value(self, name: str, default: object = "") -> str:
        values = self.values.get(name)
        return values[0] if values else "" if self.path else str(default if default is not None else "")

    def chosen(self, name: str, option: str, default: object = None) -> bool:
        """Whether an option is ticked: as it was sent, or by default."""
        if self.path:
            return option in self.values.get(name, ())
        return option in default if isinstance(default, (list, tuple, set)) else option == default

    def error(self, name: str) -> str:
        return self.errors.get(name, "")


NOTHING_KEPT = Kept()


class Invalid(Exception):
    """Fields that cannot be used. `errors`: field -> sentence."""

    def __init__(self, errors: Mapping[str, str], problem: str = "") -> None:
        super().__init__(", ".join(errors) or problem)
        self.errors, self.problem = errors, problem


class Form:
    """Each reading answers with a value of the right kind, or notes an error and answers with an empty one; `check()` refuses when there was any."""

    def __init__(self, sent: Mapping[str, Any], t: Translator) -> None:
        self.sent = sent
        self.t = t
        self.errors: dict[str, str] = {}
        self.last_words = ""

    def check(self) -> None:
        """Refused: Invalid, naming every bad field that was read."""
        if self.errors:
            raise Invalid(self.errors)

    def wrong(self, name: str, sentence: str) -> None:
        """Note an error of the caller's own; the first one of a field stands."""
        self.errors.setdefault(name, sentence)

    def raw(self, name: str) -> str:
        """What was sent, as text; empty where it was not."""
        values = self._read(name)
        return values[0] if values else ""

    def words(self, name: str, *, longest: int = 2000, needed: bool = True) -> str:
        """What somebody wrote, over several lines."""
        text = self.raw(name).replace("\r\n", "\n").replace("\r", "\n").strip()
        if not UNREADABLE.search(text) and not any(map(_shows, text)):
            text = ""
        self.last_words = name
        if needed and not text:
            self.wrong(name, self.t("Write something here"))
        elif len(text) > longest:
            self.wrong(name, self.t("At most {longest} characters, please. This has {length}.", longest=longest, length=len(text)))
        elif UNREADABLE.search(text):
            self.wrong(name, self.t("There are invisible signs in this that cannot be kept. Type it afresh, please."))
        return text

    def line(self, name: str, *, longest: int = 200, needed: bool = True) -> str:
        """What somebody wrote on one line: a name, a title."""
        return " ".join(self.words(name, longest=longest, needed=needed).split())

    def each(self, name: str, *, longest: int = 200, needed: bool = True) -> dict[str, str]:
        """The same words in the languages that were written: fields name_cy, name_en, or in JSON {"name": {"cy": ..., "en": ...}}. One is enough."""
        nested = self.sent.get(name)
        if nested is not None and not isinstance(nested, Mapping):
            self.wrong(name, self.t("Write this in Welsh, in English or in both"))
        form = Form({f"{name}_{key}": value for key, value in nested.items()}, self.t) if isinstance(nested, Mapping) else self
        read = {language: form.words(f"{name}_{language}", longest=longest, needed=False) for language in LANGUAGES}
        self.errors = {**form.errors, **self.errors}
        if needed and not any(read.values()):
            self.wrong(f"{name}_{LANGUAGES[0]}", self.t("Write this in Welsh, in English or in both"))
        return {language: text for language, text in read.items() if text}

    def one_of(self, name: str, options: Iterable[str], *, default: str | None = None) -> str:
        value = self.raw(name)
        if value in (options := list(options)):
            return value
        if not value and default is not None:
            return default
        self.wrong(name, self.t("Choose one of these"))
        return options[0] if options else ""

    def some_of(self, name: str, options: Iterable[str]) -> list[str]:
        """The boxes that were ticked, in the order of the options."""
        values, options = self._read(name), list(options)
        if set(values) - {*options, ""}:
            self.wrong(name, self.t("Choose some of these"))
        return [option for option in options if option in values]

    def yes(self, name: str) -> bool:
        return self.raw(name).lower() in ("1", "on", "yes", "true")

    def number(self, name: str, *, least: int, most: int, default: int | None = None) -> int:
        text = self.raw(name).strip()
        if not text and default is not None:
            return default
        if re.fullmatch(r"-?[0-9]{1,9}", text) and least <= int(text) <= most:
            return int(text)
        self.wrong(name, self.t("A whole number from {least} to {most}", least=least, most=most))
        return least

    def uuid(self, name: str) -> UUID:
        found = _uuid(self.raw(name))
        if found is None:
            self.wrong(name, self.t("Choose one of these"))
        return found or NOBODY

    def uuids(self, name: str) -> list[UUID]:
        found = [_uuid(value) for value in self._read(name) if value]
        if None in found:
            self.wrong(name, self.t("Choose some of these"))
        return list(dict.fromkeys(value for value in found if value))

    def moment(self, name: str) -> datetime:
        """A day and a time as clocks show them in Wales: fields name_on and name_at, or one field with both (ISO 8601, with its own zone if it has one)."""
        try:
            if self._all(f"{name}_on"):
                said = datetime.combine(date.fromisoformat(self.raw(f"{name}_on")), time.fromisoformat(self.raw(f"{name}_at") or "20:00"))
            else:
                said = datetime.fromisoformat(self.raw(name))
            said = said if said.tzinfo else said.replace(tzinfo=LONDON)
            if 1900 < said.year < 9000:
                return said
        except ValueError:
            pass
        self.wrong(name, self.t("A day and a time, like 25 November 2026 and 20:00"))
        return NO_TIME

    def email(self, name: str, *, needed: bool = True) -> str:
        text = self.line(name, longest=254, needed=needed)
        if text and not ADDRESS.fullmatch(text):
            self.wrong(name, self.t("An e-mail address, like eira@example.cymru"))
        return text

    def kept(self, path: str, errors: Mapping[str, str], problem: str = "") -> Kept:
        """All that was typed, except the secrets of the form itself."""
        values = {name: self._all(name) for name in self.sent if name not in ("csrf", "command", "again")}
        return Kept(path, values, errors, problem)

    def _read(self, name: str) -> list[str]:
        if not all(isinstance(value, PLAIN) for value in self._sent(name)):
            self.wrong(name, self.t("Words or a number belong here"))
        return self._all(name)

    def _all(self, name: str) -> list[str]:
        return [_text(value) for value in self._sent(name) if isinstance(value, PLAIN)]

    def _sent(self, name: str) -> list[Any]:
        value = self.sent.get(name)
        return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _shows(sign: str) -> bool:
    return unicodedata.category(sign) not in UNSEEN and sign not in BLANK


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
