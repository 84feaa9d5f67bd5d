"""Two records of one person: find the other, see both side by side, join them, or part them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.screens.people_reading import PeopleReading
from massar_desktop.screens.person_words import Labels, names_of, shown
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import field_label
from massar_desktop.widgets.bidi import isolate, ltr
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.editors import SearchField
from massar_desktop.widgets.labels import CutLabel, Label
from massar_desktop.widgets.table import Table
from massar_desktop.widgets.translated import Translated
from sync.domain import catalog

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.person import PersonView
    from massar_desktop.queries.search import SearchResult

_MOST: Final = 30
_FOUND_WIDTH: Final = 340


class JoinTab(Translated):
    """Signals: ``join_requested(int, int)`` and ``part_requested(int, int)`` with the record that goes and the one
    that stays.
    """

    join_requested = Signal(object, object)
    part_requested = Signal(object, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._view: PersonView | None = None
        self._other: PersonView | None = None
        self._labels: Labels = {}
        self.reading = PeopleReading(session, self)
        self.search = SearchField()
        self.found, self.compared = RowsModel(self), RowsModel(self)
        self.found_table, self.table = Table(), Table(row_height=34)
        self.found_table.setModel(self.found)
        self.table.setModel(self.compared)
        for table in (self.found_table, self.table):
            policy = table.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            table.setSizePolicy(policy)
            table.hide()
        self._promise = Label("", "sub", "text2", wrap=True)
        self.join = Button(icon="users")
        self.part = Button(icon="undo-2")
        self._joined = CutLabel("", "body", weight=500)
        self._titles = [Label("", "h2"), Label("", "h2")]
        self._build()
        self.search.searched.connect(self._look)
        self.reading.found.connect(self._show_found)
        self.found_table.row_chosen.connect(self._choose)
        self.search.list_requested.connect(self.found_table.setFocus)
        self.join.clicked.connect(self._join)
        self.part.clicked.connect(self._part)
        self.retranslate()

    def show_person(self, view: PersonView) -> None:
        """Show the record that would stay."""
        if self._view is None or self._view.id != view.id:
            self.search.clear()
            self._other = None
            self.found_table.hide()
        self._view = view
        if self._other is not None and any(row.id == self._other.asked for row in view.joined):
            self._other = None
        self.retranslate()

    def compare_with(self, person: int) -> None:
        """Put another record beside this one."""

        seen = self._session.sees_confidential

        def read() -> PersonView | None:
            from massar_desktop.queries.person import person as read_person

            with self._session.database.read() as connection:
                return read_person(connection, person, self._session.replica.today(), confidential=seen)

        self._session.tasks.run(read, self._other_came)

    def set_labels(self, labels: Labels) -> None:
        """Take the labels of codes in the language in force."""
        self._labels = labels
        self.retranslate()

    def compared_person(self) -> int | None:
        """The record beside this one, None for none."""
        return self._other.id if self._other is not None else None

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self._titles[0].setText(self.tr("The other record"))
        self._titles[1].setText(self.tr("Side by side"))
        self.search.setPlaceholderText(self.tr("Name, PPR or CIN of the other record"))
        self.search.setAccessibleName(self.tr("Search for the other record"))
        self.found_table.setAccessibleName(self.tr("Records found"))
        self.table.setAccessibleName(self.tr("Both records side by side"))
        self.join.setText(self.tr("Join the other record to this file"))
        self.part.setText(self.tr("Separate them again"))
        self._promise.setText(
            self.tr("This file stays and shows the rows of both; nothing is lost, and they can be separated again.")
        )
        self._say_joined()
        self._compare()

    def _look(self, query: str) -> None:
        if query.strip():
            self.reading.search(query)
        else:
            self.found_table.hide()

    def _show_found(self, result: SearchResult) -> None:
        own = self._view.id if self._view is not None else 0
        rows = []
        for line in result.lines[:_MOST]:
            if line.id != own:
                first, second = line.names(current_language())
                rows.append((line.id, [Cell(first, second, strong=True), Cell(ltr(line.ppr or line.cin), ink="text2")]))
        self.found.show_rows((self.tr("Name"), self.tr("Number")), rows)
        self.found_table.set_widths([200, 110], stretched=0)
        self.found_table.setVisible(bool(rows))

    def _choose(self, number: int) -> None:
        key = self.found.key_at(number)
        if key is not None:
            self.compare_with(key)

    def _other_came(self, view: PersonView | None) -> None:
        if view is not None and self._view is not None and view.id != self._view.id:
            self._other = view
            self._compare()

    def _compare(self) -> None:
        view, other = self._view, self._other
        self.join.setEnabled(other is not None)
        if view is None or other is None:
            self.table.hide()
            return
        rows = []
        for number, field in enumerate(catalog.BY_NAME["employee"].form_fields):
            mine, theirs = (shown(one.employee, field.name, self._labels) for one in (view, other))
            if mine or theirs:
                differs = mine != theirs
                cells = [
                    Cell(field_label("employee", field.name), ink="text2"),
                    Cell(mine or "-", strong=differs),
                    Cell(theirs or "-", strong=differs, ink="warn" if differs and mine else ""),
                ]
                rows.append((number, cells))
        self.compared.show_rows(("", self.tr("This file, which stays"), self.tr("The other record")), rows)
        self.table.set_widths([200, 230, 230], stretched=1)
        self.table.show()

    def _say_joined(self) -> None:
        joined = self._view.joined if self._view is not None else ()
        names = [isolate(names_of(row)[0] or row.text("ppr") or self.tr("a record without a name")) for row in joined]
        self._joined.setText(self.tr("Joined to this file: %1").replace("%1", ", ".join(names)) if names else "")
        self._joined.setVisible(bool(names))
        self.part.setVisible(bool(names))

    def _join(self) -> None:
        if self._view is not None and self._other is not None:
            self.join_requested.emit(self._other.id, self._view.id)

    def _part(self) -> None:
        if self._view is not None and self._view.joined:
            last = self._view.joined[-1]
            self.part_requested.emit(last.id, self._view.id)

    def _build(self) -> None:
        left = Card()
        left.setFixedWidth(_FOUND_WIDTH)
        left.body.addWidget(self._titles[0])
        left.body.addWidget(self.search)
        left.body.addWidget(self.found_table, 1)
        right = Card()
        head = QHBoxLayout()
        head.addWidget(self._titles[1], 1)
        head.addWidget(self.join)
        joined = QHBoxLayout()
        joined.addWidget(self._joined, 1)
        joined.addWidget(self.part)
        right.body.addLayout(joined)
        right.body.addLayout(head)
        right.body.addWidget(self._promise)
        right.body.addWidget(self.table, 1)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(left)
        across.addWidget(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(across)
