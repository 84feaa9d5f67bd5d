"""The form that enrols this computer: the centre's address, the one-time code, a password of one's own."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from massar_desktop.screens.enrolment_input import (
    CODE_LENGTH,
    PASSWORD_SHORTEST,
    Strength,
    is_open_line,
    read_address,
    read_code,
    strength,
)
from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.editors import CodeEdit, PasswordEdit, TextEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.translated import Translated

_WIDEST_CODE: Final = 40


class EnrolmentForm(Translated):
    """Signals: ``submitted(address, code, password)`` with a readable address and a whole code, ``left()``."""

    submitted = Signal(str, str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._about = Label("", "h1"), Label("", "sub", "text2", wrap=True)
        self.message = MessageLine("", "", "danger")
        self.message.hide()
        self.address = LabelledField("", CodeEdit())
        self.code = LabelledField("", CodeEdit(upper=True))
        self.password = LabelledField("", PasswordEdit())
        self.again = LabelledField("", PasswordEdit())
        self._line("code").setMaxLength(_WIDEST_CODE)
        self.button = Button("", "primary", key="Enter")
        self.button.clicked.connect(self.submit)
        self.back = Button("", "quiet", icon="arrow-left", key="Esc")
        self.back.clicked.connect(self.left)
        self._line("address").textEdited.connect(self._say_address)
        self._line("code").textEdited.connect(self._say_code)
        self._line("password").textEdited.connect(self._say_password)
        self._line("again").textEdited.connect(lambda: self.again.set_problem(""))
        self._build()
        self.setFocusProxy(self._line("address"))
        self.retranslate()

    def submit(self) -> None:
        """Send what was typed, or say in the first wrong field what to do."""
        address, code = read_address(self._text("address")), read_code(self._text("code"))
        password = self._text("password")
        problems = {
            "address": self.tr("Write the address as the centre gave it") if address is None else "",
            "code": "" if code.is_whole else self._code_problem(code.stranger, len(code.letters)),
            "password": "" if strength(password).is_enough else self._password_words(strength(password)),
            "again": "" if self._text("again") == password else self.tr("The two passwords differ: type it again"),
        }
        for name, problem in problems.items():
            self._field(name).set_problem(problem)
        wrong = next((name for name, problem in problems.items() if problem), "")
        if wrong:
            self._line(wrong).setFocus()
        elif address is not None:
            self.message.set_message("")
            self.submitted.emit(address, code.letters, password)

    def forget_secrets(self) -> None:
        """Empty the code and the passwords."""
        for name in ("code", "password", "again"):
            self._line(name).clear()

    def retranslate(self) -> None:
        """Write the form in the language in force; problems of the other language are taken back."""
        self._title.setText(self.tr("Enrol with the centre"))
        self._about.setText(
            self.tr("The centre gives you an address and a one-time code. The code works once, for three days.")
        )
        self.address.set_label(self.tr("The centre's address"))
        self.address.set_help(self.tr("For example: %1").replace("%1", ltr("centre.example.ma")))
        self.code.set_label(self.tr("One-time code"))
        self.code.set_help(self.tr("Ten letters; capitals and spaces do not matter"))
        self.password.set_label(self.tr("Choose your password"))
        self.again.set_label(self.tr("The same password again"))
        self.button.setText(self.tr("Enrol this computer"))
        self.back.setText(self.tr("Back"))
        for name in ("address", "code", "password", "again"):
            self._field(name).set_problem("")
        self._say_address()
        self._say_code()
        self._say_password()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(3)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addSpacing(12)
        column.addWidget(self.message)
        for name in ("address", "code", "password", "again"):
            column.addWidget(self._field(name))
            column.addSpacing(3)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.button)
        column.addSpacing(6)
        column.addLayout(row)

    def _field(self, name: str) -> LabelledField:
        return {"address": self.address, "code": self.code, "password": self.password, "again": self.again}[name]

    def _line(self, name: str) -> TextEdit:
        editor = self._field(name).editor
        assert isinstance(editor, TextEdit)
        return editor

    def _text(self, name: str) -> str:
        return self._line(name).text()

    def _say_address(self) -> None:
        address = read_address(self._text("address"))
        self.address.set_problem("")
        if address is not None and is_open_line(address):
            self.address.set_warning(self.tr("This line is not encrypted: only for a trial, never for real files"))

    def _say_code(self) -> None:
        code = read_code(self._text("code"))
        self.code.set_problem("")
        if code.stranger or len(code.letters) > CODE_LENGTH:
            self.code.set_problem(self._code_problem(code.stranger, len(code.letters)))
        elif code.letters:
            self.code.set_help(self._count(len(code.letters)), "ok" if code.is_whole else None)
        else:
            self.code.set_help(self.tr("Ten letters; capitals and spaces do not matter"))

    def _say_password(self) -> None:
        password = self._text("password")
        self.password.set_problem("")
        judged = strength(password)
        self.password.set_help(self._password_words(judged), "ok" if judged.is_enough else None)

    def _code_problem(self, stranger: str, letters: int) -> str:
        if stranger:
            # The usual mistakes are I, L and O, and the figures that look like them.
            told = self.tr("A code has no %1: no I, L or O, and no figures. Ask for this letter again")
            return told.replace("%1", ltr(stranger)).replace("I, L", ltr("I, L"))
        return self._count(letters)

    def _count(self, letters: int) -> str:
        return self.tr("%1 letters of %2").replace("%1", str(letters)).replace("%2", str(CODE_LENGTH))

    def _password_words(self, judged: Strength) -> str:
        words = {
            Strength.TOO_SHORT: self.tr("At least %1 signs; three or four words are easy to keep in mind"),
            Strength.TOO_SIMPLE: self.tr("Too simple: the same signs come back too often"),
            Strength.ONLY_FIGURES: self.tr("Figures alone are easy to guess: add words"),
            Strength.FAIR: self.tr("Fair: one more word would make it strong"),
            Strength.GOOD: self.tr("Strong"),
        }
        return words[judged].replace("%1", str(PASSWORD_SHORTEST))
