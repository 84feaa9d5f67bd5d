"""What one client may take of the server, so that no slow, silent or greedy one takes it from the others.

Before a signature is proven, an address is all that is known of a client: it holds few requests at once, and each must
come soon. After that the laptop itself is limited, never its address, which it may share with a whole province.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import anyio
import anyio.to_thread

from sync.protocol.errors import WireCode, WireError

T = TypeVar("T")
WORKERS = 2
"""Jobs of the exchange that one process does at once: one works, the others wait for the database or for its turn.
Fewer than its connections (storage/database.py), so that none waits for one and the console always gets one."""
GIVES_WAY = 4
"""An import gives way so many times as long as its last slice took, at most: however many others come, a fifth of the
time is left to it."""
_KEYS = 4096
"""So many clients are remembered; who is forgotten starts with a full bucket."""


class TooSlow(Exception):
    """A client sends or reads nothing, or nearly nothing, for too long."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one server. Lines of 32 kbit/s with a second of delay stay far within all of them."""

    opening_s: float = 30.0
    """The first frame, which proves who asks, is whole within so many seconds."""
    stall_s: float = 60.0
    """No longer without a byte, up or down."""
    slow_after_s: float = 120.0
    slowest_bytes_s: float = 100.0
    """After two minutes a request has come at this pace at least."""
    strangers: int = 256
    """Requests of one address at once that have not proven who asks: a whole country may stand behind one proxy."""
    conversations: int = 2
    """Requests of one laptop at once: the second is the one that asks again before the first is given up."""
    requests_s: float = 4.0
    requests_burst: int = 240
    """Requests of one laptop, in the long run and at once: an import sends many."""
    codes_s: float = 0.5
    codes_burst: int = 20
    """Tries of one address at one-time codes."""
    retry_s: int = 30


class Buckets:
    """For each key so many at once, and so many a second in the long run."""

    def __init__(self, per_s: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_s = per_s
        self._burst = burst
        self._clock = clock
        self._full: OrderedDict[object, tuple[float, float]] = OrderedDict()

    def take(self, key: object) -> bool:
        """Take one; False when there is none left for this key."""
        now = self._clock()
        left, at = self._full.pop(key, (float(self._burst), now))
        left = min(self._burst, left + (now - at) * self._per_s)
        taken = left >= 1
        self._full[key] = (left - taken, now)
        while len(self._full) > _KEYS:
            self._full.popitem(last=False)
        return taken


class Gate:
    """Who is being served now."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._strangers: Counter[object] = Counter()
        self._laptops: Counter[object] = Counter()
        self._requests = Buckets(limits.requests_s, limits.requests_burst)
        self._codes = Buckets(limits.codes_s, limits.codes_burst)
        self._workers = anyio.CapacityLimiter(WORKERS)
        self._jobs = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.stretching = asyncio.Semaphore(1)
        """One code at a time is made slow: guessing never takes the processors from those who exchange."""

    async def work(self, job: Callable[..., T], *arguments: object) -> T:
        """Run a job of the exchange on one of the workers; whoever came first is first."""
        self._jobs += 1
        self._idle.clear()
        try:
            return await anyio.to_thread.run_sync(partial(job, *arguments), limiter=self._workers)
        finally:
            self._jobs -= 1
            if not self._jobs:
                self._idle.set()

    async def way_given(self, took_s: float) -> None:
        """Wait until no job runs or waits, for a while at most: whoever has much left lets the others go first.

        `took_s`: how long its last job took.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(GIVES_WAY * took_s):
                while self._jobs:  # whoever was served may have gone on at once
                    await self._idle.wait()

    @contextmanager
    def stranger(self, address: str) -> Iterator[None]:
        """While an address has not proven who asks; WireError BUSY when it has too many such requests."""
        with self._one(self._strangers, address, self.limits.strangers):
            yield

    @contextmanager
    def laptop(self, device: int) -> Iterator[None]:
        """While a laptop is served; WireError BUSY when it asks too often, or several times at once."""
        with self._one(self._laptops, device, self.limits.conversations):
            if not self._requests.take(device):
                raise WireError(WireCode.BUSY, self.limits.retry_s)
            yield

    def code(self, address: str) -> None:
        """Before a one-time code is looked at; WireError BUSY when this address tries too many."""
        if not self._codes.take(address):
            raise WireError(WireCode.BUSY, self.limits.retry_s)

    @contextmanager
    def _one(self, counted: Counter[object], key: object, limit: int) -> Iterator[None]:
        if counted[key] >= limit:
            raise WireError(WireCode.BUSY, self.limits.retry_s)
        counted[key] += 1
        try:
            yield
        finally:
            counted[key] -= 1
            if not counted[key]:
                del counted[key]


class Pace:
    """Whether one request comes at a pace that a line can have."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._clock = clock
        self._began = clock()
        self._bytes = 0
        self.known = False
        """The first frame is here: the client has proven who it is."""

    def patience(self) -> float:
        """How many seconds the next bytes may take."""
        if self.known:
            return self._limits.stall_s
        return max(self._began + self._limits.opening_s - self._clock(), 0)

    def came(self, count: int) -> None:
        """Some bytes came; raises TooSlow when too few have by now."""
        self._bytes += count
        took = self._clock() - self._began
        if took > self._limits.slow_after_s and self._bytes < took * self._limits.slowest_bytes_s:
            raise TooSlow
