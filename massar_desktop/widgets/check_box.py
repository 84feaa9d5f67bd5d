"""A box to tick, painted from the tokens: Fusion draws its own box in a colour that melts into a dark ground."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.icons import paint_icon
from massar_desktop.widgets.paint import fill_round, text_width, visual

_BOX: Final = 18
_GAP: Final = 8


class CheckBox(QCheckBox):
    """A QCheckBox in the look: the box at the start edge, the words after it, the whole line to click on."""

    def sizeHint(self) -> QSize:
        """Return the room of box and words."""
        words = _GAP + text_width(self.text(), theme.font("body")) if self.text() else 0
        return QSize(_BOX + 4 + words, max(_BOX + 6, tokens.TYPE["body"].line))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the words are never cut."""
        return self.sizeHint()

    def hitButton(self, position: object) -> bool:
        """Take a click anywhere on the line."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and the words."""
        painter, table = QPainter(self), theme.colours()
        painter.setLayoutDirection(self.layoutDirection())
        on, off = self.isChecked(), not self.isEnabled()
        edge = table.line if off else table.accent if on or self.hasFocus() else table.line_strong
        ground = table.sunken if off else table.accent if on else table.surface
        box = self._place(2, _BOX)
        fill_round(painter, QRectF(box), tokens.RADIUS_KEY, ground, edge)
        if self.hasFocus():
            fill_round(painter, QRectF(box.adjusted(-2, -2, 2, 2)), tokens.RADIUS_KEY + 2, None, table.accent)
        if on:
            inner = QRectF(box).adjusted(2, 2, -2, -2)
            paint_icon(painter, inner, "check", table.text3 if off else table.on_accent)
        painter.setFont(theme.font("body"))
        painter.setPen(QColor(table.text3 if off else table.text))
        start = 2 + _BOX + _GAP
        words = visual(
            self.layoutDirection(), self.rect(), QRect(start, 0, max(self.width() - start, 0), self.height())
        )
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), self.text())

    def _place(self, x: int, size: int) -> QRect:
        logical = QRect(x, (self.height() - size) // 2, size, size)
        return visual(self.layoutDirection(), self.rect(), logical)
