"""A project: what a group of citizens and professionals does together, and the stage it is at."""

from uuid import UUID

from .base import Act, Aggregate, Text, event
from .errors import NotFound, StageIsNotOpen, StageIsOpen

STAGES = ("commission", "design", "deliver", "evaluate")
VISIBILITIES = ("public", "members", "sensitive")
"""`sensitive`: for its members only, and nothing in it or sent from it gives away who they are."""


class Project(Aggregate):
    @classmethod
    def start(
        cls,
        by: Act,
        name: list[Text],
        purpose: list[Text],
        question: list[Text],
        place: list[Text],
        contact: list[Text],
        telephone: list[Text],
        sides: dict[str, list[Text]],
        visibility: str,
        source: str | None = None,
    ) -> "Project":
        """Words come once a language. `sides` are the group's own names for the two sides; `source` is where an imported project was published."""
        return cls(by, name, purpose, question, place, contact, telephone, sides, visibility, source)

    def describe(
        self,
        by: Act,
        name: list[Text],
        purpose: list[Text],
        question: list[Text],
        place: list[Text],
        contact: list[Text],
        telephone: list[Text],
        sides: dict[str, list[Text]],
    ) -> None:
        self._described(by, name, purpose, question, place, contact, telephone, sides)

    def show_to(self, by: Act, visibility: str, reason: Text) -> None:
        """Make the project public or for members only; nothing happens when it is so already."""
        if visibility != self.visibility:
            self._shown_to(by, visibility, reason)

    def open_stage(self, by: Act, stage: str, reason: Text) -> None:
        """Open a stage for the first time, or again: several can be open at once, and a group can go back."""
        if stage in self.open_stages:
            raise StageIsOpen
        if stage in self.closed_stages:
            self._went_back(by, stage, reason)
        else:
            self._stage_opened(by, stage, reason)

    def close_stage(self, by: Act, stage: str, reason: Text) -> None:
        if stage not in self.open_stages:
            raise StageIsNotOpen
        self._stage_closed(by, stage, reason)

    def write_mandate(
        self, by: Act, open: list[Text], fixed: list[Text], money: list[Text], until_on: str | None, confirms: list[Text], pays: list[Text]
    ) -> None:
        """What is open, what is fixed and why, the money, until when, which body must confirm, and who keeps paying for what."""
        self._mandate_written(by, open, fixed, money, until_on, confirms, pays)

    def write_care(self, by: Act, costs: list[Text], access: list[Text], replacement: list[Text], ring: list[Text], worry: list[Text]) -> None:
        """Costs met beforehand, access, care in one's place, whom to ring, and whom to tell about a worry for somebody's safety."""
        self._care_written(by, costs, access, replacement, ring, worry)

    def write_delivery(self, by: Act, words: list[Text]) -> None:
        """Who runs it together."""
        self._delivery_written(by, words)

    def write_better(self, by: Act, words: list[Text]) -> None:
        """What better would mean, said before it is delivered."""
        self._better_written(by, words)

    def join_organisation(self, by: Act, organisation: UUID, name: list[Text], part: list[Text]) -> None:
        self._organisation_joined(by, organisation, name, part)

    def part_from_organisation(self, by: Act, organisation: UUID) -> None:
        """What it did stays on the record."""
        if organisation not in self.organisations:
            raise NotFound
        self._organisation_left(by, organisation)

    @staticmethod
    def create_id(by: Act) -> UUID:
        return by.project

    @event("Started")
    def __init__(
        self,
        by: Act,
        name: list[Text],
        purpose: list[Text],
        question: list[Text],
        place: list[Text],
        contact: list[Text],
        telephone: list[Text],
        sides: dict[str, list[Text]],
        visibility: str,
        source: str | None = None,
    ) -> None:
        self.name = name
        self.visibility = visibility
        self.open_stages: list[str] = []
        self.closed_stages: list[str] = []
        self.organisations: list[UUID] = []

    @event("Described")
    def _described(
        self,
        by: Act,
        name: list[Text],
        purpose: list[Text],
        question: list[Text],
        place: list[Text],
        contact: list[Text],
        telephone: list[Text],
        sides: dict[str, list[Text]],
    ) -> None:
        self.name = name

    @event("ShownTo")
    def _shown_to(self, by: Act, visibility: str, reason: Text) -> None:
        self.visibility = visibility

    @event("StageOpened")
    def _stage_opened(self, by: Act, stage: str, reason: Text) -> None:
        self.open_stages.append(stage)

    @event("StageClosed")
    def _stage_closed(self, by: Act, stage: str, reason: Text) -> None:
        self.open_stages.remove(stage)
        self.closed_stages.append(stage)

    @event("WentBack")
    def _went_back(self, by: Act, stage: str, reason: Text) -> None:
        self.closed_stages.remove(stage)
        self.open_stages.append(stage)

    @event("MandateWritten")
    def _mandate_written(
        self, by: Act, open: list[Text], fixed: list[Text], money: list[Text], until_on: str | None, confirms: list[Text], pays: list[Text]
    ) -> None:
        pass

    @event("CareWritten")
    def _care_written(self, by: Act, costs: list[Text], access: list[Text], replacement: list[Text], ring: list[Text], worry: list[Text]) -> None:
        pass

    @event("DeliveryWritten")
    def _delivery_written(self, by: Act, words: list[Text]) -> None:
        pass

    @event("BetterWritten")
    def _better_written(self, by: Act, words: list[Text]) -> None:
        pass

    @event("OrganisationJoined")
    def _organisation_joined(self, by: Act, organisation: UUID, name: list[Text], part: list[Text]) -> None:
        self.organisations.append(organisation)

    @event("OrganisationLeft")
    def _organisation_left(self, by: Act, organisation: UUID) -> None:
        self.organisations.remove(organisation)
