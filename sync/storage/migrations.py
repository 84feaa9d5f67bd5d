"""Numbered steps that bring a database to today's tables; forward only, each in the caller's transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, Table, bindparam, func, inspect, select, text, update

from sync.domain import catalog
from sync.domain.ids import Compartment, scope_id
from sync.storage import chain, search_index
from sync.storage.errors import TooNew
from sync.storage.growth import add_columns, grow
from sync.storage.identity import Identities
from sync.storage.ledger import CentreTables, centre_tables, office_tables
from sync.storage.rows import get_meta, insert_all, insert_missing, set_meta
from sync.storage.tables import RecordTables
from sync.storage.wall import raise_wall

Step = Callable[[Connection], None]
_VERSION = "database_version"
_DECLARED = "declarations"
_MANY = 2000
_SEARCHED_ANEW = 6
"""The step since which the search is as it is: what an office had before is indexed anew after it."""


def _office_1(connection: Connection) -> None:
    office_tables().records.metadata.create_all(connection)
    search_index.create(connection)


def _centre_1(connection: Connection) -> None:
    centre_tables().records.metadata.create_all(connection)


def _office_2(connection: Connection) -> None:
    """Chains: what was read before has none, and the next exchange asks for it."""
    tables = office_tables()
    tables.records.metadata.create_all(connection)
    add_columns(connection, tables.change)
    add_columns(connection, tables.cursor)


def _centre_2(connection: Connection) -> None:
    """Chains, over all changes that there are."""
    tables = centre_tables()
    tables.records.metadata.create_all(connection)
    add_columns(connection, tables.change)
    add_columns(connection, tables.head)
    unchained = select(tables.head.c.scope).where(tables.head.c.chain.is_(None))
    for scope in connection.execute(unchained).scalars().all():
        whole = _chain_up(connection, tables.change, scope)
        connection.execute(update(tables.head).where(tables.head.c.scope == scope).values(chain=whole))


def _office_3(connection: Connection) -> None:
    """What is archived: unknown until the centre tells it."""
    tables = office_tables()
    add_columns(connection, tables.outbox)
    add_columns(connection, tables.cursor)


def _office_4(connection: Connection) -> None:
    """What networks were worth: what was measured over all of them says little of any."""
    office_tables().network.create(connection, checkfirst=True)


def _office_5(connection: Connection) -> None:
    """The search's table knows how names begin and no places of words: it is made anew, and filled at the end."""
    search_index.recreate(connection)


def _office_6(connection: Connection) -> None:
    """People are in order by their names in both scripts: made anew, and filled at the end."""
    search_index.recreate(connection)


def _centre_3(connection: Connection) -> None:
    """What is archived: nothing that is known."""
    centre_tables().archived.create(connection, checkfirst=True)


def _centre_4(connection: Connection) -> None:
    """What renumbered laptops took with them: nothing that is known."""
    centre_tables().moved.create(connection, checkfirst=True)


def _centre_5(connection: Connection) -> None:
    """Roles by scope and day: what stood in the accounts is held from the beginning, without an end."""
    tables = centre_tables()
    tables.records.metadata.create_all(connection)
    add_columns(connection, tables.directory.device)
    add_columns(connection, tables.directory.account)
    if "role" not in {column["name"] for column in inspect(connection).get_columns("account")}:
        return
    held = []
    for row in connection.execute(text("SELECT id, place, role, confidential FROM account")).all():
        parts = (Compartment.GENERAL, *((Compartment.CONFIDENTIAL,) if row.confidential else ()))
        for n, part in enumerate(parts, start=1):
            one = {"account": row.id, "n": n, "scope": scope_id(row.place, part), "role": row.role}
            held.append({**one, "first_day": "", "last_day": None, "given_by": 0})
    insert_all(connection, tables.directory.role, held)
    for name in ("role", "confidential"):
        connection.execute(text(f"ALTER TABLE account DROP COLUMN {name}"))


def _centre_6(connection: Connection) -> None:
    """The audit: it begins with what is done from now on."""
    audit = centre_tables().audit
    for table in (audit.line, audit.head, audit.anchor):
        table.create(connection, checkfirst=True)


def _centre_7(connection: Connection) -> None:
    """Identities: filled below, as for a new key."""
    centre_tables().identity.create(connection, checkfirst=True)


def _centre_8(connection: Connection) -> None:
    """Sessions of the console: all that are open go on."""
    add_columns(connection, centre_tables().directory.account)


def _centre_9(connection: Connection) -> None:
    """Keepers: each laptop is entrusted to whom its code was made for."""
    directory = centre_tables().directory
    directory.keeper.create(connection, checkfirst=True)
    t = directory.device
    known = connection.execute(select(t.c.number, t.c.account).where(t.c.account.is_not(None))).all()
    kept = [{"device": row.number, "account": row.account, "given_by": 0} for row in known]
    insert_missing(connection, directory.keeper, kept)


def _centre_10(connection: Connection) -> None:
    """What came is numbered with its laptop, what has no answer indexed apart; rows have room for their next state."""
    tables = centre_tables()
    t, device = tables.operation, tables.directory.device
    tables.records.metadata.create_all(connection)
    add_columns(connection, device)
    own = t.c.place == device.c.place, t.c.device == device.c.number
    last = select(func.coalesce(func.max(t.c.arrival), 0)).where(*own).scalar_subquery()
    connection.execute(update(device).values(arrivals=last))
    connection.execute(text("DROP INDEX IF EXISTS ix_operation_state"))
    add_columns(connection, t)
    if connection.dialect.name == "postgresql":
        for table in (tables.digest, *tables.records.records.values()):
            options = ", ".join(
                f"{name}={value}" for name, value in table.dialect_options["postgresql"]["with"].items()
            )
            connection.execute(text(f'ALTER TABLE "{table.name}" SET ({options})'))


def _centre_11(connection: Connection) -> None:
    """What two copies of a laptop took along both: nothing that is known."""
    tables = centre_tables()
    tables.taken.create(connection, checkfirst=True)
    add_columns(connection, tables.directory.device)


def _centre_12(connection: Connection) -> None:
    """Rows that copies of laptops made both: none that is known."""
    centre_tables().same_row.create(connection, checkfirst=True)


def _chain_up(connection: Connection, change: Table, scope: int) -> bytes:
    """Give each change of a scope its chain; gives the last one."""
    of_scope = change.c.scope == scope
    keep = update(change).where(of_scope, change.c.seq == bindparam("at")).values(chain=bindparam("to"))
    last, seq = chain.START, 0
    while True:
        query = select(change).where(of_scope, change.c.seq > seq).order_by(change.c.seq).limit(_MANY)
        found = connection.execute(query).mappings().all()
        if not found:
            return last
        kept = []
        for row in found:
            last, seq = chain.extend(last, dict(row)), row["seq"]
            kept.append({"at": seq, "to": last})
        connection.execute(keep, kept)


OFFICE_STEPS: Sequence[Step] = (_office_1, _office_2, _office_3, _office_4, _office_5, _office_6)
CENTRE_STEPS: Sequence[Step] = (
    _centre_1,
    _centre_2,
    _centre_3,
    _centre_4,
    _centre_5,
    _centre_6,
    _centre_7,
    _centre_8,
    _centre_9,
    _centre_10,
    _centre_11,
    _centre_12,
)
"""The first step makes a new database as it is today; the others bring what an older version made up to it. Tables and
columns of records need none (growth.py)."""


def migrate_office(connection: Connection) -> int:
    """Bring an office's file to today's tables; gives the version. Raises TooNew."""
    tables = office_tables()
    before = _version(connection, tables.meta)
    version = _migrate(connection, OFFICE_STEPS, tables.records, tables.meta)
    if 0 < before < _SEARCHED_ANEW:
        search_index.rebuild(connection, tables.records)
    return version


def migrate_centre(connection: Connection) -> int:
    """Bring the centre's database to today's tables; gives the version. Raises TooNew.

    What was held because it could not be read or decided is decided again, in its order, when its office comes next, or
    when the centre starts to serve where no laptop has that number any more.
    """
    tables = centre_tables()
    before = _declared(connection, tables.meta)
    version = _migrate(connection, CENTRE_STEPS, tables.records, tables.meta)
    Identities(connection, tables.identity).rebuild(tables.meta, tables.records.records["employee"])
    raise_wall(connection, tables)
    if before not in (None, catalog.fingerprint()):
        _release_held(connection, tables)
    return version


def _release_held(connection: Connection, tables: CentreTables) -> None:
    t, device = tables.operation, tables.directory.device
    revoked = select(device.c.number).where(device.c.revoked_ms.is_not(None))
    held = update(t).where(t.c.state == "held", t.c.device.not_in(revoked))
    connection.execute(held.values(state="stored"))


def _declared(connection: Connection, meta: Table) -> str | None:
    """The fingerprint of the declarations that a database was last brought to; empty for an old or new one."""
    if not connection.dialect.has_table(connection, meta.name):
        return None
    return get_meta(connection, meta, _DECLARED) or ""


def _version(connection: Connection, meta: Table) -> int:
    """How far a database was brought; 0 for a new one."""
    exists = connection.dialect.has_table(connection, meta.name)
    return int(get_meta(connection, meta, _VERSION) or 0) if exists else 0


def _migrate(connection: Connection, steps: Sequence[Step], records: RecordTables, meta: Table) -> int:
    version = _version(connection, meta)
    if version > len(steps):
        raise TooNew(f"version {version}, known up to {len(steps)}")
    for step in steps[version:] if version else steps[:1]:
        step(connection)
    if version < len(steps):
        set_meta(connection, meta, _VERSION, str(len(steps)))
    if _declared(connection, meta) != catalog.fingerprint() or version < len(steps):
        grow(connection, records)
        set_meta(connection, meta, _DECLARED, catalog.fingerprint())
    return len(steps)
