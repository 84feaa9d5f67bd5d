"""A few choices side by side, one of them taken: light or dark, minutes, ways."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.paint import fill_round, text_width


class Segment(QAbstractButton):
    """One choice; the one taken lies on the surface."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of the bold word, so that nothing moves when it is taken."""
        return QSize(text_width(self.text(), theme.font("sub", 600)) + 28, tokens.FIELD_HEIGHT - 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the segment."""
        painter, table, on = QPainter(self), theme.colours(), self.isChecked()
        if on or self.hasFocus():
            border = table.accent if self.hasFocus() else table.line
            fill_round(painter, QRectF(self.rect()), 6, table.surface if on else None, border)
        painter.setFont(theme.font("sub", 600 if on else 400))
        painter.setPen(QColor(table.text if on else table.text2))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class Segments(QWidget):
    """``segments.write({"light": "Light", "dark": "Dark"})``. Signals: ``chosen(str)`` when a person takes one."""

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__()
        self._segments = {key: Segment(key) for key in keys}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for key, segment in self._segments.items():
            group.addButton(segment)
            row.addWidget(segment)
            segment.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))

    def write(self, words: dict[str, str]) -> None:
        """Write the words of the choices."""
        for key, text in words.items():
            self._segments[key].setText(text)
            self._segments[key].updateGeometry()

    def take(self, key: str) -> None:
        """Show which one is taken, without telling."""
        self._segments[key].setChecked(True)

    def taken(self) -> str:
        """Return the one that is taken, "" for none."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def segment(self, key: str) -> Segment:
        """Return the button of a choice."""
        return self._segments[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of all."""
        fill_round(QPainter(self), QRectF(self.rect()), tokens.RADIUS_FIELD, theme.colours().sunken)
