"""The rail of rooms at the start edge: icon, word, number waiting, key."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.bidi import group, ltr
from massar_desktop.widgets.icons import paint_icon
from massar_desktop.widgets.paint import draw_line, fill_round, text_width, visual

_PAD: Final = 10
_BADGE: Final = 22


class RailButton(QAbstractButton):
    """One room or command of the rail. ``key`` is only shown: the main window binds it."""

    def __init__(self, icon: str, key: str) -> None:
        super().__init__()
        self._icon, self._key, self._badge = icon, key, 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(tokens.ROOMY.nav)

    def look(self) -> tuple[str, str]:
        """Return the icon and the key that are shown."""
        return self._icon, self._key

    def badge(self) -> int:
        """Return the number shown."""
        return self._badge

    def set_badge(self, number: int) -> None:
        """Show how many wait in the room; zero shows nothing."""
        self._badge = number
        self.setAccessibleDescription(str(number) if number else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the inner width of the rail."""
        return QSize(tokens.RAIL_WIDTH - 20, self.height())

    def needed_width(self) -> int:
        """Return the pixels needed to show icon, word, badge and key uncut."""
        key = text_width(self._key, theme.font("cap")) + 10 if self._key else 0
        badge = _BADGE + 12 if self._badge else 0
        return 2 * _PAD + tokens.ICON + 10 + text_width(self.text(), theme.font("body", 600)) + badge + key

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the room; the open one lies on its own ground in the accent colour."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        table = theme.colours()
        on = self.isChecked()
        if on or self.underMouse() or self.hasFocus():
            ground = table.nav_on if on else table.sunken if self.underMouse() else None
            border = table.accent if self.hasFocus() else None
            fill_round(painter, QRectF(self.rect()), tokens.RADIUS_FIELD, ground, border)
        x = self.width() - _PAD
        if self._key:
            width = text_width(self._key, theme.font("cap"))
            painter.setFont(theme.font("cap"))
            painter.setPen(QColor(table.text3))
            painter.drawText(self._place(x - width, width), int(Qt.AlignmentFlag.AlignCenter), ltr(self._key))
            x -= width + 10
        if self._badge:
            x -= self._draw_badge(painter, x) + 6
        self._draw_word(painter, on, x)

    def _draw_word(self, painter: QPainter, on: bool, end: int) -> None:
        table = theme.colours()
        ink = table.text3 if not self.isEnabled() else table.accent if on else table.text
        icon_ink = ink if on or not self.isEnabled() else table.text2
        paint_icon(painter, QRectF(self._place(_PAD, tokens.ICON)), self._icon, icon_ink)
        start = _PAD + tokens.ICON + 10
        words = self._place(start, end - start)
        draw_line(painter, words, self.text(), theme.font("body", 600 if on else 400), ink)

    def _draw_badge(self, painter: QPainter, end: int) -> int:
        table = theme.colours()
        number = group(self._badge)
        width = max(_BADGE + 4, text_width(number, theme.font("cap", 600)) + 12)
        place = self._place(end - width, width)
        place = QRect(place.left(), (self.height() - _BADGE) // 2, width, _BADGE)
        fill_round(painter, QRectF(place), _BADGE / 2, table.danger_soft)
        painter.setFont(theme.font("cap", 600))
        painter.setPen(QColor(table.danger))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), number)
        return width

    def _place(self, x: int, width: int) -> QRect:
        return visual(self.layoutDirection(), self.rect(), QRect(x, 0, width, self.height()))
