"""The transfer of a person to another province: one transaction at the centre, ids unchanged (sync.md 3.2).

The log of the province that she leaves says that her dossier has gone, and leaves a stub; that of the other one brings
every row, whole. Records that were joined to hers go along: they are one person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select

from sync.domain import catalog
from sync.domain.entities.attachment import ATTACHMENT_KINDS
from sync.domain.ids import (
    CENTRE_DEVICE,
    COUNTER_LIMIT,
    Compartment,
    Lane,
    compartment_of,
    device_of,
    is_province,
    place_of,
    row_id,
    scope_id,
)
from sync.domain.operation import Effect, Move, OperationId
from sync.domain.record import Place, Row
from sync.server import academy, audit
from sync.server.accounts import NEXT_ROW
from sync.server.sequence import Sequences
from sync.storage import rows as stored
from sync.storage.database import Database
from sync.storage.digest import KeptSums
from sync.storage.identity import Identities
from sync.storage.ledger import CentreTables
from sync.storage.papers import PaperStore
from sync.storage.prepared import Prepared
from sync.storage.rows import lock_meta, set_meta
from sync.storage.tables import from_row

STUB = "transfer_stub"
_MOVING = tuple(kind for kind in catalog.KINDS if kind.place is Place.PROVINCE)
_NAMES = ("ppr", "surname_ar", "first_name_ar", "surname_la", "first_name_la", "merged_into")
_ACTS_LIMIT = 2000
"""Characters: what a text of several lines may hold; the newest acts are named."""


class TransferRefused(Exception):
    """This transfer cannot be done; `code` says why, and nothing was changed."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Transfer:
    """Who goes where, from which day on (ISO), and which account decided it (0: the centre itself)."""

    person: int
    origin: int
    destination: int
    day: str
    author: int = 0


def _made(row: Row) -> str:
    """How an act is named that stands in no register: the laptop it was made on, and which one it was there."""
    return f"{device_of(row.id)}-{row.id % COUNTER_LIMIT}"


def scopes_of(place: int) -> list[int]:
    """Both scopes of a province."""
    return [scope_id(place, part) for part in Compartment]


@cache
def _of_dossiers(t: Table) -> Prepared:
    return Prepared(
        lambda among: select(t).where(among(t.c.scope, "scopes"), among(t.c.dossier, "dossiers")).order_by(t.c.id)
    )


def whereabouts_of(connection: Connection, tables: CentreTables, ppr: str) -> list[tuple[int, int]]:
    """The people with a payroll number, as (person, province); joined and withdrawn records are left out."""
    t = tables.records.records["employee"]
    scopes = [scope_id(place, Compartment.GENERAL) for place in _places(connection, tables)]
    standing = t.c.merged_into.is_(None), t.c.withdrawn.is_(None)
    query = select(t.c.id, t.c.scope).where(t.c.scope.in_(scopes), t.c.ppr == ppr, *standing)
    return sorted((row.id, place_of(row.scope)) for row in connection.execute(query))


def _places(connection: Connection, tables: CentreTables) -> set[int]:
    return set(filter(is_province, connection.execute(select(tables.directory.province.c.place)).scalars()))


def transfer(database: Database, tables: CentreTables, wanted: Transfer, now_ms: int) -> None:
    """Do a transfer; raises TransferRefused, StorageError."""
    with database.write() as connection:
        if wanted.origin == wanted.destination:
            raise TransferRefused("same_province")
        if not {wanted.origin, wanted.destination} <= _places(connection, tables):
            raise TransferRefused("unknown_province")
        sequences = Sequences(connection, tables, [*scopes_of(wanted.origin), *scopes_of(wanted.destination)])
        Moving(connection, tables, sequences, wanted).move(now_ms)
        sequences.save()


class Moving:
    """One transfer, in the caller's transaction, which holds the heads of all four scopes.

    The tables must hold everything that the transaction has decided so far.
    """

    def __init__(self, connection: Connection, tables: CentreTables, sequences: Sequences, wanted: Transfer) -> None:
        self._connection = connection
        self._tables = tables
        self._sequences = sequences
        self._wanted = wanted
        self._sums = KeptSums(connection, tables.digest)
        self._identities = Identities(connection, tables.identity)
        self._changes: list[dict[str, Any]] = []
        self._origin = stored.Origin(OperationId(CENTRE_DEVICE, Lane.DESK, self._number()), wanted.author, wanted.day)

    def _number(self) -> int:
        """A number that no other row and no other transfer of the centre has."""
        n = int(lock_meta(self._connection, self._tables.meta, NEXT_ROW))
        set_meta(self._connection, self._tables.meta, NEXT_ROW, str(n + 1))
        return n

    def move(self, now_ms: int) -> None:
        """Move the person with all records joined to hers; raises TransferRefused."""
        wanted = self._wanted
        dossiers = self._joined()
        rows = self._rows(dossiers, wanted.origin)
        stubs = self._stubs([row for row in rows if row.kind == "employee"], rows)
        there = self._rows(dossiers, wanted.destination)  # her stub, when she was there before
        moved = [replace(row, scope=scope_id(wanted.destination, compartment_of(row.scope))) for row in rows]
        self._refuse_doubles(moved, there)
        self._carry_papers(rows)
        # Both scopes are told in any case: by their numbers it is known who had heard of it.
        self._leave(rows, {(scope, dossier) for scope in scopes_of(wanted.origin) for dossier in dossiers})
        self._come(stubs, Move.NONE)
        self._leave(there, {(row.scope, row.dossier) for row in there})
        self._come(moved, Move.CAME)
        self._sequences.write(self._changes)
        self._sums.flush()
        self._identities.flush()
        academy.follow(self._connection, self._tables, self._sequences, self._changes)
        self._remember(dossiers, now_ms)
        about = f"dossiers={','.join(map(str, dossiers))} from={wanted.origin} to={wanted.destination} day={wanted.day}"
        ends = sorted(scope_id(place, Compartment.GENERAL) for place in (wanted.origin, wanted.destination))
        lines = [audit.Line(scope, now_ms, wanted.author, audit.Deed.TRANSFER, about) for scope in ends]
        audit.note(self._connection, self._tables, lines)

    def _joined(self) -> list[int]:
        """The person and the records that were joined to hers, or she to them."""
        t = self._tables.records.records["employee"]
        scope = t.c.scope == scope_id(self._wanted.origin, Compartment.GENERAL)
        found, asked = dict[int, int | None](), {self._wanted.person}
        while asked:
            near = scope, (t.c.id.in_(asked) | t.c.merged_into.in_(asked))
            fresh = {row.id: row.merged_into for row in self._connection.execute(select(t).where(*near))}
            asked = {one for pair in fresh.items() for one in pair if one is not None} - found.keys() - asked
            found |= fresh
        if self._wanted.person not in found:
            raise TransferRefused("unknown_person")
        return sorted(found)

    def _rows(self, dossiers: Collection[int], place: int) -> list[Row]:
        """All rows of dossiers in a province, in the order of the catalogue."""
        found: list[Row] = []
        for kind in _MOVING:
            query = _of_dossiers(self._tables.records.records[kind.name])
            asked = query.all(self._connection, scopes=list(scopes_of(place)), dossiers=list(dossiers))
            found += [from_row(kind.name, row) for row in asked]
        return found

    def _stubs(self, people: Iterable[Row], rows: Sequence[Row]) -> list[Row]:
        """What stays with the province."""
        wanted, t = self._wanted, self._tables.directory.province
        there = self._connection.execute(select(t).where(t.c.place == wanted.destination)).one()
        to = {"destination": wanted.destination, "destination_ar": there.name_ar, "destination_la": there.name_la}
        made = []
        for person in people:
            own = {name: person.get(name) for name in _NAMES if person.get(name) is not None}
            acts = self._own_acts([row for row in rows if row.dossier == person.id])
            values = {"person": person.id, **own, **to, "day": wanted.day, **({"acts": acts} if acts else {})}
            made.append(Row(STUB, row_id(CENTRE_DEVICE, self._number()), person.id, person.scope, values))
        return made

    def _own_acts(self, rows: Iterable[Row]) -> str:
        """The numbers of the acts that the province's own laptops registered in the general compartment, one a line."""
        t = self._tables.directory.device
        devices = set(self._connection.execute(select(t.c.number).where(t.c.place == self._wanted.origin)).scalars())
        general = [row for row in rows if compartment_of(row.scope) is Compartment.GENERAL]
        acts = [row for row in general if row.kind in catalog.ACT_BY_KIND and device_of(row.id) in devices]
        lines = [
            f"{catalog.ACT_BY_KIND[row.kind].CODE} {row.text('number') or _made(row)}"
            for row in sorted(acts, key=lambda row: row.id, reverse=True)
        ]
        while sum(len(line) + 1 for line in lines) > _ACTS_LIMIT:
            lines.pop()
        return "\n".join(lines)

    def _refuse_doubles(self, rows: Iterable[Row], there: Iterable[Row]) -> None:
        """Ids are unique unless a laptop forged one; then nobody's row is written over."""
        leaving = {(row.kind, row.id) for row in there}
        for row in rows:
            t = self._tables.records.records[row.kind]
            query = select(t.c.id).where(t.c.scope == row.scope, t.c.id == row.id)
            if (row.kind, row.id) not in leaving and self._connection.execute(query).first():
                raise TransferRefused("row_exists")

    def _carry_papers(self, rows: Iterable[Row]) -> None:
        """Copy what has come of papers to where their records move; the rest may still be brought there."""
        store = PaperStore(self._connection, self._tables.papers)
        for compartment in Compartment:
            papers = [row for row in rows if row.kind in ATTACHMENT_KINDS and compartment_of(row.scope) is compartment]
            there = scope_id(self._wanted.destination, compartment)
            store.copy([(row.scope, row.text("content")) for row in papers], there)

    def _leave(self, rows: Sequence[Row], gone_from: Collection[tuple[int, int]]) -> None:
        """Say in scopes that dossiers have gone, and take their rows out."""
        for scope, dossier in sorted(gone_from):
            self._change(Effect("employee", dossier, dossier, scope, {}, move=Move.GONE))
        for kind, scope in sorted({(row.kind, row.scope) for row in rows}):
            t = self._tables.records.records[kind]
            gone = {row.dossier for row in rows if row.kind == kind}
            self._connection.execute(delete(t).where(t.c.scope == scope, t.c.dossier.in_(gone)))
        for row in rows:
            self._sums.replace(row, None)
            self._identities.replace(row, None)

    def _come(self, rows: Sequence[Row], move: Move) -> None:
        """Bring whole rows."""
        for row in rows:
            self._change(Effect(row.kind, row.id, row.dossier, row.scope, row.values, row.extra, move))
            self._sums.replace(None, row)
            self._identities.replace(None, row)
        stored.write_rows(self._connection, self._tables.records, rows)

    def _change(self, effect: Effect) -> None:
        seq = self._sequences.next(effect.scope)
        self._changes.append(stored.change_of(effect, None, self._origin, seq))

    def _remember(self, dossiers: Sequence[int], now_ms: int) -> None:
        """Keep the move, by which what comes late is decided."""
        t, wanted, heads = self._tables.transfer, self._wanted, self._sequences.head
        query = (
            select(t.c.dossier, func.max(t.c.n).label("last")).where(t.c.dossier.in_(dossiers)).group_by(t.c.dossier)
        )
        before = {row.dossier: row.last for row in self._connection.execute(query)}
        left, came = scopes_of(wanted.origin), scopes_of(wanted.destination)
        one = {
            "origin": wanted.origin,
            "destination": wanted.destination,
            "day": wanted.day,
            "author": wanted.author,
            "at_ms": now_ms,
            "left_general": heads(left[Compartment.GENERAL]),
            "left_confidential": heads(left[Compartment.CONFIDENTIAL]),
            "came_general": heads(came[Compartment.GENERAL]),
            "came_confidential": heads(came[Compartment.CONFIDENTIAL]),
        }
        rows = [{"dossier": dossier, "n": before.get(dossier, 0) + 1, **one} for dossier in dossiers]
        stored.insert_all(self._connection, t, rows)
