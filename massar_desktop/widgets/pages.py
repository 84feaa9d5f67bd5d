"""Pages under each other as they are on paper: what will be printed, or what was scanned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHideEvent, QImage, QImageReader, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from massar_desktop.widgets import theme

_GAP: Final = 12


class Pages(QWidget):
    """As wide as there is room, with an edge each; only those in sight are unpacked."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[bytes] = []
        self._sizes: list[QSize] = []
        self._unpacked: dict[int, QImage] = {}

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show pictures (PNG, JPEG); none leaves the place empty."""
        self._pages, self._unpacked = list(pages), {}
        self._sizes = [_size_of(page) for page in pages]
        self._fit()

    def count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the form of the pages."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold no picture that nobody sees: one of a sheet takes five megabytes."""
        super().hideEvent(event)
        self._unpacked = {}

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QColor(theme.colours().line))
        top, seen = 0, set[int]()
        for number in range(len(self._pages)):
            place = QRect(QPoint(0, top), self._shown_size(number))
            if place.intersects(event.rect()):
                image = self._image(number)
                painter.drawImage(0, top, image.scaled(place.size(), mode=Qt.TransformationMode.SmoothTransformation))
                painter.drawRect(place.adjusted(0, 0, -1, -1))
            if place.intersects(self.visibleRegion().boundingRect()):
                seen.add(number)
            top += place.height() + _GAP
        self._unpacked = {number: image for number, image in self._unpacked.items() if number in seen}

    def _image(self, number: int) -> QImage:
        if number not in self._unpacked:
            self._unpacked[number] = QImage.fromData(self._pages[number])
        return self._unpacked[number]

    def _shown_size(self, number: int) -> QSize:
        return self._sizes[number].scaled(QSize(self.width(), 1 << 20), Qt.AspectRatioMode.KeepAspectRatio)

    def _fit(self) -> None:
        heights = [self._shown_size(number).height() + _GAP for number in range(len(self._pages))]
        self.setMinimumHeight(max(0, sum(heights) - _GAP))
        self.update()


def _size_of(page: bytes) -> QSize:
    """The size that a picture says in its head, without unpacking it."""
    content = QBuffer()
    content.setData(page)
    content.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(content).size()
