"""What each layer of the proof did: counted by its tests, added up over all processes, printed at the end of the run.

A test says `layer("simulation", seeds=30, lost=0)`, and the numbers of one layer are added up; a line given beside
them, such as the kill of a planted bug, is printed above them. The fault matrix is printed as a table, and a cell that
a whole `make prove` never struck makes the run fail (sync.md 5).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, cast

import pytest

from tests.simulation import matrix

MATRIX = "fault matrix"
WHOLE = 5000
"""Seeds from which on every cell of the matrix that can happen must have happened."""
_PROPERTY = "layer"


class Layer(Protocol):
    """Adds to the counts of a layer; `line` is printed above them."""

    def __call__(self, name: str, line: str = "", /, **counts: int) -> None:
        """Add."""


class Layers:
    """The counts of all layers, in this process and in those that run tests for it."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self.lines: dict[str, list[str]] = {}

    def add(self, name: str, line: str, counts: Mapping[str, int]) -> None:
        """Add what one test counted."""
        self.counts.setdefault(name, Counter()).update(counts)
        if line:
            self.lines.setdefault(name, []).append(line)

    def said(self) -> Iterator[str]:
        """Each layer in one line of name=value, its own lines before it; the matrix as a table."""
        for name in sorted(self.counts):
            if name == MATRIX:
                yield from ("", *matrix.table(self.counts[name]), "")
            yield from sorted(self.lines.get(name, ()))
            yield f"{name}: {_pairs(self._of(name))}"

    def summary(self) -> str:
        """All layers in one line."""
        return " ".join(f"[{name}] {_pairs(self._of(name))}" for name in sorted(self.counts))

    def wrong(self) -> list[str]:
        """What no single test can see: cells of the matrix that were never struck, or that were called impossible."""
        cells = self.counts.get(MATRIX, Counter())
        seeds = self.counts.get("simulation", Counter())["seeds"]
        never = matrix.never_struck(cells) if seeds >= WHOLE else []
        return [*(f"never struck: {cell}" for cell in never), *(f"impossible: {c}" for c in matrix.impossible(cells))]

    def _of(self, name: str) -> Mapping[str, int]:
        if name != MATRIX:
            return self.counts[name]
        reachable = len(matrix.REACHABLE)
        return {"reachable": reachable, "struck": reachable - len(matrix.never_struck(self.counts[name]))}


def _pairs(counts: Mapping[str, int]) -> str:
    return " ".join(f"{key}={value}" for key, value in counts.items())


_LAYERS = pytest.StashKey[Layers]()


@pytest.fixture
def layer(request: pytest.FixtureRequest) -> Layer:
    """Add to the counts that are printed at the end of the run."""

    def add(name: str, line: str = "", /, **counts: int) -> None:
        request.node.user_properties.append((_PROPERTY, [name, line, counts]))

    return add


def count(layers: Layers, properties: Iterable[tuple[str, object]]) -> None:
    """Add what one test said, by the properties of its report."""
    for of, told in properties:
        if of == _PROPERTY:
            layers.add(*cast("tuple[str, str, Mapping[str, int]]", told))


def layers_of(config: pytest.Config) -> Layers:
    """All that was counted until now in this run."""
    return config.stash[_LAYERS]


def pytest_configure(config: pytest.Config) -> None:
    """Begin to count."""
    config.stash[_LAYERS] = Layers()
    config.pluginmanager.register(_Counting(config.stash[_LAYERS]))


class _Counting:
    """Collects what tests counted; processes that run tests for this one send it with their reports."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add what a test counted."""
        if report.when == "teardown":  # its properties are complete by then
            count(self._layers, report.user_properties)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let the run fail for what no single test can see."""
    if session.config.stash[_LAYERS].wrong() and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the layers."""
    layers = config.stash[_LAYERS]
    if not layers.counts:
        return
    terminalreporter.section("layers of the proof")
    for line in [*layers.said(), *layers.wrong()]:
        terminalreporter.write_line(line)
