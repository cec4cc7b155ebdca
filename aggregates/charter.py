"""A charter: how a group wants to be together and how it decides. One a project; versions; in force once both sides have adopted it."""

from typing import Any
from uuid import UUID, uuid5

from .base import Act, Aggregate, Text, event
from .counting import Rule, asked_for
from .errors import NoCharter, NothingToAdopt, TextMovedOn

SECTIONS = ("aim", "together", "who", "open_and_fixed", "how")
"""The kitchen-table charter: our shared aim, how we want to be together, who we are, what is open and what is fixed, how we decide."""

OPENERS = ("anybody", "facilitators")
"""Who may open a decision."""


def charter_id(project: UUID) -> UUID:
    return uuid5(project, "charter")


class Charter(Aggregate):
    @classmethod
    def draft(cls, by: Act, sections: dict[str, list[Text]], rule: dict[str, Any], opened_by: str) -> "Charter":
        """Write the first draft, version 1. `rule` in the shape of `counting.Rule.to_dict`. Refused: UnknownRule."""
        return cls(by, sections, asked_for(rule).to_dict(), opened_by)

    def redraft(self, by: Act, saw: int, sections: dict[str, list[Text]], rule: dict[str, Any], opened_by: str) -> None:
        """Write a new version, which binds nobody before it is adopted. `saw`: the version that was on the screen."""
        if saw != self.drafted:
            raise TextMovedOn(version=self.drafted)
        self._redrafted(by, self.drafted + 1, sections, asked_for(rule).to_dict(), opened_by)

    def must_be_adoptable(self, version: int) -> None:
        if version not in self.rules or version <= (self.in_force or 0):
            raise NothingToAdopt

    def adopt(self, by: Act, version: int, decision: UUID, under: int) -> None:
        """Called with the count of the decision that agreed to it, in the same transaction. `under`: the version by whose rule it was decided, 0 for the
        founding rule. A charter changes only under itself and never goes back: where another version came into force meanwhile, nothing happens."""
        if under == (self.in_force or 0) and version > under:
            self._adopted(by, version, decision)

    @property
    def rule(self) -> Rule:
        """The rule in force. Refused: NoCharter."""
        if self.in_force is None:
            raise NoCharter
        return Rule.from_dict(self.rules[self.in_force])

    @staticmethod
    def create_id(by: Act) -> UUID:
        return charter_id(by.project)

    @event("Drafted")
    def __init__(self, by: Act, sections: dict[str, list[Text]], rule: dict[str, Any], opened_by: str) -> None:
        self.drafted = 1
        self.rules: dict[int, dict[str, Any]] = {1: rule}
        self.openers: dict[int, str] = {1: opened_by}
        self.in_force: int | None = None

    @event("Redrafted")
    def _redrafted(self, by: Act, version: int, sections: dict[str, list[Text]], rule: dict[str, Any], opened_by: str) -> None:
        self.drafted = version
        self.rules[version] = rule
        self.openers[version] = opened_by

    @event("Adopted")
    def _adopted(self, by: Act, version: int, decision: UUID) -> None:
        self.in_force = version
