"""Icons: Lucide drawings coloured from the tokens, drawn once per colour, size and screen."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from massar_desktop.system.resources import resource
from massar_desktop.widgets import tokens

DIRECTIONAL: Final = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo-2", "log-out"},
)
"""Icons that mean "forward" or "back": they turn with the reading direction, the others never do."""


def icon_pixmap(name: str, colour: str, size: int = tokens.ICON, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a pixmap of ``size`` logical pixels; FileNotFoundError for a name not shipped.

    Name direction icons as in a left-to-right text ("chevron-right" is forward); they are mirrored here.
    """
    rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return _drawn(name, colour, size, ratio, rtl and name in DIRECTIONAL)


def icon(name: str, colour: str, size: int = tokens.ICON) -> QIcon:
    """Return an icon for Qt's own parts (menus, line edit actions), sharp on 1x and 2x screens."""
    made = QIcon(icon_pixmap(name, colour, size, 1.0))
    made.addPixmap(icon_pixmap(name, colour, size, 2.0))
    return made


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Draw an icon centred in a rectangle, at the painter's device pixel ratio."""
    size = int(min(rect.width(), rect.height()))
    pixmap = icon_pixmap(name, colour, size, painter.device().devicePixelRatioF())
    left = rect.left() + (rect.width() - size) / 2
    top = rect.top() + (rect.height() - size) / 2
    painter.drawPixmap(QRectF(round(left), round(top), size, size), pixmap, QRectF(pixmap.rect()))


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float, mirrored: bool) -> QPixmap:
    svg = _source(name).replace("currentColor", colour)
    svg = svg.replace('stroke-width="2"', f'stroke-width="{tokens.ICON_STROKE}"')
    pixels = round(size * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored:
        painter.setTransform(QTransform(-1, 0, 0, 1, pixels, 0))
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
