"""The office's journal of exchanges: one row each, and what the line was worth, to say how long one will take."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, select, update

from sync.client.pacing import Pace
from sync.storage.database import Database
from sync.storage.ledger import OfficeTables
from sync.storage.rows import get_meta, set_meta, upsert

DONE = "done"
"""The outcome of an exchange that came to its end; any other outcome is the code of what stopped it."""
_NETWORK = "network"
"""Where the network that was used last is named."""
_COUNTS = ("requests", "bytes_up", "bytes_down", "sent", "received", "conflicts", "rejected")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """One exchange: when it ended (UTC milliseconds), how, bytes of both directions, operations and changes."""

    at_ms: int
    outcome: str
    requests: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    sent: int = 0
    received: int = 0
    conflicts: int = 0
    rejected: int = 0
    id: int = 0

    @property
    def whole(self) -> bool:
        """True when it came to its end."""
        return self.outcome == DONE

    @property
    def silent(self) -> bool:
        """True when the centre answered nothing at all."""
        return not self.whole and not self.bytes_down


class Journal:
    """Writes the journal of one office."""

    def __init__(self, database: Database, tables: OfficeTables) -> None:
        self._database = database
        self._tables = tables

    def add(self, exchanged: Exchanged, *, continues: int = 0) -> int:
        """Keep an exchange; gives its number. Raises StorageError.

        `continues` names the row of an exchange that was cut and went on: both are one row. Silent tries that follow
        each other are one row too, or weeks without a line would fill the history.
        """
        with self._database.write() as connection:
            known = _row(connection, self._tables, continues) if continues else _last_silent(connection, self._tables)
            if known is None or (not continues and not _same_silence(known, exchanged)):
                return self._insert(connection, exchanged)
            return self._extend(connection, known, exchanged)

    def pace(self, network: str) -> Pace:
        """What a network was worth; a new one is begun with. Raises StorageError."""
        with self._database.read() as connection:
            return _pace(connection, self._tables, network)

    def keep_pace(self, network: str, pace: Pace) -> None:
        """Keep what the network in use was worth. Raises StorageError."""
        with self._database.write() as connection:
            upsert(connection, self._tables.network, [{"name": network, **asdict(pace)}])
            set_meta(connection, self._tables.meta, _NETWORK, network)

    def _insert(self, connection: Connection, exchanged: Exchanged) -> int:
        columns = {name: getattr(exchanged, name) for name in ("at_ms", "outcome", *_COUNTS)}
        made = connection.execute(insert(self._tables.exchange).values(**columns))
        (number,) = made.inserted_primary_key or (0,)
        return int(number)

    def _extend(self, connection: Connection, known: Exchanged, more: Exchanged) -> int:
        t = self._tables.exchange
        counts = {name: getattr(known, name) + getattr(more, name) for name in _COUNTS}
        changed = {"at_ms": more.at_ms, "outcome": more.outcome, **counts}
        connection.execute(update(t).where(t.c.id == known.id).values(**changed))
        return known.id


def history(connection: Connection, tables: OfficeTables, limit: int) -> tuple[Exchanged, ...]:
    """The last exchanges, newest first."""
    t = tables.exchange
    found = connection.execute(select(t).order_by(t.c.id.desc()).limit(limit)).mappings()
    return tuple(Exchanged(**row) for row in found)


def last_pace(connection: Connection, tables: OfficeTables) -> Pace:
    """What the network that was used last was worth."""
    return _pace(connection, tables, get_meta(connection, tables.meta, _NETWORK) or "")


def line_speed(connection: Connection, tables: OfficeTables) -> int | None:
    """What the line was worth lately, in kbit/s; None before anything was measured."""
    return last_pace(connection, tables).kbit_s


def _pace(connection: Connection, tables: OfficeTables, network: str) -> Pace:
    t = tables.network
    found = connection.execute(select(t).where(t.c.name == network)).one_or_none()
    return Pace(found.size, found.clean, found.round_trip_ms, found.kbit_s) if found else Pace()


def _row(connection: Connection, tables: OfficeTables, number: int) -> Exchanged | None:
    t = tables.exchange
    found = connection.execute(select(t).where(t.c.id == number)).mappings().first()
    return Exchanged(**found) if found else None


def _last_silent(connection: Connection, tables: OfficeTables) -> Exchanged | None:
    last = history(connection, tables, 1)
    return last[0] if last and last[0].silent else None


def _same_silence(known: Exchanged, new: Exchanged) -> bool:
    return new.silent and new.outcome == known.outcome
