"""Why something is refused about a photo or a voice note.

Refused
└── BadFile
    ├── NotAPhoto            nothing that can be shown as a picture
    ├── NotASound            nothing that can be played, or a film
    ├── FileTooLarge
    └── SoundTooLong
"""

from .tree import Refused


class BadFile(Refused):
    """`kind`: which of the two it was meant to be."""


class NotAPhoto(BadFile): ...


class NotASound(BadFile): ...


class FileTooLarge(BadFile): ...


class SoundTooLong(BadFile): ...
