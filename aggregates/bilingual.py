"""Welsh and English: what voters read is there in both, or the reason why not is on record."""

from .base import Text
from .errors import Empty, LanguageIsMissing

LANGUAGES = {"cy", "en"}

Asked = tuple[list[Text], dict[str, list[Text]], list[Text]]
"""The frozen words of a decision: the question, what the choices mean, what happens otherwise."""


def must_be_askable(asked: Asked, exception: Text | None) -> None:
    """Something is asked, and all that was written at all was written in Welsh and in English, or it is on record why not.
    Refused: Empty, LanguageIsMissing."""
    question, meanings, otherwise = asked
    if not question:
        raise Empty
    if exception is None and not all({text.language for text in words} >= LANGUAGES for words in (question, *meanings.values(), otherwise) if words):
        raise LanguageIsMissing
