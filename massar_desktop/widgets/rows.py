"""Rows of a card made of widgets, for the few that are always there: an icon tile, two lines, figures at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from massar_desktop.widgets.labels import CutLabel, IconLabel, IconTile, Label
from massar_desktop.widgets.tokens import Tone

FIGURE_WIDTH = 84


class TileRow(QWidget):
    """Icon tile, title and a second line, and figures in columns at the end edge."""

    def __init__(self, icon: str, tone: Tone, figures: int = 2) -> None:
        super().__init__()
        self._title, self._second = CutLabel("", "h3"), CutLabel("", "cap", "text2")
        self._figures = [Label("", "body", weight=600 if not number else 0) for number in range(figures)]
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._second)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        row.addWidget(IconTile(icon, tone))
        row.addLayout(words, 1)
        for figure in self._figures:
            figure.setFixedWidth(FIGURE_WIDTH)
            figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.addWidget(figure)

    def write(self, title: str, second: str, figures: tuple[str, ...] = ()) -> None:
        """Write the texts; missing figures stay empty. A screen reader hears them as one sentence."""
        self._title.setText(title)
        self._second.setText(second)
        for number, label in enumerate(self._figures):
            label.setText(figures[number] if number < len(figures) else "")
        self.setAccessibleName(", ".join(part for part in (title, second, *figures) if part))


class Counter(QWidget):
    """A number with its caption under it."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._caption = Label("0", "num"), Label("", "sub", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(self._caption)

    def write(self, number: str, caption: str, ink: str = "") -> None:
        """Write both."""
        self._number.setText(number)
        self._number.set_ink(ink)
        self._caption.setText(caption)
        self.setAccessibleName(f"{caption}: {number}")


class LineOfHistory(QWidget):
    """One short line: icon, when, and how it went at the end edge."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("check", "ok", 16)
        self._when, self._how = Label("", "cap", weight=600), CutLabel("", "cap", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._when)
        row.addWidget(self._how, 1)

    def write(self, icon: tuple[str, Tone], when: str, how: str) -> None:
        """Write one line."""
        self._icon.set_icon(*icon)
        self._when.setText(when)
        self._how.setText(how)
        self.setAccessibleName(f"{when}: {how}")


class Facts(QWidget):
    """Captions and their facts in two columns, such as who, when and where.

    A fact that is longer than its line is cut and told in a tooltip; with `wrap` it takes as many lines as it needs.
    """

    def __init__(self, *, wrap: bool = False) -> None:
        super().__init__()
        self._wrap = wrap
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._pairs: list[tuple[Label, Label]] = []

    def write(self, pairs: list[tuple[str, str]]) -> None:
        """Show these captions and facts, and no others."""
        while len(self._pairs) < len(pairs):
            fact_label = Label("", "sub", weight=500, wrap=True) if self._wrap else CutLabel("", "sub", weight=500)
            made = Label("", "sub", "text3"), fact_label
            row = len(self._pairs)
            self._grid.addWidget(made[0], row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(made[1], row, 1)
            self._pairs.append(made)
        for number, (caption, fact) in enumerate(self._pairs):
            shown = number < len(pairs)
            caption.setVisible(shown)
            fact.setVisible(shown)
            if shown:
                caption.setText(pairs[number][0])
                fact.setText(pairs[number][1])
        self.setAccessibleName(", ".join(f"{caption}: {fact}" for caption, fact in pairs))
