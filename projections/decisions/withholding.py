"""In a small group a count says how each person voted. So of a side with fewer than five people it is told whether it reached its number, and no more.

An objection is public by nature, since it must be answered: how many there were, and how many were still open, is told of every group.
"""

from collections.abc import Mapping
from typing import Any

SIDES = ("citizen", "professional")
FEW = 5
TOLD = ("roll", "present", "absent", "quorum_needed", "quorum_reached", "reached", "objections", "open")
COUNTED = {"threshold": ("yes", "no", "abstain", "of", "needed", "got"), "answers": ("consents", "concerns", "asides")}


def told(outcome: Mapping[str, Any]) -> dict[str, Any]:
    """The outcome as it may be shown. `withheld` names the pools whose numbers are kept back: where both sides are counted together that is both of
    them, since either could be worked out from the other and the whole. What would have changed it, and the hash of the tally, would give them away."""
    hidden = _hidden(outcome["tally"])
    if not hidden:
        return {**outcome, "withheld": []}
    tally = {pool: _kept_back(numbers) if pool in hidden else numbers for pool, numbers in outcome["tally"].items()}
    trace = [{**step, **dict.fromkeys(COUNTED.get(step["step"], ()))} if step.get("side") in hidden else step for step in outcome["trace"]]
    return {**outcome, "tally": tally, "trace": trace, "would_change": None, "tally_hash": None, "withheld": sorted(hidden)}


def _hidden(tally: Mapping[str, Any]) -> set[str]:
    small = {pool for pool, numbers in tally.items() if numbers["roll"] < FEW}
    return small | set(SIDES) if small and "all" in tally else small


def _kept_back(numbers: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value if name in TOLD else None for name, value in numbers.items()}
