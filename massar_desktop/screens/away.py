"""A laptop that was not seen for 45 days: ten letters to read over the telephone, ten that are read back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from massar_desktop.system.locale import current_language
from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.editors import CodeEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.language_switch import LanguageSwitch
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.scrolled import scrolled_column
from massar_desktop.widgets.translated import Translated

_WIDTH = 520


class Away(Translated):
    """Signals: ``submitted(code: str)``, ``left()``, ``language_chosen(str)``."""

    submitted = Signal(str)
    left = Signal()
    language_chosen = Signal(str)

    def __init__(self, device: int, question: str) -> None:
        super().__init__()
        self.setProperty("kind", "canvas")
        self._device, self.question = device, question
        self._title, self._about = Label("", "h1"), Label("", "body", "text2", wrap=True)
        self._computer, self._letters = Label("", "body"), Label("", "h2")
        self.message = MessageLine()
        self.code_edit = CodeEdit(upper=True)
        self.code = LabelledField("", self.code_edit)
        self.button, self.back = Button("", "primary", key="Enter"), Button("", "quiet", icon="arrow-left", key="Esc")
        self.switch = LanguageSwitch(current_language())
        self.switch.language_chosen.connect(self.language_chosen)
        self.button.clicked.connect(self.submit)
        self.back.clicked.connect(self.left)
        self._build()
        self.setFocusProxy(self.code_edit)
        self.retranslate()

    def submit(self) -> None:
        """Send what was typed."""
        code = self.code_edit.text().strip()
        self.code.set_problem("" if code else self.tr("Type the letters that were read to you"))
        if code:
            self.submitted.emit(code)

    def refuse(self, question: str) -> None:
        """Say that the code is not the answer; the question may be another one by now."""
        self.question = question
        self.retranslate()
        self.code.set_problem(self.tr("These letters do not answer the question: have both read again"))
        self.code_edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends, Escape goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write the card in the language in force."""
        self.setWindowTitle(self.tr("Massar Desktop"))
        self._title.setText(self.tr("Not seen for more than 45 days"))
        self._about.setText(
            self.tr(
                "This computer has not exchanged with the centre for a long time. Telephone your administrator, give "
                "the number and the ten letters, and type those that are read back. Nothing that was saved is lost."
            )
        )
        self._computer.setText(self.tr("Number of this computer: %1").replace("%1", ltr(str(self._device))))
        self._letters.setText(ltr(f"{self.question[:5]} {self.question[5:]}"))
        self.code.set_label(self.tr("Letters that were read back"))
        self.code.set_problem("")
        self.code.set_help(self.tr("Ten letters; capitals, spaces and hyphens do not matter"))
        self.button.setText(self.tr("Open my office"))
        self.back.setText(self.tr("Back"))
        self.switch.set_language(current_language())

    def _build(self) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setFixedWidth(_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(4)
        for part in (self._title, self._about, self._computer, self._letters):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.code)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.button)
        column.addSpacing(6)
        column.addLayout(row)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        whole = scrolled_column(self)
        whole.addStretch(2)
        whole.addLayout(middle)
        whole.addSpacing(12)
        whole.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)
