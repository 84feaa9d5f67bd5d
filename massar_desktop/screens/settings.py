"""The settings of this computer: look, session, line, clerks, a new computer. Every choice holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from massar_desktop.screens.settings_clerks import ClerksPart
from massar_desktop.screens.settings_computer import ComputerPart
from massar_desktop.screens.settings_parts import LinePart, LookPart, SessionPart
from massar_desktop.system.preferences import Preferences
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card, Page
from massar_desktop.widgets.table import Table

if TYPE_CHECKING:
    from massar_desktop.background.office_keeper import OfficeKeeper
    from massar_desktop.background.stick_runner import StickRunner

_LIST_WIDTH: Final = 260
_PART_WIDTH: Final = 660
_NO_INDEX: Final = QModelIndex()
LOOK, SESSION, LINE, CLERKS, COMPUTER = range(5)


class _Titles(QAbstractListModel):
    """The parts by name."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return the number of parts."""
        return 0 if parent.isValid() else len(self.titles)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a name."""
        spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.titles[index.row()] if spoken else None


class SettingsScreen(Page):
    """Signals: ``left()`` on Escape, ``lock_requested()``, ``other_clerk_requested()``, ``visit_requested()``,
    ``tour_requested()``, ``keys_change_requested(object)`` with the clerk to take off, 0 for a new recovery code.
    """

    left = Signal()
    visit_requested = Signal()
    tour_requested = Signal()
    lock_requested = Signal()
    other_clerk_requested = Signal()
    keys_change_requested = Signal(object)

    def __init__(self, preferences: Preferences, keeper: OfficeKeeper, sticks: StickRunner) -> None:
        super().__init__()
        self._titles, self.list = _Titles(), Table()
        self.look, self.session = LookPart(preferences), SessionPart(preferences)
        self.line, self.clerks = LinePart(preferences), ClerksPart(keeper)
        self.computer = ComputerPart(keeper, sticks)
        self.parts = QStackedWidget()
        self.back = Button("", "plain", icon="arrow-left", key="Esc")
        self.back.clicked.connect(self.left)
        self.look.tour.clicked.connect(self.tour_requested)
        self.session.lock.clicked.connect(self.lock_requested)
        self.session.schools.clicked.connect(self.visit_requested)
        self.clerks.other.clicked.connect(self.other_clerk_requested)
        self.clerks.keys.change_requested.connect(self.keys_change_requested)
        self._build()
        self.list.row_chosen.connect(self._choose)
        self.retranslate()
        self.go_to(LOOK)

    def go_to(self, part: int) -> None:
        """Show a part by its number: LOOK, SESSION, LINE, CLERKS, COMPUTER."""
        self.list.choose_row(part)
        self._choose(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the settings."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write the page in the language in force."""
        self.title.setText(self.tr("Settings"))
        self.beside.setText(self.tr("Every choice holds at once, on this computer only."))
        self.back.setText(self.tr("Back"))
        self.list.setAccessibleName(self.tr("Parts of the settings"))
        shown = self.list.chosen_row()
        self._titles.beginResetModel()
        self._titles.titles = [
            self.tr("Look and language"),
            self.tr("Session and field visit"),
            self.tr("The line"),
            self.tr("Clerks of this computer"),
            self.tr("New or broken computer"),
        ]
        self._titles.endResetModel()
        if shown >= 0:
            self.list.choose_row(shown)

    def _build(self) -> None:
        self.add_action(self.back)
        self.list.setModel(self._titles)
        self.list.horizontalHeader().hide()
        self.list.set_widths([0], stretched=0)
        titles, shown = Card(ground="list"), Card()
        titles.setFixedWidth(_LIST_WIDTH)
        titles.body.addWidget(self.list)
        for part in (self.look, self.session, self.line, self.clerks, self.computer):
            self.parts.addWidget(part)
        self.parts.setMaximumWidth(_PART_WIDTH)
        beside = QHBoxLayout()
        beside.addWidget(self.parts, 100)  # up to its own width, at the start edge
        beside.addStretch(1)
        shown.body.addLayout(beside)
        row = QHBoxLayout()
        row.addWidget(titles)
        row.addWidget(shown, 1)
        self.body.addLayout(row, 1)
        self.setFocusProxy(self.list)

    def _choose(self, row: int) -> None:
        if not 0 <= row < self.parts.count():
            return
        self.parts.setCurrentIndex(row)
        if row == CLERKS:
            self.clerks.refresh()
