"""What wants a person's decision after an exchange: values that two offices changed, and operations that came back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, select

from massar_desktop.queries.figures import RETURNED, UNSEEN, conflict_kinds
from massar_desktop.queries.person import elsewhere
from sync.client.identity import Identity
from sync.client.outbox import Entry, Outbox, State
from sync.domain import catalog
from sync.domain.canonical import NotCanonical
from sync.domain.decide import chosen_values
from sync.domain.errors import Problem
from sync.domain.fields import Value
from sync.domain.ids import Compartment
from sync.domain.operation import Base, Operation, Verb
from sync.domain.record import RecordKind, Row
from sync.storage.ledger import office_tables
from sync.storage.state import TableState
from sync.storage.tables import from_columns

Values = Mapping[str, Value]
MOST_SETTLED: Final = 100
"""Conflicts that can be looked at again from the page; older ones are in the history of their files."""
CodeNames = Mapping[tuple[str, str], tuple[str, str]]
"""(table, code) -> its Arabic and its French label."""


@dataclass(frozen=True, slots=True)
class FileName:
    """Whose file it is: names in both scripts, and the number that the office files her under ('' when unknown)."""

    dossier: int
    name_ar: str = ""
    name_la: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two values: by whom, on which day, on this computer or another. Names are '' when unknown here."""

    values: Values
    author: int
    name_ar: str
    name_la: str
    day: str
    device: int
    here: bool
    own: bool


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """One field, or group of fields, that two people changed without knowing of each other.

    `losing` is the value that came second, `standing` the one the centre shows meanwhile, `original` what both had
    seen; `names` are the fields concerned, in form order, `group` what they merge as.
    """

    kind: str
    row: int
    file: FileName
    about_kind: str
    group: str
    names: tuple[str, ...]
    losing: Side
    standing: Side
    original: Values
    codes: CodeNames
    about_row: int = 0
    choice: str = ""
    """What it was settled by ("mine", "centre", "other"), "" while it is open."""
    reason: str = ""
    """Why, in the words of who settled it."""


@dataclass(frozen=True, slots=True)
class Returned:
    """An operation that the centre did not take as it was, whole: nothing of it is lost.

    `wanted` are its values, `current` what the record holds now; `again` the same wish on what is known now, None when
    there is nothing left to wish (`verdict` "irregular": it stands, and is only looked at).
    """

    position: int
    verdict: str
    verb: Verb
    kind: str
    file: FileName
    wanted: Values
    current: Values
    problems: tuple[Problem, ...]
    author: Side
    at_ms: int
    codes: CodeNames
    again: Operation | None


def open_conflicts(connection: Connection, identity: Identity, clerk: int) -> tuple[OpenConflict, ...]:
    """The conflicts that nobody has settled, the oldest first."""
    return tuple(_conflicts(connection, identity, clerk, settled=False))


def settled_conflicts(connection: Connection, identity: Identity, clerk: int) -> tuple[OpenConflict, ...]:
    """The conflicts settled last, here or elsewhere, at most MOST_SETTLED, the newest first."""
    return tuple(reversed(_conflicts(connection, identity, clerk, settled=True)[-MOST_SETTLED:]))


def _conflicts(connection: Connection, identity: Identity, clerk: int, *, settled: bool) -> list[OpenConflict]:
    reader = _Reading(connection, identity, clerk)
    found: list[OpenConflict] = []
    for kind in conflict_kinds(identity, clerk):
        table = office_tables().records.records[kind]
        standing = table.c.withdrawn.is_(None), table.c.scope.in_(identity.scopes.all)
        query = select(table).where(table.c.choice.is_not(None) if settled else table.c.choice.is_(None), *standing)
        query = query.order_by(table.c.id.desc()).limit(MOST_SETTLED) if settled else query.order_by(table.c.id)
        rows = [from_columns(kind, dict(row)) for row in connection.execute(query).mappings()]
        found += [reader.conflict(row) for row in rows if row.text("about_kind") in catalog.BY_NAME]
    return sorted(found, key=lambda one: one.row)


def tray(connection: Connection, identity: Identity, clerk: int) -> tuple[Returned, ...]:
    """The operations that came back and that nobody has dealt with, the oldest first."""
    reader = _Reading(connection, identity, clerk)
    t = office_tables().outbox
    entries = Outbox(connection, office_tables()).entries(
        t.c.state == State.DECIDED.value, t.c.verdict.in_(RETURNED), t.c.set_aside.is_(False)
    )
    return tuple(one for entry in entries if (one := reader.returned(entry)) is not None)


def file_names(connection: Connection, identity: Identity, dossiers: Iterable[int]) -> tuple[FileName, ...]:
    """Whose files these are."""
    reader = _Reading(connection, identity, 0)
    return tuple(reader.file(dossier) for dossier in dossiers)


class _Reading:
    """One look at the office's file, by one clerk."""

    def __init__(self, connection: Connection, identity: Identity, clerk: int) -> None:
        self._connection, self._identity, self._clerk = connection, identity, clerk
        self._state = TableState(connection, office_tables().records, identity.scopes)
        self._accounts = {account.id: account for account in identity.accounts}
        self._confidential = len(conflict_kinds(identity, clerk)) > 1

    def conflict(self, row: Row) -> OpenConflict:
        """A conflict record, decoded."""
        losing, standing, original = (_values(row, side) for side in ("losing", "standing", "original"))
        about = catalog.BY_NAME[row.text("about_kind")]
        concerned = {*losing, *standing}
        return OpenConflict(
            kind=row.kind,
            row=row.id,
            file=self.file(row.dossier),
            about_kind=about.name,
            group=row.text("group"),
            names=tuple(field.name for field in about.fields if field.name in concerned),
            losing=self._side(row, "losing", losing),
            standing=self._side(row, "standing", standing),
            original=original,
            codes=self._codes(about, losing, standing, original),
            about_row=int(row.text("about_row") or 0),
            choice=row.text("choice"),
            reason=row.text("reason"),
        )

    def returned(self, entry: Entry) -> Returned | None:
        """An entry of the tray; None for what this clerk may not see or this version cannot read."""
        try:
            operation = entry.operation
        except NotCanonical:
            return None
        kind = catalog.BY_NAME[operation.kind]
        if operation.verb in UNSEEN or (kind.compartment is Compartment.CONFIDENTIAL and not self._confidential):
            return None
        shown = self._meant(operation) if operation.verb is Verb.SETTLE else operation
        about = self._state.row(shown.kind, shown.row)
        return Returned(
            position=entry.position,
            verdict=entry.verdict or "",
            verb=operation.verb,
            kind=shown.kind,
            file=self.file(operation.dossier),
            wanted=shown.fields,
            current=about.values if about else {},
            problems=entry.problems,
            author=self._author({}, operation.author, operation.day, self._identity.device),
            at_ms=entry.at_ms,
            codes=self._codes(catalog.BY_NAME[shown.kind], shown.fields, about.values if about else {}),
            again=None if entry.verdict == "irregular" else self._again(shown),
        )

    def file(self, dossier: int) -> FileName:
        """Whose file a dossier is."""
        person = self._state.row("employee", dossier) or elsewhere(self._connection, dossier)
        if person is not None:
            names = [
                " ".join(part for part in (person.text(f"first_name_{s}"), person.text(f"surname_{s}")) if part)
                for s in ("ar", "la")
            ]
            return FileName(dossier, names[0], names[1], person.text("ppr") or person.text("cin"))
        school = self._state.row("school", dossier)
        if school is not None:
            return FileName(dossier, school.text("name_ar"), school.text("name_la"), school.text("gresa"))
        return FileName(dossier)

    def _codes(self, kind: RecordKind, *values: Values) -> CodeNames:
        """The labels of the code tables' codes among some values."""
        found: dict[tuple[str, str], tuple[str, str]] = {}
        for field in kind.fields:
            for code in {str(some[field.name]) for some in values if field.table and some.get(field.name)}:
                for row in self._state.find("code", "code", code):
                    if row.text("table") == field.table:
                        found[row.text("table"), code] = row.text("label_ar"), row.text("label_la")
        return found

    def _again(self, operation: Operation) -> Operation | None:
        """The same wish, to be written on what is known now."""
        fresh = replace(operation, author=0, base=Base(), reference=0)
        exists = self._state.row(operation.kind, operation.row) is not None
        if operation.verb in (Verb.CREATE, Verb.ACT):
            return None if exists else fresh
        if operation.verb is Verb.CORRECT and self._holds(operation):
            return None
        return fresh if exists and operation.verb not in (Verb.VOID, Verb.SETTLE) else None

    def _holds(self, operation: Operation) -> bool:
        """True when the record already has what was wished."""
        row = self._state.row(operation.kind, operation.row)
        return row is not None and all(row.get(name) == value for name, value in operation.fields.items())

    def _meant(self, operation: Operation) -> Operation:
        """A choice that came too late, because somebody had settled it, as the plain correction it stood for."""
        conflict = self._state.row(operation.kind, operation.row)
        if conflict is None or conflict.text("about_kind") not in catalog.BY_NAME:
            return operation
        choice, chosen = str(operation.fields.get("choice")), str(operation.fields.get("chosen") or "{}")
        values = chosen_values(conflict, choice, chosen) or _values(conflict, "standing")
        about, row = conflict.text("about_kind"), int(conflict.text("about_row"))
        return Operation(
            verb=Verb.CORRECT,
            kind=about,
            row=row,
            dossier=operation.dossier,
            fields=values,
            author=operation.author,
            day=operation.day,
        )

    def _side(self, row: Row, side: str, values: Values) -> Side:
        author, device = (int(row.text(f"{side}_{what}") or 0) for what in ("author", "device"))
        return self._author(values, author, row.text(f"{side}_day"), device)

    def _author(self, values: Values, author: int, day: str, device: int) -> Side:
        account = self._accounts.get(author)
        return Side(
            values=values,
            author=author,
            name_ar=account.name_ar if account else "",
            name_la=account.name_la if account else "",
            day=day,
            device=device,
            here=device == self._identity.device,
            own=author == self._clerk,
        )


def _values(row: Row, name: str) -> Values:
    """The values that the centre wrote as a JSON object of field to value."""
    loaded = json.loads(row.text(name) or "{}")
    return dict(loaded) if isinstance(loaded, dict) else {}
