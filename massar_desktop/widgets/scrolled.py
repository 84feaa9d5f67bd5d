"""A window on a screen that is smaller than its content, as at 150 % on an old laptop: it scrolls, nothing is lost.

Without it a window is as large as its content, and its last buttons lie below the edge of the screen. Whoever goes to a
part by Tab brings it into sight.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

WHOLE: Final = "whole"
"""The name of the place that holds all of a window's content."""


class Whole(QScrollArea):
    """A place that is filled by its content, and scrolls where that needs more than there is.

    `setWidgetResizable` would ask for the height that wrapped words take at the width in force, which is more than the
    content needs: the window scrolled by some pixels on a screen where all of it fits.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setObjectName(WHOLE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new place."""
        super().resizeEvent(event)
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the content needs; the area itself looks at all that happens to it."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            self._fill()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self._content.resize(self.maximumViewportSize().expandedTo(self._content.minimumSizeHint()))


def scrolled_column(window: QWidget) -> QVBoxLayout:
    """Return the column of a window's content in such a place."""
    content = QWidget()
    content.setProperty("kind", "canvas")
    outside = QVBoxLayout(window)
    outside.setContentsMargins(0, 0, 0, 0)
    outside.addWidget(Whole(content))
    return QVBoxLayout(content)
