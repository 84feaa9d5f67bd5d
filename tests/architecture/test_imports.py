"""The floors and rooms of the plan: who may import whom, and what the first paint must not wait for."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, run_python

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

# (file, line added to it, contract that must break)
VIOLATIONS = [
    ("sync/domain/fields.py", "import sync.storage", "floors"),
    ("sync/client/__init__.py", "import sync.server", "floors"),
    ("massar_desktop/widgets/__init__.py", "import massar_desktop.screens", "rooms of the desktop"),
    ("massar_desktop/odds_and_ends.py", "X = 1", "rooms of the desktop"),
    ("massar_desktop/commands/__init__.py", "import sync.server", "the desktop never meets the centre"),
    ("sync/domain/fields.py", "import msgspec", "the domain is pure"),
    ("sync/protocol/__init__.py", "import PySide6", "no Qt below"),
    ("massar_desktop/screens/__init__.py", "import sqlalchemy", "no SQL, network or secrets"),
]

# What is loaded before the window paints, and what takes too long to be among it (sqlalchemy: some 300 ms).
FIRST_PAINT = ["massar_desktop.screens.sign_in"]
HEAVY = {"sqlalchemy", "requests", "keyring", "cryptography"}

IMPORT_ALL_WITHOUT_QT = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(f"{name} is not for these floors")

sys.meta_path.insert(0, NoQt())
for top in sys.argv[1:]:
    package = importlib.import_module(top)
    for module in pkgutil.walk_packages(package.__path__, top + "."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
            print(module.name)
"""


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache", "--no-logo"], cwd=folder, capture_output=True, text=True, check=False
    )


def test_the_import_contracts_hold() -> None:
    result = _lint_imports(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("path", "line", "contract"), VIOLATIONS)
def test_a_planted_violation_breaks_its_contract(path: str, line: str, contract: str, tmp_path: Path) -> None:
    for package in ("sync", "massar_desktop"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / path).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    result = _lint_imports(tmp_path)
    assert result.returncode != 0
    broken = [text for text in result.stdout.splitlines() if contract in text]
    assert any("BROKEN" in text for text in broken), result.stdout


def test_both_ends_and_the_read_side_run_without_qt() -> None:
    result = run_python(IMPORT_ALL_WITHOUT_QT, "sync", "massar_desktop.queries")
    assert result.returncode == 0, result.stderr
    assert "sync.domain.fields" in result.stdout.split()


@pytest.mark.parametrize("module", FIRST_PAINT)
def test_nothing_heavy_is_loaded_before_the_first_paint(module: str) -> None:
    program = "import importlib, sys; importlib.import_module(sys.argv[1]); print(*sys.modules)"
    result = run_python(program, module)
    assert result.returncode == 0, result.stderr
    heavy = HEAVY & set(result.stdout.split())
    assert not heavy, f"import {heavy} inside the function that needs it: the window waits for it otherwise"
