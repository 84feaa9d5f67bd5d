"""A forgotten password: the office's recovery code, as the head reads it over the telephone, gives a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from massar_desktop.screens.password_fields import PasswordFields
from massar_desktop.system.locale import current_language
from massar_desktop.widgets.bidi import isolate
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.editors import CodeEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.language_switch import LanguageSwitch
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.scrolled import scrolled_column
from massar_desktop.widgets.translated import Translated

_WIDTH = 520


class ForgottenPassword(Translated):
    """Signals: ``submitted(code: str, password: str)``, ``left()``, ``language_chosen(str)``."""

    submitted = Signal(str, str)
    left = Signal()
    language_chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "canvas")
        self._title, self._about = Label("", "h1"), Label("", "body", "text2", wrap=True)
        self._name = Label(isolate(name), "h2")
        self.message = MessageLine()
        self.code_edit = CodeEdit(upper=True)
        self.code = LabelledField("", self.code_edit)
        self.password = PasswordFields()
        self.button, self.back = Button("", "primary", key="Enter"), Button("", "quiet", icon="arrow-left", key="Esc")
        self.switch = LanguageSwitch(current_language())
        self.switch.language_chosen.connect(self.language_chosen)
        self.button.clicked.connect(self.submit)
        self.back.clicked.connect(self.left)
        self._build()
        self.setFocusProxy(self.code_edit)
        self.retranslate()

    def submit(self) -> None:
        """Send what was typed, or say in the first wrong field what to do."""
        code = self.code_edit.text().strip()
        self.code.set_problem("" if code else self.tr("Ask the head of human resources to read it to you"))
        password = self.password.read()
        if not code:
            self.code_edit.setFocus()
        elif password:
            self.set_busy(busy=True)
            self.submitted.emit(code, password)

    def set_busy(self, *, busy: bool) -> None:
        """Show that the keys are being made."""
        self.button.setEnabled(not busy)
        self.back.setEnabled(not busy)

    def show_problem(self, text: str, group: int = 0) -> None:
        """Say what is wrong; with a number, in which group of the code."""
        self.set_busy(busy=False)
        self.message.set_message("" if group else text, "", "danger")
        if group:
            self.code.set_problem(self.tr("Look at group %1 again").replace("%1", str(group)))
            self.code_edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends, Escape goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.button.isEnabled():
            self.submit()
        elif event.key() == Qt.Key.Key_Escape and self.back.isEnabled():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write the card in the language in force."""
        self.setWindowTitle(self.tr("Massar Desktop"))
        self._title.setText(self.tr("A new password"))
        self._about.setText(
            self.tr(
                "Telephone the head of human resources: she reads you the recovery code that lies in the office's "
                "safe. No line is needed, and nothing that was saved is lost."
            )
        )
        self.code.set_label(self.tr("Recovery code"))
        self.code.set_problem("")  # it was said in the other language
        self.message.set_message("")
        self.code.set_help(self.tr("Seven groups of five signs; capitals, spaces and hyphens do not matter"))
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
        for part in (self._title, self._name, self._about, self.message):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.code)
        column.addWidget(self.password)
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
