"""The Welsh of the house: one word for one thing, nouns that mutate after their number, and what is said of a feminine noun is feminine too."""

import re
from collections.abc import Iterator

import pytest

from workspace.languages import Translator

WELSH = Translator("cy")
INSTEAD = {
    r"\bestyn allan\b": "estyn llaw (to reach out)",
    r"\b[Hh]eb ei gytuno\b|\bwedi’i gytuno\b": "ni chytunwyd, cytunwyd (not agreed, agreed)",
    r"\bgweithio allan\b": "casglu (to work out what somebody did)",
    r"\b[Rr]ydych yn\b|\b[Rr]ydym\b|\b[Mm]aent\b|\bydynt\b": "rydych chi’n, rydyn ni’n, maen nhw’n, ydyn nhw: as it is spoken",
    r"\b(?:ohon|arn|idd|yndd|gandd|wrth)ynt\b": "ohonyn nhw, arnyn nhw, iddyn nhw: as it is spoken",
    r"\bneu (?:dynnwch|ddywedwch|deipiwch|rowch|adewch|ddilynwch)\b": "a verb does not mutate after neu",
    r"\bo’ch eiddo\b": "un o’ch, rhai o’ch (one of yours, some of yours)",
    r"\b(?:[Gg]ofynnir|[Cc]edwir|[Aa]nfonir|[Aa]rweinir)\b": "rydyn ni’n gofyn, yn cael ei gadw: no impersonal verb",
    r"’[^ ]*'|'[a-zŵŷ]": "’ and not '",
}
FEMININE = (
    "apêl|bleidlais|bleth|brawddeg|daflen|dasg|ddolen|deiseb|dudalen|eitem|fersiwn|ffurflen|iaith|neges|pleidlais"
    "|rheol|rhestr|sesiwn|sgwrs|siarter|stori|thema|wythnos"
)
MASCULINE = "cam|cais|canlyniad|cod|cofnod|cynnig|diwrnod|drafft|e-bost|grŵp|gwrthwynebiad|newid|penderfyniad|person|prosiect|slip|sylw|syniad|testun|ymrwymiad"
SOFT = {"p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f"}
STAYS = ("ch", "dd", "ff", "ng", "ph", "th", "ll", "rh")


def sentences() -> Iterator[str]:
    yield from WELSH.messages.values()
    yield from WELSH.contexts.values()
    for forms in WELSH.plurals.values():
        yield from forms


@pytest.mark.parametrize(("pattern", "instead"), INSTEAD.items())
def test_one_word_is_used_for_one_thing(pattern: str, instead: str) -> None:
    found = [said for said in sentences() if re.search(pattern, said)]
    assert not found, f"say {instead}: {found}"


def test_what_is_said_of_a_noun_has_its_gender() -> None:
    wrong = rf"\b(?:{FEMININE}) (?:hwn|hwnnw|cyntaf|gwahanol|mwy)\b|\b(?:{MASCULINE}) (?:hon|honno|gyntaf|wahanol|fwy)\b"
    assert not [said for said in sentences() if re.search(wrong, said)]


@pytest.mark.parametrize("one", WELSH.plurals)
def test_a_noun_mutates_after_its_number(one: str) -> None:
    """1 person, 2 berson, 3 pherson, 6 pherson; 1 bleidlais, 2 bleidlais, 3 pleidlais, 6 phleidlais."""
    words = [re.search(r"{count} ([\w-]+)", form) for form in WELSH.plurals[one][1:5]]
    if not all(words):
        return  # said without its number
    first, two, three, six = (word[1] for word in words if word)
    plain = six[0] + six[2:] if six[:2] in ("ph", "th", "ch") else six
    assert (two, six) == (soft(plain), aspirate(plain))
    assert (first, three) in ((plain, aspirate(plain)), (soft(plain), plain))


def soft(word: str) -> str:
    if word.startswith(("ll", "rh")):
        return word[1:] if word.startswith("ll") else "r" + word[2:]
    return word if word.startswith(STAYS) or word == "grŵp" else SOFT.get(word[0], word[0]) + word[1:]


def aspirate(word: str) -> str:
    return word if word.startswith(STAYS) or word[0] not in "ptc" else word[0] + "h" + word[1:]
