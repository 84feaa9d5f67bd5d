"""What the console shows, read from the centre's tables: counts and names of accounts, never a person's file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from sync.domain.ids import NATION, Compartment, academy_of, is_province, place_of, region_of, scope_id
from sync.server.devices import Devices, Laptop
from sync.server.remembered import STORED, WAITING
from sync.server.roles import Held, Roles
from sync.storage.bulk import among
from sync.storage.ledger import UNDECIDED, CentreTables

ERRORS_DAYS = 30
_DAY_MS = 86_400_000
AUDIT_LINES = 60
"""Lines of the audit on a page."""


@dataclass(frozen=True, slots=True)
class Province:
    """One province at a glance."""

    place: int
    name_ar: str
    name_la: str
    laptops: int
    revoked: int
    seen_ms: int | None
    schemas: tuple[int, ...]
    waiting: int
    conflicts: int
    errors: int


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account, and her roles; `works_here` is whether one of them lets her work in the place today."""

    account: int
    name_ar: str
    name_la: str
    signs_in: bool
    works_here: bool
    roles: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A line of the audit, with the name of who did it where it is known."""

    scope: int
    n: int
    at_ms: int
    actor: int
    name_ar: str
    name_la: str
    device: int
    deed: str
    about: str


def visible(connection: Connection, tables: CentreTables, administered: Collection[int]) -> list[int]:
    """The provinces below the places that somebody administers."""
    t = tables.directory.province
    every = connection.execute(select(t.c.place).order_by(t.c.place)).scalars()
    return [place for place in every if not {place, region_of(place), NATION}.isdisjoint(administered)]


def provinces(connection: Connection, tables: CentreTables, places: Collection[int], now_ms: int) -> list[Province]:
    """Some provinces, in order of their code."""
    t, operation = tables.directory, tables.operation
    device = t.device
    laptops: dict[int, list[tuple[int | None, int | None, int | None]]] = {}
    query = select(device.c.place, device.c.seen_ms, device.c.revoked_ms, device.c.schema)
    for place, seen, revoked, schema in connection.execute(query.where(among(connection, device.c.place, places))):
        laptops.setdefault(place, []).append((seen, revoked, schema))
    undecided = among(connection, operation.c.state, [*UNDECIDED, STORED, WAITING])
    waiting = _counted(connection, operation.c.place, places, undecided)
    refused = operation.c.verdict == "rejected", operation.c.decided_ms > now_ms - ERRORS_DAYS * _DAY_MS
    errors = _counted(connection, operation.c.place, places, *refused)
    conflicts = _conflicts(connection, tables, places)
    named = select(t.province).where(among(connection, t.province.c.place, places)).order_by(t.province.c.place)
    return [
        Province(
            place=row.place,
            name_ar=row.name_ar,
            name_la=row.name_la,
            laptops=sum(revoked is None for _, revoked, _ in laptops.get(row.place, ())),
            revoked=sum(revoked is not None for _, revoked, _ in laptops.get(row.place, ())),
            seen_ms=max((seen for seen, _, _ in laptops.get(row.place, ()) if seen is not None), default=None),
            schemas=tuple(sorted({s for _, gone, s in laptops.get(row.place, ()) if s is not None and gone is None})),
            waiting=waiting.get(row.place, 0),
            conflicts=conflicts.get(row.place, 0),
            errors=errors.get(row.place, 0),
        )
        for row in connection.execute(named)
    ]


def academy(connection: Connection, tables: CentreTables, region: int) -> int | None:
    """The place of a region's academy, where it is known here."""
    t, place = tables.directory.province, academy_of(region)
    return connection.execute(select(t.c.place).where(t.c.place == place)).scalar_one_or_none()


def _counted(connection: Connection, place: object, places: Collection[int], *conditions: object) -> Mapping[int, int]:
    column: object = place
    query = select(column, func.count()).where(among(connection, column, places), *conditions)  # type: ignore[arg-type, call-overload]  # columns
    return {row[0]: row[1] for row in connection.execute(query.group_by(column))}


def _conflicts(connection: Connection, tables: CentreTables, places: Collection[int]) -> dict[int, int]:
    """Conflicts that nobody has settled, by place; both compartments, as a number only."""
    scopes = [scope_id(place, part) for place in filter(is_province, places) for part in Compartment]
    found: dict[int, int] = {}
    for kind in ("conflict", "confidential_conflict"):
        t = tables.records.records[kind]
        for scope, count in _counted(connection, t.c.scope, scopes, t.c.choice.is_(None)).items():
            found[place_of(scope)] = found.get(place_of(scope), 0) + count
    return found


def people(connection: Connection, tables: CentreTables, place: int, day: str) -> list[Person]:
    """Those who were entered for a place or hold a role there, in order of their number; `day` is today's ISO day."""
    roles = Roles(connection, tables)
    by_account: dict[int, list[Held]] = {}
    for held in roles.at(place):
        by_account.setdefault(held.account, []).append(held)
    at_work = {one.id for one in roles.people(place, day)}
    t = tables.directory.account
    named = select(t).where((t.c.place == place) | among(connection, t.c.id, by_account)).order_by(t.c.id)
    return [
        Person(
            row.id,
            row.name_ar,
            row.name_la,
            row.password is not None,
            row.id in at_work,
            tuple(by_account.get(row.id, ())),
        )
        for row in connection.execute(named)
    ]


def laptops(connection: Connection, tables: CentreTables, place: int) -> list[Laptop]:
    """The laptops of a place, those in use first."""
    return sorted(Devices(connection, tables).at(place), key=lambda one: (one.revoked_ms is not None, one.number))


def names(connection: Connection, tables: CentreTables, accounts: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The names of some accounts in both scripts."""
    t = tables.directory.account
    query = select(t.c.id, t.c.name_ar, t.c.name_la).where(among(connection, t.c.id, set(accounts)))
    return {row.id: (row.name_ar, row.name_la) for row in connection.execute(query)}


def audit_lines(connection: Connection, tables: CentreTables, place: int, before: int | None) -> list[AuditLine]:
    """The newest lines of a place, both scopes; those of before a moment (UTC milliseconds) where it is given."""
    t = tables.audit.line
    query = select(t).where(among(connection, t.c.scope, [scope_id(place, part) for part in Compartment]))
    if before is not None:
        query = query.where(t.c.at_ms < before)
    found = connection.execute(query.order_by(t.c.at_ms.desc(), t.c.n.desc()).limit(AUDIT_LINES)).all()
    named = names(connection, tables, {row.actor for row in found})
    return [
        AuditLine(r.scope, r.n, r.at_ms, r.actor, *named.get(r.actor, ("", "")), r.device, r.deed, r.about)
        for r in found
    ]
