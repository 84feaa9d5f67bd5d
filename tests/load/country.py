"""Fills an empty centre with provinces of synthetic people, as fast as PostgreSQL takes them.

What stands in the database afterwards is what publishing the same rows would have written, change for change, with
chains and sums (test_load.py compares both). Only the way is another one: COPY, and indexes made afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from psycopg import sql
from sqlalchemy import Connection, Table, update

from sync.domain import catalog
from sync.domain.ids import CENTRE_DEVICE, FIRST_OFFICE_DEVICE, Compartment, Lane, scope_id
from sync.domain.operation import Effect, OperationId
from sync.domain.record import Place, Row
from sync.practice.province import PracticeProvince, rows, world_of
from sync.practice.reference import code_rows, directorates
from sync.practice.rules import rule_rows
from sync.practice.schools import school_rows
from sync.server.accounts import Accounts
from sync.server.publish import publish
from sync.server.service import Centre
from sync.storage import chain
from sync.storage import rows as stored
from sync.storage.database import open_centre
from sync.storage.digest import KeptSums
from sync.storage.identity import Identities
from sync.storage.ledger import CentreTables, centre_tables
from sync.storage.tables import to_columns

RESOURCES = Path(__file__).parents[2] / "resources"
TODAY = "2026-11-20"
WORKERS = 2
_IMPORT = 1
"""The number of the operation that these rows came by."""


@dataclass(frozen=True, slots=True)
class Share:
    """One province's part of the country. `device` numbers the laptop that once imported its people."""

    place: int
    people: int
    device: int

    @property
    def general(self) -> int:
        """The scope of its files."""
        return scope_id(self.place, Compartment.GENERAL)

    @property
    def province(self) -> PracticeProvince:
        """Its people."""
        return PracticeProvince(today=TODAY, place=self.place, people=self.people, device=self.device)


def shares(people: int, provinces: int | None = None) -> list[Share]:
    """The country's people over its directorates, or the first so many; the first ones take what does not divide."""
    places = sorted(directorates(RESOURCES))[:provinces]
    each, left = divmod(people, len(places))
    return [Share(place, each + (index < left), FIRST_OFFICE_DEVICE + index) for index, place in enumerate(places)]


def fill(centre: Centre, where: tuple[str, bytes], country: Sequence[Share]) -> int:
    """Create the provinces and write their people; gives how many rows. `where`: the database and its identity key."""
    begin(centre, country)
    tables = [centre.tables.change, *centre.tables.records.records.values()]
    indexes = [index for table in tables for index in table.indexes]
    with centre.database.write() as connection:
        for index in indexes:
            index.drop(connection)
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as workers:
        total = sum(workers.map(copy_people, [where] * len(country), country))
    with centre.database.write() as connection:
        for index in indexes:
            index.create(connection)
    return total


def begin(centre: Centre, country: Sequence[Share]) -> None:
    """Create the provinces, with their reference data, schools and importing laptops."""
    known = directorates(RESOURCES)
    with centre.database.write() as connection:
        accounts = Accounts(connection, centre.tables)
        for share in country:
            named = known[share.place]
            accounts.create_province(share.place, named.name_ar, named.name_la, practice=True)
        laptops = [
            {
                "number": share.device,
                "place": share.place,
                "public_key": share.device.to_bytes(32, "big"),
                "confidential": False,
                "enrolled_ms": 0,
            }
            for share in country
        ]
        stored.insert_all(connection, centre.tables.directory.device, laptops)
    publish(centre.database, centre.tables, code_rows(RESOURCES, CENTRE_DEVICE), day=TODAY)
    publish(centre.database, centre.tables, rule_rows(RESOURCES, CENTRE_DEVICE), day=TODAY)
    schools = (row for share in country for row in _schools(share))
    publish(centre.database, centre.tables, schools, day=TODAY)


def _schools(share: Share) -> Iterator[Row]:
    world = world_of(share.province, RESOURCES)
    return school_rows(world.schools, world.directorate, share.device)


def people_rows(share: Share) -> Iterator[Row]:
    """The rows of a province's own scopes."""
    for row in rows(share.province, RESOURCES):
        if catalog.BY_NAME[row.kind].place is Place.PROVINCE:
            yield row


def copy_people(where: tuple[str, bytes], share: Share) -> int:
    """Write one province's people in one transaction; gives how many rows. Run by a process of its own."""
    tables = centre_tables()
    database = open_centre(*where)
    try:
        with database.write() as connection:
            return _copy(connection, tables, share)
    finally:
        database.close()


def _copy(connection: Connection, tables: CentreTables, share: Share) -> int:
    origin = stored.Origin(OperationId(share.device, Lane.BULK, _IMPORT), 0, TODAY)
    sums = KeptSums(connection, tables.digest)
    identities = Identities(connection, tables.identity)
    heads: dict[int, tuple[int, bytes]] = {}
    made: dict[str, list[dict[str, Any]]] = {}
    changes: list[dict[str, Any]] = []
    for row in people_rows(share):
        seq, last = heads.get(row.scope, (0, chain.START))
        effect = Effect(row.kind, row.id, row.dossier, row.scope, row.values, row.extra)
        change = stored.change_of(effect, None, origin, seq + 1)
        change["chain"] = chain.extend(last, change)
        heads[row.scope] = seq + 1, change["chain"]
        changes.append(change)
        made.setdefault(row.kind, []).append(to_columns(row))
        sums.replace(None, row)
        identities.replace(None, row)
    for kind, some in made.items():
        _copy_in(connection, tables.records.records[kind], some)
    _copy_in(connection, tables.change, changes)
    for scope, (seq, last) in heads.items():
        head = update(tables.head).where(tables.head.c.scope == scope)
        connection.execute(head.values(seq=seq, chain=last))
    sums.flush()
    identities.flush()
    return len(changes)


def _copy_in(connection: Connection, table: Table, made: Sequence[dict[str, Any]]) -> None:
    names = list(made[0])
    columns = sql.SQL(", ").join(map(sql.Identifier, names))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), columns)
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for one in made:
            copy.write_row([one[name] for name in names])
