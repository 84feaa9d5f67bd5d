"""What the line did, day by day: a column of what went through, and hatched on it what did not; figures over both.

Days run from the start edge: from right to left in Arabic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.paint import visual

_BARS: Final = 44
_BAR: Final = 20
_LEAST: Final = 3


@dataclass(frozen=True, slots=True)
class Column:
    """One day: how many went through and how many did not, its caption ("27/11"), and all of it as a sentence."""

    through: int
    failed: int
    caption: str
    sentence: str


class WeekChart(QWidget):
    """Equal columns; readable without colour, by the hatching and by "×" before what failed."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: Sequence[Column] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_columns(self, columns: Sequence[Column], title: str) -> None:
        """Show other days, the oldest first; a screen reader hears the title and every day."""
        self._columns = tuple(columns)
        self.setAccessibleName("; ".join((title, *(one.sentence for one in columns))))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the figures, the columns and the days under them."""
        return QSize(200, 2 * tokens.TYPE["cap"].line + _BARS + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def boxes(self) -> list[QRect]:
        """Return where each day is drawn, the oldest first."""
        count = max(1, len(self._columns))
        room = self.width() // count
        return [self._place(number * room, 0, room, self.height()) for number in range(len(self._columns))]

    def event(self, event: QEvent) -> bool:
        """A tooltip tells the day under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for box, one in zip(self.boxes(), self._columns, strict=True):
                if box.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), one.sentence, self)
                    return True
        return bool(super().event(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the columns, their figures and their days."""
        painter, table = QPainter(self), theme.colours()
        line = tokens.TYPE["cap"].line
        most = max((one.through + one.failed for one in self._columns), default=0) or 1
        for box, one in zip(self.boxes(), self._columns, strict=True):
            foot = line + _BARS
            through, failed = (self._height(count, most) for count in (one.through, one.failed))
            bar = QRect(box.center().x() - _BAR // 2, foot - through, _BAR, through)
            painter.fillRect(QRect(box.left() + 2, foot, box.width() - 4, 1), QColor(table.line_strong))
            painter.fillRect(bar, QColor(table.accent))
            above = QRect(bar.left(), bar.top() - failed, _BAR, failed)
            painter.fillRect(above, QColor(table.soft("danger")))
            painter.fillRect(above, QBrush(QColor(table.danger), Qt.BrushStyle.BDiagPattern))
            figures = " ".join(
                part for part in (str(one.through or ""), f"×{one.failed}" if one.failed else "") if part
            )
            ink = table.danger if one.failed else table.text2
            self._write(painter, QRect(box.left(), above.top() - line, box.width(), line), figures, ink)
            self._write(painter, QRect(box.left(), foot + 4, box.width(), line), one.caption, table.text2)

    def _write(self, painter: QPainter, place: QRect, text: str, ink: str) -> None:
        painter.setFont(theme.font("cap"))
        painter.setPen(QColor(ink))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), ltr(text))

    def _height(self, count: int, most: int) -> int:
        return max(_LEAST, round(count / most * (_BARS - 2 * _LEAST))) if count else 0

    def _place(self, x: int, y: int, width: int, height: int) -> QRect:
        return visual(self.layoutDirection(), self.rect(), QRect(x, y, width, height))
