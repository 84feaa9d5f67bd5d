"""The register: acts by any number that a paper may carry, provisional ones too, and covering slips for the academy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from massar_desktop.queries.asking import Asked, Asker
from massar_desktop.queries.named import NOBODY, Named, people_named
from massar_desktop.queries.reference import Names
from massar_desktop.queries.work_list import held_acts, visible_acts
from sync.domain import catalog, lifecycle
from sync.domain.identifiers import western_digits
from sync.domain.record import WITHDRAWN
from sync.storage.ledger import office_tables

MOST: Final = 200
"""Acts that one number finds at most."""
_ACT_NUMBERS: Final = ("number", "provisional_number", "decision_number")
_LATEST_SLIPS: Final = 60


@dataclass(frozen=True, slots=True)
class RegisteredAct:
    """One act with all its numbers. `papers` are the codes of the papers that came with the request.

    `left_for` is the province that somebody was transferred to: her acts are there, only their numbers are here.
    """

    person: int
    kind: str
    act: int
    number: str = ""
    provisional: str = ""
    decision_number: str = ""
    registered_on: str = ""
    from_on: str = ""
    state: str = ""
    papers: tuple[str, ...] = ()
    remark: str = ""
    named: Named = NOBODY
    left_for: Names = ("", "")


@dataclass(frozen=True, slots=True)
class Slip:
    """A covering slip (بيان الإرسال): the papers that went to the academy on a day under one number."""

    number: str
    on: str
    lines: tuple[RegisteredAct, ...]


def acts_numbered(connection: Connection, asker: Asker, text: str) -> list[RegisteredAct]:
    """The acts that carry a number: official, provisional, of a decision or of a step, newest first.

    "12/2026" finds that one, "12" that of every year, "C-42" what a laptop's receipt said. Numbers of acts that left
    with somebody are found too.
    """
    wanted = western_digits(text).replace(" ", "").upper()
    if not wanted:
        return []
    office = Asked(connection, asker)
    found = list(_matching(office, wanted))
    found += _of_steps(office, wanted, {(act.kind, act.act) for act in found})
    found += _of_those_who_left(connection, wanted)
    found.sort(key=lambda act: (act.registered_on, act.act), reverse=True)
    return _with_names(connection, found[:MOST])


def slips(connection: Connection, asker: Asker) -> list[Slip]:
    """The latest covering slips, newest first, each with what it covered."""
    office = Asked(connection, asker)
    by_slip: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for kind, act, number, on in sorted(_referred(office), key=lambda one: (one[3], one[2]), reverse=True):
        by_slip.setdefault((on, number), []).append((kind, act))
    latest = list(by_slip.items())[:_LATEST_SLIPS]
    acts = _acts(office, [key for _, keys in latest for key in keys])
    named = {(act.kind, act.act): act for act in _with_names(connection, list(acts.values()))}
    return [
        Slip(number, on, tuple(named[key] for key in sorted(keys, key=lambda key: key[1]) if key in named))
        for (on, number), keys in latest
    ]


def _is(column: ColumnElement[str], wanted: str) -> ColumnElement[bool]:
    """The number itself, or that number of any year."""
    return or_(column == wanted, column.startswith(f"{wanted}/", autoescape=True))


def _matching(office: Asked, wanted: str) -> Iterator[RegisteredAct]:
    for cls in held_acts(office.connection, office.asker):
        table = office_tables().records.records[cls.KIND.name]
        yield from _read(office, table, or_(*(_is(table.c[name], wanted) for name in _ACT_NUMBERS)))


def _of_steps(office: Asked, wanted: str, known: set[tuple[str, int]]) -> list[RegisteredAct]:
    """Acts of whose steps one carries the number: a covering slip, a notification."""
    found = []
    for table in _step_tables(office.asker):
        query = select(table.c.act_kind, table.c.act_row).where(_is(table.c.number, wanted), _seen(office, table))
        found += [(row.act_kind, row.act_row) for row in office.connection.execute(query)]
    return list(_acts(office, [key for key in found if key not in known]).values())


def _referred(office: Asked) -> Iterator[tuple[str, int, str, str]]:
    for table in _step_tables(office.asker):
        columns = (table.c.act_kind, table.c.act_row, table.c.number, table.c.on)
        for row in office.connection.execute(select(*columns).where(table.c.step == "refer", _seen(office, table))):
            yield row.act_kind, row.act_row, row.number or "", row.on


def _step_tables(asker: Asker) -> list[Table]:
    records = office_tables().records.records
    return [records["act_step"], *([records["confidential_step"]] if asker.sees_confidential else [])]


def _acts(office: Asked, keys: list[tuple[str, int]]) -> dict[tuple[str, int], RegisteredAct]:
    wanted: dict[str, set[int]] = {}
    for kind, act in keys:
        wanted.setdefault(kind, set()).add(act)
    tables = [
        office_tables().records.records[cls.KIND.name] for cls in visible_acts(office.asker) if cls.KIND.name in wanted
    ]
    read = (_read(office, table, table.c.id.in_(wanted[table.name])) for table in tables)
    return {(one.kind, one.act): one for some in read for one in some}


def _read(office: Asked, table: Table, condition: ColumnElement[bool]) -> Iterator[RegisteredAct]:
    for one in office.connection.execute(select(table).where(condition, _seen(office, table))).mappings():
        yield RegisteredAct(
            person=one["dossier"],
            kind=table.name,
            act=one["id"],
            number=one["number"] or "",
            provisional=one["provisional_number"] or "",
            decision_number=one["decision_number"] or "",
            registered_on=one["registered_on"] or "",
            from_on=one["from_on"] or "",
            state=lifecycle.shown_state(dict(one), office.asker.today),
            papers=tuple((one["papers"] or "").split()),
            remark=one["remark"] or "",
        )


def _seen(office: Asked, table: Table) -> ColumnElement[bool]:
    return table.c.scope.in_(office.asker.scopes.all) & table.c[WITHDRAWN].is_(None)


def _of_those_who_left(connection: Connection, wanted: str) -> Iterator[RegisteredAct]:
    """Acts that went with somebody: the stub keeps their code and number, one a line (sync/server/transfer.py)."""
    kinds = {cls.CODE: cls.KIND.name for cls in catalog.ACTS}
    table = office_tables().records.records["transfer_stub"]
    for row in connection.execute(select(table).where(table.c.acts.contains(wanted, autoescape=True))):
        for line in row.acts.splitlines():
            code, _, number = line.partition(" ")
            if code in kinds and (number == wanted or number.startswith(f"{wanted}/")):
                both = row.destination_ar or "", row.destination_la or ""
                yield RegisteredAct(row.dossier, kinds[code], 0, number, registered_on=row.day or "", left_for=both)


def _with_names(connection: Connection, acts: list[RegisteredAct]) -> list[RegisteredAct]:
    named = people_named(connection, (act.person for act in acts))
    return [replace(act, named=named.get(act.person, NOBODY)) for act in acts]
