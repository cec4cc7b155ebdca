"""A form or a JSON body, read field by field. Every bad field is named at once, and nothing that was typed is lost.

Each reading also notes what it takes, and that is what /schema says of the body: see web/readings.py.
"""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from fractions import Fraction
from typing import Literal, overload
from uuid import UUID

from workspace.languages import LANGUAGES, LONDON
from workspace.texts import can_be_seen

from .sent import Field as Field
from .sent import Invalid as Invalid
from .sent import Sent

UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
ADDRESS = re.compile(r"[^@\s]{1,64}@[^@\s]{1,189}")
SHARE = re.compile(r"[0-9]{1,9}(/0*[1-9][0-9]{0,8})?")
NOBODY = UUID(int=0)
NO_TIME = datetime(1970, 1, 1, tzinfo=LONDON)


class Form(Sent):
    """Each reading answers with a value of the right kind, or notes an error and answers with an empty one; `check()` refuses when there was any.
    `missing` is the caller's own sentence for a field that is empty."""

    def words(self, name: str, *, longest: int = 2000, needed: bool = True, missing: str = "") -> str:
        """What somebody wrote, over several lines."""
        self._takes(name, needed, type="string", minLength=1 if needed else None, maxLength=longest)
        return self._words(name, longest, missing or self.t("Write something here") if needed else "")

    def _words(self, name: str, longest: int, missing: str) -> str:
        text = self.raw(name).replace("\r\n", "\n").replace("\r", "\n").strip()
        if not all(isinstance(value, str) for value in self._sent(name)):
            self.wrong(name, self.t("Words belong here"))
        if not UNREADABLE.search(text) and not can_be_seen(text):
            text = ""
        self.last_words = name
        if missing and not text:
            self.wrong(name, missing)
        elif len(text) > longest:
            self.wrong(name, self.t("At most {longest} characters, please. This has {length}.", longest=longest, length=len(text)))
        elif UNREADABLE.search(text):
            self.wrong(name, self.t("There are invisible signs in this that cannot be kept. Type it afresh, please."))
        return text

    def line(self, name: str, *, longest: int = 200, needed: bool = True, missing: str = "") -> str:
        """What somebody wrote on one line: a name, a title."""
        return " ".join(self.words(name, longest=longest, needed=needed, missing=missing).split())

    def each(self, name: str, *, longest: int = 200, needed: bool = True, missing: str = "") -> dict[str, str]:
        """The same words in the languages that were written: fields name_cy, name_en, or in JSON {"name": {"cy": ..., "en": ...}}. One is enough."""
        part = {"type": "string", "maxLength": longest}
        self._takes(name, needed, type="object", properties=dict.fromkeys(LANGUAGES, part), minProperties=1 if needed else None)
        nested = self.sent.get(name)
        if nested is not None and not isinstance(nested, Mapping):
            self.wrong(name, self.t("Write this in Welsh, in English or in both"))
        form = Form({f"{name}_{key}": value for key, value in nested.items()}, self.t) if isinstance(nested, Mapping) else self
        read = {language: form._words(f"{name}_{language}", longest, "") for language in LANGUAGES}
        self.errors = {**form.errors, **self.errors}
        if needed and not any(read.values()):
            self.wrong(f"{name}_{LANGUAGES[0]}", missing or self.t("Write this in Welsh, in English or in both"))
        return {language: text for language, text in read.items() if text}

    def one_of(self, name: str, options: Iterable[str], *, default: str | None = None, missing: str = "") -> str:
        value, options = self.raw(name), list(options)
        self._takes(name, default is None, type="string", enum=options, default=default)
        if value in options:
            return value
        if not value and default is not None:
            return default
        self.wrong(name, self.t("Choose one of these") if value else missing or self.t("Choose one of these"))
        return options[0] if options else ""

    def some_of(self, name: str, options: Iterable[str]) -> list[str]:
        """The boxes that were ticked, in the order of the options."""
        values, options = self._read(name), list(options)
        self._takes(name, False, type="array", items={"type": "string", "enum": options})
        if set(values) - {*options, ""}:
            self.wrong(name, self.t("Choose some of these"))
        return [option for option in options if option in values]

    def yes(self, name: str) -> bool:
        self._takes(name, False, type="boolean", default=False)
        return self.raw(name).lower() in ("1", "on", "yes", "true")

    def number(self, name: str, *, least: int, most: int, default: int | None = None) -> int:
        self._takes(name, default is None, type="integer", minimum=least, maximum=most, default=default)
        text = self.raw(name).strip()
        if not text and default is not None:
            return default
        if re.fullmatch(r"-?[0-9]{1,9}", text) and least <= int(text) <= most:
            return int(text)
        self.wrong(name, self.t("A whole number from {least} to {most}", least=least, most=most))
        return least

    def counts(self, name: str, *, most: int) -> dict[str, int]:
        """Whole numbers by what they are for: fields name_KEY, or in JSON {"name": {KEY: number}}. Nought is a number too."""
        self._takes(name, False, type="object", additionalProperties={"type": "integer", "minimum": 0, "maximum": most})
        nested = self.sent.get(name)
        sent = nested if isinstance(nested, Mapping) else {key[len(name) + 1 :]: key for key in self.sent if key.startswith(f"{name}_")}
        form = Form({f"{name}_{key}": value for key, value in sent.items()}, self.t) if isinstance(nested, Mapping) else self
        read = {key: form.number(f"{name}_{key}", least=0, most=most, default=0) for key in sent}
        self.errors = {**form.errors, **self.errors}
        return read

    def share(self, name: str, *, default: str) -> list[int]:
        """A part of the whole, like 2/3: what is above the line and what is below."""
        self._takes(name, False, type="string", pattern=r"^[0-9]{1,9}(/[0-9]{1,9})?$", default=default)
        text = self.raw(name).strip() or default
        share = Fraction(text) if SHARE.fullmatch(text) else Fraction(-1)
        if not 0 <= share <= 1:
            self.wrong(name, self.t("Choose one of these"))
        return [share.numerator, share.denominator]

    @overload
    def uuid(self, name: str) -> UUID: ...
    @overload
    def uuid(self, name: str, *, needed: Literal[False]) -> UUID | None: ...
    def uuid(self, name: str, *, needed: bool = True) -> UUID | None:
        self._takes(name, needed, type="string", format="uuid")
        text = self.raw(name)
        found = _uuid(text)
        if found is None and (needed or text):
            self.wrong(name, self.t("Choose one of these"))
        return found or (NOBODY if needed else None)

    def uuids(self, name: str) -> list[UUID]:
        self._takes(name, False, type="array", items={"type": "string", "format": "uuid"})
        found = [_uuid(value) for value in self._read(name) if value]
        if None in found:
            self.wrong(name, self.t("Choose some of these"))
        return list(dict.fromkeys(value for value in found if value))

    def moment(self, name: str) -> datetime:
        """A day and a time as clocks show them in Wales: fields name_on and name_at, or one field with both (ISO 8601, with its own zone if it has one)."""
        self._takes(name, True, type="string", format="date-time")
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

    @overload
    def day(self, name: str) -> date: ...
    @overload
    def day(self, name: str, *, needed: Literal[False]) -> date | None: ...
    def day(self, name: str, *, needed: bool = True) -> date | None:
        """A day of the calendar (ISO 8601), as the browser's own field sends it."""
        self._takes(name, needed, type="string", format="date")
        text = self.raw(name).strip()
        with suppress(ValueError):
            said = date.fromisoformat(text)
            if 1900 < said.year < 9000:
                return said
        if text or needed:
            self.wrong(name, self.t("A day, like 25 November 2026"))
        return NO_TIME.date() if needed else None

    def email(self, name: str, *, needed: bool = True) -> str:
        self._takes(name, needed, type="string", format="email", maxLength=254)
        text = self.line(name, longest=254, needed=needed)
        if text and not ADDRESS.fullmatch(text):
            self.wrong(name, self.t("An e-mail address, like eira@example.cymru"))
        return text


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
