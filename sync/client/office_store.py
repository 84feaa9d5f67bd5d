"""The replica as an import sees it: who is known, which labels mean which codes, and a way to record in bulk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Table, select

from sync.client.importing.people import KnownPerson
from sync.client.replica import Changes, Replica
from sync.domain.fields import Value
from sync.domain.ids import Lane
from sync.domain.names import fold
from sync.domain.operation import Operation
from sync.domain.record import WITHDRAWN, Row
from sync.storage.rows import upsert
from sync.storage.tables import from_columns

_ACT_FIELDS = frozenset(("employee", "source", "known_on", WITHDRAWN))


class OfficeStore:
    """What `Import` needs of an office. `changed` hears of each batch recorded, on the thread that imports."""

    def __init__(
        self, replica: Replica, author: int, changed: Callable[[Changes], None] = lambda changes: None
    ) -> None:
        self._replica, self._author, self._changed = replica, author, changed
        self._tables = replica.tables

    def people_index(self) -> Iterable[KnownPerson]:
        """Everybody in the office's data; a record joined into another is told with that one. Raises StorageError."""
        with self._replica.database.read() as connection:
            people = {row.id: row for row in self._rows(connection, "employee")}
            facts = {row.id: row.values for row in self._rows(connection, "situation")}
            openings, anomalies = self._openings(connection), self._anomalies(connection)
        joined = _joined(people)
        return [
            KnownPerson(
                id=row.id,
                fields=_own_fields(row),
                facts=facts.get(row.id, {}),
                openings=openings.get(row.id, {}),
                anomalies=frozenset(anomalies.get(row.id, ())),
                joined=tuple(_own_fields(other) for other in joined.get(row.id, ())),
                withdrawn=row.withdrawn,
            )
            for row in people.values()
            if not row.get("merged_into")
        ]

    def code_labels(self) -> Mapping[str, Mapping[str, str]]:
        """Table -> folded label in either language -> code; 'school' gives GRESA codes. Raises StorageError.

        A label that two codes share means neither: the import says that it does not know it.
        """
        found: dict[str, dict[str, set[str]]] = {}
        with self._replica.database.read() as connection:
            for row in self._rows(connection, "code"):
                _label(found.setdefault(row.text("table"), {}), row, ("label_ar", "label_la"), row.text("code"))
            for row in self._rows(connection, "school"):
                _label(found.setdefault("school", {}), row, ("name_ar", "name_la"), row.text("gresa"))
        return {
            table: {label: min(codes) for label, codes in labels.items() if len(codes) == 1}
            for table, labels in found.items()
        }

    def new_rows(self, count: int) -> Sequence[int]:
        """That many unused row ids. Raises StorageError."""
        return self._replica.new_rows(count)

    def record_many(self, operations: Sequence[Operation]) -> None:
        """Record in the bulk lane, all in one transaction. Raises Refused or StorageError; nothing is kept then."""
        saved = self._replica.record(operations, author=self._author, lane=Lane.BULK)
        self._changed(saved.changes)

    def remembered_mapping(self, fingerprint: str) -> Mapping[str, str] | None:
        """The mapping kept for lists with these headers. Raises StorageError."""
        t = self._tables.mapping
        with self._replica.database.read() as connection:
            query = select(t.c.content).where(t.c.fingerprint == fingerprint)
            content = connection.execute(query).scalar_one_or_none()
        return dict(json.loads(content)) if content else None

    def remember_mapping(self, fingerprint: str, mapping: Mapping[str, str]) -> None:
        """Keep a mapping for lists with these headers. Raises StorageError."""
        content = json.dumps(dict(mapping), ensure_ascii=False, sort_keys=True)
        with self._replica.database.write() as connection:
            upsert(connection, self._tables.mapping, [{"fingerprint": fingerprint, "content": content}])

    def _rows(self, connection: Connection, kind: str) -> Iterator[Row]:
        table: Table = self._tables.records.records[kind]
        scopes = self._replica.identity.scopes.all
        query = select(table).where(table.c.scope.in_(scopes)).order_by(table.c.id)
        result = connection.execute(query)
        names = tuple(result.keys())
        for found in result:  # `mappings()` makes a list of the keys for each of 45,000 rows
            yield from_columns(kind, dict(zip(names, found, strict=True)))

    def _openings(self, connection: Connection) -> dict[int, dict[str, Mapping[str, Value]]]:
        found: dict[int, dict[str, Mapping[str, Value]]] = {}
        for row in self._rows(connection, "opening_situation"):
            if not row.withdrawn:
                stated = {name: value for name, value in row.values.items() if name not in _ACT_FIELDS}
                found.setdefault(row.dossier, {})[row.text("source")] = stated
        return found

    def _anomalies(self, connection: Connection) -> dict[int, set[tuple[str, str]]]:
        found: dict[int, set[tuple[str, str]]] = {}
        for row in self._rows(connection, "anomaly"):
            found.setdefault(row.dossier, set()).add((row.text("field"), row.text("found")))
        return found


def _own_fields(row: Row) -> dict[str, Value]:
    return {name: value for name, value in row.values.items() if name not in (WITHDRAWN, "merged_into")}


def _joined(people: Mapping[int, Row]) -> dict[int, list[Row]]:
    """The records joined into each person, also through another record that was joined later."""
    found: dict[int, list[Row]] = {}
    for row in people.values():
        keep, seen = row, {row.id}
        while (into := keep.get("merged_into")) and int(into) in people and int(into) not in seen:
            keep = people[int(into)]
            seen.add(keep.id)
        if keep.id != row.id:
            found.setdefault(keep.id, []).append(row)
    return found


def _label(labels: dict[str, set[str]], row: Row, names: tuple[str, ...], code: str) -> None:
    if row.withdrawn or not code:
        return
    for name in names:
        if row.text(name):
            labels.setdefault(fold(row.text(name)), set()).add(code)
