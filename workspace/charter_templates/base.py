"""A text to begin a charter with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aggregates.charter import Terms

HALF_OF_EACH = {"citizen": [1, 2], "professional": [1, 2]}


@dataclass(frozen=True, slots=True)
class Template:
    name: str  # as `Terms.template` records it
    texts: Mapping[str, Mapping[str, str]]  # section -> language -> text
    rule: Mapping[str, Any]
    terms: Terms
    opened_by: str = "anybody"
