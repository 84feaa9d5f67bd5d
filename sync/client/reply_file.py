"""A reply file, opened and judged before anything of it is kept: which of its frames this office can use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sync.client import bundle_keys
from sync.client.bundle_keys import BundleKeys
from sync.client.cursors import Cursors, standing
from sync.client.errors import (
    BundleError,
    BundleIsRequest,
    BundleNotOurs,
    BundleTooNew,
    BundleUnreadable,
    NoBundleKey,
    StickFailed,
)
from sync.client.outbox import Entry, Outbox, State
from sync.client.replica import Replica
from sync.client.sealing import SigningKey
from sync.client.work import Unpredicted, Work
from sync.domain.ids import Compartment, compartment_of
from sync.protocol import bundle, codec
from sync.protocol.bundle import Audience, Part, ReplyHead
from sync.protocol.copying import place
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import (
    Chains,
    Copy,
    End,
    Fault,
    Frame,
    Keys,
    Mending,
    NewHistory,
    Page,
    Renumbered,
    Result,
    Sums,
)
from sync.storage import chain

_FAMILIES: dict[WireCode, type[BundleError]] = {
    WireCode.MALFORMED: BundleUnreadable,
    WireCode.TOO_LARGE: BundleUnreadable,
    WireCode.UPGRADE_NEEDED: BundleTooNew,
    WireCode.UNKNOWN_DICTIONARY: BundleTooNew,
    WireCode.NOT_TRUSTED: BundleNotOurs,
    WireCode.MISDIRECTED: BundleNotOurs,
}


@dataclass(frozen=True, slots=True)
class Opened:
    """What of a reply this office can use."""

    frames: tuple[Frame, ...]
    """In the order in which they are kept: verdicts, copies, pages, the end."""
    head: ReplyHead | None
    """What the part for this laptop says; None when there is none that it can use."""
    stale: bool
    """There was one, but of an older history or about another copy of this office's file."""
    locked: bool
    """There are parts of our scopes that need a key we have not got."""


@contextmanager
def translated() -> Iterator[None]:
    """Turn what is wrong with a file into what the clerk is told."""
    try:
        yield
    except WireError as wrong:
        raise _FAMILIES.get(wrong.code, BundleUnreadable)(wrong.code.value) from wrong
    except OSError as wrong:
        raise StickFailed(str(wrong.strerror)) from wrong


def open_reply(source: Path, replica: Replica, key: SigningKey, offers: Collection[bytes] = ()) -> Opened:
    """Open a file and check all of it; raises BundleError. Where a key is missing, the next request asks for it.

    `offers` is what this file asked to take along to a number of its own: the answer to another copy of it is not used.
    """
    with translated():
        parts = bundle.read(bundle.read_file(source))
        if any(part.audience is Audience.CENTRE for part in parts):
            raise BundleIsRequest("a request")
        keys = bundle_keys.load(replica)
        if not keys.centre:
            raise NoBundleKey("the centre's key is not known yet")
        return _Judge(replica, keys, offers).judged(parts, key)


class _Judge:
    """What an office makes of the parts of a reply."""

    def __init__(self, replica: Replica, keys: BundleKeys, offers: Collection[bytes]) -> None:
        self._replica = replica
        self._keys = keys
        self._offers = offers

    def judged(self, parts: list[Part], key: SigningKey) -> Opened:
        identity = self._replica.identity
        own = [p for p in parts if p.audience is Audience.DEVICE and p.number == identity.device]
        parts_read = (Compartment.GENERAL,) if identity.leaving else tuple(Compartment)
        ours = [scope for scope in identity.scopes.all if compartment_of(scope) in parts_read]
        shared = [p for p in parts if p.audience is Audience.SCOPE and p.scope in ours]
        if not own and not shared:
            raise BundleNotOurs("no part is for this office")
        head: ReplyHead | None = None
        frames: list[Frame] = []
        stale = locked = False
        for part in own:
            head, told = self._frames(part, key.seed)
            self._learn(told)
            usable, stale = self._usable(head, told)
            frames += usable
        for part in shared:
            seed = self._keys.seed(part.scope, part.generation)
            if seed is None:
                locked = True
                continue
            frames += self._frames(part, seed)[1]
        if locked:
            bundle_keys.ask_for_newer(self._replica)
            if not frames:
                raise NoBundleKey("the key of a scope is not known here")
        if self._of_another_history(frames):
            return Opened((), None, stale=True, locked=locked)
        return Opened(tuple(sorted(frames, key=_order)), None if stale else head, stale, locked)

    def _frames(self, part: Part, seed: bytes) -> tuple[ReplyHead, list[Frame]]:
        head, payloads = bundle.open_reply(part, seed, self._keys.centre)
        return head, [codec.unpack_down(payload) for payload in payloads]

    def _learn(self, told: Iterable[Frame]) -> None:
        """The keys that come with a reply open its other parts."""
        for frame in told:
            if isinstance(frame, Keys):
                self._keys = BundleKeys(self._keys.centre, (*self._keys.scopes, *frame.scopes))

    def _usable(self, head: ReplyHead, told: list[Frame]) -> tuple[list[Frame], bool]:
        """The frames of our own part that hold for this file of the office as it stands now; True if some do not.

        Verdicts of an older history are void: the restored centre may have lost what they are about. Verdicts about
        records that are not ours under these numbers are another copy's. Of a newer history only the news counts.
        Where a history parted is told to this office as it stood when it asked.
        """
        epoch = self._replica.identity.epoch
        parted = any(isinstance(frame, Chains) and frame.parted for frame in told)
        if head.epoch > epoch and not parted:
            news: list[Frame] = [frame for frame in told if isinstance(frame, NewHistory | Keys | End | Fault)]
            return news, len(news) < len(told)
        if parted and self._stands_as_asked(head):
            return told, False
        if not parted and head.epoch == epoch and self._is_our_history(head):
            if self._are_ours(head, told):
                return told, False
            if self._is_past(told):
                return [frame for frame in told if not isinstance(frame, Result)], False
        return [frame for frame in told if isinstance(frame, Keys)], True

    def _stands_as_asked(self, head: ReplyHead) -> bool:
        here = standing(self._replica.database, self._replica.tables, self._replica.identity)
        return ([(mark.scope, mark.seq) for mark in here.marks], here.chain) == (head.asked, head.asked_chain)

    def _is_our_history(self, head: ReplyHead) -> bool:
        """Whether what was read here is of the history that was answered from, before and after the answer."""
        with self._replica.database.read() as connection:
            cursors = Cursors(connection, self._replica.tables, self._replica.identity)
            if any(cursors.cursor(scope).seq < seq for scope, seq in head.asked):
                return False
            if not _has_read(cursors, head.asked, head.asked_chain):
                return False
            passed = all(cursors.cursor(scope).seq >= seq for scope, seq in head.heads)
            return not passed or _has_read(cursors, head.heads, head.heads_chain)

    def _is_past(self, told: list[Frame]) -> bool:
        """Whether nothing of it is left to learn: all its verdicts are known, perhaps put away, and its pages read."""
        if any(isinstance(frame, Renumbered) for frame in told):
            return False
        entries = self._entries(told)
        with self._replica.database.read() as connection:
            cursors = Cursors(connection, self._replica.tables, self._replica.identity)
            read = all(cursors.cursor(page.scope).seq >= page.upto for page in told if isinstance(page, Page))
        return read and all(entry.state is State.DECIDED for entry in entries.values())

    def _of_another_history(self, frames: list[Frame]) -> bool:
        """Whether a page begins before where we have read to and tells another story up to there."""
        with self._replica.database.read() as connection:
            work = Work(connection, self._replica.tables, self._replica.identity)
            for page in frames:
                at = work.cursor(page.scope).seq if isinstance(page, Page) else 0
                if not isinstance(page, Page) or not page.after < at < page.upto:
                    continue
                with suppress(Unpredicted):
                    told, ours = work.foretold(page).get(at), work.chains(page.scope, [at]).get(at)
                    if told and ours and told != ours:
                        return True
        return False

    def _are_ours(self, head: ReplyHead, told: list[Frame]) -> bool:
        """Whether an answer is about what is here. A new number is for the file that asked: another would take along
        what the centre was not asked about, and perhaps has already. A centre of before did not say."""
        renumbered = any(isinstance(frame, Renumbered) for frame in told)
        if renumbered and head.taken_along and head.taken_along not in self._offers:
            return False
        entries = self._entries(told)
        return bundle.fingerprint(entries[key].hash for key in sorted(entries)) == head.about

    def _entries(self, told: list[Frame]) -> dict[tuple[int, int], Entry]:
        """What is here under the numbers that an answer says something about."""
        numbers = bundle.numbers_of(frame for frame in told if isinstance(frame, Result | Renumbered))
        with self._replica.database.read() as connection:
            return Outbox(connection, self._replica.tables).numbered(numbers)


def _has_read(cursors: Cursors, points: list[tuple[int, int]], combined: bytes) -> bool:
    """Whether the chains at these numbers are ours; a file that does not know its own takes it on trust."""
    if combined in (b"", chain.UNKNOWN):
        return True
    ours = [(scope, seq, cursors.chains(scope, [seq]).get(seq)) for scope, seq in points]
    known = [(scope, seq, kept) for scope, seq, kept in ours if kept is not None]
    return len(known) < len(ours) or chain.combine(known) == combined


def _order(frame: Frame) -> tuple[int, ...]:
    """Verdicts before pages, so that an own change is known when it comes back; each scope from its beginning on.

    What is said of papers goes before pages too: these may say that a paper has arrived, and nothing is left to ask.
    """
    if isinstance(frame, Copy):
        return (1, frame.scope, 0, *place(frame.after_kind, frame.after_row))
    if isinstance(frame, Page):
        return (1, frame.scope, 1, frame.after)
    if isinstance(frame, End | Fault):
        return (3,)
    return (2,) if isinstance(frame, Sums | Mending) else (0,)
