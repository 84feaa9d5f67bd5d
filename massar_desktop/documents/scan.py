"""Scans made small enough for a slow line: pictures become grey pages, several of them one PDF.

A PDF is taken as it is: what it holds is not ours to read. Called in the background: a large picture takes a second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from sync.domain.papers import PAPER_LIMIT, media_of

LONGEST: Final = 1754
"""Pixels of the longer side: a sheet of A4 at 150 dots an inch, where a stamp and small print can still be read."""
PAGE_GOAL: Final = 130_000
"""Bytes of a page to come below: some 20 seconds at 64 kbit/s."""
QUALITIES: Final = (60, 45, 32)
"""Of JPEG, the best first; the last is kept even when it is over the goal."""
MOST_PAGES: Final = 60
SUFFIXES: Final = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"})
_A4_LONG: Final = 842
"""Points: the longer side of a sheet."""


class NoScan(Exception):
    """Files that cannot be attached. `code`: scan_unreadable, scan_mixed, scan_too_long."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Scan:
    """What will be attached: its content, how many pages (None where nobody counted), bytes of the files before."""

    content: bytes
    pages: int | None
    before: int


def scanned(paths: Sequence[Path]) -> Scan:
    """Read files as one paper. Raises NoScan, OSError."""
    before = sum(path.stat().st_size for path in paths)
    if len(paths) == 1 and before <= PAPER_LIMIT:
        content = paths[0].read_bytes()
        if media_of(content) == "pdf":
            return Scan(content, None, before)
    pages = [_page(image) for path in paths for image in _images(path)]
    if len(pages) > MOST_PAGES:
        raise NoScan("scan_too_long")
    if len(pages) == 1:
        return Scan(pages[0][0], 1, before)
    return Scan(_as_pdf(pages), len(pages), before)


def _images(path: Path) -> Iterator[QImage]:
    with path.open("rb") as file:
        if media_of(file.read(16)) == "pdf":
            raise NoScan("scan_mixed")
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    for number in range(min(max(reader.imageCount(), 1), MOST_PAGES + 1)):
        if number:
            reader.jumpToImage(number)
        size = reader.size()
        if max(size.width(), size.height()) > 2 * LONGEST:  # a camera's picture: it is decoded smaller, and faster
            reader.setScaledSize(size.scaled(QSize(2 * LONGEST, 2 * LONGEST), Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        if image.isNull():
            raise NoScan("scan_unreadable")
        yield image


def _page(image: QImage) -> tuple[bytes, int, int]:
    """A grey page as JPEG, with its width and height in pixels."""
    if max(image.width(), image.height()) > LONGEST:
        image = image.scaled(
            LONGEST, LONGEST, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    if image.hasAlphaChannel():
        ground = QImage(image.size(), QImage.Format.Format_RGB32)
        ground.fill(Qt.GlobalColor.white)
        _lay(image, ground)
        image = ground
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    content = b""
    for quality in QUALITIES:
        content = jpeg(grey, quality)
        if len(content) <= PAGE_GOAL:
            break
    return content, grey.width(), grey.height()


def _lay(image: QImage, ground: QImage) -> None:
    """Put a picture with transparent parts on white paper: turned grey as it is, they would be black."""
    from PySide6.QtGui import QPainter

    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()


def jpeg(image: QImage, quality: int = QUALITIES[0]) -> bytes:
    """A picture as JPEG; NoScan when it cannot be written."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(quality)
    if not writer.write(image):
        raise NoScan("scan_unreadable")
    return bytes(kept.data())


def _as_pdf(pages: Sequence[tuple[bytes, int, int]]) -> bytes:
    """The pages as a PDF that holds their JPEGs as they are (ISO 32000-1, DCTDecode)."""
    kids = " ".join(f"{3 + 3 * number} 0 R" for number in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode()]
    for number, (jpeg, wide, high) in enumerate(pages):
        first, scale = 3 + 3 * number, _A4_LONG / max(wide, high)
        across, down = f"{wide * scale:.1f}", f"{high * scale:.1f}"
        drawn = f"q {across} 0 0 {down} 0 0 cm /P Do Q".encode()
        head = f"/Width {wide}/Height {high}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode"
        objects += [
            (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {across} {down}]/Contents {first + 1} 0 R"
                f"/Resources<</XObject<</P {first + 2} 0 R>>>>>>"
            ).encode(),
            f"<</Length {len(drawn)}>>stream\n".encode() + drawn + b"\nendstream",
            f"<</Type/XObject/Subtype/Image{head}/Length {len(jpeg)}>>stream\n".encode() + jpeg + b"\nendstream",
        ]
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, one in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    table = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    made += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(made)
