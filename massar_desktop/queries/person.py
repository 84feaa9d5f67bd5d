"""One person's whole dossier as screens show it: her rows, what is missing, what waits to be sent, what was joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from massar_desktop.queries.history import is_confidential
from massar_desktop.queries.naming import arabic_name, latin_name
from massar_desktop.queries.reference import Names
from massar_desktop.queries.schools import school_names
from sync.client.outbox import Entry, Outbox, State
from sync.domain import catalog, shape
from sync.domain.entities.note import NOTE_KINDS
from sync.domain.errors import Problem
from sync.domain.fields import Value
from sync.domain.operation import Verb
from sync.domain.record import Row
from sync.domain.situation import SHAPING, begun
from sync.storage.ledger import office_tables
from sync.storage.tables import from_columns

Mark = tuple[str, int, str]
"""(kind, row, field) of a value."""
ACT_KINDS = tuple(catalog.ACT_BY_KIND)
SHOWN_KINDS = ("employee", "situation", "dependant", "diploma", "anomaly", *NOTE_KINDS, *ACT_KINDS)
_LONGEST_CHAIN = 8
"""Records joined one into another that are followed; more would be a circle."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An operation of this office that the centre has not decided."""

    lane: int
    n: int
    verb: Verb
    kind: str
    row: int
    fields: Mapping[str, Value]
    at_ms: int
    doubtful: bool
    sent: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """A dossier. `id` is the record that stands; `asked` the one that was asked for, which may be joined to it."""

    id: int
    asked: int
    rows: Mapping[str, tuple[Row, ...]]
    joined: tuple[Row, ...] = ()
    gaps: tuple[Problem, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    conflicts: int = 0
    situation: Row | None = None
    """Her situation on the day of reading, folded from acts; None when nobody stated any."""
    school: Names = ("", "")

    @property
    def employee(self) -> Row:
        """The person's own record."""
        return self.rows["employee"][0]

    @property
    def confidential(self) -> frozenset[int]:
        """Whose confidential files are in it: hers, if it has records of that compartment."""
        return (
            frozenset((self.id,))
            if any(rows and is_confidential(kind) for kind, rows in self.rows.items())
            else frozenset()
        )

    @property
    def pending(self) -> frozenset[Mark]:
        """The values that were changed here and not decided yet."""
        return frozenset((w.kind, w.row, name) for w in self.waiting for name in w.fields)

    @property
    def doubtful(self) -> frozenset[Mark]:
        """Those of them that no longer pass on what the centre has sent since."""
        return frozenset((w.kind, w.row, name) for w in self.waiting if w.doubtful for name in w.fields)

    @property
    def redirected(self) -> bool:
        """True when the record asked for was joined to this one."""
        return self.asked != self.id

    def standing(self, kind: str) -> tuple[Row, ...]:
        """The rows of a kind that nobody withdrew."""
        return tuple(row for row in self.rows[kind] if not row.withdrawn)


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody else who has the same number."""

    id: int
    arabic: str
    latin: str
    field: str
    value: str

    def name(self, language: str) -> str:
        """The name in a language, in the other script when it has none in this one."""
        first, second = (self.arabic, self.latin) if language == "ar" else (self.latin, self.arabic)
        return first or second


def person(connection: Connection, asked: int, day: str, *, confidential: bool = False) -> PersonView | None:
    """Read the dossier of a person, or of the one her record was joined to; None when there is none here.

    Her situation is that of `day`, and her school has its name of then. What is confidential is in it, and counted,
    only for a clerk who may read it (`confidential`).
    """
    kept = _resolved(connection, asked)
    if kept is None:
        return None
    joined = _joined(connection, kept.id)
    dossiers = [kept.id, *(row.id for row in joined)]
    filled = office_tables().records.filled.in_dossiers(connection, dossiers)  # of some fifty kinds a file has a few
    rows = {
        kind: _rows(connection, kind, dossiers)
        if kind in filled and (confidential or not is_confidential(kind))
        else ()
        for kind in SHOWN_KINDS
    }
    # The person's own record comes first, whatever the order of ids.
    rows["employee"] = (kept, *joined)
    situation = _situation(rows, kept.id, day)
    return PersonView(
        id=kept.id,
        asked=asked,
        rows=rows,
        joined=joined,
        gaps=tuple(shape.gaps(catalog.BY_NAME["employee"], kept)),
        waiting=tuple(w for w in _waiting(connection, dossiers) if confidential or not is_confidential(w.kind)),
        conflicts=_open_conflicts(connection, dossiers, confidential=confidential),
        situation=situation,
        school=school_names(connection, situation.text("school") if situation is not None else "", day),
    )


def elsewhere(connection: Connection, asked: int) -> Row | None:
    """What is known of somebody whose file is not here, by the number under which the search finds her or by her own.

    The stub of who was transferred, the last one she left, or what the directory says of who was not referred to the
    academy.
    """
    stub = office_tables().records.records["transfer_stub"]
    last = select(stub.c.id).where(stub.c.dossier == asked).order_by(stub.c.day.desc(), stub.c.id.desc()).limit(1)
    left = connection.execute(last).scalar()
    return _row(connection, "transfer_stub", left or asked) or _row(connection, "directory_entry", asked)


def holders(connection: Connection, name: str, value: str, own: int) -> list[Holder]:
    """Who else holds a PPR or CIN: at most three people, joined and withdrawn records left out."""
    employee = office_tables().records.records["employee"]
    columns = ("id", "surname_ar", "first_name_ar", "surname_la", "first_name_la")
    query = (
        select(*(employee.c[column] for column in columns))
        .where(
            employee.c[name] == value,
            employee.c.id != own,
            employee.c.withdrawn.is_(None),
            employee.c.merged_into.is_(None),
        )
        .limit(3)
    )
    return [
        Holder(
            row.id,
            arabic_name(row.surname_ar, row.first_name_ar),
            latin_name(row.surname_la, row.first_name_la),
            name,
            value,
        )
        for row in connection.execute(query)
    ]


def _resolved(connection: Connection, asked: int) -> Row | None:
    wanted: Value = asked
    for _ in range(_LONGEST_CHAIN):
        row = _row(connection, "employee", int(wanted or 0))
        if row is None:
            return None
        wanted = row.get("merged_into")
        if not wanted:
            return row
    return _row(connection, "employee", asked)


def _joined(connection: Connection, kept: int) -> tuple[Row, ...]:
    """The records joined to this one, and those joined to them."""
    table = office_tables().records.records["employee"]
    found: dict[int, Row] = {}
    reached = [kept]
    while reached:
        query = select(table).where(table.c.merged_into.in_(reached)).order_by(table.c.id)
        rows = [from_columns("employee", dict(one)) for one in connection.execute(query).mappings()]
        new = {row.id: row for row in rows if row.id != kept and row.id not in found}
        found |= new
        reached = list(new)
    return tuple(found.values())


def _row(connection: Connection, kind: str, row: int) -> Row | None:
    table = office_tables().records.records[kind]
    one = connection.execute(select(table).where(table.c.id == row)).mappings().first()
    return from_columns(kind, dict(one)) if one is not None else None


def _rows(connection: Connection, kind: str, dossiers: Sequence[int]) -> tuple[Row, ...]:
    table = office_tables().records.records[kind]
    query = select(table).where(table.c.dossier.in_(dossiers)).order_by(table.c.id)
    return tuple(from_columns(kind, dict(one)) for one in connection.execute(query).mappings())


def _waiting(connection: Connection, dossiers: Sequence[int]) -> tuple[Waiting, ...]:
    entries = Outbox(connection, office_tables()).of_dossiers(dossiers)
    return tuple(waiting_of(e) for e in entries if e.state is not State.DECIDED and e.operation.verb is not Verb.VOID)


def waiting_of(entry: Entry) -> Waiting:
    """What the outbox holds, as a value for a screen."""
    operation = entry.operation
    return Waiting(
        lane=int(entry.lane),
        n=entry.n,
        verb=operation.verb,
        kind=operation.kind,
        row=operation.row,
        fields=dict(operation.fields),
        at_ms=entry.at_ms,
        doubtful=entry.doubtful,
        sent=entry.state is State.SEALED,
        problems=entry.problems,
    )


def _open_conflicts(connection: Connection, dossiers: Sequence[int], *, confidential: bool) -> int:
    total = 0
    for kind in ("conflict", "confidential_conflict") if confidential else ("conflict",):
        table = office_tables().records.records[kind]
        query = select(func.count()).where(table.c.dossier.in_(dossiers), table.c.choice.is_(None))
        total += int(connection.execute(query).scalar_one())
    return total


def _situation(rows: Mapping[str, Sequence[Row]], own: int, day: str) -> Row | None:
    stored = next((row for row in rows["situation"] if row.id == own), None)
    if stored is None:
        return None
    acts = [row for kind in SHAPING for row in rows[kind] if row.dossier == own or catalog.ACT_BY_KIND[kind].HAS_STEPS]
    return begun(stored, acts, day)
