"""An error nobody expected: the clerk is told that her work is safe, and nothing personal is written anywhere."""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, qCritical, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from massar_desktop.system import crash
from massar_desktop.system.crash_report import report_on, short_path, without_folders, without_quotes
from massar_desktop.system.crash_window import CrashWindow
from tests.desktop.conftest import PutOn

NAME = "فاطمة أيت وعلي"
PPR = "1427730"


@pytest.fixture
def watch(tmp_path: Path, put_on: PutOn) -> Iterator[crash.Watch]:
    """Watch over the test, as the program does over itself."""
    yield crash.install(tmp_path / "data")
    crash.remove()


def stumble(name: str) -> None:
    """Fail as code does on a value of a file, with the value in the message and in a local variable."""
    ppr = PPR
    try:
        int(name)
    except ValueError as wrong:
        raise LookupError(f"no such person: {name} {ppr}") from wrong


def failed() -> LookupError:
    """Return such an error with its stack."""
    try:
        stumble(NAME)
    except LookupError as wrong:
        return wrong
    raise AssertionError("it does fail")


def written_under(folder: Path) -> str:
    """Return everything that was written below a folder."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_report_tells_types_and_places_and_no_value() -> None:
    report = report_on(failed())

    assert report.kind == "LookupError"
    assert report.place.startswith("tests/desktop/test_crash.py:")
    assert "caused by ValueError" in report.text
    assert "in stumble" in report.text
    assert "PySide6" in report.text
    assert NAME not in report.text
    assert PPR not in report.text


@pytest.mark.parametrize(
    ("path", "short"),
    [
        ("/home/fatima/app/massar_desktop/screens/people.py", "massar_desktop/screens/people.py"),
        (r"C:\Users\fatima\app\sync\client\engine.py", "sync/client/engine.py"),
        ("/home/fatima/.venv/lib/python3.11/site-packages/requests/api.py", "requests/api.py"),
        ("/home/fatima/loose.py", "loose.py"),
    ],
)
def test_a_path_is_told_without_the_folders_of_a_person(path: str, short: str) -> None:
    assert short_path(path) == short
    assert without_folders(f'  File "{path}", line 3 in f') == f'  File "{short}", line 3 in f'


def test_what_qt_quotes_is_left_out() -> None:
    assert without_quotes(f"cannot open \"/home/{NAME}\" nor '{PPR}'") == "cannot open … nor …"


@pytest.mark.expected_log("unexpected error at tests/desktop/test_crash.py:")
def test_an_error_in_an_event_opens_one_window(qtbot: QtBot, watch: crash.Watch) -> None:
    QTimer.singleShot(0, lambda: stumble(NAME))
    QTimer.singleShot(0, lambda: stumble(NAME))

    qtbot.waitUntil(lambda: watch.window is not None)

    window = watch.window
    assert isinstance(window, CrashWindow)
    words = " ".join(label.text() for label in window.findChildren(QLabel))
    assert "عملك المحفوظ في أمان" in words
    assert "Votre travail enregistré est en sécurité" in words
    assert len(list((watch.folder / crash.REPORTS).iterdir())) == 1
    with qtbot.waitSignal(window.closed):
        window.go_on.click()
    assert watch.window is None


@pytest.mark.expected_log("unexpected error at tests/desktop/test_crash.py:")
def test_an_error_of_a_thread_is_told_too(qtbot: QtBot, watch: crash.Watch) -> None:
    thread = threading.Thread(target=stumble, args=(NAME,))
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: watch.window is not None)


@pytest.mark.expected_log("unexpected error at tests/desktop/test_crash.py:")
def test_background_work_can_hand_its_error_over(qtbot: QtBot, watch: crash.Watch) -> None:
    crash.tell(failed())

    qtbot.waitUntil(lambda: watch.window is not None)


@pytest.mark.expected_log("unexpected error")
def test_without_a_watch_an_error_is_only_logged(qapp: QApplication) -> None:
    crash.tell(failed())


@pytest.mark.expected_log("unexpected error")
@pytest.mark.expected_log("file not found")
@pytest.mark.expected_log("the line was cut")
@pytest.mark.expected_log("cannot place")
def test_nothing_personal_reaches_the_log_or_a_report(watch: crash.Watch) -> None:
    watch.tell(failed())
    logging.getLogger("sync.client.engine").warning("the line was cut")
    logging.getLogger("massar_desktop.screens").warning("cannot place it", exc_info=failed())
    logging.getLogger("urllib3").warning("file not found: %s", NAME)
    logging.getLogger("sync.client.engine").info("below the level: %s", NAME)

    written = written_under(watch.folder)

    assert "WARNING sync.client.engine: the line was cut" in written
    assert "WARNING urllib3: tests/desktop/test_crash.py:" in written
    assert "caused by ValueError" in written
    assert NAME not in written
    assert PPR not in written


@pytest.mark.expected_log("Qt: a style is missing in …")
@pytest.mark.expected_log("Qt: worse")
def test_warnings_of_qt_go_to_the_log(watch: crash.Watch) -> None:
    qWarning(f'a style is missing in "{NAME}"')
    qCritical("worse")

    written = written_under(watch.folder)

    assert "WARNING massar_desktop.system.crash: Qt: a style is missing in …" in written
    assert "ERROR massar_desktop.system.crash: Qt: worse" in written


def test_the_clerk_saves_the_report_where_she_wants(qtbot: QtBot, put_on: PutOn, tmp_path: Path) -> None:
    window = CrashWindow(report_on(failed()))
    qtbot.addWidget(window)
    window.show()
    window.save_button.click()
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.close()

    window.save_to(str(tmp_path / "missing" / "report.txt"))
    assert "Non enregistré" in window.said()
    window.save_to(str(tmp_path / "report.txt"))

    assert "Rapport enregistré" in window.said()
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == window.report.text


@pytest.mark.expected_log("no report could be written: FileExistsError")
@pytest.mark.expected_log("unexpected error")
def test_a_disk_that_takes_no_report_does_not_hide_the_error(qtbot: QtBot, watch: crash.Watch) -> None:
    (watch.folder / crash.REPORTS).write_text("in the way", encoding="utf-8")

    watch.tell(failed())

    qtbot.waitUntil(lambda: watch.window is not None)


def test_everything_is_given_back(tmp_path: Path, qapp: QApplication) -> None:
    before = sys.excepthook, threading.excepthook, list(logging.getLogger().handlers)
    crash.install(tmp_path)
    assert sys.excepthook is not before[0]

    crash.remove()
    crash.remove()

    assert (sys.excepthook, threading.excepthook, list(logging.getLogger().handlers)) == before


def test_a_hard_crash_leaves_its_stacks_for_the_next_start(tmp_path: Path, qapp: QApplication) -> None:
    script = (
        "import faulthandler, sys\n"
        "from pathlib import Path\n"
        "from massar_desktop.system import crash\n"
        "crash.install(Path(sys.argv[1]))\n"
        "faulthandler._sigsegv()\n"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, timeout=60, check=False)
    assert ended.returncode != 0

    crash.install(tmp_path)
    crash.remove()

    (kept,) = (tmp_path / crash.REPORTS).iterdir()
    assert kept.name.startswith("fault-")
    assert "Segmentation fault" in kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("way", ["button", "escape", "frame"])
def test_the_window_of_an_error_goes_whichever_way_it_is_closed(qtbot: QtBot, way: str) -> None:
    window = CrashWindow(report_on(failed()))
    window.show()
    qtbot.waitExposed(window)
    gone: list[bool] = []
    window.destroyed.connect(lambda _: gone.append(True))
    with qtbot.waitSignal(window.closed):
        if way == "button":
            QTest.mouseClick(window.go_on, Qt.MouseButton.LeftButton)
        elif way == "escape":
            QTest.keyClick(window, Qt.Key.Key_Escape)
        else:
            window.close()
    qtbot.waitUntil(lambda: bool(gone))
