"""The Welsh of the house: one word for one thing, nouns that mutate after their number, and what is said of a feminine noun is feminine too."""

import re
from collections.abc import Iterator

import pytest

from workspace.charter_templates import TEMPLATES
from workspace.languages import Translator
from workspace.ready_agendas import READY
from workspace.starter_kit import METHODS

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
    r"\b[Gg]?ell(?:ir|id)\b": "mae modd, byddai modd (one can, one could)",
    r"\b[Nn]id (?:yw|oes)\b|\bDyw\b|\b\w+ll?em ni\b|\b\w+ffem\b|ohonom\b|arnom\b": "dydy ddim, does dim, allen ni, hoffen ni, ohonon ni: as it is spoken",
    r"\b[Cc]yfrwyd\b": "cyfrifwyd (was counted)",
    r"\bpiau\b": "biau (owns)",
    r"\bdolen gly": "dolen sain (a hearing loop)",
    r"\b[Nn]id eich lle chi\b": "nid chi sydd i (it is not for you to)",
    r"\byn sefyll yn\b|\bsefyll gyda": "bydd i’w weld, bod gyda (to stand on a page)",
    r"\b(?:sg|gof|ysgrif|pleid|dyw)\w+och\b(?! chi)": "chi follows its verb",
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
    written = [section for method in METHODS for section in method.texts.values()]
    written += [section for template in TEMPLATES.values() for section in template.texts.values()]
    written += [words for ready in READY for words in (ready.called, ready.suits, *(said for block in ready.blocks for said in block.words.values()))]
    yield from (words["cy"] for words in written if words)


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
