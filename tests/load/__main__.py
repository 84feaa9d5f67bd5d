"""`make load [PEOPLE=n]`: a whole country on this machine and its Monday morning, with what it costs.

Only the loopback is used. Before anything is sent the bounds are printed: how many offices, requests and operations.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.bench_machine import machine_figures
from tests.benchmarks.figures import as_json, as_table, read_targets
from tests.load import country
from tests.load.monday import EDITS, IMPORTED, ROUNDS, Monday
from tests.postgres import PrivatePostgres

OUTPUT = Path("build/load.json")
TARGETS = Path(__file__).with_name("targets.toml")
SETTINGS = {"shared_buffers": "256MB", "max_wal_size": "1GB", "wal_compression": "lz4"}
"""As installer/centre/README.md advises."""
_SMALL = 10
"""The country is also measured at a tenth of its size: the cost of a sync must not grow with it."""


def main(arguments: list[str] | None = None) -> int:
    """Measure, write build/load.json and print the same as a table; 1 when an operation was lost or done twice."""
    parser = argparse.ArgumentParser(prog="make load", description="82 provinces on a Monday at nine.")
    parser.add_argument("--people", type=int, default=300_000)
    parser.add_argument("--provinces", type=int, default=82)
    options = parser.parse_args(arguments)
    offices = options.provinces
    sys.stdout.write(
        f"Bounds: {options.people:,} people in {offices} provinces; a wave of {offices} requests with {EDITS}"
        f" operations each; {ROUNDS} more rounds; one import of {IMPORTED:,} rows. Nothing leaves this machine.\n"
    )
    sys.stdout.flush()
    figures = list(machine_figures())
    with tempfile.TemporaryDirectory(prefix="massar-load-") as folder, PrivatePostgres(SETTINGS) as postgres:
        small = Monday(Path(folder), postgres, country.shares(max(options.people // _SMALL, offices), offices))
        cost = small.steady()
        small.close()
        whole = Monday(Path(folder), postgres, country.shares(options.people, offices))
        figures += whole.figures(cost)
        whole.close()
    targets = read_targets(TARGETS)
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(as_json(figures, targets), "utf-8")
    sys.stdout.write(as_table(figures, targets) + "\n")
    return int(any(figure.value for figure in figures if figure.id in ("C.lost", "C.doubled")))


if __name__ == "__main__":
    raise SystemExit(main())
