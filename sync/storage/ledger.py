"""The tables beside the records: what was wanted, what was decided, what changed, how far each side has read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    UniqueConstraint,
)

from sync.storage.tables import BIG, TEXT, RecordTables, record_tables


def _meta(metadata: MetaData) -> Table:
    return Table("meta", metadata, Column("name", TEXT, primary_key=True), Column("value", TEXT, nullable=False))


def _change(metadata: MetaData) -> Table:
    """One change of one row, numbered within its scope; `fields` and `before` are canonical bytes."""
    change = Table(
        "change",
        metadata,
        Column("scope", Integer, primary_key=True, autoincrement=False),
        Column("seq", BIG, primary_key=True, autoincrement=False),
        Column("kind", SmallInteger, nullable=False),
        Column("row", BIG, nullable=False),
        Column("dossier", BIG, nullable=False),
        Column("device", Integer, nullable=False),
        Column("lane", SmallInteger, nullable=False),
        Column("n", BIG, nullable=False),
        Column("author", BIG, nullable=False),
        Column("day", TEXT, nullable=False),
        Column("fields", LargeBinary, nullable=False),
        Column("before", LargeBinary, nullable=False),
    )
    Index("ix_change_row", change.c.scope, change.c.kind, change.c.row, change.c.seq)
    return change


@dataclass(frozen=True, slots=True)
class OfficeTables:
    """All tables of an office's file."""

    records: RecordTables
    meta: Table
    change: Table
    outbox: Table
    tracked: Table
    mirror: Table
    cursor: Table
    draft: Table
    mapping: Table
    exchange: Table


@cache
def office_tables() -> OfficeTables:
    """The tables of an office's file, made once."""
    records = record_tables(led_by_scope=False)
    m = records.metadata
    outbox = Table(
        "outbox",
        m,
        Column("position", Integer, primary_key=True),
        Column("lane", SmallInteger, nullable=False),
        Column("n", BigInteger, nullable=False),
        Column("dossier", BIG, nullable=False),
        Column("other", BIG, nullable=False),
        Column("record", LargeBinary, nullable=False),
        Column("hash", LargeBinary, nullable=False),
        Column("state", TEXT, nullable=False),
        Column("verdict", TEXT),
        Column("scope", Integer, nullable=False),
        Column("seq", BIG),
        Column("problems", TEXT, nullable=False),
        Column("doubtful", Boolean(create_constraint=False), nullable=False),
        Column("at_ms", BIG, nullable=False),
        Column("set_aside", Boolean(create_constraint=False), nullable=False),
        UniqueConstraint("lane", "n"),
        sqlite_autoincrement=True,
    )
    for name in ("dossier", "other", "state"):
        Index(f"ix_outbox_{name}", outbox.c[name])
    mirror = Table(
        "mirror",
        m,
        Column("kind", SmallInteger, primary_key=True, autoincrement=False),
        Column("id", BIG, primary_key=True, autoincrement=False),
        Column("dossier", BIG, nullable=False),
        Column("scope", Integer, nullable=False),
        Column("fields", LargeBinary, nullable=False),
    )
    Index("ix_mirror_dossier", mirror.c.dossier)
    return OfficeTables(
        records=records,
        meta=_meta(m),
        change=_change(m),
        outbox=outbox,
        tracked=Table("tracked", m, Column("dossier", BIG, primary_key=True, autoincrement=False)),
        mirror=mirror,
        cursor=Table(
            "cursor",
            m,
            Column("scope", Integer, primary_key=True, autoincrement=False),
            Column("epoch", Integer, nullable=False),
            Column("seq", BIG, nullable=False),
            Column("copied_kind", SmallInteger, nullable=False),
            Column("copied_row", BIG, nullable=False),
            Column("complete", Boolean(create_constraint=False), nullable=False),
        ),
        draft=Table(
            "draft",
            m,
            Column("name", TEXT, primary_key=True),
            Column("dossier", BIG, nullable=False),
            Column("content", TEXT, nullable=False),
            Column("at_ms", BIG, nullable=False),
        ),
        mapping=Table(
            "mapping", m, Column("fingerprint", TEXT, primary_key=True), Column("content", TEXT, nullable=False)
        ),
        exchange=Table(
            "exchange",
            m,
            Column("id", Integer, primary_key=True),
            Column("at_ms", BIG, nullable=False),
            Column("outcome", TEXT, nullable=False),
            Column("requests", Integer, nullable=False),
            Column("bytes_up", BIG, nullable=False),
            Column("bytes_down", BIG, nullable=False),
            Column("sent", Integer, nullable=False),
            Column("received", Integer, nullable=False),
            Column("conflicts", Integer, nullable=False),
            Column("rejected", Integer, nullable=False),
        ),
    )


@dataclass(frozen=True, slots=True)
class CentreTables:
    """All tables of the centre."""

    records: RecordTables
    meta: Table
    change: Table
    head: Table
    operation: Table
    province: Table
    device: Table
    account: Table
    ticket: Table


@cache
def centre_tables() -> CentreTables:
    """The tables of the centre, made once."""
    records = record_tables(led_by_scope=True)
    m = records.metadata
    operation = Table(
        "operation",
        m,
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("device", Integer, primary_key=True, autoincrement=False),
        Column("lane", SmallInteger, primary_key=True, autoincrement=False),
        Column("n", BIG, primary_key=True, autoincrement=False),
        Column("record", LargeBinary, nullable=False),
        Column("hash", LargeBinary, nullable=False),
        Column("arrival", BIG, nullable=False),
        Column("state", TEXT, nullable=False),
        Column("verdict", TEXT),
        Column("scope", Integer),
        Column("seq", BIG),
        Column("problems", TEXT, nullable=False),
        Column("received_ms", BIG, nullable=False),
        Column("decided_ms", BIG),
    )
    Index("ix_operation_state", operation.c.place, operation.c.device, operation.c.state, operation.c.arrival)
    flag = Boolean(create_constraint=False)
    return CentreTables(
        records=records,
        meta=_meta(m),
        change=_change(m),
        head=Table(
            "head",
            m,
            Column("scope", Integer, primary_key=True, autoincrement=False),
            Column("seq", BIG, nullable=False),
        ),
        operation=operation,
        province=Table(
            "province",
            m,
            Column("place", Integer, primary_key=True, autoincrement=False),
            Column("name_ar", TEXT, nullable=False),
            Column("name_la", TEXT, nullable=False),
            Column("practice", flag, nullable=False),
        ),
        device=Table(
            "device",
            m,
            Column("number", Integer, primary_key=True, autoincrement=False),
            Column("place", Integer, nullable=False),
            Column("public_key", LargeBinary, nullable=False),
            Column("confidential", flag, nullable=False),
            Column("enrolled_ms", BIG, nullable=False),
            Column("revoked_ms", BIG),
        ),
        account=Table(
            "account",
            m,
            Column("id", BIG, primary_key=True, autoincrement=False),
            Column("place", Integer, nullable=False),
            Column("name_ar", TEXT, nullable=False),
            Column("name_la", TEXT, nullable=False),
            Column("role", TEXT, nullable=False),
            Column("confidential", flag, nullable=False),
        ),
        ticket=Table(
            "ticket",
            m,
            Column("name", TEXT, primary_key=True),
            Column("place", Integer, nullable=False),
            Column("account", BIG, nullable=False),
            Column("salt", LargeBinary, nullable=False),
            Column("secret", LargeBinary, nullable=False),
            Column("expires_ms", BIG, nullable=False),
            Column("tries", Integer, nullable=False),
            Column("used_ms", BIG),
            Column("device", Integer),
            Column("public_key", LargeBinary),
        ),
    )
