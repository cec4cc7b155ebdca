"""Who may say, beside an outcome, why they do not stand with it, and until when."""

from datetime import timedelta

LASTS = timedelta(days=14)


def stands_with(result: str, choice: str | None) -> bool:
    """Whether somebody who chose so got what they wanted. Where one side agreed and the other did not, nobody did."""
    return choice in {"agreed": ("yes", "consent", "concern"), "not agreed": ("no", "object")}.get(result, ())
