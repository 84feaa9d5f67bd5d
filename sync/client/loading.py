"""What one request takes along: as many operations as the pace of the line allows, the desk's before the import's."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sync.client.outbox import Entry, Outbox, State
from sync.client.replica import Replica
from sync.client.request import counted_operations
from sync.domain.ids import Lane
from sync.protocol.columns import Dictionary

BATCH = 2000
"""Operations offered in one request at most."""
BESIDE_DESK = 640
"""Bytes of an import that ride beside the desk's work in the first request: its verdicts are not to wait for more."""


@dataclass(frozen=True, slots=True)
class Load:
    """Operations and the packed frames that hold them, in order."""

    entries: list[Entry]
    frames: list[bytes]


class Loader:
    """Seals what is offered next. `dictionary` is what the centre is known to have."""

    def __init__(self, replica: Replica, dictionary: Dictionary) -> None:
        self._replica = replica
        self.dictionary = dictionary

    def load(self, room: int, held: Collection[int], *, first: bool) -> Load:
        """Operations for one request: about `room` bytes once packed, and at least one frame where something waits.

        `held` are positions offered before in this exchange. The `first` request of an exchange carries the desk's
        operations and little of an import beside them. What had no room stays open and may still be undone.
        """
        waiting = self._replica.seal(BATCH, held)
        desk = 1 + max((at for at, entry in enumerate(waiting) if entry.lane is Lane.DESK), default=-1)
        if first and 0 < desk < len(waiting):
            made = self._frames(waiting[:desk], room)
            if len(made.entries) == desk:
                beside = self._frames(waiting[desk:], BESIDE_DESK, BESIDE_DESK, at_least=0)
                made = Load(made.entries + beside.entries, made.frames + beside.frames)
        else:
            made = self._frames(waiting, room)
        self._give_back(waiting[len(made.entries) :])
        return made

    def _frames(self, entries: Sequence[Entry], room: int, limit: int = 0, at_least: int = 1) -> Load:
        """Frames until there is no room left."""
        frames: list[bytes] = []
        start = 0
        for count, packed in counted_operations(entries, self.dictionary, limit):
            if len(frames) >= at_least and len(packed) > room:
                break
            frames.append(packed)
            room -= len(packed)
            start += count
        return Load(list(entries[:start]), frames)

    def _give_back(self, left: Sequence[Entry]) -> None:
        positions = [entry.position for entry in left if entry.state is State.OPEN]
        if positions:
            with self._replica.database.write() as connection:
                Outbox(connection, self._replica.tables).unseal(positions)
