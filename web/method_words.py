"""What is said of methods by a word: the kind of block, how people are there, how it went. And how data calls the columns."""

from projections.methods import Line
from workspace.languages import Translator

from .rendering import Table
from .sentences.vocabulary import message

KINDS = {
    "welcome": message("Welcome and beginning"),
    "matters": message("What matters"),
    "write": message("Writing alone first"),
    "ideas": message("Gathering ideas"),
    "group": message("Putting things together"),
    "dots": message("Choosing what comes first"),
    "temperature": message("Seeing where the group is"),
    "discuss": message("Talking it over"),
    "round": message("A round"),
    "commissioners": message("With those who commission"),
    "decide": message("Deciding"),
    "break": message("A break"),
    "free": message("At any time"),
}
"""In the order in which they are listed."""

WAYS = {
    "room": message("In a room"),
    "remote": message("Online or by phone"),
    "hybrid": message("Some here, some online"),
    "paper": message("On paper"),
}
WENT = {"well": message("It went well"), "partly": message("It went partly well"), "badly": message("It did not go well")}


def methods_table(t: Translator, found: list[Line]) -> Table:
    labels = {
        "id": "id",
        "name": t("Name"),
        "purpose": t("What it is for"),
        "kind": t("Kind"),
        "minutes_least": t("Minutes at least"),
        "minutes_most": t("Minutes at most"),
        "people_least": t("People at least"),
        "people_most": t("People at most"),
        "ways": t("How people are there"),
        "went_well": t("How often it went well"),
        "sessions": t("Sessions in which it was used"),
        "notes": t("How often somebody said how it went"),
    }
    said = [{"kind": t(KINDS[line.kind]), "ways": [t(WAYS[way]) for way in line.ways]} for line in found]
    return Table(labels, [{name: getattr(line, name) for name in labels} | words for line, words in zip(found, said, strict=True)])
