"""What was sent, field by field, before anybody reads more into it: words, numbers and files; what was wrong with it; and what of it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from litestar.datastructures import UploadFile

from workspace.languages import Translator

from .kept import Kept

SECRETS = ("csrf", "command", "again")
"""Every form carries them; they belong to no act."""
LARGEST_BODY, LARGEST_FORM = 1_000_000, 31_000_000
"""What a body may weigh in bytes, and a form that a photo or a voice comes with: `post(..., request_max_body_size=LARGEST_FORM)`. Its words are no more than
elsewhere."""
MOST_FIELDS = 1000
"""In one form, as many as Litestar takes parts: to take half a million apart holds everybody else up for seconds."""
PLAIN = (str, int, float, bool)


class Invalid(Exception):
    """Fields that cannot be used. `errors`: field -> sentence."""

    def __init__(self, errors: Mapping[str, str], problem: str = "") -> None:
        super().__init__(", ".join(errors) or problem)
        self.errors, self.problem = errors, problem


@dataclass(frozen=True, slots=True)
class Field:
    """What a reading takes, in the words of JSON Schema."""

    shape: Mapping[str, Any]
    needed: bool


class Sent:
    def __init__(self, sent: Mapping[str, Any], t: Translator) -> None:
        self.sent = sent
        self.t = t
        self.errors: dict[str, str] = {}
        self.fields: dict[str, Field] = {}
        self.last_words = ""
        self.last_files: dict[str, str] = {}

    def check(self) -> None:
        """Refused: Invalid, naming every bad field that was read."""
        if self.errors:
            raise Invalid(self.errors)

    def wrong(self, name: str, sentence: str) -> None:
        """Note an error of the caller's own; the first one of a field stands."""
        self.errors.setdefault(name, sentence)

    def raw(self, name: str) -> str:
        """What was sent, as text; empty where it was not. For the form's own secrets, and for showing it as it was typed."""
        values = self._read(name)
        if len(values) > 1:
            self.wrong(name, self.t("One thing belongs here, not several"))
        return values[0] if values else ""

    def carried(self, name: str) -> str:
        """What the page had the form carry along, unseen: whoever reads it judges it."""
        self._takes(name, False, type="string")
        return self.raw(name)

    def photo(self, name: str) -> bytes | None:
        """A photo, in a form that is sent as multipart/form-data; None where none was chosen. What it is worth workspace/files.py knows."""
        return self._file(name, "photo")

    def sound(self, name: str) -> bytes | None:
        return self._file(name, "sound")

    def _file(self, name: str, kind: str) -> bytes | None:
        self._takes(name, False, type="string", format="binary")
        self.last_files[kind] = name
        chosen = [value for value in self._sent(name) if value != ""]
        if len(chosen) > 1:
            self.wrong(name, self.t("One thing belongs here, not several"))
        elif chosen and not isinstance(chosen[0], UploadFile):
            self.wrong(name, self.t("A file belongs here"))
        return chosen[0].file.read() if chosen and isinstance(chosen[0], UploadFile) else None

    def kept(self, path: str, errors: Mapping[str, str], problem: str = "") -> Kept:
        """All that was typed, except the secrets of the form itself; of a file only its name, since no browser takes it back."""
        values = {name: self._names(name) or self._all(name) for name in self.sent if name not in SECRETS}
        return Kept(path, values, errors, problem)

    def _takes(self, name: str, needed: bool, **shape: Any) -> None:
        """The first reading of a field says what it is: one that reads more closely begins with this, then calls a simpler one."""
        self.fields.setdefault(name, Field({word: said for word, said in shape.items() if said is not None}, needed))

    def _read(self, name: str) -> list[str]:
        if not all(isinstance(value, PLAIN) for value in self._sent(name)):
            self.wrong(name, self.t("Words or a number belong here"))
        return self._all(name)

    def _all(self, name: str) -> list[str]:
        return [_text(value) for value in self._sent(name) if isinstance(value, PLAIN)]

    def _names(self, name: str) -> list[str]:
        return [value.filename for value in self._sent(name) if isinstance(value, UploadFile)]

    def _sent(self, name: str) -> list[Any]:
        value = self.sent.get(name)
        return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
