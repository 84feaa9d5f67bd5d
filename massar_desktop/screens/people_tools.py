"""The line of tools over the list of people: kept lists, columns, order; each is a menu that keys work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu

from massar_desktop.models.people import FIRST_COLUMNS, column_title
from massar_desktop.screens.people_kept import Kept
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.translated import Translated

_PERSON: Final = ("cin", "birth_date", "phone", "sex")
_CAREER: Final = ("grade", "echelon", "recruited_on", "retires_on")
CHOICES: Final = (*FIRST_COLUMNS, *_CAREER, *_PERSON)


class PeopleTools(Translated):
    """Signals: ``list_chosen(str)`` with the key of a kept list ("" for everybody), ``list_kept(str)`` with a name,
    ``list_forgotten(str)``, ``columns_chosen(object)`` with names, ``sorted(str, bool)`` with a column and whether
    descending.
    """

    list_chosen = Signal(str)
    list_kept = Signal(str)
    list_forgotten = Signal(str)
    columns_chosen = Signal(object)
    sorted = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._lists: Sequence[Kept] = ()
        self._columns: tuple[str, ...] = ()
        self._sort = ("name", False)
        self.lists = Button(kind="quiet", icon="list-checks", key="Ctrl G")
        self.columns = Button(kind="quiet", icon="settings", key="Ctrl M")
        self.order = Button(kind="quiet", icon="arrow-up-down", key="Ctrl O")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for button, keys, open_menu in (
            (self.lists, "Ctrl+G", self.open_lists),
            (self.columns, "Ctrl+M", self.open_columns),
            (self.order, "Ctrl+O", self.open_order),
        ):
            row.addWidget(button)
            button.clicked.connect(open_menu)
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(open_menu)
        self.retranslate()

    def show_state(
        self, lists: Sequence[Kept], columns: tuple[str, ...], sort: tuple[str, bool], open_list: str
    ) -> None:
        """Show what is kept and what is in force."""
        self._lists, self._columns, self._sort = lists, columns, sort
        named = next((one.words() for one in lists if one.key == open_list), "")
        self.lists.setText(named or self.tr("Kept lists"))
        way = "↓" if sort[1] else "↑"
        self.order.setText(f"{column_title(sort[0])} {way}")

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.columns.setText(self.tr("Columns"))
        self.show_state(self._lists, self._columns, self._sort, "")

    def lists_menu(self) -> QMenu:
        """The kept lists, and what can be done with them."""
        menu = QMenu(self)
        everybody = menu.addAction(self.tr("Everybody"))
        everybody.triggered.connect(lambda: self.list_chosen.emit(""))
        for number, one in enumerate(self._lists, start=1):
            action = menu.addAction(f"{one.words()}\tAlt+{number}")
            action.triggered.connect(lambda _on=False, key=one.key: self.list_chosen.emit(key))
        menu.addSeparator()
        keep = menu.addAction(self.tr("Keep this list..."))
        keep.triggered.connect(self._ask_name)
        for one in self._lists:
            if one.name:
                forget = menu.addAction(self.tr("Forget: %1").replace("%1", one.name))
                forget.triggered.connect(lambda _on=False, name=one.name: self.list_forgotten.emit(name))
        return menu

    def columns_menu(self) -> QMenu:
        """The columns, ticked when they are shown; the name is always."""
        menu = QMenu(self)
        for name in CHOICES[1:]:
            action = self._ticked(menu, column_title(name), name in self._columns)
            action.triggered.connect(lambda on, name=name: self._turn(name, shown=on))
        return menu

    def order_menu(self) -> QMenu:
        """The columns to sort by; the one in force turns its way."""
        menu = QMenu(self)
        for name in CHOICES:
            action = self._ticked(menu, column_title(name), name == self._sort[0])
            descending = name == self._sort[0] and not self._sort[1]
            action.triggered.connect(lambda _on, name=name, way=descending: self.sorted.emit(name, way))
        return menu

    def open_lists(self) -> None:
        """Open the kept lists."""
        self._open(self.lists_menu(), self.lists)

    def open_columns(self) -> None:
        """Open the choice of columns."""
        self._open(self.columns_menu(), self.columns)

    def open_order(self) -> None:
        """Open the choice of the order."""
        self._open(self.order_menu(), self.order)

    def _open(self, menu: QMenu, under: Button) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))
        menu.setActiveAction(menu.actions()[0])

    def _ticked(self, menu: QMenu, word: str, on: bool) -> QAction:
        action = menu.addAction(word)
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _turn(self, name: str, *, shown: bool) -> None:
        names = [one for one in CHOICES if (one in self._columns and one != name) or (one == name and shown)]
        self.columns_chosen.emit(tuple(names))

    def _ask_name(self) -> None:
        name, given = QInputDialog.getText(self, self.tr("Keep this list"), self.tr("Its name"))
        if given and name.strip():
            self.list_kept.emit(name.strip())
