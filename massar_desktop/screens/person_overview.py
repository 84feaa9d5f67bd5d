"""The first part of a file, for the counter: what wants an eye, what is under way, the last papers, the present state.

Each line opens with Enter where it is worked on. What the file's own rows say stands at once; the rest follows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.screens.file_parts import SITUATION, Aim
from massar_desktop.screens.overview_lines import Line, lines_of
from massar_desktop.screens.people_balances import BalancesPart
from massar_desktop.screens.person_words import Labels, cadre_line, rank_line, shown
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import choice_label, field_label
from massar_desktop.widgets.bidi import group, isolate, ltr
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.message_line import EmptyState
from massar_desktop.widgets.rows import Facts
from massar_desktop.widgets.table import Heading, Table
from massar_desktop.widgets.translated import Translated
from sync.domain.fields import show_day

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.overview import Overview
    from massar_desktop.queries.person import PersonView

AFTER_MS: Final = 40
"""A thread that reads takes Python from the one that still paints the file."""
_ROW_HEIGHT: Final = 50
_SIDE: Final = 372
_WIDTHS: Final = [260, 166, 160]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is on the screen: the dossier, and what was read beside it so far."""

    view: PersonView
    more: Overview | None = None


class OverviewTab(Translated):
    """Signals: ``opened(object)`` with the Aim of the line that was opened, ``conflicts_requested()``."""

    opened = Signal(object)
    conflicts_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: _Shown | None = None
        self._lines: list[Line] = []
        self._labels: Labels = {}
        self.model, self.table = RowsModel(self), Table(row_height=_ROW_HEIGHT)
        self.table.setModel(self.model)
        self.facts, self.balances = Facts(wrap=True), BalancesPart()
        self.situation = Button(kind="quiet", icon="map-pin", key="Ctrl 2")
        self._now, self._empty = Card("…"), EmptyState("circle-check")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_MS)
        self._soon.timeout.connect(self._read)
        self._build()
        self.table.row_opened.connect(self._open)
        self.situation.clicked.connect(lambda _=False: self.opened.emit(Aim(SITUATION)))
        self.retranslate()

    def show_person(self, view: PersonView) -> None:
        """Show a dossier at once, and read what stands beside it once this is painted."""
        same = self._shown is not None and self._shown.view.id == view.id
        self._shown = _Shown(view, self._shown.more if same and self._shown is not None else None)
        self._write()
        self._soon.start()

    def _read(self) -> None:
        if self._shown is None:
            return
        view, replica, clerk = self._shown.view, self._session.replica, self._session.clerk

        def read() -> tuple[PersonView, Overview]:
            from massar_desktop.queries.asking import Asker
            from massar_desktop.queries.overview import overview

            with self._session.database.read() as connection:
                return view, overview(connection, view, Asker(replica.identity, clerk, replica.today()))

        self._session.tasks.run(read, self._came)

    def set_reference(self, labels: Labels) -> None:
        """Take the labels of codes in the language in force."""
        self._labels = labels
        self._write()

    def sentences(self) -> list[str]:
        """What the lines say, in order, and what they say to do."""
        return [" ".join(filter(None, (line.cells[0].text, line.cells[0].second))) for line in self._lines]

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.table.setAccessibleName(self.tr("What wants an eye in this file"))
        self._now.set_title(self.tr("Situation today"))
        self.situation.setText(self.tr("All of it"))
        self._empty.set_text(
            self.tr("Nothing waits on this file"), self.tr("F4 begins an act, Ctrl P prints, Ctrl 1 is who she is.")
        )
        self._write()

    def _came(self, answer: tuple[PersonView, Overview]) -> None:
        view, more = answer
        if self._shown is not None and self._shown.view is view:
            self._shown = _Shown(view, more)
            self._write()

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._lines):
            aim = self._lines[row].aim
            if aim is None:
                self.conflicts_requested.emit()
            else:
                self.opened.emit(aim)

    def _write(self) -> None:
        said = self._shown
        if said is None:
            return
        today = self._session.replica.today()
        chosen = self.table.chosen_row()
        self._lines = lines_of(said.view, said.more, today, self._labels)
        titles = (self.tr("What wants an eye"), self.tr("State"), self.tr("Day"))
        self.model.show_rows(titles, self._rows())
        if self.table.columnWidth(1) != _WIDTHS[1]:
            self.table.set_widths(_WIDTHS, stretched=0)
        self.table.head_rows(self.model.headed_rows())
        self.table.choose_row(min(max(chosen, 0), len(self._lines) - 1))
        self._stack.setCurrentIndex(0 if self._lines or said.more is None else 1)
        self.facts.write(self._facts(said))
        self.balances.show_amounts(said.more.balances, said.more.sick) if said.more else self.balances.hide()

    def _rows(self) -> list[tuple[int, Sequence[Cell]]]:
        """The lines, the first of each group with its heading and how many there are in all."""
        words = self._groups()
        rows: list[tuple[int, Sequence[Cell]]] = []
        before = ""
        for number, line in enumerate(self._lines):
            cells = line.cells
            if line.group != before:
                heading = Heading(words[line.group], group(line.whole), "text")
                cells = (replace(cells[0], heading=heading), *cells[1:])
            rows.append((number, cells))
            before = line.group
        return rows

    def _groups(self) -> Mapping[str, str]:
        return {
            "look": self.tr("To look at"),
            "running": self.tr("Acts under way"),
            "papers": self.tr("Last papers"),
            "notes": self.tr("Notes"),
        }

    def _facts(self, said: _Shown) -> list[tuple[str, str]]:
        view, more, language = said.view, said.more, current_language()
        situation = view.situation
        found = [(field_label("employee", "phone"), shown(view.employee, "phone", {}))]
        if situation is not None:
            until = situation.text("position_until")
            position = choice_label("situation", "position", situation.get("position") or "activity")
            till = self.tr("%1 until %2").replace("%1", position).replace("%2", shown(situation, "position_until", {}))
            found += [
                (field_label("situation", "position"), till if until else position),
                (self.tr("Cadre, grade"), cadre_line(situation, self._labels)),
                (self.tr("Échelle, échelon"), rank_line(situation)),
                (self.tr("Échelon since"), shown(situation, "echelon_since", {})),
                *self._paces(more),
                (field_label("situation", "school"), isolate(view.school[0 if language == "ar" else 1])),
                (self.tr("There since"), shown(situation, "school_since", {})),
                (field_label("situation", "function"), shown(situation, "function", self._labels)),
            ]
        if more is not None and more.retires is not None:
            found.append((self.tr("Age limit"), ltr(show_day(more.retires.from_on))))
        return [(caption, fact) for caption, fact in found if fact]

    def _paces(self, more: Overview | None) -> list[tuple[str, str]]:
        """From when to when the next échelon may come, by her pace."""
        if more is None or not more.paces:
            return []
        days = [ltr(show_day(day)) for day in sorted({min(more.paces.values()), max(more.paces.values())})]
        return [(self.tr("Next échelon"), " … ".join(days))]

    def _build(self) -> None:
        card = Card(ground="list")
        card.body.addWidget(self.table)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(card)
        self._stack.addWidget(self._empty)
        self._now.head.addWidget(self.situation)
        self._now.body.addWidget(self.facts)
        self._now.body.addWidget(self.balances)
        inside = QWidget()
        inside.setProperty("kind", "canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._now)
        column.addStretch(1)
        side = QScrollArea()
        side.setWidget(inside)
        side.setWidgetResizable(True)
        side.setFixedWidth(_SIDE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(place, 1)
        row.addWidget(side)
        self.setFocusProxy(self.table)
