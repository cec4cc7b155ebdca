"""What greets somebody at home: what came of their ideas, and what waits for them in all their projects."""

from .filling import HOME
from .greeting import Result, Thanks, Turn, results, thanks, turns, waits_no_more

__all__ = ["HOME", "Result", "Thanks", "Turn", "results", "thanks", "turns", "waits_no_more"]
