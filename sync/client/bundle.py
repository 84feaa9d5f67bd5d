"""Files on a stick as a carrier of the same engine: a request file goes out, a reply file comes in (sync.md 3.9).

A request offers all that waits, and it keeps waiting until a verdict comes back by any way: a file that is lost, late
or delivered twice costs nothing. A reply is read whole before anything of it is kept; what is known already is passed
over, and pages that do not follow what was read are left for later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sync.client import bundle_keys, partings, renumbering
from sync.client.courier import Courier
from sync.client.engine import Engine, Hooks, Progress
from sync.client.errors import (
    Cancelled,
    ChangesMissing,
    ClonedDevice,
    NoBundleKey,
    UnknownDictionary,
    Unreachable,
)
from sync.client.loading import BATCH
from sync.client.outbox import Entry, Outbox
from sync.client.pacing import Pacer
from sync.client.refusal import refusal
from sync.client.replica import Replica
from sync.client.reply_file import Opened, open_reply, translated
from sync.client.request import Terms, packed_operations, sealed_request
from sync.client.sealing import SigningKey
from sync.protocol import bundle, columns
from sync.protocol.copying import end_of, place
from sync.protocol.exchange import Traffic
from sync.protocol.messages import Copy, End, Fault, Frame, Page, ScopeMark
from sync.storage.rows import get_meta, set_meta

_NOTE = "stick"
_OPERATIONS = 20_000
_OFFERS = 8
"""Requests for a number of its own that may be on their way at once."""
"""Operations in one file at most; what waits behind them goes with the next one."""


@dataclass(frozen=True, slots=True)
class Written:
    """A request file: how many operations it offers, and its bytes."""

    operations: int
    bytes: int


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a reply file brought. `progress` counts as an exchange does."""

    progress: Progress
    missing: frozenset[int]
    """Scopes with pages that do not follow what was read here: another file comes first, or a new request mends it."""
    stale: bool
    """The verdicts are of an older history, or about another copy of this office's file: they were left out."""
    again: bool
    """A new request file is needed: to go on, or for what this reply could not answer."""
    differs: bool
    """This office read to where the centre stood and does not hold the same: the next exchange on a line mends it."""

    @property
    def code(self) -> str:
        """What the clerk is told, as a stable code."""
        if self.missing:
            return "bundle_gap"
        if self.stale:
            return "bundle_stale"
        if self.differs:
            return "bundle_differs"
        return "bundle_again" if self.again else "bundle_done"


class _Note(msgspec.Struct, frozen=True):
    """What the next request file does otherwise, because of the last reply."""

    renumber: int = 0
    """The device number that turned out to be shared; 0 for none."""
    offers: tuple[bytes, ...] = ()
    """What this file asked to take along to a number of its own, the newest last (protocol/bundle.py, `offer`)."""
    plain: bool = False
    """The centre does not know our dictionary."""


class _NoLine:
    """What stands in the place of a line."""

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Files are written and read one at a time: nothing is exchanged at once."""
        raise Unreachable("a stick is no line")


class Stick:
    """The bundles of one office. `key` is the laptop's own (office.device_key). Not on the UI thread."""

    def __init__(self, replica: Replica, key: SigningKey, hooks: Hooks) -> None:
        self._replica = replica
        self._key = key
        self._hooks = hooks

    def write_request(self, target: Path, *, for_neighbours: bool = False) -> Written:
        """Write a request file with all that waits; raises NoBundleKey, StickFailed, StorageError.

        `for_neighbours` asks for pages that other laptops of the province can use too: this laptop's own changes then
        come back whole instead of as numbers.
        """
        centre = bundle_keys.load(self._replica).centre
        if not centre:
            raise NoBundleKey("the centre's key is not known yet")
        note = self._note()
        dictionary = columns.PLAIN if note.plain else columns.newest()
        entries: list[Entry] = []
        content: list[Frame | bytes]
        if note.renumber and note.renumber == self._replica.identity.device:
            asked = renumbering.request(self._replica.database, self._replica.tables)
            offers = (*note.offers, bundle.offer(asked.undecided))[-_OFFERS:]
            self._keep(msgspec.structs.replace(note, offers=offers))  # before the file can reach anybody
            content = [asked]
        else:
            entries = self._waiting()
            # Where histories parted is told each time, and first: a file does not hear whether the last one arrived.
            untold = partings.untold(self._replica.database, self._replica.tables, self._replica.identity.device)
            papers = Courier(self._replica, bundle.PAPERS, Pacer()).packed()
            content = [*untold.frames, *packed_operations(entries, dictionary), *papers]
        terms = Terms(self._hooks.request_id(), self._key.sign, bundle.BUDGET, dictionary, for_neighbours)
        data = bundle.request(sealed_request(self._replica, content, terms), centre)
        with translated():
            bundle.write_file(target, data)
        return Written(len(entries), len(data))

    def _waiting(self) -> list[Entry]:
        """What is undecided, in the order of a line's requests; sealed from here on."""
        found: list[Entry] = []
        held: set[int] = set()
        while len(found) < _OPERATIONS and (batch := self._replica.seal(BATCH, held)):
            found += batch
            held.update(entry.position for entry in batch)
        return found

    def read_reply(self, source: Path) -> TakenIn:
        """Take in a reply file, of this laptop's or of a neighbour's request.

        Raises BundleError when it cannot be used, before anything is kept; ExchangeError when it brings a refusal;
        Cancelled, StorageError in the middle: reading the same file again goes on.
        """
        opened = open_reply(source, self._replica, self._key, self._note().offers)
        return _Reading(self._replica, self._hooks, opened).run(self._note_of)

    def _note_of(self, fault: Fault, device: int) -> None:
        """Remember what the next request does otherwise; raises what it cannot help."""
        wrong = refusal(fault)
        if isinstance(wrong, ClonedDevice):
            self._keep(_Note(renumber=device))
        elif isinstance(wrong, UnknownDictionary):
            self._keep(_Note(plain=True))
        else:
            raise wrong

    def _note(self) -> _Note:
        with self._replica.database.read() as connection:
            kept = get_meta(connection, self._replica.tables.meta, _NOTE)
        return msgspec.json.decode(kept, type=_Note) if kept else _Note()

    def _keep(self, note: _Note) -> None:
        with self._replica.database.write() as connection:
            set_meta(connection, self._replica.tables.meta, _NOTE, msgspec.json.encode(note).decode())


class _Reading:
    """Keeps the frames of one opened reply, each in a transaction of its own."""

    def __init__(self, replica: Replica, hooks: Hooks, opened: Opened) -> None:
        self._replica = replica
        self._hooks = hooks
        self._opened = opened
        self._engine = Engine(replica, _NoLine(), hooks)
        self._device = replica.identity.device
        self._epoch = replica.identity.epoch
        self._missing: set[int] = set()
        self._progress = Progress(requests=1)
        self._again = opened.locked

    def run(self, refused: Callable[[Fault, int], None]) -> TakenIn:
        """Keep what can be used; `refused` hears of a refusal, with the number that asked."""
        for frame in self._opened.frames:
            if self._hooks.cancelled():
                raise Cancelled
            if isinstance(frame, Fault):
                refused(frame, self._device)
                self._again = True
            elif isinstance(frame, End):
                self._end(frame)
            else:
                self._absorb(frame)
            self._hooks.progressed(self._progress)
        with self._replica.database.read() as connection:
            self._progress.waiting = Outbox(connection, self._replica.tables).waiting()
        if self._engine.lets_go(offered=False):
            self._again = True  # the next request says so, and is compared
        differs = self._ends_here() and not self._engine.agrees(self._progress)
        again = self._again or bool(self._missing) or self._opened.stale
        return TakenIn(self._progress, frozenset(self._missing), self._opened.stale, again, differs)

    def _end(self, end: End) -> None:
        """The end of an answer; with something left out it is not the end of what the centre had to say."""
        self._again = self._again or end.more
        partly = end.more or bool(self._missing) or self._opened.locked
        self._engine.absorb(msgspec.structs.replace(end, more=partly), self._progress)

    def _absorb(self, frame: Frame) -> None:
        if isinstance(frame, Page | Copy):
            if frame.scope in self._missing or frame.epoch < self._epoch:
                return
            rest = _unread(frame, self._mark(frame.scope)) if isinstance(frame, Copy) else frame
            if rest is None:
                return
            frame = rest
        try:
            self._engine.absorb(frame, self._progress)
        except ChangesMissing:
            if not isinstance(frame, Page | Copy):
                raise
            self._missing.add(frame.scope)
        if isinstance(frame, Page) and self._mark(frame.scope).seq < frame.upto:
            self._missing.add(frame.scope)  # our own predictions of it are gone: the next answer tells it whole

    def _mark(self, scope: int) -> ScopeMark:
        return next(mark for mark in self._replica.marks() if mark.scope == scope)

    def _ends_here(self) -> bool:
        """True when this office has read exactly as far as the centre stood: only then can the two be compared."""
        head = self._opened.head
        marks = self._replica.marks()
        read = [(mark.scope, mark.seq) for mark in marks if mark.complete]
        return head is not None and not self._again and len(read) == len(marks) and read == head.heads


def _unread(copy: Copy, mark: ScopeMark) -> Copy | None:
    """What of the rows of a first copy is still to be read here; None for nothing."""
    at = place(mark.copied_kind, mark.copied_row)
    if mark.complete:
        return None
    if place(copy.after_kind, copy.after_row) >= at:
        return copy
    if place(*end_of(copy)) <= at and not copy.complete:
        return None
    rows = [row for row in copy.rows if place(row.kind, row.row) > at]
    return msgspec.structs.replace(copy, rows=rows, after_kind=mark.copied_kind, after_row=mark.copied_row)
