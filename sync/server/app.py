"""The ASGI application: builds and wires, decodes, calls, encodes; no decisions."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import ExitStack, aclosing, suppress
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from sync.protocol import codec
from sync.protocol.columns import newest
from sync.protocol.errors import HTTP_STATUS, WireCode, WireError
from sync.protocol.exchange import EnrolRequest
from sync.protocol.messages import CONTENT_TYPE, REQUEST_LIMIT, Fault
from sync.server.console.routes import Console
from sync.server.limits import Gate, Limits, Pace, TooSlow
from sync.server.service import Centre, Conversation
from sync.server.watch import Watch
from sync.storage.errors import StorageError

_log = logging.getLogger(__name__)
_OK = 200
T = TypeVar("T")
_BUSY_RETRY_S = 30
_OPENING_BYTES = 65_536
"""No client sends more before it has proven who it is."""
_ENROL_LIMIT = 4096
_AT_ONCE = 32_768
"""So many bytes of an answer are made before its first ones are sent; nearly all answers are smaller."""
_ONE_PIECE = 1_400
"""An answer of so many bytes, one packet of a line, goes in one piece; of a longer one each frame is its own piece, so
that where the line is cut the office has all frames before."""
_AHEAD = 262_144
"""Bytes of a request that are read while what came before them is stored."""


def make_app(centre: Centre, limits: Limits | None = None) -> Starlette:
    """The centre as an ASGI application."""
    newest()  # read before the first office waits for it
    gate = Gate(limits or Limits())

    async def sync(request: Request) -> Response:
        try:
            begun = await _exchange(centre, gate, request)
        except TooSlow:
            return Response(status_code=408)
        except (WireError, StorageError) as wrong:
            return _fault(wrong)
        except ClientDisconnect:
            # Whole frames are stored; the office offers them again and gets the same answers.
            return Response(status_code=499)
        return _Answer(gate, begun)

    async def enrol(request: Request) -> Response:
        try:
            gate.code(_address(request))
            async with asyncio.timeout(gate.limits.opening_s):
                body = await _limited(request)
            asked = msgspec.json.decode(body, type=EnrolRequest)
            async with gate.stretching:
                answer = await gate.work(centre.enrol, asked)
        except TimeoutError:
            return Response(status_code=408)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return _fault(WireError(WireCode.MALFORMED))
        except (WireError, StorageError) as wrong:
            return _fault(wrong)
        return Response(msgspec.json.encode(answer), media_type="application/json")

    watch = Watch(centre)

    app = Starlette(
        routes=[
            Route("/sync", sync, methods=["POST"]),
            Route("/enrol", enrol, methods=["POST"]),
            *watch.routes(),
            *Console(centre, centre.keys.console if centre.keys else secrets.token_bytes(32)).routes(),
        ]
    )
    app.add_middleware(watch.around)
    return app


async def _exchange(centre: Centre, gate: Gate, request: Request) -> _Begun:
    """Status and answer of one request; what it takes of the server is given back on the way out."""
    with ExitStack() as served:
        conversation, last = await _receive(centre, gate, request, served)
        slices = conversation.slices(last)
        begun = await gate.work(_decided, centre, conversation, slices)
        while isinstance(begun, float):
            await gate.way_given(begun)
            begun = await gate.work(_decided, centre, conversation, slices)
        return begun


async def _receive(centre: Centre, gate: Gate, request: Request, served: ExitStack) -> tuple[Conversation, bytes]:
    """Store each upward frame as soon as it is whole, until the last one is here.

    Where the request said how long it is, the last one is given back, checked: it is stored and decided at once.
    """
    splitter, pace = codec.Splitter(), Pace(gate.limits)
    conversation: Conversation | None = None
    received = 0
    stranger = ExitStack()
    served.push(stranger)
    stranger.enter_context(gate.stranger(_address(request)))
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > REQUEST_LIMIT:
        raise WireError(WireCode.TOO_LARGE)
    async with aclosing(_read_ahead(request, pace)) as chunks:
        async for chunk in chunks:
            received += len(chunk)
            if received > (REQUEST_LIMIT if conversation is not None else max(_OPENING_BYTES, len(chunk))):
                raise WireError(WireCode.TOO_LARGE)
            payloads = list(splitter.feed(chunk))
            whole = declared == str(received) and not splitter.waiting
            for at, payload in enumerate(payloads, start=1):
                last = whole and at == len(payloads)
                if conversation is None:
                    conversation = await gate.work(centre.begin if last else centre.open, payload)
                    served.enter_context(gate.laptop(conversation.device.number))
                    stranger.close()
                    pace.known = True
                    if last:
                        return conversation, conversation.hello.first
                elif last:
                    return conversation, conversation.check(payload)
                else:
                    await gate.work(conversation.receive, payload)
    if conversation is None or splitter.waiting:
        raise WireError(WireCode.MALFORMED)
    return conversation, b""


async def _read_ahead(request: Request, pace: Pace) -> AsyncGenerator[bytes, None]:
    """A request's body as it comes; raises ClientDisconnect at the end of one that was cut, TooSlow when one stalls.

    Read while earlier frames are stored: the server forgets what has arrived and was not read when a line is cut, and
    the office would have to send it again.
    """
    arrived: asyncio.Queue[bytes | ClientDisconnect | None] = asyncio.Queue()
    room, waiting = asyncio.Event(), 0
    room.set()

    async def pump() -> None:
        nonlocal waiting
        try:
            async for chunk in request.stream():
                waiting += len(chunk)
                arrived.put_nowait(chunk)
                if waiting >= _AHEAD:
                    room.clear()
                    await room.wait()
        except ClientDisconnect as gone:
            arrived.put_nowait(gone)
        else:
            arrived.put_nowait(None)

    pumping = asyncio.create_task(pump())
    try:
        while (chunk := await _soon(arrived, pace)) is not None:
            if isinstance(chunk, ClientDisconnect):
                raise chunk
            pace.came(len(chunk))
            yield chunk
            waiting -= len(chunk)
            if waiting < _AHEAD:
                room.set()
    finally:
        pumping.cancel()
        with suppress(asyncio.CancelledError):
            await pumping


async def _soon(arrived: asyncio.Queue[T], pace: Pace) -> T:
    """The next thing to arrive; raises TooSlow when it is long in coming."""
    try:
        async with asyncio.timeout(pace.patience()):
            return await arrived.get()
    except TimeoutError as silent:
        raise TooSlow from silent


class _Answer(StreamingResponse):
    """An answer that is given up when its reader takes nothing of it any more."""

    def __init__(self, gate: Gate, begun: _Begun) -> None:
        super().__init__(_encoded(gate, begun), status_code=begun.status, media_type=CONTENT_TYPE)
        self._stall_s, self._is_whole = gate.limits.stall_s, begun.others is None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nobody needs to watch for a reader that leaves where nothing is left to be made for it."""
        if self._is_whole:
            await self.stream_response(send)
        else:
            await super().__call__(scope, receive, send)

    async def stream_response(self, send: Send) -> None:
        """Send it, each piece within the time that a silence may take."""

        async def soon(message: Message) -> None:
            async with asyncio.timeout(self._stall_s):
                await send(message)

        with suppress(TimeoutError):
            await super().stream_response(soon)


def _address(request: Request) -> str:
    return request.client.host if request.client is not None else ""


@dataclass(frozen=True, slots=True)
class _Begun:
    """An answer: its status, its first frames as bytes, and the others, made as they are sent."""

    status: int
    first: list[bytes]
    others: Iterator[bytes] | None


def _decided(centre: Centre, conversation: Conversation, slices: Iterator[None]) -> _Begun | float:
    """Decide a slice, and begin the answer where it was the last: a clerk's day is one job, so that in a wave whoever
    came first is also answered first. Where more slices are left it gives how many seconds this one took.
    """
    began = time.monotonic()
    for _ in slices:
        return time.monotonic() - began
    if centre.audit.is_due(centre.now_ms()):
        centre.audit.anchor(centre.now_ms(), centre.fence)
    frames = (codec.down(frame, conversation.dictionary) for frame in conversation.answer())
    first, size = [], 0
    for frame in frames:
        first.append(frame)
        size += len(frame)
        if size >= _AT_ONCE:
            break
    status = HTTP_STATUS[conversation.refused] if conversation.refused else _OK
    if size <= _ONE_PIECE:
        first = [b"".join(first)]
    return _Begun(status, first, frames if size >= _AT_ONCE else None)


async def _encoded(gate: Gate, begun: _Begun) -> AsyncIterator[bytes]:
    for piece in begun.first:
        yield piece
    others = begun.others
    while others is not None and (more := await gate.work(next, others, None)) is not None:
        yield more


async def _limited(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _ENROL_LIMIT:
            raise WireError(WireCode.TOO_LARGE)
    return bytes(body)


def _fault(wrong: WireError | StorageError) -> Response:
    if isinstance(wrong, StorageError):
        _log.error("the database failed: %s", wrong.code)
        wrong = WireError(WireCode.BUSY, _BUSY_RETRY_S)
    body = codec.down(Fault(wrong.code.value, wrong.retry_after_s))
    return Response(body, status_code=HTTP_STATUS[wrong.code], media_type=CONTENT_TYPE)
