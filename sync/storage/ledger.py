"""The tables beside the records: what was wanted, what was decided, what changed, how far each side has read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    UniqueConstraint,
    literal_column,
)

from sync.storage.audit import AuditTables, audit_tables
from sync.storage.directory import DirectoryTables, directory_tables
from sync.storage.identity import identity_table
from sync.storage.journal import exchange_table, network_table
from sync.storage.papers import PaperTables, paper_tables, way_table
from sync.storage.tables import BIG, ROOM, TEXT, RecordTables, record_tables
from sync.storage.transfers import transfer_table

FLAG = Boolean(create_constraint=False)
DECIDED = "decided"
"""The state of an operation that has its answer, for ever."""
HELD = "held"
"""The state, and the answer, of an operation that could not be decided."""
RESTS = "rests"
"""The same of a step, written in a history that was lost, on an act that has not come back yet: it is decided again
whenever its laptop is heard of."""
UNDECIDED = (HELD, RESTS)


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
        # The running hash of the scope up to here (storage/chain.py); an office's file may be older than that.
        Column("chain", LargeBinary),
    )
    Index("ix_change_row", change.c.scope, change.c.kind, change.c.row, change.c.seq)
    Index("ix_change_operation", change.c.device, change.c.lane, change.c.n)
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
    unread: Table
    cursor: Table
    draft: Table
    mapping: Table
    exchange: Table
    network: Table
    parting: Table
    papers: PaperTables
    way: Table


@cache
def office_tables() -> OfficeTables:
    """The tables of an office's file, made once."""
    records = record_tables(led_by_scope=False)
    m = records.own
    return OfficeTables(
        records=records,
        meta=_meta(m),
        change=_change(m),
        outbox=_outbox(m),
        tracked=Table("tracked", m, Column("dossier", BIG, primary_key=True, autoincrement=False)),
        mirror=_raw_rows(m, "mirror"),
        unread=_raw_rows(m, "unread"),
        cursor=_cursor(m),
        draft=_draft(m),
        mapping=Table(
            "mapping", m, Column("fingerprint", TEXT, primary_key=True), Column("content", TEXT, nullable=False)
        ),
        exchange=exchange_table(m),
        network=network_table(m),
        parting=_office_parting(m),
        papers=paper_tables(m),
        way=way_table(m),
    )


def _outbox(metadata: MetaData) -> Table:
    """What was saved here, in canonical form, in the order in which it was saved."""
    outbox = Table(
        "outbox",
        metadata,
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
        Column("doubtful", FLAG, nullable=False),
        Column("at_ms", BIG, nullable=False),
        Column("set_aside", FLAG, nullable=False),
        Column("effects", LargeBinary, nullable=False),
        Column("device", Integer, nullable=False),
        # Of what changed nothing: the number up to which its scope had been read when its verdict was known.
        Column("until", BIG),
        UniqueConstraint("device", "lane", "n"),
        sqlite_autoincrement=True,
    )
    for name in ("dossier", "other", "state"):
        Index(f"ix_outbox_{name}", outbox.c[name])
    return outbox


def _raw_rows(metadata: MetaData, name: str) -> Table:
    """Rows as canonical bytes: in the mirror the centre's rows of the dossiers that pending operations touch; unread
    are those of kinds that only a newer version knows."""
    table = Table(
        name,
        metadata,
        Column("kind", SmallInteger, primary_key=True, autoincrement=False),
        Column("id", BIG, primary_key=True, autoincrement=False),
        Column("dossier", BIG, nullable=False),
        Column("scope", Integer, nullable=False),
        Column("fields", LargeBinary, nullable=False),
    )
    Index(f"ix_{name}_dossier", table.c.dossier)
    return table


def _cursor(metadata: MetaData) -> Table:
    """How far each scope has been read."""
    return Table(
        "cursor",
        metadata,
        Column("scope", Integer, primary_key=True, autoincrement=False),
        Column("epoch", Integer, nullable=False),
        Column("seq", BIG, nullable=False),
        Column("copied_kind", SmallInteger, nullable=False),
        Column("copied_row", BIG, nullable=False),
        Column("complete", FLAG, nullable=False),
        # The last number that this epoch shares with those before it.
        Column("shared", BIG, nullable=False, server_default="0"),
        # The chain at `seq`; unknown until the centre tells it, in a file that is older than chains.
        Column("chain", LargeBinary),
        # Where the first copy was taken, and the chain there: what lies before was never read change by change.
        Column("start", BIG, nullable=False, server_default="0"),
        Column("start_chain", LargeBinary),
        # Up to here the centre's database is archived.
        Column("safe", BIG, nullable=False, server_default="0"),
    )


def _office_parting(metadata: MetaData) -> Table:
    """Where a history that was read parted from the centre's present one, and the last operation that rests on it."""
    return Table(
        "parting",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("scope", Integer, nullable=False),
        Column("shared", BIG, nullable=False),
        Column("position", Integer, nullable=False),
        Column("told", FLAG, nullable=False),
    )


def _draft(metadata: MetaData) -> Table:
    """What a clerk typed and has not saved."""
    return Table(
        "draft",
        metadata,
        Column("name", TEXT, primary_key=True),
        Column("dossier", BIG, nullable=False),
        Column("content", TEXT, nullable=False),
        Column("at_ms", BIG, nullable=False),
    )


@dataclass(frozen=True, slots=True)
class CentreTables:
    """All tables of the centre."""

    records: RecordTables
    meta: Table
    change: Table
    head: Table
    digest: Table
    operation: Table
    transfer: Table
    directory: DirectoryTables
    epoch: Table
    parting: Table
    papers: PaperTables
    archived: Table
    moved: Table
    taken: Table
    same_row: Table
    audit: AuditTables
    identity: Table


@cache
def centre_tables() -> CentreTables:
    """The tables of the centre, made once."""
    records = record_tables(led_by_scope=True)
    m = records.own
    return CentreTables(
        records=records,
        meta=_meta(m),
        change=_change(m),
        head=_head(m),
        digest=_digest(m),
        operation=_operation(m),
        transfer=transfer_table(m),
        directory=directory_tables(m),
        epoch=_epoch(m),
        parting=_centre_parting(m),
        papers=paper_tables(m),
        archived=_archived(m),
        moved=_moved(m),
        taken=_taken(m),
        same_row=_same_row(m),
        audit=audit_tables(m),
        identity=identity_table(m),
    )


def _epoch(metadata: MetaData) -> Table:
    """Where each history after the first one started: the heads at that time."""
    return Table(
        "epoch",
        metadata,
        Column("epoch", Integer, primary_key=True, autoincrement=False),
        Column("scope", Integer, primary_key=True, autoincrement=False),
        Column("started", BIG, nullable=False),
    )


def _centre_parting(metadata: MetaData) -> Table:
    """Up to which operation a device rests on a history of a scope that is not this one after `shared`."""
    return Table(
        "parting",
        metadata,
        Column("device", Integer, primary_key=True, autoincrement=False),
        Column("scope", Integer, primary_key=True, autoincrement=False),
        Column("lane", SmallInteger, primary_key=True, autoincrement=False),
        Column("n", BIG, primary_key=True, autoincrement=False),
        Column("shared", BIG, nullable=False),
    )


def _moved(metadata: MetaData) -> Table:
    """Operations that a renumbered laptop offers under another number now: they are not taken under this one."""
    return Table(
        "moved",
        metadata,
        Column("device", Integer, primary_key=True, autoincrement=False),
        Column("lane", SmallInteger, primary_key=True, autoincrement=False),
        Column("n", BIG, primary_key=True, autoincrement=False),
        Column("hash", LargeBinary, primary_key=True),
    )


def _taken(metadata: MetaData) -> Table:
    """The same by the number that each goes by now: two copies of one laptop may have taken the same one along."""
    before = "device", "lane", "n", "hash"
    table = Table(
        "taken",
        metadata,
        Column("to_device", Integer, primary_key=True, autoincrement=False),
        Column("lane", SmallInteger, primary_key=True, autoincrement=False),
        Column("to_n", BIG, primary_key=True, autoincrement=False),
        Column("device", Integer, nullable=False),
        Column("n", BIG, nullable=False),
        Column("hash", LargeBinary, nullable=False),
    )
    Index("ix_taken_before", *(table.c[name] for name in before))
    return table


def _same_row(metadata: MetaData) -> Table:
    """Rows that a copy of their laptop had made before, and the ids under which they are known since."""
    return Table(
        "same_row",
        metadata,
        Column("kind", SmallInteger, primary_key=True, autoincrement=False),
        Column("row", BIG, primary_key=True, autoincrement=False),
        Column("place", Integer, nullable=False, index=True),
        Column("same", BIG, nullable=False),
    )


def _archived(metadata: MetaData) -> Table:
    """Up to which number of each scope this database is archived, and the chain there."""
    return Table(
        "archived",
        metadata,
        Column("scope", Integer, primary_key=True, autoincrement=False),
        Column("seq", BIG, nullable=False),
        Column("chain", LargeBinary, nullable=False),
    )


def _head(metadata: MetaData) -> Table:
    """The last number given in each scope, and the chain there; its row is the lock under which numbers are given."""
    scope = Column("scope", Integer, primary_key=True, autoincrement=False)
    return Table("head", metadata, scope, Column("seq", BIG, nullable=False), Column("chain", LargeBinary))


def _digest(metadata: MetaData) -> Table:
    """The sums of what each scope holds, by kind and bucket; written under the lock of the scope's head."""
    return Table(
        "digest",
        metadata,
        Column("scope", Integer, primary_key=True, autoincrement=False),
        Column("kind", SmallInteger, primary_key=True, autoincrement=False),
        Column("bucket", SmallInteger, primary_key=True, autoincrement=False),
        Column("value", LargeBinary, nullable=False),
        **ROOM,
    )


def undecided(operation: Table) -> ColumnElement[bool]:
    """Operations without an answer. They are few, and have an index of their own: whoever looks for some says this."""
    return operation.c.state != literal_column(f"'{DECIDED}'")  # no parameter: the planner must know it


def _operation(metadata: MetaData) -> Table:
    """What every device sent, and what became of it."""
    operation = Table(
        "operation",
        metadata,
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
    # To a planner that does not know that each laptop has one place, an index of all states would be as good a way to
    # a few numbers as the key, and all that a laptop ever sent would be read.
    few = undecided(operation)
    own = operation.c.place, operation.c.device, operation.c.arrival
    Index("ix_operation_undecided", *own, postgresql_where=few, sqlite_where=few)
    return operation
