"""The project's own Python files, parsed once."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("massar_desktop", "sync", "tests")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def python_files() -> tuple[str, ...]:
    """Paths of all Python files of the project, relative to its root, in order."""
    found = (path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return tuple(sorted(path.relative_to(ROOT).as_posix() for path in found))


@cache
def tree_of(path: str) -> ast.Module:
    """The syntax tree of one of `python_files()`."""
    return ast.parse((ROOT / path).read_text("utf-8"), path)


def functions_of(path: str) -> Iterator[tuple[str, Function]]:
    """Every function at the top of a file or of a class, with its name (`Class.method`)."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ClassDef):
            for item in node.body:
                if isinstance(item, Function):
                    yield f"{node.name}.{item.name}", item
        elif isinstance(node, ast.Module):
            for item in node.body:
                if isinstance(item, Function):
                    yield item.name, item


def dotted(node: ast.expr) -> str:
    """The name that an expression spells (`datetime.now`), with `?` for what is no plain name."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            return f"{dotted(value)}.{name}"
        case _:
            return "?"


def run_python(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a small program in a new interpreter at the project's root."""
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
