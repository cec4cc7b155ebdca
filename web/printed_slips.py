"""A slip for paper: what it says in one language. Both stand on it, since nobody knows whose hands it reaches."""

from dataclasses import dataclass

from projections.slips import Slip
from workspace.languages import Translator, in_language

from .ballots import choice_in_words


@dataclass(frozen=True, slots=True)
class Half:
    language: str
    project: str
    title: str
    said: str  # who wrote it down, and when
    how: str
    tick: str
    change: str
    away: str
    choice: str  # of a vote


def half(t: Translator, slip: Slip, link: str, choice: str) -> Half:
    named = in_language(slip.called, t.language)
    return Half(
        t.language,
        named[1] if named else "",
        {"vote": t("Is this your vote?"), "availability": t("Is this when you can?")}.get(slip.what) or t("Are these your words?"),
        t("Written down by {name}, {when}.", name=slip.writer_name or t("Somebody"), when=t.day(slip.given_at)),
        t("Type the code at {address}, ring us, or tick below and post this back in the envelope.", address=link.removeprefix("https://").rsplit("/", 1)[0]),
        t("Yes, it is right"),
        t("No, I meant:"),
        t("Take it back"),
        choice_in_words(t, choice),
    )
