"""Why something is refused, for the web to answer with: the tree of aggregates/errors.py."""

from aggregates.errors import BadWords, Conflict, NotAllowed, NotAMember, NotFound, PlaceIsTaken, Refused

__all__ = ["BadWords", "Conflict", "NotAMember", "NotAllowed", "NotFound", "PlaceIsTaken", "Refused"]
