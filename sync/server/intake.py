"""The operations of one request: stored as they come, decided once all of them are here (sync.md 3.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import Connection

from sync.domain.ids import scope_id
from sync.protocol.errors import WireError
from sync.protocol.messages import Operations
from sync.server.accounts import Accounts
from sync.server.chains import Chains
from sync.server.contact import Contact
from sync.server.push import Elsewhere, Push
from sync.server.remembered import Remembered
from sync.server.sequence import heads
from sync.storage.database import Database
from sync.storage.errors import StorageError
from sync.storage.ledger import CentreTables
from sync.storage.within import Within

Number = tuple[int, int]
"""A lane and a number in it."""


class Intake:
    """What one device sends in one request, whose contact is to be noted. `now_ms`: the centre's clock."""

    def __init__(self, database: Database, tables: CentreTables, contact: Contact, now_ms: Callable[[], int]) -> None:
        self._database = database
        self._tables = tables
        self._device = contact.device
        self._hello = contact.hello
        self._contact = contact
        self._now_ms = now_ms
        self._within = Within(self._device.writes.all)
        self._parted: bool | None = None
        self._behind = False
        self.numbers: list[Number] = []
        """The operations that get an answer."""
        self.sent: list[Operations] = []
        """The frames in which they came."""
        self.decided = Remembered()
        """What became of those that this request decided."""

    def store(self, frame: Operations) -> None:
        """Keep the operations of a frame, durable before this returns; raises WireError, StorageError."""
        with self._database.write(self._within) as connection:
            self._contact.heard(connection)
            self._behind = self._is_behind(connection)
            push = Push(connection, self._tables, self._device)
            push.store(frame.operations, self._now_ms(), aside=self._behind)
        self._answer_to(frame)

    def decide(self, last: Operations | None = None) -> Iterator[None]:
        """Decide all that is stored, slice by slice, and `last` with it: its records are written once, with answers.

        Gives way between two slices: nothing is locked then. Where deciding fails for a fault of ours the records of
        `last` are kept all the same. Raises WireError, StorageError.
        """
        if last is not None and self._device.revoked:
            self.store(last)
        rejected: set[int] | None = None
        others: frozenset[int] = frozenset()
        again = True
        while not self._device.revoked:
            try:
                with self._database.write(self._beside(others)) as connection:
                    push = Push(connection, self._tables, self._device)
                    known = [] if last is None else self._take(connection, push, last)
                    if rejected is None:
                        rejected = push.rejected_dossiers([*self.numbers, *known])
                    _, more = push.decide_slice(self._now_ms(), rejected, others, again=again)
            except Elsewhere as found:
                others = found.places
                self._contact.unheard()
                continue
            except (WireError, StorageError):
                raise
            except Exception:  # a fault of ours, whatever it is: what came is kept, and the fault is told as always
                if last is not None:
                    self.store(last)
                raise
            self.decided.add(push.latest)
            if last is not None:
                self._answer_to(last)
                last = None
            if not more:
                return
            again = False
            yield

    def _take(self, connection: Connection, push: Push, frame: Operations) -> list[Number]:
        """Have the next slice decide a frame's operations; gives the numbers that were here already."""
        self._contact.heard(connection)
        self._behind = self._is_behind(connection)
        if self._behind:
            push.store(frame.operations, self._now_ms(), aside=True)
            return []
        return push.take(frame.operations, self._now_ms())

    def _answer_to(self, frame: Operations) -> None:
        """Its operations are here. What is put aside gets no answer: a number may stand for another record here."""
        if not self._behind:
            self.sent.append(frame)
            self.numbers += [(op.lane, op.n) for op in frame.operations]

    def _is_behind(self, connection: Connection) -> bool:
        """Whether this office has not heard yet of the history in which the centre is."""
        epoch = Accounts(connection, self._tables).epoch()
        return any(mark.epoch < epoch for mark in self._hello.scopes) or self.has_parted(connection, epoch)

    def _beside(self, places: frozenset[int]) -> Within:
        """What deciding may see: the laptop's own scopes, and those of provinces to which its dossiers went."""
        parts = self._device.writes.compartments
        away = (scope_id(place, part) for place in sorted(places) for part in parts)
        return Within((*self._device.writes.all, *away), deciding=True)

    def has_parted(self, connection: Connection, epoch: int) -> bool:
        """Whether this office has read another history, though none has begun since: the centre was put back."""
        hello, tables = self._hello, self._tables
        if self._parted is None:
            known = heads(connection, tables, [mark.scope for mark in hello.scopes])
            ahead = any(mark.epoch > epoch for mark in hello.scopes)
            found = ahead or Chains(connection, tables, known).parted(hello.scopes, hello.chain)
            self._parted = found and bool(hello.chain)
        return self._parted
