"""A long run goes on where it was stopped: with nothing changed since, and only past what really passed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = """
import pytest
from pathlib import Path

@pytest.mark.prove
@pytest.mark.parametrize("one", range(3))
def test_counts(one, layer):
    layer("simulation", seeds=10)
    if one == 2:
        assert Path("mended").exists()
"""


def git(folder: Path, *words: str) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@example"]
    return subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small project under git, with the plugins of this one."""
    (tmp_path / "test_long.py").write_text(TESTS, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = prove\n", "utf-8")
    (tmp_path / ".gitignore").write_text("build/\n__pycache__/\n.pytest_cache/\nmended\n", "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "begun")
    return tmp_path


def prove(folder: Path, *words: str) -> tuple[int, str]:
    """The exit status and the last line of a run, less what it took."""
    plugins = ["-p", "tests.layers", "-p", "tests.proving"]
    command = [sys.executable, "-m", "pytest", *plugins, "-m", "prove", "--go-on", *words]
    done = subprocess.run(
        command,
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, re.sub(r"\s+$", "", done.stdout).splitlines()[-1]


@pytest.mark.parametrize("processes", [(), ("-n", "2")])
def test_what_passed_is_not_run_again_and_is_counted_all_the_same(checkout: Path, processes: tuple[str, ...]) -> None:
    first = prove(checkout, *processes)
    assert first == (1, "prove: passed=2 earlier=0 failed=1 wrong=0 [simulation] seeds=30")
    (checkout / "mended").touch()
    second = prove(checkout, *processes)
    assert second == (0, "prove: passed=3 earlier=2 failed=0 wrong=0 [simulation] seeds=30")
    assert prove(checkout) == (0, "prove: passed=3 earlier=3 failed=0 wrong=0 [simulation] seeds=30")


def test_a_changed_file_begins_anew_unless_it_is_a_document(checkout: Path) -> None:
    (checkout / "mended").touch()
    prove(checkout)
    (checkout / "test_long.py").write_text(TESTS + "\n# changed\n", "utf-8")
    assert prove(checkout)[1] == "prove: passed=3 earlier=0 failed=0 wrong=0 [simulation] seeds=30"
    git(checkout, "commit", "-qam", "changed")
    assert prove(checkout)[1] == "prove: passed=3 earlier=0 failed=0 wrong=0 [simulation] seeds=30"
    (checkout / "notes.md").write_text("words", "utf-8")
    assert prove(checkout)[1] == "prove: passed=3 earlier=0 failed=0 wrong=0 [simulation] seeds=30"
    git(checkout, "add", "-A")
    git(checkout, "commit", "-qm", "said")
    assert prove(checkout)[1] == "prove: passed=3 earlier=3 failed=0 wrong=0 [simulation] seeds=30"


def test_a_line_that_was_not_written_whole_is_a_test_that_did_not_pass(checkout: Path) -> None:
    (checkout / "mended").touch()
    prove(checkout)
    (kept,) = (checkout / "build" / "proved").glob("*.jsonl")
    kept.write_bytes(kept.read_bytes()[:-5])
    assert prove(checkout) == (0, "prove: passed=3 earlier=2 failed=0 wrong=0 [simulation] seeds=30")
