"""Dependencies are pinned by version and hash, and no file says where packages are to be fetched."""

import re
import sys
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.version import Version
from PySide6.QtCore import QObject, Signal

from tests.architecture.sources import ROOT

LOCKS = ("requirements.lock", "requirements-test.lock")
# What a machine fetches from is that machine's own setting.
WITHOUT_ADDRESS = (
    *LOCKS,
    "Makefile",
    "pyproject.toml",
    ".ci/run",
    "installer/debian-packages",
    "installer/lock",
)
ADDRESS = re.compile(r"[a-z]+://|\b[\w-]+\.(?:org|com|net|io|dev|ma)\b", re.IGNORECASE)
PATH = re.compile(r"(?:^|[\s=@])(?:\.{0,2}/|~)\w")


def _locked(name: str) -> dict[str, tuple[Version, int]]:
    """Package -> (version, number of hashes) of one lock."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        requirement, *hashes = line.split("--hash=sha256:")
        package, version = requirement.split(";")[0].strip().split("==")
        found[package] = (Version(version), len(hashes))
    return found


def _declared(group: str | None) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = project["dependencies"] if group is None else project["optional-dependencies"][group]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_one_version_and_its_hashes(name: str) -> None:
    without = [package for package, (_, hashes) in _locked(name).items() if hashes == 0]
    assert len(_locked(name)) > 20
    assert not without


@pytest.mark.parametrize(("name", "group"), [("requirements.lock", None), ("requirements-test.lock", "test")])
def test_a_lock_covers_what_the_project_declares(name: str, group: str | None) -> None:
    locked = _locked(name)
    for requirement in _declared(group):
        package = requirement.name.lower().replace(".", "-")
        assert package in locked, f"run `make lock`: {requirement} is not in {name}"
        assert requirement.specifier.contains(locked[package][0]), f"run `make lock`: {requirement}"


def test_the_tests_run_on_the_versions_that_are_delivered() -> None:
    delivered, tested = _locked("requirements.lock"), _locked("requirements-test.lock")
    assert delivered.items() <= tested.items()


@pytest.mark.parametrize("name", WITHOUT_ADDRESS)
def test_no_address_in_the_files_that_fetch(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    assert [line for line in lines if ADDRESS.search(line)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_path_and_no_source_of_packages_in_a_lock(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    assert [line for line in lines if PATH.search(line) or re.match(r"\s*-(?!-hash=)", line)] == []


def test_a_signal_keeps_the_reference_count_of_true() -> None:
    """PySide6 6.12.0 on CPython 3.11 drops one reference at each emit, and aborts after some 500."""

    class Emitter(QObject):
        changed = Signal()

    emitter = Emitter()
    before = sys.getrefcount(True)
    for _ in range(50):
        emitter.changed.emit()
    assert abs(sys.getrefcount(True) - before) < 10
