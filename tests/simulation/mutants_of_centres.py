"""Bugs planted at the centre, each a wrong turn that real sync products took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import update

from sync.domain import catalog
from sync.domain import decide as domain_decide
from sync.domain.ids import Compartment
from sync.domain.merge import merge
from sync.domain.operation import read
from sync.protocol.messages import Operations, Verdict
from sync.server import decision, pull, push
from sync.server.accounts import Device
from sync.server.copies import Copies
from sync.server.decision import Slice
from sync.server.pull import Pull
from sync.server.push import Push
from sync.server.renumbered import Twins
from sync.server.sequence import Sequences
from sync.storage.digest import KeptSums
from sync.storage.prepared import Prepared, Rows
from sync.storage.state import Scopes
from tests.simulation import world
from tests.simulation.planting import Nursery, Patch

mutant = Nursery()
Known = dict[tuple[int, int], tuple[bytes, str]]


class _Same(bytes):
    """A hash that no other differs from."""

    def __ne__(self, other: object) -> bool:
        return False


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
    return [(Slice, "_conflicts", lambda self, operation, outcome, state: [])]


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
        self._held_dossiers = {}
        return right(self, record, by)

    return [(Slice, "decide", decide)]


@mutant
def one_held_save_holds_all() -> Sequence[Patch]:
    right = Slice._hold

    def decide(self: Slice, record: bytes, by: Any) -> Any:
        operation = read(record, catalog.BY_NUMBER)
        return right(self, operation.dossiers) if self._held_dossiers else decided(self, record, by)

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

    there = [(Device, name, property(scopes)) for name in ("scopes", "writes")]
    return [*there, (Identity, "scopes", property(scopes))]


# -- receiving -------------------------------------------------------------------------------------------------


@mutant
def dedup_is_off_by_one() -> Sequence[Patch]:
    right, right_ask = push._known_of, Push._ask

    def ask(self: Push, asked: Prepared, keys: Iterable[tuple[int, int]]) -> list[tuple[int, Rows]]:
        wanted = set(keys)
        if asked is push._known(self._tables.operation):
            wanted |= {(lane, n - 1) for lane, n in wanted}
        return right_ask(self, asked, wanted)

    def known(here: Iterable[tuple[int, Rows]]) -> Known:
        there = right(here)
        return {(lane, n + 1): (_Same(), "stored") for lane, n in there} | there

    return [(Push, "_ask", ask), (push, "_known_of", known)]


@mutant
def a_copied_laptop_is_told_nothing() -> Sequence[Patch]:
    right = push._known_of

    def known(here: Iterable[tuple[int, Rows]]) -> Known:
        return {key: (_Same(digest), state) for key, (digest, state) in right(here).items()}

    return [(push, "_known_of", known)]


@mutant
def what_a_revoked_laptop_sends_is_dropped() -> Sequence[Patch]:
    right = Push.store

    def store(self: Push, operations: Sequence[Any], now_ms: int, **how: Any) -> None:
        if not self._device.revoked:
            right(self, operations, now_ms, **how)

    return [(Push, "store", store)]


@mutant
def a_release_ends_with_the_centre() -> Sequence[Patch]:
    return [(world, "decide_left_behind", lambda database, tables, now_ms: 0)]


@mutant
def a_lost_history_counts_as_seen() -> Sequence[Patch]:
    return [(decision, "common", lambda connection, tables, scope, epoch, seq: seq)]


# -- answering -------------------------------------------------------------------------------------------------


@mutant
def every_prediction_is_believed() -> Sequence[Patch]:
    def predicted(self: Push, frames: Sequence[Operations]) -> frozenset[tuple[int, int]]:
        return frozenset((op.lane, op.n) for frame in frames for op in frame.operations)

    return [(Push, "predicted", predicted)]


@mutant
def the_digest_skips_what_was_emptied() -> Sequence[Patch]:
    right = KeptSums.replace

    def replace(self: KeptSums, before: Any, after: Any) -> None:
        emptied = before is not None and after is not None and before.values.keys() - after.values.keys()
        if not emptied:
            right(self, before, after)

    return [(KeptSums, "replace", replace)]


@mutant
def copies_of_a_laptop_do_it_both() -> Sequence[Patch]:
    return [(Twins, "did", lambda self, operation, by: None)]


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
def the_first_copy_resumes_one_row_late() -> Sequence[Patch]:
    right = Copies._table_rows

    def table_rows(self: Copies, kind: Any, scope: int, after: int) -> Iterator[Any]:
        rows = right(self, kind, scope, after)
        if after:
            next(rows, None)
        return rows

    return [(Copies, "_table_rows", table_rows)]
