"""What an academy reads of everybody in its region: who she is, where she works, and nothing else (sync.md 3.2)."""

from __future__ import annotations

from sync.domain import fields
from sync.domain.record import Place, Writer, record


@record("directory_entry", 18, place=Place.DIRECTORY, writer=Writer.CENTRE, root="person")
class DirectoryEntry:
    """One person of the region, under her own row id; derived by the centre from her file in her province."""

    person: int | None = fields.ref(10, "employee", section="directory", system=True, indexed=False)
    ppr: str | None = fields.ppr(11, section="directory", search=True)
    surname_ar: str | None = fields.arabic_name(12, section="directory", search=True)
    first_name_ar: str | None = fields.arabic_name(13, section="directory", search=True)
    surname_la: str | None = fields.latin_name(14, section="directory", search=True)
    first_name_la: str | None = fields.latin_name(15, section="directory", search=True)
    cadre: str | None = fields.code(16, "cadre", section="directory")
    school: str | None = fields.gresa(17, section="directory", indexed=True, search=True)
    province: int | None = fields.integer(18, section="directory")
