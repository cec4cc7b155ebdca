"""A part of a page as a picture of it: it reads and looks the same, and nothing in it can be sent or followed."""

from collections.abc import Iterable
from html.parser import HTMLParser

from markupsafe import Markup, escape

FIELDS = ("input", "button", "select", "textarea")
POINTING = ("id", "for", "aria-labelledby", "aria-describedby")
DEEPER = {f"h{level}": f"h{min(level + 2, 6)}" for level in range(1, 7)}
INSTEAD = {"form": "div", "a": "span", **DEEPER}
LEFT_OUT = ("href", "hreflang", "action", "method", "name", "required", "autofocus")
"""Of elements, not of what icons are made of."""

Attributes = list[tuple[str, str | None]]


def stilled(part: Markup, mark: str) -> Markup:
    """`mark`: goes before its ids, so that several parts stand on one page. Its headings go two levels deeper."""
    made = _Still(mark)
    made.feed(part)
    made.close()
    return Markup("".join(made.written))


class _Still(HTMLParser):
    def __init__(self, mark: str) -> None:
        super().__init__(convert_charrefs=False)
        self.mark = mark
        self.written: list[str] = []
        self.unsaid = 0  # how deep inside <noscript>, where only what can be sent stands

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self.unsaid += tag == "noscript"
        if not self.unsaid and not (tag == "input" and ("type", "hidden") in attrs):
            kept = [*self._kept(attrs), *([("disabled", None)] if tag in FIELDS else [])]
            self._say(f"<{INSTEAD.get(tag, tag)}{''.join(_written(*each) for each in kept)}>")

    def handle_endtag(self, tag: str) -> None:
        self._say(f"</{INSTEAD.get(tag, tag)}>" if tag != "noscript" else "")
        self.unsaid -= tag == "noscript"

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self._say(f"<{tag}{''.join(_written(*each) for each in attrs)}/>")

    def handle_data(self, data: str) -> None:
        self._say(data)

    def handle_entityref(self, name: str) -> None:
        self._say(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._say(f"&#{name};")

    def _say(self, said: str) -> None:
        if not self.unsaid:
            self.written.append(said)

    def _kept(self, attrs: Attributes) -> Iterable[tuple[str, str | None]]:
        for name, value in attrs:
            if name in POINTING and value:
                yield name, " ".join(f"{self.mark}-{each}" for each in value.split())
            elif name == "name" and ("type", "radio") in attrs:
                yield name, f"{self.mark}-{value}"
            elif name not in LEFT_OUT and not name.startswith(("hx-", "data-", "form")):
                yield name, value


def _written(name: str, value: str | None) -> str:
    return f" {name}" if value is None else f' {name}="{escape(value)}"'
