"""While the keys of an office change: nothing to do but wait; then the new recovery code, if there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from massar_desktop.screens.recovery_code_page import RecoveryCodePage
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.labels import IconLabel, Label
from massar_desktop.widgets.scrolled import scrolled_column
from massar_desktop.widgets.translated import Translated

_WIDTH = 840


class KeysChange(Translated):
    """Signals: ``continued()`` once the new recovery code is written down."""

    continued = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "canvas")
        self._title, self._about = Label("", "h1"), Label("", "body", "text2", wrap=True)
        self.page = RecoveryCodePage()
        self.page.continued.connect(self.continued)
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        column.addWidget(IconLabel("hourglass", "accent", 32))
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(waiting)
        self._stack.addWidget(self.page)
        card = Card()
        card.body.addWidget(self._stack)
        card.setFixedWidth(_WIDTH)
        across, whole = QHBoxLayout(), scrolled_column(self)
        across.addStretch(1)
        across.addWidget(card)
        across.addStretch(1)
        whole.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def show_code(self, code: str) -> None:
        """Show the new recovery code, once."""
        self.page.set_code(code)
        self._stack.setCurrentWidget(self.page)
        self.page.setFocus()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self._title.setText(self.tr("The office's file gets a new key"))
        self._about.setText(
            self.tr("Wait a moment. Should the computer go off now, nothing is lost: the next sign-in finishes it.")
        )
        self.setAccessibleName(self.tr("The office's file gets a new key"))
