"""What is wrong with a window as it is drawn: words that cannot be read, are cut, missing or in another language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QImage, QPalette, QRawFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from massar_desktop.screens.palette import Palette
from massar_desktop.widgets import counter, theme, tokens
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.chip import Chip, chip_width
from massar_desktop.widgets.labels import CutLabel, Label
from massar_desktop.widgets.rail import RailButton
from massar_desktop.widgets.scrolled import WHOLE
from tests.screenshots import look_audit
from tests.screenshots.shown_words import English, Said, plain, said_by, visible

LOWEST_CONTRAST: Final = 4.5
SCREENS: Final = {"1366x768": (1366, 690), "1920x1080 at 150 %": (1280, 650)}
"""What a task bar and a title bar leave of the smallest screen, and of the usual one at the largest scaling: pixels
that the layout counts, 1920x1080 being 1280x720 of them at 150 %."""
_TITLES: Final = ("h1", "h2", "h3")
_PLACEHOLDER_EDGE: Final = 22
_CELL_EDGE: Final = 12
_OURS_PAINTED: Final = ("text", "text2", "text3")


class Audit:
    """Looks at one window and its picture; ``faults()`` gives what it found, one sentence each."""

    def __init__(self, window: QWidget, picture: QImage, english: English) -> None:
        self._window, self._english = window, english
        self._front = _front(window)
        self._picture = picture.convertToFormat(QImage.Format.Format_RGB32)

    def faults(self) -> list[str]:
        """Return every fault once, in the order of the widgets."""
        found = [*self._of_size(), *look_audit.of_picture(self._cut(self._front, self._front.rect()))]
        for widget in visible(self._front):
            found += [f"{fault}: {path_of(widget)}" for fault in self._of_widget(widget)]
        return list(dict.fromkeys(found))

    def _of_size(self) -> Iterator[str]:
        area = self._window.findChild(QScrollArea, WHOLE)
        content = area.widget() if isinstance(area, QScrollArea) else None
        needed = (content or self._window).minimumSizeHint()
        for screen, (width, height) in SCREENS.items():
            low = self._window.height() < tokens.COMPACT_BELOW  # a higher one is roomy, and takes more
            if needed.width() > width or (low and needed.height() > height):
                yield f"needs {needed.width()}x{needed.height()}, a screen of {screen} has {width}x{height}"

    def _of_widget(self, widget: QWidget) -> Iterator[str]:
        yield from _of_emptiness(widget)
        yield from look_audit.of_palette(widget)
        name = plain(widget.accessibleName())
        if name and self._english.left(name):
            yield f"left in English for a screen reader: {name!r}"
        for said in said_by(widget):
            text = plain(said.text)
            if not text:
                continue
            if self._english.left(text):
                yield f"left in English: {text!r}"
            yield from _of_font(said)
            yield from look_audit.of_type(said)
            yield from look_audit.of_direction(said)
            yield from _of_room(said)
            yield from self._of_contrast(said)

    def _of_contrast(self, said: Said) -> Iterator[str]:
        ground = self._ground(said)
        if ground is None:
            return
        for ink in inks(said.widget):
            yield from look_audit.of_ink(ink, said)
            ratio = tokens.contrast(ink, ground)
            if ratio < LOWEST_CONTRAST:
                yield f"contrast {ratio:.1f} of {ink} on {ground}: {plain(said.text)[:40]!r}"

    def _ground(self, said: Said) -> str | None:
        """Return the colour that most of the place of a text has, None when nothing of it is in the picture."""
        place = said.part or said.widget.rect()
        seen = place & said.widget.visibleRegion().boundingRect()
        if seen.isEmpty():
            return None
        cut = self._cut(said.widget, seen)
        if cut.isNull():
            return None
        # Four bytes a pixel, rows without a gap: the most frequent colour lies behind the letters.
        pixels = memoryview(cut.constBits()).cast("B").cast("I")
        (most, _), *_ = Counter(pixels.tolist()).most_common(1)
        return QColor.fromRgb(most).name().upper()

    def _cut(self, widget: QWidget, part: QRect) -> QImage:
        """A part of a widget out of the picture, which has more pixels than the window on a scaled screen."""
        scale = self._picture.devicePixelRatio()
        start = widget.mapTo(self._window, part.topLeft())
        place = QRect(QPoint(round(start.x() * scale), round(start.y() * scale)), part.size() * scale)
        return self._picture.copy(place & self._picture.rect())


def _front(window: QWidget) -> QWidget:
    """What can be worked: the box of the palette where one is open, over a window that is greyed meanwhile."""
    boxes = (palette.findChild(QFrame, "palette") for palette in window.findChildren(Palette) if palette.isVisible())
    return next((box for box in boxes if isinstance(box, QWidget)), window)


def inks(widget: QWidget) -> list[str]:
    """Return the colours a widget writes with, as its palette or its own painting takes them from the tokens."""
    table = theme.colours()
    if isinstance(widget, QTextBrowser):
        return sorted(_inks_of_page(widget))
    if isinstance(widget, Button):
        return [widget._ink()]
    if isinstance(widget, Chip):
        return [table.tone(widget.spec().tone)]
    group = QPalette.ColorGroup.Active if widget.isEnabled() else QPalette.ColorGroup.Disabled
    if isinstance(widget, QLabel | QCheckBox):
        return [widget.palette().color(group, widget.foregroundRole()).name().upper()]
    if isinstance(widget, QLineEdit):
        role = QPalette.ColorRole.Text if widget.text() else QPalette.ColorRole.PlaceholderText
        return [widget.palette().color(group, role).name().upper()]
    return [table.table()[name] for name in _OURS_PAINTED]


def _inks_of_page(page: QTextBrowser) -> set[str]:
    found: set[str] = set()
    block = page.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            found.add(pieces.fragment().charFormat().foreground().color().name().upper())
            pieces += 1
        block = block.next()
    return found


def _of_emptiness(widget: QWidget) -> Iterator[str]:
    in_a_field = isinstance(widget, QToolButton) and isinstance(widget.parentWidget(), QLineEdit)
    named = isinstance(widget, QAbstractButton) and (plain(widget.text()) or plain(widget.accessibleName()))
    if isinstance(widget, QAbstractButton) and not in_a_field and not named:
        yield "a button without a word"
    if isinstance(widget, Label) and widget.property("role") in _TITLES and not _whole(widget):
        yield "a title without a word"


def _whole(label: Label) -> str:
    return plain(label.whole_text() if isinstance(label, CutLabel) else label.text())


def _of_font(said: Said) -> Iterator[str]:
    font = said.widget.font()
    family = QFontInfo(font).family()
    if family != tokens.UI_FAMILY:
        yield f"drawn in {family!r}: {plain(said.text)[:40]!r}"
    face = QRawFont.fromFont(font)
    lacking = {sign for sign in plain(said.text) if not sign.isspace() and not face.supportsCharacter(ord(sign))}
    if lacking:
        yield f"signs that the font does not have: {''.join(sorted(lacking))!r} in {plain(said.text)[:40]!r}"


def _of_room(said: Said) -> Iterator[str]:
    widget, text = said.widget, plain(said.text)
    if isinstance(widget, CutLabel):
        return  # it cuts on purpose, and tells the whole in a tooltip
    needed, room = _width(said)
    if needed > room:
        yield f"cut off, {needed} px in {room}: {text[:60]!r}"
    if isinstance(widget, QLabel) and widget.wordWrap() and widget.heightForWidth(widget.width()) > widget.height():
        yield f"cut off in height, {widget.heightForWidth(widget.width())} px in {widget.height()}: {text[:60]!r}"
    if isinstance(widget, QLabel | QAbstractButton) and not _scrolls(widget):
        seen = widget.visibleRegion().boundingRect()
        if seen != widget.rect():
            part = f"{seen.width()}x{seen.height()} px of {widget.width()}x{widget.height()}"
            yield f"out of its place, {part} are seen: {text[:60]!r}"


def _width(said: Said) -> tuple[int, int]:
    """Return how wide a text is and how much room it has, in pixels; nothing is asked of lists, which cut by rule."""
    widget = said.widget
    if said.part is not None:
        return _width_of_part(said, said.part)
    measure = QFontMetrics(widget.font()).horizontalAdvance
    if isinstance(widget, RailButton | counter.Counter):
        return widget.needed_width(), widget.width()
    if isinstance(widget, QLabel):
        longest = max(said.text.split(), key=len, default="")
        return measure(longest if widget.wordWrap() else said.text), widget.contentsRect().width()
    if isinstance(widget, Button | Chip | QCheckBox):
        return widget.sizeHint().width(), widget.width()
    if isinstance(widget, QLineEdit) and not widget.text():
        return measure(said.text) + _PLACEHOLDER_EDGE, widget.width()
    return 0, 0


def _width_of_part(said: Said, part: QRect) -> tuple[int, int]:
    """The same for chips of a list, headers of its columns (not of hidden ones) and tabs that scroll away."""
    widget, room = said.widget, part.width() - 2 * _CELL_EDGE
    if said.chip is not None:
        return chip_width(said.chip), room
    if isinstance(widget, QHeaderView) and part.width() > 0:
        return QFontMetrics(theme.font("cap", 500)).horizontalAdvance(said.text), room
    if isinstance(widget, QTabBar) and widget.usesScrollButtons():
        return widget.sizeHint().width(), widget.width()
    return 0, 0


def _scrolls(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea) and above.objectName() != WHOLE:
            return True
        above = above.parentWidget()
    return False


def path_of(widget: QWidget) -> str:
    """Return where a widget is: the classes above it that are not Qt's, from the outermost."""
    names: list[str] = []
    above: QWidget | None = widget
    while above is not None:
        kind = type(above)
        if not kind.__module__.startswith("PySide6") or above is widget:
            names.append(kind.__name__ + (f"#{above.objectName()}" if above.objectName() else ""))
        above = above.parentWidget()
    return " > ".join(reversed(names))
