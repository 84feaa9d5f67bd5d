"""Every value that changed in a file: when, by whom, from what to what, and how far it has travelled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QStackedLayout

from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.screens.person_words import Labels
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import field_label, field_of, kind_label, value_text, verb_label, verdict_label
from massar_desktop.widgets.bidi import isolate, ltr, short_day
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.chip import ChipSpec
from massar_desktop.widgets.message_line import EmptyState
from massar_desktop.widgets.table import Table
from massar_desktop.widgets.tokens import Tone
from massar_desktop.widgets.translated import Translated

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.history import FieldChange, HistoryLine

_STATES: Final[Mapping[str, tuple[Tone, str]]] = {
    "open": ("neutral", "monitor"),
    "sealed": ("warn", "clock"),
    "doubtful": ("danger", "triangle-alert"),
    "conflict": ("danger", "git-compare"),
    "rejected": ("danger", "circle-x"),
    "irregular": ("danger", "triangle-alert"),
}


class HistoryTab(Translated):
    """One row for each value, newest first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._lines: Sequence[HistoryLine] = ()
        self._labels: Labels = {}
        self.model, self.table = RowsModel(self), Table()
        self.table.setModel(self.model)
        self._empty = EmptyState("history")
        card = Card(ground="list")
        card.body.addWidget(self.table)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(card)
        self._stack.addWidget(self._empty)
        self.retranslate()

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show other changes."""
        self._lines = lines
        self.retranslate()

    def set_labels(self, labels: Labels) -> None:
        """Take the labels of codes in the language in force."""
        self._labels = labels
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language in force."""
        self.table.setAccessibleName(self.tr("Changes of this file"))
        self._empty.set_text(
            self.tr("Nothing has changed here"),
            self.tr("Changes older than this office's first copy are kept at the centre."),
        )
        titles = (self.tr("Day"), self.tr("By"), self.tr("What"), self.tr("From"), self.tr("To"), self.tr("State"))
        rows = [self._row(number, line, one) for number, (line, one) in enumerate(self._values())]
        self.model.show_rows(titles, rows)
        self.table.set_widths([118, 160, 200, 180, 190, 236], stretched=2)
        self._stack.setCurrentIndex(0 if rows else 1)

    def _values(self) -> list[tuple[HistoryLine, FieldChange | None]]:
        found: list[tuple[HistoryLine, FieldChange | None]] = []
        for line in self._lines:
            values = [one for one in line.changes if _told(line.kind, one.name)]
            found += [(line, one) for one in values] or [(line, None)]
        return found

    def _row(self, number: int, line: HistoryLine, one: FieldChange | None) -> tuple[int, list[Cell]]:
        title = verb_label(line.verb) if one is None else field_label(line.kind, one.name)
        kind = "" if line.kind == "employee" else kind_label(line.kind)
        before = "" if one is None else self._text(line, one, one.before)
        after = "" if one is None else self._text(line, one, one.after)
        state = self.tr("At the centre") if line.state == "received" else verdict_label(line.state)
        tone, icon = _STATES.get(line.state, ("ok", "circle-check"))
        return number, [
            Cell(ltr(short_day(date.fromisoformat(line.day))), ink="text2"),
            Cell(self._author(line), ink="text2"),
            Cell(title, kind, strong=True),
            Cell(before, ink="text2"),
            Cell(after or "-", strong=True),
            Cell(chip=ChipSpec(state, tone, icon)),
        ]

    def _text(self, line: HistoryLine, one: FieldChange, value: object) -> str:
        field = field_of(line.kind, one.name)
        if field is None or not (value is None or isinstance(value, (str, int))):
            return ""
        return value_text(line.kind, field, value, self._labels)

    def _author(self, line: HistoryLine) -> str:
        account = self._session.colleague(line.author)
        if account is not None:
            return isolate(account.name_ar if current_language() == "ar" else account.name_la)
        own = line.device == self._session.replica.identity.device
        return self.tr("This office") if own else self.tr("Another office")


def _told(kind: str, name: str) -> bool:
    field = field_of(kind, name)
    return field is not None and (not field.system or name in ("withdrawn", "merged_into"))
