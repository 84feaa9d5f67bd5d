"""Behind Home the rest is made ready when the clerk pauses; what she presses before that is not lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massar_desktop.app.main import App
from massar_desktop.app.making_ready import Pause, WhenCalm
from massar_desktop.app.workplace import STICK
from massar_desktop.background.tasks import Tasks
from massar_desktop.screens.main_window import MainWindow
from massar_desktop.screens.rooms import keys_of_rooms
from massar_desktop.widgets.card import Page
from tests.benchmarks.counter_world import make_office
from tests.desktop import gallery
from tests.desktop.conftest import PutOn
from tests.memory_keyring import MemoryKeyring

CTRL = Qt.KeyboardModifier.ControlModifier


class Clerk(QObject):
    """Somebody who has something read fifty times a second, and counts."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks, self.worked = tasks, 0
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.work)
        self.timer.start(20)
        self.work()

    def work(self) -> None:
        self.worked += 1
        self._tasks.run(lambda: None)


def test_it_waits_for_a_pause(qtbot: QtBot) -> None:
    tasks, done = Tasks(), list[int]()
    clerk = Clerk(tasks)
    WhenCalm(tasks, lambda: done.append(tasks.rested_ms), Pause(120, 60_000), clerk).start(0)
    qtbot.waitUntil(lambda: clerk.worked == 20)
    assert not done
    clerk.timer.stop()
    qtbot.waitUntil(lambda: len(done) == 1)
    assert done[0] >= 120
    tasks.stop()


def test_it_does_not_wait_for_ever(qtbot: QtBot) -> None:
    tasks, done = Tasks(), list[int]()
    clerk = Clerk(tasks)
    WhenCalm(tasks, lambda: done.append(clerk.worked), Pause(120, 150), clerk).start(0)
    qtbot.waitUntil(lambda: len(done) == 1)
    assert clerk.timer.isActive()
    assert done[0] > 2
    tasks.stop()


def test_where_nothing_is_read_it_does_not_wait(qtbot: QtBot) -> None:
    tasks, parent, done = Tasks(), QObject(), list[bool]()
    WhenCalm(tasks, lambda: done.append(True), Pause(1_000, 60_000), parent).start(0)
    qtbot.waitUntil(lambda: done == [True])
    tasks.stop()


def test_a_key_of_a_room_that_is_not_there_yet_has_it_built_and_shows_it(qtbot: QtBot) -> None:
    window, built = MainWindow(gallery.IDENTITY, now=gallery.NOW), list[str]()
    qtbot.addWidget(window)
    window.add_page("home", Page("home"))

    def build() -> None:
        if not built:
            window.add_page("import_list", Page("import_list"))
            window.add_inner_page("stick", Page("stick"), under="", shortcut="Ctrl U")
        built.append("built")

    window.keys.bind_early(keys_of_rooms(), build)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_U, CTRL)
    assert (window.shown_page(), built) == ("stick", ["built"])
    QTest.keyClick(window, Qt.Key.Key_I, CTRL)  # bound by now
    assert (window.shown_page(), built) == ("import_list", ["built"])


def test_ctrl_u_right_after_signing_in_is_not_lost(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, put_on: PutOn, memory_keyring: MemoryKeyring
) -> None:
    put_on("fr")
    make_office(tmp_path / "office", 320)
    app = App(qapp, tmp_path / "office")
    app.start()
    assert app.window is not None
    with qtbot.waitSignal(app.opened, timeout=20_000) as opened:
        QTest.keyClick(app.window, Qt.Key.Key_Return)
    (place,) = opened.args
    assert not place.is_furnished
    place.window.activateWindow()
    qtbot.waitUntil(place.window.isActiveWindow)
    QTest.keyClick(place.window, Qt.Key.Key_U, CTRL)
    assert place.window.shown_page() == STICK
    assert place.is_furnished
    app.close()
    place.window.close()
