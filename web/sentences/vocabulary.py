"""Single words that sentences and pages share."""

from collections.abc import Callable, Mapping

from projections.decision_history import Entry

Turns = Mapping[str, Callable[[Entry], str]]
"""How an event can come out, where that changes its sentence: the sentence is under "Noun.Event turn" then."""


def message(words: str) -> str:
    """Marks a message for the catalogues; it is said where it is shown."""
    return words


STAGES = {"commission": message("commission"), "design": message("design"), "deliver": message("deliver"), "evaluate": message("evaluate")}
TASKS = {
    "facilitator": message("facilitator"),
    "commissioner": message("commissioner"),
    "co-ordinator": message("co-ordinator"),
    "founder": message("may start projects"),
}
GROUNDS = {
    "asked by the author": message("their author asked for it"),
    "names somebody": message("they named somebody"),
    "unlawful": message("they were unlawful"),
    "by mistake": message("they were here by mistake"),
}
CHANNELS = {
    "web": message("on the web"),
    "session": message("in a session"),
    "paper": message("on paper"),
    "phone": message("by phone"),
    "api": message("by another program"),
    "import": message("imported"),
    "clock": message("by the clock"),
}
