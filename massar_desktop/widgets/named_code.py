"""A code with a name behind it (a school): typed as a code, or found by any part of its name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView

from massar_desktop.widgets import theme
from massar_desktop.widgets.choice_edit import FOLDED, KEY, FoldedCompleter, dress_offers
from massar_desktop.widgets.editors import CodeEdit

_FROM = 2
"""Letters typed before names are offered."""
_WIDE = 380
"""Pixels of the list of names, whose field is as wide as a code."""


class NamedCodeEdit(CodeEdit):
    """A line for a code; while a name is typed the names that hold it are offered, and choosing one writes its code.

    A code that nobody offers stays as typed: it may be of elsewhere. A name that fits one code alone becomes it when
    the field is left.
    """

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold
        self._rows = QStandardItemModel(0, 1, self)
        self._labels: dict[str, str] = {}
        self._names = FoldedCompleter(self._rows, fold)
        self._names.setParent(self)
        self._names.setWidget(self)
        self._offers = False
        self._names.activated[QModelIndex].connect(self._take)  # type: ignore[index]  # one of two overloads
        self.textEdited.connect(self._offer)
        self.editingFinished.connect(self._settle)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer codes, each with what it is called; what is typed stays."""
        self._labels = {code: self._fold(label) for code, label in choices}
        self._rows.clear()
        for code, label in choices:
            item = QStandardItem(label)
            item.setData(code, KEY)
            item.setData(self._labels[code], FOLDED)
            self._rows.appendRow(item)

    def offered(self) -> QAbstractItemView | None:
        """The list of names, None as long as none was ever offered: Qt makes it when it is first asked for."""
        return self._names.popup() if self._offers else None

    def is_naming(self) -> bool:
        """Return whether what is typed looks for a name: it begins with a letter, as no code does."""
        return self.text().strip()[:1].isalpha()

    def _is_choosing(self) -> bool:
        popup = self.offered()
        return popup is not None and popup.isVisible()

    def _offer(self, typed: str) -> None:
        if typed[:1].isdigit() and typed != typed.upper():
            self.setText(typed.upper())  # of a code only: a name stays as it is typed
            typed = typed.upper()
        wanted = len(typed.strip()) >= _FROM and self.is_naming()  # who types a code needs no list
        self._offers = self._offers or wanted
        popup = self.offered()
        if popup is None:
            return
        if not wanted:
            popup.hide()
            return
        dress_offers(popup)
        self._names.setCompletionPrefix(typed.strip())
        width = max(self.width(), _WIDE)
        start = self.width() - width if theme.appearance().direction == "rtl" else 0
        self._names.complete(QRect(start, 0, width, self.height()))

    def _take(self, chosen: QModelIndex) -> None:
        self.setText(str(chosen.data(KEY) or ""))

    def _settle(self) -> None:
        typed = self._fold(self.text().strip())
        if not typed or self.text().strip() in self._labels or self._is_choosing():
            return
        fitting = [code for code, label in self._labels.items() if typed in label]
        if len(fitting) == 1:
            self.setText(fitting[0])
