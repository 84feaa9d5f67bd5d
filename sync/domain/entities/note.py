"""A note on a person's file, perhaps with a day on which its writer is reminded of it."""

from __future__ import annotations

from sync.domain import fields
from sync.domain.ids import Compartment
from sync.domain.record import facts, record

NOTE_KIND, CONFIDENTIAL_NOTE_KIND = "note", "confidential_note"
NOTE_KINDS = (NOTE_KIND, CONFIDENTIAL_NOTE_KIND)


@facts
class NoteFacts:
    """What somebody wants to remember; whoever sees the file can read it, and it is a part of what is held on her."""

    employee: int | None = fields.ref(10, "employee", section="notes", system=True)
    text: str | None = fields.text(11, section="notes", required=True, multiline=True)
    remind_on: str | None = fields.day(12, section="notes")
    """From this day on it stands in the work list of the account that wrote it, until it is done."""
    done: bool | None = fields.flag(13, section="notes")
    written_by: int | None = fields.integer(14, section="notes", system=True)
    """The account that is reminded; nothing is allowed or refused by it."""


@record(NOTE_KIND, 16, root="employee")
class Note(NoteFacts):
    """A note that everybody who sees the person's file may read."""


@record(CONFIDENTIAL_NOTE_KIND, 17, root="employee", compartment=Compartment.CONFIDENTIAL)
class ConfidentialNote(NoteFacts):
    """A note of the confidential compartment."""
