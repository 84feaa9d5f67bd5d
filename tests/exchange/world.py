"""A centre and offices for stories: real encrypted files, the real engine, the centre called without a socket."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.client.courier import AUTOMATIC
from sync.client.engine import Engine, Hooks, Progress
from sync.client.errors import Unreachable
from sync.client.identity import Identity
from sync.client.measure import Beside
from sync.client.pacing import Pacer
from sync.client.refusal import refusal
from sync.client.replica import Replica, Saved
from sync.domain.fields import Value
from sync.domain.ids import CENTRE_DEVICE, Compartment, Lane, region_of
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row
from sync.practice.rules import rule_rows
from sync.protocol import codec
from sync.protocol.errors import WireError
from sync.protocol.exchange import EnrolAnswer, EnrolRequest, Exchange, Traffic
from sync.protocol.messages import PROTOCOL, Fault, Frame
from sync.server.accounts import Accounts
from sync.server.publish import publish
from sync.server.service import Centre
from sync.storage.database import open_centre, open_office
from sync.storage.state import Scopes, TableState
from tests.exchange.laptop import Laptop, taken_in

PLACE = 504


@dataclass
class FakeClock:
    """A clock that a story moves."""

    ms: int = 1_790_000_000_000

    def now_ms(self) -> int:
        """UTC milliseconds."""
        return self.ms


@dataclass
class DirectLine:
    """The centre as a carrier, with the faults a story asks for."""

    centre: Centre
    cut_up_after: int | None = None
    cut_down_after: int | None = None

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Send frames, yield the answer's."""
        up = b"".join(frames)
        traffic.bytes_up += len(up)
        cut, self.cut_up_after = self.cut_up_after, None
        payloads = codec.Splitter().feed(up if cut is None else up[:cut])
        try:
            if cut is not None:
                conversation = self.centre.open(next(payloads))
                for payload in payloads:
                    conversation.receive(payload)
                raise Unreachable("cut on the way up")
            conversation, last = taken_in(self.centre, list(payloads))
            conversation.decide(last)
            answer = [codec.down(frame) for frame in conversation.answer()]
        except StopIteration:
            raise Unreachable("cut on the way up") from None
        except WireError as wrong:
            raise refusal(Fault(wrong.code.value, wrong.retry_after_s)) from wrong
        down, self.cut_down_after = self.cut_down_after, None
        for number, frame in enumerate(answer):
            if down is not None and number >= down:
                raise Unreachable("cut on the way down")
            traffic.bytes_down += len(frame)
            for payload in codec.Splitter().feed(frame):
                received = codec.unpack_down(payload)
                if isinstance(received, Fault):
                    raise refusal(received)
                yield received


@dataclass
class Office:
    """One laptop with one clerk."""

    replica: Replica
    key: Ed25519PrivateKey
    line: DirectLine
    author: int
    requests: Iterator[int] = field(default_factory=lambda: count(1))
    pacer: Pacer = field(default_factory=Pacer)

    def sync(
        self,
        carrier: Exchange | None = None,
        beside: Beside | None = None,
        papers: int = AUTOMATIC,
        stop_after: int | None = None,
    ) -> Progress:
        """Press Sync, over the direct line or another carrier; `papers` is the budget of papers in bytes.

        With `stop_after` she presses Stop after so many frames.
        """
        seen = count(1)
        hooks = Hooks(
            lambda: next(self.requests).to_bytes(16, "big"),
            self.key.sign,
            cancelled=lambda: stop_after is not None and next(seen) > stop_after,
            beside=beside,
            papers=papers,
            pacer=self.pacer,
        )
        return Engine(self.replica, carrier or self.line, hooks).run()

    def record(self, *operations: Operation, lane: Lane = Lane.DESK) -> Saved:
        """Save operations."""
        return self.replica.record(operations, author=self.author, lane=lane)

    def hires(self, lane: Lane = Lane.DESK, /, **fields: Value) -> int:
        """Create a person; gives her row id."""
        row = self.replica.new_rows(1, lane)[0]
        self.record(Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields=fields), lane=lane)
        return row

    def corrects(self, person: int, **fields: Value) -> Saved:
        """Change fields of a person."""
        return self.record(Operation(verb=Verb.CORRECT, kind="employee", row=person, dossier=person, fields=fields))

    def rows(self, kind: str) -> list[Row]:
        """All rows of a kind as this office shows them, in order of id."""
        with self.replica.database.read() as connection:
            return TableState(connection, self.replica.tables.records, self.replica.identity.scopes).all_rows(kind)

    def sees(self, person: int, name: str) -> object:
        """A field of a person as this office shows it."""
        return next(row for row in self.rows("employee") if row.id == person).get(name)


class World:
    """A centre, one province and its offices."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.centre = Centre(open_centre(url or f"sqlite:///{folder / 'centre.db'}"), self.clock.now_ms)
        self.centre.migrate()
        self.offices: list[Office] = []
        self._clerks = count(1)
        self.province(PLACE)

    def academy(self, place: int = PLACE) -> None:
        """Make the academy of a province's region."""
        with self.centre.database.write() as connection:
            Accounts(connection, self.centre.tables).create_academy(
                region_of(place), "أكاديمية", "Académie", "2026-01-01"
            )

    def province(self, place: int) -> None:
        """Make a province."""
        with self.centre.database.write() as connection:
            Accounts(connection, self.centre.tables).create_province(place, "إقليم", "Province", practice=True)

    def publish(self) -> None:
        """Publish the rules of resources/reference."""
        rules = rule_rows(Path(__file__).parents[2] / "resources", CENTRE_DEVICE)
        publish(self.centre.database, self.centre.tables, rules, day="2026-01-01")

    def _enrol(self, place: int, confidential: bool, role: str = "clerk") -> tuple[Ed25519PrivateKey, EnrolAnswer]:
        number = next(self._clerks)
        with self.centre.database.write() as connection:
            accounts = Accounts(connection, self.centre.tables)
            author = accounts.create_account(
                place, f"موظفة {number}", f"Agent {number}", role=role, confidential=confidential
            )
            code = accounts.issue_ticket(place, author, self.clock.now_ms())
        key = Ed25519PrivateKey.generate()
        return key, self.centre.enrol(EnrolRequest(code, key.public_key().public_bytes_raw(), PROTOCOL))

    def laptop(self, place: int = PLACE, *, confidential: bool = False) -> Laptop:
        """Enrol a laptop that a test speaks for."""
        key, answer = self._enrol(place, confidential)
        both = set(Compartment) if confidential else {Compartment.GENERAL}
        scopes = Scopes(place, frozenset(both)).all
        return Laptop(answer.device, place, answer.account, scopes, key, answer.epoch)

    def office(
        self, place: int = PLACE, *, confidential: bool = False, copied: bool = True, role: str = "clerk"
    ) -> Office:
        """Enrol a laptop with a clerk and, unless told otherwise, take its first copy."""
        number = len(self.offices) + 1
        key, answer = self._enrol(place, confidential, role)
        replica = Replica(open_office(self.folder / f"office{number}.db", bytes([number]) * 32), self.clock)
        replica.adopt(
            Identity(
                device=answer.device,
                place=answer.place,
                name_ar=answer.name_ar,
                name_la=answer.name_la,
                practice=answer.practice,
                confidential=answer.confidential,
                epoch=answer.epoch,
                accounts=tuple(answer.accounts),
            )
        )
        office = Office(replica, key, DirectLine(self.centre), answer.account)
        if copied:
            office.sync()
        self.offices.append(office)
        return office

    def close(self) -> None:
        """End all connections."""
        for office in self.offices:
            office.replica.close()
        self.centre.database.close()
