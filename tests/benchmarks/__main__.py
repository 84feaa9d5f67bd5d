"""Run the benchmarks: `python -m tests.benchmarks [--only PREFIX] [--workload FILE]`."""

import argparse
import importlib
import pkgutil
import sys
import tempfile
from pathlib import Path

from tests import benchmarks
from tests.benchmarks.figures import REGISTRY, Run, as_json, as_table, chosen, measure, read_targets

OUTPUT = Path("build/bench.json")


def discover() -> None:
    """Import every bench_*.py of this folder; each registers what it measures."""
    for module in pkgutil.iter_modules(benchmarks.__path__):
        if module.name.startswith("bench_"):
            importlib.import_module(f"tests.benchmarks.{module.name}")


def main(arguments: list[str] | None = None) -> int:
    """Measure, write build/bench.json and print the same as a table; 1 where nothing has the asked name."""
    parser = argparse.ArgumentParser(prog="make bench", description="Figures of speed and size, in one format.")
    parser.add_argument("--only", default="", metavar="PREFIX", help="W2, D.search, W5.bytes ...")
    parser.add_argument("--workload", type=Path, metavar="FILE", help="a workload to use in place of the made one")
    options = parser.parse_args(arguments)
    discover()
    wanted = chosen(REGISTRY, options.only)
    if not wanted:
        names = ", ".join(sorted(item.prefix for item in REGISTRY))
        print(f"no benchmark is named {options.only!r}; there are: {names}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="massar-bench-") as folder:
        figures = measure(wanted, Run(Path(folder), options.workload), options.only)
    targets = read_targets()
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(as_json(figures, targets), "utf-8")
    print(as_table(figures, targets))
    if not options.only:
        unmeasured = sorted(targets.keys() - {figure.id for figure in figures})
        if unmeasured:
            print(f"not measured yet: {', '.join(unmeasured)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
