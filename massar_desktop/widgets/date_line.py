"""The next dates on a line: a dot each, its word and its day under it, from the start edge on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.paint import fill_round, visual
from massar_desktop.widgets.tokens import Tone

_DOT: Final = 12
_BAR: Final = 4
_LEAST: Final = 76


@dataclass(frozen=True, slots=True)
class Mark:
    """One date: its word ("2 acts"), the day as it is written ("27/11"), its tone."""

    word: str
    day: str
    tone: Tone = "accent"


class DateLine(QWidget):
    """Up to four marks at equal distances: the days are written, so their distances need not be drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: Sequence[Mark] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_marks(self, marks: Sequence[Mark], sentence: str) -> None:
        """Show other dates; a screen reader hears the sentence."""
        self._marks = tuple(marks)
        self.setAccessibleName(sentence)
        self.setToolTip(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the dots and of two lines under them."""
        return QSize(_LEAST * 3, _DOT + 4 + 2 * tokens.TYPE["cap"].line)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, the dots and their words."""
        if not self._marks:
            return
        painter, table = QPainter(self), theme.colours()
        bar = QRectF(0, (_DOT - _BAR) / 2, self.width(), _BAR)
        fill_round(painter, bar, _BAR / 2, table.line)
        room, line = self.width() // len(self._marks), tokens.TYPE["cap"].line
        for number, mark in enumerate(self._marks):
            x, ink = number * room, table.tone(mark.tone)
            dot = self._place(x + (room - _DOT) // 2, 0, _DOT, _DOT)
            fill_round(painter, QRectF(dot), _DOT / 2, ink)
            for row, (text, font, colour) in enumerate(
                ((mark.word, theme.font("cap", 600), ink), (ltr(mark.day), theme.font("cap"), table.text2))
            ):
                place = self._place(x, _DOT + 4 + row * line, room, line)
                shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
                painter.setFont(font)
                painter.setPen(QColor(colour))
                painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), shown)

    def _place(self, x: int, y: int, width: int, height: int) -> QRect:
        return visual(self.layoutDirection(), self.rect(), QRect(x, y, width, height))
