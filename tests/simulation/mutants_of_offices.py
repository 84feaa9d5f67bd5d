"""Bugs planted at an office, each a wrong turn that real sync products took."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import msgspec
from sqlalchemy import select, update

from sync.client import rebase as client_rebase
from sync.client import renumbering, row_counters
from sync.client import replica as client_replica
from sync.client import work as client_work
from sync.client.outbox import Entry, Outbox, State
from sync.client.rebase import Pending
from sync.client.repair import Repair
from sync.client.replica import Changes, Replica, Saved
from sync.client.row_counters import RowCounters
from sync.client.work import Work
from sync.domain import canonical, catalog
from sync.domain.ids import Lane
from sync.domain.operation import Operation, Verb, void, write
from sync.protocol.messages import Copy, Page, Result
from sync.storage import growth
from sync.storage.errors import DiskFull
from tests.simulation.planting import Nursery, Patch

mutant = Nursery()
Operations = Sequence[Operation]


@mutant
def cursor_committed_before_rows() -> Sequence[Patch]:
    absorb_right, work_right = Replica.absorb, Work.absorb
    was: dict[int, int] = {}

    def absorb(self: Replica, news: Page | Copy, *more: Any) -> Changes:
        if isinstance(news, Page):
            t = self.tables.cursor
            with self.database.write() as connection:
                seq = connection.execute(select(t.c.seq).where(t.c.scope == news.scope)).scalar_one()
                was[news.scope] = seq
                connection.execute(update(t).where(t.c.scope == news.scope).values(seq=max(seq, news.upto)))
        return absorb_right(self, news, *more)

    def with_rows(self: Work, page: Page) -> set[int]:
        self._move_cursor(page.scope, seq=was[page.scope])
        return work_right(self, page)

    return [(Replica, "absorb", absorb), (Work, "absorb", with_rows)]


@mutant
def the_first_copy_ends_at_its_last_head() -> Sequence[Patch]:
    right = Work._move_cursor

    def absorb_copy(self: Work, copy: Copy) -> set[int] | None:
        def move(scope: int, **values: object) -> None:
            right(self, scope, **({**values, "seq": copy.head} if "complete" in values else values))

        self._move_cursor = move  # type: ignore[method-assign]  # a wrong turn on purpose
        return copied(self, copy)

    copied = Work.absorb_copy
    return [(Work, "absorb_copy", absorb_copy)]


@mutant
def the_mirror_is_not_refreshed() -> Sequence[Patch]:
    right = Work._apply

    def apply(self: Work, effect: Any, mirror: dict[Any, Any]) -> Any:
        return right(self, effect, {} if effect.dossier in {row.dossier for row in mirror.values()} else mirror)

    return [(Work, "_apply", apply)]


@mutant
def rows_of_rejected_saves_stay() -> Sequence[Patch]:
    def settle(self: Work, verdicts: Any) -> Any:
        self.rebase = lambda dossiers: None  # type: ignore[method-assign]  # a wrong turn on purpose
        return settled(self, verdicts)

    settled = Work.settle
    return [(Work, "settle", settle)]


@mutant
def a_dossier_is_let_go_too_early() -> Sequence[Patch]:
    right = Outbox.of_dossiers

    def of_dossiers(self: Outbox, dossiers: Collection[int]) -> list[Entry]:
        return [entry for entry in right(self, dossiers) if entry.state is not State.DECIDED]

    return [(Outbox, "of_dossiers", of_dossiers)]


@mutant
def rebase_runs_out_of_order() -> Sequence[Patch]:
    right = client_rebase.rebase

    def rebase(state: Any, pending: Iterable[Pending], newer: Any) -> Any:
        return right(state, list(pending)[::-1], newer)[::-1]

    return [(client_work, "rebase", rebase)]


# -- saving ----------------------------------------------------------------------------------------------------


@mutant
def a_save_is_two_transactions() -> Sequence[Patch]:
    right = Replica._save

    def record(
        self: Replica, operations: Sequence[Operation], *, author: int, lane: Lane = Lane.DESK, **_: object
    ) -> Saved:
        with self.database.write() as connection:
            saved = right(self, self._work(connection), operations, author, lane)
        with self.database.write() as connection:
            work = self._work(connection)
            work.outbox.append = lambda entries: None  # type: ignore[method-assign]  # a wrong turn on purpose
            right(self, work, operations, author, lane)
            work.flush()
        return saved

    return [(Replica, "record", record)]


@mutant
def a_full_disk_is_not_told() -> Sequence[Patch]:
    right = Replica.record

    def record(
        self: Replica, operations: Sequence[Operation], *, author: int, lane: Lane = Lane.DESK, **_: object
    ) -> Saved:
        try:
            return right(self, operations, author=author, lane=lane)
        except DiskFull:
            with self.database.read() as connection:
                return Saved(((lane, Outbox(connection, self.tables).next_number(lane)),), (), Changes())

    return [(Replica, "record", record)]


@mutant
def a_sealed_save_is_folded() -> Sequence[Patch]:
    right = Replica.record

    def record(
        self: Replica, operations: Sequence[Operation], *, author: int, lane: Lane = Lane.DESK, **_: object
    ) -> Saved:
        saved = right(self, operations, author=author, lane=lane)
        with self.database.write() as connection:
            outbox = Outbox(connection, self.tables)
            waiting = [e for e in outbox.entries() if e.state is not State.DECIDED and e.operation.verb is Verb.CORRECT]
            for older, newer in pairwise(waiting):
                if older.operation.row == newer.operation.row and newer.n == saved.numbers[-1][1]:
                    fields = {**older.operation.fields, **newer.operation.fields}
                    kind = catalog.BY_NAME[older.operation.kind]
                    both = write(replace(older.operation, fields=fields), kind)
                    none = write(void(newer.operation), kind)
                    outbox.set(older.position, record=both, hash=canonical.digest(both))
                    outbox.set(newer.position, record=none, hash=canonical.digest(none))
        return saved

    return [(Replica, "record", record)]


@mutant
def undo_of_what_was_offered() -> Sequence[Patch]:
    right = Outbox.entry

    def entry(self: Outbox, lane: int, n: int) -> Entry | None:
        found = right(self, lane, n)
        return replace(found, state=State.OPEN) if found and found.state is State.SEALED else found

    return [(Outbox, "entry", entry)]


@mutant
def what_a_paper_rests_on_is_undone() -> Sequence[Patch]:
    def stands_on_paper(operation: Operation) -> bool:
        return False

    return [(client_replica, "stands_on_paper", stands_on_paper)]


# -- sending ---------------------------------------------------------------------------------------------------


@mutant
def sent_counts_as_received() -> Sequence[Patch]:
    right = Replica.seal

    def seal(self: Replica, limit: int, skip: Collection[int] = frozenset()) -> list[Entry]:
        entries = right(self, limit, skip)
        with self.database.write() as connection:
            for entry in entries:
                Outbox(connection, self.tables).set(entry.position, state=State.DECIDED.value, verdict="applied", seq=0)
        return entries

    return [(Replica, "seal", seal)]


@mutant
def the_desk_overtakes_the_import() -> Sequence[Patch]:
    return [(Outbox, "_needed_before", lambda self, desk, skip: [])]


@mutant
def a_rejection_is_taken_for_a_receipt() -> Sequence[Patch]:
    right = Replica.settle

    def settle(self: Replica, result: Result) -> Changes:
        verdicts = [msgspec.structs.replace(v, verdict="applied") for v in result.verdicts]
        return right(self, msgspec.structs.replace(result, verdicts=verdicts))

    return [(Replica, "settle", settle)]


@mutant
def a_clock_decides_the_order() -> Sequence[Patch]:
    right = Outbox.batch

    def batch(self: Outbox, limit: int, skip: Collection[int] = frozenset()) -> list[Entry]:
        return sorted(right(self, limit, skip), key=lambda entry: entry.at_ms)

    return [(Outbox, "batch", batch)]


# -- copies of files, other histories, newer programs ------------------------------------------------------------


@mutant
def a_new_history_wipes_the_outbox() -> Sequence[Patch]:
    return [(Outbox, "decided_after", lambda self, scope, seq: [])]


@mutant
def an_older_file_gives_its_row_numbers_again() -> Sequence[Patch]:
    return [(RowCounters, "pass_over", lambda self, rows: None)]


@mutant
def both_lanes_give_the_same_row_numbers() -> Sequence[Patch]:
    return [(row_counters, "_KEPT_AS", dict.fromkeys(Lane, "next_row"))]


@mutant
def a_parted_laptop_keeps_its_rows() -> Sequence[Patch]:
    return [(renumbering, "renamed", lambda operation, rows: operation)]


@mutant
def what_could_not_be_read_is_forgotten() -> Sequence[Patch]:
    return [(client_replica, "read_unread", lambda connection, tables: set())]


@mutant
def new_columns_stay_empty() -> Sequence[Patch]:
    return [(growth, "_fill", lambda connection, kind, table: None)]


@mutant
def nobody_looks_for_damage() -> Sequence[Patch]:
    return [(Repair, "agrees", lambda self: True)]
