"""Fixtures that every test has: an offscreen Arabic desktop, an empty keyring, quiet logs, PostgreSQL."""

import gc
import logging
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from hypothesis import HealthCheck, settings

# Before Qt is imported anywhere; pytest-qt imports it after this file.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Processes that a test starts must not open the developer's keyring, nor ask a proxy for the loopback.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1,localhost"

# The form that is always there; test_compiled.py has the other one run the same tests.
os.environ.setdefault("MASSAR_PURE", "1")

from PySide6.QtCore import QLocale

from tests.memory_keyring import MemoryKeyring
from tests.postgres import PrivatePostgres

pytest_plugins = ["tests.layers", "tests.proving"]

# Two shared cores: a slow example is no defect, and the failing one is printed so that it can be run again.
settings.register_profile("house", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

ExpectedLog = Callable[[str], None]


@pytest.fixture(autouse=True, scope="session")
def private_home() -> Iterator[Path]:
    """Keep what the app writes about itself out of the developer's own folders."""
    with tempfile.TemporaryDirectory(prefix="massar-home-") as folder, pytest.MonkeyPatch.context() as patch:
        for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
            patch.setenv(f"XDG_{kind}_HOME", str(Path(folder, kind.lower())))
        yield Path(folder)


@pytest.fixture(autouse=True)
def arabic_of_morocco() -> None:
    """Start each test in ar_MA: western digits, Monday first, the months' names of Morocco."""
    QLocale.setDefault(QLocale("ar_MA"))


@pytest.fixture(autouse=True)
def windows_die_between_tests(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect what a test of windows dropped after it, never in the middle of one of Qt's own calls: that crashes."""
    if not {"qapp", "qtbot"} & set(request.fixturenames) or request.node.get_closest_marker("garbage_itself"):
        yield
        return
    from massar_desktop.background.garbage import hold, release

    hold()
    # What other tests left alive is not walked through again after each of these: that took longer than the tests.
    gc.freeze()
    yield
    _bury_windows()
    gc.collect()
    release()


def _bury_windows() -> None:
    """Destroy what a test left open, also what a failed test's traceback still holds: the next one changes languages,
    and what such a window shows may be gone."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    for window in QApplication.topLevelWidgets():
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def memory_keyring() -> MemoryKeyring:
    """Give each test an empty keyring that lives in memory."""
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    return backend


class _Collector(logging.Handler):
    """Keeps the messages of every record that reaches the root logger."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def expected_log(request: pytest.FixtureRequest) -> Iterator[ExpectedLog]:
    """Fail the test on a log record at WARNING or above not announced, or on one announced that never came.

    Announce one with `@pytest.mark.expected_log("part of the message")` or by calling this fixture; what may come or
    not, with `possible_log`.
    """
    possible = [str(mark.args[0]) for mark in request.node.iter_markers("possible_log")]
    announced = [str(mark.args[0]) for mark in request.node.iter_markers("expected_log")]
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield announced.append
    root.removeHandler(collector)
    surprises = [line for line in collector.messages if not any(text in line for text in announced + possible)]
    missing = [text for text in announced if not any(text in line for line in collector.messages)]
    if surprises or missing:
        pytest.fail(f"unexpected log records: {surprises}; announced and never logged: {missing}", pytrace=False)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PrivatePostgres]:
    """A PostgreSQL cluster of this test process, gone at its end. Fails where PostgreSQL is not installed."""
    with PrivatePostgres() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_url(postgres_server: PrivatePostgres) -> str:
    """SQLAlchemy's address of the cluster's maintenance database."""
    return postgres_server.url("postgres")


@pytest.fixture
def postgres_database(postgres_server: PrivatePostgres) -> Iterator[str]:
    """SQLAlchemy's address of a new, empty database, dropped after the test."""
    name = postgres_server.create_database()
    yield postgres_server.url(name)
    postgres_server.drop_database(name)
