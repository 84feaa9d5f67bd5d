"""What an office notes of its exchanges and of the networks they went over."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, Table

from sync.storage.tables import BIG, TEXT


def network_table(metadata: MetaData) -> Table:
    """What each network was worth, by a word that says nothing about it (client/network.py)."""
    return Table(
        "network",
        metadata,
        Column("name", TEXT, primary_key=True),
        Column("size", Integer, nullable=False),
        Column("clean", Integer, nullable=False),
        Column("round_trip_ms", Integer),
        Column("kbit_s", Integer),
    )


def exchange_table(metadata: MetaData) -> Table:
    """What each exchange with the centre did and cost."""
    counts = ("requests", "bytes_up", "bytes_down", "sent", "received", "conflicts", "rejected")
    return Table(
        "exchange",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("at_ms", BIG, nullable=False),
        Column("outcome", TEXT, nullable=False),
        *(Column(name, BIG if name.startswith("bytes") else Integer, nullable=False) for name in counts),
    )
