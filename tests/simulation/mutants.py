"""Bugs planted for a while, each a wrong turn that real sync products took: the oracle must find every one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import msgspec
from sqlalchemy import select, update

from sync.client import rebase as client_rebase
from sync.client import work as client_work
from sync.client.outbox import Entry, Outbox, State
from sync.client.rebase import Pending
from sync.client.replica import Changes, Replica, Saved
from sync.client.work import Work
from sync.domain import canonical, catalog
from sync.domain import decide as domain_decide
from sync.domain.ids import Compartment, Lane
from sync.domain.merge import merge
from sync.domain.operation import Operation, Verb, read, void, write
from sync.protocol.messages import Copy, Page, Result, Verdict
from sync.server import pull
from sync.server.accounts import Device
from sync.server.decision import Slice
from sync.server.pull import Pull
from sync.server.push import Push
from sync.server.sequence import Sequences
from sync.storage.errors import DiskFull
from sync.storage.state import Scopes

Patch = tuple[object, str, Any]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One planted bug: what it is called, and what it replaces."""

    name: str
    patches: Callable[[], Sequence[Patch]]

    @contextmanager
    def planted(self) -> Iterator[None]:
        """The product with this bug in it."""
        patches = self.patches()
        old = [(owner, name, owner.__dict__[name]) for owner, name, _ in patches]
        try:
            for owner, name, wrong in patches:
                setattr(owner, name, wrong)
            yield
        finally:
            for owner, name, right in old:
                setattr(owner, name, right)


MUTANTS: list[Mutant] = []


def mutant(patches: Callable[[], Sequence[Patch]]) -> Callable[[], Sequence[Patch]]:
    """Plant what a function gives, under its name."""
    MUTANTS.append(Mutant(patches.__name__, patches))
    return patches


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
def a_page_skips_one() -> Sequence[Patch]:
    right = Pull._changes

    def changes(self: Pull, scope: int, after: int) -> Iterator[Any]:
        return right(self, scope, after + 1 if after and after % 3 == 0 else after)

    return [(Pull, "_changes", changes)]


@mutant
def a_page_tears_an_operation() -> Sequence[Patch]:
    return [(pull, "_together", lambda one, other: False)]


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
def the_first_copy_resumes_one_row_late() -> Sequence[Patch]:
    right = Pull._table_rows

    def table_rows(self: Pull, kind: Any, scope: int, after: int) -> Iterator[Any]:
        rows = right(self, kind, scope, after)
        if after:
            next(rows, None)
        return rows

    return [(Pull, "_table_rows", table_rows)]


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

    def record(self: Replica, operations: Sequence[Operation], *, author: int, lane: Lane = Lane.DESK) -> Saved:
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

    def record(self: Replica, operations: Sequence[Operation], *, author: int, lane: Lane = Lane.DESK) -> Saved:
        try:
            return right(self, operations, author=author, lane=lane)
        except DiskFull:
            with self.database.read() as connection:
                return Saved(((lane, Outbox(connection, self.tables).next_number(lane)),), (), Changes())

    return [(Replica, "record", record)]


@mutant
def a_sealed_save_is_folded() -> Sequence[Patch]:
    right = Replica.record

    def record(self: Replica, operations: Sequence[Operation], *, author: int, lane: Lane = Lane.DESK) -> Saved:
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
def a_replay_is_decided_again() -> Sequence[Patch]:
    right = Push.store

    def store(self: Push, operations: Sequence[Any], now_ms: int, **how: Any) -> None:
        last = operations[-1]
        again = (last.lane, last.n) in self._known({(last.lane, last.n)})
        right(self, operations, now_ms, **how)
        if again:
            t = self._tables.operation
            mine = t.c.device == self._device.number, t.c.lane == last.lane, t.c.n == last.n
            self._connection.execute(update(t).where(*mine).values(state="stored"))

    return [(Push, "store", store)]


@mutant
def a_verdict_is_made_up_again() -> Sequence[Patch]:
    right = Push.verdicts
    asked: set[tuple[int, int, int]] = set()

    def verdicts(self: Push, numbers: Sequence[tuple[int, int]]) -> list[Verdict]:
        found = []
        for verdict in right(self, numbers):
            key = (self._device.number, verdict.lane, verdict.n)
            again = key in asked and verdict.verdict in ("merged", "conflict")
            found.append(msgspec.structs.replace(verdict, verdict="applied") if again else verdict)
            asked.add(key)
        return found

    return [(Push, "verdicts", verdicts)]


# -- deciding --------------------------------------------------------------------------------------------------


@mutant
def numbers_outlive_a_rollback() -> Sequence[Patch]:
    right = Sequences.__init__
    last: dict[int, int] = {}

    def begin(self: Sequences, connection: Any, tables: Any, scopes: Iterable[int]) -> None:
        right(self, connection, tables, scopes)
        for scope, head in self._heads.items():
            if head and last.get(scope, 0) > head and head >= last.get(-scope, 0):
                self._heads[scope] = last[scope]
            last[-scope] = head
            if not head:
                last[scope] = 0

    given = Sequences.next

    def next_number(self: Sequences, scope: int) -> int:
        last[scope] = given(self, scope)
        return last[scope]

    return [(Sequences, "__init__", begin), (Sequences, "next", next_number)]


@mutant
def the_losing_value_is_dropped() -> Sequence[Patch]:
    return [(Slice, "_conflicts", lambda self, operation, outcome: [])]


@mutant
def the_last_writer_wins() -> Sequence[Patch]:
    return [(Slice, "_newer", lambda self, operation, kind, row: [])]


@mutant
def own_changes_clash() -> Sequence[Patch]:
    def wrong(kind: Any, wanted: Any, row: Any, newer: Any, *, device: int) -> Any:
        return merge(kind, wanted, row, newer, device=-1)

    return [(domain_decide, "merge", wrong)]


@mutant
def what_follows_a_held_save_overtakes_it() -> Sequence[Patch]:
    right = Slice.decide

    def decide(self: Slice, record: bytes, by: Any) -> Any:
        self._held_dossiers = set()
        return right(self, record, by)

    return [(Slice, "decide", decide)]


@mutant
def one_held_save_holds_all() -> Sequence[Patch]:
    right = Slice._hold

    def decide(self: Slice, record: bytes, by: Any) -> Any:
        operation = read(record, catalog.BY_NUMBER)
        return right(self, operation) if self._held_dossiers else decided(self, record, by)

    decided = Slice.decide
    return [(Slice, "decide", decide)]


@mutant
def changes_without_their_rows() -> Sequence[Patch]:
    right = Slice.flush

    def flush(self: Slice) -> None:
        keys = sorted(self._overlay.dirty)
        if len(keys) > 2:
            del self._overlay.dirty[keys[0]]
        right(self)

    return [(Slice, "flush", flush)]


@mutant
def everybody_gets_the_confidential_scope() -> Sequence[Patch]:
    def scopes(self: Device) -> Scopes:
        return Scopes(self.place, frozenset(Compartment))

    from sync.client.identity import Identity

    return [(Device, "scopes", property(scopes)), (Identity, "scopes", property(scopes))]


@mutant
def a_rejection_is_taken_for_a_receipt() -> Sequence[Patch]:
    right = Replica.settle

    def settle(self: Replica, result: Result) -> Changes:
        verdicts = [msgspec.structs.replace(v, verdict="applied") for v in result.verdicts]
        return right(self, msgspec.structs.replace(result, verdicts=verdicts))

    return [(Replica, "settle", settle)]
