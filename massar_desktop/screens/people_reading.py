"""Reading for the people list, off the UI thread: the order, each search, pages of lines, labels of codes.

One search runs at a time; of those typed meanwhile only the last is run next, so a fast typist never waits for keys
that she has already typed over.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from massar_desktop.system.locale import current_language

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.people import PeopleFilter, PeopleOrder, PersonLine, Sort
    from massar_desktop.queries.people_orders import Arranged
    from massar_desktop.queries.reference import Reference
    from massar_desktop.queries.search import SearchResult


class PeopleReading(QObject):
    """Signals: ``found(object)`` with a SearchResult, ``page_read(int, int, object)`` with turn, first row and lines,
    ``reference_read(object)`` with a Reference, ``failed(object)`` with an Exception.
    """

    found = Signal(object)
    page_read = Signal(int, int, object)
    reference_read = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._query = ""
        self._narrowed: PeopleFilter | None = None
        self._sort: Sort | None = None
        self.retires = False
        """Whether the day on which each leaves is shown."""
        self._order: PeopleOrder | None = None
        self._order_of: Arranged | None = None
        """What it was read for: another language puts names in another order."""
        self._running = self._wanted = False

    @property
    def query(self) -> str:
        """What was asked for last."""
        return self._query

    @property
    def is_read(self) -> bool:
        """True when it is known who is there: the next search needs no more than itself."""
        return self._order is not None

    @property
    def _arranged(self) -> Arranged:
        """What the order depends on."""
        return self._narrowed, self._sort, current_language()

    def search(self, query: str) -> None:
        """Find people; the answer comes with ``found``."""
        self._query = query
        self._next()

    def narrow(self, narrowed: PeopleFilter) -> None:
        """Search again within another filter."""
        self._narrowed, self._order = narrowed, None
        self._next()

    def sort(self, sort: Sort) -> None:
        """Search again in another order."""
        self._sort, self._order = sort, None
        self._next()

    def arrange(self, query: str, narrowed: PeopleFilter, sort: Sort) -> None:
        """All at once: a kept list."""
        self._query, self._narrowed, self._sort, self._order = query, narrowed, sort, None
        self._next()

    def again(self) -> None:
        """Read everything again: somebody's name, number or place may have changed."""
        self._order = None
        self._next()

    def read_page(self, turn: int, first: int, people: array[int]) -> None:
        """Read the lines of a page."""
        query, retires, today = self._query, self.retires, self._session.replica.today

        def read() -> tuple[int, int, list[PersonLine]]:
            from massar_desktop.queries.people import page

            with self._session.database.read() as connection:
                return turn, first, page(connection, people, today(), query, retires=retires)

        self._session.tasks.run(read, self._page_came, self._fail)

    def read_reference(self) -> None:
        """Read code tables and schools."""

        def read() -> Reference:
            from massar_desktop.queries.reference import reference

            with self._session.database.read() as connection:
                return reference(connection, self._session.replica.today())

        self._session.tasks.run(read, self._reference_came, self._fail)

    def _next(self) -> None:
        if self._running:
            self._wanted = True
            return
        self._running, self._wanted = True, False
        query, retires = self._query, self.retires
        arranged = self._arranged
        order = self._order if self._order_of == arranged else None
        today, orders = self._session.replica.today, self._session.orders

        def read() -> tuple[Arranged, PeopleOrder, SearchResult]:
            from massar_desktop.queries.search import search

            known = order if order is not None else orders.read(arranged)
            with self._session.database.read() as connection:
                return arranged, known, search(connection, query, known, today(), retires=retires)

        self._session.tasks.run(read, self._came, self._fail)

    def _came(self, answer: tuple[Arranged, PeopleOrder, SearchResult]) -> None:
        arranged, order, result = answer
        self._running, self._order_of = False, arranged
        if self._wanted or arranged != self._arranged:
            # Another filter, another day or another language: its order is read anew where it was dropped.
            self._order = order if self._order is not None and arranged == self._arranged else None
            self._next()
            return
        self._order = order
        self.found.emit(result)

    def _page_came(self, answer: tuple[int, int, list[PersonLine]]) -> None:
        self.page_read.emit(*answer)

    def _reference_came(self, known: Reference) -> None:
        self.reference_read.emit(known)

    def _fail(self, wrong: Exception) -> None:
        self._running = False
        self.failed.emit(wrong)
