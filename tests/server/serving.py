"""The centre behind real HTTP: uvicorn in a thread on a free port of the loopback."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import uvicorn

from sync.protocol import codec
from sync.protocol.messages import Frame
from sync.server.app import make_app
from sync.server.limits import Limits
from sync.server.service import Centre


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


class Serving:
    """A context in which a centre answers at `address`."""

    def __init__(
        self,
        centre: Centre,
        port: int = 0,
        files: tuple[Path, Path] | None = None,
        limits: Limits | None = None,
    ) -> None:
        """`files` are the certificate and the key of a centre that speaks TLS."""
        config = uvicorn.Config(
            make_app(centre, limits),
            log_config=None,
            lifespan="off",
            server_header=False,
            ssl_certfile=files[0] if files else None,
            ssl_keyfile=files[1] if files else None,
        )
        self._server = _Server(config)
        self._socket = socket.create_server(("127.0.0.1", port))
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), daemon=True)

    @property
    def port(self) -> int:
        """Where it listens."""
        port: int = self._socket.getsockname()[1]
        return port

    @property
    def address(self) -> str:
        """Where an office finds it."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def idle(self) -> bool:
        """True when no request is being worked on, not even one whose line was cut."""
        return not self._server.server_state.tasks

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._server.ready.wait(30), "uvicorn did not start"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()


@dataclass(frozen=True)
class Answer:
    """An HTTP answer, byte for byte, and the frames in it."""

    status: int
    body: bytes
    frames: list[Frame]


def post(port: int, body: bytes | Iterable[bytes], path: str = "/sync") -> Answer:
    """Send bytes as a hostile program might; an iterable goes in chunks without a length."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("POST", path, body=body, encode_chunked=not isinstance(body, bytes))
        answer = connection.getresponse()
        content = answer.read()
    finally:
        connection.close()
    return Answer(answer.status, content, [codec.unpack_down(payload) for payload in codec.Splitter().feed(content)])
