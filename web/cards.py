"""A card for paper on which somebody is invited: what it says in one language. Both stand on it, since nobody knows whose hands it reaches."""

from dataclasses import dataclass
from datetime import date

from projections.projects import Frame
from workspace.languages import Translator, in_language


@dataclass(frozen=True, slots=True)
class Half:
    language: str
    title: str
    project: str  # empty: the network, or a project that is named nowhere
    how: str
    until: str
    ring: str


def half(t: Translator, frame: Frame | None, address: str, until: date) -> Half:
    """`address`: where the code is typed, as one reads it out."""
    named, person, phone = (in_language(said, t.language) for said in ((frame.name, frame.contact, frame.telephone) if frame else ({}, {}, {})))
    return Half(
        t.language,
        t("A place is kept for you"),
        named[1] if named and frame and not frame.is_sensitive else "",
        t("Scan this with a phone, or type the code at {address}", address=address),
        t("It works once, and lasts until {day}.", day=t.day(until)),
        t("Rather talk first? Ring {name}: {telephone}", name=person[1], telephone=phone[1]) if person and phone else "",
    )
