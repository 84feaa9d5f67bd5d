"""What others changed since a clerk last looked, by file: which fields, who, when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, Row, select

from massar_desktop.queries.asking import Asker
from massar_desktop.queries.conflicts import FileName, file_names
from sync.client.seen import Marks, marks, read_so_far
from sync.domain import canonical, catalog
from sync.domain.ids import scope_id
from sync.storage.ledger import office_tables

MOST_CHANGES: Final = 2_000
MOST_FILES: Final = 200


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that others changed. `what` names (kind, field), newest first, "" for a row that is new."""

    file: FileName
    day: str
    authors: tuple[int, ...]
    devices: tuple[int, ...]
    what: tuple[tuple[str, str], ...]


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


def arrivals(connection: Connection, asker: Asker) -> Arrivals:
    """Read the changes that came from other offices and the centre since she looked."""
    tables = office_tables()
    upto = read_so_far(connection, tables)
    seen = marks(connection, tables, asker.account)
    heaps: dict[int, _Heap] = {}
    for change in _changes(connection, asker, upto if seen is None else seen):
        kind = catalog.BY_NUMBER[change.kind]
        heap = heaps.setdefault(change.dossier, _Heap(change.day))
        heap.authors[change.author] = None
        heap.devices[change.device] = None
        if not change.before:
            heap.what[kind.name, ""] = None
            continue
        values, _ = canonical.decode_fields(bytes(change.fields), kind.by_number)
        heap.what.update(dict.fromkeys((kind.name, name) for name in values))
    listed = dict(list(heaps.items())[:MOST_FILES])
    names = file_names(connection, asker.identity, listed)
    files = tuple(
        Arrival(name, heap.day, tuple(heap.authors), tuple(heap.devices), tuple(heap.what))
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
    return [one for one in found if one.fields]
