"""What somebody typed, for the same form again."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Kept:
    """What was typed and what was wrong with it, for the same form again (nothing was, where it only goes on in the other language). On a page that nobody
    sent a form to it is empty."""

    path: str = ""
    values: Mapping[str, list[str]] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""
    labels: dict[str, str] = field(default_factory=dict)  # of the fields that were wrong, as the form that is shown again calls them

    @property
    def is_wrong(self) -> bool:
        return bool(self.errors or self.problem)

    def at(self, path: str) -> "Kept":
        """This, if the form was sent to `path`; else nothing. For pages with several forms."""
        return self if self.path == path.partition("?")[0] else NOTHING_KEPT

    def value(self, name: str, default: object = "") -> str:
        values = self.values.get(name)
        return values[0] if values else "" if self.path else str(default if default is not None else "")

    def chosen(self, name: str, option: str, default: object = None) -> bool:
        """Whether an option is ticked: as it was sent, or by default."""
        if self.path:
            return option in self.values.get(name, ())
        return option in default if isinstance(default, (list, tuple, set)) else option == default

    def error(self, name: str) -> str:
        return self.errors.get(name, "")

    def label(self, name: str, label: str) -> str:
        """Remember what a field is called, for the list at the top of the page; nothing is written here."""
        self.labels.setdefault(name, label)
        return ""


NOTHING_KEPT = Kept()
