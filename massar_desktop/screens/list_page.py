"""Pages that are one list: counters above it, what is said where it is empty, and its keys below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from massar_desktop.models.rows import RowsModel
from massar_desktop.screens.notices import Notice, Notices
from massar_desktop.widgets.button import KeyHint
from massar_desktop.widgets.card import Card, Page
from massar_desktop.widgets.counter import Counter
from massar_desktop.widgets.message_line import EmptyState
from massar_desktop.widgets.table import Table

_ROW_HEIGHT: Final = 50
_LIST, _EMPTY = range(2)


class ListPage(Page):
    """One list with its counters by name, the icon of its empty state and the keys that are told under it.

    `top` is the row of the counters, `middle` that of the list: a page adds there what stands beside them.
    """

    def __init__(self, counters: Mapping[str, Counter], icon: str, keys: Sequence[str]) -> None:
        super().__init__()
        self.counters = dict(counters)
        self.model, self.table = RowsModel(self), Table(row_height=_ROW_HEIGHT)
        self.notices, self.empty = Notices(), EmptyState(icon)
        self._hints = [KeyHint(key) for key in keys]
        self.top, self.middle = QHBoxLayout(), QHBoxLayout()
        self._stack = QStackedLayout()
        self._lay_out()

    def tell_keys(self, *words: str) -> None:
        """Say what each of the keys does, in their order."""
        for hint, word in zip(self._hints, words, strict=True):
            hint.set_text(word)

    def show_list(self, *, shown: bool) -> None:
        """Show the list, or the empty state in its place."""
        self._stack.setCurrentIndex(_LIST if shown else _EMPTY)

    def say_unreadable(self, what: Callable[[], str]) -> None:
        """Say that the list could not be read and what to do; `what` gives the first sentence."""
        self.notices.say("failed", Notice(what, self._close_others, "danger"))

    def _close_others(self) -> str:
        return self.tr("Close other programs that use this office's file, then open this screen again.")

    def _lay_out(self) -> None:
        self.top.setSpacing(12)
        self.middle.setSpacing(12)
        for counter in self.counters.values():
            self.top.addWidget(counter, 1)
        self.body.addWidget(self.notices)
        self.body.addLayout(self.top)
        card = Card(ground="list")
        self.table.setModel(self.model)
        card.body.addWidget(self.table)
        place = QWidget()
        place.setLayout(self._stack)
        self._stack.addWidget(card)
        self._stack.addWidget(self.empty)
        self.middle.addWidget(place, 1)
        self.body.addLayout(self.middle, 1)
        keys = QHBoxLayout()
        keys.setSpacing(16)
        for hint in self._hints:
            keys.addWidget(hint)
        keys.addStretch(1)
        self.body.addLayout(keys)
        self.setFocusProxy(self.table)


class HeapsPage(ListPage):
    """A list that a counter narrows to its own heap; Escape shows all of it again."""

    def __init__(self, counters: Mapping[str, Counter], icon: str, keys: Sequence[str]) -> None:
        super().__init__(counters, icon, keys)
        for name, counter in self.counters.items():
            counter.clicked.connect(lambda on, name=name: self.filter_by(name if on else ""))

    def heap(self) -> str:
        """The heap that is shown alone, "" for all of them."""
        return next((name for name, counter in self.counters.items() if counter.isChecked()), "")

    def filter_by(self, heap: str) -> None:
        """Show one heap only; "" shows all of them."""
        for name, counter in self.counters.items():
            counter.setChecked(name == heap)
        self.write_list()
        self.table.setFocus()

    def write_list(self) -> None:
        """Write the lines of the heap in the language in force."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shows everything again."""
        if event.key() == Qt.Key.Key_Escape and self.heap():
            self.filter_by("")
        else:
            super().keyPressEvent(event)
