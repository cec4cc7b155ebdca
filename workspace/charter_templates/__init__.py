"""What a charter starts from: whole texts in both languages, each with its rule and its terms, to be changed sentence by sentence.

A sentence that ends in "..." is for the group to finish: a draft in which one still stands is not put to the vote.
"""

import re
from collections.abc import Mapping

from . import equal_partners, kitchen_table, small_grants
from .base import Template

TEMPLATES: Mapping[str, Template] = {template.name: template for template in (kitchen_table.TEMPLATE, equal_partners.TEMPLATE, small_grants.TEMPLATE)}
"""In the order in which they are offered: the first is what most begin with."""

_SENTENCE = re.compile(r"[^.!?\n]+(?:\.{3}|…)")
_WHAT_FOLLOWS = r"\s*(?:\.{3}|…)(?=[^\S\n]*(?:\n|\Z)|\s+[^\W\d_a-zà-ÿŵŷ])"
"""Dots, and then nothing more of that sentence: the end of the line, or a new sentence. What somebody wrote after the dots finishes it."""


def unfinished(text: str) -> list[str]:
    """The sentences of the templates that still wait in a text to be finished, in their order there."""
    found = [match for pattern in _BEGINNINGS for match in pattern.finditer(text)]
    return [" ".join(match[0].split()) for match in sorted(found, key=lambda match: match.start())]


def _beginnings() -> list[re.Pattern[str]]:
    texts = (text for template in TEMPLATES.values() for section in template.texts.values() for text in section.values())
    said = dict.fromkeys(sentence.strip().rstrip(".…") for text in texts for sentence in _SENTENCE.findall(text))
    return [re.compile(r"\s+".join(map(re.escape, sentence.split())) + _WHAT_FOLLOWS) for sentence in said]


_BEGINNINGS = _beginnings()
