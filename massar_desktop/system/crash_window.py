"""What a clerk sees when the program made a mistake: her work is safe, and a report she may hand over.

Plain Qt and both languages at once: the mistake may lie in our own widgets, or in the translations.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from massar_desktop.system.crash_report import Report

_ARABIC: Final = (
    "وقع خطأ غير متوقع",
    "عملك المحفوظ في أمان. أغلق هذه النافذة وتابع؛ وإذا تكرر الخطأ فأغلق البرنامج ثم افتحه من جديد.",
    "التقرير لا يحمل أي اسم ولا أي معطى من الملفات.",
)
_FRENCH: Final = (
    "Une erreur inattendue s’est produite",
    (
        "Votre travail enregistré est en sécurité. Fermez cette fenêtre et continuez ; si l’erreur revient, "
        "fermez le logiciel puis rouvrez-le."
    ),
    "Le rapport ne contient aucun nom ni aucune donnée des dossiers.",
)
_SAVE: Final = "حفظ التقرير \u00b7 Enregistrer le rapport"
_SAVED: Final = "حُفظ التقرير \u00b7 Rapport enregistré"
_NOT_SAVED: Final = "لم يُحفظ: اختر مجلدا آخر \u00b7 Non enregistré : choisissez un autre dossier"
_GO_ON: Final = "متابعة العمل \u00b7 Continuer"
BOTH_LANGUAGES: Final = "bothLanguages"
"""The property of the one window that speaks both languages at once: each text of it goes its own way."""
_ROLES: Final = ("h2", "body", "sub")
_WIDTH: Final = 560


class CrashWindow(QDialog):
    """Signals: ``closed()`` when the clerk goes on."""

    closed = Signal()

    def __init__(self, report: Report) -> None:
        super().__init__(QApplication.activeWindow())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setProperty(BOTH_LANGUAGES, True)
        self.setWindowTitle(f"{_ARABIC[0]} \u00b7 {_FRENCH[0]}")
        self.setFixedWidth(_WIDTH)
        self.report = report
        self.save_button, self.go_on = QPushButton(_SAVE), QPushButton(_GO_ON)
        self._said = self._label("", "sub", Qt.LayoutDirection.RightToLeft)
        self._said.hide()
        self.save_button.clicked.connect(self._ask_where)
        self.go_on.clicked.connect(self.reject)
        # However it ends. A dialog that is closed is rejected by Qt: one that closed when rejected stayed for ever.
        self.finished.connect(lambda _result: self.closed.emit())
        self.go_on.setDefault(True)
        for button in (self.save_button, self.go_on):
            button.setFixedHeight(36)
        self._build()

    def save_to(self, path: str) -> None:
        """Write the report where the clerk wants it, and say whether it went."""
        try:
            Path(path).write_text(self.report.text, encoding="utf-8")
        except OSError:
            self._said.setText(_NOT_SAVED)
        else:
            self._said.setText(_SAVED)
        self._said.show()

    def said(self) -> str:
        """Return what was said about saving, "" before."""
        return self._said.text()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(6)
        languages = [(_ARABIC, Qt.LayoutDirection.RightToLeft), (_FRENCH, Qt.LayoutDirection.LeftToRight)]
        if QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            languages.reverse()
        for words, direction in languages:
            for text, role in zip(words, _ROLES, strict=True):
                column.addWidget(self._label(text, role, direction))
            column.addSpacing(14)
        column.addWidget(self._said)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addStretch(1)
        row.addWidget(self.go_on)
        column.addLayout(row)

    def _label(self, text: str, role: str, direction: Qt.LayoutDirection) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setLayoutDirection(direction)
        return label

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, _SAVE, str(Path.home() / "massar-report.txt"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()
