"""Who may import what, and how long a thing may be. The folders are the layers."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from workspace.config import ROOT

LAYERS = ("aggregates", "workspace", "projections", "web", "workers", "migrations")
MAY_IMPORT = {
    "aggregates": {"aggregates"},
    "workspace": {"workspace", "aggregates", "projections"},
    "projections": {"projections", "aggregates"},
    "web": {"web", "workspace", "projections"},
    "workers": {"workers", "workspace", "projections"},
    "migrations": set[str](),
}
ROOTS = {"web/app.py": {"workers"}, "workspace/__main__.py": set(LAYERS), "workers/projector.py": {"web"}}
"""Composition roots put the layers together."""
STORE = {"aggregates/base.py", "workspace/application.py", "workspace/appending.py", "workspace/store.py"}
"""The only modules that know the eventsourcing library."""
SHARED = {"base", "rows", "registry"}
"""What read models share; they import nothing of one another."""
LONGEST = {".py": 250, ".html": 120}
MODULES = [path for layer in LAYERS for path in sorted((ROOT / layer).rglob("*.py"))]


def imports(path: Path) -> Iterator[str]:
    """Names of the modules that a module imports, relative ones spelled out."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            yield ".".join(filter(None, (base, node.module)))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_keeps_to_its_layer(path: Path) -> None:
    name = str(path.relative_to(ROOT))
    layer = name.split("/")[0]
    allowed = MAY_IMPORT[layer] | ROOTS.get(name, set())
    if name.startswith("workspace/") and not allowed >= {"workers"}:
        allowed |= {"workers", "web"} if re.search(r"/(commands|serving|checking|rebuilding)", name) else set()
    for found in imports(path):
        first = found.split(".")[0]
        assert first not in LAYERS or first in allowed, f"{name} imports {found}"
        assert first != "eventsourcing" or name in STORE, f"{name} imports {found}"
        if layer == "projections" and first == "projections" and name != "projections/registry.py":
            assert found.split(".")[1:2] in ([], [path.parent.name], *([shared] for shared in SHARED)), f"{name} imports {found}"


@pytest.mark.parametrize("path", [*MODULES, *sorted((ROOT / "web/templates").rglob("*.html"))], ids=lambda path: str(path.relative_to(ROOT)))
def test_a_thing_is_short_enough_to_read(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= LONGEST[path.suffix]
    assert path.suffix != ".py" or max(map(len, text.splitlines()), default=0) <= 160
    if path.suffix == ".py":
        functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        long = [node.name for node in functions if _body(node) > 25]
        assert not long


def _body(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of what a function does: without its signature and docstring."""
    body = node.body[1:] if isinstance(node.body[0], ast.Expr) and isinstance(node.body[0].value, ast.Constant) else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_only_config_reads_the_environment() -> None:
    def reads(path: Path) -> bool:
        return any(isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv") for node in ast.walk(ast.parse(path.read_text())))

    assert [str(path.relative_to(ROOT)) for path in MODULES if reads(path)] == ["workspace/config.py"]
