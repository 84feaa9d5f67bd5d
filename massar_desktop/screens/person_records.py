"""The family or the diplomas of a person: a short list, and a form for the chosen one or a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from massar_desktop.forms.form import RecordForm
from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.screens.draft_keeper import DraftKeeper
from massar_desktop.screens.person_flow import Wanted
from massar_desktop.screens.person_reason import ReasonAsk
from massar_desktop.screens.person_words import marks_of
from massar_desktop.widgets import tokens
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.table import Table
from massar_desktop.widgets.translated import Translated
from sync.domain import catalog
from sync.domain.operation import Verb
from sync.domain.record import WITHDRAWN, Row

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.person import PersonView

_MOST_ROWS: Final = 4


@dataclass(frozen=True, slots=True)
class Listing:
    """How one kind of record is listed: its titles, the cells of a row, and the words of its buttons."""

    kind: str
    section: str
    titles: Callable[[], Sequence[str]]
    cells: Callable[[Row, PersonView], Sequence[Cell]]
    widths: Sequence[int]
    heading: Callable[[], str]
    add: Callable[[], str]


class RecordsTab(Translated):
    """Signals: ``edited()`` when something is typed, ``withdraw_requested(object)`` with a Wanted."""

    edited = Signal()
    withdraw_requested = Signal(object)

    def __init__(self, session: Session, listing: Listing, above: QWidget | None = None) -> None:
        super().__init__()
        self.listing = listing
        self._view: PersonView | None = None
        self._row: Row | None = None
        self.form = RecordForm(catalog.BY_NAME[listing.kind], parent=self)
        self.keeper = DraftKeeper(session, self.form, self)
        self.model, self.table = RowsModel(self), Table()
        self.table.setModel(self.model)
        self.add, self.withdraw = Button(kind="quiet", icon="plus"), Button(kind="quiet", icon="trash-2")
        self._title = Label("", "h2")
        self.editing = Label("", "h3")
        self.reason = ReasonAsk()
        self._build(above)
        self.form.edited.connect(lambda _name: self._typed())
        self.table.row_chosen.connect(self._choose)
        self.add.clicked.connect(self.start_new)
        self.withdraw.clicked.connect(self.reason.ask)
        self.reason.given.connect(self._withdraw)
        self.retranslate()

    def show_person(self, view: PersonView) -> None:
        """Show the records of a dossier; what is typed for one of them stays."""
        same = self._view is not None and self._view.id == view.id
        self._view = view
        chosen = self._row.id if same and self._row is not None else None
        self._list()
        rows = {row.id: row for row in view.standing(self.listing.kind)}
        if same and (chosen is None or chosen in rows) and (self.form.is_typed() or chosen is not None):
            self._row = rows.get(chosen) if chosen is not None else None
            self.form.refresh(self._row.values if self._row else {})
            self.table.choose_row(self.model.row_of(chosen) if chosen is not None else -1)
        else:
            self._open(None, take=view.id)
        self._mark()

    def start_new(self) -> None:
        """Empty the form for a record to add."""
        if self._view is None:
            return
        self.keeper.let_go()
        self.table.choose_row(-1)
        self._open(None, take=self._view.id)
        self.form.focus_first()

    def wanted(self) -> list[Wanted]:
        """What a save should write: the typed values that can be read."""
        changes = self.form.typed.changes()
        if not changes:
            return []
        if self._row is None:
            return [Wanted(self.listing.kind, None, 0, changes)]
        return [Wanted(self.listing.kind, self._row.id, self._row.dossier, changes)]

    def after_save(self) -> None:
        """The record was saved: an added one leaves the form free for the next."""
        if self._row is None and self.form.is_typed() and not self.form.typed.unreadable():
            self.keeper.forget()
            self.form.load({})

    def set_choices(self, choices: dict[str, list[tuple[str, str]]]) -> None:
        """Offer the codes of reference tables."""
        self.form.set_choices(choices)

    def let_go(self) -> None:
        """The person is left: keep what is typed, forget whose it was."""
        if self._view is None:
            return
        self.keeper.let_go()
        self._view = self._row = None
        self.form.load({})

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self._title.setText(self.listing.heading())
        self.table.setAccessibleName(self.listing.heading())
        self.add.setText(self.listing.add())
        self.withdraw.setText(self.tr("Withdraw..."))
        self.form.retranslate()
        self._list()
        self._name_form()
        self._mark()

    def _typed(self) -> None:
        self._name_form()
        self.edited.emit()

    def _list(self) -> None:
        view = self._view
        rows = view.standing(self.listing.kind) if view is not None else ()
        chosen = self._row.id if self._row is not None else None
        self.table.blockSignals(True)
        cells = [(row.id, self.listing.cells(row, view)) for row in rows] if view is not None else []
        self.model.show_rows(self.listing.titles(), cells)
        self.table.set_widths(list(self.listing.widths), stretched=0)
        shown = min(max(len(cells), 1), _MOST_ROWS)
        self.table.setFixedHeight(tokens.TABLE_HEADER + shown * tokens.TABLE_ROW + 2)
        if chosen is not None:
            self.table.choose_row(self.model.row_of(chosen))
        self.table.blockSignals(False)

    def _choose(self, number: int) -> None:
        key = self.model.key_at(number)
        if key is None or self._view is None or (self._row is not None and self._row.id == key):
            return
        row = next((one for one in self._view.standing(self.listing.kind) if one.id == key), None)
        self.keeper.let_go()
        self._open(row, take=self._view.id)

    def _open(self, row: Row | None, *, take: int) -> None:
        self._row = row
        self.form.load(row.values if row is not None else {})
        own = str(row.id) if row is not None else f"new:{take}"
        self.keeper.take(f"{self.listing.kind}:{own}", take)
        self.reason.hide()
        self._mark()

    def _mark(self) -> None:
        view, row = self._view, self._row
        self.form.set_pending(marks_of(view, row) if view is not None and row is not None else {})
        self._name_form()

    def _name_form(self) -> None:
        cells = self.listing.cells(self._row, self._view) if self._row is not None and self._view is not None else ()
        self.editing.setText(cells[0].text if cells else self.listing.add())
        self.withdraw.setVisible(self._row is not None)

    def _withdraw(self, reason: str) -> None:
        if self._row is None:
            return
        wanted = Wanted(self.listing.kind, self._row.id, self._row.dossier, {WITHDRAWN: reason}, Verb.WITHDRAW)
        self.keeper.forget()
        self.form.load(self._row.values)
        self.withdraw_requested.emit(wanted)

    def _build(self, above: QWidget | None) -> None:
        inside = QWidget()
        inside.setProperty("kind", "canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if above is not None:
            column.addWidget(above)
        listed = Card(ground="list")
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 16, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.add)
        listed.body.addLayout(head)
        listed.body.addWidget(self.table)
        column.addWidget(listed)
        column.addWidget(self._form_card())
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _form_card(self) -> Card:
        card = self.form.section(self.listing.section, titled=False)
        card.head.insertWidget(0, self.editing)
        card.head.addWidget(self.withdraw)
        card.body.insertWidget(0, self.reason)
        return card
