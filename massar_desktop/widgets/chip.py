"""Chips: a state or a filter in one or two words on a soft ground of its tone."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.bidi import isolate
from massar_desktop.widgets.icons import paint_icon
from massar_desktop.widgets.paint import fill_round, text_width, visual
from massar_desktop.widgets.tokens import Tone

_PAD: Final = 10
_GAP: Final = 6


@dataclass(frozen=True, slots=True)
class ChipSpec:
    """What a chip shows; table models give it in ``CellRole.CHIP``."""

    text: str
    tone: Tone = "neutral"
    icon: str = ""


def chip_width(spec: ChipSpec) -> int:
    """Return the width of a chip in pixels; its height is always tokens.CHIP_HEIGHT."""
    icon = tokens.ICON_CHIP + _GAP if spec.icon else 0
    return 2 * _PAD + icon + text_width(spec.text, theme.font("cap", 500))


def paint_chip(painter: QPainter, rect: QRect, spec: ChipSpec, *, on_selection: bool = False) -> None:
    """Draw a chip; on a selected row its ground is the surface, or it would melt into the row."""
    table = theme.colours()
    ground = table.surface if on_selection else table.soft(spec.tone)
    fill_round(painter, QRectF(rect), tokens.RADIUS_CHIP, ground)
    _paint_words(painter, rect, spec)


def _paint_words(painter: QPainter, rect: QRect, spec: ChipSpec) -> None:
    ink = theme.colours().tone(spec.tone)
    direction = painter.layoutDirection()
    x = rect.left() + _PAD
    if spec.icon:
        top = rect.top() + (rect.height() - tokens.ICON_CHIP) // 2
        place = QRect(x, top, tokens.ICON_CHIP, tokens.ICON_CHIP)
        paint_icon(painter, QRectF(visual(direction, rect, place)), spec.icon, ink)
        x += tokens.ICON_CHIP + _GAP
    font = theme.font("cap", 500)
    width = min(text_width(spec.text, font), rect.right() + 1 - _PAD - x)
    # A column narrower than its chip cuts the words, never lets them run over the edge.
    text = QFontMetrics(font).elidedText(spec.text, Qt.TextElideMode.ElideRight, width)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    words = visual(direction, rect, QRect(x, rect.top(), width, rect.height()))
    painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), isolate(text))


class Chip(QWidget):
    """A state in words: ``Chip("في الانتظار", "warn", "clock")``."""

    def __init__(self, text: str = "", tone: Tone = "neutral", icon: str = "") -> None:
        super().__init__()
        self._spec = ChipSpec(text, tone, icon)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def spec(self) -> ChipSpec:
        """Return what is shown."""
        return self._spec

    def set_spec(self, spec: ChipSpec) -> None:
        """Show another state; an empty text hides the chip."""
        self._spec = spec
        self.setVisible(bool(spec.text))
        self.setAccessibleName(spec.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of the words and the fixed height."""
        return QSize(chip_width(self._spec), tokens.CHIP_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        paint_chip(painter, self.rect(), self._spec)


class FilterChip(QAbstractButton):
    """A filter that is set, with × to take it off by mouse, Space, Enter or Delete.

    Signals: ``removed()``.
    """

    removed = Signal()

    def __init__(self, text: str, icon: str = "") -> None:
        super().__init__()
        self._icon = icon
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.removed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the filter off by Delete or Enter too; Space is the button's own key."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the width of the words, the icon and the ×."""
        spec = ChipSpec(self.text(), "accent", self._icon)
        return QSize(chip_width(spec) + tokens.ICON_CHIP + _GAP, tokens.CHIP_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip, its × and the focus border."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        table = theme.colours()
        fill_round(painter, QRectF(self.rect()), tokens.RADIUS_CHIP, table.accent_soft)
        if self.hasFocus():
            fill_round(painter, QRectF(self.rect()), tokens.RADIUS_CHIP, None, table.accent)
        _paint_words(painter, self.rect(), ChipSpec(self.text(), "accent", self._icon))
        top = (self.height() - tokens.ICON_CHIP) // 2
        cross = QRect(self.width() - _PAD - tokens.ICON_CHIP + 2, top, tokens.ICON_CHIP, tokens.ICON_CHIP)
        paint_icon(painter, QRectF(visual(self.layoutDirection(), self.rect(), cross)), "x", table.accent)
