"""What others changed since a clerk last looked, by file: which fields, who, when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, Row, select

from massar_desktop.queries.asking import Asker
from massar_desktop.queries.conflicts import FileName, file_names
from massar_desktop.queries.reference import Names
from sync.client.seen import Marks, marks, read_so_far
from sync.domain import canonical, catalog
from sync.domain.fields import Value
from sync.domain.ids import CENTRE_DEVICE, device_of, scope_id
from sync.domain.operation import GONE_FIELDS, Move, moved_fields
from sync.domain.outcome import STUB
from sync.storage.ledger import office_tables

MOST_CHANGES: Final = 2_000
MOST_FILES: Final = 200
_NUMBER: Final = "number"
"""What the centre adds to an act that it takes in (sync/server/decision.py)."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that others changed. `what` names (kind, field), newest first, "" for a row that is new.

    `moved`: whether it came or left, the last of these moves; nothing of a file that came is listed as new. `there` is
    the province that it left for, where that is known.
    """

    file: FileName
    day: str
    authors: tuple[int, ...]
    devices: tuple[int, ...]
    what: tuple[tuple[str, str], ...]
    moved: Move = Move.NONE
    there: Names = ("", "")


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The files, the one changed last first; `upto` is what she has seen once she has looked at this."""

    files: tuple[Arrival, ...]
    whole: int
    """How many files in all, of which the first are listed."""
    upto: Marks


@dataclass(slots=True)
class _Heap:
    day: str = ""
    authors: dict[int, None] = field(default_factory=dict)
    devices: dict[int, None] = field(default_factory=dict)
    what: dict[tuple[str, str], None] = field(default_factory=dict)
    moved: Move = Move.NONE
    there: Names = ("", "")


def arrivals(connection: Connection, asker: Asker) -> Arrivals:
    """Read the changes that came from other offices and the centre since she looked."""
    tables = office_tables()
    upto = read_so_far(connection, tables)
    seen = marks(connection, tables, asker.account)
    changes = _changes(connection, asker, upto if seen is None else seen)
    held = _held(connection, [one for one in changes if not one.before])
    heaps: dict[int, _Heap] = {}
    came: dict[tuple[int, int], set[str]] = {}
    for change in changes:
        kind, values = catalog.BY_NUMBER[change.kind], _values(change)
        heap = heaps.setdefault(change.dossier, _Heap(change.day))
        heap.authors[change.author] = None
        heap.devices[change.device] = None
        move = moved_fields(bytes(change.fields))[0]
        if move is not Move.NONE:
            heap.moved = heap.moved or move
            continue
        if kind.name == STUB and not change.before:
            heap.there = str(values.get("destination_ar") or ""), str(values.get("destination_la") or "")
            continue
        later = came.setdefault((change.kind, change.row), set())
        later.update(values)
        # All that the row holds came with this change or after it: it made the row, and did not fill an empty field.
        if not change.before and held.get((change.kind, change.row), set()) <= later:
            heap.what[kind.name, ""] = None
        else:
            heap.what.update(dict.fromkeys((kind.name, name) for name in values))
    listed = dict(list(heaps.items())[:MOST_FILES])
    names = file_names(connection, asker.identity, listed)
    files = tuple(
        Arrival(name, heap.day, tuple(heap.authors), tuple(heap.devices), tuple(heap.what), heap.moved, heap.there)
        for name, heap in zip(names, listed.values(), strict=True)
    )
    return Arrivals(files, len(heaps), upto)


def _changes(connection: Connection, asker: Asker, seen: Marks) -> list[Row[tuple[object, ...]]]:
    change = office_tables().change
    found: list[Row[tuple[object, ...]]] = []
    for compartment in asker.scopes.compartments:
        scope = scope_id(asker.identity.place, compartment)
        query = (
            select(change)
            .where(change.c.scope == scope, change.c.seq > seen.get(scope, 0))
            .where(change.c.device != asker.identity.device)
            .order_by(change.c.seq.desc())
            .limit(MOST_CHANGES)
        )
        found += connection.execute(query).all()
    return [one for one in found if one.fields and not _is_answer(one, asker)]


def _is_answer(change: Row[tuple[object, ...]], asker: Asker) -> bool:
    """True for what the centre made of the asker's own work, which is no news of others: the official number of an act
    registered here, and that a file left which she has dealt with."""
    if change.device != CENTRE_DEVICE:
        return False
    if change.fields == GONE_FIELDS:
        return bool(change.author == asker.account)
    return device_of(change.row) == asker.identity.device and _values(change).keys() == {_NUMBER}


def _values(change: Row[tuple[object, ...]]) -> Mapping[str, Value]:
    values, _ = canonical.decode_fields(bytes(change.fields), catalog.BY_NUMBER[change.kind].by_number)
    return values


def _held(connection: Connection, changes: list[Row[tuple[object, ...]]]) -> dict[tuple[int, int], set[str]]:
    """The fields that the changed rows have a value in, by kind and row."""
    found: dict[tuple[int, int], set[str]] = {}
    for number in {one.kind for one in changes}:
        kind = catalog.BY_NUMBER[number]
        table = office_tables().records.records[kind.name]
        wanted = {one.row for one in changes if one.kind == number}
        for row in connection.execute(select(table).where(table.c.id.in_(wanted))).mappings():
            found[number, row["id"]] = {name for name in kind.by_name if row[name] not in (None, "")}
    return found
