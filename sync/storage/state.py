"""The state an operation is checked against: rows in tables, and above them what this transaction already changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, select

from sync.domain import catalog
from sync.domain.fields import Value
from sync.domain.ids import Compartment, directory_of, is_academy, region_of, scope_id
from sync.domain.operation import Effect, Operation, Verb, changed
from sync.domain.record import Place, RecordKind, Row, Writer
from sync.storage.prepared import Prepared, Rows, together
from sync.storage.tables import RecordTables, from_row

_IN = 400
_ACTS = tuple(kind.name for kind in catalog.KINDS if kind.writer is Writer.ACT)


@dataclass(frozen=True, slots=True)
class Scopes:
    """What a device, or the centre for one province, may see and write."""

    place: int
    compartments: frozenset[Compartment] = frozenset({Compartment.GENERAL})

    @property
    def all(self) -> tuple[int, ...]:
        """The scope numbers, ascending: nation, region, then the compartments of the place; an academy's directory."""
        return _all_scopes(self)

    @property
    def by_kind(self) -> Mapping[str, int | None]:
        """The scope of each kind, by its name, as `scope_of` gives it."""
        return _by_kind(self)

    def scope_of(self, kind: RecordKind) -> int | None:
        """The one scope where rows of a kind stand; None when this device has no such compartment."""
        if kind.place is Place.NATION:
            return scope_id(0, Compartment.GENERAL)
        if kind.place is Place.REGION:
            return scope_id(region_of(self.place), Compartment.GENERAL)
        if kind.place is Place.DIRECTORY:
            return scope_id(directory_of(self.place), Compartment.GENERAL) if is_academy(self.place) else None
        return scope_id(self.place, kind.compartment) if kind.compartment in self.compartments else None


@cache
def _having(table: Table, column: str) -> Prepared:
    return Prepared(lambda among: _seen(table).where(among(table.c[column], "wanted")))


@cache
def _equal(table: Table, column: str) -> Prepared:
    return Prepared(lambda _: _seen(table).where(table.c[column] == bindparam("wanted")))


@cache
def _all(table: Table) -> Prepared:
    return Prepared(lambda _: _seen(table))


def _seen(table: Table) -> Select[Any]:
    return select(table).where(table.c.scope == bindparam("of_scope")).order_by(table.c.id)


@cache
def _by_kind(scopes: Scopes) -> Mapping[str, int | None]:
    return {kind.name: scopes.scope_of(kind) for kind in catalog.KINDS}


@cache
def _all_scopes(scopes: Scopes) -> tuple[int, ...]:
    general, place = Compartment.GENERAL, scopes.place
    shared = {scope_id(0, general), scope_id(region_of(place), general)}
    shared |= {scope_id(directory_of(place), general)} if is_academy(place) else set()
    return tuple(sorted(shared | {scope_id(place, part) for part in scopes.compartments}))


class TableState:
    """A Reader on a connection; it sees only rows of its scopes, each kind in the one where it stands."""

    def __init__(self, connection: Connection, tables: RecordTables, scopes: Scopes) -> None:
        self._connection = connection
        self._tables = tables
        self.scopes = scopes
        self._by_kind = scopes.by_kind
        self._codes: dict[str, frozenset[str]] = {}
        self._expected: dict[tuple[str, str, Value], list[Row]] = {}

    def expect(self, operations: Collection[Operation]) -> None:
        """Read at once what deciding these operations will ask for: one query instead of hundreds.

        What was read is kept, so the tables must not be written before the last of them is decided.
        """
        self._read(asked for operation in operations for asked in _asked_by(operation))

    def expect_rows(self, rows: Iterable[tuple[str, int]]) -> None:
        """Read at once some rows, by kind and id; kept as `expect` keeps them."""
        self._read((kind, "id", row) for kind, row in rows)

    def expect_having(self, kind: str, column: str, value: Value) -> None:
        """Read some rows once that will be asked for again and again, by the value of a column."""
        self._read([(kind, column, value)])

    def expect_dossiers(self, dossiers: Collection[int]) -> None:
        """Read at once all that stands in some dossiers; kept as `expect` keeps it."""
        self._read((kind.name, "dossier", dossier) for kind in catalog.KINDS for dossier in dossiers)

    def _read(self, asked: Iterable[tuple[str, str, Value]]) -> None:
        wanted: dict[tuple[str, str], set[Value]] = {}
        for kind, column, value in asked:
            if (kind, column, value) not in self._expected:
                wanted.setdefault((kind, column), set()).add(value)
        filled = self._filled(
            {value for (_, column), values in wanted.items() if column == "dossier" for value in values}
        )
        coming: list[tuple[str, str, Rows]] = []
        with together(self._connection):
            for (kind, column), values in wanted.items():
                self._expected |= {(kind, column, value): [] for value in values}
                if column != "dossier" or kind in filled:
                    coming += [(kind, column, rows) for rows in self._asked(kind, column, values)]
        for kind, column, rows in coming:
            for found in rows():
                row = from_row(kind, found)
                self._expected[(kind, column, _column(row, column))].append(row)

    def _filled(self, dossiers: Collection[Value]) -> Collection[str]:
        """The kinds that may have rows in these dossiers: an office, with an index on them alone, is asked first."""
        if self._tables.led_by_scope or not dossiers:
            return self._tables.records
        return self._tables.filled.in_dossiers(self._connection, [int(one) for one in dossiers if one])

    def rows_having(self, kind: str, column: str, values: Iterable[Value]) -> Iterator[Row]:
        """The records whose column has one of many values, as they are read; nothing is kept."""
        for rows in self._asked(kind, column, values):
            yield from [from_row(kind, found) for found in rows()]

    def _asked(self, kind: str, column: str, values: Iterable[Value]) -> Iterator[Rows]:
        scope = self._by_kind[kind]
        wanted, query = sorted(values, key=str), _having(self._tables.records[kind], column)
        for start in range(0, len(wanted) if scope is not None else 0, _IN):
            yield query.ask(self._connection, of_scope=scope, wanted=wanted[start : start + _IN])

    def row(self, kind: str, row: int) -> Row | None:
        """One record by id."""
        return next(iter(self._where(kind, "id", row)), None)

    def rows_of(self, kind: str, dossier: int) -> Sequence[Row]:
        """The records of a kind in a dossier, in order of id."""
        return self._where(kind, "dossier", dossier)

    def find(self, kind: str, field: str, value: Value) -> Sequence[Row]:
        """The records whose field equals a value, in order of id."""
        return self._where(kind, field, value)

    def all_rows(self, kind: str) -> list[Row]:
        """Every record of a kind, in order of id."""
        return self._rows(kind, _all(self._tables.records[kind]))

    def has_code(self, table: str, code: str) -> bool | None:
        """Whether a code table holds a code; None when the table is not published here."""
        if table not in self._codes:
            rows = self.find("code", "table", table)
            self._codes[table] = frozenset(row.text("code") for row in rows)
        return code in self._codes[table] if self._codes[table] else None

    def scope_for(self, kind: RecordKind, dossier: int) -> int | None:
        """The scope of a new row: its kind's place and compartment in this province."""
        return self._by_kind[kind.name]

    def _where(self, kind: str, column: str, value: Value) -> Sequence[Row]:
        expected = self._expected.get((kind, column, value))
        if expected is not None:
            return expected
        found = self._rows(kind, _equal(self._tables.records[kind], column), wanted=value)
        if catalog.BY_NAME[kind].place is Place.NATION:
            self._expected[(kind, column, value)] = found  # every act asks for the same rules
        return found

    def _rows(self, kind: str, query: Prepared, **values: object) -> list[Row]:
        scope = self._by_kind[kind]
        if scope is None:
            return []
        return [from_row(kind, found) for found in query.all(self._connection, of_scope=scope, **values)]


def seen_at(scopes: Scopes, operations: Iterable[Operation]) -> Iterator[tuple[int, str, int, int]]:
    """The rows that corrections merge into, as scope, kind, row and the sequence number their author had seen."""
    by_kind = scopes.by_kind
    for operation in operations:
        scope = by_kind[operation.kind]
        if operation.verb is Verb.CORRECT and scope is not None:
            yield scope, operation.kind, operation.row, operation.base.seq


def _asked_by(operation: Operation) -> Iterator[tuple[str, str, Value]]:
    """The rows that deciding an operation asks for, as kind, column and value."""
    kind = catalog.BY_NAME[operation.kind]
    yield kind.name, "id", operation.row
    for dossier in operation.dossiers:
        yield "employee", "id", dossier
    if operation.verb is Verb.CREATE and kind.is_root:
        yield "transfer_stub", "dossier", operation.row
    if kind.writer in (Writer.ACT, Writer.STEP):
        for dossier in operation.dossiers:
            yield "situation", "id", dossier
            yield "employee", "merged_into", dossier
            for act in (*_ACTS, "leave_notice"):
                yield act, "dossier", dossier
    if kind.writer is Writer.STEP and operation.fields.get("act_kind") in catalog.ACT_BY_KIND:
        yield str(operation.fields["act_kind"]), "id", operation.fields.get("act_row")
    for field in kind.unique:
        value = operation.fields.get(field.name)
        if isinstance(value, str) and value.isprintable() and len(value) <= field.limit:  # the rest is rejected unread
            yield kind.name, field.name, value


def _column(row: Row, column: str) -> Value:
    return row.id if column == "id" else row.dossier if column == "dossier" else row.get(column)


class Overlay:
    """A Reader that lays this transaction's rows over the tables. `replaced` dossiers are wholly in the overlay."""

    def __init__(self, below: TableState) -> None:
        self._below = below
        self._rows: dict[tuple[str, int], Row | None] = {}
        self._read: dict[tuple[str, int], Row | None] = {}
        self._by_dossier: dict[tuple[str, int], set[int]] = {}
        self._by_value: dict[tuple[str, str, Value], set[int]] = {}
        self._whole: set[int] = set()
        self.dirty: dict[tuple[str, int], Row] = {}

    def expect(self, operations: Collection[Operation]) -> None:
        """Have the tables below read at once what these operations will ask for."""
        self._below.expect(operations)

    def expect_rows(self, rows: Iterable[tuple[str, int]]) -> None:
        """Have the tables below read some rows at once, by kind and id."""
        self._below.expect_rows(rows)

    def lay(self, row: Row) -> None:
        """Put a whole row over whatever stands in the tables."""
        self._keep(row)
        self.dirty[(row.kind, row.id)] = row

    def replace_dossier(self, dossier: int, rows: Iterable[Row]) -> None:
        """Start this dossier anew from the given rows: nothing of it is read from the tables any more."""
        self._whole.add(dossier)
        for kind in catalog.KINDS:
            for row_id in self._by_dossier.pop((kind.name, dossier), ()):
                self._rows[(kind.name, row_id)] = None
                self.dirty.pop((kind.name, row_id), None)
        for row in rows:
            self._keep(row)

    def row(self, kind: str, row: int) -> Row | None:
        """One record by id."""
        key = (kind, row)
        if key in self._rows:
            return self._rows[key]
        if key not in self._read:
            self._read[key] = self._below.row(kind, row)
        found = self._read[key]
        # A row of a dossier that starts anew is gone unless it was given.
        return None if found is None or found.dossier in self._whole else found

    def rows_of(self, kind: str, dossier: int) -> Sequence[Row]:
        """The records of a kind in a dossier, in order of id."""
        found: dict[int, Row] = {}
        if dossier not in self._whole:
            below = self._below.rows_of(kind, dossier)
            found = {row.id: row for row in below if self._rows.get((kind, row.id), row) is not None}
        for row in self._by_dossier.get((kind, dossier), ()):
            kept = self._rows.get((kind, row))
            if kept is not None:
                found[row] = kept
        return [found[row] for row in sorted(found)]

    def find(self, kind: str, field: str, value: Value) -> Sequence[Row]:
        """The records whose field equals a value, in order of id."""
        found = {
            row.id: row
            for row in self._below.find(kind, field, value)
            if (kind, row.id) not in self._rows and row.dossier not in self._whole
        }
        for row in self._by_value.get((kind, field, value), ()):
            kept = self._rows.get((kind, row))
            if kept is not None and kept.get(field) == value:
                found[row] = kept
        return [found[row] for row in sorted(found)]

    def has_code(self, table: str, code: str) -> bool | None:
        """Reference data is not changed by what an overlay holds."""
        return self._below.has_code(table, code)

    def scope_for(self, kind: RecordKind, dossier: int) -> int | None:
        """As the tables below say."""
        return self._below.scope_for(kind, dossier)

    def put(self, effect: Effect) -> tuple[Row | None, Row]:
        """Apply one effect; gives the row before and after."""
        before = self.row(effect.kind, effect.row)
        after = changed(before, effect)
        if before is None and catalog.BY_NAME[effect.kind].is_root:
            self._whole.add(effect.dossier)  # a new dossier: nothing of it can stand in the tables
        self._keep(after)
        self.dirty[(effect.kind, effect.row)] = after
        return before, after

    def remove(self, dossier: int, scope: int) -> list[Row]:
        """Take out all rows that a dossier has in a scope; gives them."""
        gone = [row for kind in catalog.KINDS for row in self.rows_of(kind.name, dossier) if row.scope == scope]
        for row in gone:
            self._rows[(row.kind, row.id)] = None
            self.dirty.pop((row.kind, row.id), None)
        return gone

    def rows_in(self, dossiers: Iterable[int]) -> dict[tuple[str, int], Row]:
        """All rows of dossiers that were replaced, by kind and id."""
        wanted = set(dossiers)
        return {key: row for key, row in self._rows.items() if row is not None and row.dossier in wanted}

    def _keep(self, row: Row) -> None:
        before = self._rows.get((row.kind, row.id))
        if before is not None and before.dossier != row.dossier:
            self._by_dossier[(row.kind, before.dossier)].discard(row.id)
        self._rows[(row.kind, row.id)] = row
        self._by_dossier.setdefault((row.kind, row.dossier), set()).add(row.id)
        values, old = row.values, {} if before is None else before.values
        for field in _looked_up(row.kind):
            value = values.get(field)
            if value is not None and value != old.get(field):  # else it stands there already
                self._by_value.setdefault((row.kind, field, value), set()).add(row.id)


@cache
def _looked_up(kind: str) -> tuple[str, ...]:
    return tuple(f.name for f in catalog.BY_NAME[kind].fields if f.unique or f.indexed)
