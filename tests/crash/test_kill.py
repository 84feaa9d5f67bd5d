"""SIGKILL of the office and of the centre: nothing acknowledged is lost, nothing is applied twice (sync.md 4)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT


def killed(folder: Path, *options: str) -> dict[str, object]:
    """Run the experiments in a process without Qt and threads, so that it can be forked."""
    command = [sys.executable, "-W", "error", "-m", "tests.crash", str(folder / "crash"), *options]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stdout, ran.stderr
    counts: dict[str, object] = json.loads(ran.stdout)
    sys.stdout.write(f"\nkilled: {counts}\n")
    assert not counts["failures"], f"{counts}\n{ran.stderr}"
    assert ran.returncode == 0, ran.stderr
    return counts


@pytest.mark.timeout(600)
def test_a_sample_of_kills_loses_and_doubles_nothing(tmp_path: Path) -> None:
    counts = killed(tmp_path, "--every", "40", "--random", "30")
    kills, statements = counts["kills"], counts["statements"]
    assert isinstance(kills, dict)
    assert isinstance(statements, dict)
    assert kills["office statements"] >= statements["office"] // 40
    assert kills["centre statements"] >= statements["centre"] // 40
    assert kills["office moments"] + kills["centre moments"] == 30
    assert isinstance(counts["acknowledged"], int)
    assert counts["acknowledged"] > 100, counts


@pytest.mark.prove
@pytest.mark.timeout(0)
def test_a_kill_after_every_statement_and_at_200_moments_loses_and_doubles_nothing(tmp_path: Path) -> None:
    counts = killed(tmp_path, "--every", "1", "--random", "200")
    kills, statements = counts["kills"], counts["statements"]
    assert isinstance(kills, dict)
    assert isinstance(statements, dict)
    assert kills["office statements"] == statements["office"] > 300
    assert kills["centre statements"] == statements["centre"] > 100
    assert kills["office moments"] + kills["centre moments"] == 200
