"""`python -m tests.simulation --seeds N --first K [--out DIR]`: seeds K to K+N-1, then one line of name=value."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.simulation import evidence, matrix
from tests.simulation.disk import Disks
from tests.simulation.life import Outcome
from tests.simulation.run import simulate

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
        if options.out:
            evidence.write(outcome, options.out)
        if outcome.violations.found:
            _report(outcome)
            keep(outcome.seed)
        outcome.world = None  # some twenty MB of files and frames
    disks.close()
    seconds = time.perf_counter() - started
    sys.stderr.write(f"{len(outcomes) / seconds:.1f} seeds/s\n")
    sys.stdout.write("".join(f"{line}\n" for line in matrix.table(cells(outcomes))))
    sys.stdout.write(f"{summary(outcomes)}\n")
    return int(any(outcome.violations.found for outcome in outcomes))


def corpus() -> list[int]:
    """The seeds that once found something."""
    lines = CORPUS.read_text("utf-8").splitlines()
    return [int(line.split()[0]) for line in lines if line and not line.startswith("#")]


def keep(seed: int) -> None:
    """A seed that finds something joins the corpus."""
    if seed not in corpus():
        with CORPUS.open("a", encoding="utf-8") as file:
            file.write(f"{seed}\n")


def summary(outcomes: Sequence[Outcome]) -> str:
    """One line of name=value; `replay` is the command that shows again what was found, `none` when nothing was."""
    found = [outcome.seed for outcome in outcomes if outcome.violations.found]
    replay = f'"{again(found[0])}"' if found else "none"
    return " ".join([*(f"{name}={value}" for name, value in counts(outcomes).items()), f"replay={replay}"])


def again(seed: int) -> str:
    """The command that runs a seed once more."""
    return f"make simulate SEEDS=1 FIRST={seed}"


def counts(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """The sums of runs, by name."""
    counted = {name: sum(getattr(outcome, name) for outcome in outcomes) for name in COUNTS}
    found = {family: sum(outcome.violations.count(family) for outcome in outcomes) for family in FAMILIES}
    return {"seeds": len(outcomes), **counted, **found}


def cells(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """How often each cell of the fault matrix was struck."""
    sums = Counter[str]()
    for outcome in outcomes:
        sums.update(outcome.matrix.flat())
    return dict(sums)


def _report(outcome: Outcome) -> None:
    """What was found, and the command that shows it again; the seed is kept."""
    for family, rule, text in outcome.violations.found[:5]:
        sys.stderr.write(f"seed {outcome.seed}: {family} ({rule}): {text}\n")
    sys.stderr.write(f"replay: {again(outcome.seed)}\n")


if __name__ == "__main__":
    raise SystemExit(main())
