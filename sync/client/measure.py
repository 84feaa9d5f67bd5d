"""The sums of all that an office really holds, counted once an exchange while the line is used (client/repair.py).

Counting takes half a second in a usual province, as long as an answer takes to come: it is done beside, in a snapshot
of the file, and what pages change after that snapshot is added to its sums.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec

from sync.client.replica import Replica
from sync.client.work import Moved, Work
from sync.protocol.messages import Page, ScopeMark
from sync.storage.digest import Holdings, Moves, Sums
from sync.storage.errors import StorageError

Beside = Callable[[Callable[[], None]], Callable[[], None]]
"""Starts a job beside the exchange; gives what waits for its end."""
Measured = tuple[list[ScopeMark], Sums]


@dataclass(frozen=True, slots=True)
class _Read:
    """A page that was absorbed: from where to where it brought its scope, and what it changed."""

    scope: int
    after: int
    upto: int
    moves: Moves


class Measure:
    """The sums at one point of the history, brought forward by pages; counted again when that cannot be done."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica
        self._found: Measured | None = None
        self._wait: Callable[[], None] | None = None
        self._read: list[_Read] = []
        self._fresh = False
        self.rows = 0
        """Rows counted the last time."""

    def begin(self, beside: Beside) -> None:
        """Start counting beside, once, when there is something whole to count."""
        if self._wait is None and self._found is None and all(mark.complete for mark in self._replica.marks()):
            self._wait = beside(self._count_beside)

    def rest(self) -> None:
        """Wait until nothing is counted beside any more."""
        if self._wait is not None:
            self._wait()

    def read(self, page: Page, moved: Sequence[Moved]) -> None:
        """A page was absorbed."""
        if moved and (self._wait is not None or self._found is not None):
            moves = Moves()
            for before, after in moved:
                for row in before:
                    moves.replace(row, None)
                moves.replace(None, after)
            self._read.append(_Read(page.scope, page.upto - len(moved), page.upto, moves))

    def now(self) -> Measured:
        """How far each scope has been read, and the sums of what is held."""
        self.rest()
        marks = self._replica.marks()
        if self._found is None or self._brought_forward(self._found) != marks:
            self._count()
        assert self._found is not None
        return self._found

    def anew(self) -> Measured:
        """The same, counted now: damage may have hidden what a page changed."""
        if not self._fresh:
            self.forget()
        return self.now()

    def forget(self) -> None:
        """Rows were replaced: what was counted says nothing any more."""
        self.rest()
        self._found, self._read = None, []

    def _brought_forward(self, found: Measured) -> list[ScopeMark]:
        at = {mark.scope: mark for mark in found[0]}
        for page in self._read:
            mark = at.get(page.scope)
            if mark is not None and mark.seq == page.after:
                found[1].move(page.moves)
                at[page.scope] = msgspec.structs.replace(mark, seq=page.upto)
                self._fresh = False
        self._read = []
        self._found = list(at.values()), found[1]
        return self._found[0]

    def _count_beside(self) -> None:
        try:
            self._count()
        except StorageError:
            self._found = None  # counted again when it is needed, where the fault can be said

    def _count(self) -> None:
        with self._replica.database.read() as connection:
            marks = Work(connection, self._replica.tables, self._replica.identity).marks()
            sums = Holdings(connection, self._replica.tables).measure([mark.scope for mark in marks])
        self._found, self.rows, self._fresh = (marks, sums), sums.rows, True
