"""What each language says by its own rules."""

from datetime import date, datetime
from pathlib import Path

import pytest

from aggregates.errors import Refused
from workspace.languages import LONDON, Translator, begins_with_vowel, form_in_welsh, in_language, spoken_in, translator

CY, EN = translator("cy"), translator("en")
EVENING = datetime(2026, 11, 25, 20, 0, tzinfo=LONDON)


def test_welsh_has_six_plural_forms() -> None:
    assert [form_in_welsh(n) for n in (0, 1, 2, 3, 4, 6, 11)] == [0, 1, 2, 3, 5, 4, 5]
    said = [CY.n("{count} person", "{count} people", n) for n in (1, 2, 3, 6, 12)]
    assert said == ["1 person", "2 berson", "3 pherson", "6 pherson", "12 o bobl"]
    assert [EN.n("{count} person", "{count} people", n) for n in (0, 1, 1200)] == ["0 people", "1 person", "1,200 people"]


def test_days_and_times() -> None:
    assert CY.moment(EVENING) == "nos Fercher 25 Tachwedd 2026, 20:00"
    assert EN.moment(EVENING) == "Wednesday 25 November 2026, 8 pm"
    assert CY.date(date(2026, 11, 6), year=False) == "dydd Gwener 6 Tachwedd"
    assert EN.day(date(2026, 11, 6)) == "6 November 2026"
    assert [EN.time(EVENING.replace(hour=h, minute=m)) for h, m in ((0, 0), (9, 5), (12, 0), (12, 30), (20, 25))] == [
        "12 midnight",
        "9:05 am",
        "12 noon",
        "12:30 pm",
        "8:25 pm",
    ]


def test_times_follow_the_clocks_of_wales() -> None:
    assert CY.time(datetime.fromisoformat("2026-07-01T19:00:00Z")) == "20:00"
    assert CY.time(datetime.fromisoformat("2026-12-01T20:00:00Z")) == "20:00"


@pytest.mark.parametrize(
    ("word", "ac"), [("Eira", True), ("Beti", False), ("iechyd", True), ("Wil", False), ("wyth", True), ("Ŷl", True), ("ŵyn", True), ("", False)]
)
def test_ac_stands_before_a_vowel(word: str, ac: bool) -> None:
    assert begins_with_vowel(word) is ac


def test_lists_join_with_a_or_ac() -> None:
    assert CY.joined(["Beti", "Eira", "Amina"]) == "Beti, Eira ac Amina"
    assert CY.joined(["Beti", "Rhys"]) == "Beti a Rhys"
    assert EN.joined(["Beti", "Eira", "Amina"]) == "Beti, Eira and Amina"
    assert (CY.joined(["Beti"]), CY.joined([])) == ("Beti", "")


def test_values_in_a_sentence_are_said_in_its_language() -> None:
    assert EN("Closes on {when}", when=EVENING) == "Closes on Wednesday 25 November 2026, 8 pm"


def test_a_browser_says_which_language_it_wants() -> None:
    assert spoken_in("en;q=0.5,cy-GB") == "cy"
    assert spoken_in("fr,en-US;q=0.7") == "en"
    assert spoken_in("cy;q=0,fr") is None
    assert spoken_in(";;,cyx,e") is None


def test_words_in_the_other_language_are_better_than_none() -> None:
    assert in_language({"cy": "Gofal", "en": "Care"}, "en") == ("en", "Care")
    assert in_language({"cy": "Gofal"}, "en") == ("cy", "Gofal")
    assert in_language({}, "en") is None


def test_a_refusal_says_the_nearest_sentence_and_never_fails(tmp_path: Path) -> None:
    class Odd(Refused): ...

    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "refusals.po").write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Refused"\nmsgstr "No: {why}"\n')
    assert Translator("en", tmp_path).refusal(Odd()) == "No: "
    assert Translator("en", tmp_path).refusal(Odd(why=["a", "b"])) == "No: a and b"
