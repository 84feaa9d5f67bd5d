"""Where a clerk's own files lie: what she exports, keeps and brings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents_folder() -> Path:
    """The clerk's documents. A file dialog begins there, and not in the folder in which the program was started."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
