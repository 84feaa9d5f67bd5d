"""The first step of an import: the newest lists of this computer and its sticks, a file dialog, or a file dropped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massar_desktop.screens.new_files import NewFiles
from massar_desktop.system.newest_files import NewFile
from massar_desktop.widgets.bidi import isolate
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.labels import IconLabel, Label
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.translated import Translated

_CENTRE: Final = Qt.AlignmentFlag.AlignHCenter


class ChooseView(Translated):
    """The newest lists, Enter takes the current one; the file dialog and a file dropped stay beside it.

    Signals: ``shown()`` when the newest lists should be looked for, ``file_chosen(Path)``, ``file_requested()``.
    """

    shown = Signal()
    file_chosen = Signal(object)
    file_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._busy = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # until it is known whether there are lists
        self._icon, self._title = IconLabel("file-spreadsheet", "neutral", 32), Label("", "h2")
        self._kinds = Label("", "sub", "text2", wrap=True)
        self._kinds.setAlignment(_CENTRE)
        self.button = Button("", "primary", icon="file-spreadsheet", key="Ctrl O", bind=True)
        self.button.clicked.connect(self.file_requested)
        self.message = MessageLine()
        self.table = NewFiles()
        self.table.file_opened.connect(self._take)
        self._newest_title, self._newest_key = Label("", "h2"), Label("", "cap", "text3")
        self._newest, self._drop = self._newest_card(), Card()
        body = self._drop.body
        body.addStretch(1)
        for part in (self._icon, self._title):
            body.addWidget(part, 0, _CENTRE)
        body.addWidget(self._kinds)
        body.addWidget(self.button, 0, _CENTRE)
        body.addStretch(2)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.message)
        column.addWidget(self._newest, 1)
        column.addWidget(self._drop)
        self.retranslate()
        self._settle(looked=False)

    def show_lists(self, lists: Sequence[NewFile]) -> None:
        """Offer these lists; the first is the current one."""
        self.table.show_files(lists)
        self._settle(looked=True)

    def lists(self) -> Sequence[NewFile]:
        """What is offered."""
        return self.table.files()

    def set_busy(self, name: str) -> None:
        """Say that a file is being read; "" for none any more."""
        self._busy = name
        self.set_message("", "")
        self.retranslate()

    def set_message(self, sentence: str, remedy: str) -> None:
        """Say why a file could not be read."""
        if sentence:
            self._busy = ""
        self.message.set_message(sentence, remedy, "danger")
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for the next file, and look which lists arrived."""
        super().showEvent(event)
        self.retranslate()
        self.shown.emit()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        reading = self.tr("Reading %1…").replace("%1", isolate(self._busy))
        self._title.setText(reading if self._busy else self.tr("Drop a list here, or choose a file"))
        kinds = self.tr("xlsx, xls, ods or csv, with Arabic or French headers.")
        first = self.tr("Nothing is written before you have seen what becomes of each line.")
        self._kinds.setText(f"{kinds} {first}")
        self.button.setText(self.tr("Choose a file"))
        self.button.setEnabled(not self._busy)
        self.setAccessibleName(self.tr("Import a list"))
        self._newest_title.setText(self.tr("The newest lists of this computer and its sticks"))
        self._newest_key.setText(self.tr("Enter opens the chosen one"))
        self.table.setAccessibleName(self._newest_title.text())

    def _newest_card(self) -> Card:
        card, head = Card(ground="list"), QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 4)
        head.addWidget(self._newest_title)
        head.addStretch(1)
        head.addWidget(self._newest_key)
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        return card

    def _settle(self, *, looked: bool) -> None:
        """Put the cursor where Enter does what is meant: on the lists if there are any, else on the button."""
        there = bool(self.table.files())
        self._newest.setVisible(there)
        self._column.setStretchFactor(self._drop, 0 if there else 1)
        if not looked:
            return
        wanted: QWidget = self.table if there else self.button
        self.setFocusProxy(wanted)
        if self.window().focusWidget() in (self, self.button, self.table):
            wanted.setFocus()

    def _take(self, path: Path) -> None:
        if not self._busy:
            self.file_chosen.emit(path)
