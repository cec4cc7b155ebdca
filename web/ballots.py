"""What can be chosen with a vote, in the words of every ballot."""

from collections.abc import Mapping

from workspace.languages import LANGUAGES, Translator, translator

from .sentences.vocabulary import message

FOR_OR_AGAINST: Mapping[str, str] = {"yes": "For", "no": "Against", "abstain": "Abstain"}
CONSENT: Mapping[str, str] = {"consent": "I consent", "concern": "I consent, with a concern", "stand aside": "I stand aside", "object": "I object"}
IF_YOU_OBJECT = message("If you object: what would be harmed?")
"""Beside the choices by consent on paper: an objection has its reason."""


def choice_in_words(t: Translator, choice: str) -> str:
    """Empty for what is no choice."""
    words = {**FOR_OR_AGAINST, **CONSENT}.get(choice)
    return t.p("vote", words) if words else ""


def choices_on_paper(is_by_consent: bool) -> list[dict[str, str]]:
    """Each in both languages: nobody knows whose hands a ballot reaches."""
    each = [translator(language) for language in LANGUAGES]
    return [{t.language: choice_in_words(t, choice) for t in each} for choice in (CONSENT if is_by_consent else FOR_OR_AGAINST)]
