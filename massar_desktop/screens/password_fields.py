"""A new password, typed twice, with what keeps it from being taken said under it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from massar_desktop.screens.enrolment_input import PASSWORD_SHORTEST, Strength, strength
from massar_desktop.widgets.editors import PasswordEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.translated import Translated


class PasswordFields(Translated):
    """Two fields one under the other."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.again = PasswordEdit(), PasswordEdit()
        self._first, self._again = LabelledField("", self.first), LabelledField("", self.again)
        self.first.textEdited.connect(self._say)
        self.again.textEdited.connect(lambda: self._again.set_problem(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._first)
        column.addWidget(self._again)
        self.retranslate()

    def read(self) -> str:
        """Return the password when it may be taken; else "", with what is wrong said under the first wrong field."""
        password = self.first.text()
        judged = strength(password)
        self._first.set_problem("" if judged.is_enough else self._words(judged))
        same = self.again.text() == password
        self._again.set_problem("" if same else self.tr("The two passwords differ: type it again"))
        if not judged.is_enough:
            self.first.setFocus()
        elif not same:
            self.again.setFocus()
        return password if judged.is_enough and same else ""

    def clear(self) -> None:
        """Forget what was typed."""
        for editor in (self.first, self.again):
            editor.clear()
        self._say()

    def retranslate(self) -> None:
        """Write the labels in the language in force."""
        self._first.set_label(self.tr("New password"))
        self._again.set_label(self.tr("The same password again"))
        self._again.set_problem("")
        self._say()

    def _say(self) -> None:
        self._first.set_problem("")
        judged = strength(self.first.text())
        self._first.set_help(self._words(judged), "ok" if judged.is_enough else None)

    def _words(self, judged: Strength) -> str:
        words = {
            Strength.TOO_SHORT: self.tr("At least %1 signs; three or four words are easy to keep in mind"),
            Strength.TOO_SIMPLE: self.tr("Too simple: the same signs come back too often"),
            Strength.ONLY_FIGURES: self.tr("Figures alone are easy to guess: add words"),
            Strength.FAIR: self.tr("Fair: one more word would make it strong"),
            Strength.GOOD: self.tr("Strong"),
        }
        return words[judged].replace("%1", str(PASSWORD_SHORTEST))
