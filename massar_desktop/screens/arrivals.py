"""What changed since I left: the files that other offices or the centre changed, each opened with Enter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from massar_desktop.background.session import Session
from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.screens.exchange_words import both_names
from massar_desktop.screens.following import Following
from massar_desktop.system.wording import field_label, field_of, kind_label
from massar_desktop.widgets.bidi import group, isolate, ltr, short_day
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card, Page
from massar_desktop.widgets.message_line import EmptyState
from massar_desktop.widgets.table import Table
from sync.domain.operation import Move

if TYPE_CHECKING:
    from massar_desktop.queries.arrivals import Arrival, Arrivals

_SHOWN_FIELDS: Final = 5


class ArrivalsScreen(Page):
    """Signals: ``file_opened(int)`` with a dossier, ``left()`` on Escape, ``counted(int)`` with the files changed."""

    file_opened = Signal(object)
    left = Signal()
    counted = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._arrivals: Arrivals | None = None
        self.model, self.table = RowsModel(self), Table()
        self.table.setModel(self.model)
        self.empty = EmptyState("check")
        self.seen, self.back = (
            Button("", "plain", icon="check", key="Ctrl Enter"),
            Button("", "plain", icon="arrow-left", key="Esc"),
        )
        self._build()
        Following(session, self, self.refresh, counted=True)
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Read again what came."""
        replica, clerk = self._session.replica, self._session.clerk

        def read() -> Arrivals:
            from massar_desktop.queries.arrivals import arrivals
            from massar_desktop.queries.asking import Asker
            from sync.client.seen import begin

            begin(replica, clerk)
            with self._session.database.read() as connection:
                return arrivals(connection, Asker(replica.identity, clerk, replica.today()))

        self._session.tasks.run(read, self._show)

    def mark_seen(self) -> None:
        """All of it was looked at: only what comes from now on is news."""
        found, replica, clerk = self._arrivals, self._session.replica, self._session.clerk
        if found is None or not found.files:
            return

        def mark() -> None:
            from sync.client.seen import mark_seen

            mark_seen(replica, clerk, found.upto)

        self._session.tasks.run(mark, lambda _: self.refresh())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter: all seen; Escape leaves."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.mark_seen()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.title.setText(self.tr("What changed since I left"))
        self.seen.setText(self.tr("All seen"))
        self.back.setText(self.tr("Back"))
        self.table.setAccessibleName(self.tr("Files that others changed"))
        self.empty.set_text(
            self.tr("Nothing new from others"),
            self.tr("What other offices and the centre change appears here after an exchange."),
        )
        self._write()

    def _build(self) -> None:
        self.add_action(self.seen)
        self.add_action(self.back)
        self.seen.clicked.connect(self.mark_seen)
        self.back.clicked.connect(self.left)
        self.table.row_opened.connect(self._open)
        card = Card(ground="list")
        card.body.addWidget(self.table)
        inside = QWidget()
        self._stack = QStackedLayout(inside)
        self._stack.addWidget(card)
        self._stack.addWidget(self.empty)
        self.body.addWidget(inside, 1)
        self.setFocusProxy(self.table)

    def _open(self, row: int) -> None:
        dossier = self.model.key_at(row)
        if dossier is not None:
            self.file_opened.emit(dossier)

    def _show(self, found: Arrivals) -> None:
        before = self._arrivals
        self._arrivals = found
        if before is None or before.files != found.files:
            self._write()
        self.counted.emit(found.whole)

    def _write(self) -> None:
        found = self._arrivals
        files = found.files if found is not None else ()
        chosen = self.table.chosen_row()
        titles = (self.tr("Person"), self.tr("What changed"), self.tr("By"), self.tr("Day"))
        self.model.show_rows(titles, [self._row(one) for one in files])
        self.table.set_widths([300, 420, 200, 118], stretched=1)
        self.table.choose_row(min(max(chosen, 0), len(files) - 1))
        self._stack.setCurrentIndex(0 if files else 1)
        self.seen.setEnabled(bool(files))
        self.beside.setText(self._counted(found.whole if found is not None else 0))

    def _counted(self, number: int) -> str:
        return self.tr("%n file(s)", "", number).replace(str(number), group(number), 1) if number else ""

    def _row(self, one: Arrival) -> tuple[int, list[Cell]]:
        first, second = both_names(one.file.name_ar, one.file.name_la)
        number = ltr(one.file.number)
        below = " · ".join(part for part in (isolate(second), number) if part)
        return one.file.dossier, [
            Cell(isolate(first) or self.tr("A file that is not here"), below or " "),
            Cell(self._what(one)),
            Cell(self._authors(one), ink="text2"),
            Cell(ltr(short_day(date.fromisoformat(one.day))), ink="text2"),
        ]

    def _what(self, one: Arrival) -> str:
        words = []
        if one.moved:
            words.append(self._moved(one))
        for kind, name in one.what:
            field = field_of(kind, name) if name else None
            if not name:
                words.append(self.tr("new: %1").replace("%1", kind_label(kind)))
            elif field is not None and not field.system:
                words.append(field_label(kind, name))
        shown = words[:_SHOWN_FIELDS]
        more = len(words) - len(shown)
        said = self.tr(", ").join(shown)
        return f"{said} +{more}" if more else said

    def _moved(self, one: Arrival) -> str:
        if one.moved is Move.CAME:
            return self.tr("the file came")
        there = both_names(*one.there)[0]
        return self.tr("the file left for %1").replace("%1", isolate(there)) if there else self.tr("the file left")

    def _authors(self, one: Arrival) -> str:
        names = []
        for author in one.authors:
            account = self._session.colleague(author)
            if account is not None:
                names.append(isolate(both_names(account.name_ar, account.name_la)[0]))
        return self.tr(", ").join(names) or self.tr("Other office or centre")
