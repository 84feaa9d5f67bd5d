"""The papers of one exchange: what goes up and comes down after everything else, piece by piece (sync.md 3.7).

Each request carries at most the pace's bytes, each exchange at most a budget. What a cut left in doubt is asked with
the first request of the next exchange, so that nothing is sent twice but the piece that was under way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from sync.client.attachments import Moving, Ways, leaving_papers, outgoing, sweep, wanted
from sync.client.pacing import Pacer
from sync.client.replica import Changes, Replica
from sync.domain.ids import Compartment, scope_id
from sync.domain.papers import PIECE_BYTES, is_list_of
from sync.protocol.messages import Frame
from sync.protocol.paper_frames import PAPERS_LIMIT, Held, Offer, Part, Piece, Want
from sync.storage.papers import HERE, Paper, PaperStore

AUTOMATIC = 262_144
"""Bytes of papers in an exchange that nobody asked to carry more."""
UNLIMITED = 1 << 62
_TRIES = 3
"""Requests that may bring a paper no further before it is left to the next exchange."""
_MOST = PAPERS_LIMIT // 4


class Courier:
    """Carries papers during one exchange; `budget` is in bytes of content, both ways together."""

    def __init__(self, replica: Replica, budget: int, pacer: Pacer) -> None:
        self._replica = replica
        self._tables = replica.tables
        self._left = budget
        self._pacer = pacer
        self._up: dict[int, Moving] = {}  # by record: what the request under way brings, or asks about
        self._down: dict[int, Moving] = {}
        self._told: set[int] = set()  # records whose hashes the centre was given in this exchange
        self._tries: dict[int, int] = {}
        self.sent = self.received = 0
        """Bytes of content that came to the other end."""
        self.damaged: set[int] = set()
        """Records whose content was damaged here and cannot be sent."""

    def questions(self) -> list[Frame]:
        """What goes with the first request: how far papers have come whose answer never came."""
        if self._left <= 0:
            return []
        with self._replica.database.read() as connection:
            unsure = [one for one in outgoing(connection, self._tables) if one.unsure]
        self._up = {one.row: one for one in unsure[:_MOST]}
        return [Offer(row) for row in self._up]

    def frames(self) -> list[Frame]:
        """What the next request carries; nothing when all is done that can be done now."""
        self._up, self._down = {}, {}
        if self._replica.identity.leaving:
            return self._of_what_leaves()
        if self._left <= 0:
            return []
        with self._replica.database.write() as connection:
            room = self._pacer.size
            made = list(self._upward(connection, min(room, self._left), outgoing(connection, self._tables)))
            self._left -= sum(len(frame.content) for frame in made if isinstance(frame, Piece))
            made += self._downward(connection, min(room, self._left))
        return made

    def _of_what_leaves(self) -> list[Frame]:
        """What this laptop may not hold any more goes whatever the budget: nothing else keeps it here."""
        with self._replica.database.write() as connection:
            scope = scope_id(self._replica.identity.place, Compartment.CONFIDENTIAL)
            return list(self._upward(connection, self._pacer.size, leaving_papers(connection, self._tables, scope)))

    def packed(self) -> list[Frame]:
        """What a file on a stick carries: papers from where the centre was last heard to be, with their hashes.

        Nobody knows whether the last file arrived: what the centre has by now it passes over.
        """
        with self._replica.database.write() as connection:
            made = list(self._unheard(connection, self._left))
            made += self._downward(connection, self._left)
        return made

    def _unheard(self, connection: Connection, room: int) -> Iterator[Frame]:
        ways = Ways(connection, self._tables)
        for one in outgoing(connection, self._tables)[:_MOST]:
            if room <= 0:
                return
            ways.set(one.key, unsure=True)
            yield Offer(one.row, one.hashes)
            for piece in self._pieces(connection, one, room):
                room -= len(piece.content)
                yield piece

    def _pieces(self, connection: Connection, one: Moving, room: int) -> Iterator[Piece]:
        paper = Paper(one.scope, one.root, one.size, one.hashes, one.size)
        for at, content in PaperStore(connection, self._tables.papers).read(paper, one.held, room):
            yield Piece(one.row, at, content)

    def _upward(self, connection: Connection, room: int, papers: Iterable[Moving]) -> Iterator[Frame]:
        """Offers and pieces of as many of these papers as there is room for."""
        ways = Ways(connection, self._tables)
        met: set[tuple[int, str]] = set()
        for one in papers:
            if one.key in met or room <= 0 or len(self._up) == _MOST or self._tried(one):
                continue
            met.add(one.key)
            self._up[one.row] = one
            if one.unsure or one.held >= one.size:
                yield Offer(one.row)  # how far is it, or: it is there, mark this record too
                continue
            if one.held == 0:
                self._told.add(one.row)
                yield Offer(one.row, one.hashes)
            ways.set(one.key, unsure=True)
            before = room
            for piece in self._pieces(connection, one, room):
                room -= len(piece.content)
                yield piece
            if room == before:
                self._tries[one.row] = _TRIES  # what is here was damaged
                self.damaged.add(one.row)

    def _downward(self, connection: Connection, room: int) -> Iterator[Frame]:
        store = PaperStore(connection, self._tables.papers)
        for one in wanted(connection, self._tables):
            if room <= 0 or len(self._down) == _MOST or self._tried(one):
                continue
            self._down[one.row] = one
            paper = store.find(*one.key)
            at = store.position(paper, HERE) if paper is not None else 0
            count = min(max(room, PIECE_BYTES), one.size - at)
            room -= count
            yield Want(one.row, at, count)

    def _tried(self, one: Moving) -> bool:
        """True for a paper that came no further too often; else this is one more try."""
        tries = self._tries.get(one.row, 0)
        self._tries[one.row] = tries + 1
        return tries >= _TRIES

    def absorb(self, news: Held | Part) -> Changes:
        """Keep what the centre says of a paper, or a part of it, in a transaction of its own."""
        if news.row not in self._up.keys() | self._down.keys():
            self._look_up(news.row)
        up, down = self._up.get(news.row), self._down.get(news.row)
        if isinstance(news, Part):
            return self._keep(news, down) if down is not None else Changes()
        if up is not None:
            return self._arrived(news, up)
        return self._begin(news, down) if down is not None else Changes()

    def _look_up(self, row: int) -> None:
        """The answer came in a file: what asked for it is not remembered."""
        with self._replica.database.read() as connection:
            self._up |= {one.row: one for one in outgoing(connection, self._tables) if one.row == row}
            self._down |= {one.row: one for one in wanted(connection, self._tables) if one.row == row}

    def _arrived(self, held: Held, one: Moving) -> Changes:
        """What we bring is there so far."""
        at = min(held.at, one.size) if held.known else 0
        if not held.known and one.row in self._told:
            self._tries[one.row] = _TRIES  # its record is not there: with another exchange perhaps
        elif at > one.held:
            self._tries[one.row] = 0
            self.sent += at - one.held
        with self._replica.database.write() as connection:
            Ways(connection, self._tables).set(one.key, held=at, unsure=False)
        return Changes(frozenset([one.dossier]))

    def _begin(self, held: Held, one: Moving) -> Changes:
        """The hashes of what we fetch; those of another paper are refused, and it is asked for no more."""
        if not held.known:
            self._tries[one.row] = _TRIES
        elif held.hashes:
            with self._replica.database.write() as connection:
                store = PaperStore(connection, self._tables.papers)
                if not is_list_of(one.root, one.size, held.hashes):
                    return self._refuse(connection, one)
                if store.find(*one.key) is None:
                    store.begin(Paper(one.scope, one.root, one.size, held.hashes))
        return Changes()

    def _keep(self, part: Part, one: Moving) -> Changes:
        with self._replica.database.write() as connection:
            store = PaperStore(connection, self._tables.papers)
            before = store.find(*one.key)
            if before is None:
                return Changes()
            after = store.take(before, HERE, part.at, part.content)
            if after is None:
                return self._refuse(connection, one)
            if after.whole:
                Ways(connection, self._tables).set(one.key, wanted=False)
        self._tries[one.row] = 0
        self._left -= len(part.content)
        self.received += len(part.content)
        return Changes(frozenset([one.dossier]) if after.at > before.at else frozenset())

    def _refuse(self, connection: Connection, one: Moving) -> Changes:
        """What came is not what the record says: it is not kept, and a person must ask for it again."""
        self._tries[one.row] = _TRIES
        Ways(connection, self._tables).set(one.key, wanted=False)
        return Changes(frozenset([one.dossier]))

    def rest(self) -> None:
        """The exchange is over: content that no record names is forgotten."""
        sweep(self._replica.database, self._tables)
