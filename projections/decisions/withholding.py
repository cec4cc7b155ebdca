"""In a small group a count says how each person voted. So of a side with fewer than five people it is told whether it reached its number, and no more.

An objection is public by nature, since it must be answered: how many there were, and how many were still open, is told of every group.
"""

from collections.abc import Collection, Mapping
from typing import Any

from aggregates.counting.few import FEW as FEW

SIDES = ("citizen", "professional")
COVER = 3
"""So many others must have taken part for the numbers of the whole to be told beside those of a small side that are not."""
TOLD = ("roll", "present", "absent", "quorum_needed", "quorum_reached", "reached", "objections", "open")
COUNTED = {"threshold": ("yes", "no", "abstain", "of", "needed", "got"), "answers": ("consents", "concerns", "asides")}
NOT_ASKED = ("no decision", "invalid")
"""Where it did not come to the question whether a number was reached."""


def told(outcome: Mapping[str, Any]) -> dict[str, Any]:
    """The outcome as it may be shown. `withheld` names the pools whose numbers are kept back: where both sides are counted together that is both of
    them, since either could be worked out from the other and the whole. What would have changed it, and the hash of the tally, would give them away."""
    hidden = _hidden(outcome["tally"])
    if not hidden:
        return {**outcome, "withheld": []}
    says = [name for name in TOLD if name != "reached" or outcome["result"] not in NOT_ASKED]
    tally = {pool: _kept_back(numbers, says) if pool in hidden else numbers for pool, numbers in outcome["tally"].items()}
    trace = [{**step, **dict.fromkeys(COUNTED.get(step["step"], ()))} if step.get("side") in hidden else step for step in outcome["trace"]]
    return {**outcome, "tally": tally, "trace": trace, "would_change": None, "tally_hash": None, "withheld": sorted(hidden)}


def _hidden(tally: Mapping[str, Any]) -> set[str]:
    small = {pool for pool, numbers in tally.items() if numbers["roll"] < FEW}
    if not small or "all" not in tally:
        return small
    stands_for_a_side = any(tally[side]["present"] < COVER for side in SIDES)
    return {*small, *SIDES, "all"} if stands_for_a_side else {*small, *SIDES}


def _kept_back(numbers: Mapping[str, Any], says: Collection[str]) -> dict[str, Any]:
    return {name: value if name in says else None for name, value in numbers.items()}
