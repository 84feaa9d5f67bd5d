"""A window on a screen that is smaller than its content, as at 150 % on an old laptop: it scrolls, nothing is lost.

Without it a window is as large as its content, and its last buttons lie below the edge of the screen. Whoever goes to a
part by Tab brings it into sight.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

WHOLE: Final = "whole"
"""The name of the place that holds all of a window's content."""


def whole_or_scrolled(content: QWidget) -> QScrollArea:
    """Return a place that is filled by the content, and scrolls where it needs more."""
    area = QScrollArea()
    area.setObjectName(WHOLE)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(content)
    return area


def scrolled_column(window: QWidget) -> QVBoxLayout:
    """Return the column of a window's content in such a place."""
    content = QWidget()
    content.setProperty("kind", "canvas")
    outside = QVBoxLayout(window)
    outside.setContentsMargins(0, 0, 0, 0)
    outside.addWidget(whole_or_scrolled(content))
    return QVBoxLayout(content)
