"""Whom the system must write to, and about what. The rows are kept; a worker composes and sends each one once (workers/mail.py).

Recipients are membership ids, words are the ids of texts: who is behind them, and whether the words may still be shown, is looked up when the mail is
composed. A module for each noun, found by itself: its occasions, its SCHEMA if it needs tables, its HANDLERS.
"""

from ..base import ReadModel, modules, together

__all__ = ["OUTBOX"]

FACTS = ("id", "position", "occasion", "recipient", "project", "refs", "created_at")

_NOUNS = modules(__name__, "HANDLERS")

OUTBOX = ReadModel(
    "outbox",
    version=19,
    schema="".join(getattr(noun, "SCHEMA", "") for noun in _NOUNS),
    kept={"outbox_facts": FACTS},
    handlers=together(*(noun.HANDLERS for noun in _NOUNS)),
)
