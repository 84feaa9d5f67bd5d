"""Reads and writes of the census, off the UI thread: how far schools are, one list, ticks kept as a draft, the saving.

It holds no widget. A list is saved in one transaction: one CE-ANN for each person of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sync.domain.fields import Value
from sync.domain.operation import Operation

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.asking import Asker
    from massar_desktop.queries.census import CensusLine, SchoolCount
    from massar_desktop.queries.reference import Reference
    from sync.client.drafts import Drafts
    from sync.client.replica import Saved


@dataclass(frozen=True, slots=True)
class Progress:
    """The census of a year: how far each school is, and who is not counted yet, school by school."""

    year: int
    schools: Sequence[SchoolCount]
    uncounted: Sequence[CensusLine] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """One school's list with the ticks that were begun here (what was found, by person)."""

    year: int
    gresa: str
    lines: Sequence[CensusLine]
    begun: Mapping[int, str]
    known: Reference


@dataclass(frozen=True, slots=True)
class Tick:
    """What was found of one person; `mends`: of a list that was sent already."""

    person: int
    found: str
    mends: bool = False


class CensusFlow(QObject):
    """Signals: ``progressed(object)`` with a Progress, ``listed(object)`` with a Listing, ``saved(int)`` with how many
    were noted, ``failed(object)`` with the Exception of a save.
    """

    progressed = Signal(object)
    listed = Signal(object)
    saved = Signal(int)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._question = 0
        self._saving = False

    @property
    def is_saving(self) -> bool:
        """True until the last save has its answer."""
        return self._saving

    def read_schools(self) -> None:
        """Ask how far the schools are."""
        asker = self._asker

        def read() -> Progress:
            from massar_desktop.queries.census import census_year, progress

            who = asker()
            with self._session.database.read() as connection:
                year = census_year(connection, who)
                return Progress(year, *progress(connection, who, year))

        self._session.tasks.run(read, self._progressed, self._fail)

    def read_list(self, year: int, gresa: str) -> None:
        """Ask for the list of a school."""
        self._question += 1
        question, asker = self._question, self._asker

        def read() -> tuple[int, Listing]:
            from massar_desktop.queries.census import school_list
            from massar_desktop.queries.reference import reference

            begun = self._drafts().load(_draft_name(year, gresa))
            with self._session.database.read() as connection:
                who = asker()
                lines = school_list(connection, who, year, gresa)
                ticks = {int(person): found for person, found in begun.typed.items()} if begun is not None else {}
                return question, Listing(year, gresa, lines, ticks, reference(connection, who.today))

        self._session.tasks.run_in_turn(read, self._came, self._fail)  # ticks kept a moment ago come first

    def keep(self, year: int, gresa: str, ticks: Mapping[int, str]) -> None:
        """Keep the ticks that were begun on this computer; none forgets them."""
        kept = {str(person): found for person, found in ticks.items()}

        def write() -> None:
            drafts, name = self._drafts(), _draft_name(year, gresa)
            if kept:
                drafts.save(name, 0, kept, {})
            else:
                drafts.drop(name)

        self._session.tasks.run_in_turn(write, None, self._fail)

    def save(self, year: int, gresa: str, ticks: Sequence[Tick]) -> None:
        """Note what was found of the people of a list; all of them or none."""
        if self._saving or not ticks:
            return
        self._saving = True
        replica, clerk = self._session.replica, self._session.clerk

        def write() -> tuple[Saved, int]:
            from sync.domain import census

            day, rows = replica.today(), replica.new_rows(len(ticks))
            operations: list[Operation] = []
            for row, tick in zip(rows, ticks, strict=True):
                facts: dict[str, Value] = {"year": year, "found": tick.found, "from_on": day, "registered_on": day}
                facts |= {"school": gresa or None, "mended": True if tick.mends else None}
                operations.append(census.tick(row, tick.person, facts))
            saved = replica.record(operations, author=clerk)
            self._drafts().drop(_draft_name(year, gresa))
            return saved, len(ticks)

        self._session.tasks.run_in_turn(write, self._done, self._failed)

    # The receivers are methods of this object: what comes for an object that is gone is dropped (background/tasks.py).

    def _progressed(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _fail(self, wrong: Exception) -> None:
        self.failed.emit(wrong)

    def _done(self, answer: tuple[Saved, int]) -> None:
        saved, count = answer
        self._saving = False
        self._session.changed.emit(saved.changes)
        self.saved.emit(count)

    def _failed(self, wrong: Exception) -> None:
        self._saving = False
        self.failed.emit(wrong)

    def _came(self, answer: tuple[int, Listing]) -> None:
        question, listing = answer
        if question == self._question:
            self.listed.emit(listing)

    def _drafts(self) -> Drafts:
        from sync.client.clock import SystemClock
        from sync.client.drafts import Drafts

        return Drafts(self._session.database, SystemClock())

    def _asker(self) -> Asker:
        from massar_desktop.queries.asking import Asker

        replica = self._session.replica
        return Asker(replica.identity, self._session.clerk, replica.today())


def _draft_name(year: int, gresa: str) -> str:
    return f"census:{year}:{gresa}"
