"""What clerks write in a practice province, edit by edit: corrections, births, diplomas, newcomers, situations.

Values come from people of another practice province, so that they are as varied as those already there. Used to teach
dictionaries (docs/adr/0011) and wherever a long, plausible stream of operations is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sync.domain import catalog
from sync.domain.fields import Value
from sync.domain.operation import Operation, Verb
from sync.domain.record import WITHDRAWN, RecordKind, Row, Writer
from sync.practice.draws import Draw
from sync.practice.people import day

_SAME_PERSON = 0.15
_KINDS = ("employee",) * 15 + ("dependant",) * 3 + ("diploma", "disability")
_NEW_KINDS = ("dependant",) * 4 + ("diploma",) * 3 + ("employee", "employee", "disability", "opening_situation")
_RECENT = frozenset({"married_on", "birth_date", "recognised_on", "obtained_on"})
"""Days of facts that are written down soon after they happened."""
_RECENT_DAYS = 120
_CARD_YEARS, _YEAR_DAYS = 10, 365
_REASONS = ("خطأ في التسجيل", "تسجيل مكرر", "وثيقة ملغاة")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where edits are made: the rows known there, the rows that lend values, the day, the device's next row id."""

    known: Sequence[Row]
    lent: Sequence[Row]
    today: str
    first_row: int
    seed: int = 1


def edits(desk: Desk) -> Iterator[Operation]:
    """Edits without end; the same for the same desk."""
    clerk = _Clerk(desk)
    while True:
        yield clerk.edit()


class _Clerk:
    """Draws one edit after the other."""

    def __init__(self, desk: Desk) -> None:
        self._draw = Draw(desk.seed)
        self._known = _by_kind(desk.known)
        self._lent = _by_kind(desk.lent)
        self._today = date.fromisoformat(desk.today).toordinal()
        self._row = desk.first_row
        self._last: dict[str, Row] = {}

    def edit(self) -> Operation:
        chance = self._draw.random()
        if chance < 0.80:
            return self._correction(self._draw.pick(_KINDS))
        if chance < 0.97:
            return self._creation(self._draw.pick(_NEW_KINDS))
        row = self._draw.pick(self._known[self._draw.pick(("dependant", "diploma"))])
        fields: dict[str, Value] = {WITHDRAWN: self._draw.pick(_REASONS)}
        return Operation(verb=Verb.WITHDRAW, kind=row.kind, row=row.id, dossier=row.dossier, fields=fields)

    def _target(self, kind: str) -> Row:
        """Often the same as before: a clerk corrects several things of one person."""
        if kind not in self._last or self._draw.random() >= _SAME_PERSON:
            self._last[kind] = self._draw.pick(self._known[kind])
        return self._last[kind]

    def _correction(self, kind: str) -> Operation:
        """The fields that belong together, as somebody else has them; now and then one is emptied."""
        row, lent, declared = self._target(kind), self._draw.pick(self._lent[kind]), catalog.BY_NAME[kind]
        groups = {f.merge_group for f in declared.form_fields if lent.get(f.name) not in (None, "")}
        group = self._draw.pick(sorted(groups))
        fields = {f.name: self._value(f.name, lent) for f in declared.form_fields if f.merge_group == group}
        fields = {name: value for name, value in fields.items() if value not in (None, "")}
        if self._draw.random() < 0.02:
            fields = dict.fromkeys(fields)
        return Operation(verb=Verb.CORRECT, kind=kind, row=row.id, dossier=row.dossier, fields=fields)

    def _creation(self, kind: str) -> Operation:
        """A new row of a person, or a new person, mostly not yet filled in to the end."""
        lent, declared = self._draw.pick(self._lent[kind]), catalog.BY_NAME[kind]
        dossier = row = self._row
        self._row += 1
        fields: dict[str, Value] = {}
        if declared.root:
            dossier = self._target("employee").id
            fields[declared.root] = dossier
        full = self._draw.random() < 0.3
        for name in lent.values:
            field = declared.by_name[name]
            if name not in fields and field.target is None and (field.required or full or self._draw.random() < 0.6):
                fields[name] = self._value(name, lent)
        verb = Verb.ACT if declared.writer is Writer.ACT else Verb.CREATE
        return Operation(verb=verb, kind=kind, row=row, dossier=dossier, fields=fields)

    def _value(self, name: str, lent: Row) -> Value:
        if name == "verified_on":
            return day(self._today)
        if name == "cin_expires_on":
            return day(self._today + _CARD_YEARS * _YEAR_DAYS - self._draw.below(_RECENT_DAYS))
        is_old = lent.kind == "employee" and name == "birth_date"
        if name in _RECENT and lent.get(name) and not is_old and self._draw.random() < 0.7:
            return day(self._today - self._draw.below(_RECENT_DAYS))
        return lent.get(name)


def _by_kind(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.kind, []).append(row)
    return found


def kinds_written() -> tuple[RecordKind, ...]:
    """The kinds of record that `edits` writes."""
    return tuple(catalog.BY_NAME[name] for name in dict.fromkeys((*_KINDS, *_NEW_KINDS)))
