"""The laptops of a place as an administrator sees them: heard of, revoked, released, erased (sync.md 3.10)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, update

from sync.server.remembered import STORED
from sync.storage.ledger import HELD, UNDECIDED, CentreTables, undecided

SEEN_EVERY_MS = 60_000
"""How exactly it is known when a laptop was heard of last: a write for each of its requests would cost more."""


@dataclass(frozen=True, slots=True)
class Laptop:
    """What is known of a laptop: `entrusted` are the accounts that may use it, in order, and `held` its operations
    that wait for an administrator or for a newer program."""

    number: int
    place: int
    account: int | None
    confidential: bool
    enrolled_ms: int
    seen_ms: int | None
    schema: int | None
    revoked_ms: int | None
    erase_ms: int | None
    erase_told_ms: int | None
    entrusted: tuple[int, ...]
    held: int


class Devices:
    """The devices table on one connection."""

    def __init__(self, connection: Connection, tables: CentreTables) -> None:
        self._connection = connection
        self._tables = tables
        self._device = tables.directory.device
        self._keeper = tables.directory.keeper

    def at(self, place: int) -> list[Laptop]:
        """The laptops of a place, in order of number."""
        return self._read(self._device.c.place == place)

    def find(self, number: int) -> Laptop:
        """One laptop; LookupError for an unknown one."""
        found = self._read(self._device.c.number == number)
        if not found:
            raise LookupError(f"no device {number}")
        return found[0]

    def _read(self, condition: object) -> list[Laptop]:
        t, operation = self._device, self._tables.operation
        rows = self._connection.execute(select(t).where(condition).order_by(t.c.number)).all()  # type: ignore[arg-type]  # a column expression
        places = {row.place for row in rows}
        theirs = operation.c.place.in_(places), operation.c.device.in_([r.number for r in rows])
        query = select(operation.c.device, func.count()).where(
            *theirs, undecided(operation), operation.c.state.in_(UNDECIDED)
        )
        held = {row[0]: row[1] for row in self._connection.execute(query.group_by(operation.c.device))}
        entrusted = self._entrusted([row.number for row in rows])
        return [
            Laptop(
                number=row.number,
                place=row.place,
                account=row.account,
                confidential=row.confidential,
                enrolled_ms=row.enrolled_ms,
                seen_ms=row.seen_ms,
                schema=row.schema,
                revoked_ms=row.revoked_ms,
                erase_ms=row.erase_ms,
                erase_told_ms=row.erase_told_ms,
                entrusted=tuple(entrusted.get(row.number, ())),
                held=held.get(row.number, 0),
            )
            for row in rows
        ]

    def seen(self, number: int, schema: int, now_ms: int) -> None:
        """A laptop was heard of."""
        t = self._device
        self._connection.execute(update(t).where(t.c.number == number).values(seen_ms=now_ms, schema=schema))

    def given_confidential(self, number: int) -> None:
        """It is given the confidential compartment: what is written there is decided, also once it is taken away."""
        t = self._device
        self._connection.execute(update(t).where(t.c.number == number).values(confidential=True))

    def _entrusted(self, numbers: list[int]) -> dict[int, list[int]]:
        t, found = self._keeper, dict[int, list[int]]()
        query = select(t.c.device, t.c.account).where(t.c.device.in_(numbers)).order_by(t.c.device, t.c.account)
        for device, account in self._connection.execute(query):
            found.setdefault(device, []).append(account)
        return found

    def take_from(self, number: int, account: int) -> bool:
        """A laptop is this person's no more; False when it was not."""
        t = self._keeper
        mine = t.c.device == number, t.c.account == account
        return bool(self._connection.execute(delete(t).where(*mine)).rowcount)

    def revoke(self, number: int, now_ms: int) -> None:
        """From now on what it sends is received and held, and what it sent and is not decided yet is held too.

        It never comes back: a found laptop is enrolled anew.
        """
        t, sent = self._device, self._tables.operation
        mine = t.c.number == number, t.c.revoked_ms.is_(None)
        if not self._connection.execute(update(t).where(*mine).values(revoked_ms=now_ms)).rowcount:
            return  # it was before: what was released since is not held again
        waiting = sent.c.place == self.find(number).place, sent.c.device == number, undecided(sent)
        self._connection.execute(update(sent).where(*waiting, sent.c.state == STORED).values(state=HELD))

    def order_erasure(self, number: int, now_ms: int) -> None:
        """Revoke it, and have it erase itself at its next contact."""
        self.revoke(number, now_ms)
        t = self._device
        mine = t.c.number == number, t.c.erase_ms.is_(None)
        self._connection.execute(update(t).where(*mine).values(erase_ms=now_ms))

    def erasure_told(self, number: int, now_ms: int) -> None:
        """It was told to erase itself, in an answer that it may or may not have received."""
        t = self._device
        mine = t.c.number == number, t.c.erase_told_ms.is_(None)
        self._connection.execute(update(t).where(*mine).values(erase_told_ms=now_ms))

    def release(self, number: int) -> int:
        """Have what is held of a laptop decided, in the order in which it came; gives how many operations."""
        t, laptop = self._tables.operation, self.find(number)
        mine = t.c.place == laptop.place, t.c.device == number, undecided(t), t.c.state.in_(UNDECIDED)
        return self._connection.execute(update(t).where(*mine).values(state=STORED)).rowcount
