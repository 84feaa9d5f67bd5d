"""What may not be called where: no clock in the domain, no waiting for a time anywhere."""

import ast
import sys
from collections.abc import Iterator

import pytest

from tests.architecture.sources import dotted, python_files, tree_of

DOMAIN = [path for path in python_files() if path.startswith("sync/domain/")]

# The clock, chance, the disk, the network, the log, translation: all come in as arguments or not at all.
IMPURE_MODULES = frozenset(
    [
        "asyncio",
        "gettext",
        "glob",
        "io",
        "logging",
        "multiprocessing",
        "os",
        "pathlib",
        "random",
        "secrets",
        "shutil",
        "socket",
        "sqlite3",
        "ssl",
        "subprocess",
        "sys",
        "tempfile",
        "threading",
        "time",
        "urllib",
        "uuid",
    ]
)
IMPURE_CALLS = frozenset({"now", "utcnow", "today", "uuid1", "uuid4", "urandom", "getenv"})
IMPURE_BUILTINS = frozenset({"open", "print", "input", "eval", "exec", "__import__"})

# path: why it must wait for a time. May only shrink.
JUSTIFIED_WAITS: dict[str, str] = {}


def _imported(path: str) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


def _calls(path: str) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            yield dotted(node.func), node


@pytest.mark.parametrize("path", DOMAIN)
def test_the_domain_needs_the_standard_library_only(path: str) -> None:
    tops = {name.split(".")[0] for name in _imported(path) if not name.startswith("sync.domain")}
    strangers = tops - sys.stdlib_module_names
    assert not strangers, f"{path} imports {strangers}: pass it in, or move the code up a floor"


@pytest.mark.parametrize("path", DOMAIN)
def test_the_domain_has_neither_clock_nor_chance_nor_disk(path: str) -> None:
    modules = {name for name in _imported(path) if name.split(".")[0] in IMPURE_MODULES}
    names = [name for name, _ in _calls(path)]
    calls = {name for name in names if name in IMPURE_BUILTINS or ("." in name and name.split(".")[-1] in IMPURE_CALLS)}
    assert not modules | calls, f"{path}: `today`, ids and values come in as arguments, not by {modules | calls}"


def _waits(path: str) -> Iterator[str]:
    for name, _ in _calls(path):
        last = name.split(".")[-1]
        if last in {"sleep", "msleep", "usleep", "qWait", "qSleep"} or name == "qtbot.wait":
            yield name


def test_nothing_waits_for_a_time() -> None:
    waiting = {path: list(_waits(path)) for path in python_files() if any(_waits(path))}
    assert waiting.keys() == JUSTIFIED_WAITS.keys(), f"wait for an event, a signal or a condition: {waiting}"
