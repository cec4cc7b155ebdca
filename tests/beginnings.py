"""What many tests begin with happens once a run: each of them gets a copy of its database."""

from collections.abc import Callable
from contextlib import closing
from copy import deepcopy
from dataclasses import dataclass
from typing import Generic, Self, TypeVar

from psycopg.conninfo import conninfo_to_dict

from workers.projector import bring_to_head
from workspace.application import Workspace
from workspace.config import Settings

T = TypeVar("T")


@dataclass(frozen=True)
class Beginning(Generic[T]):
    """`database`: the name of the one to be copied; nobody is connected to it."""

    database: str
    workspace: Workspace
    made: T

    @classmethod
    def of(cls, settings: Settings, begin: Callable[[Workspace], T]) -> Self:
        """What this makes in an empty workspace, and the read models that know of it."""
        with closing(Workspace(settings)) as workspace:
            made = begin(workspace)
            bring_to_head(workspace)
        return cls(str(conninfo_to_dict(settings.database_url)["dbname"]), workspace, made)

    def again(self, workspace: Workspace) -> T:
        """The same things, with the same ids, in a workspace on a copy of the database."""
        return deepcopy(self.made, {id(self.workspace): workspace})
