"""The compiled form of the coder: it writes the same bytes, and one built from other sources is never loaded."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sync import compiled

WRITES = """
import hashlib
from sync.protocol import columns, range_coder
from sync.domain import canonical
from tests.protocol import train_dictionary as samples
made = hashlib.sha256()
for used in (columns.newest(), columns.PLAIN):
    made.update(columns.pack_operations(samples.operations(300), used))
    made.update(columns.pack_changes(samples.changes(), used))
    made.update(columns.pack_rows(samples.copied(), used))
    made.update(columns.pack_verdicts(samples.verdicts(), used))
print(made.hexdigest(), *(module.__file__.endswith(".py") for module in (range_coder, canonical)))
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of all that a build is made from."""
    return shutil.copytree(compiled.SOURCES / "sync", tmp_path / "sync").parent


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The compiled form is wanted here, and whoever finds modules is as before at the end."""
    monkeypatch.delenv("MASSAR_PURE", raising=False)
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))


@pytest.mark.usefixtures("asked")
def test_only_what_was_built_from_these_sources_is_loaded(sources: Path, tmp_path: Path) -> None:
    builds = tmp_path / "builds"
    assert not compiled.prefer(builds, sources)
    build = builds / compiled.key(sources)
    build.mkdir(parents=True)
    finders = len(sys.meta_path)
    for module in (compiled.MODULES[0], compiled.MODULES[-1], "sync.protocol.messages"):
        file = compiled.source(module, sources)
        before = file.read_bytes()
        file.write_bytes(before + b"\n")
        assert not compiled.prefer(builds, sources), module
        file.write_bytes(before)
    assert len(sys.meta_path) == finders
    assert compiled.prefer(builds, sources)
    assert len(sys.meta_path) == finders + 1


@pytest.mark.usefixtures("asked")
def test_the_pure_form_can_be_asked_for(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "builds" / compiled.key(sources)).mkdir(parents=True)
    monkeypatch.setenv("MASSAR_PURE", "1")
    assert not compiled.prefer(tmp_path / "builds", sources)


def test_a_module_that_was_not_built_is_found_as_python(tmp_path: Path) -> None:
    finder = compiled.Compiled(tmp_path)
    assert finder.find_spec(compiled.MODULES[0], None) is None
    assert finder.find_spec("sync.client.replica", None) is None


def _run(*words: str, pure: bool) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "MASSAR_PURE"}
    environment["MASSAR_PURE"] = "1" if pure else ""
    command = [sys.executable, *words]
    done = subprocess.run(command, env=environment, cwd=compiled.SOURCES, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.prove  # compiling takes half a minute
def test_both_forms_write_the_same_bytes_and_pass_the_same_tests() -> None:
    _run("installer/compile", "--must", pure=True)
    by_python, is_python, *_ = _run("-c", WRITES, pure=True).split()
    by_machine, *are_python = _run("-c", WRITES, pure=False).split()
    assert (is_python, are_python) == ("True", ["False", "False"])
    assert by_machine == by_python
    _run("-m", "pytest", "-q", "tests/protocol", "tests/domain/test_canonical.py", pure=False)
