"""The bar over every screen: the product, the way to the search, the language and who works here."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy

from massar_desktop.system.locale import Language, current_language
from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.card import Line, two_lines
from massar_desktop.widgets.icons import paint_icon
from massar_desktop.widgets.labels import Avatar, CutLabel, Label, ProductMark
from massar_desktop.widgets.language_switch import LanguageSwitch
from massar_desktop.widgets.paint import (
    CAP_HEIGHT,
    draw_key,
    draw_line,
    fill_round,
    key_cap_width,
    text_width,
    visual,
)
from massar_desktop.widgets.translated import Translated

_WHO_WIDTH: Final = 220
"""A longer name or directorate is cut, so that the search keeps its place."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is signed in and for which directorate, in both scripts."""

    name_ar: str
    name_fr: str
    place_ar: str
    place_fr: str

    def name(self, language: Language) -> str:
        """Return the name in the script of a language."""
        return self.name_ar if language == "ar" else self.name_fr

    def place(self, language: Language) -> str:
        """Return the directorate in a language."""
        return self.place_ar if language == "ar" else self.place_fr


class SearchOpener(QAbstractButton):
    """Looks like the search field and leads to it, by click or by its key (Ctrl K)."""

    _KEY = "Ctrl K"

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(34)
        self.setMinimumWidth(200)
        self.setMaximumWidth(440)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        # Its key leads to the search from everywhere; Tab goes straight to the page.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Ask for the width of the look."""
        return QSize(440, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field at rest, with its key."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        table = theme.colours()
        fill_round(painter, QRectF(self.rect()), tokens.RADIUS_FIELD, table.sunken)
        paint_icon(painter, QRectF(self._place(12, 16, 16)), "search", table.text2)
        key = self._place(self.width() - key_cap_width(self._KEY) - 8, key_cap_width(self._KEY), CAP_HEIGHT)
        words = self._place(36, self.width() - 44 - key.width() - 8, self.height())
        draw_line(painter, words, self.text(), theme.font("body"), table.text3)
        fill_round(painter, QRectF(key), tokens.RADIUS_KEY, table.surface, table.line)
        draw_key(painter, key, self._KEY, table.text2)

    def _place(self, x: int, width: int, height: int) -> QRect:
        logical = QRect(x, (self.height() - height) // 2, width, height)
        return visual(self.layoutDirection(), self.rect(), logical)


class TopBar(Translated):
    """Signals: ``search_requested()``, ``language_chosen(str)``."""

    search_requested = Signal()
    language_chosen = Signal(str)

    def __init__(self, identity: Identity) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self._identity = identity
        self._product = Label("", "h3")
        self.search = SearchOpener()
        self.search.clicked.connect(self.search_requested)
        self.switch = LanguageSwitch(current_language())
        self.switch.language_chosen.connect(self.language_chosen)
        self._avatar = Avatar("", "plum")
        self._name, self._place = CutLabel("", "sub", weight=600), CutLabel("", "cap", "text3")
        self._who = two_lines(self._name, self._place)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        mark = QHBoxLayout()
        mark.setSpacing(10)
        mark.addWidget(ProductMark())
        mark.addWidget(self._product, 1)
        row.addLayout(mark)
        row.addWidget(self.search, 10)
        row.addStretch(6)
        row.addWidget(self.switch)
        row.addWidget(Line(standing=True, length=24))
        row.addWidget(self._avatar)
        row.addWidget(self._who)
        # The search starts where the pages start: the rail, one page margin, less the bar's own.
        self._product.setFixedWidth(tokens.RAIL_WIDTH + tokens.ROOMY.margin_x - 16 - 30 - 10 - 10)
        self.set_compact(compact=False)
        self.retranslate()

    def set_identity(self, identity: Identity) -> None:
        """Show another clerk."""
        self._identity = identity
        self.retranslate()

    def set_compact(self, *, compact: bool) -> None:
        """Take the height of the roomy or the compact window."""
        self.setFixedHeight((tokens.COMPACT if compact else tokens.ROOMY).top_bar)

    def retranslate(self) -> None:
        """Write the bar in the language in force."""
        language = current_language()
        self._product.setText(self.tr("Massar Desktop"))
        self.search.setText(self.tr("Search for a person, PPR or CIN…"))
        self.search.setToolTip(self.tr("Search people (Ctrl K)"))
        self.switch.set_language(language)
        self._avatar.set_name(self._identity.name(language))
        name, place = self._identity.name(language), self._identity.place(language)
        self._name.setText(name)
        self._place.setText(place)
        widths = text_width(name, theme.font("sub", 600)), text_width(place, theme.font("cap"))
        self._who.setFixedWidth(min(max(widths) + 6, _WHO_WIDTH))


class PracticeBand(Translated):
    """The band over everything in practice: nobody takes invented people for real ones."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(tokens.BAND_HEIGHT)
        self.retranslate()

    def text(self) -> str:
        """Return what the band says: both languages, whichever is in force, then what it means."""
        return self._text

    def retranslate(self) -> None:
        """Write the band in the language in force."""
        meaning = self.tr("invented people, nothing here touches real files")
        self._text = f"تدريب \u00b7 FORMATION \u00b7 {meaning}"
        self.setAccessibleName(self._text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the band."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        table = theme.colours()
        painter.fillRect(self.rect(), QColor(table.warn))
        painter.setFont(theme.font("cap", 600))
        painter.setPen(QColor(table.surface))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._text)
