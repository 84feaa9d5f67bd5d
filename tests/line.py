"""A bad line: a TCP relay that counts every byte, can be slow, and cuts where a test says."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Self

_PIECE = 1024
_HEAD_END = b"\r\n\r\n"
_RESET = struct.pack("ii", 1, 0)


@dataclass
class Faults:
    """What the next connection suffers. Bytes are counted after the HTTP head of that direction."""

    cut_up_after: int | None = None
    cut_down_after: int | None = None
    bytes_a_second: int | None = None
    delay_s: float = 0.0


class Line:
    """A relay on the loopback, in front of an address. `bytes_up` and `bytes_down` count what really travelled."""

    def __init__(self, port: int) -> None:
        self._target = ("127.0.0.1", port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._closing = threading.Event()
        self._threads: list[threading.Thread] = []
        self._open: set[socket.socket] = set()
        self._faults = Faults()
        self.bytes_up = self.bytes_down = self.connections = 0

    @property
    def address(self) -> str:
        """Where an office finds the centre through this line."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        for one in list(self._open):
            _reset(one)
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def suffer(self, faults: Faults) -> None:
        """End the connections that are open; the next one has these faults."""
        self._faults = faults
        for one in list(self._open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _start(self, target: object, *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)  # type: ignore[arg-type]  # bound methods
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                office, _ = self._listener.accept()
            except OSError:
                return
            faults, self._faults = self._faults, Faults()
            self.connections += 1
            centre = socket.create_connection(self._target)
            self._open |= {office, centre}
            self._start(self._relay, office, centre, faults, True)
            self._start(self._relay, centre, office, faults, False)

    def _relay(self, source: socket.socket, target: socket.socket, faults: Faults, up: bool) -> None:
        cut = faults.cut_up_after if up else faults.cut_down_after
        head, body = b"", -1  # the body begins after the head's end
        with contextlib.suppress(OSError):
            while piece := source.recv(_PIECE):
                if body < 0:
                    head += piece
                    at = head.find(_HEAD_END)
                    body = len(head) - at - len(_HEAD_END) if at >= 0 else -1
                else:
                    body += len(piece)
                over = max(0, body - cut) if cut is not None else 0
                kept = piece[: len(piece) - over]
                self._pace(len(kept), faults)
                target.sendall(kept)
                if up:
                    self.bytes_up += len(kept)
                else:
                    self.bytes_down += len(kept)
                if cut is not None and body >= cut:
                    break
        # A reset would also throw away what has arrived and is not read yet: the end comes after those bytes.
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_WR)
        if cut is not None and body >= cut:
            _reset(source)

    def _pace(self, count: int, faults: Faults) -> None:
        seconds = faults.delay_s + (count / faults.bytes_a_second if faults.bytes_a_second else 0.0)
        if seconds:
            self._closing.wait(seconds)  # this is the line's own slowness; closing ends it at once


def _reset(one: socket.socket) -> None:
    """Close as a broken line does: the other side gets a reset."""
    with contextlib.suppress(OSError):
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
