"""Bugs planted where people move between provinces, and where files are carried in place of a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete

from sync.client import bundle as client_bundle
from sync.client import eviction
from sync.client.work import Work
from sync.domain.operation import Effect
from sync.domain.record import Row
from sync.server.whereabouts import Whereabouts
from sync.storage.ledger import OfficeTables
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
