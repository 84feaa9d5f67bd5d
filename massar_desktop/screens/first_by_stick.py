"""Two more ways to begin, both with a stick: be enrolled without a line, or bring the office of another computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from massar_desktop.screens.enrolment_input import CODE_LENGTH, read_code
from massar_desktop.screens.password_fields import PasswordFields
from massar_desktop.system.locale import current_language
from massar_desktop.widgets.bidi import isolate
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.editors import CodeEdit, PasswordEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from massar_desktop.background.first_sticks import FirstStick

_LONGEST_CODE: Final = 48


class _StickForm(Translated):
    """A title, what is on the stick, fields, one button. Signals: ``left()`` on Escape or by its button."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.stick: FirstStick | None = None
        self._title, self._about = Label("", "h1", wrap=True), Label("", "sub", "text2", wrap=True)
        self.message, self.found = MessageLine(), MessageLine()
        self.button = Button("", "primary", icon="usb", key="Enter")
        self.button.clicked.connect(self.submit)
        self.back = Button("", "quiet", icon="arrow-left", key="Esc")
        self.back.clicked.connect(self.left)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(3)
        self.extra = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(6)
        for part in (self._title, self._about, self.message, self.found):
            column.addWidget(part)
        column.addSpacing(6)
        column.addLayout(self.fields)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addLayout(self.extra)
        row.addStretch(1)
        row.addWidget(self.button)
        column.addSpacing(6)
        column.addLayout(row)

    def submit(self) -> None:
        """Send what was typed, or say what is wrong."""

    def show_sticks(self, sticks: tuple[FirstStick, ...]) -> None:
        """Choose among the sticks that are in."""
        self.stick = next((one for one in sticks if self.is_useful(one)), sticks[0] if sticks else None)
        self.write()

    def is_useful(self, stick: FirstStick) -> bool:
        """Whether a stick holds what this form needs."""
        raise NotImplementedError

    def write(self) -> None:
        """Write what is on the stick."""
        useful = self.stick is not None and self.is_useful(self.stick)
        self.button.setEnabled(useful)

    def retranslate(self) -> None:
        """Write the form in the language in force."""
        self.back.setText(self.tr("Back"))
        self.message.set_message("")
        self.write()


class EnrolByStick(_StickForm):
    """Signals: ``asked(stick, code, password)``, ``answered(reply, password)``, ``given_up()``."""

    asked = Signal(object, str, str)
    answered = Signal(object, str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting = False
        self.code_edit, self.old_edit = CodeEdit(upper=True), PasswordEdit()
        self.code, self.old = LabelledField("", self.code_edit), LabelledField("", self.old_edit)
        self.password = PasswordFields()
        self.forget = Button("", "quiet")
        self.forget.clicked.connect(self.given_up)
        for part in (self.code, self.password, self.old):
            self.fields.addWidget(part)
        self.extra.addWidget(self.forget)
        self.set_waiting(waiting=False)

    def set_waiting(self, *, waiting: bool) -> None:
        """Whether it was asked already, and only the reply is missing."""
        self._waiting = waiting
        for part in (self.code, self.password):
            part.setVisible(not waiting)
        for late in (self.old, self.forget):
            late.setVisible(waiting)
        self.retranslate()
        self.setFocusProxy(self.old_edit if waiting else self.code_edit)

    def is_useful(self, stick: FirstStick) -> bool:
        """The centre's card to ask, its reply to finish."""
        return (stick.reply if self._waiting else stick.card) is not None

    def say_asked(self) -> None:
        """The file that asks is on the stick."""
        self.set_waiting(waiting=True)
        self.message.set_message(
            self.tr("The request is on the stick"),
            self.tr("Carry it to the centre. When it comes back, put it in here: the reply is taken in on this page."),
            "ok",
        )

    def submit(self) -> None:
        """Ask, or take the reply in."""
        if self.stick is None or not self.button.isEnabled():
            return
        if self._waiting:
            if self.old_edit.text():
                self.answered.emit(self.stick.reply, self.old_edit.text())
            else:
                self.old.set_problem(self.tr("Type the password you chose then"))
            return
        code = read_code(self.code_edit.text())
        words = self.tr("%1 letters of %2").replace("%1", str(len(code.letters))).replace("%2", str(CODE_LENGTH))
        self.code.set_problem("" if code.is_whole else words)
        password = self.password.read()
        if code.is_whole and password:
            self.asked.emit(self.stick, code.letters, password)

    def write(self) -> None:
        """Say what is on the stick."""
        super().write()
        if self.stick is None:
            self.found.set_message(self.tr("Put the stick from the centre in"), "", "info")
        elif self.is_useful(self.stick):
            reply, card = self.tr("The centre's reply is on it"), self.tr("The centre's card is on it")
            there = reply if self._waiting else card
            self.found.set_message(isolate(self.stick.drive.name) + " · " + there, "", "ok")
        elif self._waiting:
            self.found.set_message(self.tr("There is no reply on this stick yet"), "", "warn")
        else:
            self.found.set_message(
                self.tr("The centre's card is not on this stick"),
                self.tr("Ask the centre for a stick with its card, the small file that ends in .card."),
                "warn",
            )

    def retranslate(self) -> None:
        """Write the form in the language in force."""
        self._title.setText(self.tr("Enrol by USB stick"))
        self._about.setText(
            self.tr("The reply of the centre is awaited. Put the stick in when it is back.")
            if self._waiting
            else self.tr("Without any line: a request goes to the centre on a stick, the files come back on it.")
        )
        self.code.set_label(self.tr("One-time code"))
        self.code.set_help(self.tr("Told by the centre over the telephone; it is never written on the stick"))
        self.old.set_label(self.tr("The password you chose"))
        self.forget.setText(self.tr("Begin anew"))
        self.button.setText(self.tr("Take the reply in") if self._waiting else self.tr("Write the request"))
        super().retranslate()


class BringOffice(_StickForm):
    """Signals: ``brought(stick, clerk: int, code, password)``."""

    brought = Signal(object, int, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.who_edit, self.code_edit = ChoiceEdit(), CodeEdit(upper=True)
        self.code_edit.setMaxLength(_LONGEST_CODE)
        self.who, self.code = LabelledField("", self.who_edit), LabelledField("", self.code_edit)
        self.password = PasswordFields()
        for part in (self.who, self.code, self.password):
            self.fields.addWidget(part)
        self.setFocusProxy(self.code_edit)
        self.retranslate()

    def is_useful(self, stick: FirstStick) -> bool:
        """A copied office."""
        return stick.office is not None

    def submit(self) -> None:
        """Send what was typed, or say what is wrong."""
        if self.stick is None or not self.button.isEnabled():
            return
        self.code.set_problem("" if self.code_edit.text().strip() else self.tr("It lies in the office's safe"))
        self.who.set_problem("" if self.who_edit.choice() else self.tr("Choose your name first"))
        password = self.password.read()
        if password and not self.code.problem() and not self.who.problem():
            self.brought.emit(self.stick, int(self.who_edit.choice()), self.code_edit.text().strip(), password)

    def write(self) -> None:
        """Say what is on the stick, and whose office it is."""
        super().write()
        if self.stick is None:
            self.found.set_message(self.tr("Put the stick with the copy in"), "", "info")
            return
        if not self.is_useful(self.stick):
            self.found.set_message(
                self.tr("There is no copy of an office on this stick"),
                self.tr("On the old computer: Settings, “New or broken computer”."),
                "warn",
            )
            return
        self.found.set_message(isolate(self.stick.drive.name) + " · " + self.tr("An office is on it"), "", "ok")
        arabic = current_language() == "ar"
        chosen = self.who_edit.choice()
        self.who_edit.set_choices([(str(one), ar if arabic else la) for one, ar, la in self.stick.clerks])
        self.who_edit.set_choice(chosen or str(self.stick.clerks[0][0]))

    def retranslate(self) -> None:
        """Write the form in the language in force."""
        self._title.setText(self.tr("Bring my office from another computer"))
        self._about.setText(
            self.tr("The copy is encrypted: the recovery code opens it, once. Then no longer work on the old computer.")
        )
        self.who.set_label(self.tr("Who are you?"))
        self.code.set_label(self.tr("Recovery code"))
        self.code.set_help(self.tr("Seven groups of five signs; capitals, spaces and hyphens do not matter"))
        self.button.setText(self.tr("Bring the office"))
        super().retranslate()
