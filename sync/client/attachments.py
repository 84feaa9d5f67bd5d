"""Papers at the office: attach a scan, see how far it has come, ask for one that is elsewhere (sync.md 3.7).

A paper is an ordinary record whose content is kept beside it. Both are saved in one transaction; the content travels
after everything else (courier.py), and nothing of it is dropped here as long as a record names it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, delete, exists, or_, select, update
from sqlalchemy.sql import ColumnElement

from sync.client.outbox import TRAY_VERDICTS, Outbox, State
from sync.client.replica import Refused, Replica, Saved
from sync.domain.entities.attachment import ATTACHMENT_KINDS, CONFIDENTIAL_KIND, GENERAL_KIND
from sync.domain.errors import error
from sync.domain.fields import Value
from sync.domain.operation import Operation, Verb
from sync.domain.papers import PAPER_LIMIT, chunk_hashes, media_of, root_of
from sync.domain.record import WITHDRAWN, Row
from sync.storage.database import Database
from sync.storage.ledger import OfficeTables
from sync.storage.papers import PaperStore
from sync.storage.rows import upsert


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPaper:
    """What a clerk says of a paper. `attached_to` is the act it belongs to, by kind and row; `day` is ISO text."""

    person: int
    title: str
    pages: int | None = None
    day: str | None = None
    attached_to: tuple[str, int] | None = None
    confidential: bool = False


class Standing(StrEnum):
    """Where the content of a paper is."""

    HERE_ONLY = "here_only"  # nothing of it has travelled
    ON_THE_WAY = "on_the_way"  # some of it is at the centre
    ELSEWHERE = "elsewhere"  # at another office, which has not sent it yet
    TO_FETCH = "to_fetch"  # at the centre, not here
    COMING = "coming"  # asked for
    HERE = "here"  # here and at the centre


@dataclass(frozen=True, slots=True)
class Arrival:
    """A paper and where its content is: `moved` of its `size` bytes have travelled, in the direction of `standing`."""

    row: Row
    standing: Standing
    size: int
    moved: int

    @property
    def arrived(self) -> bool:
        """True when the centre holds all of it."""
        return bool(self.row.get("arrived"))


@dataclass(frozen=True, slots=True)
class ToSend:
    """Papers whose content the centre has not got: how many, and how many bytes are left to send."""

    papers: int
    size: int


def attach(replica: Replica, content: bytes, paper: NewPaper, *, author: int) -> Saved:
    """Save a paper and its content in one transaction.

    Raises Refused (what it is, its size, or the checks of its record), StorageError; then nothing of it is kept.
    """
    media = media_of(content)
    if media is None:
        raise Refused([error("paper_of_unknown_kind", "media")])
    if len(content) > PAPER_LIMIT:
        raise Refused([error("paper_too_large", "size", megabytes=PAPER_LIMIT >> 20)])
    kind = CONFIDENTIAL_KIND if paper.confidential else GENERAL_KIND
    fields: dict[str, Value] = {
        "employee": paper.person,
        "title": paper.title,
        "media": media,
        "size": len(content),
        "pages": paper.pages,
        "content": root_of(len(content), chunk_hashes(content)),
        "paper_date": paper.day,
        "attached_kind": paper.attached_to[0] if paper.attached_to else None,
        "attached_to": paper.attached_to[1] if paper.attached_to else None,
    }
    known = {name: value for name, value in fields.items() if value is not None}
    row = replica.new_rows(1)[0]
    operation = Operation(verb=Verb.CREATE, kind=kind, row=row, dossier=paper.person, fields=known)

    def keep(connection: Connection) -> None:
        made = replica.tables.records.records[kind]
        scope = connection.execute(select(made.c.scope).where(made.c.id == row)).scalar_one()
        PaperStore(connection, replica.tables.papers).keep(scope, content)

    return replica.record([operation], author=author, beside=keep)


def content_of(connection: Connection, tables: OfficeTables, row: Row) -> bytes | None:
    """The content of a paper; None when it is not here whole."""
    store = PaperStore(connection, tables.papers)
    paper = store.find(row.scope, row.text("content"))
    return store.content(paper) if paper is not None else None


def fetch(replica: Replica, papers: Collection[Row], *, wanted: bool = True) -> None:
    """Ask for papers, given by their records, with the next exchanges; or no longer."""
    with replica.database.write() as connection:
        ways = Ways(connection, replica.tables)
        for row in papers:
            ways.set((row.scope, row.text("content")), wanted=wanted)


def arrivals(connection: Connection, tables: OfficeTables, papers: Collection[Row]) -> list[Arrival]:
    """Where the content of each of these papers is."""
    store, ways = PaperStore(connection, tables.papers), Ways(connection, tables)
    return [_arrival(store, ways, row) for row in papers]


def _arrival(store: PaperStore, ways: Ways, row: Row) -> Arrival:
    root, size = row.text("content"), int(row.text("size") or 0)
    paper, way = store.find(row.scope, root), ways.of((row.scope, root))
    arrived, whole = bool(row.get("arrived")), paper is not None and paper.whole
    if whole and arrived:
        return Arrival(row, Standing.HERE, size, size)
    if whole:
        return Arrival(row, Standing.ON_THE_WAY if way.held else Standing.HERE_ONLY, size, way.held)
    here = store.position(paper, 0) if paper is not None else 0
    if not arrived:
        return Arrival(row, Standing.ELSEWHERE, size, here)
    return Arrival(row, Standing.COMING if way.wanted else Standing.TO_FETCH, size, here)


def to_send(connection: Connection, tables: OfficeTables) -> ToSend:
    """What the next exchanges have to send of papers."""
    left = {(one.scope, one.root): max(one.size - one.held, 0) for one in outgoing(connection, tables)}
    return ToSend(len(left), sum(left.values()))


@dataclass(frozen=True, slots=True)
class Way:
    """How far a paper has come: bytes the centre was last heard to hold, whether that is in doubt, whether wanted."""

    held: int = 0
    unsure: bool = False
    wanted: bool = False


class Ways:
    """The ways of papers, each by scope and root, on one connection."""

    def __init__(self, connection: Connection, tables: OfficeTables) -> None:
        self._connection = connection
        self._table = tables.way

    def of(self, key: tuple[int, str]) -> Way:
        """The way of one paper."""
        t = self._table
        row = self._connection.execute(select(t).where(t.c.scope == key[0], t.c.root == key[1])).first()
        return Way(row.held, row.unsure, row.wanted) if row is not None else Way()

    def set(self, key: tuple[int, str], **values: object) -> None:
        """Change what is known of a paper's way."""
        way = self.of(key)
        row = {"scope": key[0], "root": key[1], "held": way.held, "unsure": way.unsure, "wanted": way.wanted}
        upsert(self._connection, self._table, [row | values])


@dataclass(frozen=True, slots=True)
class Moving:
    """A record whose content has to travel, and how far it has come."""

    row: int
    dossier: int
    scope: int
    root: str
    size: int
    hashes: bytes
    held: int = 0
    unsure: bool = False

    @property
    def key(self) -> tuple[int, str]:
        """Scope and root: what its content is kept under."""
        return self.scope, self.root


def outgoing(connection: Connection, tables: OfficeTables) -> list[Moving]:
    """Standing records whose content is whole here and not at the centre, in the order in which they were made."""
    paper = tables.papers.paper
    found = [
        Moving(r.id, r.dossier, r.scope, r.content, r.size or 0, bytes(r.hashes), r.held or 0, bool(r.unsure))
        for kind in ATTACHMENT_KINDS
        for r in connection.execute(_moving(tables, kind, arrived=False).where(paper.c.at == paper.c.size))
    ]
    return sorted(found, key=lambda one: one.row)


def leaving_papers(connection: Connection, tables: OfficeTables, scope: int) -> list[Moving]:
    """Of a scope, the papers of which the centre is not known to hold all. That one has arrived is told by a page, and
    a laptop that may not read the scope any more gets none: what the centre answered counts."""
    return [one for one in outgoing(connection, tables) if one.scope == scope and (one.unsure or one.held < one.size)]


def wanted(connection: Connection, tables: OfficeTables) -> list[Moving]:
    """Records whose content was asked for, is at the centre, and is not whole here; one for each content."""
    paper, way = tables.papers.paper, tables.way
    missing = and_(way.c.wanted.is_(True), or_(paper.c.at.is_(None), paper.c.at < paper.c.size))
    found = {
        (r.scope, r.content): Moving(r.id, r.dossier, r.scope, r.content, r.size or 0, bytes(r.hashes or b""))
        for kind in ATTACHMENT_KINDS
        for r in connection.execute(_moving(tables, kind, arrived=True).where(missing))
    }
    return sorted(found.values(), key=lambda one: one.row)


def _moving(tables: OfficeTables, kind: str, *, arrived: bool) -> Select[Any]:
    """The standing papers of a kind, with what is here of their content and how far it has come."""
    t, paper, way = tables.records.records[kind], tables.papers.paper, tables.way

    def same(other: Table) -> ColumnElement[bool]:
        return and_(other.c.scope == t.c.scope, other.c.root == t.c.content)

    columns = (t.c.id, t.c.dossier, t.c.scope, t.c.content, t.c.size, paper.c.hashes, way.c.held, way.c.unsure)
    joined = t.outerjoin(paper, same(paper)).outerjoin(way, same(way))
    there = t.c.arrived.is_(True) if arrived else t.c.arrived.is_not(True)
    return select(*columns).select_from(joined).where(there, t.c[WITHDRAWN].is_(None))


def doubt(connection: Connection, tables: OfficeTables) -> None:
    """The centre is another one, or knows us by another number: ask again how far each paper has come."""
    connection.execute(update(tables.way).values(unsure=True))


def anything_travels(connection: Connection, tables: OfficeTables) -> bool:
    """True when an exchange would carry something of a paper, up or down."""
    return bool(outgoing(connection, tables) or wanted(connection, tables))


def sweep(database: Database, tables: OfficeTables) -> None:
    """Forget content that no record names any more: its file went to another province, or the record was undone.

    What an undecided or rejected operation names stays: it may be needed again.
    """
    with database.read() as connection:
        if not _lone(connection, tables):
            return
    with database.write() as connection:
        kept = set(_in_outbox(connection, tables))
        gone = [one for one in _lone(connection, tables) if one[1] not in kept]
        PaperStore(connection, tables.papers).forget(gone)
        way = tables.way
        for scope, root in gone:
            connection.execute(delete(way).where(way.c.scope == scope, way.c.root == root))


def _lone(connection: Connection, tables: OfficeTables) -> list[tuple[int, str]]:
    paper = tables.papers.paper
    query = select(paper.c.scope, paper.c.root)
    for kind in ATTACHMENT_KINDS:
        t = tables.records.records[kind]
        query = query.where(~exists().where(t.c.scope == paper.c.scope, t.c.content == paper.c.root))
    return [(row.scope, row.root) for row in connection.execute(query)]


def _in_outbox(connection: Connection, tables: OfficeTables) -> Iterator[str]:
    t = tables.outbox
    tray = and_(t.c.verdict.in_(TRAY_VERDICTS), t.c.set_aside.is_(False))
    for entry in Outbox(connection, tables).entries(or_(t.c.state != State.DECIDED.value, tray)):
        operation = entry.operation
        if operation.kind in ATTACHMENT_KINDS:
            yield str(operation.fields.get("content"))
