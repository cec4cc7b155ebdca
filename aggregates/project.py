"""A project: what a group of citizens and professionals does together, and the stage it is at."""

from uuid import UUID

from .base import Act, Aggregate, Text, event
from .errors import StageIsNotOpen, StageIsOpen

STAGES = ("commission", "design", "deliver", "evaluate")
VISIBILITIES = ("public", "members")


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
