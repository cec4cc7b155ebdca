"""What a template says with constants alone is made once, when the template is compiled: a sentence without values, a neutral path, an icon."""

from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

SAME_EVERY_TIME = frozenset({"_", "p_", "to", "asset", "icon"})
"""Functions that answer the same for the same words in one language. No template gives these names to anything else."""


class Folding(NodeTransformer):
    def __init__(self, known: dict[str, Any]) -> None:
        self.known = known

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 so named by jinja2
        self.generic_visit(node)
        said = [*node.args, *(pair.value for pair in node.kwargs)]
        if not isinstance(node.node, nodes.Name) or node.node.name not in SAME_EVERY_TIME or node.dyn_args or node.dyn_kwargs:
            return node
        if not all(isinstance(each, nodes.Const) for each in said):
            return node
        made = self.known[node.node.name](*(each.as_const() for each in node.args), **dict(pair.as_const() for pair in node.kwargs))
        return nodes.Const(made, lineno=node.lineno, environment=node.environment)
