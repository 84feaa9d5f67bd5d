"""The centre's ledger of moves: where dossiers have gone, and what each end had numbered by then."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, Table

from sync.storage.tables import BIG, TEXT

NUMBERS = ("left_general", "left_confidential", "came_general", "came_confidential")


def transfer_table(metadata: MetaData) -> Table:
    """One move of one dossier, with the heads of both ends' scopes, by compartment, once it was done.

    What a place changed in a dossier before it left has a number up to `left`, what the next one changes one above
    `came`; written under the locks of all these scopes' heads.
    """
    return Table(
        "transfer",
        metadata,
        Column("dossier", BIG, primary_key=True, autoincrement=False),
        Column("n", Integer, primary_key=True, autoincrement=False),
        Column("origin", Integer, nullable=False),
        Column("destination", Integer, nullable=False),
        Column("day", TEXT, nullable=False),
        Column("author", BIG, nullable=False),
        Column("at_ms", BIG, nullable=False),
        *(Column(name, BIG, nullable=False) for name in NUMBERS),
    )
