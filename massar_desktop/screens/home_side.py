"""Beside the work list: the next dates, what wants a decision, what will travel, the files that were opened last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from massar_desktop.screens.exchange_words import ExchangeWords, with_number
from massar_desktop.system.locale import current_language
from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.bidi import ltr, week_day
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.date_line import DateLine, Mark
from massar_desktop.widgets.labels import CutLabel, IconLabel, Label, initials
from massar_desktop.widgets.paint import draw_line, fill_round, text_width, visual
from massar_desktop.widgets.tokens import Tone
from massar_desktop.widgets.translated import Translated

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.recent_files import RecentFile
    from massar_desktop.queries.expected import Expected
    from massar_desktop.queries.figures import StripFigures
    from massar_desktop.screens.exchange import Travels

WIDTH: Final = 296
SHOWN_RECENT: Final = 3
_SOON_DAYS: Final = 3
_ROW: Final = 30
_DISC: Final = 26


class HomeSide(Translated):
    """Cards that are filled from outside; in a low window the last ones are left out.

    Signals: ``conflicts_requested()``, ``exchange_requested()``, ``person_opened(object)`` with a dossier.
    """

    conflicts_requested = Signal()
    exchange_requested = Signal()
    person_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._dates: tuple[tuple[str, int], ...] | None = None
        self._today = ""
        self._conflicts = self._tray = 0
        self._travels: Travels | None = None
        self._recent: Sequence[RecentFile] = ()
        self._words = ExchangeWords(self)
        self.line, self._no_dates = DateLine(), Label("", "sub", "text2", wrap=True)
        self.decide = Button("", "quiet", icon="git-compare", key="F6")
        self.send = Button("", "plain", icon="arrow-up-down", key="F9")
        self._wanted = Label("", "sub", "text2", wrap=True)
        self.going = [_Fact(icon, tone) for icon, tone in _GOING]
        self.files = [_FileRow() for _ in range(SHOWN_RECENT)]
        self.cards = [Card("…") for _ in range(4)]
        self._build()
        self.retranslate()

    def show_dates(self, dates: tuple[tuple[str, int], ...], today: str) -> None:
        """Show the next days on which something is due."""
        self._dates, self._today = dates, today
        self.retranslate()

    def show_figures(self, figures: StripFigures) -> None:
        """Show what wants a decision."""
        self._conflicts, self._tray = figures.conflicts, figures.tray
        self.retranslate()

    def show_travels(self, travels: Travels) -> None:
        """Show what the next exchange would carry."""
        self._travels = travels
        self.retranslate()

    def show_recent(self, files: Sequence[RecentFile]) -> None:
        """Show the files opened last, the newest first."""
        self._recent = files[:SHOWN_RECENT]
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        for card, title in zip(
            self.cards,
            (self.tr("Next dates"), self._waits(), self.tr("What will travel"), self.tr("Opened last")),
            strict=True,
        ):
            card.set_title(title)
        self._write_dates()
        self._wanted.setText(self.tr("Both values are kept until you choose. Nothing is lost."))
        self.decide.setText(self.tr("Decide"))
        self._write_travels()
        self.send.setText(self.tr("Send and receive"))
        for row, one in zip(self.files, [*self._recent, *[None] * SHOWN_RECENT], strict=False):
            row.show_file(one)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit."""
        super().resizeEvent(event)
        self._fit()

    def _waits(self) -> str:
        wanted = self._conflicts + self._tray
        return with_number(self.tr("%n thing(s) want your decision", "", wanted), wanted)

    def _write_dates(self) -> None:
        dates = self._dates or ()
        marks = [Mark(self.tr("Today"), _short(self._today))] if self._today else []
        told = []
        for day, number in dates:
            words = with_number(self.tr("%n act(s)", "", number), number)
            left = (date.fromisoformat(day) - date.fromisoformat(self._today)).days
            tone: Tone = "danger" if left == 0 else "warn" if left <= _SOON_DAYS else "plum"
            if left == 0:
                marks[0] = Mark(words, _short(day), tone)
            else:
                marks.append(Mark(words, _short(day), tone))
            told.append(f"{week_day(date.fromisoformat(day))}: {words}")
        self.line.show_marks(marks, "\n".join(told))
        self.line.setVisible(bool(dates))
        self._no_dates.setText(self.tr("No deadline is near."))
        self._no_dates.setVisible(not dates)

    def _write_travels(self) -> None:
        if self._travels is None:
            return
        waiting, coming = self._travels.waiting, self._travels.expected
        sent, scans, come = self.going
        size = waiting.whole_size if waiting.operations else 0
        sent.write(self._words.operations(waiting.operations), self._figures(size))
        scans.write(self._words.waiting("scans", waiting.papers), self._figures(waiting.papers_now(every=False)))
        scans.setVisible(waiting.papers > 0)
        come.write(self.tr("Received, about"), self._come(coming))

    def _figures(self, size: int) -> str:
        seconds = self._travels.waiting.seconds(size) if self._travels is not None else None
        parts = [self._words.size(size) if size else "—"]
        if size and seconds is not None:
            parts.append(self._words.seconds(seconds))
        return " · ".join(parts)

    def _come(self, coming: Expected | None) -> str:
        return self._figures(coming.size) if coming is not None else self.tr("not known yet")

    def minimumSizeHint(self) -> QSize:
        """Return no height: what does not fit is not shown, and the strip and the rail say it, too."""
        return QSize(WIDTH, 0)

    def _fit(self) -> None:
        """Show the cards that have something to say, the most pressing first, as long as they fit whole."""
        dates, decide, travel, recent = self.cards
        said = {
            decide: bool(self._conflicts + self._tray),
            travel: self._travels is not None,
            dates: self._dates is not None,
            recent: bool(self._recent),
        }
        room = self.height()
        for card, anything in said.items():
            needed = card.sizeHint().height()
            card.setVisible(anything and needed <= room)
            room -= needed + self._column.spacing() if anything else 0

    def _build(self) -> None:
        dates, decide, travel, recent = self.cards
        for card in self.cards:
            theme.restyle(card.title, "role", "h3")
        for part in (self.line, self._no_dates):
            dates.body.addWidget(part)
        decide.head.addWidget(self.decide)
        decide.body.addWidget(self._wanted)
        travel.body.setSpacing(4)
        for fact in self.going:
            travel.body.addWidget(fact)
        travel.body.addWidget(self.send)
        recent.body.setSpacing(0)
        for row in self.files:
            recent.body.addWidget(row)
            row.clicked.connect(lambda _on=False, row=row: self.person_opened.emit(row.person()))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.ROOMY.gap)
        for card in self.cards:
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            self._column.addWidget(card)
        self._column.addStretch(1)
        self.decide.clicked.connect(self.conflicts_requested)
        self.send.clicked.connect(self.exchange_requested)


_GOING: Final[tuple[tuple[str, Tone], ...]] = (("file-text", "accent"), ("paperclip", "info"), ("download", "plum"))


def _short(day: str) -> str:
    """dd/MM of an ISO day: the year of what is near is this one's."""
    return f"{day[8:]}/{day[5:7]}" if day else ""


class _Fact(QWidget):
    """An icon, a caption, and its figures at the end edge."""

    def __init__(self, icon: str, tone: Tone) -> None:
        super().__init__()
        self._caption, self._figures = CutLabel("", "sub"), Label("", "sub", weight=600)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, tone, tokens.ICON_BUTTON))
        row.addWidget(self._caption, 1)
        row.addWidget(self._figures)

    def write(self, caption: str, figures: str) -> None:
        """Write both."""
        self._caption.setText(caption)
        self._figures.setText(figures)
        self.setAccessibleName(f"{caption}: {figures}")


class _FileRow(QAbstractButton):
    """One file: initial, name, PPR; Enter or Space opens it."""

    def __init__(self) -> None:
        super().__init__()
        self._file: RecentFile | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_ROW)

    def show_file(self, file: RecentFile | None) -> None:
        """Show another file, None for none."""
        self._file = file
        self.setVisible(file is not None)
        if file is not None:
            self.setText(file.named.name(current_language()))
            self.setAccessibleDescription(file.named.ppr)
        self.update()

    def person(self) -> int:
        """The dossier shown."""
        return self._file.person if self._file is not None else 0

    def sizeHint(self) -> QSize:
        """Return the width of the card."""
        return QSize(WIDTH - 2 * tokens.ROOMY.card_x, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        if self._file is None:
            return
        painter, table = QPainter(self), theme.colours()
        painter.setLayoutDirection(self.layoutDirection())
        if self.hasFocus() or self.underMouse():
            border = table.accent if self.hasFocus() else None
            fill_round(painter, QRectF(self.rect()), tokens.RADIUS_FIELD, table.sunken, border)
        disc = self._place(2, _DISC)
        fill_round(painter, QRectF(disc), _DISC / 2, table.soft("accent"))
        draw_centred = int(Qt.AlignmentFlag.AlignCenter)
        painter.setFont(theme.font("cap", 600))
        painter.setPen(table.accent)
        painter.drawText(disc, draw_centred, initials(self.text()))
        ppr = text_width(self._file.named.ppr, theme.font("cap")) + 4
        room = self.width() - _DISC - 12 - ppr - 6
        draw_line(painter, self._place(_DISC + 12, room), self.text(), theme.font("sub"), table.text)
        painter.setFont(theme.font("cap"))
        painter.setPen(table.text2)
        painter.drawText(self._place(self.width() - ppr - 2, ppr), draw_centred, ltr(self._file.named.ppr))

    def _place(self, x: int, width: int) -> QRect:
        height = _DISC if width == _DISC else self.height()
        logical = QRect(x, (self.height() - height) // 2, width, height)
        return visual(self.layoutDirection(), self.rect(), logical)
