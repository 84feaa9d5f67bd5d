"""Pages under each other as they are on paper: what will be printed, or what was scanned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QHideEvent, QImage, QImageReader, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from massar_desktop.widgets import theme

_GAP: Final = 12


class Pages(QWidget):
    """As wide as there is room, with an edge each; only those in sight are held as pictures, no larger than shown."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[bytes] = []
        self._sizes: list[QSize] = []
        self._pictures: dict[int, QImage] = {}

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show pictures (PNG, JPEG); none leaves the place empty."""
        self._pages, self._pictures = list(pages), {}
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
        """Hold no picture that nobody sees."""
        super().hideEvent(event)
        self._pictures = {}

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        painter = QPainter(self)
        painter.setPen(QColor(theme.colours().line))
        top, seen = 0, set[int]()
        for number in range(len(self._pages)):
            place = QRect(QPoint(0, top), self._shown_size(number))
            if place.intersects(event.rect()):
                painter.drawImage(place.topLeft(), self._picture(number, place.size()))
                painter.drawRect(place.adjusted(0, 0, -1, -1))
            if place.intersects(self.visibleRegion().boundingRect()):
                seen.add(number)
            top += place.height() + _GAP
        self._pictures = {number: image for number, image in self._pictures.items() if number in seen}

    def _picture(self, number: int, size: QSize) -> QImage:
        """A page as it is shown, in dots of the screen; `size` is in units of the window."""
        ratio = self.devicePixelRatioF()
        dots = QSizeF(size.width() * ratio, size.height() * ratio).toSize()
        held = self._pictures.get(number)
        if held is None or held.size() != dots:
            held = _fitted(self._pages[number], dots)
            held.setDevicePixelRatio(ratio)
            self._pictures[number] = held
        return held

    def _shown_size(self, number: int) -> QSize:
        return self._sizes[number].scaled(QSize(self.width(), 1 << 20), Qt.AspectRatioMode.KeepAspectRatio)

    def _fit(self) -> None:
        heights = [self._shown_size(number).height() + _GAP for number in range(len(self._pages))]
        self.setMinimumHeight(max(0, sum(heights) - _GAP))
        self.update()


def _fitted(page: bytes, size: QSize) -> QImage:
    """A page unpacked and brought to a size; a grey one, as papers and scans are, takes a byte a dot, not four."""
    whole = QImage.fromData(page)
    whole.convertTo(QImage.Format.Format_ARGB32_Premultiplied)  # where it lies: scaling makes no copy of it then
    fitted = whole.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
    del whole
    return fitted.convertToFormat(QImage.Format.Format_Grayscale8) if fitted.allGray() else fitted


def _size_of(page: bytes) -> QSize:
    """The size that a picture says in its head, without unpacking it."""
    content = QBuffer()
    content.setData(page)
    content.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(content).size()
