"""The papers of a file or of an act: what each is, and whether it has arrived where somebody decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from sync.client.attachments import Arrival, Standing, arrivals, to_send
from sync.client.identity import Identity
from sync.domain.entities.attachment import CONFIDENTIAL_KIND, papers_of
from sync.domain.record import Row
from sync.storage.ledger import office_tables
from sync.storage.state import TableState
from sync.storage.tables import from_columns


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper as a screen lists it. Of its `size` bytes `moved` have travelled, the way that `standing` says."""

    id: int
    kind: str
    person: int
    title: str
    media: str
    pages: int | None
    day: str | None
    attached_to: int | None
    size: int
    moved: int
    standing: Standing
    arrived: bool
    """The centre holds all of it: whoever decides there can read it."""


@dataclass(frozen=True, slots=True)
class PapersToSend:
    """Papers that are not at the centre yet: how many, and how many bytes are left."""

    papers: int
    size: int


def papers(
    connection: Connection, identity: Identity, clerk: int, people: Sequence[int], act: int | None = None
) -> list[PaperView]:
    """The papers that stand in the file of a person, with those of the records joined to hers; or of one act only.

    Confidential ones are listed for a clerk who has the role, as everywhere.
    """
    tables = office_tables()
    role = any(account.id == clerk and account.confidential for account in identity.accounts)
    state = TableState(connection, tables.records, identity.scopes)
    rows = [row for person in people for row in papers_of(state, person, act)]
    seen = [row for row in rows if role or row.kind != CONFIDENTIAL_KIND]
    return [_view(found) for found in arrivals(connection, tables, seen)]


def papers_to_send(connection: Connection) -> PapersToSend:
    """What the next exchanges have to send of papers."""
    left = to_send(connection, office_tables())
    return PapersToSend(left.papers, left.size)


def _view(found: Arrival) -> PaperView:
    row = found.row
    pages, attached_to = row.get("pages"), row.get("attached_to")
    return PaperView(
        id=row.id,
        kind=row.kind,
        person=row.dossier,
        title=row.text("title"),
        media=row.text("media"),
        pages=pages if isinstance(pages, int) else None,
        day=row.text("paper_date") or None,
        attached_to=attached_to if isinstance(attached_to, int) else None,
        size=found.size,
        moved=found.moved,
        standing=found.standing,
        arrived=found.arrived,
    )


def paper_row(connection: Connection, paper: PaperView) -> Row:
    """The record of a listed paper. Raises LookupError when it left this office meanwhile."""
    table = office_tables().records.records[paper.kind]
    found = connection.execute(select(table).where(table.c.id == paper.id)).mappings().first()
    if found is None:
        raise LookupError(paper.id)
    return from_columns(paper.kind, dict(found))
