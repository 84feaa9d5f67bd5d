"""What an exchange would carry now, and how the last ones went."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import Connection, func, select

from massar_desktop.queries.attachments import papers_to_send
from massar_desktop.queries.conflicts import FileName, file_names
from massar_desktop.queries.figures import UNDECIDED, UNSEEN, conflict_kinds, in_tray, open_conflict_count
from massar_desktop.queries.heads import HEAD_BYTES, verb_and_kind
from sync.client.clock import MOROCCO
from sync.client.courier import AUTOMATIC
from sync.client.damage import damaged
from sync.client.identity import Identity
from sync.client.journal import DONE, Exchanged, line_speed
from sync.client.journal import history as journal_history
from sync.domain.ids import Lane
from sync.domain.operation import Verb
from sync.storage.ledger import office_tables
from sync.storage.rows import count

REQUEST_BYTES: Final = 500
"""One request with nothing in it, both ways, with its HTTP headers."""
PACKED: Final = 0.3
"""What is left of canonical records on the line; measured on 20 and 200 corrections, new people take less."""
ROUND_TRIP_S: Final = 1.0
HISTORY: Final = 6
WEEK: Final = 7
DAY_MS: Final = 86_400_000
_STOPPED: Final = "cancelled"

KINDS: Final = ("new_people", "corrections", "acts", "other_records", "withdrawals", "joins", "settled", "list")
"""The kinds of work that may wait, in the order in which the screen names them."""


@dataclass(frozen=True, slots=True)
class WaitingKind:
    """Operations of one kind of work: how many, on how many files, and about how many bytes they take on the line."""

    what: str
    operations: int
    files: int
    size: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the next exchange sends, and what stays. `oldest_ms` in UTC milliseconds, sizes in bytes."""

    kinds: tuple[WaitingKind, ...]
    operations: int
    size: int
    oldest_ms: int | None
    doubtful: int
    drafts: int
    conflicts: int
    tray: int
    speed: int | None
    papers: int = 0
    papers_size: int = 0
    """Scans that are not at the centre yet, and their bytes that are left."""
    damaged: tuple[FileName, ...] = ()
    """The files of saves that were altered on the disk and cannot be sent (client/damage.py)."""

    def papers_now(self, *, every: bool) -> int:
        """Bytes of scans that one exchange takes along: a part of them, or with `every` all."""
        return self.papers_size if every else min(self.papers_size, AUTOMATIC)

    def seconds(self, size: int) -> float | None:
        """About how long so many bytes take on this line; None when the line was never measured."""
        return None if self.speed is None else size * 8 / (self.speed * 1000)

    @property
    def whole_size(self) -> int:
        """About how many bytes the exchange takes, were there nothing to send."""
        return self.size + REQUEST_BYTES

    @property
    def whole_seconds(self) -> float | None:
        """About how long the exchange takes, with its round trip; None when the line was never measured."""
        seconds = self.seconds(self.whole_size)
        return None if seconds is None else seconds + ROUND_TRIP_S


@dataclass(slots=True)
class _Heap:
    operations: int = 0
    size: int = 0
    files: set[int] = field(default_factory=set)


def waiting(connection: Connection, identity: Identity, clerk: int) -> Waiting:
    """Count what waits, by kind of work."""
    tables = office_tables()
    t = tables.outbox
    query = select(
        t.c.lane, t.c.dossier, t.c.at_ms, t.c.doubtful, func.length(t.c.record), func.substr(t.c.record, 1, HEAD_BYTES)
    ).where(t.c.state.in_(UNDECIDED))
    heaps: dict[str, _Heap] = {}
    oldest: int | None = None
    doubtful = voids = 0
    for lane, dossier, at_ms, in_doubt, length, head in connection.execute(query):
        what = _what(lane, bytes(head))
        if what is None:
            voids += length
            continue
        heap = heaps.setdefault(what, _Heap())
        heap.operations += 1
        heap.size += length
        heap.files.add(dossier)
        oldest = at_ms if oldest is None else min(oldest, at_ms)
        doubtful += bool(in_doubt)
    left = papers_to_send(connection)
    kinds = tuple(_kind(what, heaps[what]) for what in KINDS if what in heaps)
    return Waiting(
        kinds=kinds,
        operations=sum(kind.operations for kind in kinds),
        size=sum(kind.size for kind in kinds) + round(voids * PACKED),
        oldest_ms=oldest,
        doubtful=doubtful,
        drafts=count(connection, tables.draft),
        conflicts=open_conflict_count(connection, conflict_kinds(identity, clerk)),
        tray=in_tray(connection, identity, clerk),
        speed=line_speed(connection, tables),
        papers=left.papers,
        papers_size=left.size,
        damaged=file_names(connection, identity, {one.dossier: None for one in damaged(connection, tables)}),
    )


def history(connection: Connection, limit: int = HISTORY) -> tuple[Exchanged, ...]:
    """The last exchanges, newest first."""
    return journal_history(connection, office_tables(), limit)


@dataclass(frozen=True, slots=True)
class DayOfLine:
    """What the line did on a day: exchanges that went through, those that did not, and bytes of both directions."""

    day: date
    through: int = 0
    failed: int = 0
    size: int = 0


def week(connection: Connection, now_ms: int) -> tuple[DayOfLine, ...]:
    """The last seven days of the line, the oldest first, today's so far; what a clerk stopped counts as neither."""
    t, last = office_tables().exchange, _day(now_ms)
    days = {last - timedelta(days=back): DayOfLine(last - timedelta(days=back)) for back in reversed(range(WEEK))}
    query = select(t.c.at_ms, t.c.outcome, t.c.bytes_up, t.c.bytes_down).where(t.c.at_ms > now_ms - WEEK * DAY_MS)
    for at_ms, outcome, up, down in connection.execute(query):
        known = days.get(_day(at_ms))
        if known is not None:
            through, failed = outcome == DONE, outcome not in (DONE, _STOPPED)
            days[known.day] = DayOfLine(
                known.day, known.through + through, known.failed + failed, known.size + up + down
            )
    return tuple(days.values())


def _day(at_ms: int) -> date:
    return datetime.fromtimestamp(at_ms / 1000, MOROCCO).date()


def _kind(what: str, heap: _Heap) -> WaitingKind:
    return WaitingKind(what, heap.operations, len(heap.files), round(heap.size * PACKED))


def _what(lane: int, head: bytes) -> str | None:
    """The kind of work of an operation, from the first numbers of its record; None for what is nobody's work."""
    verb, kind = verb_and_kind(head)
    if verb in UNSEEN:
        return None
    if lane == Lane.BULK:
        return "list"
    if verb is Verb.CREATE:
        return "new_people" if kind.name == "employee" else "other_records"
    names = {
        Verb.CORRECT: "corrections",
        Verb.ACT: "acts",
        Verb.STEP: "acts",
        Verb.WITHDRAW: "withdrawals",
        Verb.JOIN: "joins",
        Verb.PART: "joins",
        Verb.SETTLE: "settled",
    }
    return names.get(verb, "other_records")
