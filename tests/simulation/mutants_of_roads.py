"""Bugs planted where people move between provinces, and where files are carried in place of a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete

from sync.client import bundle as client_bundle
from sync.client import eviction, reply_file
from sync.client.work import Work
from sync.domain.operation import Effect
from sync.domain.record import Row
from sync.protocol.messages import Sealed
from sync.server import push
from sync.server.push import Push
from sync.server.whereabouts import Whereabouts
from sync.storage.ledger import OfficeTables
from sync.storage.prepared import Prepared, Rows
from tests.simulation.planting import Nursery, Patch

mutant = Nursery()


@mutant
def eviction_comes_before_the_outbox() -> Sequence[Patch]:
    right = eviction.forget

    def forget(connection: Connection, tables: OfficeTables, gone: Effect, seq: int) -> None:
        right(connection, tables, gone, seq)
        connection.execute(delete(tables.outbox).where(tables.outbox.c.dossier == gone.dossier))

    return [(eviction, "forget", forget)]


@mutant
def who_left_is_still_shown() -> Sequence[Patch]:
    def leave(_self: Work, _effect: Effect, _mirror: object) -> list[Row]:
        return []

    return [(Work, "_leave", leave)]


@mutant
def the_history_of_who_left_stays() -> Sequence[Patch]:
    return [(eviction, "forget", lambda *_: None)]


@mutant
def late_work_comes_back() -> Sequence[Patch]:
    return [(Whereabouts, "late", lambda *_: None)]


@mutant
def every_reply_is_believed() -> Sequence[Patch]:
    """Also one of a lost history, or about another copy of the file."""
    return [
        (reply_file._Judge, "_usable", lambda _self, _head, told: (told, False)),
        (reply_file._Judge, "_of_another_history", lambda *_: False),
    ]


@mutant
def what_came_too_late_is_decided_at_once() -> Sequence[Patch]:
    """A request that was on its way when the centre was put back: what it rests on may be lost."""
    right = Push.store

    def store(self: Push, operations: Sequence[Sealed], now_ms: int, **_: bool) -> None:
        right(self, operations, now_ms)

    return [(Push, "store", store)]


@mutant
def a_late_file_is_decided_under_the_old_numbers_too() -> Sequence[Patch]:
    """It was written before its laptop heard that another one has the same number."""
    right = Push._ask

    def ask(self: Push, asked: Prepared, keys: Iterable[tuple[int, int]]) -> list[tuple[int, Rows]]:
        return [] if asked is push._moved(self._tables.moved) else right(self, asked, keys)

    return [(Push, "_ask", ask)]


@mutant
def a_file_counts_as_delivered() -> Sequence[Patch]:
    right = client_bundle.Stick.write_request

    def write_request(self: Any, *arguments: Any, **options: Any) -> Any:
        waiting = self._waiting()
        written = right(self, *arguments, **options)
        with self._replica.database.write() as connection:
            t = self._replica.tables.outbox
            connection.execute(delete(t).where(t.c.position.in_([entry.position for entry in waiting])))
        return written

    return [(client_bundle.Stick, "write_request", write_request)]
