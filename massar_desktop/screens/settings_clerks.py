"""The clerks of this computer: each with her own password and keys; one's own password, a colleague more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massar_desktop.screens.exchange_words import both_names
from massar_desktop.screens.password_fields import PasswordFields
from massar_desktop.screens.settings_keys import KeysForm
from massar_desktop.screens.settings_parts import Part, heading
from massar_desktop.system.error_words import error_text
from massar_desktop.widgets.bidi import isolate
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.editors import PasswordEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import MessageLine

if TYPE_CHECKING:
    from massar_desktop.background.office_keeper import OfficeKeeper, People


class ClerksPart(Part):
    """Who opens this office, and two small forms that take turns."""

    def __init__(self, keeper: OfficeKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._people: People | None = None
        self._adding = False
        self._heading = heading()
        self._names = Label("", "body", wrap=True)
        self.change, self.add_one = Button("", "plain", icon="key-round"), Button("", "plain", icon="user-plus")
        self.other = Button("", "plain", icon="log-out")
        self.message, self.keys = MessageLine(), KeysForm(keeper)
        self.old = LabelledField("", PasswordEdit())
        self.colleague_edit = ChoiceEdit()
        self.colleague = LabelledField("", self.colleague_edit)
        self.password = PasswordFields()
        self.save, self.cancel = Button("", "primary", key="Enter"), Button("", "quiet")
        self.change.clicked.connect(lambda: self._open(adding=False))
        self.add_one.clicked.connect(lambda: self._open(adding=True))
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self._close)
        self._build()
        self._close()
        self.retranslate()

    def refresh(self) -> None:
        """Read again who may open the office."""
        self._people = self._keeper.people()
        self.keys.show_people(self._people)
        self._write()

    def submit(self) -> None:
        """Do what the open form asks, or say in the first wrong field what to do."""
        password = self.password.read()
        if not password:
            return
        self.save.setEnabled(False)
        if self._adding:
            self._add(password)
        else:
            self._keeper.change_password(self._old().text(), password, self._changed, self._failed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends the open form, Escape closes it."""
        open_form = self._form.isVisible()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and open_form:
            self.submit()
        elif event.key() == Qt.Key.Key_Escape and open_form:
            self._close()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write the part in the language in force."""
        self._heading[0].setText(self.tr("Who opens this office"))
        self._heading[1].setText(
            self.tr("Each clerk has her own password, keys and rights; nobody can read another one's password.")
        )
        self.change.setText(self.tr("Change my password"))
        self.add_one.setText(self.tr("Add a colleague"))
        self.other.setText(self.tr("Another clerk signs in"))
        self.old.set_label(self.tr("Your password now"))
        self.colleague.set_label(self.tr("Colleague"))
        self.colleague.set_help(self.tr("Those whom the centre knows in this directorate"))
        self.cancel.setText(self.tr("Cancel"))
        self._write()

    def _build(self) -> None:
        self.add(*self._heading)
        self.column.addWidget(self._names)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 6, 0, 0)
        for button in (self.change, self.add_one, self.other):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.column.addSpacing(6)
        self.column.addWidget(self.message)
        self._form = QWidget()
        self._form.setMaximumWidth(420)
        inside = QVBoxLayout(self._form)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(3)
        for field in (self.old, self.colleague, self.password):
            inside.addWidget(field)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        inside.addLayout(row)
        self.column.addWidget(self._form)
        self.column.addWidget(self.keys)
        self.column.addStretch(1)

    def _old(self) -> PasswordEdit:
        editor = self.old.editor
        assert isinstance(editor, PasswordEdit)
        return editor

    def _open(self, *, adding: bool) -> None:
        self._adding = adding
        self.message.set_message("")
        self._old().clear()
        self.password.clear()
        self.old.setVisible(not adding)
        self.colleague.setVisible(adding)
        self._form.show()
        self._write()
        (self.colleague_edit if adding else self._old()).setFocus()

    def _close(self) -> None:
        self._form.hide()
        self._old().clear()
        self.password.clear()

    def _add(self, password: str) -> None:
        people = self._people
        chosen = self.colleague_edit.choice()
        who = next((one for one in people.others if str(one.id) == chosen), None) if people else None
        if who is None:
            self.save.setEnabled(True)
            self.colleague.set_problem(self.tr("Choose a colleague"))
            return
        self.colleague.set_problem("")
        self._keeper.add_clerk(who, password, self._added, self._failed)

    def _changed(self, _result: object) -> None:
        self._finish(self.tr("Your password is changed"))

    def _added(self, _result: object) -> None:
        self._finish(self.tr("Your colleague can open this office now"))

    def _finish(self, sentence: str) -> None:
        self.save.setEnabled(True)
        self._close()
        self.refresh()
        self.message.set_message(sentence, "", "ok")

    def _failed(self, wrong: Exception) -> None:
        self.save.setEnabled(True)
        self.message.set_message(error_text(wrong), "", "danger")

    def _write(self) -> None:
        self.save.setText(self.tr("Let her open this office") if self._adding else self.tr("Change my password"))
        people = self._people
        if people is None:
            return
        self._names.setText(" · ".join(isolate(both_names(ar, la)[0]) for _, ar, la in people.here))
        self.add_one.setEnabled(bool(people.others))
        self.colleague_edit.set_choices(
            [(str(one.id), both_names(one.name_ar, one.name_la)[0]) for one in people.others]
        )
