"""What was read of confidential files here, kept for the centre's audit until it was told (ADR 55).

It is an operation like any other: in the encrypted file, in order, sent until it has a verdict, offered again to a
restored centre. Until it is first offered, the same again of the same day is counted in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sync.client.clock import minute_of_day
from sync.client.outbox import Entry, Outbox, State
from sync.client.replica import Replica
from sync.domain import canonical, catalog
from sync.domain.entities.reading import READING
from sync.domain.fields import Value
from sync.domain.operation import Operation, Verb, write
from sync.storage.ledger import OfficeTables

_NO_DOSSIER = 0
"""It touches none: no file waits for it, is run again because of it, or is shown as changed."""


def reading(person: int, deed: str, minute: int) -> Operation:
    """That a person's confidential file was read, in a minute of the day; `deed` is one of READ_DEEDS."""
    fields: dict[str, Value] = {"person": person, "deed": deed, "times": 1, "first": minute, "last": minute}
    return Operation(verb=Verb.READ, kind=READING, row=0, dossier=_NO_DOSSIER, fields=fields)


def note(replica: Replica, people: Collection[int], deed: str, *, author: int) -> None:
    """Keep that somebody read these people's confidential files, before she sees them; `deed` is one of READ_DEEDS.

    Nothing is kept in an office that no centre knows. Raises StorageError.
    """
    identity = replica.identity
    if identity.unenrolled or not people:
        return
    minute = minute_of_day(max(replica.clock.now_ms(), identity.server_ms))
    told = [reading(person, deed, minute) for person in sorted(people)]
    with replica.database.write() as connection:
        new = _counted(Outbox(connection, replica.tables), replica.tables, told, (author, replica.today()))
    if new:
        replica.record(new, author=author)


def _counted(
    outbox: Outbox, tables: OfficeTables, told: Iterable[Operation], who_when: tuple[int, str]
) -> list[Operation]:
    """Count readings in those of the same author and day that were not offered yet; gives the others."""
    t = tables.outbox
    open_here = t.c.state == State.OPEN.value, t.c.device == outbox.device
    waiting = outbox.entries(t.c.dossier == _NO_DOSSIER, *open_here)
    known = {
        _what(one.operation): one
        for one in waiting
        if one.operation.verb is Verb.READ and (one.operation.author, one.operation.day) == who_when
    }
    new = []
    for one in told:
        if _what(one) in known:
            _count(outbox, known[_what(one)], one)
        else:
            new.append(one)
    return new


def _what(one: Operation) -> tuple[Value, Value]:
    return one.fields.get("person"), one.fields.get("deed")


def _count(outbox: Outbox, entry: Entry, again: Operation) -> None:
    fields: Mapping[str, Value] = entry.operation.fields
    times = int(fields.get("times") or 1) + 1
    changed = replace(entry.operation, fields={**fields, "times": times, "last": again.fields["last"]})
    record = write(changed, catalog.BY_NAME[READING])
    outbox.set(entry.position, record=record, hash=canonical.digest(record))
