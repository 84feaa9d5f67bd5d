"""`make prove`: it ends with one line, and goes on (`--go-on`) where it was stopped, as long as nothing is changed.

What passed is kept in build/proved, one line a test, under a hash of all that was committed but documents; what these
tests counted is added to the layers as if they had run now. Whatever else is changed, it begins anew, and so it does
after `make clean`.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.layers import count, layers_of

FOLDER = Path("build", "proved")
"""Beside pyproject.toml."""
_KEPT = pytest.StashKey["Kept"]()


class Kept:
    """The tests that passed, in a file that grows by a line for each."""

    def __init__(self, path: Path, *, leads: bool) -> None:
        """`leads`: not one of the processes that run tests for another, which all must know the same."""
        self._path = path
        self._leads = leads
        before = path.with_suffix(".before")
        if leads:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
            _drop_torn_line(path)
            shutil.copyfile(path, before)
        lines = before.read_text("utf-8").splitlines()
        self.earlier: dict[str, list[tuple[str, object]]] = dict(map(json.loads, lines))
        self._good: dict[str, bool] = {}

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Leave out what has passed."""
        done = [item for item in items if item.nodeid in self.earlier]
        config.hook.pytest_deselected(items=done)
        items[:] = [item for item in items if item.nodeid not in self.earlier]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep a test that passed, with its set-up and its end."""
        if not self._leads:
            return
        self._good[report.nodeid] = self._good.get(report.nodeid, True) and report.passed
        if report.when == "teardown" and self._good.pop(report.nodeid):
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps([report.nodeid, report.user_properties]) + "\n")


def _drop_torn_line(path: Path) -> None:
    """The run may have been stopped in the middle of one."""
    content = path.read_bytes()
    path.write_bytes(content[: content.rfind(b"\n") + 1])


def unchanged(folder: Path) -> str | None:
    """What a checkout in which nothing was changed or added holds, without its documents, in 40 letters.

    None for any other, or for no checkout.
    """
    said = []
    for command in (["git", "status", "--porcelain"], ["git", "ls-tree", "-r", "HEAD"]):
        try:
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return None
        if done.returncode:
            return None
        said.append(done.stdout.splitlines())
    changes, files = said
    proved = [line for line in files if not line.endswith(".md")]
    return None if changes else hashlib.blake2b("\n".join(proved).encode(), digest_size=20).hexdigest()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option."""
    parser.addoption("--go-on", action="store_true", help="leave out what passed before, with nothing changed since")


@pytest.hookimpl(trylast=True)  # the layers, to which is added, are made before
def pytest_configure(config: pytest.Config) -> None:
    """Find what passed before."""
    if not config.getoption("--go-on"):
        return
    state = unchanged(config.rootpath)
    if state is None:
        return
    leads = not hasattr(config, "workerinput")
    kept = config.stash[_KEPT] = Kept(config.rootpath / FOLDER / f"{state}.jsonl", leads=leads)
    config.pluginmanager.register(kept)
    if leads:
        for properties in kept.earlier.values():
            count(layers_of(config), properties)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Nothing left to run is no failure."""
    if _earlier(session.config) and session.exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
        session.exitstatus = pytest.ExitCode.OK


def pytest_unconfigure(config: pytest.Config) -> None:
    """End `make prove` with one line: `earlier` are those of all that passed which passed in a run before."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if config.option.markexpr == "prove" and reporter is not None and not hasattr(config, "workerinput"):
        passed, failed = (len(reporter.stats.get(name, ())) for name in ("passed", "failed"))
        earlier, layers = _earlier(config), layers_of(config)
        counts = f"passed={passed + earlier} earlier={earlier} failed={failed} wrong={len(layers.wrong())}"
        reporter.write_line(f"prove: {counts} {layers.summary()}")


def _earlier(config: pytest.Config) -> int:
    """How many tests are left out because they passed before."""
    kept = config.stash.get(_KEPT, None)
    return len(kept.earlier) if kept is not None else 0
