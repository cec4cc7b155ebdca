"""What happened, as sentences. Each event has one, or one for each way it can come out; the words of people go in as they are."""

from projections.base import modules
from projections.decision_history import Entry

from .vocabulary import CHANNELS, GROUNDS, STAGES, TASKS, Turns

__all__ = ["CHANNELS", "GROUNDS", "SENTENCES", "STAGES", "TASKS", "is_big", "sentence_of"]

_NOUNS = modules(__name__, "SENTENCES")

SENTENCES: dict[str, str] = {name: said for noun in _NOUNS for name, said in noun.SENTENCES.items()}

TURNS: Turns = {name: turn for noun in _NOUNS for name, turn in getattr(noun, "TURNS", {}).items()}


def sentence_of(entry: Entry) -> str:
    """The message for an entry; its values are filled in where it is shown."""
    turn = TURNS[entry.event](entry) if entry.event in TURNS else ""
    return SENTENCES.get(f"{entry.event} {turn}") or SENTENCES[entry.event]


def is_big(entry: Entry) -> bool:
    """What the page shows large: what a group came to."""
    return entry.event in ("Decision.Counted", "Charter.Adopted")
