"""Drawing shared by painted parts: rounded fills, one line of text, key caps, in logical coordinates."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.bidi import isolate, ltr

CAP_HEIGHT: Final = 20


def fill_round(painter: QPainter, rect: QRectF, radius: float, fill: str | None, border: str | None = None) -> None:
    """Fill a rounded rectangle, with a sharp one-pixel border if a colour is given."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(border), 1) if border else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5) if border else rect, radius, radius)
    painter.restore()


def visual(direction: Qt.LayoutDirection, frame: QRect, logical: QRect) -> QRect:
    """Return where a rectangle given from the start edge lies on the screen."""
    return QStyle.visualRect(direction, frame, logical)


def text_width(text: str, font: QFont) -> int:
    """Return the width of a line in whole pixels, rounded up."""
    return int(QFontMetricsF(font).horizontalAdvance(text)) + 1


def draw_line(painter: QPainter, rect: QRect, text: str, font: QFont, colour: str) -> None:
    """Draw one line of data from the start edge, in the painter's direction, cut with … if too long."""
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, int(_start(painter) | Qt.AlignmentFlag.AlignVCenter), isolate(shown))


def draw_marked_line(
    painter: QPainter, rect: QRect, text: str, font: QFont, ink: tuple[str, Sequence[tuple[int, int]]]
) -> None:
    """Draw one line with search hits marked behind it; ``ink`` is its colour and (start, length) of hits.

    Hits are placed by the glyphs of the line: sums of letter widths are one or two pixels wrong in joined
    Arabic, and QTextLine.cursorToX answers the wrong end where one script meets the other.
    """
    colour, hits = ink
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    layout = QTextLayout(isolate(shown), font)
    option = QTextOption(_start(painter))
    option.setTextDirection(painter.layoutDirection())
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width())
    layout.endLayout()
    top = rect.top() + (rect.height() - line.height()) / 2
    for start, length in hits:
        # The isolate adds one character in front; a hit cut off by the ellipsis is not marked.
        kept = min(start + length, len(shown)) - start
        for run in line.glyphRuns(start + 1, kept) if kept > 0 else ():
            letters = run.boundingRect()
            mark = QRectF(rect.left() + letters.left(), top + 1, letters.width(), line.height() - 2)
            fill_round(painter, mark, 3, theme.colours().mark)
    painter.setPen(QColor(colour))
    layout.draw(painter, QPointF(rect.left(), top))


def key_cap_width(key: str) -> int:
    """Return the width of a key cap for a shortcut such as "Ctrl P"."""
    return text_width(key, theme.font("cap")) + 12


def draw_key_cap(painter: QPainter, rect: QRect, key: str, ink: str, ground: str) -> None:
    """Draw a key cap without border, as it lies inside a button or a field."""
    fill_round(painter, QRectF(rect), tokens.RADIUS_KEY, ground)
    draw_key(painter, rect, key, ink)


def draw_key(painter: QPainter, rect: QRect, key: str, ink: str) -> None:
    """Write the name of a key, always left to right."""
    painter.setFont(theme.font("cap"))
    painter.setPen(QColor(ink))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), ltr(key))


def translucent(colour: str, alpha: float) -> str:
    """Return a colour with an opacity of 0 to 1, as ``#AARRGGBB``."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made.name(QColor.NameFormat.HexArgb)


def _start(painter: QPainter) -> Qt.AlignmentFlag:
    """Return the absolute side of the start edge, so that Qt does not turn it a second time."""
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute
