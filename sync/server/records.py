"""Stored records, as far as this version reads them: a newer one may have written them, or something else."""

from __future__ import annotations

from sync.domain import catalog
from sync.domain.canonical import NotCanonical
from sync.domain.operation import NewerSchema, Operation, read


def dossiers_of(record: bytes) -> tuple[int, ...]:
    """The dossiers of a stored record, also of a newer version's; what is malformed names none."""
    try:
        return read(record, catalog.BY_NUMBER).dossiers
    except NewerSchema as newer:
        return newer.dossiers
    except NotCanonical:
        return ()


def readable(record: bytes) -> Operation | None:
    """Its operation; None where this version cannot read it, or nobody could."""
    try:
        return read(record, catalog.BY_NUMBER)
    except NotCanonical:
        return None
