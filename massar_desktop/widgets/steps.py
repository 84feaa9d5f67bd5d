"""Where a clerk is in a task of a few steps: a number in a disc, its words, a tick when it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massar_desktop.widgets import theme
from massar_desktop.widgets.icons import paint_icon
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.paint import fill_round

_DISC: Final = 26


class _Disc(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._now = self._done = False
        self.setFixedSize(_DISC, _DISC)

    def set_state(self, *, now: bool, done: bool) -> None:
        self._now, self._done = now, done
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, table = QPainter(self), theme.colours()
        ground = table.plum if self._now else table.ok_soft if self._done else table.sunken
        ink = table.on_accent if self._now else table.ok if self._done else table.text2
        fill_round(painter, QRectF(self.rect()), _DISC / 2, ground)
        if self._done and not self._now:
            paint_icon(painter, QRectF(6, 6, 14, 14), "check", ink)
            return
        painter.setFont(theme.font("sub", 600))
        painter.setPen(QColor(ink))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self._number))


class Steps(QWidget):
    """Numbered steps one under the other: ``steps.write(words); steps.set_step(1)`` (0 is the first)."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._discs = [_Disc(number + 1) for number in range(count)]
        self._words = [Label("", "body", wrap=True) for _ in range(count)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for disc, words in zip(self._discs, self._words, strict=True):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addLayout(row)

    def write(self, words: Sequence[str]) -> None:
        """Write what each step is."""
        for label, text in zip(self._words, words, strict=True):
            label.setText(text)

    def set_step(self, step: int) -> None:
        """Say which step is now; those before it are done. A step beyond the last: all are done."""
        for number, (disc, label) in enumerate(zip(self._discs, self._words, strict=True)):
            disc.set_state(now=number == step, done=number < step)
            label.set_ink("" if number == step else "text2")
