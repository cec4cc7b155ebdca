"""A method that comes with the house."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from aggregates.method import SECTIONS, Fits


@dataclass(frozen=True, slots=True)
class Said:
    """How it is told in one language. `access`: how everybody can take part; `records`: what it leaves on record; `watch`: what can go wrong."""

    name: str
    purpose: str
    steps: Sequence[str]
    access: str
    records: str
    watch: str


@dataclass(frozen=True, slots=True)
class Offered:
    key: str  # for ever: the method's id is made from it
    kind: str
    minutes: tuple[int, int]
    people: tuple[int, int | None]
    ways: Sequence[str]
    cy: Said
    en: Said

    @property
    def fits(self) -> Fits:
        return Fits(self.kind, *self.minutes, *self.people, list(self.ways))

    @property
    def texts(self) -> Mapping[str, Mapping[str, str]]:
        """Section -> language -> text; a step is a line."""
        each = {"cy": asdict(self.cy), "en": asdict(self.en)}
        lines = {language: said | {"steps": "\n".join(said["steps"])} for language, said in each.items()}
        return {section: {language: said[section] for language, said in lines.items()} for section in SECTIONS}
