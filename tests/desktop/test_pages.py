"""Pages on the screen: as they are on paper, and held no larger than they are shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from massar_desktop.widgets.pages import Pages

WIDTH, HEIGHT = 400, 600


def page(dot: str) -> bytes:
    """A white page with a block of a colour in its middle, as a PNG."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    for x in range(100, 300):
        for y in range(200, 400):
            image.setPixelColor(x, y, QColor(dot))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know no buffer
    return bytes(buffer.data().data())


def shown(qtbot: QtBot, content: bytes, width: int) -> tuple[Pages, QImage]:
    """The widget with one page, and what it paints."""
    pages = Pages()
    qtbot.addWidget(pages)
    pages.resize(width, HEIGHT * width // WIDTH)
    pages.show_pages([content])
    pages.show()
    return pages, pages.grab().toImage()


@pytest.mark.parametrize(("dot", "bytes_a_dot"), [("#202020", 1), ("#a02020", 4)])
def test_a_page_is_held_as_large_as_it_is_shown_and_a_grey_one_by_a_byte_a_dot(
    qtbot: QtBot, dot: str, bytes_a_dot: int
) -> None:
    pages, seen = shown(qtbot, page(dot), WIDTH // 2)
    (held,) = pages._pictures.values()
    assert held.depth() == 8 * bytes_a_dot
    ratio = pages.devicePixelRatioF()
    assert (held.width(), held.height()) == (WIDTH / 2 * ratio, HEIGHT / 2 * ratio)
    assert seen.pixelColor(int(100 * ratio), int(150 * ratio)) == QColor(dot)
    assert seen.pixelColor(int(20 * ratio), int(20 * ratio)) == QColor(Qt.GlobalColor.white)


def test_another_width_is_another_picture_and_none_is_held_out_of_sight(qtbot: QtBot) -> None:
    pages, _ = shown(qtbot, page("#202020"), WIDTH // 2)
    pages.resize(WIDTH, HEIGHT)
    pages.grab()
    (held,) = pages._pictures.values()
    assert held.width() == WIDTH * pages.devicePixelRatioF()
    pages.hide()
    assert not pages._pictures
