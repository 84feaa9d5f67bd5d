"""What laptops tell of confidential files that were read on them: lines of the audit, one for each (ADR 55)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sync.domain.ids import Compartment, scope_id
from sync.domain.operation import Operation, OperationId, Verb
from sync.server import audit
from sync.server.accounts import Device
from sync.server.audit import Deed, Line


@dataclass(frozen=True, slots=True)
class Told:
    """A reading that was taken: where its file lies besides the laptop's own place (0: nowhere else), and whether its
    author held no confidential role on that day."""

    operation: Operation
    home: int
    unentitled: bool


def person_read(operation: Operation) -> int | None:
    """Whose file was read; None for an operation that tells of no reading."""
    person = operation.fields.get("person")
    return person if operation.verb is Verb.READ and isinstance(person, int) else None


def lines(device: Device, by: OperationId, told: Told, decided: tuple[bytes, str], now_ms: int) -> Iterator[Line]:
    """The lines of a reading, in the confidential scopes of the laptop's place and of the file's; `decided` is the hash
    of the operation with its verdict, which `audit verify` compares with what is stored."""
    one, (record_hash, verdict) = told.operation, decided
    digest = audit.decided_hash([(by.lane, by.n, record_hash, verdict)])
    deed = Deed(str(one.fields["deed"]))
    for place in sorted({device.place, told.home or device.place}):
        which = audit.decided_about([(by.lane, by.n)], 0 if place == device.place else device.place)
        about = f"{which} {_about(told)}"
        scope = scope_id(place, Compartment.CONFIDENTIAL)
        yield Line(scope, now_ms, one.author, deed, about, digest, device.number)


def _about(told: Told) -> str:
    one = told.operation
    said = f"person {one.fields['person']} day {one.day} times {one.fields.get('times') or 1}"
    for name in ("first", "last"):
        minute = one.fields.get(name)
        if isinstance(minute, int) and 0 <= minute < 24 * 60:
            said += f" {name} {minute // 60:02}:{minute % 60:02}"
    return f"{said} role none" if told.unentitled else said
