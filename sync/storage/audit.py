"""The tables of the audit: lines by scope, the last one of each, and where each scope stood on each day."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table

from sync.storage.tables import BIG, TEXT


@dataclass(frozen=True, slots=True)
class AuditTables:
    """The three of them."""

    line: Table
    head: Table
    anchor: Table


def audit_tables(metadata: MetaData) -> AuditTables:
    """Add the tables of the audit to the centre's."""
    return AuditTables(line=_line(metadata), head=_head(metadata), anchor=_anchor(metadata))


def _line(metadata: MetaData) -> Table:
    """Who did what: `about` names it by ids, `digest` is the hash of its content, `chain` covers all up to here."""
    return Table(
        "audit_line",
        metadata,
        Column("scope", Integer, primary_key=True, autoincrement=False),
        Column("n", BIG, primary_key=True, autoincrement=False),
        Column("at_ms", BIG, nullable=False),
        Column("actor", BIG, nullable=False),
        Column("device", Integer, nullable=False),
        Column("deed", TEXT, nullable=False),
        Column("about", TEXT, nullable=False),
        Column("digest", LargeBinary, nullable=False),
        Column("chain", LargeBinary, nullable=False),
    )


def _head(metadata: MetaData) -> Table:
    """The last line of each scope; its row is the lock under which lines are numbered."""
    return Table(
        "audit_head",
        metadata,
        Column("scope", Integer, primary_key=True, autoincrement=False),
        Column("n", BIG, nullable=False),
        Column("chain", LargeBinary, nullable=False),
    )


def _anchor(metadata: MetaData) -> Table:
    """Where each scope stood when a day was anchored; a line of the nation holds the hash of all of a day."""
    return Table(
        "audit_anchor",
        metadata,
        Column("day", TEXT, primary_key=True),
        Column("scope", Integer, primary_key=True, autoincrement=False),
        Column("n", BIG, nullable=False),
        Column("chain", LargeBinary, nullable=False),
    )
