"""The day's journal: what was registered and which steps were taken on a day, in the order of the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Table, select

from massar_desktop.queries.asking import Asked, Asker
from massar_desktop.queries.named import NOBODY, Named, people_named
from massar_desktop.queries.paper_facts import STEP_KINDS
from massar_desktop.queries.reference import Names
from massar_desktop.queries.work_list import held_acts
from sync.client.outbox import Outbox
from sync.domain.lifecycle import REGISTER
from sync.domain.operation import Verb
from sync.domain.record import WITHDRAWN, RecordKind
from sync.storage.ledger import office_tables

_CONFIDENTIAL = "confidential_step"
_NOBODY: Names = ("", "")


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One entry: the act with its number, the step ("register" for the first), its own number and remark, by whom.

    `by` is ("", "") for a registration, which the register keeps without a hand.
    """

    person: int
    kind: str
    act: int
    number: str
    step: str
    step_number: str = ""
    remark: str = ""
    by: Names = ("", "")
    named: Named = NOBODY


def day_journal(connection: Connection, asker: Asker, day: str) -> list[JournalLine]:
    """What the one who asks may see of a day, registrations first, then steps, each in the order of their making."""
    office = Asked(connection, asker)
    registered = sorted(_registered(office, day), key=lambda pair: pair[0])
    found = [line for _, line in registered] + list(_steps(office, day))
    named = people_named(connection, (line.person for line in found))
    return [replace(line, named=named.get(line.person, NOBODY)) for line in found]


def _registered(office: Asked, day: str) -> Iterator[tuple[int, JournalLine]]:
    for cls in held_acts(office.connection, office.asker):
        table = office_tables().records.records[cls.KIND.name]
        query = select(table.c.id, table.c.dossier, table.c.number, table.c.provisional_number, table.c.remark).where(
            table.c.registered_on == day, table.c.scope.in_(office.asker.scopes.all), table.c[WITHDRAWN].is_(None)
        )
        rows = list(office.connection.execute(query))
        authors = _authors(office, cls.KIND, {row.id: row.dossier for row in rows})
        for row in rows:
            number, by = row.number or row.provisional_number or "", authors.get(row.id, _NOBODY)
            yield row.id, JournalLine(row.dossier, cls.KIND.name, row.id, number, REGISTER, "", row.remark or "", by)


def _authors(office: Asked, kind: RecordKind, acts: Mapping[int, int]) -> dict[int, Names]:
    """Who registered acts (their dossiers by row): by the first change of the row, or by what was not sent yet."""
    if not acts:
        return {}
    accounts = _accounts(office)
    change = office_tables().change
    query = (
        select(change.c.row, change.c.author)
        .where(change.c.scope.in_(office.asker.scopes.all), change.c.kind == kind.number, change.c.row.in_(acts))
        .order_by(change.c.seq.desc())
    )
    found = {row.row: accounts.get(row.author, _NOBODY) for row in office.connection.execute(query)}
    for entry in Outbox(office.connection, office_tables()).of_dossiers(set(acts.values())):
        operation = entry.operation
        if operation.verb is Verb.ACT and operation.row in acts:
            found.setdefault(operation.row, accounts.get(operation.author, _NOBODY))
    return found


def _accounts(office: Asked) -> dict[int, Names]:
    return {one.id: (one.name_ar, one.name_la) for one in office.asker.identity.accounts}


def _steps(office: Asked, day: str) -> Iterator[JournalLine]:
    accounts = _accounts(office)
    for kind in STEP_KINDS:
        if kind == _CONFIDENTIAL and not office.asker.sees_confidential:
            continue
        table = office_tables().records.records[kind]
        query = select(table).where(table.c.on == day, table.c.scope.in_(office.asker.scopes.all)).order_by(table.c.id)
        rows = list(office.connection.execute(query.where(table.c[WITHDRAWN].is_(None))))
        numbers = _numbers(office, {(row.act_kind, row.act_row) for row in rows})
        for row in rows:
            number = numbers.get((row.act_kind, row.act_row), "")
            by = accounts.get(row.by or 0, _NOBODY)
            yield JournalLine(
                row.dossier, row.act_kind, row.act_row, number, row.step, row.number or "", row.remark or "", by
            )


def _numbers(office: Asked, acts: set[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """The number under which each act is known."""
    found: dict[tuple[str, int], str] = {}
    for kind in {kind for kind, _ in acts}:
        table: Table = office_tables().records.records[kind]
        wanted = [act for own, act in acts if own == kind]
        query = select(table.c.id, table.c.number, table.c.provisional_number).where(table.c.id.in_(wanted))
        found |= {
            (kind, row.id): row.number or row.provisional_number or "" for row in office.connection.execute(query)
        }
    return found
