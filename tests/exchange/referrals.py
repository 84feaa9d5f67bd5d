"""What an academy holds, worked out again from the provinces' rows alone (ADR 36)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from sync.domain import catalog
from sync.domain.ids import (
    Compartment,
    compartment_of,
    directory_of,
    is_academy,
    is_province,
    place_of,
    region_of,
    scope_id,
)
from sync.domain.record import Place, Row
from sync.server.verify import findings
from sync.storage.tables import from_columns
from tests.exchange.world import World

Rows = dict[tuple[str, int], Row]
_LISTED = ("ppr", "surname_ar", "first_name_ar", "surname_la", "first_name_la")


def must_agree(world: World) -> None:
    """Every academy's scopes hold what follows from its provinces, and the centre's sums and chains are right."""
    with world.centre.database.read() as connection:
        every = _rows(world, connection)
        places = set(connection.execute(select(world.centre.tables.directory.province.c.place)).scalars())
        assert list(findings(connection, world.centre.tables)) == []
    for academy in filter(is_academy, places):
        region, provinces = region_of(academy), [row for row in every if is_province(place_of(row.scope))]
        own = [row for row in provinces if region_of(place_of(row.scope)) == region]
        assert _in(every, academy) == referred(own, academy)
        assert _in(every, directory_of(academy)) == listed(own, academy)


def _rows(world: World, connection: Connection) -> list[Row]:
    found = []
    for kind in catalog.KINDS:
        if kind.place in (Place.PROVINCE, Place.DIRECTORY):
            query = select(world.centre.tables.records.records[kind.name])
            found += [from_columns(kind.name, dict(one)) for one in connection.execute(query).mappings()]
    return found


def _in(rows: list[Row], place: int) -> Rows:
    own = (row for row in rows if place_of(row.scope) == place and row.kind != "interim")  # which is no province's
    return {(row.kind, row.id): row for row in own}


def referred(rows: Sequence[Row], academy: int) -> Rows:
    """What an academy holds in full, of the rows of its provinces."""
    joined = {row.id: row.get("merged_into") for row in rows if row.kind == "employee"}

    def kept(dossier: int) -> int:
        while joined.get(dossier):
            dossier = int(str(joined[dossier]))
        return dossier

    waiting = {kept(row.dossier) for row in rows if row.kind in catalog.ACT_BY_KIND and _waits(row)}
    return {
        (row.kind, row.id): replace(row, scope=scope_id(academy, compartment_of(row.scope)))
        for row in rows
        if row.dossier in joined and kept(row.dossier) in waiting and row.kind not in ("transfer_stub", "interim")
    }


def _waits(row: Row) -> bool:
    marked = bool(row.get("irregular")) and bool(row.get("referred_on"))
    return not row.withdrawn and (row.get("state") == "referred" or marked)


def listed(rows: Sequence[Row], academy: int) -> Rows:
    """What its directory says of the people of its provinces."""
    work = {row.id: row for row in rows if row.kind == "situation"}
    scope = scope_id(directory_of(academy), Compartment.GENERAL)
    found: Rows = {}
    for row in rows:
        if row.kind == "employee" and not row.withdrawn and not row.get("merged_into"):
            at = work.get(row.id)
            facts = {name: row.get(name) for name in _LISTED}
            facts |= {name: at.get(name) for name in ("cadre", "school")} if at else {}
            values = {name: value for name, value in facts.items() if value is not None}
            values |= {"person": row.id, "province": place_of(row.scope)}
            found[("directory_entry", row.id)] = Row("directory_entry", row.id, row.id, scope, values)
    return found
