"""Why an act goes back: a few reasons by one key each, or one's own words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout

from massar_desktop.widgets.button import Button
from massar_desktop.widgets.editors import TextEdit
from massar_desktop.widgets.translated import Translated

REASONS: Final = ("paper", "illegible", "dates", "late", "signature")
_COLUMNS: Final = 3


def reason_word(reason: str) -> str:
    """A reason as it is written in the step."""
    words = {
        "paper": QCoreApplication.translate("Reasons", "A paper is missing"),
        "illegible": QCoreApplication.translate("Reasons", "The paper cannot be read"),
        "dates": QCoreApplication.translate("Reasons", "The days differ from those on the paper"),
        "late": QCoreApplication.translate("Reasons", "The paper came too late"),
        "signature": QCoreApplication.translate("Reasons", "A signature or a stamp is missing"),
    }
    return words[reason]


class ReasonList(Translated):
    """Signals: ``given(str)`` with the reason in words; empty when it was given up."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons = {reason: Button(key=str(number)) for number, reason in enumerate(REASONS, start=1)}
        self._other = Button(icon="pencil", key=str(len(REASONS) + 1))
        self.own = TextEdit()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, (reason, button) in enumerate(self._buttons.items()):
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on=False, reason=reason: self.given.emit(reason_word(reason)))
        grid.addWidget(self._other, len(REASONS) // _COLUMNS, len(REASONS) % _COLUMNS)
        grid.addWidget(self.own, len(REASONS) // _COLUMNS + 1, 0, 1, _COLUMNS)
        self._other.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._other.clicked.connect(self.type_own)
        self.own.returnPressed.connect(lambda: self.given.emit(self.own.text().strip()))
        self.own.hide()
        self.retranslate()

    def type_own(self) -> None:
        """Open a line for one's own words; Enter gives them, Escape goes back."""
        self.own.clear()
        self.own.show()
        self.own.setFocus()

    def hide(self) -> None:
        """Close the list; the next time it opens without the line of one's own."""
        self.own.hide()
        super().hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives it up."""
        if event.key() == Qt.Key.Key_Escape:
            self.given.emit("")
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        for reason, button in self._buttons.items():
            button.setText(reason_word(reason))
        self._other.setText(self.tr("Other words"))
        self.own.setPlaceholderText(self.tr("Why it goes back"))
        self.own.setAccessibleName(self.tr("Why it goes back"))
