"""What an office forgets of a dossier that left its province, beside the rows (work.py).

The outbox is not touched: what was written here before the office heard of it is still sent, and gets its verdict.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, update

from sync.domain.ids import Compartment, compartment_of
from sync.domain.operation import Effect
from sync.storage.ledger import OfficeTables


def forget(connection: Connection, tables: OfficeTables, gone: Effect, seq: int) -> None:
    """Empty the history of a dossier up to the change `seq` with which it left a scope, and drop what was typed for it.

    The numbers of the changes stay, because they have no gaps; their content belongs to another province now.
    """
    t = tables.change
    before = (t.c.scope == gone.scope, t.c.dossier == gone.dossier, t.c.seq < seq)
    connection.execute(update(t).where(*before).values(fields=b"", before=b""))
    if compartment_of(gone.scope) is Compartment.GENERAL:
        connection.execute(delete(tables.draft).where(tables.draft.c.dossier == gone.dossier))
