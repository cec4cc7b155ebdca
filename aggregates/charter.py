"""A charter: how a group wants to be together and how it decides. One a project; versions; in force once both sides have adopted it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID, uuid5

from .base import SIDES, Act, Aggregate, Text, event
from .counting import Rule, asked_for, by_consent
from .errors import NoCharter, NothingToAdopt, TextMovedOn, UnknownRule

SECTIONS = ("aim", "together", "who", "open_and_fixed", "how")
"""The kitchen-table charter: our shared aim, how we want to be together, who we are, what is open and what is fixed, how we decide."""

OPENERS = ("anybody", "facilitators")
"""Who may open a decision."""

RIGHTS = ("inform", "consult", "involve", "collaborate", "empower")
"""How far a kind of decision is shared, from being told to having the last word."""

KINDS = ("commission", "design", "deliver", "evaluate", "charter")
"""Kinds of decision that a charter gives rights about: the stages, and the charter itself."""

LARGEST = 1_000


@dataclass(frozen=True, slots=True)
class Terms:
    """What a charter says beside its rule, as facts that are kept for the group. The dict form is recorded, so its keys and values are for ever."""

    consent_first: bool = False  # a decision is asked by consent first; the rule is for when that fails
    enough_support: Mapping[str, int] = field(default_factory=dict)  # side -> people whose support moves an idea on without staff; {} = nothing does
    decline_days: int | None = None  # a commissioner may decline to act, and must offer a conversation within so many days; None = may not
    rights: Mapping[str, str] = field(default_factory=dict)  # kind of decision -> one of RIGHTS
    wants_easy_read: bool = False  # a proposal is not ready without an Easy Read version
    template: str = ""  # what it was begun from

    @classmethod
    def asked_for(cls, values: Mapping[str, Any]) -> "Terms":
        """Terms as somebody wrote them. Refused: UnknownRule."""
        try:
            terms = cls(**values)
        except TypeError as wrong:
            raise UnknownRule from wrong
        if not terms._are_sound():
            raise UnknownRule
        return terms

    def to_dict(self) -> dict[str, Any]:
        return asdict(self) | {"enough_support": dict(self.enough_support), "rights": dict(self.rights)}

    def _are_sound(self) -> bool:
        numbers = [*self.enough_support.values(), *([] if self.decline_days is None else [self.decline_days])]
        return (
            set(self.enough_support) <= set(SIDES)
            and all(type(number) is int and 0 <= number <= LARGEST for number in numbers)
            and (not self.enough_support or any(self.enough_support.values()))
            and set(self.rights) <= set(KINDS)
            and set(self.rights.values()) <= set(RIGHTS)
            and all(isinstance(value, bool) for value in (self.consent_first, self.wants_easy_read))
            and isinstance(self.template, str)
        )


def charter_id(project: UUID) -> UUID:
    return uuid5(project, "charter")


class Charter(Aggregate):
    @classmethod
    def draft(cls, by: Act, sections: dict[str, list[Text]], rule: dict[str, Any], opened_by: str, terms: dict[str, Any] | None = None) -> "Charter":
        """Write the first draft, version 1. `rule` and `terms` in the shape of `Rule.to_dict` and `Terms.to_dict`. Refused: UnknownRule."""
        return cls(by, sections, asked_for(rule).to_dict(), opened_by, Terms.asked_for(terms or {}).to_dict())

    def redraft(self, by: Act, saw: int, sections: dict[str, list[Text]], rule: dict[str, Any], opened_by: str, terms: dict[str, Any] | None = None) -> None:
        """Write a new version, which binds nobody before it is adopted. `saw`: the version that was on the screen."""
        if saw != self.drafted:
            raise TextMovedOn(version=self.drafted)
        self._redrafted(by, self.drafted + 1, sections, asked_for(rule).to_dict(), opened_by, Terms.asked_for(terms or {}).to_dict())

    def must_be_adoptable(self, version: int) -> None:
        if version not in self.rules or version <= (self.in_force or 0):
            raise NothingToAdopt

    def ask(self, by: Act, version: int, decision: UUID) -> None:
        """Said with the decision that is opened about it, in the same transaction, so that of two who ask at once one hears of the other."""
        self._asked(by, version, decision)

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

    @property
    def rule_of_opening(self) -> Rule:
        """The rule under which a question is asked first: consent, where the charter says so."""
        return by_consent(self.rule) if self.terms.consent_first else self.rule

    @property
    def terms(self) -> Terms:
        """The terms in force; those of nobody while no charter is."""
        return Terms(**self.written_terms.get(self.in_force or 0, {}))

    @staticmethod
    def create_id(by: Act) -> UUID:
        return charter_id(by.project)

    @event("Drafted")
    def __init__(self, by: Act, sections: dict[str, list[Text]], rule: dict[str, Any], opened_by: str, terms: dict[str, Any] | None = None) -> None:
        self.drafted = 1
        self.written_terms: dict[int, dict[str, Any]] = {1: terms or {}}
        self.sections: dict[int, dict[str, list[Text]]] = {1: sections}
        self.rules: dict[int, dict[str, Any]] = {1: rule}
        self.openers: dict[int, str] = {1: opened_by}
        self.in_force: int | None = None
        self.asked: dict[int, UUID] = {}  # version -> the last decision that was opened about it

    @event("Redrafted")
    def _redrafted(
        self, by: Act, version: int, sections: dict[str, list[Text]], rule: dict[str, Any], opened_by: str, terms: dict[str, Any] | None = None
    ) -> None:
        self.drafted = version
        self.sections[version] = sections
        self.rules[version] = rule
        self.openers[version] = opened_by
        self.written_terms[version] = terms or {}

    @event("Asked")
    def _asked(self, by: Act, version: int, decision: UUID) -> None:
        self.asked[version] = decision

    @event("Adopted")
    def _adopted(self, by: Act, version: int, decision: UUID) -> None:
        self.in_force = version
