"""What the story leaves out, so that every kind of event happens once: a module for each noun, with `live(telling)`."""

from importlib import import_module
from pkgutil import iter_modules

from workspace.story import Telling


def live_on(telling: Telling) -> None:
    for found in iter_modules(__path__):
        import_module(f"{__name__}.{found.name}").live(telling)
