"""The two languages side by side, each in its own script."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from massar_desktop.system.locale import LANGUAGES, Language
from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.paint import fill_round, text_width

_NAMES: dict[Language, str] = {"ar": "العربية", "fr": "Français"}


class _Half(QAbstractButton):
    """One language; the chosen one lies on the surface."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language: Language = language
        self.setText(_NAMES[language])
        self.setCheckable(True)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the room of the bold word, so that nothing moves when it is chosen."""
        return QSize(text_width(self.text(), theme.font("cap", 600)) + 22, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the half."""
        painter = QPainter(self)
        table = theme.colours()
        on = self.isChecked()
        if on or self.hasFocus():
            border = table.accent if self.hasFocus() else table.line
            fill_round(painter, QRectF(self.rect()), 6, table.surface if on else None, border)
        painter.setFont(theme.font("cap", 600 if on else 400))
        painter.setPen(QColor(table.text if on else table.text2))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class LanguageSwitch(QWidget):
    """Signals: ``language_chosen(str)`` with "ar" or "fr", when the clerk takes the other one."""

    language_chosen = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._halves = {name: _Half(name) for name in LANGUAGES}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for half in self._halves.values():
            group.addButton(half)
            row.addWidget(half)
            half.clicked.connect(lambda _checked, name=half.language: self._choose(name))
        self._language: Language = language
        self.set_language(language)
        self.setFixedSize(self.sizeHint())

    def set_language(self, language: Language) -> None:
        """Show which language is in force, without telling."""
        self._language = language
        self._halves[language].setChecked(True)

    def half(self, language: Language) -> QAbstractButton:
        """Return the button of a language."""
        return self._halves[language]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of both halves."""
        fill_round(QPainter(self), QRectF(self.rect()), tokens.RADIUS_FIELD, theme.colours().sunken)

    def _choose(self, language: Language) -> None:
        if language != self._language:
            self.set_language(language)
            self.language_chosen.emit(language)
