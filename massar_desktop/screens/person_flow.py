"""What the person screen asks of the office's file, off the UI thread: read, save, undo, look numbers up.

It decides which operations a save is made of; it holds no widget.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sync.domain import catalog
from sync.domain.entities.note import NOTE_KINDS
from sync.domain.entities.reading import OPENED
from sync.domain.fields import Value
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.history import HistoryLine
    from massar_desktop.queries.person import Holder, PersonView
    from massar_desktop.queries.reference import Reference
    from sync.client.replica import Changes, Saved


@dataclass(frozen=True, slots=True)
class Wanted:
    """One record as a form gives it to be saved; `row` is None for a new one, `dossier` 0 for the open one."""

    kind: str
    row: int | None
    dossier: int = 0
    fields: Mapping[str, Value] = field(default_factory=dict)
    verb: Verb | None = None


class PersonFlow(QObject):
    """Signals: ``read(object)`` with a PersonView or None, ``elsewhere(object)`` with what is known (a Row) of
    somebody whose file is not here, ``saved(object)`` with a Saved, ``created(int)``,
    ``failed(object)`` with the Exception of a save (Refused, StorageError), ``undone(bool)``: False when too late;
    ``held(str, str, object)`` with a field, its value and the others who hold it, ``history_read(object)``,
    ``reference_read(object)``.
    """

    read = Signal(object)
    elsewhere = Signal(object)
    saved = Signal(object)
    created = Signal(object)
    failed = Signal(object)
    undone = Signal(bool)
    held = Signal(str, str, object)
    history_read = Signal(object)
    reference_read = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = 0
        self._dossier = 0
        self._last: Saved | None = None
        self._saving = False

    @property
    def can_undo(self) -> bool:
        """True when the last save of this screen was not undone yet."""
        return self._last is not None

    def open(self, person: int) -> None:
        """Read a dossier; the answer comes with ``read``. The last save can be undone as long as it is open."""
        if person != self._dossier:
            self._last = None
        self._asked = self._dossier = person
        self._read(is_opened=True)

    def close(self) -> None:
        """Nobody is open: a new person is being typed in."""
        self._asked = self._dossier = 0
        self._last = None

    def read_again(self) -> None:
        """Read the open dossier again."""
        self._read(is_opened=False)

    def _read(self, *, is_opened: bool) -> None:
        if not self._asked:
            return
        asked, seen = self._asked, self._session.sees_confidential

        def read() -> tuple[int, PersonView | Row | None]:
            from massar_desktop.queries.person import elsewhere, person

            with self._session.database.read() as connection:
                found = person(connection, asked, self._session.replica.today(), confidential=seen)
                other = elsewhere(connection, asked) if found is None else None
            if found is not None and is_opened:
                self._session.note_reading(found.confidential, OPENED)
            return asked, found or other

        self._session.tasks.run(read, self._came)

    def read_reference(self) -> None:
        """Read code tables and schools."""

        def read() -> Reference:
            from massar_desktop.queries.reference import reference

            with self._session.database.read() as connection:
                return reference(connection, self._session.replica.today())

        self._session.tasks.run(read, self._reference_came)

    def read_history(self, dossiers: Sequence[int]) -> None:
        """Read who changed what in some dossiers."""
        device, seen = self._session.replica.identity.device, self._session.sees_confidential

        def read() -> list[HistoryLine]:
            from massar_desktop.queries.history import history

            with self._session.database.read() as connection:
                return history(connection, dossiers, device, confidential=seen)

        self._session.tasks.run(read, self._history_came)

    def look_up(self, name: str, value: str) -> None:
        """Ask who else holds a PPR or CIN."""
        own = self._dossier

        def read() -> tuple[str, str, list[Holder]]:
            from massar_desktop.queries.person import holders

            with self._session.database.read() as connection:
                return name, value, holders(connection, name, value, own)

        self._session.tasks.run(read, self._held)

    def save(self, wanted: Sequence[Wanted]) -> None:
        """Save records of the open dossier, in one transaction; a new person opens her own dossier."""
        if self._saving or not wanted:
            return
        self._saving = True
        new = sum(1 for one in wanted if one.row is None)

        def fresh() -> list[int]:
            return self._session.replica.new_rows(new) if new else []

        def record(rows: list[int]) -> None:
            operations = self._operations(wanted, rows)
            self._session.record(operations, lambda saved: self._saved(saved, operations), self._failed)

        self._session.tasks.run(fresh, record, self._failed)

    def join(self, gone: int, keep: int) -> None:
        """Make two records of one person one: `gone` leads to `keep` from now on."""
        self._pair(Verb.JOIN, gone, keep, {"merged_into": keep})

    def part(self, gone: int, keep: int) -> None:
        """Take a join back."""
        self._pair(Verb.PART, gone, keep, {})

    def undo(self) -> None:
        """Undo the last save of this screen, if it has not been offered to the centre."""
        last, self._last = self._last, None
        if last is None:
            return

        self._session.tasks.run_in_turn(lambda: self._session.replica.undo(*last.numbers), self._undone, self._failed)

    def _pair(self, verb: Verb, gone: int, keep: int, fields: dict[str, Value]) -> None:
        if self._saving:
            return
        self._saving = True
        operation = Operation(verb=verb, kind="employee", row=gone, dossier=gone, other=keep, fields=fields)
        self._session.record([operation], lambda saved: self._saved(saved, [operation]), self._failed)

    def _operations(self, wanted: Sequence[Wanted], rows: list[int]) -> list[Operation]:
        fresh = iter(rows)
        operations = []
        for one in wanted:
            row = one.row if one.row is not None else next(fresh)
            if not self._dossier:
                self._dossier = row  # the first record of a new dossier is the person's own
            fields = dict(one.fields)
            root = catalog.BY_NAME[one.kind].root
            if one.row is None and root is not None:
                fields[root] = self._dossier
            if one.row is None and one.kind in NOTE_KINDS:
                fields["written_by"] = self._session.clerk
            verb = one.verb or (Verb.CREATE if one.row is None else Verb.CORRECT)
            dossier = one.dossier or self._dossier
            operations.append(Operation(verb=verb, kind=one.kind, row=row, dossier=dossier, fields=fields))
        return operations

    def _came(self, answer: tuple[int, PersonView | Row | None]) -> None:
        asked, found = answer
        if asked != self._asked:
            return
        if isinstance(found, Row):
            self.close()
            self.elsewhere.emit(found)
            return
        self._dossier = found.id if found is not None else 0
        self.read.emit(found)

    def _saved(self, saved: Saved, operations: Sequence[Operation]) -> None:
        self._saving = False
        self._last = saved
        self.saved.emit(saved)
        for operation in operations:
            if operation.verb is Verb.CREATE and operation.kind == "employee":
                self._asked = operation.row
                self.created.emit(operation.row)
        self.read_again()

    def _failed(self, wrong: Exception) -> None:
        self._saving = False
        if not self._asked:
            self._dossier = 0  # the new person was not made
        self.failed.emit(wrong)

    def _undone(self, changes: Changes | None) -> None:
        if changes is not None:
            self._session.changed.emit(changes)
        self.undone.emit(changes is not None)
        self.read_again()

    def _reference_came(self, known: Reference) -> None:
        self.reference_read.emit(known)

    def _history_came(self, lines: list[HistoryLine]) -> None:
        self.history_read.emit(lines)

    def _held(self, answer: tuple[str, str, list[Holder]]) -> None:
        self.held.emit(*answer)
