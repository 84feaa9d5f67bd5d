"""A paper's pages are shown as they are: our own PDFs, those of others, pictures; and what cannot be shown is said."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QImage

from massar_desktop.documents.scan import scanned
from massar_desktop.documents.scan_pages import NotShown, own_pages, pages_of
from massar_desktop.documents.typesetting import drawn
from sync.domain.papers import PAPER_LIMIT
from tests.documents.test_scan import sheet


def foreign_pdf(folder: Path, pages: int) -> bytes:
    """A PDF as another program writes it, page by page of other widths."""
    writer = pypdf.PdfWriter()
    for number in range(pages):
        scan = scanned([sheet(folder / f"{number}.png", wide=600 + 100 * number, high=800), sheet(folder / "x.png")])
        writer.add_page(pypdf.PdfReader(io.BytesIO(scan.content)).pages[0])
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def sizes(pages: list[bytes]) -> list[tuple[int, int]]:
    """Width and height of pictures."""
    images = [QImage.fromData(page) for page in pages]
    return [(image.width(), image.height()) for image in images]


def test_the_pages_of_our_own_pdf_are_its_pictures(tmp_path: Path) -> None:
    scan = scanned([sheet(tmp_path / "a.png", wide=1240, high=1754), sheet(tmp_path / "b.png", wide=1754, high=1240)])
    assert sizes(pages_of(scan.content)) == [(1240, 1754), (1754, 1240)]


def test_the_pages_of_another_programs_pdf_are_drawn_in_their_order_and_form(tmp_path: Path) -> None:
    content = foreign_pdf(tmp_path, 3)
    assert own_pages(content) == []
    found = sizes(pages_of(content))
    assert [round(100 * wide / high) for wide, high in found] == [75, 88, 100]


def test_a_picture_is_shown_as_it_came_and_each_page_of_a_fax(tmp_path: Path) -> None:
    content = scanned([sheet(tmp_path / "a.png")]).content
    assert pages_of(content) == [content]
    fax = sheet(tmp_path / "fax.tif", wide=600, high=800).read_bytes()
    assert sizes(pages_of(fax)) == [(600, 800)]


def test_a_heavy_pdf_is_shown_as_a_light_one_is(tmp_path: Path) -> None:
    light = foreign_pdf(tmp_path, 2)
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(light))
    writer.add_attachment("ballast", random.Random(4).randbytes(PAPER_LIMIT - 2 * len(light) - 4_000))
    made = io.BytesIO()
    writer.write(made)
    heavy = made.getvalue()
    assert 15_000_000 < len(heavy) <= PAPER_LIMIT
    assert pages_of(heavy) == pages_of(light)


@pytest.mark.qt_log_ignore("JPEG", extend=True)
@pytest.mark.parametrize("damage", ["no pages", "no picture", "protected"])
def test_what_cannot_be_shown_is_said(damage: str, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(foreign_pdf(tmp_path, 1)))
    writer.encrypt("secret")
    locked = io.BytesIO()
    writer.write(locked)
    contents = {
        "no pages": b"%PDF-1.4\n%%EOF",
        "no picture": b"\xff\xd8\xff" + bytes(2_000),
        "protected": locked.getvalue(),
    }
    with pytest.raises(NotShown):
        pages_of(contents[damage])


def test_nothing_of_a_template_is_read_by_a_source_that_draws_a_scan() -> None:
    assert len(drawn('#set page(width: 10pt, height: 10pt)\n#sys.inputs.at("data", default: "")', {}, 72)) == 1
