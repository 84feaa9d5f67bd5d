"""A career as a picture: lanes over the years, a bar where something begins, a line for today, hatches for what may be.

Time runs from the start edge: from right to left in Arabic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.paint import draw_line, fill_round, text_width, visual
from massar_desktop.widgets.tokens import Tone

_LABEL: Final = 150
_AXIS: Final = 24
_LANE: Final = 34
_BAR: Final = 26
_BEGIN: Final = 3
_LEAST: Final = 4
_YEAR_ROOM: Final = 46
_MARGIN_DAYS: Final = 200


@dataclass(frozen=True, slots=True)
class Stay:
    """One stretch of a lane: ordinals of its first and last day (None: it lasts), its word, its tone."""

    first: int
    last: int | None
    word: str
    tone: Tone = "accent"
    expected: bool = False
    tip: str = ""


class Timeline(QWidget):
    """Up to some lanes, each with its title. A screen reader hears the sentence it is given."""

    def __init__(self) -> None:
        super().__init__()
        self._lanes: Sequence[tuple[str, Sequence[Stay]]] = ()
        self._today = 1
        self._from, self._to = 0, 1
        self._now_word = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lanes(self, lanes: Sequence[tuple[str, Sequence[Stay]]], today: date, *, now: str, sentence: str) -> None:
        """Show other lanes; `now` is the word on the line of today."""
        self._lanes, self._today, self._now_word = lanes, today.toordinal(), now
        firsts = [stay.first for _, stays in lanes for stay in stays]
        lasts = [stay.last for _, stays in lanes for stay in stays if stay.last is not None]
        self._from = min([*firsts, self._today - 365]) - _MARGIN_DAYS
        self._to = max([*lasts, self._today]) + _MARGIN_DAYS
        self.setAccessibleName(sentence)
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its lanes."""
        return QSize(600, _AXIS + _LANE * len(self._lanes) + 4)

    def event(self, event: QEvent) -> bool:
        """A tooltip tells the days of what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for number, (_title, stays) in enumerate(self._lanes):
                for stay in stays:
                    if self.box_of(number, stay).contains(event.pos()):
                        QToolTip.showText(event.globalPos(), stay.tip, self)
                        return True
        return bool(super().event(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the years, the lanes, then today over them."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        self._years(painter)
        for number, (title, stays) in enumerate(self._lanes):
            label = self._place(0, _AXIS + number * _LANE, _LABEL - 8, _LANE)
            draw_line(painter, label, title, theme.font("sub"), theme.colours().text2)
            for stay in stays:
                self._stay(painter, self.box_of(number, stay), stay)
        self._now(painter)

    def years(self) -> list[tuple[int, QRect]]:
        """Return the years that are written, each with its place; none is written under the word of today."""
        width = text_width("2026", theme.font("cap"))
        places = [(year, self._place(self._x_of(year) + 3, 0, width, 18)) for year in self._marked()]
        return [one for one in places if self.rect().contains(one[1]) and not one[1].intersects(self.flag())]

    def _marked(self) -> Iterator[int]:
        years = range(date.fromordinal(self._from).year + 1, date.fromordinal(self._to).year + 1)
        step = next(s for s in (1, 2, 5, 10, 20) if len(years) / s * _YEAR_ROOM < self.width() - _LABEL or s == 20)
        return (year for year in years if year % step == 0)

    def _x_of(self, year: int) -> int:
        return self._x(date(year, 1, 1).toordinal())

    def _years(self, painter: QPainter) -> None:
        table = theme.colours()
        for year in self._marked():
            line = self._place(self._x_of(year), _AXIS - 4, 1, self.height() - _AXIS + 4)
            painter.fillRect(line, QColor(table.line))
        for year, place in self.years():
            draw_line(painter, place, str(year), theme.font("cap"), table.text3)

    def _stay(self, painter: QPainter, box: QRect, stay: Stay) -> None:
        table = theme.colours()
        painter.fillRect(box, QColor(table.soft(stay.tone)))
        if stay.expected:
            painter.fillRect(box, QBrush(QColor(table.tone(stay.tone)), Qt.BrushStyle.BDiagPattern))
        begin = visual(self.layoutDirection(), box, QRect(box.left(), box.top(), _BEGIN, box.height()))
        painter.fillRect(begin, QColor(table.tone(stay.tone)))
        inner = box.adjusted(8, 0, -6, 0)
        if inner.width() > text_width("…", theme.font("cap")) * 3:
            draw_line(painter, inner, stay.word, theme.font("cap", 500), table.tone(stay.tone))

    def _now(self, painter: QPainter) -> None:
        table, x = theme.colours(), self._x(self._today)
        painter.fillRect(self._place(x, 14, 2, self.height() - 14), QColor(table.danger))
        flag = self.flag()
        fill_round(painter, QRectF(flag), tokens.RADIUS_FIELD, table.danger)
        painter.setFont(theme.font("cap", 500))
        painter.setPen(QColor(table.surface))
        painter.drawText(flag, int(Qt.AlignmentFlag.AlignCenter), self._now_word)

    def flag(self) -> QRect:
        """Return where the word of today stands."""
        width = text_width(self._now_word, theme.font("cap", 500)) + 14
        return self._place(min(max(self._x(self._today) - width // 2, _LABEL), self.width() - width), 0, width, 18)

    def box_of(self, lane: int, stay: Stay) -> QRect:
        """Return where a stretch of a lane is drawn."""
        first, last = self._x(stay.first), self._x(stay.last if stay.last is not None else self._today)
        top = _AXIS + lane * _LANE + (_LANE - _BAR) // 2
        return self._place(first, top, max(_LEAST, last - first - 1), _BAR)

    def _x(self, day: int) -> int:
        share = (day - self._from) / max(1, self._to - self._from)
        return _LABEL + round(share * (self.width() - _LABEL))

    def _place(self, x: int, y: int, width: int, height: int) -> QRect:
        return visual(self.layoutDirection(), self.rect(), QRect(x, y, width, height))
