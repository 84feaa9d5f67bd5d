"""The pages of a paper that is in a file, as pictures to look at: in memory alone, nothing is written to the disk.

The PDFs that this program makes hold a JPEG a page, which is taken out as it is. Those of scanners and of other
programs are drawn by typst, which takes them as pictures. Called in the background.
"""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageReader

from massar_desktop.documents.scan import MOST_PAGES, jpeg
from massar_desktop.documents.typesetting import TemplateError, drawn
from sync.domain.papers import media_of

_PART: Final = 100_000
"""Bytes of a PDF of others that pass to typst at once: as numbers, some hundred times their length in memory."""
_DPI: Final = 130
_OUR_HEAD: Final = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count "
_OUR_PAGE: Final = re.compile(rb"/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length (\d{1,8})>>stream\n")
_COUNT: Final = re.compile(rb"/Count\s+(\d{1,4})\b")
_PDF_PAGES: Final = """
#set page(width: auto, height: auto, margin: 0pt)
#let content = range(int(sys.inputs.parts)).map(one => bytes(json(bytes(sys.inputs.at("part" + str(one)))))).sum()
#for number in range(1, int(sys.inputs.pages) + 1) {
  if number > 1 { pagebreak() }
  image(content, format: "pdf", page: number, width: 210mm)
}
"""


class NotShown(Exception):
    """A paper that cannot be drawn here: a copy of it is opened elsewhere. `code` is scan_not_shown."""

    code = "scan_not_shown"


def pages_of(content: bytes) -> list[bytes]:
    """The pages as PNG or JPEG, at most MOST_PAGES; NotShown for what is damaged or protected."""
    if media_of(content) != "pdf":
        return _pictures(content)
    return own_pages(content) or _foreign_pages(content)


def own_pages(content: bytes) -> list[bytes]:
    """The JPEGs of a PDF as documents/scan.py makes it; none for any other."""
    if not content.startswith(_OUR_HEAD):
        return []
    starts = ((found.end(), int(found[1])) for found in _OUR_PAGE.finditer(content))
    return [content[start : start + length] for start, length in starts]


def _pictures(content: bytes) -> list[bytes]:
    if media_of(content) != "tiff":
        if QImage.fromData(content).isNull():
            raise NotShown
        return [content]
    held = QBuffer()
    held.setData(content)
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    return _faxed(held)


def _faxed(held: QBuffer) -> list[bytes]:
    """The pages of a TIFF. The buffer is the caller's: the reader, which looks at it to its end, goes first."""
    reader = QImageReader(held)
    pages = []
    for number in range(min(max(reader.imageCount(), 1), MOST_PAGES)):
        reader.jumpToImage(number)
        image = reader.read()
        if image.isNull():
            raise NotShown
        pages.append(jpeg(image))
    return pages


def _foreign_pages(content: bytes) -> list[bytes]:
    told = max((int(found[1]) for found in _COUNT.finditer(content)), default=1)
    try:
        return _drawn(content, min(max(told, 1), MOST_PAGES))
    except TemplateError:
        if told == 1:
            raise NotShown from None
    # Its pages are told where they cannot be read, or wrongly: the first is better than none.
    try:
        return _drawn(content, 1)
    except TemplateError as wrong:
        raise NotShown from wrong


def _drawn(content: bytes, pages: int) -> list[bytes]:
    parts = [content[start : start + _PART] for start in range(0, len(content), _PART)]
    inputs = {f"part{number}": str(list(part)) for number, part in enumerate(parts)}
    return drawn(_PDF_PAGES, {**inputs, "parts": str(len(parts)), "pages": str(pages)}, _DPI)
