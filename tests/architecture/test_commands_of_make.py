"""The two commands of the README and their neighbours: what `make` offers."""

import re
import subprocess

import pytest

from tests.architecture.sources import ROOT

PROMISED = ["setup", "run", "centre-stop", "centre-start", "test", "lint", "bench", "prove", "screenshots", "clean"]


def _make(*arguments: str) -> str:
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_make_alone_lists_its_targets_with_their_purpose() -> None:
    listed = dict(re.findall(r"^  make (\S+) +(\S.*)$", _make(), re.MULTILINE))
    assert set(PROMISED) <= listed.keys()


@pytest.mark.parametrize("target", PROMISED)
def test_each_promised_target_can_be_planned(target: str) -> None:
    assert _make("--dry-run", target)


def test_the_whole_check_runs_style_types_contracts_and_tests() -> None:
    plan = _make("--dry-run", "test")
    steps = ["ruff check .", "ruff format --check .", "/mypy", "/lint-imports", "-m pytest -n 2"]
    positions = [plan.index(step) for step in steps]
    assert positions == sorted(positions)


def test_ci_runs_the_same_check() -> None:
    lines = (ROOT / ".ci/run").read_text("utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert lines[-1] == "make test"
