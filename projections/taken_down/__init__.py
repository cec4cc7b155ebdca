"""Words that were reported or taken down, and what became of them."""

from .filling import TAKEN_DOWN
from .reading import Standing, TakenDown, all_taken_down, counts, reasons, standing, taken_down

__all__ = ["TAKEN_DOWN", "Standing", "TakenDown", "all_taken_down", "counts", "reasons", "standing", "taken_down"]
