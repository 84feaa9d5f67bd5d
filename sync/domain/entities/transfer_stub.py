"""What a province keeps of a person who was transferred to another one (sync.md 3.2)."""

from __future__ import annotations

from sync.domain import fields
from sync.domain.record import Writer, record


@record("transfer_stub", 13, writer=Writer.CENTRE, root="person")
class TransferStub:
    """Who left, where to and since when, with the numbers of the acts that the province itself had taken.

    `merged_into` is set on the stub of a record that was joined to another.
    """

    person: int | None = fields.ref(10, "employee", section="transfer", system=True)
    ppr: str | None = fields.ppr(11, section="transfer", indexed=True, search=True)
    surname_ar: str | None = fields.arabic_name(12, section="transfer", search=True)
    first_name_ar: str | None = fields.arabic_name(13, section="transfer", search=True)
    surname_la: str | None = fields.latin_name(14, section="transfer", search=True)
    first_name_la: str | None = fields.latin_name(15, section="transfer", search=True)
    destination: int | None = fields.integer(16, section="transfer")
    destination_ar: str | None = fields.text(17, section="transfer")
    destination_la: str | None = fields.text(18, section="transfer")
    day: str | None = fields.day(19, section="transfer")
    acts: str | None = fields.text(20, section="transfer", multiline=True)
    merged_into: int | None = fields.ref(21, "employee", section="transfer", system=True)
