"""Scans for stories: contents that do not compress, and an office that attaches them and looks at them."""

from __future__ import annotations

import random

from sync.client import attachments
from sync.client.attachments import Arrival, NewPaper
from sync.domain.entities.attachment import ATTACHMENT_KINDS
from sync.domain.record import Row
from sync.storage.rows import count
from tests.exchange.world import Office


def scan(size: int, seed: int = 1) -> bytes:
    """A picture of so many bytes, as far as anybody looks."""
    return b"\xff\xd8\xff" + random.Random(seed).randbytes(size - 3)


def attach(office: Office, person: int, content: bytes, *, confidential: bool = False, title: str = "شهادة") -> Row:
    """Attach a scan to a person's file; gives its record."""
    before = {row.id for row in papers(office)}
    paper = NewPaper(person=person, title=title, confidential=confidential)
    attachments.attach(office.replica, content, paper, author=office.author)
    return next(row for row in papers(office) if row.id not in before)


def papers(office: Office) -> list[Row]:
    """The records of papers as an office shows them."""
    return [row for kind in ATTACHMENT_KINDS for row in office.rows(kind)]


def arrival(office: Office, paper: Row) -> Arrival:
    """Where the content of a paper is, as an office shows it."""
    now = next(row for row in papers(office) if row.id == paper.id)
    with office.replica.database.read() as connection:
        (found,) = attachments.arrivals(connection, office.replica.tables, [now])
    return found


def content(office: Office, paper: Row) -> bytes | None:
    """The content of a paper, if it is whole at an office."""
    with office.replica.database.read() as connection:
        return attachments.content_of(connection, office.replica.tables, paper)


def fetch(office: Office, paper: Row) -> None:
    """Ask for a paper."""
    attachments.fetch(office.replica, [paper])


def kept(office: Office) -> tuple[int, int]:
    """How many papers and chunks an office's file holds."""
    tables = office.replica.tables.papers
    with office.replica.database.read() as connection:
        return count(connection, tables.paper), count(connection, tables.chunk)
