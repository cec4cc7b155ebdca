"""What pages and a vote cost, beside what a competent team would write without event sourcing: the baseline, on the same PostgreSQL.

Processor time of web, worker and PostgreSQL together until what was written can be read; the load generator is left out. Two web workers each,
sixteen connections, everybody signed in, one side after the other. `sql` is what one request alone sends, with what the projector then sends for it.

Both sides pack lightly, and show fifty ideas, or fifty comments with names and times. The baseline is a floor, and no more than that: its
pages look up neither who is reading nor whether they may, are in one language, and have nothing to press beside an idea or a comment. Everybody has been
there once before it is measured, so that what Pleth keeps of pages is kept: a board for all who support none of its ideas, a proposal for all but its
authors.
"""

from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median

from workspace.config import Settings

from .ground import fresh
from .sides import Ours, Theirs

WHAT = ("list", "detail", "vote")
REQUESTS = WARM = 1000


@dataclass(slots=True)
class Found:
    cpu_ms: list[float] = field(default_factory=list)
    rps: list[float] = field(default_factory=list)


def run(settings: Settings, rounds: int = 3) -> dict[str, float]:
    figures: dict[str, float] = {}
    with ExitStack() as stack:
        theirs = Theirs(stack, settings)
        ours = Ours(stack, stack.enter_context(fresh(settings)))
        sql = {what: ours.statements(what) for what in WHAT}
        for side in (ours, theirs):
            side.start()
        for what in WHAT:
            found = {side.name: Found() for side in (ours, theirs)}
            for side in (ours, theirs):
                side.send(what, side.requests(what, WARM))
            for _ in range(rounds):
                for side in (ours, theirs):
                    _measure(found[side.name], side, what)
            figures |= {f"{what}_{name}_cpu_ms": median(each.cpu_ms) for name, each in found.items()}
            figures |= {f"{what}_{name}_rps": median(each.rps) for name, each in found.items()}
            figures[f"{what}_sql"] = float(sql[what])
    return figures


def _measure(found: Found, side: Ours | Theirs, what: str) -> None:
    requests = side.requests(what, REQUESTS)
    before = side.used()
    seconds = side.send(what, requests)
    found.cpu_ms.append((side.used() - before) / REQUESTS)
    found.rps.append(REQUESTS / seconds)
