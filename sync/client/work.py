"""One write transaction of the replica: what it reads, what it changed, and how that is written at its end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, select

from sync.client import drafts, eviction
from sync.client.authors import Authors
from sync.client.cursors import Cursors
from sync.client.identity import Identity
from sync.client.mirror import Key, Mirror
from sync.client.outbox import Entry, Outbox, State, as_sent, problems_json
from sync.client.partings import Partings
from sync.client.pastless import Pastless
from sync.client.rebase import Pending, rebase
from sync.client.reruns import rows_elsewhere, under_rows_of, under_rules
from sync.client.row_counters import RowCounters
from sync.client.tracked import TrackedDossiers
from sync.client.unread import UnreadRows, is_known
from sync.domain import catalog
from sync.domain.errors import DONE_BY_COPY
from sync.domain.ids import Lane
from sync.domain.merge import Newer
from sync.domain.operation import Effect, Move, Operation, OperationId, Verb, changed, read_effects
from sync.domain.record import Row
from sync.domain.references import RowName, made_by
from sync.domain.situation import FOLDING
from sync.protocol.copying import SITUATION, end_of
from sync.protocol.messages import Copy, Page, Verdict, WireChange, WireRow
from sync.storage import chain, search_index
from sync.storage import rows as stored
from sync.storage.folding import Folding
from sync.storage.ledger import OfficeTables
from sync.storage.rows import Unseen
from sync.storage.state import Overlay, TableState, seen_at
from sync.storage.tables import decode_row, from_columns

Moved = tuple[Sequence[Row], Row | None]
"""What one change replaced, and by what; a dossier that leaves takes all its rows away."""
_IN = 400


class Gap(Exception):
    """A page does not follow what has been read: changes before it are missing, nothing was applied."""


class Unpredicted(Exception):
    """The centre took our predictions at their word, and they are not here any more; nothing was applied."""


class Work(Cursors):
    """The replica's working set during one transaction."""

    def __init__(self, connection: Connection, tables: OfficeTables, identity: Identity) -> None:
        super().__init__(connection, tables, identity)
        self._state = TableState(connection, tables.records, self.scopes)
        self.overlay = Overlay(self._state)
        self.outbox = Outbox(connection, tables, identity.device)
        self._unseen = Unseen(connection, tables.change)
        self._mirror = Mirror(connection, tables)
        self.unread = UnreadRows(connection, tables)
        self._tracked = TrackedDossiers(connection, tables.tracked)
        self._gone: set[Key] = set()
        self._partings = Partings(connection, tables.parting)
        self._pastless = Pastless(connection, tables, self.outbox)
        self._centre_rows: Mapping[Key, Row] = {}  # of the dossiers that are run again
        self.authors = Authors(connection, tables, identity)
        self.rows = RowCounters(connection, tables.meta, identity.device)
        self.moved: list[Moved] = []  # the centre's rows that a page changed

    # -- an edit ---------------------------------------------------------------------------------------------

    def expect(self, operations: Collection[Operation]) -> None:
        """Read at once what recording or running these operations will ask for."""
        self.overlay.expect(operations)
        self._tracked.expect({dossier for operation in operations for dossier in operation.dossiers})

    def track(self, operation: Operation) -> None:
        """From now on the mirror holds the centre's rows of the operation's dossiers."""
        for dossier in operation.dossiers:
            # The centre has no row of a new dossier.
            self._tracked.add(dossier, is_new=operation.verb is Verb.CREATE and operation.row == dossier)

    def _table_rows(self, dossiers: Sequence[int]) -> list[Row]:
        found: list[Row] = []
        for start in range(0, len(dossiers), _IN):
            some = dossiers[start : start + _IN]
            filled = self._tables.records.filled.in_dossiers(self._connection, some)
            tables = self._tables.records.records
            for kind, table in ((kind, tables[kind]) for kind in tables if kind in filled):
                query = select(table).where(table.c.dossier.in_(some)).order_by(table.c.id)
                found += [from_columns(kind, dict(row)) for row in self._connection.execute(query).mappings()]
        return found

    # -- a verdict -------------------------------------------------------------------------------------------

    def settle(self, verdicts: Collection[Verdict]) -> tuple[set[int], set[int]]:
        """Keep final verdicts on what has none yet; gives the dossiers of those operations, and which to rebase."""
        entries = self.outbox.numbered({(verdict.lane, verdict.n) for verdict in verdicts})
        found = [(e, v) for v in verdicts if (e := entries.get((v.lane, v.n))) and e.state is not State.DECIDED]
        self.outbox.settle(found)
        drafts.follow(self._connection, self._tables.draft, _rows_of_copies(found))
        touched, changing = set[int](), set[int]()
        for entry, verdict in found:
            touched.update(entry.operation.dossiers)
            # What was applied as predicted is shown the same until its page is read: nothing to run again.
            awaited = verdict.seq > self.cursor(verdict.scope).seq
            if entry.doubtful or not awaited or verdict.verdict not in ("applied", "merged"):
                changing.update(entry.operation.dossiers)
        return touched, changing

    # -- a page ----------------------------------------------------------------------------------------------

    def absorb(self, page: Page) -> set[int]:
        """Apply the changes of a page; gives the dossiers whose rows may have changed."""
        mark = self.cursor(page.scope)
        if page.upto <= mark.seq:
            return set()
        if page.after > mark.seq or not mark.complete or page.epoch != mark.epoch:
            raise Gap(f"scope {page.scope}: page after {page.after}, read up to {mark.seq}")
        if [change.seq for change in page.changes] != list(range(page.after + 1, page.upto + 1)):
            raise Gap(f"scope {page.scope}: the page after {page.after} is not whole")
        fresh = [change for change in page.changes if change.seq > mark.seq and is_known(change)]
        changes = self._told(fresh, page.scope)
        chains = self._chains(page, changes, mark.seq)
        self.unread.change(page, mark.seq, chains)
        self.rows.pass_over(change.row for change in changes)
        mirror = self._mirror.rows([c.dossier for c in changes])
        self._tracked.expect({change.dossier for change in changes})
        effects = [self._effect(change, page.scope) for change in changes]
        self.overlay.expect_rows((e.kind, e.row) for e, _ in effects if e.dossier not in self._tracked)
        kept, moved = list[dict[str, object]](), len(self.moved)
        for change, (effect, by) in zip(changes, effects, strict=True):
            before = self._apply(effect, mirror)
            row = stored.change_of(effect, before, stored.Origin(by, change.author, change.day), change.seq)
            kept.append(row | {"chain": chains.get(change.seq)})
        stored.insert_all(self._connection, self._tables.change, kept)
        for change, (effect, _) in zip(changes, effects, strict=True):
            if effect.move is Move.GONE:
                eviction.forget(self._connection, self._tables, effect, change.seq)
        self._mirror.write(mirror.values())
        self._move_cursor(page.scope, seq=page.upto, chain=chains.get(page.upto))
        touched = {change.dossier for change in changes}
        covered = self.outbox.unread(page.scope, mark.seq, page.upto)
        # Its own operations come as numbers only, where it foretold what they did.
        own = self._identity.device
        whole = {change.seq for change in page.changes if change.kind}
        by_copies = (e.row for c, (e, by) in zip(changes, effects, strict=True) if c.seq in whole and by.device == own)
        left = (row.id for before, after in self.moved[moved:] if after is None for row in before)
        again = [*covered, *under_rows_of(self.outbox, [*by_copies, *left])]
        again += under_rules(self.outbox, {effect.kind for effect, _ in effects})
        self.rebase(touched | {d for entry in again for d in entry.operation.dossiers})
        return touched

    def foretold(self, page: Page) -> dict[int, bytes]:
        """The chain after each change of a page, by number, if it were read; empty where its beginning is not known.

        Raises Unpredicted.
        """
        told = self._told([change for change in page.changes if is_known(change)], page.scope)
        return self._chains(page, told, page.after)

    def _chains(self, page: Page, told: list[WireChange], read: int) -> dict[int, bytes]:
        """The chain after each change of a page that was not read before, by number; none where it is not known.

        It is taken over the centre's own bytes, whatever this version makes of them.
        """
        last = self.chains(page.scope, [read]).get(read)
        if last is None:
            return {}
        chains: dict[int, bytes] = {}
        for change in sorted([*told, *(one for one in page.changes if not is_known(one))], key=lambda one: one.seq):
            if change.seq > read:
                last = chains[change.seq] = chain.extend(last, {**msgspec.structs.asdict(change), "scope": page.scope})
        return chains

    def _told(self, changes: list[WireChange], scope: int) -> list[WireChange]:
        """The changes with their content: those of our own operations came as numbers only (sync.md 1, own writes).

        The centre saw that its effects are the ones we predicted when we sent them. Raises Unpredicted when the
        prediction is not here any more: the next request asks for the content.
        """
        own = {(change.lane, change.n) for change in changes if not change.kind}
        if not own:
            return changes
        entries = self.outbox.numbered(own)
        left: dict[tuple[int, int], Iterator[Effect]] = {}
        told = []
        for change in changes:
            if change.kind:
                told.append(change)
                continue
            key = (change.lane, change.n)
            entry = entries.get(key)
            if entry is None:
                raise Unpredicted(f"operation {key} is not in the outbox")
            if key not in left:
                effects = read_effects(entry.effects, catalog.BY_NUMBER)
                left[key] = iter([effect for effect in effects if effect.scope == scope])
            effect = next(left[key], None)
            if effect is None:
                raise Unpredicted(f"operation {key} changed more than was predicted")
            told.append(as_sent(effect, change, entry.operation, self._identity.device))
        return told

    def absorb_copy(self, copy: Copy) -> set[int] | None:
        """Apply rows of a first copy; None when it is complete already."""
        mark = self.cursor(copy.scope)
        if mark.complete:
            return None
        if copy.scope not in self.scopes.all or copy.epoch != mark.epoch:
            raise Gap(f"scope {copy.scope} of epoch {copy.epoch} is not read here")
        if (copy.after_kind, copy.after_row) != (mark.copied_kind, mark.copied_row) or copy.head < mark.seq:
            raise Gap(f"scope {copy.scope}: copied up to {mark.copied_kind}, {mark.copied_row} as of {mark.seq}")
        self.rows.pass_over(wire.row for wire in copy.rows)
        self.unread.lay(copy.scope, copy.rows)
        told = [self._row(copy.scope, wire) for wire in copy.rows if is_known(wire)]
        rows = [*told, *self._folded(copy)]
        touched = {wire.dossier for wire in copy.rows} | {row.dossier for row in rows}
        self._tracked.expect(touched)
        others = rows_elsewhere(TableState(self._connection, self._tables.records, self.scopes), rows, self._identity)
        self._tracked.expect(others)
        shown = [row for row in rows if row.dossier not in self._tracked]
        stored.write_rows(self._connection, self._tables.records, shown)  # before anything reads what they replace
        self._mirror.write(row for row in rows if row.dossier in self._tracked)
        # Pages go on from the head at the start of the copy: rows read later may be newer, never older.
        begun = {"seq": copy.head, "chain": copy.chain or None}
        begun |= {"start": copy.head, "start_chain": copy.chain or None}
        begun = {"seq": mark.seq} if mark.copied_kind else begun
        kind, last = end_of(copy)
        self._move_cursor(copy.scope, **begun, complete=copy.complete, copied_kind=kind, copied_row=last)
        if copy.complete:  # what was decided during the copy is in it now
            again = self.outbox.unread(copy.scope, 0, self.cursor(copy.scope).seq)
            again += under_rules(self.outbox, self._tables.records.filled.in_scopes(self._connection, [copy.scope]))
            touched |= {d for e in again for d in e.operation.dossiers}
        touched |= others
        self.rebase({dossier for dossier in touched if dossier in self._tracked})
        return touched

    def _row(self, scope: int, wire: WireRow) -> Row:
        return decode_row(stored.kind_numbered(wire.kind).name, wire.row, wire.dossier, scope, wire.fields)

    def _folded(self, copy: Copy) -> list[Row]:
        """The situations that a part of a copy leaves to the acts that came before it; raises Gap."""
        if not copy.folded:
            return []
        if copy.folding != FOLDING:
            raise Gap(f"scope {copy.scope}: situations folded by version {copy.folding}")
        after = copy.after_row if copy.after_kind == SITUATION else 0
        folded = Folding(self._connection, self._tables, copy.scope).rows(after, copy.folded)
        told = {wire.row for wire in copy.rows}.union(copy.without)
        return [row for one, row in folded.items() if one not in told]

    def _effect(self, change: WireChange, scope: int) -> tuple[Effect, OperationId]:
        columns = {
            "kind": change.kind,
            "row": change.row,
            "dossier": change.dossier,
            "scope": scope,
            "fields": change.fields,
        }
        return stored.effect_of(columns), OperationId(change.device, Lane(change.lane), change.n)

    def _apply(self, effect: Effect, mirror: dict[Key, Row]) -> Row | None:
        if effect.move is Move.GONE:
            self.moved.append((self._leave(effect, mirror), None))
            return None
        key = (effect.kind, effect.row)
        if effect.dossier in self._tracked:
            before = mirror.get(key)
            mirror[key] = after = changed(before, effect)
        elif self._is_mine_elsewhere(effect):
            before, after = None, changed(None, effect)
            self.overlay.lay(after)
        else:
            before, after = self.overlay.put(effect)
        self.moved.append(((before,) if before else (), after))
        return before

    def _is_mine_elsewhere(self, effect: Effect) -> bool:
        """Whether the row shown under this id is another one, which my own pending work made in another dossier.

        Two laptops gave it: one is a copy of the other, and that has not come to light yet.
        """
        shown = self.overlay.row(effect.kind, effect.row)
        return shown is not None and shown.dossier != effect.dossier and shown.dossier in self._tracked

    def _leave(self, effect: Effect, mirror: dict[Key, Row]) -> list[Row]:
        """Let go of the rows that a dossier has in a scope; gives them. The outbox is another thing: it stays."""
        if effect.dossier not in self._tracked:
            rows = self.overlay.remove(effect.dossier, effect.scope)
            self._gone |= {(row.kind, row.id) for row in rows}
        if self.overlay.row(effect.kind, effect.row) is None:
            # Herself too where damage has taken her row already: she is found by name no more. But not where she came
            # back meanwhile, and this is told in another scope than hers.
            self._gone.add((effect.kind, effect.row))
        if effect.dossier not in self._tracked:
            return rows
        rows = [row for row in mirror.values() if (row.dossier, row.scope) == (effect.dossier, effect.scope)]
        for row in rows:
            del mirror[row.kind, row.id]
        self._mirror.remove((row.kind, row.id) for row in rows)
        return rows

    # -- rebase ----------------------------------------------------------------------------------------------

    def rebase(self, dossiers: Collection[int]) -> None:
        """Show these tracked dossiers as the centre's rows with my pending operations run on them again."""
        joined, found = self._closure(dossiers)
        entries = [one for one in found if one.scope in self.scopes.all]  # not of a compartment that was let go of
        self._tracked.expect(joined)
        joined = {dossier for dossier in joined if dossier in self._tracked}
        if not joined:
            return
        self._flush_tracking()
        shown = {(row.kind, row.id): row for row in self._table_rows(sorted(joined))}
        mirror = self._centre_rows = self._mirror.rows(sorted(joined))
        by_dossier: dict[int, list[Row]] = {dossier: [] for dossier in joined}
        for row in mirror.values():
            by_dossier.setdefault(row.dossier, []).append(row)
        for dossier, rows in by_dossier.items():
            self.overlay.replace_dossier(dossier, rows)
        pending = [Pending(e.position, e.operation, e.state is State.DECIDED, e.device) for e in entries]
        self.overlay.expect([one.operation for one in pending])
        self._unseen.expect(seen_at(self.scopes, [one.operation for one in pending]))
        standings = rebase(self.overlay, pending, lambda one: self.authors.context(one, self._newer))
        for entry, standing in zip(entries, standings, strict=True):
            if entry.state is not State.DECIDED and (standing.doubtful or entry.doubtful):
                self.outbox.set(
                    standing.position, doubtful=standing.doubtful, problems=problems_json(standing.problems)
                )
            if standing.effects != entry.effects:
                self.outbox.set(standing.position, effects=standing.effects)
        wanted = self.overlay.rows_in(joined)
        self._gone = (self._gone | shown.keys()) - wanted.keys()
        for key, row in wanted.items():
            if shown.get(key) != row:
                self.overlay.dirty[key] = row
            else:
                self.overlay.dirty.pop(key, None)
        self._untrack(joined - {d for e in entries for d in e.operation.dossiers})

    def _closure(self, dossiers: Collection[int]) -> tuple[set[int], list[Entry]]:
        """Dossiers joined through pending operations over two of them, and those operations in order."""
        joined = set(dossiers)
        while True:
            entries = self.outbox.of_dossiers(joined)
            reached = joined | {d for e in entries for d in e.operation.dossiers}
            if reached == joined:
                return joined, entries
            joined = reached

    def _newer(self, pending: Pending, kind: str, row: int) -> Sequence[Newer]:
        scope = self.scopes.scope_of(catalog.BY_NAME[kind])
        if scope is None:
            return ()
        base = pending.operation.base
        seen = min(base.seq, self.shared(scope)) if base.epoch < self.cursor(scope).epoch else base.seq
        seen = self._partings.seen(pending.position, scope, seen)
        newer = self._unseen.newer((kind, row), (scope, seen))
        known, read = self._centre_rows.get((kind, row)), self.cursor(scope).seq
        if not known or not self._pastless.is_missing(scope, seen, read):
            return newer
        return [*self._pastless.newer(pending, known, (seen, read), newer), *newer]

    def _flush_tracking(self) -> None:
        """Write what is tracked from now on. The tables still hold the centre's rows: nothing is flushed before."""
        self._mirror.write(self._table_rows(self._tracked.flush()))

    def _untrack(self, dossiers: Collection[int]) -> None:
        self._tracked.leave(dossiers)
        self._mirror.leave(sorted(dossiers))

    # -- the end ---------------------------------------------------------------------------------------------

    def flush(self) -> None:
        """Write what the transaction changed, and index the people it concerns."""
        self._flush_tracking()
        self._mirror.flush()
        dirty: Mapping[Key, Row] = self.overlay.dirty
        stored.delete_rows(self._connection, self._tables.records, sorted(self._gone - set(dirty)))
        stored.write_rows(self._connection, self._tables.records, dirty.values())
        if not self.people_complete():
            return  # the first copy indexes everyone once, at its end
        changed_rows = [*dirty, *self._gone]
        people = {row for kind, row in changed_rows if kind in search_index.INDEXED}
        schools = [row.text("gresa") for (kind, _), row in dirty.items() if kind in ("school", "school_change")]
        if schools:
            people |= search_index.people_of_schools(self._connection, self._tables.records, schools)
        if people:
            search_index.update(self._connection, self._tables.records, people)


def _rows_of_copies(found: Iterable[tuple[Entry, Verdict]]) -> dict[RowName, int]:
    """The rows that a copy of this laptop had made before, and the ids by which the centre has them."""
    told = ((made_by(e.operation), p.params) for e, v in found for p in v.problems if p.code == DONE_BY_COPY)
    return {made: int(params["row"]) for made, params in told if made is not None and "row" in params}
