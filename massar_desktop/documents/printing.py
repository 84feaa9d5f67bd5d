"""Prints a paper with one key: the pages go to the printer that the computer uses, without a question.

Where there is no printer the paper is kept as a PDF: it is never lost for want of one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from massar_desktop.system.own_files import documents_folder
from sync.client.durable_file import write_durably

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_FORBIDDEN: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_NAME_LIMIT: Final = 100


class NotPrinted(RuntimeError):
    """The printer did not take the paper."""

    code = "not_printed"


def printer() -> QPrinter | None:
    """The printer that the computer uses, None when it has none. Called on the UI thread."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    found = QPrinterInfo.defaultPrinter()
    return QPrinter(found, QPrinter.PrinterMode.HighResolution) if not found.isNull() else None


def send(target: QPrinter, pages: Callable[[], Iterable[bytes]], copies: int) -> None:
    """Print pages (PNG) as often as wanted; NotPrinted when the printer refuses. Not on the UI thread: it may wait.

    `pages` makes them anew for each pass over them: a long list is never in memory as a whole.
    """
    itself = target.supportsMultipleCopies()
    target.setCopyCount(copies if itself else 1)
    paint_pages(target, chain.from_iterable(pages() for _ in range(1 if itself else copies)))


def paint_pages(target: QPagedPaintDevice, pages: Iterable[bytes]) -> None:
    """Paint pages (PNG) edge to edge on A4, in the direction of the first; NotPrinted when it cannot be painted on."""
    target.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter()
    try:
        for page in pages:
            image = QImage.fromData(page)
            if not painter.isActive():
                _turn(target, image)
                if not painter.begin(target):
                    raise NotPrinted
            elif not target.newPage():
                raise NotPrinted
            painter.drawImage(QRectF(painter.viewport()), image)
    finally:
        if painter.isActive():
            painter.end()


def kept_as(title: str) -> Path:
    """Where a paper is kept when there is no printer: a name of its own in the clerk's documents."""
    return free_name(documents_folder() / "Massar", title)


def free_name(folder: Path, title: str) -> Path:
    """A name for a PDF that no file of the folder has; nothing is ever written over."""
    bare = _FORBIDDEN.sub("-", title).strip(" .-")[:_NAME_LIMIT] or "paper"
    names = (folder / f"{bare}{f' ({number})' if number else ''}.pdf" for number in range(10_000))
    return next(name for name in names if not name.exists())


def keep(content: bytes, path: Path) -> None:
    """Write a PDF whole, with its folder; DiskFull, ReadOnly or OSError when the disk refuses."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_durably(path, content)


def _turn(target: QPagedPaintDevice, first: QImage) -> None:
    across = first.width() > first.height()
    target.setPageOrientation(QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait)
    layout = target.pageLayout()
    layout.setMode(QPageLayout.Mode.FullPageMode)
    target.setPageLayout(layout)
