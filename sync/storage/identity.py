"""The national table of identities: keyed hashes of payroll and identity card numbers, to person and scope.

It is the only table that is looked up without a scope, so it holds no number in clear: the key comes with the
connection (`open_centre`) and never stands in the database. Written in the transaction that writes the people's rows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    bindparam,
    delete,
    func,
    select,
    tuple_,
)

from sync.domain import catalog
from sync.domain.ids import is_academy, place_of
from sync.domain.record import WITHDRAWN, Row
from sync.storage.database import KEY_OPTION
from sync.storage.prepared import Prepared
from sync.storage.rows import get_meta, insert_missing, set_meta
from sync.storage.tables import BIG

FIELDS: Mapping[str, int] = {name: catalog.BY_NAME["employee"].by_name[name].number for name in ("ppr", "cin")}
_TOLD = (*FIELDS, "merged_into", WITHDRAWN)
"""The fields that an entry depends on."""
_HASH_BYTES = 16
_MANY = 2000
_IN = 400
_CHECK = "identity_key"


def identity_table(metadata: MetaData) -> Table:
    """Add the table to the centre's."""
    table = Table(
        "identity",
        metadata,
        Column("field", SmallInteger, primary_key=True, autoincrement=False),
        Column("hash", LargeBinary, primary_key=True),
        Column("scope", Integer, primary_key=True, autoincrement=False),
        Column("person", BIG, primary_key=True, autoincrement=False),
    )
    Index("ix_identity_person", table.c.scope, table.c.person)
    return table


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whose number is known in a scope."""

    scope: int
    person: int


class Identities:
    """The table on one connection, for one transaction."""

    def __init__(self, connection: Connection, table: Table) -> None:
        self._connection = connection
        self._table = table
        key = connection.get_execution_options().get(KEY_OPTION, b"")
        self._keyed = blake2b(key=key, digest_size=_HASH_BYTES, person=b"massar identity").copy
        self._gone: set[tuple[int, bytes, int, int]] = set()
        self._come: set[tuple[int, bytes, int, int]] = set()
        self._read: dict[tuple[int, bytes], set[Known]] = {}

    def replace(self, before: Row | None, after: Row | None) -> None:
        """One row became another; None where there was none, or is none any more."""
        if before is not None and after is not None and _same(before, after):
            return
        old, new = self._entries(before), self._entries(after)
        if old == new:
            return
        self._gone -= new
        self._gone |= old - new
        self._come -= old
        self._come |= new - old

    def flush(self) -> None:
        """Write what changed."""
        t = self._table
        gone = sorted(self._gone)
        for start in range(0, len(gone), _IN):
            whole = tuple_(t.c.field, t.c.hash, t.c.scope, t.c.person)
            self._connection.execute(delete(t).where(whole.in_(gone[start : start + _IN])))
        insert_missing(self._connection, t, [self._columns(entry) for entry in sorted(self._come)])
        self._gone, self._come = set(), set()

    def expect(self, values: Iterable[tuple[str, str]]) -> None:
        """Read at once who is known by some numbers, each given as field name and value."""
        wanted = {(FIELDS[name], self._hash(name, value)) for name, value in values} - self._read.keys()
        by_field: dict[int, list[bytes]] = {}
        for field, hashed in wanted:
            by_field.setdefault(field, []).append(hashed)
            self._read[(field, hashed)] = set()
        t = self._table
        for field, hashes in by_field.items():
            for start in range(0, len(hashes), _IN):
                about = {"of_field": field, "hashes": hashes[start : start + _IN]}
                for hashed, scope, person in _named(t).all(self._connection, **about):
                    self._read[(field, bytes(hashed))].add(Known(scope, person))

    def known(self, ppr: str, cin: str) -> set[Known]:
        """Who is known by both numbers together.

        One number alone is never asked for: it may be guessed, and whoever types both knows the person.
        """
        self.expect([("ppr", ppr), ("cin", cin)])
        one, other = ((FIELDS[name], self._hash(name, value)) for name, value in (("ppr", ppr), ("cin", cin)))
        return self._read[one] & self._read[other]

    def doubles(self) -> Iterator[tuple[str, list[Known]]]:
        """Who shares a number with somebody in another scope, by field: for the ministry, who sees all of them."""
        t, names = self._table, {number: name for name, number in FIELDS.items()}
        query = select(t.c.field, t.c.hash).group_by(t.c.field, t.c.hash).having(func.count(t.c.scope.distinct()) > 1)
        for field, hashed in self._connection.execute(query.order_by(t.c.field, t.c.hash)).all():
            one = select(t.c.scope, t.c.person).where(t.c.field == field, t.c.hash == hashed)
            found = self._connection.execute(one.order_by(t.c.scope, t.c.person))
            yield names[field], [Known(row.scope, row.person) for row in found]

    def rebuild(self, meta: Table, employee: Table) -> bool:
        """Make the table anew when it was made with another key, or never; True when it was."""
        check = self._keyed()
        check.update(b"check")
        if get_meta(self._connection, meta, _CHECK) == check.hexdigest():
            return False
        self._connection.execute(delete(self._table))
        for some in self._people(employee):
            for row in some:
                self.replace(None, row)
            self.flush()
        set_meta(self._connection, meta, _CHECK, check.hexdigest())
        return True

    def _people(self, employee: Table) -> Iterator[list[Row]]:
        t = employee
        at = (-1, -1)
        names = ("scope", "id", "dossier", "ppr", "cin", "merged_into", "withdrawn")
        while True:
            query = select(*(t.c[name] for name in names)).where(tuple_(t.c.scope, t.c.id) > tuple_(*at))
            found = self._connection.execute(query.order_by(t.c.scope, t.c.id).limit(_MANY)).mappings().all()
            if not found:
                return
            at = (found[-1]["scope"], found[-1]["id"])
            yield [_row(dict(one)) for one in found]

    def _entries(self, row: Row | None) -> set[tuple[int, bytes, int, int]]:
        """What stands in the table of a row: a withdrawn or joined record is nobody, what an academy reads a copy."""
        if row is None or row.kind != "employee" or row.withdrawn or row.get("merged_into"):
            return set()
        if is_academy(place_of(row.scope)):
            return set()
        numbers = ((name, row.text(name)) for name in FIELDS)
        return {(FIELDS[name], self._hash(name, value), row.scope, row.id) for name, value in numbers if value}

    def _hash(self, name: str, value: str) -> bytes:
        hashed = self._keyed()
        hashed.update(f"{name} {value}".encode())
        return hashed.digest()

    def _columns(self, entry: tuple[int, bytes, int, int]) -> dict[str, object]:
        return dict(zip(("field", "hash", "scope", "person"), entry, strict=True))


@cache
def _named(t: Table) -> Prepared:
    return Prepared(
        lambda among: select(t.c.hash, t.c.scope, t.c.person).where(
            t.c.field == bindparam("of_field"), among(t.c.hash, "hashes")
        )
    )


def _same(one: Row, other: Row) -> bool:
    """Whether two states of a row say the same of who it is: most changes are of other fields."""
    if one.kind != "employee" or other.kind != "employee":
        return one.kind == other.kind
    return one.scope == other.scope and _told_of(one.values) == _told_of(other.values)


def _told_of(values: Mapping[str, object]) -> list[object]:
    return list(map(values.get, _TOLD))


def _row(columns: dict[str, object]) -> Row:
    scope, own, dossier = (int(str(columns.pop(name))) for name in ("scope", "id", "dossier"))
    values = {name: value for name, value in columns.items() if value is not None}
    return Row("employee", own, dossier, scope, values)  # type: ignore[arg-type]  # values of its columns


def numbers_of(fields: Collection[tuple[str, object]]) -> list[tuple[str, str]]:
    """The numbers among some fields that identify a person."""
    return [(name, value) for name, value in fields if name in FIELDS and isinstance(value, str) and value]
