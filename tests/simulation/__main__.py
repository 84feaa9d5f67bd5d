"""`python -m tests.simulation --seeds N --first K [--out DIR]`: seeds K to K+N-1, then one line of name=value."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.simulation.disk import Disks
from tests.simulation.run import Outcome, simulate

CORPUS = Path(__file__).with_name("corpus.txt")
COUNTS = ("steps", "syncs", "cuts", "crashes", "restores", "clones", "edits")
FAMILIES = ("lost", "doubled", "diverged")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run seeds; 1 when the oracle found something."""
    parser = argparse.ArgumentParser(prog="make simulate")
    parser.add_argument("--seeds", type=int, default=100)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--out", type=Path, help="write evidence for tests/simulation/checker.py into this folder")
    options = parser.parse_args(arguments)
    disks = Disks()
    started = time.perf_counter()
    outcomes: list[Outcome] = []
    for seed in range(options.first, options.first + options.seeds):
        outcome = simulate(seed, disks)
        outcomes.append(outcome)
        if outcome.violations.found:
            _report(outcome)
    disks.close()
    seconds = time.perf_counter() - started
    print(f"{len(outcomes) / seconds:.1f} seeds/s", file=sys.stderr)
    print(summary(outcomes))
    return int(any(outcome.violations.found for outcome in outcomes))


def summary(outcomes: Sequence[Outcome]) -> str:
    """One line of name=value."""
    counts = {name: sum(getattr(outcome, name) for outcome in outcomes) for name in COUNTS}
    found = {family: sum(outcome.violations.count(family) for outcome in outcomes) for family in FAMILIES}
    return " ".join(f"{name}={value}" for name, value in {"seeds": len(outcomes), **counts, **found}.items())


def _report(outcome: Outcome) -> None:
    """What was found, and the command that shows it again; the seed is kept."""
    for family, text in outcome.violations.found[:5]:
        print(f"seed {outcome.seed}: {family}: {text}", file=sys.stderr)
    print(f"replay: make simulate SEEDS=1 FIRST={outcome.seed}", file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
