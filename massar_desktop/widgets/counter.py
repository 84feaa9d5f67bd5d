"""A counter that filters a list: an icon, a number, a word and the key that presses it."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.bidi import group
from massar_desktop.widgets.icons import paint_icon
from massar_desktop.widgets.paint import draw_line, fill_round, text_width, visual
from massar_desktop.widgets.tokens import Tone

_TILE: Final = 34
_PAD: Final = 12
_GAP: Final = 10
_NARROWEST: Final = 120


class Counter(QAbstractButton):
    """How many of one sort there are; pressed, only these are shown. ``key`` is like "Ctrl 1"."""

    def __init__(self, icon: str, tone: Tone, key: str) -> None:
        super().__init__()
        self._icon: Final = icon
        self._tone: Tone = tone
        self._key = key
        self._number = 0
        self.setCheckable(True)
        self.setFixedHeight(64)
        self.setMinimumWidth(_NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, number: int, word: str) -> None:
        """Show a number and what it counts."""
        self._number = number
        self.setText(word)
        self.setShortcut(QKeySequence(self._key.replace(" ", "+")))
        self.setAccessibleName(f"{word}: {number}")
        self.setToolTip(f"{word} ({self._key})")
        self.setMinimumWidth(max(_NARROWEST, self.needed_width()))  # its neighbours give way to a longer word
        self.update()

    def count(self) -> int:
        """Return the number shown."""
        return self._number

    def sizeHint(self) -> QSize:
        """Ask for the width of the look."""
        return QSize(180, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, filled with the soft tone while it is pressed."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        table = theme.colours()
        ground = table.select if self.isChecked() else table.sunken if self.underMouse() else table.surface
        edge = table.accent if self.isChecked() or self.hasFocus() else table.line
        fill_round(painter, QRectF(self.rect()), tokens.RADIUS_CARD, ground, edge)
        if self.hasFocus():
            painter.setPen(QPen(QColor(table.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.RADIUS_CARD, tokens.RADIUS_CARD)
        tile = self._place(_PAD, _TILE, _TILE)
        calm = self._number == 0
        fill_round(painter, QRectF(tile), tokens.RADIUS_FIELD, table.sunken if calm else table.soft(self._tone))
        inner = QRectF(tile).adjusted(8, 8, -8, -8)
        paint_icon(painter, inner, self._icon, table.text3 if calm else table.tone(self._tone))
        x, room = _PAD + _TILE + _GAP, self.width() - _PAD - _TILE - _GAP - _PAD
        lines = tokens.TYPE["num"].line, tokens.TYPE["sub"].line
        top = (self.height() - sum(lines)) // 2
        ink = table.text3 if calm else table.text
        for above, line, text, font, colour in (
            (0, lines[0], group(self._number), theme.font("num"), ink),
            (lines[0], lines[1], self.text(), theme.font("sub"), table.text2),
        ):
            place = visual(self.layoutDirection(), self.rect(), QRect(x, top + above, room, line))
            draw_line(painter, place, text, font, colour)

    def needed_width(self) -> int:
        """Return the width below which its word is cut."""
        return 2 * _PAD + _TILE + _GAP + text_width(self.text(), theme.font("sub"))

    def _place(self, x: int, width: int, height: int) -> QRect:
        logical = QRect(x, (self.height() - height) // 2, width, height)
        return visual(self.layoutDirection(), self.rect(), logical)
