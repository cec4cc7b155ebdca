"""Welsh and English: what voters read is there in both, or the reason why not is on record."""

from .base import Text

LANGUAGES = {"cy", "en"}

Asked = tuple[list[Text], dict[str, list[Text]], list[Text]]
"""The frozen words of a decision: the question, what the choices mean, what happens otherwise."""


def is_bilingual(asked: Asked) -> bool:
    """Whether all that was written at all was written in Welsh and in English."""
    question, meanings, otherwise = asked
    return all({text.language for text in words} >= LANGUAGES for words in (question, *meanings.values(), otherwise) if words)
