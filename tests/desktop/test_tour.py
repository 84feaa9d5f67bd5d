"""The first tour: five lines that take no focus, cover nothing and are over when they are put away."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from massar_desktop.screens.main_window import MainWindow
from massar_desktop.screens.tour import Tour
from massar_desktop.widgets.card import Page
from tests.desktop import gallery
from tests.desktop.conftest import PutOn


@pytest.fixture
def window(qtbot: QtBot, put_on: PutOn) -> MainWindow:
    """Give a window in which somebody types."""
    made, page, field = MainWindow(gallery.IDENTITY, now=gallery.NOW), Page(), QLineEdit()
    page.body.addWidget(field)
    page.setFocusProxy(field)
    made.add_page("home", page)
    qtbot.addWidget(made)
    made.resize(1366, 690)
    made.show()
    qtbot.waitExposed(made)
    field.setFocus()
    return made


def test_the_lines_follow_each_other_and_leave_the_focus_alone(qtbot: QtBot, window: MainWindow) -> None:
    tour = Tour()
    window.foot.addWidget(tour)
    tour.show()
    seen = []
    with qtbot.waitSignal(tour.ended):
        while tour.isVisible():
            seen.append(tour.accessibleName())
            tour.next.click()

    assert len(seen) == len(set(seen)) == 5
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_it_covers_nothing_and_gives_its_place_back(qtbot: QtBot, window: MainWindow) -> None:
    whole = window.stack.height()
    tour = Tour()
    window.foot.addWidget(tour)
    tour.show()
    qtbot.waitUntil(lambda: window.stack.height() == whole - tour.height())

    assert (
        window.stack.mapTo(window, window.stack.rect().bottomLeft()).y() < tour.mapTo(window, tour.rect().topLeft()).y()
    )
    with qtbot.waitSignal(tour.ended):
        tour.skip.click()
    qtbot.waitUntil(lambda: window.stack.height() == whole)


def test_each_line_is_whole_at_the_narrowest_window(qtbot: QtBot, window: MainWindow) -> None:
    tour = Tour()
    window.foot.addWidget(tour)
    tour.show()
    window.resize(1300, 690)
    for _ in range(5):
        QApplication.processEvents()
        assert tour._text.heightForWidth(tour._text.width()) <= tour.height()
        tour.next.click()
