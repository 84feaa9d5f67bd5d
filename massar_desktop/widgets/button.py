"""Buttons that show their key, and key caps alone. The key is part of the label."""

from typing import Final, Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.icons import paint_icon
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.paint import (
    CAP_HEIGHT,
    draw_key,
    draw_key_cap,
    fill_round,
    key_cap_width,
    text_width,
    translucent,
    visual,
)

Kind = Literal["plain", "primary", "quiet", "danger"]
_PAD: Final[dict[Kind, int]] = {"plain": 14, "primary": 14, "danger": 14, "quiet": 8}
_GAP: Final = 8


class Button(QPushButton):
    """A button with an optional icon and key cap: ``Button("Export", "quiet", icon="download")``.

    At most one primary button per screen. ``key`` is shown ("Ctrl P"); with ``bind=True`` it also works,
    and it survives a change of language (QAbstractButton.setText drops the shortcut).
    """

    def __init__(
        self, text: str = "", kind: Kind = "plain", *, icon: str = "", key: str = "", bind: bool = False
    ) -> None:
        super().__init__()
        self._kind: Kind = kind
        self._icon, self._key, self._bind = icon, key, bind
        self.setProperty("kind", kind)
        self.setFixedHeight(tokens.QUIET_HEIGHT if kind == "quiet" else tokens.FIELD_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text and keep the key at work; the same text again costs no layout."""
        if text and text == self.text():
            return
        super().setText(text)
        if self._bind and self._key:
            self.setShortcut(QKeySequence(self._key.replace(" ", "+")))
        self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Show another key, "" for none; what it does is not changed."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def set_icon(self, name: str) -> None:
        """Show another icon; an empty name shows none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of icon, text and key with their padding."""
        return QSize(self._content_width() + 2 * _PAD[self._kind], self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: a label with a key is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground by the style sheet and the label by hand."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        if self._kind == "primary" and self.hasFocus():
            self._draw_ring(painter)
        self._draw_content(painter)

    def _content_width(self) -> int:
        icon = tokens.ICON_BUTTON + _GAP if self._icon else 0
        key = _GAP + 2 + key_cap_width(self._key) if self._key else 0
        return icon + text_width(self.text(), theme.font("body", 500)) + key

    def _draw_content(self, painter: QPainter) -> None:
        ink = self._ink()
        x = (self.width() - self._content_width()) // 2
        if self._icon:
            box = self._place(x, tokens.ICON_BUTTON, tokens.ICON_BUTTON)
            paint_icon(painter, QRectF(box), self._icon, ink)
            x += tokens.ICON_BUTTON + _GAP
        width = text_width(self.text(), theme.font("body", 500))
        painter.setFont(theme.font("body", 500))
        painter.setPen(QColor(ink))
        painter.drawText(self._place(x, width, self.height()), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self._key:
            cap = self._place(x + width + _GAP + 2, key_cap_width(self._key), CAP_HEIGHT)
            draw_key_cap(painter, cap, self._key, self._cap_ink(), self._cap_ground())

    def _place(self, x: int, width: int, height: int) -> QRect:
        logical = QRect(x, (self.height() - height) // 2, width, height)
        return visual(self.layoutDirection(), self.rect(), logical)

    def _draw_ring(self, painter: QPainter) -> None:
        """Two pixels of text colour, then two of the ground: visible on every ground."""
        table = theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, inset in ((table.text, 1.0), (table.surface, 3.0)):
            painter.setPen(QPen(QColor(colour), 2))
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, tokens.RADIUS_FIELD - inset, tokens.RADIUS_FIELD - inset)

    def _ink(self) -> str:
        table = theme.colours()
        if not self.isEnabled():
            return table.text3
        inks: dict[Kind, str] = {
            "plain": table.text,
            "primary": table.on_accent,
            "quiet": table.accent,
            "danger": table.danger,
        }
        return inks[self._kind]

    def _cap_ground(self) -> str:
        table = theme.colours()
        if self._kind == "primary" and self.isEnabled():
            return translucent(table.on_accent, 0.12)
        return table.surface if self.underMouse() or not self.isEnabled() else table.sunken

    def _cap_ink(self) -> str:
        table = theme.colours()
        if self._kind == "primary" and self.isEnabled():
            return table.on_accent
        return table.text2


class KeyCap(QWidget):
    """A key by itself: "Ctrl K"."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setFixedSize(key_cap_width(key), CAP_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key."""
        table = theme.colours()
        painter = QPainter(self)
        fill_round(painter, QRectF(self.rect()), tokens.RADIUS_KEY, table.surface, table.line)
        painter.fillRect(QRect(3, self.height() - 2, self.width() - 6, 1), QColor(table.line))
        draw_key(painter, self.rect(), self._key, table.text2)


class KeyHint(QWidget):
    """A key and what it does, for the line of keys under a list."""

    def __init__(self, key: str, text: str = "") -> None:
        super().__init__()
        self._label = Label(text, "cap", "text3")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(KeyCap(key))
        row.addWidget(self._label)

    def set_text(self, text: str) -> None:
        """Say what the key does."""
        self._label.setText(text)
