"""Verifies a centre's database against itself, history, sums and audit: also a restored one, before it is trusted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, select

from sync.server import audit_check
from sync.storage import chain
from sync.storage.digest import Holdings, kept_kinds
from sync.storage.ledger import CentreTables

_MANY = 5000


def findings(connection: Connection, tables: CentreTables, kept_anchors: Path | None = None) -> Iterator[str]:
    """All that is wrong, one sentence each; nothing when the database is whole. Reads every change and every row."""
    heads = connection.execute(select(tables.head).order_by(tables.head.c.scope)).all()
    for head in heads:
        yield from _history(connection, tables, head.scope, (head.seq, bytes(head.chain)))
        yield from _sums(connection, tables, head.scope)
    kept = audit_check.read_kept(kept_anchors) if kept_anchors else None
    for one in audit_check.verify(connection, tables, kept):
        yield f"audit of scope {one.scope}, line {one.n}: {one.code}"


def _history(connection: Connection, tables: CentreTables, scope: int, head: tuple[int, bytes]) -> Iterator[str]:
    """The changes of a scope are numbered without a gap, and each chain follows from the one before."""
    t = tables.change
    seq, last = 0, chain.START
    while True:
        query = select(t).where(t.c.scope == scope, t.c.seq > seq).order_by(t.c.seq).limit(_MANY)
        found = connection.execute(query).mappings().all()
        if not found:
            break
        for row in found:
            if row["seq"] != seq + 1:
                yield f"scope {scope}: change {seq + 1} is missing"
            seq, last = row["seq"], chain.extend(last, dict(row))
            if last != bytes(row["chain"]):
                yield f"scope {scope}: change {seq} is not what was written"
                last = bytes(row["chain"])
    if (seq, last) != head:
        yield f"scope {scope}: its history ends at {seq}, its head says {head[0]}"


def _sums(connection: Connection, tables: CentreTables, scope: int) -> Iterator[str]:
    """The rows add up to the sums that every office compares with."""
    measured = Holdings(connection, tables).measure([scope]).kinds(scope)
    kept = {kind: value for (_, kind), value in kept_kinds(connection, tables.digest, [scope]).items()}
    for kind in sorted(measured.keys() | kept.keys()):
        if measured.get(kind) != kept.get(kind):
            yield f"scope {scope}, kind {kind}: the rows are not those that were counted"
