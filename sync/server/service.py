"""The centre's answer to one request: push is decided before pull is read, so the reply holds the consequences.

No transaction spans a network call: each upward frame is stored in its own, operations are decided in slices, pages
are read in one snapshot; then everything is sent (sync.md 3.3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection

from sync.domain.ids import place_of
from sync.protocol import codec, columns
from sync.protocol.bundle import EnrolAsk
from sync.protocol.columns import Dictionary
from sync.protocol.errors import WireCode, WireError
from sync.protocol.exchange import EnrolAnswer, EnrolRequest
from sync.protocol.messages import (
    PROTOCOL,
    Chains,
    Compare,
    End,
    Fault,
    Frame,
    FrameType,
    Hashes,
    Hello,
    NewHistory,
    Offered,
    Operations,
    Parting,
    Renumber,
    Renumbered,
    Result,
    Safe,
    ScopeMark,
)
from sync.protocol.paper_frames import PAPERS_LIMIT, PARTS_LIMIT, Offer, Piece, Want
from sync.protocol.registry import UP
from sync.protocol.version import is_served
from sync.server import archive, chains, contact, removal
from sync.server.accounts import Accounts, Device
from sync.server.anchors import Anchors
from sync.server.contact import Contact
from sync.server.history import Fence, commons
from sync.server.intake import Intake
from sync.server.keys import CentreKeys, generations
from sync.server.papers import Papers
from sync.server.pull import Pull
from sync.server.push import Push
from sync.server.repair import Repair
from sync.server.sequence import heads
from sync.server.settings import RESOURCES
from sync.storage import chain
from sync.storage.database import Database
from sync.storage.ledger import CentreTables, centre_tables
from sync.storage.migrations import migrate_centre
from sync.storage.within import Within

BUDGET_LIMIT = 8_388_608
_VERDICTS_A_FRAME = 500
_RECEIVED = frozenset(UP) - {FrameType.HELLO}


class Centre:
    """The authority over all provinces, on one database."""

    def __init__(
        self,
        database: Database,
        now_ms: Callable[[], int],
        fence: Fence | None = None,
        keys: CentreKeys | None = None,
        *,
        safe_at_once: bool = False,
    ) -> None:
        """`fence` remembers, outside the database, how far offices have been answered; `keys` open and sign bundles.

        `safe_at_once`: offices are told not to keep what is decided; else once it is archived (server/archive.py).
        """
        self.database = database
        self.fence = fence
        self.keys = keys
        self.safe_at_once = safe_at_once
        self.resources: Path = RESOURCES
        """The folder of the nation's reference data."""
        self.tables: CentreTables = centre_tables()
        self._now_ms = now_ms
        self.audit = Anchors(database, self.tables)

    def migrate(self) -> int:
        """Bring the database to today's tables; gives the version."""
        with self.database.write() as connection:
            return migrate_centre(connection)

    def enrol(self, request: EnrolRequest) -> EnrolAnswer:
        """Enrol a laptop; WireError NOT_TRUSTED whatever is wrong with its code."""
        with self.database.write(Within(())) as connection:
            answer = Accounts(connection, self.tables).enrol(request, self._now_ms())
            if answer is not None:
                contact.enrolled(connection, self.tables, answer, self._now_ms())
        if answer is None:  # after the commit: a wrong try is counted
            raise WireError(WireCode.NOT_TRUSTED)
        return answer

    def enrol_by_file(self, ask: EnrolAsk, centre: bytes) -> tuple[EnrolAnswer, bytes]:
        """The same for a laptop that asks by a file, sealed to the key `centre`; gives also the key of our proof."""
        with self.database.write(Within(())) as connection:
            found = Accounts(connection, self.tables).enrol_by_file(ask, centre, self._now_ms())
            if found is not None:
                contact.enrolled(connection, self.tables, found[0], self._now_ms())
        if found is None:
            raise WireError(WireCode.NOT_TRUSTED)
        return found

    def open(self, payload: bytes) -> Conversation:
        """Begin a request with its first payload, its operations stored; WireError when it is not a known device's."""
        conversation = self.begin(payload)
        conversation.store_first()
        return conversation

    def begin(self, payload: bytes) -> Conversation:
        """The same, with nothing stored yet."""
        hello = codec.open_hello(payload)
        with self.database.read(Within(())) as connection:
            device = Accounts(connection, self.tables).device(hello.device)
        conversation = Conversation(self, device, hello)
        conversation.check(payload)
        return conversation

    def archived(self, position: archive.Position) -> int:
        """All up to a position is archived and verified: offices hear of it. Raises archive.OtherArchive."""
        with self.database.write() as connection:
            number = archive.keep(connection, self.tables, position)
            if self.fence is not None:  # before any office can hear of it
                self.fence.keep_safe(archive.kept(connection, self.tables))
        return number

    def now_ms(self) -> int:
        """The centre's time, UTC milliseconds."""
        return self._now_ms()


class Conversation:
    """One request of one device, frame by frame."""

    def __init__(self, centre: Centre, device: Device, hello: Hello) -> None:
        self._centre = centre
        self._device = device
        self._hello = hello
        self.refused: WireCode | None = None
        self.budget = BUDGET_LIMIT
        """Bytes of pages, before compression, that the answer holds at most."""
        self.papers = PARTS_LIMIT
        """Bytes of the content of papers that the answer holds at most."""
        self.heads: dict[int, int] = {}
        """Where each scope of the device ended when the answer was read."""
        self._index = 0
        self._renumber: Renumber | None = None
        self._compared: list[Compare | Hashes] = []
        self._brought: dict[int, None] = {}  # records of papers, in the order in which they came
        self._wants: list[Want] = []
        self._seal = b""
        self._within = Within(device.scopes.all)
        self._contact = Contact(centre.tables, device, hello, centre.now_ms())
        self._intake = Intake(centre.database, centre.tables, self._contact, centre.now_ms)
        key = Ed25519PublicKey.from_public_bytes(device.public_key)

        def verify(signature: bytes, signed: bytes) -> bool:
            try:
                key.verify(signature, signed)
            except InvalidSignature:
                return False
            return True

        self._verify = verify

    @property
    def device(self) -> Device:
        """Whose request it is."""
        return self._device

    @property
    def hello(self) -> Hello:
        """How it began."""
        return self._hello

    @property
    def dictionary(self) -> Dictionary:
        """What the answer is packed by: the office's dictionary, or none where this centre has not got it."""
        try:
            return columns.find(self._hello.dictionary)
        except WireError:
            return columns.PLAIN

    def check(self, payload: bytes) -> bytes:
        """The packed frame of the next payload, its signature checked."""
        packed = codec.check(payload, self._hello.request, self._index, self._verify)
        self._index += 1
        return packed

    def store_first(self) -> None:
        """Store the operations that came within the opening; raises WireError."""
        if self._hello.first:
            self.store(self._hello.first)

    def receive(self, payload: bytes) -> None:
        """Store the operations of an upward frame, durable before this returns; WireError when it is not whole."""
        self.store(self.check(payload))

    def store(self, packed: bytes) -> None:
        """Keep the content of a packed frame whose signature was checked."""
        self._keep(codec.unpack(packed, _RECEIVED))

    def _keep(self, frame: Frame) -> None:
        if isinstance(frame, Renumber):
            self._renumber = frame
            return
        if isinstance(frame, Compare | Hashes):
            self._compared.append(frame)
            return
        if isinstance(frame, Parting):
            with self._centre.database.write(self._within) as connection:
                chains.keep_parting(connection, self._centre.tables, self._device, frame)
            return
        if isinstance(frame, Offer | Piece | Want):
            self._store_paper(frame)
            return
        if not isinstance(frame, Operations):
            raise WireError(WireCode.MALFORMED)
        self._intake.store(frame)

    def _store_paper(self, frame: Offer | Piece | Want) -> None:
        if len(self._wants) + len(self._brought.keys() | {frame.row}) > PAPERS_LIMIT:
            raise WireError(WireCode.TOO_LARGE)
        if self._device.revoked:
            return
        if not self._brought and not self._wants:
            self.decide()  # in a file the records of papers come with them
        if isinstance(frame, Want):
            left = self.papers - sum(want.count for want in self._wants)
            frame = msgspec.structs.replace(frame, count=max(min(frame.count, left), 0))
            self._wants.append(frame)
        else:
            self._brought[frame.row] = None
        centre = self._centre
        with centre.database.write(self._within) as connection:
            Papers(connection, centre.tables, self._device).receive(frame, centre.now_ms())

    def decide(self, last: bytes = b"") -> None:
        """Decide all that this device has stored, slice by slice.

        `last` is the packed frame with which the request ended, checked and not stored yet: one transaction stores and
        decides it. Raises WireError, StorageError.
        """
        frame = codec.unpack(last, _RECEIVED) if last else None
        if frame is None or isinstance(frame, Operations):
            self._intake.decide(frame)
            return
        self._keep(frame)
        self._intake.decide()

    def answer(self) -> Iterator[Frame]:
        """RESULT, then pages and copies, then papers, then END; or FAULT where this device may send and not receive.

        Everything is read before the first frame is sent, and `refused` is known by then.
        """
        centre = self._centre
        if self._renumber is not None and not self._device.revoked:
            yield self._renumbered(self._renumber.undecided)
            yield End(more=True, server_ms=centre.now_ms())
            return
        frames: list[Frame] = []
        confidential: set[int] = set()
        with centre.database.read(self._within) as connection:
            push = Push(connection, centre.tables, self._device, self._intake.decided)
            verdicts = push.verdicts(self._intake.numbers)
            starts = range(0, len(verdicts), _VERDICTS_A_FRAME)
            frames.extend(Result(verdicts[start : start + _VERDICTS_A_FRAME]) for start in starts)
            more = self._pull(connection, push, frames)
            if self.refused is None:
                papers = Papers(connection, centre.tables, self._device)
                frames += papers.held(self._brought)
                frames += papers.parts(self._wants)
                confidential = papers.confidential
        noted = self._contact.told(frames, confidential)
        if self._contact.needs_noting(noted):
            with centre.database.write(self._within) as connection:
                self._contact.note(connection, noted)
        yield from frames
        yield from self._contact.order(centre.keys)
        yield End(more, centre.now_ms(), self._seal) if self.refused is None else Fault(self.refused.value)

    def _renumbered(self, undecided: Sequence[Offered]) -> Renumbered:
        """A number of its own for a laptop that shares one; a lost reply costs a number, never an operation."""
        centre = self._centre
        with centre.database.write(self._within) as connection:
            push = Push(connection, centre.tables, self._device)
            decided, held = push.known(undecided)
            push.move(undecided, {*decided, *held})
            number = Accounts(connection, centre.tables).renumber(self._device, centre.now_ms())
            return Renumbered(number, push.verdicts(decided), held)

    def _pull(self, connection: Connection, push: Push, frames: list[Frame]) -> bool:
        centre = self._centre
        epoch = Accounts(connection, centre.tables).epoch()
        known = heads(connection, centre.tables, self._device.scopes.all)
        self.heads = known
        marks = [mark for mark in self._hello.scopes if mark.scope in known]
        self.refused = self._refusal(marks, epoch, known)
        if self.refused is not None:
            return False
        if centre.fence is not None:
            centre.fence.raise_to(epoch, known)
        if self._hello.people:
            frames.append(contact.people(connection, centre.tables, self._device.place, centre.now_ms()))
        if self._hello.keys and centre.keys is not None:
            frames.append(centre.keys.told(generations(connection, centre.tables, self._device.scopes.all)))
        older = [(mark.scope, mark.epoch, mark.seq) for mark in marks if mark.epoch < epoch]
        if older:
            frames.append(NewHistory(epoch, commons(connection, centre.tables, older)))
            return True
        kept = chains.Chains(connection, centre.tables, known)
        if self._intake.has_parted(connection, epoch):
            frames.append(Chains(epoch, True, kept.samples(marks)))
            return True
        if self._hello.chain == chain.UNKNOWN:
            frames.append(Chains(epoch, False, kept.at((mark.scope, mark.seq) for mark in marks)))
        frames += removal.told(connection, centre.tables, marks, centre.keys)
        told = frozenset[tuple[int, int]]() if self._hello.plain else push.predicted(self._intake.sent)
        pull = Pull(connection, centre.tables, (epoch, known), (self._device.number, told), self._hello.folding)
        frames += pull.frames(marks, min(self._hello.budget, self.budget))
        if marks and not pull.more:
            repair = Repair(connection, centre.tables, {mark.scope: known[mark.scope] for mark in marks})
            if all(mark.complete for mark in marks):
                frames += repair.frames(self._compared)
            self._seal = repair.seal(marks)
        frames += self._safe(connection, known)
        return pull.more

    def _safe(self, connection: Connection, known: dict[int, int]) -> list[Frame]:
        """Up to where what this office wrote is archived, when that moved since it was told."""
        if self._hello.safe is None:
            return []
        own = [scope for scope in known if place_of(scope) == self._device.place]
        if self._centre.safe_at_once:
            return [Safe(self._hello.safe, [(scope, known[scope]) for scope in own])] if self._intake.numbers else []
        number, scopes = archive.told(connection, self._centre.tables, own)
        return [Safe(number, scopes)] if number != self._hello.safe else []

    def _refusal(self, marks: Sequence[ScopeMark], epoch: int, known: dict[int, int]) -> WireCode | None:
        """Why this device gets nothing beyond the answers to what it sent: uploads are always taken (sync.md 3.8)."""
        if self._device.revoked:
            return WireCode.REVOKED
        today = datetime.fromtimestamp(self._centre.now_ms() / 1000, UTC).date()
        if self._hello.protocol != PROTOCOL or not is_served(self._hello.schema, today):
            return WireCode.UPGRADE_NEEDED
        ahead = any(mark.epoch > epoch or (mark.epoch == epoch and mark.seq > known[mark.scope]) for mark in marks)
        if ahead and not self._hello.chain:
            return WireCode.OTHER_EPOCH  # it has read what this history does not hold, and could not find back
        return None
