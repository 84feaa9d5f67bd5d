"""A screen reads again what changed while it is in front, and what it missed when it comes there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from massar_desktop.background.session import Session
from massar_desktop.screens.finder import Finder
from massar_desktop.screens.following import Following
from massar_desktop.screens.palette import Palette
from sync.client.replica import Changes
from tests.desktop.conftest import PutOn
from tests.desktop.exchange_world import Desk, desk


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    one: Desk = desk(tmp_path)
    yield one.session
    one.close()


class Screen(QWidget):
    """Counts how often it reads."""

    def __init__(self, session: Session, *, counted: bool = False, only_missed: bool = False) -> None:
        super().__init__()
        self.read = 0
        Following(session, self, self._look, counted=counted, only_missed=only_missed)

    def _look(self) -> None:
        self.read += 1


def test_changes_that_come_together_are_read_once_in_front_and_not_behind(qtbot: QtBot, session: Session) -> None:
    front, behind = Screen(session, only_missed=True), Screen(session, only_missed=True)
    for screen in (front, behind):
        qtbot.addWidget(screen)
    front.show()
    for _ in range(5):
        session.changed.emit(Changes())
    qtbot.waitUntil(lambda: front.read == 1)
    session.changed.emit(Changes())
    qtbot.waitUntil(lambda: front.read == 2)
    assert behind.read == 0

    behind.show()
    qtbot.waitUntil(lambda: behind.read == 1)
    behind.hide()
    behind.show()  # nothing was missed
    session.changed.emit(Changes())
    qtbot.waitUntil(lambda: front.read == 3)
    qtbot.waitUntil(lambda: behind.read == 2)


def test_a_screen_that_time_changes_reads_whenever_it_comes_to_the_front(qtbot: QtBot, session: Session) -> None:
    screen = Screen(session)
    qtbot.addWidget(screen)
    for times in (1, 2):
        screen.show()
        qtbot.waitUntil(lambda times=times: screen.read == times)  # type: ignore[misc]
        screen.hide()


def test_what_is_counted_elsewhere_is_read_behind_another_room_once_the_changes_are_over(
    qtbot: QtBot, session: Session
) -> None:
    front, behind = Screen(session, only_missed=True), Screen(session, counted=True)
    for screen in (front, behind):
        qtbot.addWidget(screen)
    front.show()
    for times in (1, 2, 3):
        session.changed.emit(Changes())
        qtbot.waitUntil(lambda times=times: front.read == times)  # type: ignore[misc]
        assert behind.read == 0
    qtbot.waitUntil(lambda: behind.read == 1)


def test_a_palette_that_nobody_opened_reads_nothing(qtbot: QtBot, put_on: PutOn, session: Session) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    palette = Palette(session, window)
    window.show()
    awake = Finder(session, window)
    session.changed.emit(Changes())
    qtbot.waitUntil(lambda: awake.reading.is_read)
    assert not palette.finder.reading.is_read
