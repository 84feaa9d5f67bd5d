"""Words and icons at rest: labels with a type role, icons, icon tiles, the initial of a person."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.bidi import LRM, RLM, lead
from massar_desktop.widgets.icons import paint_icon
from massar_desktop.widgets.paint import fill_round
from massar_desktop.widgets.tokens import Role, Tone


class Label(QLabel):
    """A label with a type role, an ink ("text2", "text3" or a tone) and, if need be, a weight of 500 or 600.

    It reads in the direction of the interface: a plain QLabel takes its own from the first strong letter,
    so a Latin name would stick to the left.
    """

    def __init__(
        self, text: str = "", role: Role = "body", ink: str = "", *, wrap: bool = False, weight: int = 0
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if ink:
            self.setProperty("tone", ink)
        if weight:
            self.setProperty("weight", str(weight))
        self.setWordWrap(wrap)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text, led by the mark of the interface's direction."""
        super().setText(lead(text) if text else "")

    def set_ink(self, ink: str) -> None:
        """Change the colour: "", "text2", "text3" or a tone."""
        theme.restyle(self, "tone", ink)

    def changeEvent(self, event: QEvent) -> None:
        """Take the other direction when the language changes: a name is not written again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.text():
            super().setText(lead(self.text().lstrip(RLM + LRM)))


class CutLabel(Label):
    """A label of one line that never asks for width: what does not fit is cut and told in a tooltip."""

    def __init__(self, text: str = "", role: Role = "body", ink: str = "", *, weight: int = 0) -> None:
        self._whole = ""
        super().__init__(text, role, ink, weight=weight)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Keep the whole text and show as much of it as fits."""
        if text != self._whole:
            self._whole = text
            self._cut()

    def whole_text(self) -> str:
        """Return the text before cutting."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut again at the new width."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width() - 2, 0))
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class IconLabel(QWidget):
    """An icon in a tone; it never stands without a word beside it."""

    def __init__(self, name: str, tone: Tone = "neutral", size: int = tokens.ICON) -> None:
        super().__init__()
        self._name, self._tone = name, tone
        self.setFixedSize(size, size)

    def set_icon(self, name: str, tone: Tone) -> None:
        """Show another icon or tone."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the colours in force."""
        painter = QPainter(self)
        paint_icon(painter, QRectF(self.rect()), self._name, theme.colours().tone(self._tone))


class IconTile(QWidget):
    """An icon on a soft square of its tone, before a line of two texts."""

    def __init__(self, name: str, tone: Tone = "accent", size: int = 36) -> None:
        super().__init__()
        self._name, self._tone = name, tone
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the square and its icon."""
        painter = QPainter(self)
        table = theme.colours()
        fill_round(painter, QRectF(self.rect()), tokens.RADIUS_FIELD, table.soft(self._tone))
        half = (self.width() - tokens.ICON) / 2
        inner = QRectF(self.rect()).adjusted(half, half, -half, -half)
        paint_icon(painter, inner, self._name, table.tone(self._tone))


def initials(name: str) -> str:
    """Return the letter that stands for a name: one in Arabic, up to two in Latin ("AF")."""
    words = [word for word in name.split() if word]
    if not words:
        return ""
    if "\u0600" <= words[0][0] <= "\u06ff":
        return words[0][0]
    return "".join(word[0].upper() for word in (words[0], *words[1:][-1:]))


class Avatar(QWidget):
    """The initial of a person on a soft disc; accent for staff files, plum for the one who works here."""

    def __init__(self, name: str = "", tone: Tone = "accent", size: int = 32) -> None:
        super().__init__()
        self._letters, self._tone = initials(name), tone
        self.setFixedSize(size, size)

    def set_name(self, name: str) -> None:
        """Show the initial of another name."""
        self._letters = initials(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc and the letters."""
        painter = QPainter(self)
        table = theme.colours()
        fill_round(painter, QRectF(self.rect()), self.width() / 2, table.soft(self._tone))
        font = theme.font("h3")
        font.setPixelSize(max(12, round(self.width() * (0.36 if len(self._letters) == 1 else 0.34))))
        painter.setFont(font)
        painter.setPen(QColor(table.tone(self._tone)))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._letters)


class ProductMark(QWidget):
    """The sign of the product: a white م on the accent colour."""

    def __init__(self, size: int = 30) -> None:
        super().__init__()
        self.setFixedSize(size, size)

    def sizeHint(self) -> QSize:
        """Return the fixed size."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        painter = QPainter(self)
        table = theme.colours()
        fill_round(painter, QRectF(self.rect()), self.width() * 0.22, table.accent)
        font = theme.font("h2", 700)
        font.setPixelSize(round(self.width() * 0.56))
        painter.setFont(font)
        painter.setPen(QColor(table.on_accent))
        # The letter hangs under the line: lift it by an eighth to look centred.
        lifted = QRect(0, -self.height() // 10, self.width(), self.height())
        painter.drawText(lifted, int(Qt.AlignmentFlag.AlignCenter), "م")

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.update()
