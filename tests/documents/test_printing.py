"""What comes out of a printer and what is kept when there is none."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from massar_desktop.documents.printing import NotPrinted, free_name, keep, send


@pytest.fixture(autouse=True)
def qt(qtbot: QtBot) -> None:
    """Pictures need Qt."""


def page(*, landscape: bool = False) -> bytes:
    """A small page, in the form of A4."""
    image = QImage(*((297, 210) if landscape else (210, 297)), QImage.Format.Format_RGB32)
    image.fill(QColor("#0B6655"))
    content, device = QByteArray(), QBuffer()
    device.setBuffer(content)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(device, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


def to_file(path: Path) -> QPrinter:
    """A printer whose paper is a file."""
    target = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    target.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    target.setOutputFileName(str(path))
    return target


def test_each_copy_has_all_pages_on_a4_edge_to_edge(tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    send(to_file(path), lambda: [page(), page()], copies=2)
    pages = PdfReader(path).pages
    assert len(pages) == 4
    assert [round(float(side)) for side in (pages[0].mediabox.width, pages[0].mediabox.height)] == [595, 842]


def test_a_wide_page_turns_the_paper(tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    send(to_file(path), lambda: [page(landscape=True)], copies=1)
    (only,) = PdfReader(path).pages
    assert only.mediabox.width > only.mediabox.height


@pytest.mark.qt_log_ignore("Painter::begin", extend=True)
def test_a_printer_that_refuses_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotPrinted):
        send(to_file(tmp_path / "nowhere" / "printed.pdf"), lambda: [page()], copies=1)


def test_a_kept_paper_overwrites_nothing_and_its_name_is_one_of_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "Massar"
    first = free_name(folder, "قرار: رخصة 118/2026")
    keep(b"%PDF-1", first)
    second = free_name(folder, "قرار: رخصة 118/2026")
    assert first.name == "قرار- رخصة 118-2026.pdf"
    assert first != second
    assert io.BytesIO(first.read_bytes()).read() == b"%PDF-1"
    assert [path.name for path in folder.iterdir()] == [first.name]
