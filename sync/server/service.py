"""The centre's answer to one request: push is decided before pull is read, so the reply holds the consequences.

No transaction spans a network call: each upward frame is stored in its own, operations are decided in slices, pages
are read in one snapshot; then everything is sent (sync.md 3.3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.protocol import codec, columns
from sync.protocol.bundle import EnrolAsk
from sync.protocol.columns import Dictionary
from sync.protocol.errors import WireCode, WireError
from sync.protocol.exchange import EnrolAnswer, EnrolRequest
from sync.protocol.messages import (
    Compare,
    End,
    Fault,
    Frame,
    FrameType,
    Hashes,
    Hello,
    Offered,
    Operations,
    Parting,
    Renumber,
    Renumbered,
)
from sync.protocol.paper_frames import PAPERS_LIMIT, PARTS_LIMIT, Offer, Piece, Want
from sync.protocol.registry import UP
from sync.server import archive, chains, contact
from sync.server.accounts import Accounts, Device
from sync.server.anchors import Anchors
from sync.server.answer import Answer, Asked
from sync.server.contact import Contact
from sync.server.history import Fence
from sync.server.intake import Intake
from sync.server.keys import CentreKeys
from sync.server.papers import Papers
from sync.server.push import Push
from sync.server.renumbered import Twins, staying
from sync.server.settings import RESOURCES
from sync.storage.database import Database
from sync.storage.ledger import CentreTables, centre_tables
from sync.storage.migrations import migrate_centre
from sync.storage.within import Within

BUDGET_LIMIT = 8_388_608
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
            device = Accounts(connection, self.tables).device(hello.device, self._now_ms())
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
        self._within = Within(device.writes.all)
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
        """Decide all that this device has stored; see `slices`."""
        for _ in self.slices(last):
            pass

    def slices(self, last: bytes = b"") -> Iterator[None]:
        """Decide all that this device has stored, slice by slice, and give way between two of them.

        `last` is the packed frame with which the request ended, checked and not stored yet: one transaction stores and
        decides it. Raises WireError, StorageError.
        """
        frame = codec.unpack(last, _RECEIVED) if last else None
        if frame is None or isinstance(frame, Operations):
            yield from self._intake.decide(frame)
            return
        self._keep(frame)
        yield from self._intake.decide()

    def answer(self) -> Iterator[Frame]:
        """RESULT, then pages and copies, then papers, then END; or FAULT where this device may send and not receive.

        Everything is read before the first frame is sent, and `refused` is known by then.
        """
        centre, device = self._centre, self._device
        if self._renumber is not None and not device.revoked:
            yield self._renumbered(self._renumber.undecided)
            yield End(more=True, server_ms=centre.now_ms())
            return
        asked = Asked(self._compared, self._brought, self._wants, self.budget)
        told = Answer(centre, device, self._hello, self._intake).read(asked)
        self.refused, self.heads, frames = told.refused, told.heads, told.frames
        noted = self._contact.told(frames, told.papers)
        if self._contact.needs_noting(noted):
            with centre.database.write(self._within) as connection:
                self._contact.note(connection, noted)
        yield from frames
        yield from self._contact.order(centre.keys)
        yield End(told.more, centre.now_ms(), told.seal) if self.refused is None else Fault(self.refused.value)

    @property
    def taken_along(self) -> Sequence[Offered] | None:
        """What this laptop asked to take to a number of its own; None when it did not ask for one."""
        return self._renumber.undecided if self._renumber is not None else None

    def _renumbered(self, undecided: Sequence[Offered]) -> Renumbered:
        """A number of its own for a laptop that shares one; a lost reply costs a number, never an operation."""
        centre = self._centre
        with centre.database.write(self._within) as connection:
            push = Push(connection, centre.tables, self._device)
            decided, held = staying(undecided, *push.known(undecided))
            number = Accounts(connection, centre.tables).renumber(self._device, centre.now_ms())
            Twins(connection, centre.tables, self._device).take_along(number, undecided, {*decided, *held})
            return Renumbered(number, push.verdicts(decided), held)
