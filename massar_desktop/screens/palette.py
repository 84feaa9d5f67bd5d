"""Ctrl+K over any screen: people, acts, screens, kept lists and actions by a few letters, for the person in front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from massar_desktop.screens.finder import Finder
from massar_desktop.widgets import theme
from massar_desktop.widgets.button import KeyHint
from massar_desktop.widgets.card import Line
from massar_desktop.widgets.chip import Chip, ChipSpec
from massar_desktop.widgets.editors import SearchField
from massar_desktop.widgets.find_list import Entry, FindList, Group
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import EmptyState
from massar_desktop.widgets.paint import fill_round, translucent
from massar_desktop.widgets.translated import Translated

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session

WIDTH: Final = 680
HEIGHT: Final = 512
_TOP: Final = 92
_RADIUS: Final = 14
_SHADOW: Final = 12
_FIRST_NUMBER: Final = 2
_LAST_NUMBER: Final = 9
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class Palette(Translated):
    """A child of the window, over everything in it; no window of its own.

    Signals: ``taken(object, object)`` with the Entry chosen and the person it is bound to, None for nobody.
    """

    taken = Signal(object, object)

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__()
        self.setParent(over)
        self._over = over
        self._person: int | None = None
        self._name = ""
        self._back_to: QWidget | None = None
        self._answered = self._wanted = ""
        self.finder = Finder(session, self)
        self._box = QFrame()
        self.search, self.list = SearchField(height=44), FindList()
        self.empty, self.bound = EmptyState("search"), Chip()
        self._said = Label("", "cap", "text3")
        self._hints = {key: KeyHint(key) for key in ("↑ ↓", "Enter", "Alt 2 … 9", "Tab", "Esc")}
        self._build()
        self._show_empty(empty=False)
        self.search.installEventFilter(self)
        over.installEventFilter(self)
        self.search.searched.connect(self._look)
        self.finder.found.connect(self._show)
        self.list.opened.connect(self._take)
        self.retranslate()
        self.hide()

    def open_for(self, person: int | None, name: str) -> None:
        """Open over the screen in front, bound to the person it is about."""
        self._person, self._name = person, name
        if not self.isVisible():
            self._back_to = QApplication.focusWidget()
        self._write_bound()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.search.clear()
        self._look("")
        self.search.setFocus()

    def close_palette(self) -> None:
        """Go back to the screen, the focus where it was."""
        self.hide()
        if self._back_to is not None and self._back_to.isVisible():
            self._back_to.setFocus()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.search.setPlaceholderText(self.tr("A person, an act, a screen, a list or an action"))
        self.search.setAccessibleName(self.tr("Find anything"))
        self.list.setAccessibleName(self.tr("Found"))
        self._said.setText(self.tr("Either script, PPR and CIN are accepted."))
        words = (self.tr("choose"), self.tr("do it"), self.tr("at once"), self.tr("for nobody"), self.tr("close"))
        for hint, word in zip(self._hints.values(), words, strict=True):
            hint.set_text(word)
        self.empty.set_text(
            self.tr("Nothing found"), self.tr("Try fewer letters, or the PPR or the CIN alone; Esc goes back.")
        )
        self._write_bound()
        if self.isVisible():
            self._look(self.search.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the search move and take the lines; the palette follows the size of its window."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        if watched is self.search and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_own(event):
                event.accept()  # else Alt 1 would open the first kept list under the palette, and Escape leave the file
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside it closes it."""
        if not self._box.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet over the window, and the shadow of the box."""
        painter = QPainter(self)
        table = theme.colours()
        dark = theme.appearance().dark
        shade = table.canvas if dark else table.text  # what is behind recedes in both looks
        painter.fillRect(self.rect(), QColor(translucent(shade, 0.6 if dark else 0.28)))
        for step in range(_SHADOW, 0, -3):
            box = QRectF(self._box.geometry()).adjusted(-step, -step + 4, step, step + 4)
            fill_round(painter, box, _RADIUS + step, translucent(shade, 0.05))
        fill_round(painter, QRectF(self._box.geometry()), _RADIUS, table.surface)

    def resizeEvent(self, event: object) -> None:
        """Keep the box in the middle of the window."""
        width = min(WIDTH, self.width() - 40)
        top = min(_TOP, max(0, (self.height() - HEIGHT) // 2))
        self._box.setGeometry(QRect((self.width() - width) // 2, top, width, min(HEIGHT, self.height() - top)))

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.list.step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key == Qt.Key.Key_Tab:
            self._person, self._name = None, ""
            self._write_bound()
            self._look(self.search.text())
        elif self._is_number(event):
            self.list.open_number(key - Qt.Key.Key_0)
        else:
            return False
        return True

    def _is_own(self, event: QKeyEvent) -> bool:
        return self._is_number(event) or event.key() == Qt.Key.Key_Escape

    def _is_number(self, event: QKeyEvent) -> bool:
        alone = event.modifiers() == Qt.KeyboardModifier.AltModifier
        return alone and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9

    def _enter(self) -> None:
        if self._answered == self.search.text():
            self.list.open_current()
        else:
            self._wanted = self.search.text()

    def _look(self, text: str) -> None:
        self._wanted = ""
        if text.strip():
            self.finder.look_for(text)
        else:
            self._answered = text
            self._put(self.finder.all_offers())

    def _show(self, groups: list[Group], text: str) -> None:
        if text != self.search.text() or not text.strip():
            return
        self._answered = text
        self._put(groups)
        if self._wanted == text:
            self._wanted = ""
            self.list.open_current()

    def _put(self, groups: Sequence[Group]) -> None:
        """The lines with the keys that take them: Enter for the first, Alt and a number for the next ones."""
        numbered, number = [], 0
        for group in groups:
            entries = []
            for entry in group.entries:
                if entry.sort == "of_person" and self._person is None:
                    continue
                number += 1
                cap = entry.cap or (f"Alt {number}" if _FIRST_NUMBER <= number <= _LAST_NUMBER else "")
                entries.append(replace(entry, cap="Enter" if number == 1 else cap))
            title = group.title
            if self._name and any(entry.sort == "act" for entry in entries):
                title = self.tr("Acts for %1").replace("%1", self._name)
            numbered.append(Group(title, tuple(entries)))
        self.list.show_groups(numbered)
        self._show_empty(empty=number == 0)

    def _show_empty(self, *, empty: bool) -> None:
        self.list.setVisible(not empty)
        self.empty.setVisible(empty)

    def _take(self, entry: Entry) -> None:
        person = self._person
        self.close_palette()
        self.taken.emit(entry, person)

    def _write_bound(self) -> None:
        self.bound.set_spec(ChipSpec(self._name, "accent", "user"))

    def _build(self) -> None:
        self._box.setParent(self)
        self._box.setObjectName("palette")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.search, 1)
        head.addWidget(self.bound)
        foot.setSpacing(14)
        for hint in self._hints.values():
            foot.addWidget(hint)
        foot.addStretch(1)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(Line())
        column.addWidget(self._said)
        column.addLayout(foot)
