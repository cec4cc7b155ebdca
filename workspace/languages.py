"""Welsh and English: sentences, plurals, dates, times and lists, for web, workers and command line.

The English sentence is the id of a message; catalogues are workspace/locale/<language>/<noun>.po, merged.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date as calendar_day
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.messages.pofile import read_po

LANGUAGES = ("cy", "en")
LOCALE = Path(__file__).parent / "locale"
LONDON = ZoneInfo("Europe/London")
_EVENINGS = ("nos Lun", "nos Fawrth", "nos Fercher", "nos Iau", "nos Wener", "nos Sadwrn", "nos Sul")


class Translator:
    """Speaks one language. Values in braces are filled in; dates and lists among them are said in that language."""

    def __init__(self, language: str, folder: Path = LOCALE) -> None:
        self.language = language
        self.messages: dict[str, str] = {}
        self.contexts: dict[tuple[str, str], str] = {}
        self.plurals: dict[str, tuple[str, ...]] = {}
        for path in sorted((folder / language).glob("*.po")):
            self._load(path)

    def __call__(self, message: str, /, **values: object) -> str:
        said = self.messages.get(message, message)
        return said.format_map(self._spoken(values)) if values else said

    def n(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The plural form for `count`, which also fills {count}."""
        return self.form_of(one, many, count).format_map(self._spoken({"count": count, **values}))

    def p(self, context: str, message: str, /, **values: object) -> str:
        """A short word that means different things in different places."""
        said = self.contexts.get((context, message), message)
        return said.format_map(self._spoken(values)) if values else said

    def form_of(self, one: str, many: str, count: int) -> str:
        forms = self.plurals.get(one)
        if forms is None:
            return one if count == 1 else many
        return forms[form_in_welsh(count) if self.language == "cy" else int(count != 1)]

    def refusal(self, refused: Exception) -> str:
        """Why it was refused: the sentence of the nearest class that has one. A value that is missing leaves a gap, never an error."""
        names = [c.__name__ for c in type(refused).__mro__]
        said = next((self.messages[name] for name in names if name in self.messages), names[0])
        return said.format_map(_Gaps(self._spoken(getattr(refused, "values", {}))))

    def number(self, value: int) -> str:
        return f"{value:,}"

    def date(self, value: calendar_day, *, year: bool = True) -> str:
        """dydd Gwener 6 Tachwedd 2026 / Friday 6 November 2026."""
        return _weekday(_local(value), self.language) + " " + self.day(value, year=year)

    def weekday(self, number: int) -> str:
        """dydd Llun / Monday; 1 is Monday."""
        return _weekday(calendar_day(2024, 1, number), self.language)  # a January that began on a Monday

    def day(self, value: calendar_day, *, year: bool = True) -> str:
        """6 Tachwedd 2026 / 6 November 2026."""
        return _day(_local(value), self.language, year)

    def time(self, value: datetime) -> str:
        """20:00 in Welsh; 8 pm in English."""
        at = value.astimezone(LONDON)
        if self.language == "cy":
            return f"{at:%H:%M}"
        if at.minute == 0 and at.hour in (0, 12):
            return "12 noon" if at.hour else "12 midnight"
        return f"{at.hour % 12 or 12}{f':{at.minute:02}' if at.minute else ''} {'am' if at.hour < 12 else 'pm'}"

    def moment(self, value: datetime, *, year: bool = True) -> str:
        """nos Fercher 25 Tachwedd 2026, 20:00 / Wednesday 25 November 2026, 8 pm."""
        at = value.astimezone(LONDON)
        weekday = _EVENINGS[at.weekday()] if self.language == "cy" and at.hour >= 18 else _weekday(at.date(), self.language)
        return f"{weekday} {self.day(at, year=year)}, {self.time(at)}"

    def joined(self, parts: Iterable[object]) -> str:
        """Beti, Eira ac Amina / Beti, Eira and Amina."""
        said = [str(part) for part in parts]
        return ", ".join(said[:-1]) + self.and_before(said[-1]) + said[-1] if len(said) > 1 else "".join(said)

    def and_before(self, word: str) -> str:
        return " and " if self.language == "en" else " ac " if begins_with_vowel(word) else " a "

    def said(self, value: object) -> object:
        """A value as it stands in a sentence."""
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, calendar_day):
            return self.date(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return self.number(value)
        return self.joined(value) if isinstance(value, (list, tuple)) else value

    def _spoken(self, values: Mapping[str, object]) -> dict[str, object]:
        return {name: self.said(value) for name, value in values.items()}

    def _load(self, path: Path) -> None:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=None)
        for message in catalogue:
            if not message.id or not message.string or message.fuzzy:
                continue
            if isinstance(message.id, tuple | list):
                if all(message.string):
                    self.plurals[message.id[0]] = tuple(message.string)
            elif message.context:
                self.contexts[message.context, message.id] = str(message.string)
            else:
                self.messages[message.id] = str(message.string)


class _Gaps(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return ""


@cache
def translator(language: str) -> Translator:
    """The one translator of a language; anything else than Welsh is English."""
    return Translator(language if language in LANGUAGES else "en")


def form_in_welsh(count: int) -> int:
    """The index of the six forms of CLDR: 0, 1, 2, 3, 6 and all others."""
    return {0: 0, 1: 1, 2: 2, 3: 3, 6: 4}.get(count, 5)


def begins_with_vowel(word: str) -> bool:
    """As `ac` hears it: iechyd and wyth do, Wil does not."""
    letters = unicodedata.normalize("NFD", word.casefold())
    letters = "".join(letter for letter in letters if letter.isalpha())[:2]
    return letters[:1] in set("aeiouy") or (letters[:1] == "w" and letters[1:] not in set("aeiou"))


def spoken_in(accept_language: str) -> str | None:
    """The first of ours that an Accept-Language header names, by its weights; None where it names neither."""
    weighed: list[tuple[float, str]] = []
    for part in accept_language[:500].split(","):
        tag, _, weight = part.strip().lower().partition(";q=")
        if (language := tag[:2]) in LANGUAGES and tag[2:3] in ("", "-") and _weight(weight) > 0:
            weighed.append((_weight(weight), language))
    return max(weighed, key=lambda pair: pair[0])[1] if weighed else None


def in_language(words: Mapping[str, Any], language: str) -> tuple[str, Any] | None:
    """Words in the language of the page where they exist, else in the other; None when they were taken down."""
    if language in words:
        return language, words[language]
    return next(iter(words.items()), None)


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0


def _local(value: calendar_day) -> calendar_day:
    return value.astimezone(LONDON).date() if isinstance(value, datetime) else value


@lru_cache(maxsize=2000)
def _weekday(value: calendar_day, language: str) -> str:
    name = format_date(value, "EEEE", locale=language)
    return name[0].lower() + name[1:] if language == "cy" else name


@lru_cache(maxsize=2000)
def _day(value: calendar_day, language: str, year: bool) -> str:
    return format_date(value, "d MMMM y" if year else "d MMMM", locale=language)
