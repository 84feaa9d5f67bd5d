"""Small measures: a bar filled from the start edge, and the cells of an exchange under way."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.paint import fill_round, visual
from massar_desktop.widgets.tokens import Tone

_CELL_GAP: Final = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A filled part of a meter, in the unit of its whole."""

    amount: float
    tone: Tone = "accent"


class Meter(QWidget):
    """A bar: ``meter.set_parts([Part(13)], whole=22, sentence="13 days left of 22")``.

    The sentence is what a screen reader says and what the tooltip shows.
    """

    def __init__(self, height: int = 8) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()
        self._whole = 1.0
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: list[Part], *, whole: float, sentence: str) -> None:
        """Show other amounts; parts beyond the whole are cut."""
        self._parts, self._whole = tuple(parts), max(whole, 1e-9)
        self.setAccessibleName(sentence)
        self.setToolTip(sentence)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track and the parts from the start edge, two pixels apart."""
        painter = QPainter(self)
        table = theme.colours()
        radius = min(tokens.RADIUS_BAR, self.height() / 2)
        fill_round(painter, QRectF(self.rect()), radius, table.sunken)
        x = 0
        for part in self._parts:
            width = min(round(self.width() * part.amount / self._whole), self.width() - x)
            if width > 0:
                place = visual(self.layoutDirection(), self.rect(), QRect(x, 0, width, self.height()))
                fill_round(painter, QRectF(place), radius, table.tone(part.tone))
                x += width + 2


class ProgressCells(QWidget):
    """One cell a frame of an exchange: filled is safe on disk, outlined is under way.

    More frames than fit are shown in proportion; the exact numbers stand in words beside it.
    """

    def __init__(self, height: int = 28) -> None:
        super().__init__()
        self._done, self._whole, self._running = 0, 0, False
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_progress(self, done: int, whole: int, *, running: bool, sentence: str) -> None:
        """Show how many frames of how many are safe, and whether the next one is under way."""
        self._done, self._whole, self._running = max(0, min(done, whole)), max(whole, 0), running
        self.setAccessibleName(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for some twenty cells."""
        return QSize(320, self.height())

    def cells(self) -> tuple[int, int]:
        """Return how many cells are filled and how many are drawn."""
        room = max(1, (self.width() + _CELL_GAP) // (10 + _CELL_GAP))
        drawn = min(self._whole, room, 28)
        filled = drawn * self._done // self._whole if self._whole else 0
        return filled, drawn

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells from the start edge."""
        painter = QPainter(self)
        table = theme.colours()
        filled, drawn = self.cells()
        for number in range(drawn):
            left = round(number * (self.width() + _CELL_GAP) / drawn)
            right = round((number + 1) * (self.width() + _CELL_GAP) / drawn) - _CELL_GAP
            place = visual(self.layoutDirection(), self.rect(), QRect(left, 0, right - left, self.height()))
            if number < filled:
                fill_round(painter, QRectF(place), 4, table.accent)
            elif number == filled and self._running:
                fill_round(painter, QRectF(place), 4, table.accent_soft, table.accent)
            else:
                fill_round(painter, QRectF(place), 4, table.sunken, table.line)
