"""The fault matrix (sync.md 5): in which phase of an exchange each kind of fault struck, counted over all runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import product

from sync.domain.operation import GONE_FIELDS
from sync.protocol import codec
from sync.protocol.messages import Copy, End, Frame, FrameType, Mending, NewHistory, Page, Sums


class Phase(StrEnum):
    """What an exchange is doing; several at once, where a push goes on during a first copy."""

    FIRST_COPY = "first copy"
    PUSH = "push"
    DECIDE = "decide"
    REPLY = "reply"
    PAGES = "page apply"
    REPAIR = "repair"
    EVICTION = "eviction"
    MIGRATION = "migration"
    BUNDLE = "bundle"
    RESTORE = "restore"


class Strike(StrEnum):
    """What goes wrong, or comes in between."""

    CUT = "cut"
    LOST_REPLY = "lost reply"
    DUPLICATE = "duplicate"
    REORDER = "reorder"
    OFFICE_CRASH = "office crash"
    CENTRE_CRASH_BEFORE = "centre crash before commit"
    CENTRE_CRASH_AFTER = "centre crash after commit"
    OFFICE_FULL = "office disk full"
    CENTRE_FULL = "centre disk full"
    CLOCK = "clock jump"
    SECOND_DEVICE = "second device"
    EDIT = "user edit"
    REVOKED = "revoked device"
    EPOCH = "epoch change"


Phases = frozenset[Phase]
Cell = tuple[Phase, Strike]
NOWHERE: Phases = frozenset()
_ON_THE_LINE = (Strike.CUT, Strike.LOST_REPLY, Strike.DUPLICATE, Strike.REORDER)
_AT_THE_CENTRE = (Strike.CENTRE_CRASH_BEFORE, Strike.CENTRE_CRASH_AFTER, Strike.CENTRE_FULL)


def _cannot() -> Iterator[tuple[Iterable[Phase], Iterable[Strike], str]]:
    yield [Phase.PAGES], _AT_THE_CENTRE, "the answer is read whole before it is sent: to the office this is a cut"
    yield [Phase.DECIDE], [Strike.CUT], "nothing travels while the centre decides: a lost reply, or a late request"
    yield [Phase.MIGRATION], _ON_THE_LINE, "a file is brought up to date before any line is used"
    yield [Phase.MIGRATION], [Strike.CLOCK], "no step of a migration reads a clock"
    yield [Phase.MIGRATION], [Strike.EDIT, Strike.SECOND_DEVICE], "nobody is let in before it has ended"


CANNOT: Mapping[Cell, str] = {cell: why for phases, strikes, why in _cannot() for cell in product(phases, strikes)}
"""The cells that cannot happen, each with the reason; all others must be struck by `make prove`."""
REACHABLE: Sequence[Cell] = [cell for cell in product(Phase, Strike) if cell not in CANNOT]


class Matrix:
    """How often each kind of fault struck in each phase."""

    def __init__(self) -> None:
        self.counts: Counter[Cell] = Counter()

    def strike(self, strike: Strike, phases: Phases) -> None:
        """Count one fault in every phase that it struck."""
        self.counts.update((phase, strike) for phase in phases)

    def flat(self) -> dict[str, int]:
        """The counts under plain names, to be added up elsewhere."""
        return {f"{phase}/{strike}": count for (phase, strike), count in sorted(self.counts.items())}


def table(counts: Mapping[str, int]) -> list[str]:
    """The matrix in lines: a row a fault, a column a phase; `-` where it cannot happen."""
    lines = [" ".join([f"{'':26}", *(f"{phase:>10}" for phase in Phase)])]
    for strike in Strike:
        cells = ("-" if (p, strike) in CANNOT else str(counts.get(f"{p}/{strike}", 0)) for p in Phase)
        lines.append(" ".join([f"{strike:26}", *(f"{cell:>10}" for cell in cells)]))
    return lines


def never_struck(counts: Mapping[str, int]) -> list[str]:
    """The cells that can happen and did not."""
    return [name for phase, strike in REACHABLE if not counts.get(name := f"{phase}/{strike}")]


def impossible(counts: Mapping[str, int]) -> list[str]:
    """The cells that were declared impossible and happened."""
    return [name for phase, strike in CANNOT if counts.get(name := f"{phase}/{strike}")]


def of_request(payloads: Sequence[bytes], epoch: int) -> Phases:
    """What a request is about: its upward frames, and whether its office knows the centre's epoch."""
    if not payloads:
        return NOWHERE
    hello = codec.open_hello(payloads[0])
    kinds = {FrameType(payload[0]) for payload in payloads[1:]}
    found = set[Phase]()
    if hello.first or FrameType.OPERATIONS in kinds:
        found.add(Phase.PUSH)
    if not all(mark.complete for mark in hello.scopes):
        found.add(Phase.FIRST_COPY)
    if kinds & {FrameType.COMPARE, FrameType.HASHES}:
        found.add(Phase.REPAIR)
    if any(mark.epoch < epoch for mark in hello.scopes):
        found.add(Phase.RESTORE)
    return frozenset(found)


def of_frame(frame: Frame) -> Phases:
    """What a frame of an answer is about."""
    if isinstance(frame, Page):
        leaves = any(change.kind and change.fields == GONE_FIELDS for change in frame.changes)
        return frozenset({Phase.PAGES, Phase.EVICTION} if leaves else {Phase.PAGES})
    if isinstance(frame, Copy):
        return frozenset({Phase.FIRST_COPY})
    if isinstance(frame, Sums | Mending):
        return frozenset({Phase.REPAIR})
    if isinstance(frame, NewHistory):
        return frozenset({Phase.RESTORE})
    return frozenset({Phase.REPLY})


def is_end(frame: Frame) -> bool:
    """True for the frame after which nothing more is asked."""
    return isinstance(frame, End) and not frame.more
