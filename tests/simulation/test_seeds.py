"""Seeded runs, those that once found something, the planted bugs, and proof that a seed is a run (sync.md 5)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT
from tests.layers import MATRIX, WHOLE, Layer
from tests.simulation import checker, evidence
from tests.simulation.__main__ import again, cells, corpus, counts, main
from tests.simulation.disk import Disks
from tests.simulation.hunt import hunt
from tests.simulation.mutants import MUTANTS
from tests.simulation.planting import Mutant, misfits
from tests.simulation.run import simulate

SEEDS, A_TEST = 300, 20
"""What `make test` runs, and how many of them in one test: two processes share them."""
PROVE_FIRST, PROVE_A_TEST = 10_000, 50
MUTANT_SEEDS = 2000
BUSY = 46
"""A seed of whose run much is left: enough operations, changes and rows to take some away."""


@pytest.fixture(scope="module")
def disks() -> Iterator[Disks]:
    made = Disks()
    yield made
    made.close()


def run(first: int, seeds: int, disks: Disks, layer: Layer) -> None:
    """Run seeds, count them, and say how to see again what one of them found."""
    outcomes = []
    for seed in range(first, first + seeds):
        outcomes.append(simulate(seed, disks))
        outcomes[-1].world = None  # its files and frames
    layer("simulation", **counts(outcomes))
    layer(MATRIX, **cells(outcomes))
    found = {again(one.seed): one.violations.found for one in outcomes}
    assert {replay: violations for replay, violations in found.items() if violations} == {}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("first", range(1, SEEDS + 1, A_TEST))
def test_seeds(first: int, disks: Disks, layer: Layer) -> None:
    run(first, A_TEST, disks, layer)


@pytest.mark.parametrize("seed", corpus())
def test_what_was_found_once_is_mended(seed: int, disks: Disks) -> None:
    assert simulate(seed, disks).violations.found == []


def test_the_same_seed_is_the_same_run(disks: Disks) -> None:
    first = simulate(7, disks)
    second = simulate(7, disks)
    program = (
        "from tests.simulation.disk import Disks; from tests.simulation.run import Outcome, simulate;"
        "print(simulate(7, Disks()).trace)"
    )
    elsewhere = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"PYTHONHASHSEED": "11"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert first.trace == second.trace == elsewhere.stdout.strip()
    assert simulate(8, disks).trace != first.trace


def test_evidence_of_sound_runs_satisfies_a_checker_that_knows_nothing_of_the_product(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--seeds", "3", "--first", "40", "--out", str(tmp_path)]) == 0
    line = capsys.readouterr().out.splitlines()[-1]
    names = [pair.split("=")[0] for pair in line.split()]
    counted = [
        "seeds",
        "steps",
        "syncs",
        "cuts",
        "crashes",
        "restores",
        "clones",
        "edits",
        "lost",
        "doubled",
        "diverged",
        "replay",
    ]
    assert names == counted
    assert checker.main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == "runs=3 lost=0 doubled=0 diverged=0\n"
    imports = [
        text for text in Path(checker.__file__).read_text("utf-8").splitlines() if text.startswith(("import", "from"))
    ]
    assert not [text for text in imports if "sync" in text or "tests" in text]


@pytest.mark.parametrize(
    ("name", "family"),
    [("centre.operations", "lost"), ("centre.changes", "lost"), ("centre.rows", "diverged"), ("office", "diverged")],
)
def test_the_checker_misses_no_line_that_was_taken_away(name: str, family: str, tmp_path: Path, disks: Disks) -> None:
    outcome = simulate(BUSY, disks)
    evidence.write(outcome, tmp_path)
    folder = tmp_path / f"seed-{BUSY}"
    path = next(path for path in sorted(folder.glob(f"{name}*.jsonl")) if path.name != "offices.jsonl")
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-2] + lines[-1:]), "utf-8")
    assert getattr(checker.check(folder), family)


def test_the_checker_sees_an_operation_that_changed_rows_twice(tmp_path: Path, disks: Disks) -> None:
    evidence.write(simulate(BUSY, disks), tmp_path)
    path = tmp_path / f"seed-{BUSY}" / "centre.changes.jsonl"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    again = {**json.loads(lines[0]), "device": 16, "lane": 0, "n": 1}
    last = json.loads(lines[-1])
    again |= {"scope": last["scope"], "seq": last["seq"] + 1}
    path.write_text(
        "".join([*lines, json.dumps({**last, "seq": last["seq"] + 2}) + "\n", json.dumps(again) + "\n"]), "utf-8"
    )
    assert checker.check(tmp_path / f"seed-{BUSY}").all


@pytest.mark.prove
@pytest.mark.parametrize("first", range(PROVE_FIRST, PROVE_FIRST + WHOLE, PROVE_A_TEST))
def test_thousands_of_seeds(first: int, disks: Disks, layer: Layer) -> None:
    run(first, PROVE_A_TEST, disks, layer)


def test_there_are_bugs_enough_to_find() -> None:
    assert len(MUTANTS) >= 24
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_every_planted_bug_fits_the_product(mutant: Mutant) -> None:
    """The product moves on: a bug that is planted beside it is found by nothing, or by a TypeError."""
    assert list(misfits(mutant)) == []


def test_a_bug_that_does_not_fit_is_told() -> None:
    def too_few(_self: object) -> None:
        pass

    gone = Mutant("gone", lambda: [(Mutant, "no such thing", too_few)])
    other = Mutant("other", lambda: [(Disks, "close", lambda: None)])
    assert list(misfits(gone)) == ["no such thing is not there any more"]
    assert list(misfits(other)) == ["close: too many positional arguments"]


@pytest.mark.prove
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_every_planted_bug_is_found(mutant: Mutant, disks: Disks, layer: Layer) -> None:
    kill = hunt(mutant, range(1, MUTANT_SEEDS + 1), lambda seed: simulate(seed, disks).violations.found)
    told = f"{mutant.name:50} seed {kill.seed:4}  by {kill.rule}" if kill else f"{mutant.name:50} survives"
    layer("planted bugs", told, planted=1, killed=int(kill is not None))
    assert kill is not None, f"{mutant.name} survives {MUTANT_SEEDS} seeds"
