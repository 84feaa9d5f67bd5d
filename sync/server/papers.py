"""Papers at the centre: what a device may bring and fetch, and the mark that one has come whole (sync.md 3.7).

Everything goes through the record of a paper, read with the device's own scopes: a foreign record, one that does not
exist, and hashes that are not those of the record all get the same answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from sync.domain.entities.attachment import ATTACHMENT_KINDS
from sync.domain.ids import Compartment, compartment_of, is_academy, place_of, scope_id
from sync.domain.operation import Effect
from sync.domain.papers import PIECE_BYTES, is_list_of
from sync.domain.record import Row
from sync.protocol.messages import Frame
from sync.protocol.paper_frames import Held, Offer, Part, Piece, Want
from sync.server.accounts import Accounts, Device
from sync.server.publish import write_as_centre
from sync.server.sequence import Sequences
from sync.storage.ledger import CentreTables
from sync.storage.papers import Paper, PaperStore
from sync.storage.state import TableState


@dataclass(frozen=True, slots=True)
class Arrival:
    """A paper of a record as a decider needs it: how many of its bytes are here."""

    row: Row
    at: int

    @property
    def arrived(self) -> bool:
        """True when all of it is here."""
        return bool(self.row.get("arrived"))


class Papers:
    """What one device brings and fetches, on one connection."""

    def __init__(self, connection: Connection, tables: CentreTables, device: Device) -> None:
        self._connection = connection
        self._tables = tables
        self._device = device
        self._store = PaperStore(connection, tables.papers)
        self._state = TableState(connection, tables.records, device.writes)
        self.confidential: set[int] = set()
        """The records of confidential papers of which parts were given out."""

    def receive(self, frame: Offer | Piece | Want, now_ms: int) -> None:
        """Keep what a frame brings, durable with the caller's transaction; what may not be brought is passed over.

        Of what a frame asks for, see that it is as it came: a chunk that was damaged since has to be brought again.
        An academy reads the papers of its provinces, and brings none.
        """
        if is_academy(self._device.place):
            return
        Accounts(self._connection, self._tables).lock(self._device.number)
        row = self._row(frame.row)
        if row is None:
            return
        paper = self._store.find(row.scope, row.text("content"), lock=True)
        if isinstance(frame, Piece):
            paper = self._take(paper, frame)
        elif isinstance(frame, Want):
            paper = self._store.mend(paper, frame.at, frame.count) if paper is not None else None
        elif paper is None and is_list_of(row.text("content"), _size(row), frame.hashes):
            paper = self._store.begin(Paper(row.scope, row.text("content"), _size(row), frame.hashes))
        if paper is not None and paper.whole != bool(row.get("arrived")):
            self._mark(paper, now_ms)

    def _take(self, paper: Paper | None, piece: Piece) -> Paper | None:
        if paper is None:
            return None
        if piece.at == paper.at:
            self._store.only(paper, self._device.number)
        return self._store.take(paper, self._device.number, piece.at, piece.content)

    def _mark(self, paper: Paper, now_ms: int) -> None:
        """Say on every record of this content whether it is whole, in a change of the centre's own for all offices."""
        general = scope_id(place_of(paper.scope), Compartment.GENERAL)  # under whose lock a file is referred
        sequences = Sequences(self._connection, self._tables, [general, paper.scope])
        found = [row for kind in ATTACHMENT_KINDS for row in self._state.find(kind, "content", paper.root)]
        stale = [row for row in found if row.scope == paper.scope and bool(row.get("arrived")) != paper.whole]
        if not stale:
            return
        marks = {"arrived": True if paper.whole else None}
        effects = [(row, Effect(row.kind, row.id, row.dossier, row.scope, marks)) for row in stale]
        day = datetime.fromtimestamp(now_ms / 1000, UTC).date().isoformat()
        write_as_centre(self._connection, self._tables, sequences, effects, day=day)

    def held(self, rows: Iterable[int]) -> Iterator[Held]:
        """How far the papers of these records have come."""
        for row in rows:
            paper = self._paper(row)
            at = self._store.position(paper, self._device.number) if paper is not None else 0
            yield Held(row, at, paper is not None)

    def parts(self, wants: Iterable[Want]) -> Iterator[Frame]:
        """The parts of papers that a device asks for, as far as they are here; an answer holds PARTS_LIMIT of them."""
        for want in wants:
            paper = self._paper(want.row)
            if paper is None or paper.scope not in self._device.scopes.all:
                yield Held(want.row, 0, False)
                continue
            yield Held(want.row, paper.at, True, paper.hashes if want.at == 0 else b"")
            if want.at % PIECE_BYTES == 0:
                if compartment_of(paper.scope) is Compartment.CONFIDENTIAL:
                    self.confidential.add(want.row)
                for at, content in self._store.read(paper, want.at, want.count):
                    yield Part(want.row, at, content)

    def _paper(self, row_id: int) -> Paper | None:
        row = self._row(row_id)
        return self._store.find(row.scope, row.text("content")) if row is not None else None

    def _row(self, row_id: int) -> Row | None:
        """The record of a paper, when this device may read it."""
        found = (self._state.row(kind, row_id) for kind in ATTACHMENT_KINDS)
        return next((row for row in found if row is not None), None)


def _size(row: Row) -> int:
    size = row.get("size")
    return size if isinstance(size, int) else 0


def arrivals(connection: Connection, tables: CentreTables, papers: Collection[Row]) -> list[Arrival]:
    """How far each of these papers has come, for whoever decides on what they belong to."""
    store = PaperStore(connection, tables.papers)
    found = [(row, store.find(row.scope, row.text("content"))) for row in papers]
    return [Arrival(row, paper.at if paper is not None else 0) for row, paper in found]
