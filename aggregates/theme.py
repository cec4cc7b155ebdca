"""A theme: a heading of the group's own, under which ideas and what matters to people stand together."""

from uuid import UUID

from .base import Act, Aggregate, Text, event
from .errors import ThemeIsClosed


class Theme(Aggregate):
    @classmethod
    def name(cls, by: Act, name: list[Text]) -> "Theme":
        """`name`: in one language or in both."""
        return cls(by, name)

    def rename(self, by: Act, name: list[Text]) -> None:
        self.must_be_open()
        self._renamed(by, name)

    def close(self, by: Act) -> None:
        """The heading goes; what stood under it stays, under none."""
        if not self.is_closed:
            self._closed(by)

    def must_be_open(self) -> None:
        if self.is_closed:
            raise ThemeIsClosed

    @event("Named")
    def __init__(self, by: Act, name: list[Text]) -> None:
        self.project: UUID = by.project
        self.author: UUID = by.author
        self.called = name
        self.is_closed = False

    @event("Renamed")
    def _renamed(self, by: Act, name: list[Text]) -> None:
        self.called = name

    @event("Closed")
    def _closed(self, by: Act) -> None:
        self.is_closed = True
