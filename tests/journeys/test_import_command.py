"""`massar import FILE` as it is typed: a process of its own, a real encrypted office, a list as offices have it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

LIST = Path(__file__).parents[1] / "client" / "importing" / "data" / "لائحة_الموظفين.csv"
TRUTH = json.loads(LIST.with_suffix(".truth.json").read_text("utf-8"))


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of a computer that has no office yet."""
    kinds = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    return {**os.environ, **kinds}


def massar(home: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    command = [sys.executable, "-m", "massar_desktop", *arguments]
    return subprocess.run(command, env=home, capture_output=True, text=True, timeout=120, check=False)


def test_the_list_is_foretold_imported_and_not_doubled(home: dict[str, str]) -> None:
    told = [massar(home, "import", str(LIST), "--json", *extra) for extra in (["--dry-run"], [], [])]
    reports = [json.loads(one.stdout) for one in told]
    for report in reports:
        assert list(report) == ["rows", "good", "bad", "people"]
        assert (report["rows"], len(report["bad"]), report["people"]) == (TRUTH["rows"], TRUTH["bad"], TRUTH["people"])
    assert {one.returncode for one in told} == {0}


def test_what_is_no_list_is_refused_with_what_to_do(home: dict[str, str], tmp_path: Path) -> None:
    letter = tmp_path / "lettre.xlsx"
    letter.write_bytes(b"%PDF-1.7 not a spreadsheet")
    told = massar(home, "import", str(letter), "--json")
    assert told.returncode != 0
    assert told.stdout == ""
    assert "lettre.xlsx: this is not a list; give a file made by a spreadsheet" in told.stderr
