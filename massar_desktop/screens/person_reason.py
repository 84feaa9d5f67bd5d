"""Why is it withdrawn? A line that appears, takes a reason and goes: nothing is withdrawn without one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from massar_desktop.widgets.button import Button
from massar_desktop.widgets.editors import TextEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.translated import Translated


class ReasonAsk(Translated):
    """Hidden until asked. Signals: ``given(str)`` with a reason that is not empty."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.editor = TextEdit()
        self.field = LabelledField("", self.editor, required=True)
        self.confirm, self.cancel = Button(kind="danger"), Button(kind="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self.confirm.clicked.connect(self._give)
        self.editor.returnPressed.connect(self._give)
        self.cancel.clicked.connect(self.hide)
        self.hide()
        self.retranslate()

    def ask(self) -> None:
        """Ask, with an empty field."""
        self.editor.clear()
        self.field.set_problem("")
        self.show()
        self.editor.setFocus()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.field.set_label(self.tr("Why is it withdrawn?"))
        self.field.set_help(self.tr("The record stays in the history with this reason."))
        self.confirm.setText(self.tr("Withdraw"))
        self.cancel.setText(self.tr("Keep it"))

    def _give(self) -> None:
        reason = self.editor.text().strip()
        if not reason:
            self.field.set_problem(self.tr("Write the reason first."))
            return
        self.hide()
        self.given.emit(reason)
