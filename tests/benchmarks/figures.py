"""What a benchmark yields and how figures are written: the one format of `make bench`."""

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TARGETS = Path(__file__).with_name("targets.toml")


@dataclass(frozen=True)
class Figure:
    """One measured number. `peer` is the same work done by another program beside it, in the same unit."""

    id: str
    what: str
    value: float
    unit: str
    peer: float | None = None


@dataclass(frozen=True)
class Run:
    """What a benchmark gets: a folder that is removed afterwards, and the workload file if one was named."""

    folder: Path
    workload: Path | None = None


Measure = Callable[[Run], Iterable[Figure]]


@dataclass(frozen=True)
class Benchmark:
    """A registered benchmark; the ids of all its figures begin with `prefix`."""

    prefix: str
    measure: Measure


class BadFigure(Exception):
    """A benchmark yielded an id that its prefix does not announce, or one twice."""


REGISTRY: list[Benchmark] = []


def benchmark(prefix: str) -> Callable[[Measure], Measure]:
    """Register the function below as the benchmark of the figures whose ids begin with `prefix` ("W2")."""

    def register(measure: Measure) -> Measure:
        REGISTRY.append(Benchmark(prefix, measure))
        return measure

    return register


def named(identifier: str, wanted: str) -> bool:
    """Tell whether an id belongs to what was asked for: "W1" names W1.bytes, but not W10.bytes."""
    if not identifier.startswith(wanted):
        return False
    return not (wanted[-1:].isdigit() and identifier[len(wanted) : len(wanted) + 1].isdigit())


def chosen(benchmarks: Sequence[Benchmark], only: str) -> list[Benchmark]:
    """The benchmarks that can yield a figure named by `only`; all of them where it is empty."""
    return [item for item in benchmarks if named(item.prefix, only) or named(only, item.prefix)]


def measure(benchmarks: Iterable[Benchmark], run: Run, only: str = "") -> list[Figure]:
    """Run the benchmarks one after another and keep the figures named by `only`; raise BadFigure."""
    figures: dict[str, Figure] = {}
    for item in benchmarks:
        for figure in item.measure(run):
            if not named(figure.id, item.prefix) or figure.id in figures:
                raise BadFigure(f"{figure.id} from the benchmark {item.prefix}")
            figures[figure.id] = figure
    return [figure for figure in figures.values() if named(figure.id, only)]


def read_targets(path: Path = TARGETS) -> dict[str, float]:
    """Read the targets: {"W2.bytes": 3000.0, ...}."""
    tables = tomllib.loads(path.read_text("utf-8"))
    return {f"{table}.{name}": float(value) for table, rows in tables.items() for name, value in rows.items()}


def as_json(figures: Iterable[Figure], targets: Mapping[str, float]) -> str:
    """The content of build/bench.json: a list of objects with id, what, value, unit, peer and target."""
    rows = [
        {
            "id": figure.id,
            "what": figure.what,
            "value": figure.value,
            "unit": figure.unit,
            "peer": figure.peer,
            "target": targets.get(figure.id),
        }
        for figure in figures
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_table(figures: Iterable[Figure], targets: Mapping[str, float]) -> str:
    """The same figures as lines of aligned columns, numbers to the right."""
    rows = [["id", "value", "target", "peer", "unit", "what"]]
    for figure in figures:
        numbers = [_number(n) for n in (figure.value, targets.get(figure.id), figure.peer)]
        rows.append([figure.id, *numbers, figure.unit, figure.what])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    align = "<>>><<"
    lines = ("  ".join(map(format, row, map("{}{}".format, align, widths))).rstrip() for row in rows)
    return "\n".join(lines)


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if value == int(value) or abs(value) >= 1000 else f"{value:.3g}"
