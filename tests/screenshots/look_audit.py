"""Whether what is drawn keeps to the look: colours and type sizes of the token table, no palette or font of Qt's own,
and each text in the direction of the interface."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextBrowser, QWidget

from massar_desktop.system.crash_window import BOTH_LANGUAGES
from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.bidi import FSI, LRI, LRM, RLM
from massar_desktop.widgets.editors import CodeEdit
from tests.screenshots.shown_words import Said, plain

FLAT_PIXELS: Final = 2_500
"""So many pixels of one colour are a ground or a bar: edges of letters and lines mix fewer of each shade."""
PROGRESS_SIZE: Final = 34
_SIZES: Final = frozenset({kind.size for kind in tokens.TYPE.values()} | {PROGRESS_SIZE})
_ROLES: Final = (
    QPalette.ColorRole.Window,
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Base,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.Button,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.Highlight,
)
_OPAQUE: Final = 255
_PAPER: Final = frozenset({"#FFFFFF", "#FEFEFE"})
"""A page as it will be printed is white in the dark, too; beside its lines, scaling makes it a shade less white."""


def known_colours() -> frozenset[str]:
    """Every colour of the table in force, and the white of paper."""
    return frozenset(colour.upper() for colour in theme.colours().table().values()) | _PAPER


def of_picture(picture: QImage) -> Iterator[str]:
    """Yield each ground of a picture that is no token; at 150 % a line of one pixel is one and a half, and mixed."""
    if picture.devicePixelRatio() % 1:
        return
    pixels = memoryview(picture.constBits()).cast("B").cast("I")
    known = known_colours()
    for pixel, number in Counter(pixels.tolist()).items():
        colour = QColor.fromRgb(pixel).name().upper()
        if number >= FLAT_PIXELS and colour not in known:
            yield f"a colour that is no token, {colour} on {number} pixels"


def of_ink(ink: str, said: Said) -> Iterator[str]:
    """Yield a colour of letters that is no token."""
    if ink.upper() not in known_colours():
        yield f"a colour that is no token, {ink}: {plain(said.text)[:40]!r}"


def of_type(said: Said) -> Iterator[str]:
    """Yield a size of letters that is no token, also inside a page of rich text."""
    sizes = _of_page(said.widget) if isinstance(said.widget, QTextBrowser) else {said.widget.font().pixelSize()}
    for size in sorted(sizes - _SIZES):
        yield f"a type size that is no token, {size} px: {plain(said.text)[:40]!r}"


def of_palette(widget: QWidget) -> Iterator[str]:
    """Yield a role of a widget's palette that Qt chose, and not the look."""
    known = known_colours()
    for role in _ROLES:
        brush = widget.palette().brush(QPalette.ColorGroup.Active, role)
        colour = brush.color()
        if (
            brush.style() is Qt.BrushStyle.SolidPattern
            and colour.alpha() == _OPAQUE
            and colour.name().upper() not in known
        ):
            yield f"a palette of Qt's own, {role.name} {colour.name().upper()}"
            return


def of_direction(said: Said) -> Iterator[str]:
    """Yield a text that reads from the wrong side, or would stick to it."""
    widget = said.widget
    text = widget.text() if isinstance(widget, QLabel) else said.text
    if isinstance(widget, CodeEdit) or text.lstrip(LRM + RLM).startswith(LRI) or _lies_on_ltr(widget):
        return
    whole = QApplication.layoutDirection()
    if widget.window().property(BOTH_LANGUAGES) and not _goes_both_ways(text):
        whole = _strong(text) or whole  # there each text has to go its own way
    if widget.layoutDirection() != whole:
        yield f"reads from the other side: {plain(text)[:40]!r}"
    if isinstance(widget, QLabel) and not text.startswith((LRM, RLM, FSI)) and _strong(text) not in (None, whole):
        yield f"sticks to the other side: {plain(text)[:40]!r}"


def _lies_on_ltr(widget: QWidget) -> bool:
    """Whether the widget, or the editor it is a part of, is one for codes."""
    above = widget.parentWidget()
    return isinstance(above, CodeEdit) or (isinstance(above, QLineEdit) and isinstance(widget, QLabel))


def _strong(text: str) -> Qt.LayoutDirection | None:
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind == "L":
            return Qt.LayoutDirection.LeftToRight
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
    return None


def _goes_both_ways(text: str) -> bool:
    """Whether a text has words of both directions, as a button of both languages has."""
    return len({_strong(sign) for sign in text} - {None}) > 1


def _of_page(page: QTextBrowser) -> set[int]:
    found: set[int] = set()
    block = page.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            found.add(pieces.fragment().charFormat().font().pixelSize())
            pieces += 1
        block = block.next()
    return found
