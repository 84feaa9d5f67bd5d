"""A screen reader has a name for everything that can be worked, on each screen of the desk, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from massar_desktop.screens.act_counter import ActCounter
from massar_desktop.screens.act_decide import DecideScreen
from massar_desktop.screens.conflicts import ConflictsScreen
from massar_desktop.screens.palette import Palette
from massar_desktop.screens.people import PeopleScreen
from massar_desktop.screens.person import PersonScreen
from massar_desktop.screens.work_home import HomeScreen
from massar_desktop.system.locale import Language
from tests.desktop.people_desk import Desk, open_desk, somebody

WORKED = (QLineEdit, QComboBox, QPlainTextEdit, QAbstractButton, QAbstractItemView, QTabBar)
SCREENS: dict[str, Callable[[Desk], QWidget]] = {
    "home": lambda desk: HomeScreen(desk.session),
    "people": lambda desk: PeopleScreen(desk.session),
    "counter": lambda desk: ActCounter(desk.session),
    "decide": lambda desk: DecideScreen(desk.session),
    "person": lambda desk: PersonScreen(desk.session),
    "conflicts": lambda desk: ConflictsScreen(desk.session, desk.office.clock),
    "palette": lambda desk: Palette(desk.session, desk.window),
}


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, language: Language) -> Iterator[Desk]:
    """Give a clerk's desk."""
    with open_desk(tmp_path, qtbot) as made:
        yield made


def nameless(screen: QWidget) -> list[str]:
    """What can be worked and has neither a name nor a text; parts that Qt makes inside another are that one's."""
    found = []
    for widget in [screen, *screen.findChildren(QWidget)]:
        parent = widget.parent()
        inside = isinstance(parent, (QComboBox, QAbstractItemView, QLineEdit, QTabBar))
        if not isinstance(widget, WORKED) or isinstance(widget, (QHeaderView, QScrollBar)) or inside:
            continue
        if widget.isHidden():  # it has nothing to say; on a page behind another only the page is hidden
            continue
        if widget.window().windowType() == Qt.WindowType.Popup or widget.windowType() == Qt.WindowType.Popup:
            continue  # the list of a choice or of a completion: the choice has the name
        named = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        if not named.strip():
            found.append(f"{type(parent).__name__} > {type(widget).__name__} {widget.objectName()}")
    return found


@pytest.mark.parametrize("name", SCREENS)
def test_everything_that_is_worked_has_a_name(desk: Desk, language: Language, name: str) -> None:
    screen = SCREENS[name](desk)
    if name != "palette":
        desk.window.add_inner_page(name, screen, under="people")
        desk.window.show()
    if isinstance(screen, PersonScreen):
        screen.open_person(somebody().id)
        desk.until(lambda: screen.shown_person() is not None)
        for part in range(screen.parts.bar.count()):
            screen.parts.go_to(part)
    assert nameless(screen) == [], language
