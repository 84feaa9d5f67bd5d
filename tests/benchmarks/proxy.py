"""A line between an office and the centre: counts every byte of both directions and, when asked, is slow.

A slow line has a rate for each direction, shared by all its connections, and a round trip. Opening a connection costs
what it costs over a real one: a round trip for TCP, another for TLS 1.3, and the handshake's bytes at the line's rate
(they are not counted: sync.md 6 leaves the handshake out of the bytes and in the seconds).
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

HANDSHAKE_BYTES = 2200
"""TLS 1.3 with an ECDSA certificate: some 1,700 bytes down (sync.md 3.10) and 500 up."""
_HANDSHAKE_ROUND_TRIPS = 2
_CHUNK, _QUEUED = 1024, 256
_OPEN_S = 20.0


@dataclass(frozen=True, slots=True)
class Speed:
    """Bits a second in each direction and seconds for a round trip."""

    bits_s: float
    round_trip_s: float

    @property
    def opening_s(self) -> float:
        """Seconds until a new connection carries its first byte."""
        return _HANDSHAKE_ROUND_TRIPS * self.round_trip_s + self.seconds(HANDSHAKE_BYTES)

    def seconds(self, size: float) -> float:
        """How long so many bytes take to pass."""
        return size * 8 / self.bits_s

    def modelled_s(self, up: int, down: int, requests: int) -> float:
        """What an exchange must take on a cold connection, without any computing at either end."""
        return self.opening_s + self.seconds(up + down) + requests * self.round_trip_s


RURAL = Speed(64_000, 1.0)
"""The line that the figures are given for (sync.md 6)."""


class _Cut(Exception):
    """The line breaks here."""


class Counter:
    """The bytes of one direction, and of the first HTTP head in it."""

    def __init__(self) -> None:
        self.bytes = 0
        self.head = 0
        self._start = b""
        self.free_at = 0.0

    def take(self, data: bytes) -> None:
        """Count some bytes."""
        self.bytes += len(data)
        if not self.head:
            self._start += data
            end = self._start.find(b"\r\n\r\n")
            if end >= 0:
                self.head, self._start = end + 4, b""


class Line:
    """A counting TCP proxy on the loopback, in a thread of its own; use it with `with`."""

    def __init__(self, host: str, port: int, speed: Speed | None = None, cuts: Iterable[int] = ()) -> None:
        """`cuts` are the numbers of bytes, of both directions together, after which every connection breaks.

        What was counted before a cut has arrived: what this proxy had read ahead of a slow reader, and threw away, once
        was nine tenths of what twenty cuts seemed to cost.
        """
        self.up, self.down = Counter(), Counter()
        self.cuts = sorted(cuts)
        """Those still to come."""
        self._target = (host, port)
        self._speed = speed
        self._port = 0
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="line", daemon=True)
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def address(self) -> str:
        """Where the centre is reached over this line."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def bytes(self) -> int:
        """All that has passed, both directions."""
        return self.up.bytes + self.down.bytes

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(_OPEN_S):
            raise TimeoutError("the line did not open")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_OPEN_S)

    def _run(self) -> None:
        loop = self._loop
        asyncio.set_event_loop(loop)
        server = loop.run_until_complete(asyncio.start_server(self._connected, "127.0.0.1", 0))
        self._port = server.sockets[0].getsockname()[1]
        self._ready.set()
        loop.run_forever()
        server.close()
        for task in self._tasks:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*self._tasks, return_exceptions=True))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        try:
            far_reader, far_writer = await asyncio.open_connection(*self._target)
        except OSError:
            writer.close()
            return
        opened = self._loop.time() + (self._speed.opening_s if self._speed else 0.0)
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(self._direction(reader, far_writer, self.up, opened))
                both.create_task(self._direction(far_reader, writer, self.down, opened))
        except asyncio.CancelledError:
            pass  # the line is taken down while a kept connection is still open
        except ExceptionGroup as wrong:
            if wrong.subgroup(_Cut) is None:
                raise
            writer.transport.abort()  # what was on its way is lost
            far_writer.transport.abort()
        finally:
            writer.close()
            far_writer.close()

    async def _direction(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, counter: Counter, opened: float
    ) -> None:
        """Carry bytes one way: each chunk arrives when the line was free for it, half a round trip later."""
        queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(_QUEUED)
        async with asyncio.TaskGroup() as both:
            both.create_task(_deliver(queue, target))
            while data := await _read(source):
                breaks = bool(self.cuts) and self.bytes + len(data) > self.cuts[0]
                if breaks:
                    data = data[: max(self.cuts.pop(0) - self.bytes, 0)]
                counter.take(data)
                due = 0.0
                if self._speed:
                    start = max(counter.free_at, self._loop.time(), opened)
                    counter.free_at = start + self._speed.seconds(len(data))
                    due = counter.free_at + self._speed.round_trip_s / 2
                if data:
                    await queue.put((due, data))
                if breaks:
                    await queue.join()
                    raise _Cut
            await queue.put((0.0, b""))


async def _read(source: asyncio.StreamReader) -> bytes:
    try:
        return await source.read(_CHUNK)
    except ConnectionError:
        return b""  # the other side left without a goodbye: the same as its end


async def _deliver(queue: asyncio.Queue[tuple[float, bytes]], target: asyncio.StreamWriter) -> None:
    loop = asyncio.get_running_loop()
    target.transport.set_write_buffer_limits(0)  # drained: the system has it all
    while True:
        due, data = await queue.get()
        if not data:
            if target.can_write_eof():
                target.write_eof()
            return
        if due > loop.time():
            arrived = asyncio.Event()
            loop.call_at(due, arrived.set)
            await arrived.wait()
        target.write(data)
        try:
            await target.drain()
        except ConnectionError:
            return
        queue.task_done()
