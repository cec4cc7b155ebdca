"""Fields: what is read, what is refused, and that all errors are named at once."""

from datetime import datetime
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from web.forms import Form
from web.kept import NOTHING_KEPT
from web.sent import Invalid
from workspace.languages import LONDON, translator

ENGLISH = translator("en")


def form(**sent: object) -> Form:
    return Form({name: value if isinstance(value, list) else [value] for name, value in sent.items()}, ENGLISH)


def errors(read: Form) -> set[str]:
    with pytest.raises(Invalid) as refused:
        read.check()
    return set(refused.value.errors)


def test_every_bad_field_is_named_at_once() -> None:
    read = form(text=" ", side="nobody", who="x", day="tomorrow", many="12", mail="eira")
    read.words("text"), read.one_of("side", ["citizen"]), read.uuid("who"), read.moment("day"), read.number("many", least=0, most=9), read.email("mail")
    assert errors(read) == {"text", "side", "who", "day", "many", "mail"}


@pytest.mark.parametrize("unseen", ["\u200b", " \u2060\u00ad ", "\u3164", "\u2800\u2800", "\u0301", "\U000e0061"])
def test_what_nobody_can_see_was_not_written(unseen: str) -> None:
    read = form(text=unseen, name_cy=unseen, reason=unseen)
    read.words("text"), read.each("name")
    assert read.words("reason", needed=False) == ""
    assert errors(read) == {"text", "name_cy"}


@pytest.mark.parametrize("seen", ["\u200bŵ", "👩\u200d🌾", "مرحبا", "٣", "?", "\ue000"])
def test_what_can_be_seen_is_kept_as_it_is(seen: str) -> None:
    assert form(text=seen).words("text") == seen


def test_words_are_words_and_one_thing_is_one_thing() -> None:
    read = form(text=5, title=["one", "another"], tick=True, some=["a", "b"])
    read.words("text"), read.line("title"), read.some_of("some", ["a", "b"])
    assert (read.yes("tick"), set(read.errors)) == (True, {"text", "title"})


def test_what_is_good_is_read() -> None:
    somebody = uuid4()
    read = form(text="one\r\ntwo ", side="citizen", who=str(somebody), some=["b", "a"], agree="on", many="7")
    assert read.words("text") == "one\ntwo"
    assert read.one_of("side", ["citizen", "professional"]) == "citizen"
    assert (read.uuid("who"), read.uuids("who")) == (somebody, [somebody])
    assert read.some_of("some", ["a", "b", "c"]) == ["a", "b"]
    assert read.yes("agree")
    assert not read.yes("disagree")
    assert read.number("many", least=0, most=9) == 7
    read.check()


def test_too_long_says_how_long() -> None:
    read = form(text="x" * 11)
    read.words("text", longest=10)
    assert read.errors["text"] == "At most 10 characters, please. This has 11."


@pytest.mark.parametrize("trick", ["a\x00b", "a\u202eb", "\u2066x", "x\x1b[31m", "\ud800"])
def test_signs_that_hide_are_refused(trick: str) -> None:
    read = form(text=trick)
    read.words("text")
    assert errors(read) == {"text"}


@pytest.mark.parametrize("name", ["Siân Tŷ’r Ŵyn", "עברית", "مريم", "👩🏽‍🦽 Eira", "李小龍", "<b>x</b>", "=1+1"])
def test_names_of_all_people_are_welcome(name: str) -> None:
    read = form(name=name)
    assert read.line("name") == name
    read.check()


def test_a_time_is_as_clocks_show_it_in_wales() -> None:
    winter = datetime(2026, 11, 25, 20, tzinfo=LONDON)
    assert form(closes_on="2026-11-25", closes_at="20:00").moment("closes") == winter
    assert form(closes="2026-11-25T20:00").moment("closes") == winter
    assert form(closes="2026-11-25T20:00:00Z").moment("closes") == winter
    assert form(closes="2026-07-25T20:00").moment("closes").utcoffset() == datetime(2026, 7, 25, tzinfo=LONDON).utcoffset()


def test_words_in_either_language_are_enough() -> None:
    assert form(name_cy="Gofal", name_en=" ").each("name") == {"cy": "Gofal"}
    assert Form({"name": {"cy": "Gofal", "en": "Care"}}, ENGLISH).each("name") == {"cy": "Gofal", "en": "Care"}
    read = form(name_cy="")
    read.each("name")
    assert errors(read) == {"name_cy"}


def test_what_was_typed_is_kept_but_not_the_secrets() -> None:
    kept = form(text="<b>mine</b>", tick=["a", "b"], csrf="secret", command="x").kept("/ideas", {"text": "no"})
    assert (kept.value("text"), kept.error("text"), kept.chosen("tick", "b"), kept.value("csrf")) == ("<b>mine</b>", "no", True, "")
    assert kept.at("/ideas") is kept
    assert kept.at("/other") is NOTHING_KEPT


def test_an_untouched_form_shows_its_defaults() -> None:
    assert NOTHING_KEPT.value("name", "Eira") == "Eira"
    assert NOTHING_KEPT.chosen("side", "citizen", "citizen")
    assert not NOTHING_KEPT.chosen("side", "citizen")


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
json_values = scalars | st.lists(scalars, max_size=3) | st.dictionaries(st.sampled_from(["cy", "en"]), scalars)


@settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.dictionaries(st.sampled_from(["a", "a_on", "a_at", "a_cy"]), json_values))
def test_nothing_that_can_be_sent_breaks_a_field(sent: dict[str, object]) -> None:
    read = Form(sent, ENGLISH)
    read.words("a"), read.line("a"), read.each("a"), read.one_of("a", ["x"]), read.some_of("a", ["x"]), read.yes("a")
    read.number("a", least=0, most=9), read.uuid("a"), read.uuids("a"), read.moment("a"), read.email("a"), read.kept("/", {})
