"""That somebody at an office read confidential files: told to the centre, which notes it in its audit (ADR 55)."""

from __future__ import annotations

from sync.domain import fields
from sync.domain.ids import Compartment
from sync.domain.record import Writer, record

READING = "reading"
OPENED, PRINTED, EXPORTED = "opened", "printed", "exported"
READ_DEEDS = (OPENED, PRINTED, EXPORTED)
"""What was done with a file; the audit's words for it are the same."""


@record(READING, 19, writer=Writer.READER, root="person", compartment=Compartment.CONFIDENTIAL)
class Reading:
    """What one account did with one person's confidential file on one day, as often as was not told yet.

    It is said by an operation and changes no row, so that no office ever holds one of another's.
    """

    person: int | None = fields.ref(10, "employee", section="control", system=True, indexed=False)
    deed: str | None = fields.choice(11, *READ_DEEDS, section="control", system=True)
    times: int | None = fields.integer(12, section="control", system=True)
    first: int | None = fields.integer(13, section="control", system=True)
    """When on that day it was the first time: minutes after midnight in Morocco."""
    last: int | None = fields.integer(14, section="control", system=True)
