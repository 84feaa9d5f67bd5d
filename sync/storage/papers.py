"""The content of papers: whole chunks by scope and keyed hash, and the pieces of the chunk that is under way.

The same at both ends. A paper grows from its beginning: `at` is how many bytes of it are here, checked chunk by chunk;
pieces after that wait, under the device they came from, until their chunk is whole. A chunk that two papers of one
scope share is kept once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    delete,
    func,
    select,
    update,
)

from sync.domain.papers import (
    CHUNK_BYTES,
    HASH_BYTES,
    PIECE_BYTES,
    chunk_end,
    chunk_hash,
    chunk_hashes,
    hash_at,
    root_of,
)
from sync.storage.rows import upsert
from sync.storage.tables import BIG, TEXT

HERE = 0
"""The device under which an office keeps what it fetches."""


@dataclass(frozen=True, slots=True)
class PaperTables:
    """The tables of an end that hold papers."""

    paper: Table
    chunk: Table
    piece: Table


def paper_tables(metadata: MetaData) -> PaperTables:
    """The tables, made in the metadata of an end."""
    return PaperTables(
        paper=Table(
            "paper",
            metadata,
            *_place(Column("root", TEXT, primary_key=True)),
            Column("size", BIG, nullable=False),
            Column("hashes", LargeBinary, nullable=False),
            Column("at", BIG, nullable=False),
        ),
        chunk=Table(
            "chunk",
            metadata,
            *_place(Column("hash", LargeBinary, primary_key=True)),
            Column("content", LargeBinary, nullable=False),
        ),
        piece=Table(
            "piece",
            metadata,
            Column("device", Integer, primary_key=True, autoincrement=False),
            *_place(Column("root", TEXT, primary_key=True)),
            Column("at", BIG, primary_key=True, autoincrement=False),
            Column("content", LargeBinary, nullable=False),
        ),
    )


def way_table(metadata: MetaData) -> Table:
    """How far the content of a paper has come: what the centre was last heard to hold, and whether it is wanted."""
    return Table(
        "way",
        metadata,
        Column("scope", Integer, primary_key=True, autoincrement=False),
        Column("root", TEXT, primary_key=True),
        Column("held", BIG, nullable=False),
        # Something was sent, and its answer never came.
        Column("unsure", Boolean(create_constraint=False), nullable=False),
        Column("wanted", Boolean(create_constraint=False), nullable=False),
    )


def _place(address: Column[Any]) -> tuple[Column[Any], Column[Any]]:
    return Column("scope", Integer, primary_key=True, autoincrement=False), address


@dataclass(frozen=True, slots=True)
class Paper:
    """What an end knows of the content of a paper: the hashes of its chunks, and how many checked bytes are here."""

    scope: int
    root: str
    size: int
    hashes: bytes
    at: int = 0

    @property
    def whole(self) -> bool:
        """True when every byte is here."""
        return self.at == self.size


class PaperStore:
    """The papers of an end, on one connection."""

    def __init__(self, connection: Connection, tables: PaperTables) -> None:
        self._connection = connection
        self._tables = tables

    def keep(self, scope: int, content: bytes) -> Paper:
        """Keep a whole paper."""
        hashes = chunk_hashes(content)
        paper = Paper(scope, root_of(len(content), hashes), len(content), hashes)
        for at in range(0, paper.size, CHUNK_BYTES):
            self._put_chunk(paper, at, content[at : chunk_end(at, paper.size)])
        return self.begin(paper)

    def find(self, scope: int, root: str, *, lock: bool = False) -> Paper | None:
        """A paper that was begun here; locked, where the database does so, until the transaction ends."""
        t = self._tables.paper
        query = select(t).where(t.c.scope == scope, t.c.root == root)
        row = self._connection.execute(query.with_for_update() if lock else query).first()
        return Paper(row.scope, row.root, row.size, bytes(row.hashes), row.at) if row is not None else None

    def begin(self, paper: Paper) -> Paper:
        """Know a paper by the hashes of its chunks, which the caller has checked; what is here of it already counts."""
        row = {"scope": paper.scope, "root": paper.root, "size": paper.size, "hashes": paper.hashes, "at": 0}
        upsert(self._connection, self._tables.paper, [row])
        return self._moved(replace(paper, at=0))

    def position(self, paper: Paper, device: int) -> int:
        """How many bytes are here, with the pieces that came from a device."""
        if paper.whole:
            return paper.at
        query = select(func.count()).select_from(self._tables.piece).where(*self._pieces(paper, device))
        return paper.at + int(self._connection.execute(query).scalar_one()) * PIECE_BYTES

    def take(self, paper: Paper, device: int, at: int, content: bytes) -> Paper | None:
        """Keep the next piece of a paper; gives the paper as it is now.

        What is not the next piece is passed over. None when the chunk that it ends has another hash: its pieces are
        forgotten.
        """
        if paper.whole or at != self.position(paper, device) or len(content) != min(PIECE_BYTES, paper.size - at):
            return paper
        if at + len(content) < chunk_end(at, paper.size):
            row = {"device": device, "scope": paper.scope, "root": paper.root, "at": at, "content": content}
            upsert(self._connection, self._tables.piece, [row])
            return paper
        chunk = self._waiting(paper, device) + content
        self._drop_pieces(paper, device)
        if chunk_hash(chunk) != hash_at(paper.hashes, at // CHUNK_BYTES):
            return None
        self._put_chunk(paper, at, chunk)
        return self._moved(paper)

    def only(self, paper: Paper, device: int) -> None:
        """A device has one chunk under way: what it began of other papers is forgotten."""
        t = self._tables.piece
        other = (t.c.scope != paper.scope) | (t.c.root != paper.root)
        self._connection.execute(delete(t).where(t.c.device == device, other))

    def read(self, paper: Paper, at: int, count: int) -> Iterator[tuple[int, bytes]]:
        """Pieces from a position on, until `count` bytes are given: where each begins, and it.

        Of what is checked and here; a chunk that was damaged since ends it.
        """
        end = min(at + count, paper.at)
        while at < end:
            start, upto = at // CHUNK_BYTES * CHUNK_BYTES, chunk_end(at, paper.size)
            chunk = self._chunk(paper, at)
            if chunk_hash(chunk) != hash_at(paper.hashes, at // CHUNK_BYTES):
                return
            for begin in range(at, min(upto, end), PIECE_BYTES):
                yield begin, chunk[begin - start : begin - start + PIECE_BYTES]
            at = upto

    def mend(self, paper: Paper, at: int, count: int) -> Paper:
        """Look at the chunks of a part: where one was damaged, all damaged ones are forgotten, to be brought again."""
        if not self._damaged(paper, at, min(at + count, paper.at)):
            return paper
        chunk, piece = self._tables.chunk, self._tables.piece
        damaged = self._damaged(paper, 0, paper.at)
        hashes = [hash_at(paper.hashes, start // CHUNK_BYTES) for start in damaged]
        self._connection.execute(delete(chunk).where(chunk.c.scope == paper.scope, chunk.c.hash.in_(hashes)))
        self._connection.execute(delete(piece).where(piece.c.scope == paper.scope, piece.c.root == paper.root))
        return self._moved(replace(paper, at=damaged[0]))

    def _damaged(self, paper: Paper, at: int, upto: int) -> list[int]:
        starts = range(at // CHUNK_BYTES * CHUNK_BYTES, upto, CHUNK_BYTES)
        return [s for s in starts if chunk_hash(self._chunk(paper, s)) != hash_at(paper.hashes, s // CHUNK_BYTES)]

    def content(self, paper: Paper) -> bytes | None:
        """All of a paper; None when it is not whole here, or was damaged."""
        found = b"".join(piece for _, piece in self.read(paper, 0, paper.size))
        return found if len(found) == paper.size else None

    def forget(self, papers: Iterable[tuple[int, str]]) -> None:
        """Forget papers, each by scope and root, and the chunks that no other one of their scope has."""
        t, piece = self._tables.paper, self._tables.piece
        for scope, root in papers:
            gone = self.find(scope, root)
            self._connection.execute(delete(t).where(t.c.scope == scope, t.c.root == root))
            self._connection.execute(delete(piece).where(piece.c.scope == scope, piece.c.root == root))
            if gone is not None:
                self._drop_chunks(scope, set(_split(gone.hashes)))

    def copy(self, papers: Iterable[tuple[int, str]], scope: int) -> None:
        """Have papers, each given by its scope and root, in another scope too."""
        for one in papers:
            paper = self.find(*one)
            if paper is None:
                continue
            there = replace(paper, scope=scope)
            for at in range(0, paper.at, CHUNK_BYTES):
                self._put_chunk(there, at, self._chunk(paper, at))
            self.begin(there)

    def _drop_chunks(self, scope: int, hashes: set[bytes]) -> None:
        t, chunk = self._tables.paper, self._tables.chunk
        for kept in self._connection.execute(select(t.c.hashes).where(t.c.scope == scope)).scalars():
            hashes -= set(_split(bytes(kept)))
        some = sorted(hashes)
        self._connection.execute(delete(chunk).where(chunk.c.scope == scope, chunk.c.hash.in_(some)))

    def _moved(self, paper: Paper) -> Paper:
        """The paper as far as its chunks are here one after the other, kept so."""
        t, hashes = self._tables.chunk, _split(paper.hashes)[paper.at // CHUNK_BYTES :]
        query = select(t.c.hash).where(t.c.scope == paper.scope, t.c.hash.in_(hashes))
        here = {bytes(found) for found in self._connection.execute(query).scalars()}
        following = takewhile(here.__contains__, hashes)
        at = min(paper.at + sum(CHUNK_BYTES for _ in following), paper.size)
        own = self._tables.paper
        mine = (own.c.scope == paper.scope, own.c.root == paper.root)
        self._connection.execute(update(own).where(*mine).values(at=at))
        return replace(paper, at=at)

    def _put_chunk(self, paper: Paper, at: int, chunk: bytes) -> None:
        row = {"scope": paper.scope, "hash": hash_at(paper.hashes, at // CHUNK_BYTES), "content": chunk}
        upsert(self._connection, self._tables.chunk, [row])

    def _chunk(self, paper: Paper, at: int) -> bytes:
        t = self._tables.chunk
        wanted = (t.c.scope == paper.scope, t.c.hash == hash_at(paper.hashes, at // CHUNK_BYTES))
        return bytes(self._connection.execute(select(t.c.content).where(*wanted)).scalar_one())

    def _waiting(self, paper: Paper, device: int) -> bytes:
        t = self._tables.piece
        query = select(t.c.content).where(*self._pieces(paper, device)).order_by(t.c.at)
        return b"".join(bytes(piece) for piece in self._connection.execute(query).scalars())

    def _pieces(self, paper: Paper, device: int) -> tuple[ColumnElement[bool], ...]:
        t = self._tables.piece
        return t.c.device == device, t.c.scope == paper.scope, t.c.root == paper.root, t.c.at >= paper.at

    def _drop_pieces(self, paper: Paper, device: int) -> None:
        self._connection.execute(delete(self._tables.piece).where(*self._pieces(paper, device)))


def _split(hashes: bytes) -> list[bytes]:
    return [hashes[at : at + HASH_BYTES] for at in range(0, len(hashes), HASH_BYTES)]
