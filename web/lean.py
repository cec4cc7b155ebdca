"""The code that templates become: what is shown is escaped once and stays a plain string until a whole page or part is joined, and what is called is called,
with no more between than Python needs. Jinja's own code makes a Markup of each value and of each address first, and asks of each call what it wants, which
takes longer than all the rest of most templates."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro, markup_join
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]  # `escape` without making a Markup

NEVER_ESCAPED = frozenset({int, UUID})
as_markup: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Of what is fit for a page already."""


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

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Jinja's own way, which knows what a dict has too, only where the thing itself has none of this name."""
        self.write("(found if (found := getattr(thing := ")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing else environment.getattr(thing, {node.attr!r}))")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Those that want the context are known by their names."""
        if isinstance(node.node, nodes.Name) and hasattr(self.environment.globals.get(node.node.name), "jinja_pass_arg"):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for before, each in [*(("", each) for each in (*node.args, *node.kwargs)), ("*", node.dyn_args), ("**", node.dyn_kwargs)]:
            if each is not None:
                self.write(before)
                self.visit(each, frame)
                self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.lean(")
        super().macro_def(macro_ref, frame)
        self.write(")")


def shown(value: Any) -> str:
    """A value as a page says it."""
    kind = type(value)
    if kind is str:
        return _escape_inner(value)
    return value if kind is Markup else str(value) if kind in NEVER_ESCAPED else escape(value)


def joined(parts: Sequence[Any]) -> str:
    """`a ~ b`."""
    return markup_join(parts) if Markup in map(type, parts) else "".join(map(str, parts))


def lean(macro: Macro) -> Callable[..., Any]:
    """A macro as a plain function, which it is where values come in their order and none is left over."""
    if macro.caller or macro.catch_kwargs or macro.catch_varargs:
        return macro
    made: Any = macro._func
    made.__defaults__ = (missing,) * len(macro.arguments)

    def part(*values: Any, **named: Any) -> Any:
        return macro(*values, **named) if named else as_markup(made(*values))

    return part
