"""The office's copy: the only local writer. Record an edit, seal a batch, settle verdicts, absorb pages.

Every public method is one transaction. The tables hold the effective state (the centre's rows with my pending
operations on them), so screens need no overlay; a sparse mirror holds the centre's rows of the dossiers that pending
operations touch (sync.md 2).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import Connection

from sync.client import damage
from sync.client.clock import Clock, morocco_day
from sync.client.cursors import begin
from sync.client.identity import Identity
from sync.client.outbox import Entry, NewEntry, Outbox, State
from sync.client.work import Moved, Work
from sync.domain import canonical, catalog
from sync.domain.decide import Context, decide
from sync.domain.errors import Problem
from sync.domain.ids import Compartment, Lane, compartment_of, place_of, row_id
from sync.domain.operation import Base, Operation, void, write, write_effects
from sync.domain.taking import stands_on_paper
from sync.protocol.messages import Copy, Page, Result, ScopeMark
from sync.storage import search_index
from sync.storage.database import Database
from sync.storage.growth import read_unread
from sync.storage.ledger import OfficeTables, office_tables
from sync.storage.migrations import migrate_office


class Refused(Exception):
    """An operation that cannot be saved; `problems` say why. Nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(", ".join(p.code for p in problems))
        self.problems = tuple(problems)


class _TooLate(Exception):
    """Nothing is undone, and what was written for it is taken back."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write touched: screens that show one of these dossiers read again."""

    dossiers: frozenset[int] = frozenset()
    reference: bool = False

    def __or__(self, other: Changes) -> Changes:
        """Both together."""
        return Changes(self.dossiers | other.dossiers, self.reference or other.reference)


@dataclass(frozen=True, slots=True)
class Saved:
    """The answer to a save: the numbers given, and the remarks of the checks."""

    numbers: tuple[tuple[Lane, int], ...]
    problems: tuple[Problem, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class OnFreshRows:
    """Operations that need so many fresh row ids, given in the transaction that saves them: one wait for the disk."""

    count: int
    make: Callable[[Sequence[int]], Sequence[Operation]]


Allow = Callable[[Connection, Page, Sequence[Moved]], None]
"""Looks at what a page changed before it is committed."""
Step = Callable[[Connection, OfficeTables, Identity], tuple[Identity, frozenset[int]]]
"""Gives the new identity and the dossiers that changed."""


class Replica:
    """One office's file. Thread-safe: its one writer connection is the lock."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self.clock = clock
        self.tables: OfficeTables = office_tables()
        with database.write() as connection:
            migrate_office(connection)
            self._identity = Identity.load(connection, self.tables.meta)
            moved = read_unread(connection, self.tables) | damage.set_apart(connection, self.tables)
            if moved:
                work = self._work(connection)
                work.rebase(moved)
                work.flush()

    @property
    def database(self) -> Database:
        """The file beneath, for the read side."""
        return self._database

    @property
    def identity(self) -> Identity:
        """Which device of which province this is, and who may do what on it today."""
        return self._identity.on(self.today()) if self._identity.accounts else self._identity

    def close(self) -> None:
        """End all connections."""
        self._database.close()

    def adopt(self, identity: Identity) -> None:
        """Become the device that the centre enrolled (or a practice province)."""
        with self._database.write() as connection:
            identity.save(connection, self.tables.meta)
            for scope in identity.scopes.all:
                begin(connection, self.tables, scope, identity.epoch, complete=identity.unenrolled)
        self._identity = identity

    def today(self) -> str:
        """The day in Morocco: the later of this clock and the centre's last signed time (sync.md 3.11)."""
        return morocco_day(max(self.clock.now_ms(), self._identity.server_ms))

    def new_rows(self, count: int, lane: Lane = Lane.DESK) -> list[int]:
        """Fresh row ids for operations of a lane, never given again."""
        with self._database.write() as connection:
            return self._take(self._work(connection), count, lane)

    def _take(self, work: Work, count: int, lane: Lane) -> list[int]:
        first = work.rows.take(count, lane) if count else 0
        return [row_id(self._identity.device, first + i) for i in range(count)]

    def record(
        self,
        operations: Sequence[Operation] | OnFreshRows,
        *,
        author: int,
        lane: Lane = Lane.DESK,
        beside: Callable[[Connection], None] = lambda _: None,
    ) -> Saved:
        """Save operations and their effects in one transaction, with what `beside` writes.

        Author, day, base and reference version are filled in here. Raises Refused when a check forbids one of them,
        StorageError when the disk does; then nothing of them is kept.
        """
        with self._database.write() as connection:
            work = self._work(connection)
            if isinstance(operations, OnFreshRows):
                operations = operations.make(self._take(work, operations.count, lane))
            saved = self._save(work, operations, author, lane)
            work.flush()
            beside(connection)
        return saved

    def _save(self, work: Work, operations: Sequence[Operation], author: int, lane: Lane) -> Saved:
        device = self._identity.device
        remarks: list[Problem] = []
        entries: list[NewEntry] = []
        number = work.outbox.next_number(lane)
        today, now = self.today(), self.clock.now_ms()
        work.expect(operations)
        for operation in operations:
            kind = catalog.BY_NAME[operation.kind]
            scope = work.scopes.scope_of(kind)
            mark = work.cursor(scope if scope is not None else work.scopes.all[-1])
            reference = work.cursor(work.scopes.all[0]).seq
            base = Base(mark.epoch, mark.seq)
            stamped = replace(operation, author=author, day=today, base=base, reference=reference)
            work.track(stamped)
            by = work.authors.author(author)
            outcome = decide(stamped, work.overlay, Context(device, lambda _kind, _row: (), author=by))
            if outcome.blocked:
                raise Refused([p for p in outcome.problems if p.blocks])
            for effect in outcome.effects:
                work.overlay.put(effect)
            remarks += outcome.problems
            record = write(stamped, kind)
            effects = write_effects(outcome.effects, catalog.BY_NAME)
            entries.append(NewEntry(stamped, record, lane, number + len(entries), mark.scope, now, effects))
        touched = frozenset(d for e in entries for d in e.operation.dossiers)
        behind_doubts = any(waiting.doubtful for waiting in work.outbox.of_dossiers(touched))
        work.outbox.append(entries)
        if behind_doubts:
            work.rebase(touched)  # what rests on a save that would be rejected would be so too (ADR 14): shown at once
        return Saved(tuple((e.lane, e.n) for e in entries), tuple(remarks), Changes(touched))

    def undo(self, *numbers: tuple[Lane, int]) -> Changes | None:
        """Undo operations that were never offered, all of them or none: they keep their numbers and become void.

        None when it is too late: one was offered, or a paper given since would not stand without them.
        """
        try:
            with self._database.write() as connection:
                return self._undo(self._work(connection), numbers)
        except _TooLate:
            return None

    def _undo(self, work: Work, numbers: Sequence[tuple[Lane, int]]) -> Changes:
        entries = [work.outbox.entry(int(lane), n) for lane, n in numbers]
        undone = [one for one in entries if one is not None and one.state is State.OPEN]
        if len(undone) < len(entries):
            raise _TooLate
        dossiers = frozenset(dossier for one in undone for dossier in one.operation.dossiers)
        before = {one.position for one in work.outbox.of_dossiers(dossiers) if one.doubtful}
        for entry in undone:
            record = write(void(entry.operation), catalog.BY_NAME[entry.operation.kind])
            work.outbox.set(entry.position, record=record, hash=canonical.digest(record))
        work.rebase(dossiers)
        after = [one for one in work.outbox.of_dossiers(dossiers) if one.doubtful and one.position not in before]
        if any(stands_on_paper(one.operation) for one in after):
            raise _TooLate
        work.flush()
        return Changes(dossiers)

    def seal(self, limit: int, skip: Collection[int] = frozenset()) -> list[Entry]:
        """The next operations to offer, in the order to send them, sealed: from here on they never change.

        `skip` are positions that this exchange has offered already.
        """
        with self._database.write() as connection:
            outbox = Outbox(connection, self.tables)
            entries = outbox.batch(limit, skip)
            outbox.seal([e.position for e in entries if e.state is State.OPEN])
        return entries

    def marks(self) -> list[ScopeMark]:
        """How far each scope has been read."""
        with self._database.read() as connection:
            return self._work(connection).marks()

    def settle(self, result: Result) -> Changes:
        """Keep the centre's verdicts; rejected operations leave their dossier and go to the tray, whole."""
        with self._database.write() as connection:
            work = self._work(connection)
            touched, changing = work.settle(result.verdicts)
            work.rebase(changing)
            work.flush()
        return Changes(frozenset(touched))

    def absorb(self, news: Page | Copy, moved: list[Moved] | None = None, allow: Allow = lambda *_: None) -> Changes:
        """Apply a page or a part of a first copy: mirror, rows, my pending operations on those dossiers, cursor.

        What was absorbed before changes nothing. Raises Gap when something before it is missing, NotCanonical when it
        cannot be read. At the end of the first copy the people are indexed and pages go on from its head. The centre's
        rows that a page changed are added to `moved`, change by change; `allow` sees those of a page and may raise.
        """
        copied = isinstance(news, Copy)
        with self._database.write() as connection:
            work = self._work(connection)
            touched = work.absorb_copy(news) if isinstance(news, Copy) else work.absorb(news)
            work.flush()
            if isinstance(news, Page):
                allow(connection, news, work.moved)
            brought = copied and touched is not None and compartment_of(news.scope) is Compartment.GENERAL
            if brought and work.people_complete():
                search_index.rebuild(connection, self.tables.records)
        if moved is not None:
            moved += work.moved
        shared = place_of(news.scope) != self._identity.place
        return Changes(frozenset(touched or ()), reference=copied or (shared and bool(touched)))

    def become(self, step: Step) -> Changes:
        """Run a step that changes which device or history this is, in one transaction, and keep what it gives."""
        with self._database.write() as connection:
            identity, touched = step(connection, self.tables, self._identity)
        self._identity = identity
        return Changes(touched, reference=True)

    def heard(self, server_ms: int) -> None:
        """Keep the centre's time, which only moves forward."""
        if server_ms > self._identity.server_ms:
            identity = msgspec.structs.replace(self._identity, server_ms=server_ms)
            with self._database.write() as connection:
                identity.save(connection, self.tables.meta)
            self._identity = identity

    def set_aside(self, position: int) -> None:
        """A person has dealt with this operation of the tray, or read that it is damaged."""
        with self._database.write() as connection:
            Outbox(connection, self.tables).set(position, set_aside=True)

    def _work(self, connection: Connection) -> Work:
        return Work(connection, self.tables, self._identity)
