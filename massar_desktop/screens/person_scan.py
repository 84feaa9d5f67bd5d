"""Looking at a scan in its file: its pages, larger or smaller, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout

from massar_desktop.widgets.bidi import group, isolate
from massar_desktop.widgets.button import Button, KeyHint
from massar_desktop.widgets.labels import CutLabel, Label
from massar_desktop.widgets.pages import Pages
from massar_desktop.widgets.translated import Translated

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.attachments import PaperView

_ZOOMS: Final = (0.5, 0.75, 1.0, 1.5, 2.0)
_AT_FIRST: Final = 1
_LARGER: Final = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)


class ScanView(Translated):
    """Signals: ``closed()`` by its button, ``copy_requested()``. Arrows and Page Up/Down move, + and - zoom."""

    closed = Signal()
    copy_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._paper: PaperView | None = None
        self._zoom = _AT_FIRST
        self.pages, self.area = Pages(), QScrollArea()
        self.back, self.copy = Button(icon="arrow-left", key="Esc"), Button(icon="download", key="Ctrl S")
        self._title, self._count = CutLabel("", "h2"), Label("", "cap", "text3")
        self._hints = {key: KeyHint(key) for key in ("↑ ↓", "PgUp PgDn", "+ −")}
        self._build()
        self.retranslate()

    def show_scan(self, paper: PaperView, pages: list[bytes]) -> None:
        """Show the pages of a paper, from its first."""
        self._paper, self._zoom = paper, _AT_FIRST
        self.pages.show_pages(pages)
        self.area.verticalScrollBar().setValue(0)
        self._resize()
        self.retranslate()
        self.area.setFocus()

    def clear(self) -> None:
        """Keep nothing of it in memory."""
        self._paper = None
        self.pages.show_pages([])

    def zoom(self, step: int) -> None:
        """Draw the pages larger (1) or smaller (-1)."""
        self._zoom = min(max(self._zoom + step, 0), len(_ZOOMS) - 1)
        self._resize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """+ and - zoom; the area has the keys that move."""
        if event.key() in _LARGER:
            self.zoom(1)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(-1)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        title = self._paper.title if self._paper is not None else ""
        pages = self.pages.count()
        said = self.tr("%n page(s)", "", pages).replace(str(pages), group(pages), 1)
        self._title.setText(isolate(title))
        self._count.setText(said)
        self.back.setText(self.tr("Back"))
        self.copy.setText(self.tr("Save a copy…"))
        self.area.setAccessibleName(f"{title}, {said}")
        words = (self.tr("move"), self.tr("a screen on"), self.tr("larger, smaller"))
        for hint, word in zip(self._hints.values(), words, strict=True):
            hint.set_text(word)

    def _resize(self) -> None:
        factor = _ZOOMS[self._zoom]
        room = self.area.viewport().width()
        self.area.setWidgetResizable(factor == 1.0)
        if factor != 1.0:
            self.pages.resize(round(room * factor), self.pages.height())
            self.pages.resize(round(room * factor), self.pages.minimumHeight())

    def _build(self) -> None:
        head, keys = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        for part in (self._count, self.copy, self.back):
            head.addWidget(part)
        keys.setSpacing(16)
        for hint in self._hints.values():
            keys.addWidget(hint)
        keys.addStretch(1)
        self.area.setWidget(self.pages)
        self.area.setWidgetResizable(True)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        column.addLayout(keys)
        self.back.clicked.connect(self.closed)
        self.copy.clicked.connect(self.copy_requested)
        self.setFocusProxy(self.area)
