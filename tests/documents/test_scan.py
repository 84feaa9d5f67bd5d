"""Scans become small grey pages, several of them one PDF that others can read; a PDF stays as it is."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import StreamObject
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from massar_desktop.documents.scan import LONGEST, PAGE_GOAL, NoScan, scanned
from sync.domain.papers import media_of


def sheet(path: Path, *, wide: int = 2480, high: int = 3508, paper: str = "#F4F0E4") -> Path:
    """A page as a scanner makes it at 300 dots an inch: tinted paper, lines of print, a stamp."""
    image = QImage(wide, high, QImage.Format.Format_ARGB32)
    image.fill(QColor(paper) if paper else Qt.GlobalColor.transparent)
    painter = QPainter(image)
    for line in range(200, high - 200, 60):
        for word in range(200, wide - 300, 170):
            painter.fillRect(word, line, 60 + (word * line) % 90, 12, QColor("#202020"))
    painter.setBrush(QColor("#3040C0"))
    painter.drawEllipse(wide // 2, high // 2, 500, 500)
    painter.end()
    assert image.save(str(path))
    return path


def test_a_sheet_becomes_a_grey_page_that_a_line_can_carry(tmp_path: Path) -> None:
    path = sheet(tmp_path / "scan.png")

    scan = scanned([path])

    image = QImage.fromData(scan.content)
    assert (media_of(scan.content), scan.pages, scan.before) == ("jpeg", 1, path.stat().st_size)
    assert len(scan.content) <= PAGE_GOAL
    assert (image.height(), image.isGrayscale()) == (LONGEST, True)


def test_a_picture_with_transparent_paper_is_not_turned_black(tmp_path: Path) -> None:
    scan = scanned([sheet(tmp_path / "scan.png", wide=600, high=800, paper="")])

    assert QImage.fromData(scan.content).pixelColor(5, 5).lightness() > 240


def test_several_pages_become_one_pdf_in_their_order(tmp_path: Path) -> None:
    first, second = sheet(tmp_path / "1.png", wide=900, high=1200), sheet(tmp_path / "2.bmp", wide=1200, high=900)

    scan = scanned([first, second])

    read = pypdf.PdfReader(io.BytesIO(scan.content), strict=True)
    assert (media_of(scan.content), scan.pages) == ("pdf", 2)
    boxes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in read.pages]
    assert boxes == [(632, 842), (842, 632)]
    held = [read.get_object(number) for number in (5, 8)]
    assert all(isinstance(one, StreamObject) for one in held)
    images = [QImage.fromData(one._data) for one in held if isinstance(one, StreamObject)]
    assert [image.width() for image in images] == [900, 1200]


def test_a_pdf_is_taken_as_it_is_but_not_with_pictures(tmp_path: Path) -> None:
    pdf, picture = tmp_path / "a.pdf", sheet(tmp_path / "b.png", wide=60, high=80)
    pdf.write_bytes(b"%PDF-1.4\nanything")

    assert scanned([pdf]).content == pdf.read_bytes()
    with pytest.raises(NoScan) as mixed:
        scanned([picture, pdf])
    assert mixed.value.code == "scan_mixed"


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "scan.jpg"
    path.write_bytes(b"no picture at all")

    with pytest.raises(NoScan) as refused:
        scanned([path])
    assert refused.value.code == "scan_unreadable"
