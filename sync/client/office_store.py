"""The replica as an import sees it: who is known, which labels mean which codes, and a way to record in bulk."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence

from sqlalchemy import Connection, func, select

from sync.client.importing.people import KnownPerson, Lines
from sync.client.replica import Changes, Replica
from sync.domain import schools
from sync.domain.fields import Value
from sync.domain.ids import Lane
from sync.domain.names import fold
from sync.domain.operation import Operation
from sync.domain.record import WITHDRAWN, Row
from sync.domain.schools import Schools
from sync.storage.rows import upsert
from sync.storage.state import Scopes, TableState

_ACT_FIELDS = frozenset(("employee", "source", "known_on", WITHDRAWN))


class OfficeStore:
    """What `Import` needs of an office. `changed` hears of each batch recorded, on the thread that imports."""

    def __init__(
        self, replica: Replica, author: int, changed: Callable[[Changes], None] = lambda changes: None
    ) -> None:
        self._replica, self._author, self._changed = replica, author, changed
        self._tables = replica.tables

    def people_count(self) -> int:
        """How many people the office has, without those withdrawn or joined into another. Raises StorageError."""
        t = self._tables.records.records["employee"]
        standing = t.c.merged_into.is_(None), t.c[WITHDRAWN].is_(None), t.c.scope.in_(self._scopes.all)
        with self._replica.database.read() as connection:
            return connection.execute(select(func.count()).where(*standing)).scalar_one()

    def people_like(self, lines: Lines) -> list[KnownPerson]:
        """Everybody whom these lines may mean; a record joined into another is told with that one. Raises StorageError.

        Only they are read whole: what an office of 15,000 knows of everybody is more than its laptop should hold.
        """
        with self._replica.database.read() as connection:
            reader = TableState(connection, self._tables.records, self._scopes)
            joined = _joined(reader, _meant(reader, lines))
            people = [row for row in reader.rows_having("employee", "id", joined) if not row.get("merged_into")]
            ids = [row.id for row in people]
            facts = {row.id: row.values for row in reader.rows_having("situation", "id", ids)}
            openings, anomalies = _openings(reader, ids), _anomalies(reader, ids)
        return [
            KnownPerson(
                id=row.id,
                fields=_own_fields(row),
                facts=facts.get(row.id, {}),
                openings=openings.get(row.id, {}),
                anomalies=frozenset(anomalies.get(row.id, ())),
                joined=tuple(_own_fields(other) for other in joined[row.id]),
                withdrawn=row.withdrawn,
            )
            for row in people
        ]

    def code_labels(self) -> Mapping[str, Mapping[str, str]]:
        """Table -> folded label in either language -> code; 'school' gives GRESA codes. Raises StorageError.

        A label that two codes share means neither: the import says that it does not know it.
        """
        found: dict[str, dict[str, set[str]]] = {}
        with self._replica.database.read() as connection:
            reader = TableState(connection, self._tables.records, self._scopes)
            for row in reader.all_rows("code"):
                _label(found.setdefault(row.text("table"), {}), row, ("label_ar", "label_la"), row.text("code"))
            found["school"] = self._school_names(connection)
        return {
            table: {label: min(codes) for label, codes in labels.items() if len(codes) == 1}
            for table, labels in found.items()
        }

    def closed_schools(self) -> Mapping[str, str]:
        """The schools that are closed today, each with the day since when. Raises StorageError."""
        with self._replica.database.read() as connection:
            known, today = self._schools(connection), self._replica.today()
        rows = {gresa: known.on(gresa, today) for gresa in known}
        return {gresa: row.text("closed_on") for gresa, row in rows.items() if row and row.get("closed_on")}

    def _schools(self, connection: Connection) -> Schools:
        reader = TableState(connection, self._tables.records, self._scopes)
        return Schools(*(reader.all_rows(kind) for kind in (schools.KIND, schools.CHANGE)))

    def _school_names(self, connection: Connection) -> dict[str, set[str]]:
        """Every name that a school ever had; one that several have is that of the only one that is not closed."""
        known, today = self._schools(connection), self._replica.today()
        found: dict[str, set[str]] = {}
        for gresa in known:
            for name in known.names(gresa):
                found.setdefault(fold(name), set()).add(gresa)
        closed = {gresa for gresa in known if (row := known.on(gresa, today)) and row.get("closed_on")}
        return {name: codes - closed or codes for name, codes in found.items()}

    def new_rows(self, count: int) -> Sequence[int]:
        """That many unused row ids of the bulk lane. Raises StorageError."""
        return self._replica.new_rows(count, Lane.BULK)

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

    @property
    def _scopes(self) -> Scopes:
        return self._replica.identity.scopes


def _meant(reader: TableState, lines: Lines) -> dict[int, Row]:
    """The records that a line may mean, by id, joined ones too."""
    found: dict[int, Row] = {}
    for column, values in (*lines.numbers.items(), ("birth_date", lines.birth_dates)):
        found |= {row.id: row for row in reader.rows_having("employee", column, values) if lines.may_mean(row.values)}
    return found


def _joined(reader: TableState, records: Mapping[int, Row]) -> dict[int, list[Row]]:
    """By the person in whom each of these records ends, all records joined into hers, also through another one."""
    known, ends = dict(records), set[int]()
    for row in records.values():
        end, seen = row, {row.id}
        while (into := _into(end)) and into not in seen:
            seen.add(into)
            if into not in known:
                known |= {one.id: one for one in reader.rows_having("employee", "id", [into])}
            if into not in known:
                break
            end = known[into]
        ends.add(end.id)
    found: dict[int, list[Row]] = {end: [] for end in ends}
    end_of = {end: end for end in ends}
    while latest := [row for row in reader.rows_having("employee", "merged_into", set(end_of)) if row.id not in end_of]:
        for row in latest:
            end_of[row.id] = end_of[_into(row)]
            found[end_of[row.id]].append(row)
    return found


def _into(row: Row) -> int:
    """The record that a record was joined into, 0 for none."""
    return int(row.get("merged_into") or 0)


def _openings(reader: TableState, people: Collection[int]) -> dict[int, dict[str, Mapping[str, Value]]]:
    found: dict[int, dict[str, Mapping[str, Value]]] = {}
    for row in reader.rows_having("opening_situation", "dossier", people):
        if not row.withdrawn:
            stated = {name: value for name, value in row.values.items() if name not in _ACT_FIELDS}
            found.setdefault(row.dossier, {})[row.text("source")] = stated
    return found


def _anomalies(reader: TableState, people: Collection[int]) -> dict[int, set[tuple[str, str]]]:
    found: dict[int, set[tuple[str, str]]] = {}
    for row in reader.rows_having("anomaly", "dossier", people):
        found.setdefault(row.dossier, set()).add((row.text("field"), row.text("found")))
    return found


def _own_fields(row: Row) -> dict[str, Value]:
    return {name: value for name, value in row.values.items() if name not in (WITHDRAWN, "merged_into")}


def _label(labels: dict[str, set[str]], row: Row, names: tuple[str, ...], code: str) -> None:
    if row.withdrawn or not code:
        return
    for name in names:
        if row.text(name):
            labels.setdefault(fold(row.text(name)), set()).add(code)
