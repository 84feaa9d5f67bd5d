"""One exchange with the centre: seal the oldest operations, send them, absorb the answer frame by frame, repeat.

No thread, socket, clock or random of its own: carrier, signer and request ids are passed in. No transaction is open
while the line is used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from sync.client import bundle_keys, colleagues, entitlement, erasure, new_history, partings, renumbering, safe
from sync.client.courier import AUTOMATIC, Courier
from sync.client.cursors import standing
from sync.client.errors import (
    Cancelled,
    ChangesMissing,
    ClonedDevice,
    Misunderstood,
    OtherHistory,
    UnknownDictionary,
    Unreachable,
)
from sync.client.loading import Load, Loader
from sync.client.measure import Beside
from sync.client.pacing import Pacer
from sync.client.partings import Untold
from sync.client.removal import Removals
from sync.client.repair import Repair
from sync.client.replica import Changes, Replica
from sync.client.request import BUDGET, Terms, sealed_request
from sync.client.work import Gap, Moved, Unpredicted
from sync.domain.canonical import NotCanonical
from sync.domain.operation import Verb
from sync.protocol import columns
from sync.protocol.exchange import Exchange, Traffic
from sync.protocol.messages import (
    Chains,
    Copy,
    End,
    Erase,
    Frame,
    Keys,
    Mending,
    NewHistory,
    Page,
    People,
    Reason,
    Renumbered,
    Result,
    Safe,
    Sums,
)
from sync.protocol.paper_frames import Held, Part


@dataclass(slots=True)
class Progress:
    """What an exchange has done so far; a copy goes to the screen after each frame."""

    requests: int = 0
    sent: int = 0
    decided: int = 0
    received: int = 0
    rows: int = 0
    conflicts: int = 0
    rejected: int = 0
    waiting: int = 0
    repaired: int = 0
    """Rows that were not the centre's and were replaced (client/repair.py)."""
    verified: bool = False
    """At the end this office held exactly what the centre held."""
    papers_sent: int = 0
    papers_received: int = 0
    """Bytes of the content of papers that came to the other end."""
    traffic: Traffic = field(default_factory=Traffic)


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the caller gives: a fresh 16-byte request id, a signature, whether to stop, and news as it comes."""

    request_id: Callable[[], bytes]
    sign: Callable[[bytes], bytes]
    cancelled: Callable[[], bool] = lambda: False
    progressed: Callable[[Progress], None] = lambda _: None
    changed: Callable[[Changes], None] = lambda _: None
    pacer: Pacer = field(default_factory=Pacer)
    """How much one request takes along; it learns from what happens."""
    beside: Beside | None = None
    """Starts a job in another thread: what is held is counted while the line is used, and not after it."""
    papers: int = AUTOMATIC
    """Bytes of the content of papers that may travel, after all else: 0 for none, courier.UNLIMITED for all."""


class Engine:
    """Brings one replica and the centre to the same state over one carrier."""

    def __init__(self, replica: Replica, carrier: Exchange, hooks: Hooks) -> None:
        self._replica = replica
        self._carrier = carrier
        self._hooks = hooks
        self._more = False
        self._plain = False
        self._renumbered = False
        self._followed = False
        self._went_back = -1  # with which request; once is enough
        self._stirred = False  # this answer may have made something needless
        self._decided: set[tuple[int, int]] = set()
        self._loader = Loader(replica, columns.newest())
        self._pacer = hooks.pacer
        self._repair = Repair(replica)
        self._removals = Removals(replica)
        self._courier = Courier(replica, hooks.papers, hooks.pacer)
        self._passed_over: set[int] = set()  # scopes whose pages of this answer are of no use

    def run(self) -> Progress:
        """Exchange until neither side has more; raises ExchangeError, and what was absorbed before stays."""
        try:
            return self._run()
        except Unreachable as lost:
            if lost.begun:
                self._pacer.was_cut()
            raise
        finally:
            self._repair.rest()

    def _run(self) -> Progress:
        progress = Progress()
        held: set[int] = set()  # offered in this run and left undecided: never in the way of what waits behind them
        while True:
            untold = self._untold()
            # What rests on a history that parted from the centre's is not offered before the centre knows of it.
            load = Load([], []) if untold.frames else self._load(held, progress)
            batch = load.entries
            papers: list[Frame] = []
            if not progress.requests:
                papers = self._courier.questions()
            elif not self._more and not batch and not untold.frames and self.agrees(progress):
                papers = self._courier.frames()
                if not papers:
                    if self.lets_go(offered=True):
                        continue
                    self._courier.rest()
                    return progress  # all is exchanged; what is still undecided is held at the centre
            progress.waiting = len(held) + len(batch)
            try:
                self._request(load, untold, progress, papers)
            except ClonedDevice:
                if self._renumbered:
                    raise  # the centre gave a number that is taken: nothing we can mend
                self._renumber(progress)
                held = set()
                continue
            except UnknownDictionary:
                if self._loader.dictionary is columns.PLAIN:
                    raise
                self._loader.dictionary = columns.PLAIN  # an older centre: every version reads what needs none
                continue
            if self._followed:
                held = (
                    set()
                )  # what was offered to the lost history is offered to the new one, behind what that one lost
                continue
            held |= {e.position for e in batch if (int(e.lane), e.n) not in self._decided}

    def agrees(self, progress: Progress) -> bool:
        """True when nothing is left to ask: this office holds what the centre held at the end of its last answer."""
        agrees = self._repair.agrees()
        progress.repaired, progress.verified = self._repair.rows, self._repair.verified
        return agrees

    def lets_go(self, *, offered: bool) -> bool:
        """Let go of the confidential compartment where the right to it has ended and nothing of it waits here any more;
        True when that was so. `offered`: all that waits was offered in this exchange."""
        replica, identity = self._replica, self._replica.identity
        if not identity.leaving:
            return False
        with replica.database.read() as connection:
            if entitlement.still_waits(
                connection, replica.tables, identity, offered=offered, damaged=self._courier.damaged
            ):
                return False
        new_history.remove_set_aside(replica.database)  # first: where that fails, it is tried again with all the rest
        changes = replica.become(entitlement.let_go)
        replica.database.fold_log()
        self._repair.forget()
        self._more = True
        self._hooks.changed(changes)
        return True

    def _renumber(self, progress: Progress) -> None:
        """Ask for a number of our own; then everything not decided is offered under it."""
        self._renumbered = True
        self._send([renumbering.request(self._replica.database, self._replica.tables)], progress)
        self._more = True

    def _untold(self) -> Untold:
        replica = self._replica
        return partings.untold(replica.database, replica.tables, replica.identity.device)

    def _load(self, held: set[int], progress: Progress) -> Load:
        return self._loader.load(self._pacer.size, held, first=not progress.requests)

    def _request(self, load: Load, untold: Untold, progress: Progress, papers: list[Frame]) -> None:
        progress.sent += sum(entry.operation.verb is not Verb.READ for entry in load.entries)
        before = progress.traffic.bytes_up + progress.traffic.bytes_down
        content: list[Frame | bytes] = [*load.frames, *untold.frames, *self._repair.frames(), *papers]
        self._send(content, progress)
        self._pacer.went_through(progress.traffic.bytes_up + progress.traffic.bytes_down - before)
        partings.keep_told(self._replica.database, self._replica.tables, untold.ids)

    def _send(self, content: Sequence[Frame | bytes], progress: Progress) -> None:
        """One request and its answer."""
        self._stop_if_asked()
        terms = Terms(self._hooks.request_id(), self._hooks.sign, BUDGET, self._loader.dictionary, self._plain)
        frames = sealed_request(self._replica, content, terms)
        progress.requests += 1
        self._more, self._followed, ended = False, False, False
        self._decided, self._passed_over, self._stirred = set(), set(), False
        self._repair.begin(self._hooks.beside)
        for answer in self._carrier.exchange(frames, progress.traffic):
            ended = self.absorb(answer, progress)
            self._hooks.progressed(progress)
            self._stop_if_asked()
        if not ended:
            raise Misunderstood("the answer has no end")

    def absorb(self, frame: Frame, progress: Progress) -> bool:
        """Keep one frame of an answer, whatever carried it, in a transaction of its own; True for the last.

        Raises ExchangeError, StorageError; then nothing of this frame was kept.
        """
        replica = self._replica
        try:
            self._stirred = self._stirred or isinstance(frame, Result | Page | Safe)
            if isinstance(frame, Result):
                changes = replica.settle(frame)
                self._decided |= {(v.lane, v.n) for v in frame.verdicts}
                progress.decided += len(frame.verdicts)
                progress.waiting -= len(frame.verdicts)
                progress.conflicts += sum(v.verdict == "conflict" for v in frame.verdicts)
                progress.rejected += sum(v.verdict == "rejected" for v in frame.verdicts)
            elif isinstance(frame, Page):
                changes = self._read(frame)
                progress.received += len(frame.changes)
            elif isinstance(frame, Copy):
                changes = replica.absorb(frame)
                progress.rows += len(changes.dossiers) if frame.folded else len(frame.rows)
                self._more = self._more or (frame.complete and self._is_behind(frame))
            elif isinstance(frame, Sums | Mending):
                changes = self._repair.absorb(frame)
            elif isinstance(frame, Held | Part):
                changes = self._courier.absorb(frame)
                progress.papers_sent, progress.papers_received = self._courier.sent, self._courier.received
            elif isinstance(frame, NewHistory | Chains | Renumbered):
                changes = self._become(frame, progress.requests)
            elif isinstance(frame, Safe | Keys | Reason | People):
                changes = self._hear(frame)
            elif isinstance(frame, Erase):
                raise erasure.ordered(replica, frame)
            elif isinstance(frame, End):
                self._end(frame)
                return True
            else:
                raise Misunderstood(type(frame).__name__)
        except Gap as gap:
            raise ChangesMissing("changes are missing before a page") from gap
        except NotCanonical as wrong:
            raise Misunderstood("a record cannot be read") from wrong
        self._hooks.changed(changes)
        return False

    def _is_behind(self, copy: Copy) -> bool:
        """Whether something changed since a copy began: pages go on from there. Else all of it is here."""
        return any(mark.seq < copy.head for mark in self._replica.marks() if mark.scope == copy.scope)

    def _end(self, end: End) -> None:
        self._more = self._more or end.more
        replica = self._replica
        replica.heard(end.server_ms)
        if self._stirred:
            safe.put_away(replica.database, replica.tables, read_to_the_end=not self._more)
        self._repair.ended(end)

    def _hear(self, news: Safe | Keys | Reason | People) -> Changes:
        """Keep what the centre tells of itself."""
        if isinstance(news, Reason):
            self._removals.hear(news)
            return Changes()
        if isinstance(news, Keys):
            return bundle_keys.keep(self._replica, news)
        if isinstance(news, People):
            before = self._replica.identity.confidential
            changes = colleagues.keep(self._replica, news)
            self._more = self._more or self._replica.identity.confidential != before
            return changes
        safe.hear(self._replica.database, self._replica.tables, news)
        return Changes()

    def _become(self, news: NewHistory | Chains | Renumbered, request: int) -> Changes:
        """Go on in another history, or under another number."""
        replica = self._replica
        if isinstance(news, Chains):
            return self._compare(news, request)
        if isinstance(news, Renumbered):
            return replica.become(partial(renumbering.renumber, answer=news))
        new_history.set_aside(replica.database, f"epoch{replica.identity.epoch}")
        self._followed = True
        return replica.become(partial(new_history.follow, news=news))

    def _compare(self, chains: Chains, request: int) -> Changes:
        """The centre has another history than was read here, or tells the chains that are not known here yet."""
        replica = self._replica
        if not chains.parted:
            return replica.become(partial(new_history.know, news=chains))
        if self._went_back == request:
            return Changes()  # the same answer arrived twice
        if self._went_back >= 0:
            raise OtherHistory("going back did not help")
        here = standing(replica.database, replica.tables, replica.identity)
        new_history.set_aside(replica.database, f"epoch{replica.identity.epoch}.{here.chain.hex()}")
        changes = replica.become(partial(new_history.go_back, news=chains))
        self._went_back, self._followed = request, True
        return changes

    def _read(self, page: Page) -> Changes:
        """Absorb a page. One that our predictions cannot tell is asked for whole, with those of its scope after it."""
        if page.scope in self._passed_over:
            return Changes()
        try:
            moved: list[Moved] = []
            changes = self._replica.absorb(page, moved, self._removals.allow)
            self._repair.read(page, moved)
            return changes
        except Unpredicted:
            self._plain, self._more = True, True
            self._passed_over.add(page.scope)
            return Changes()

    def _stop_if_asked(self) -> None:
        if self._hooks.cancelled():
            raise Cancelled
