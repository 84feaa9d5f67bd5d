"""The first tour: five cards that take no focus, stay in their corner and are over when they are put away."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from massar_desktop.screens.tour import Tour
from massar_desktop.system.locale import Language


@pytest.fixture
def window(qtbot: QtBot, language: Language) -> QWidget:
    """Give a window in which somebody types."""
    made, field = QWidget(), QLineEdit()
    QVBoxLayout(made).addWidget(field)
    qtbot.addWidget(made)
    made.resize(1366, 690)
    made.show()
    qtbot.waitExposed(made)
    field.setFocus()
    return made


def test_the_cards_follow_each_other_and_leave_the_focus_alone(
    qtbot: QtBot, window: QWidget, language: Language
) -> None:
    tour = Tour(window)
    tour.show()
    seen = []
    with qtbot.waitSignal(tour.ended):
        while tour.isVisible():
            seen.append(tour.accessibleName())
            corner = tour.geometry()
            assert window.rect().contains(corner)
            assert (corner.left() == 20) if language == "ar" else (corner.right() == window.width() - 21)
            tour.next.click()
    assert len(seen) == len(set(seen)) == 5
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_it_is_put_away_at_once_and_moves_with_the_window(qtbot: QtBot, window: QWidget) -> None:
    tour = Tour(window)
    tour.show()
    window.resize(1600, 900)
    assert tour.geometry().bottom() > 690
    with qtbot.waitSignal(tour.ended):
        tour.skip.click()
    assert not tour.isVisible()
