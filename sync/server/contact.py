"""What is noted of a laptop's contact: it was heard of, confidential rows went to it, it was told to erase itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from sync.domain.ids import Compartment, compartment_of, scope_id
from sync.protocol import age
from sync.protocol.exchange import EnrolAnswer
from sync.protocol.messages import Copy, Erase, Frame, Hello, Page, People, erase_message
from sync.server import audit
from sync.server.accounts import Device
from sync.server.audit import Deed, Line
from sync.server.devices import SEEN_EVERY_MS, Devices
from sync.server.keys import CentreKeys
from sync.server.roles import Roles, day_of
from sync.storage.ledger import CentreTables
from sync.storage.within import Within, enter


def enrolled(connection: Connection, tables: CentreTables, answer: EnrolAnswer, now_ms: int) -> None:
    """Note in the audit that a laptop was enrolled; asked again with the same code, it is noted again."""
    scope = scope_id(answer.place, Compartment.GENERAL)
    enter(connection, Within((scope,)))
    about = f"device={answer.device} account={answer.account}"
    audit.note(connection, tables, [Line(scope, now_ms, answer.account, Deed.ENROLLED, about, device=answer.device)])


def people(connection: Connection, tables: CentreTables, device: Device, now_ms: int) -> People:
    """Who works in a laptop's province, and whether it may hold the confidential compartment."""
    return People(now_ms, Roles(connection, tables).told(device.place, day_of(now_ms)), device.confidential)


class Contact:
    """One request of one laptop."""

    def __init__(self, tables: CentreTables, device: Device, hello: Hello, now_ms: int) -> None:
        self._tables = tables
        self.device = device
        self.hello = hello
        self._now_ms = now_ms
        self._is_given = device.confidential and not device.was_confidential
        self._due = self._is_new = device.seen_ms is None or now_ms - device.seen_ms >= SEEN_EVERY_MS

    def heard(self, connection: Connection) -> None:
        """Note once that it was heard of, in a transaction that writes anyway."""
        if self._due:
            Devices(connection, self._tables).seen(self.device.number, self.hello.schema, self._now_ms)
            self._due = False

    def unheard(self) -> None:
        """What was noted was taken back with its transaction."""
        self._due = self._is_new

    def told(self, frames: Iterable[Frame], papers: Collection[int]) -> list[Line]:
        """What the audit has to say of an answer before it is sent: confidential rows, and confidential `papers`."""
        sent = list(_sent(frames))
        if papers:
            sent.append((scope_id(self.device.place, Compartment.CONFIDENTIAL), f"papers {audit.ranges(papers)}"))
        account, device = self.device.account or 0, self.device.number
        return [Line(scope, self._now_ms, account, Deed.SENT, about, device=device) for scope, about in sent]

    def needs_noting(self, lines: Collection[Line]) -> bool:
        """Whether there is anything to write once the answer is known."""
        return self._due or self._is_given or bool(lines) or (self.device.erase and not self.device.erase_told)

    def note(self, connection: Connection, lines: Iterable[Line]) -> None:
        """Write it all."""
        self.heard(connection)
        if self._is_given:
            Devices(connection, self._tables).given_confidential(self.device.number)
        more = []
        if self.device.erase and not self.device.erase_told:
            Devices(connection, self._tables).erasure_told(self.device.number, self._now_ms)
            scope, number = scope_id(self.device.place, Compartment.GENERAL), self.device.number
            more = [Line(scope, self._now_ms, 0, Deed.ERASE_TOLD, f"device={number}", device=number)]
        audit.note(connection, self._tables, [*lines, *more])

    def order(self, keys: CentreKeys | None) -> list[Frame]:
        """The signed order to erase itself, for a laptop that is to be erased."""
        if not self.device.erase or keys is None:
            return []
        return [Erase(age.sign(keys.seed, erase_message(self.device.number)))]


def _sent(frames: Iterable[Frame]) -> Iterable[tuple[int, str]]:
    """The confidential scopes of an answer, each with what of it is told: numbers of changes, or rows of a copy."""
    pages: dict[int, list[int]] = {}
    copies: dict[int, int] = {}
    for frame in frames:
        if isinstance(frame, Page | Copy) and compartment_of(frame.scope) is Compartment.CONFIDENTIAL:
            if isinstance(frame, Page):
                pages.setdefault(frame.scope, []).extend((frame.after + 1, frame.upto))
            elif frame.rows:
                copies[frame.scope] = copies.get(frame.scope, 0) + len(frame.rows)
    yield from ((scope, f"changes {min(some)}-{max(some)}") for scope, some in sorted(pages.items()))
    yield from ((scope, f"copy {count}") for scope, count in sorted(copies.items()))
