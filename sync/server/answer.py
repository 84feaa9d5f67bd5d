"""What one answer says, all of it read before the first frame is sent: what became of what a laptop sent, then what it
may read.

The two are not always the same: a laptop whose right to the confidential compartment has ended still brings what was
written there, and hears what became of it and whether its history is the centre's, in numbers; of what that compartment
holds it is sent nothing more (ADR 54).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from sqlalchemy import Connection

from sync.domain.ids import Compartment, place_of, scope_id
from sync.protocol.errors import WireCode
from sync.protocol.messages import PROTOCOL, Chains, Compare, Frame, Hashes, Hello, NewHistory, Result, Safe, ScopeMark
from sync.protocol.paper_frames import Held, Want
from sync.protocol.version import is_served
from sync.server import archive, chains, contact, removal
from sync.server.accounts import Accounts, Device
from sync.server.history import Fence, commons
from sync.server.intake import Intake
from sync.server.keys import CentreKeys, generations
from sync.server.papers import Papers
from sync.server.pull import Pull
from sync.server.push import Push
from sync.server.repair import Repair
from sync.server.roles import day_of
from sync.server.sequence import heads
from sync.storage import chain
from sync.storage.database import Database
from sync.storage.ledger import CentreTables
from sync.storage.within import Within

_VERDICTS_A_FRAME = 500


class Authority(Protocol):
    """What an answer needs of the centre (service.Centre)."""

    database: Database
    tables: CentreTables
    fence: Fence | None
    keys: CentreKeys | None
    safe_at_once: bool

    def now_ms(self) -> int:
        """The centre's time, UTC milliseconds."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks besides its opening: sums to compare, papers it brought or wants, and how much it may get."""

    compared: Sequence[Compare | Hashes]
    brought: Collection[int]
    wants: Sequence[Want]
    budget: int
    """Bytes of pages, before compression."""


@dataclass(slots=True)
class Told:
    """An answer, but for its end; `heads` are where the scopes that the laptop reads ended."""

    frames: list[Frame] = field(default_factory=list)
    more: bool = False
    refused: WireCode | None = None
    heads: dict[int, int] = field(default_factory=dict)
    seal: bytes = b""
    papers: set[int] = field(default_factory=set)
    """The records of confidential papers of which parts were given out."""


class Answer:
    """Reads one answer."""

    def __init__(self, centre: Authority, device: Device, hello: Hello, intake: Intake) -> None:
        self._centre = centre
        self._tables = centre.tables
        self._device = device
        self._hello = hello
        self._intake = intake
        self._told = Told()
        self._epoch = 0
        self._heads: dict[int, int] = {}  # of the scopes where it writes
        self._predicted = frozenset[tuple[int, int]]()
        self._over = False  # nothing of the scopes is read: the history is another one, or the laptop is refused
        self._safe: list[Safe] = []
        self._held: list[Held] = []

    def read(self, asked: Asked) -> Told:
        """Read all of it."""
        told, device, database = self._told, self._device, self._centre.database
        with database.read(Within(device.writes.all)) as connection:
            self._about_itself(connection, asked)
            if device.scopes == device.writes:
                self._what_it_reads(connection, asked)
        if device.scopes != device.writes:  # the second wall stands before what it may not read any more
            with database.read(Within(device.scopes.all)) as connection:
                self._what_it_reads(connection, asked)
        return told

    def _about_itself(self, connection: Connection, asked: Asked) -> None:
        """Verdicts, who works there, keys, whether it has read this very history, and what is safe of its own."""
        centre, hello, told = self._centre, self._hello, self._told
        push = Push(connection, self._tables, self._device, self._intake.decided)
        verdicts = push.verdicts(self._intake.numbers)
        starts = range(0, len(verdicts), _VERDICTS_A_FRAME)
        told.frames += [Result(verdicts[start : start + _VERDICTS_A_FRAME]) for start in starts]
        self._epoch = Accounts(connection, self._tables).epoch()
        self._heads = heads(connection, self._tables, self._device.writes.all)
        readable = self._device.scopes.all
        told.heads = {scope: seq for scope, seq in self._heads.items() if scope in readable}
        marks = [mark for mark in hello.scopes if mark.scope in self._heads]
        told.refused = self._refusal(marks)
        self._over = told.refused is not None
        if self._over:
            return
        if centre.fence is not None:
            centre.fence.raise_to(self._epoch, self._heads)
        if hello.people or self._is_entitled_otherwise():
            told.frames.append(contact.people(connection, self._tables, self._device, centre.now_ms()))
        if hello.keys and centre.keys is not None:
            day = day_of(centre.now_ms())
            told.frames.append(centre.keys.told(generations(connection, self._tables, readable, day)))
        self._history(connection, marks)
        if not hello.plain:
            self._predicted = push.predicted(self._intake.sent)
        self._safe = [] if self._over else self._archived(connection)
        self._held = list(Papers(connection, self._tables, self._device).held(asked.brought))

    def _is_entitled_otherwise(self) -> bool:
        """Whether the laptop reads the confidential compartment of its place and may not, or may and does not."""
        return bool(self._hello.scopes) and self._names_confidential() != self._device.confidential

    def _reads_too_much(self) -> bool:
        return self._names_confidential() and not self._device.confidential

    def _names_confidential(self) -> bool:
        own = scope_id(self._device.place, Compartment.CONFIDENTIAL)
        return any(mark.scope == own for mark in self._hello.scopes)

    def _history(self, connection: Connection, marks: Sequence[ScopeMark]) -> None:
        older = [(mark.scope, mark.epoch, mark.seq) for mark in marks if mark.epoch < self._epoch]
        if older:
            self._told.frames.append(NewHistory(self._epoch, commons(connection, self._tables, older)))
            self._told.more = self._over = True
            return
        kept = chains.Chains(connection, self._tables, self._heads)
        if self._intake.has_parted(connection, self._epoch):
            self._told.frames.append(Chains(self._epoch, True, kept.samples(marks)))
            self._told.more = self._over = True
        elif self._hello.chain == chain.UNKNOWN:
            points = kept.at((mark.scope, mark.seq) for mark in marks)
            self._told.frames.append(Chains(self._epoch, False, points))

    def _what_it_reads(self, connection: Connection, asked: Asked) -> None:
        """Reasons, pages and copies, sums, and parts of papers, of the scopes that it may read."""
        told, tables, hello, known = self._told, self._tables, self._hello, self._told.heads
        if told.refused is not None:
            return
        if not self._over:
            marks = [mark for mark in hello.scopes if mark.scope in known]
            told.frames += removal.told(connection, tables, marks, self._centre.keys)
            own = self._device.number, self._predicted
            pull = Pull(connection, tables, (self._epoch, known), own, hello.folding)
            told.frames += pull.frames(marks, min(hello.budget, asked.budget))
            told.more = pull.more
            if marks and not pull.more:
                self._compare(connection, marks, asked)
            told.frames += self._safe
        papers = Papers(connection, tables, self._device)
        told.frames += [*self._held, *papers.parts(asked.wants)]
        told.papers = papers.confidential

    def _compare(self, connection: Connection, marks: Sequence[ScopeMark], asked: Asked) -> None:
        known = self._told.heads
        repair = Repair(connection, self._tables, {mark.scope: known[mark.scope] for mark in marks})
        if all(mark.complete for mark in marks):
            self._told.frames += repair.frames(asked.compared)
        if not self._reads_too_much():  # else it holds what is not compared any more, and is told to let go of it
            self._told.seal = repair.seal(marks)

    def _archived(self, connection: Connection) -> list[Safe]:
        """Up to where what this office wrote is archived, when that moved since it was told."""
        if self._hello.safe is None:
            return []
        # Of a compartment that it reads no more it cannot know whether it has read up to there.
        own = [scope for scope in self._told.heads if place_of(scope) == self._device.place]
        if self._centre.safe_at_once:
            heads_of = [(scope, self._told.heads[scope]) for scope in own]
            return [Safe(self._hello.safe, heads_of)] if self._intake.numbers else []
        number, scopes = archive.told(connection, self._tables, own)
        return [Safe(number, scopes)] if number != self._hello.safe else []

    def _refusal(self, marks: Sequence[ScopeMark]) -> WireCode | None:
        """Why this device gets nothing beyond the answers to what it sent: uploads are always taken (sync.md 3.8)."""
        if self._device.revoked:
            return WireCode.REVOKED
        today = datetime.fromtimestamp(self._centre.now_ms() / 1000, UTC).date()
        if self._hello.protocol != PROTOCOL or not is_served(self._hello.schema, today):
            return WireCode.UPGRADE_NEEDED
        epoch, known = self._epoch, self._heads
        ahead = any(mark.epoch > epoch or (mark.epoch == epoch and mark.seq > known[mark.scope]) for mark in marks)
        if ahead and not self._hello.chain:
            return WireCode.OTHER_EPOCH  # it has read what this history does not hold, and could not find back
        return None
