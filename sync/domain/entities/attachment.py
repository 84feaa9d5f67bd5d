"""A paper in a person's file: what it is, and the hash of its content, which travels apart (sync.md 3.7)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sync.domain import fields
from sync.domain.ids import Compartment
from sync.domain.operation import Reader
from sync.domain.papers import MEDIA
from sync.domain.record import Row, facts, record

GENERAL_KIND: Final = "attachment"
CONFIDENTIAL_KIND: Final = "confidential_attachment"
ATTACHMENT_KINDS: Final = (GENERAL_KIND, CONFIDENTIAL_KIND)


@facts
class AttachmentFacts:
    """A paper. What it holds never changes: another scan of it is another paper, and a wrong one is withdrawn."""

    employee: int | None = fields.ref(10, "employee", section="papers", system=True)
    title: str | None = fields.text(11, section="papers", required=True)
    media: str | None = fields.choice(12, *MEDIA, section="papers", system=True)
    size: int | None = fields.integer(13, section="papers", system=True)
    pages: int | None = fields.integer(14, section="papers")
    content: str | None = fields.digest(15, section="papers", system=True, indexed=True)
    paper_date: str | None = fields.day(16, section="papers")
    attached_kind: str | None = fields.text(17, section="papers", system=True)
    attached_to: int | None = fields.act_ref(18, kind_in="attached_kind", section="papers", system=True, indexed=True)
    """The act it belongs to, by kind and row; empty for a paper of the person's file."""
    arrived: bool | None = fields.flag(19, section="papers", system=True)
    """Set by the centre once it holds every byte: whoever decides on the record sees which papers are there."""


@record(GENERAL_KIND, 14, root="employee")
class Attachment(AttachmentFacts):
    """A paper that everybody who sees the person's file may see."""


@record(CONFIDENTIAL_KIND, 15, root="employee", compartment=Compartment.CONFIDENTIAL)
class ConfidentialAttachment(AttachmentFacts):
    """A paper of the confidential compartment: health files, discipline."""


def papers_of(state: Reader, person: int, attached_to: int | None = None) -> list[Row]:
    """The papers of a person's file that stand, or only those of one act, in order of row id."""
    found: Iterable[Row] = (row for kind in ATTACHMENT_KINDS for row in state.rows_of(kind, person))
    standing = [row for row in found if not row.withdrawn]
    return sorted(
        (row for row in standing if attached_to is None or row.get("attached_to") == attached_to), key=lambda r: r.id
    )
