"""The code that templates become: what is shown is escaped once and stays a plain string until a whole page or part is joined. Jinja's own code makes
a Markup of each value and of each address first, which takes longer than all the rest of most templates."""

from collections.abc import Sequence
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import markup_join
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]  # `escape` without making a Markup


class Lean(CodeGenerator):
    """Every template escapes by itself, so nothing here asks whether it does."""

    def _output_child_pre(self, *_: Any, **__: Any) -> None:
        self.write("environment.shown(")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 so named by jinja2
        self.write("environment.joined((")
        for each in node.nodes:
            self.visit(each, frame)
            self.write(", ")
        self.write("))")


def shown(value: Any) -> str:
    """A value as a page says it."""
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape(value)


def joined(parts: Sequence[Any]) -> str:
    """`a ~ b`."""
    return markup_join(parts) if Markup in map(type, parts) else "".join(map(str, parts))
