"""Laptops that had another number before: what they took along under a new one, and what a copy of theirs did already.

Two laptops share a number when an office's file is copied or an older copy is put back (ADR 13). Each gets a number of
its own, and both may hold the same unsent operation. Under two numbers it is still one: whichever comes first is
decided, the other is answered as applied and changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, or_, select

from sync.domain import canonical, catalog
from sync.domain.ids import Lane, device_of, is_academy, region_of
from sync.domain.operation import Operation, OperationId
from sync.domain.references import DOSSIER, RowName, made_by, renamed
from sync.protocol.messages import Offered
from sync.server.accounts import Device
from sync.server.records import readable
from sync.storage.ledger import DECIDED, UNDECIDED, CentreTables, undecided
from sync.storage.prepared import Prepared, Rows
from sync.storage.rows import upsert

Key = tuple[int, int]
"""Lane and number."""
_HASH_BYTES = len(canonical.digest(b""))
_PLACES: Final = 99
"""A region's provinces are numbered up to this."""


class Twins:
    """A laptop and the others that had its number: what each took along when it got one of its own."""

    def __init__(self, connection: Connection, tables: CentreTables, device: Device) -> None:
        self._connection = connection
        self._tables = tables
        self._device = device
        self._same: dict[RowName, int] = {}

    def take_along(self, number: int, offered: Sequence[Offered], staying: Collection[Key]) -> None:
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

    def ask(self) -> Rows:
        """Ask for the rows that `know` is to be told."""
        place = self._device.place
        last = place if not is_academy(place) else region_of(place) + _PLACES
        first = place if not is_academy(place) else region_of(place)
        return _same_rows(self._tables.same_row).ask(self._connection, first=first, last=last)

    def know(self, rows: Sequence[Any]) -> Callable[[int], int]:
        """What other laptops have made already of the rows that copies of them speak of; gives `dossier`."""
        self._same = {(catalog.BY_NUMBER[kind].name, row): same for kind, row, same in rows}
        return self.dossier

    def meant(self, operation: Operation) -> Operation:
        """What an operation says of rows that a copy of its laptop made first: the same of those rows."""
        return renamed(operation, self._same)

    def dossier(self, dossier: int) -> int:
        """The dossier as the centre has it."""
        return self._same.get((DOSSIER, dossier), dossier)

    def did(self, operation: Operation, by: OperationId) -> int | None:
        """The row of a copy of this laptop that has had this very operation decided under a number of its own, if any.

        The row that either makes has an id of its own device; all else must be the same. From then on that row is
        known by either id.
        """
        made = made_by(operation)
        if self._device.copy_of is None or (made is not None and device_of(operation.row) != by.device):
            return None  # nobody gives away another laptop's row: that is rejected
        mine = {"of_place": self._device.place, "of_device": by.device, "of_lane": int(by.lane), "of_n": by.n}
        found = _decided_twins(self._tables.taken, self._tables.operation).all(self._connection, **mine)
        others = (self.meant(other) for (record,) in found if (other := readable(bytes(record))) is not None)
        wanted = _by_anybody(operation)
        twin = next((other for other in others if _by_anybody(other) == wanted), None)
        if twin is None:
            return None
        if made is not None:
            self._same[made] = twin.row
            number = catalog.BY_NAME[operation.kind].number
            one = {"kind": number, "row": operation.row, "same": twin.row, "place": self._device.place}
            upsert(self._connection, self._tables.same_row, [one])
        return twin.row


def staying(offered: Sequence[Offered], decided: Collection[Key], held: Collection[Key]) -> tuple[list[Key], list[Key]]:
    """Of what the centre has hash for hash, decided and held, that which says the same as a copy's.

    What speaks of a row that a moving operation makes moves with it: the same bytes are about another row.
    """
    same = {*decided, *held}
    stays: list[bool] = []
    for one in offered:
        stays.append((one.lane, one.n) in same and all(at < len(stays) and stays[at] for at in one.rests_on))
    kept = {(one.lane, one.n) for one, here in zip(offered, stays, strict=True) if here}
    return [key for key in decided if key in kept], [key for key in held if key in kept]


def _by_anybody(operation: Operation) -> Operation:
    """An operation without the id of the row that it makes."""
    made = made_by(operation)
    return operation if made is None else renamed(operation, {made: 0})


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
    told = select(operation.c.record)
    return Prepared(lambda _: told.where(*own, *same, theirs.c.to_device != mine.c.to_device, *there, *done))


@cache
def _same_rows(t: Table) -> Prepared:
    there = t.c.place.between(bindparam("first"), bindparam("last"))
    return Prepared(lambda _: select(t.c.kind, t.c.row, t.c.same).where(there))


@cache
def held_before(t: Table, device: Table) -> Prepared:
    """What a laptop has that is held, also under a number that it had before."""
    same = device.c.public_key == bindparam("of_key"), device.c.number <= bindparam("of_device")
    own = t.c.device.in_(select(device.c.number).where(*same))
    mine = t.c.place == bindparam("of_place"), own
    held = or_(*(t.c.state == state for state in UNDECIDED))
    return Prepared(lambda _: select(t.c.record, t.c.state).where(*mine, undecided(t), held))
