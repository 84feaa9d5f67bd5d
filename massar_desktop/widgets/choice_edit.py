"""A choice from a long list (cadres, schools, communes) found by typing any part of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.editors import Line
from massar_desktop.widgets.icons import paint_icon
from massar_desktop.widgets.paint import visual

KEY = Qt.ItemDataRole.UserRole + 1
FOLDED = Qt.ItemDataRole.UserRole + 2
"""Roles of a row: the key that is chosen, and the label with its spellings made equal."""
PARTED = " · "
"""Between the parts of a label."""


class FoldedCompleter(QCompleter):
    """Matches the folded label anywhere, and completes with the label as written."""

    def __init__(self, model: QAbstractItemModel, fold: Callable[[str], str]) -> None:
        super().__init__(model)
        self._fold = fold
        self.setCompletionRole(FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(9)

    def splitPath(self, path: str) -> list[str]:
        """Fold what was typed as the labels were."""
        return [self._fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the label as written."""
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def dress_offers(popup: QAbstractItemView) -> None:
    """Give a list under a field its looks: a window of its own, with a border, which Qt makes at the first letter."""
    popup.setProperty("kind", "offers")
    theme.dress(popup)


class ChoiceEdit(QComboBox):
    """A searchable list of (key, label); ``fold`` makes spellings equal (names.fold in the office).

    What is typed and found in no label is put back to the last choice when the field is left; emptied, it
    chooses nothing. Of a label of two parts ("name · other name") both are found, and the first stands in the line.

    Signals: ``choice_changed(str)`` with the key, "" for none, when the clerk chooses; ``entered()``
    when she has pressed Enter, after it.
    """

    choice_changed = Signal(str)
    entered = Signal()

    def __init__(self, fold: Callable[[str], str] = str.casefold) -> None:
        super().__init__()
        self._fold, self._chosen = fold, ""
        self._offered: tuple[tuple[str, str], ...] = ()
        self.line = Line()
        self.setEditable(True)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFixedHeight(tokens.FIELD_HEIGHT)
        self.setMaxVisibleItems(12)
        self._rows = QStandardItemModel(0, 1, self)
        self.setModel(self._rows)
        completer = FoldedCompleter(self._rows, fold)
        completer.setParent(self)
        self.setCompleter(completer)
        self.activated.connect(lambda row: self._choose(self._key_at(row)))
        self.line.editingFinished.connect(self._settle)
        self.line.returnPressed.connect(self._enter)
        self.line.textEdited.connect(self._dress_popup)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices as (key, label), keeping the one made if it is still offered."""
        chosen = self._chosen
        if self._offered != tuple(choices):  # a form offers the same at each file: to make the lines again is slow
            self._offered = tuple(choices)
            self._offer()
        self.set_choice(chosen)

    def choice(self) -> str:
        """Return the key chosen, "" for none."""
        return self._chosen

    def set_choice(self, key: str) -> None:
        """Show a choice without telling; a key that is not offered shows as nothing chosen."""
        row = self.findData(key, KEY) if key else -1
        self._chosen = key if row >= 0 else ""
        self.setCurrentIndex(row)
        self.line.setText(self.itemText(row).partition(PARTED)[0] if row >= 0 else "")
        if row >= 0 and not self.line.hasFocus():
            self.line.setCursorPosition(0)  # a long label is read from its beginning

    def set_placeholder(self, text: str) -> None:
        """Show a hint while nothing is chosen."""
        self.line.setPlaceholderText(text)

    def minimumSizeHint(self) -> QSize:
        """Let a narrow form be narrow, whatever the longest label."""
        return QSize(96, tokens.FIELD_HEIGHT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the label, so that typing searches at once."""
        super().focusInEvent(event)
        self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows open the list: Qt would choose the next one at each press, unseen."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field by the style sheet and our chevron."""
        super().paintEvent(event)
        painter = QPainter(self)
        size = tokens.ICON_BUTTON
        logical = self.rect().adjusted(self.width() - size - 10, 0, -10, 0)
        table = theme.colours()
        ink = table.text2 if self.isEnabled() else table.text3
        paint_icon(painter, QRectF(visual(self.layoutDirection(), self.rect(), logical)), "chevron-down", ink)

    def _key_at(self, row: int) -> str:
        return str(self.itemData(row, KEY) or "")

    def _choose(self, key: str) -> None:
        changed = key != self._chosen
        self.set_choice(key)
        if changed:
            self.choice_changed.emit(key)

    def _dress_popup(self) -> None:
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        if popup is not None:
            dress_offers(popup)

    def _enter(self) -> None:
        self._settle()
        self.entered.emit()

    def _settle(self) -> None:
        """Take a label typed in full or the only one that matches, else put the last choice back."""
        typed = self._fold(self.currentText().strip())
        if not typed:
            self._choose("")
            return
        labels = [(self._key_at(row), self._fold(self.itemText(row))) for row in range(self.count())]
        exact = [key for key, label in labels if label == typed]
        near = exact or [key for key, label in labels if typed in label]
        self._choose(near[0] if len(near) == 1 else self._chosen)

    def _offer(self) -> None:
        self._rows.clear()
        for key, label in self._offered:
            item = QStandardItem(label)
            item.setData(key, KEY)
            item.setData(self._fold(label), FOLDED)
            self._rows.appendRow(item)
