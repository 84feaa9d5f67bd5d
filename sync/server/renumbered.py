"""Laptops that had another number before: what they took along under a new one, and what a copy of theirs did already.

Two laptops share a number when an office's file is copied or an older copy is put back (ADR 13). Each gets a number of
its own, and both may hold the same unsent operation. Under two numbers it is still one: whichever comes first is
decided, the other is answered as applied and changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from sqlalchemy import Connection, Table, bindparam, or_, select

from sync.domain import canonical, catalog
from sync.domain.canonical import NotCanonical
from sync.domain.fields import REF, Value
from sync.domain.ids import Lane, device_of
from sync.domain.operation import Operation, OperationId, read
from sync.protocol.messages import Offered
from sync.server.accounts import Device
from sync.storage.ledger import DECIDED, UNDECIDED, CentreTables, undecided
from sync.storage.prepared import Prepared
from sync.storage.rows import upsert

_HASH_BYTES = len(canonical.digest(b""))


class Twins:
    """A laptop and the others that had its number: what each took along when it got one of its own."""

    def __init__(self, connection: Connection, tables: CentreTables, device: Device) -> None:
        self._connection = connection
        self._tables = tables
        self._device = device

    def take_along(self, number: int, offered: Sequence[Offered], staying: Collection[tuple[int, int]]) -> None:
        """From now on what was offered goes by a new number, but for those that stay: decided once, not twice.

        The laptop numbers what moves anew, lane by lane in the order offered (client/renumbering.py).
        """
        moved, taken, numbers = list[dict[str, object]](), list[dict[str, object]](), Counter[int]()
        for one in offered:
            if (one.lane, one.n) in staying:
                continue
            numbers[one.lane] += 1
            if one.lane in Lane._value2member_map_ and len(one.hash) == _HASH_BYTES:
                before = {"device": self._device.number, "lane": one.lane, "n": one.n, "hash": one.hash}
                moved.append(before)
                taken.append({**before, "to_device": number, "to_n": numbers[one.lane]})
        upsert(self._connection, self._tables.moved, moved)
        upsert(self._connection, self._tables.taken, taken)

    def did(self, operation: Operation, by: OperationId) -> bool:
        """Whether a copy of this laptop has had this very operation decided under a number of its own.

        The rows that either makes have ids of its own device; all else must be the same.
        """
        if self._device.copy_of is None:
            return False
        mine = {"of_place": self._device.place, "of_device": by.device, "of_lane": int(by.lane), "of_n": by.n}
        found = _decided_twins(self._tables.taken, self._tables.operation).all(self._connection, **mine)
        wanted = _by_anybody(operation, by.device)
        return any(_read_by_anybody(bytes(record), device) == wanted for device, record in found)


def _read_by_anybody(record: bytes, device: int) -> Operation | None:
    try:
        return _by_anybody(read(record, catalog.BY_NUMBER), device)
    except NotCanonical:
        return None


def _by_anybody(operation: Operation, device: int) -> Operation:
    """An operation without the ids of its own device's rows."""
    by_name = catalog.BY_NAME[operation.kind].by_name

    def common(row: int) -> int:
        return 0 if device_of(row) == device else row

    def value(name: str, given: Value) -> Value:
        return common(given) if by_name[name].kind is REF and isinstance(given, int) else given

    return replace(
        operation,
        row=common(operation.row),
        dossier=common(operation.dossier),
        other=common(operation.other),
        fields={name: value(name, given) for name, given in operation.fields.items()},
    )


@cache
def _decided_twins(taken: Table, operation: Table) -> Prepared:
    """The records of the same operation that other numbers have had decided, and not rejected."""
    mine, theirs = taken.alias("mine"), taken.alias("theirs")
    same = (mine.c[name] == theirs.c[name] for name in ("device", "lane", "n", "hash"))
    own = (
        mine.c.to_device == bindparam("of_device"),
        mine.c.lane == bindparam("of_lane"),
        mine.c.to_n == bindparam("of_n"),
    )
    there = (
        operation.c.place == bindparam("of_place"),
        operation.c.device == theirs.c.to_device,
        operation.c.lane == theirs.c.lane,
        operation.c.n == theirs.c.to_n,
    )
    done = operation.c.state == DECIDED, operation.c.verdict != "rejected"
    told = operation.c.device, operation.c.record
    return Prepared(lambda _: select(*told).where(*own, *same, theirs.c.to_device != mine.c.to_device, *there, *done))


@cache
def held_before(t: Table, device: Table) -> Prepared:
    """What a laptop has that is held, also under a number that it had before."""
    same = device.c.public_key == bindparam("of_key"), device.c.number <= bindparam("of_device")
    own = t.c.device.in_(select(device.c.number).where(*same))
    mine = t.c.place == bindparam("of_place"), own
    held = or_(*(t.c.state == state for state in UNDECIDED))
    return Prepared(lambda _: select(t.c.record, t.c.state).where(*mine, undecided(t), held))
