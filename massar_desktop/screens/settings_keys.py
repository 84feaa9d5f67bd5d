"""What only the head may change about the keys of this computer: a colleague taken off, a new recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massar_desktop.screens.exchange_words import both_names
from massar_desktop.system.error_words import error_text
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.editors import PasswordEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from massar_desktop.background.office_keeper import OfficeKeeper, People

_FIELD_WIDTH = 460
RECOVERY = 0
"""What `change_requested` carries when nobody is taken off and only the recovery code is new."""


class KeysForm(Translated):
    """Two buttons and the form that each opens; the password of who asks is checked before anything changes.

    Signals: ``change_requested(object)`` with the number of the clerk to take off, or RECOVERY.
    """

    change_requested = Signal(object)

    def __init__(self, keeper: OfficeKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._people: People | None = None
        self._removing = True
        self.remove, self.recovery = Button("", "plain", icon="trash-2"), Button("", "plain", icon="key-round")
        self.message, self.about = MessageLine(), MessageLine("…")
        self.colleague_edit, self.password_edit = ChoiceEdit(), PasswordEdit()
        self.colleague, self.password = LabelledField("", self.colleague_edit), LabelledField("", self.password_edit)
        self.go, self.cancel = Button("", "danger", key="Enter"), Button("", "quiet")
        self._form = QWidget()
        self.remove.clicked.connect(lambda: self._open(removing=True))
        self.recovery.clicked.connect(lambda: self._open(removing=False))
        self.go.clicked.connect(self.submit)
        self.cancel.clicked.connect(self._close)
        self._build()
        self._close()
        self.hide()
        self.retranslate()

    def show_people(self, people: People) -> None:
        """Show it to who may change keys, with the colleagues who open this computer."""
        self._people = people
        self.setVisible(people.may_remove)
        others = [(str(one), both_names(ar, la)[0]) for one, ar, la in people.here if one != people.own]
        self.colleague_edit.set_choices(others)
        self.remove.setEnabled(bool(others))

    def submit(self) -> None:
        """Check the password, then ask for the change."""
        chosen = self.colleague_edit.choice()
        if self._removing and not chosen:
            self.colleague.set_problem(self.tr("Choose a colleague"))
            return
        self.colleague.set_problem("")
        wanted = int(chosen) if self._removing else RECOVERY
        self.go.setEnabled(False)
        self._keeper.verify(self.password_edit.text(), lambda _ok: self._ask(wanted), self._refuse)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends the open form, Escape closes it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._form.isVisible():
            self.submit()
        elif event.key() == Qt.Key.Key_Escape and self._form.isVisible():
            self._close()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.remove.setText(self.tr("Take a colleague off this computer"))
        self.recovery.setText(self.tr("New recovery code"))
        self.colleague.set_label(self.tr("Colleague"))
        self.password.set_label(self.tr("Your password now"))
        self.cancel.setText(self.tr("Cancel"))
        gone = self.tr("She opens this office no more, and the office's file gets a new key.")
        code = self.tr("The old code opens nothing any more: destroy the sheet in the safe.")
        calm = self.tr("What she wrote stays, and what waits to be sent is sent. It takes a minute, then work goes on.")
        self.about.set_message(gone if self._removing else code, calm if self._removing else "", "warn")
        self.go.setText(self.tr("Take her off") if self._removing else self.tr("Make a new code"))

    def _ask(self, wanted: int) -> None:
        self.go.setEnabled(True)
        self._close()
        self.change_requested.emit(wanted)

    def _refuse(self, wrong: Exception) -> None:
        self.go.setEnabled(True)
        self.message.set_message(error_text(wrong), "", "danger")
        self.password_edit.setFocus()

    def _open(self, *, removing: bool) -> None:
        self._removing = removing
        self.message.set_message("")
        self.password_edit.clear()
        self.colleague.setVisible(removing)
        self._form.show()
        self.retranslate()
        (self.colleague_edit if removing else self.password_edit).setFocus()

    def _close(self) -> None:
        self._form.hide()
        self.password_edit.clear()

    def _build(self) -> None:
        buttons, inside, foot = QHBoxLayout(), QVBoxLayout(self._form), QHBoxLayout()
        for button in (self.remove, self.recovery):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for field in (self.colleague, self.password):
            field.setMaximumWidth(_FIELD_WIDTH)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        for part in (self.about, self.colleague, self.password):
            inside.addWidget(part)
        foot.addWidget(self.go)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(buttons)
        column.addWidget(self.message)
        column.addWidget(self._form)
