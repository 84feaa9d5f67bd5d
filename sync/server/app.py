"""The ASGI application: builds and wires, decodes, calls, encodes; no decisions."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing, suppress

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import iterate_in_threadpool, run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from sync.protocol import codec
from sync.protocol.columns import newest
from sync.protocol.errors import HTTP_STATUS, WireCode, WireError
from sync.protocol.exchange import EnrolRequest
from sync.protocol.messages import CONTENT_TYPE, REQUEST_LIMIT, Fault
from sync.server.service import Centre, Conversation
from sync.storage.errors import StorageError

_log = logging.getLogger(__name__)
_OK = 200
_BUSY_RETRY_S = 30
_ENROL_LIMIT = 4096
_AHEAD = 1_048_576
"""Bytes of a request that are read while what came before them is stored."""


def make_app(centre: Centre) -> Starlette:
    """The centre as an ASGI application."""
    newest()  # read before the first office waits for it

    async def sync(request: Request) -> Response:
        try:
            conversation = await _receive(centre, request)
            status, frames = await run_in_threadpool(_begun, conversation)
        except (WireError, StorageError) as wrong:
            return _fault(wrong)
        except ClientDisconnect:
            # Whole frames are stored; the office offers them again and gets the same answers.
            return Response(status_code=499)
        return StreamingResponse(_encoded(frames), status_code=status, media_type=CONTENT_TYPE)

    async def enrol(request: Request) -> Response:
        try:
            body = await _limited(request)
            asked = msgspec.json.decode(body, type=EnrolRequest)
            answer = await run_in_threadpool(centre.enrol, asked)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return _fault(WireError(WireCode.MALFORMED))
        except (WireError, StorageError) as wrong:
            return _fault(wrong)
        return Response(msgspec.json.encode(answer), media_type="application/json")

    async def health(_: Request) -> Response:
        return JSONResponse({"status": "ok"})

    return Starlette(
        routes=[
            Route("/sync", sync, methods=["POST"]),
            Route("/enrol", enrol, methods=["POST"]),
            Route("/health", health, methods=["GET"]),
        ]
    )


async def _receive(centre: Centre, request: Request) -> Conversation:
    """Store each upward frame as soon as it is whole; decide once the last one is here."""
    splitter = codec.Splitter()
    conversation: Conversation | None = None
    received = 0
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > REQUEST_LIMIT:
        raise WireError(WireCode.TOO_LARGE)
    async with aclosing(_read_ahead(request)) as chunks:
        async for chunk in chunks:
            received += len(chunk)
            if received > REQUEST_LIMIT:
                raise WireError(WireCode.TOO_LARGE)
            for payload in splitter.feed(chunk):
                if conversation is None:
                    conversation = await run_in_threadpool(centre.open, payload)
                else:
                    await run_in_threadpool(conversation.receive, payload)
    if conversation is None or splitter.waiting:
        raise WireError(WireCode.MALFORMED)
    await run_in_threadpool(conversation.decide)
    if centre.audit.is_due(centre.now_ms()):
        await run_in_threadpool(centre.audit.anchor, centre.now_ms(), centre.fence)
    return conversation


async def _read_ahead(request: Request) -> AsyncGenerator[bytes, None]:
    """A request's body as it comes; raises ClientDisconnect at the end of one that was cut.

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
        while (chunk := await arrived.get()) is not None:
            if isinstance(chunk, ClientDisconnect):
                raise chunk
            yield chunk
            waiting -= len(chunk)
            if waiting < _AHEAD:
                room.set()
    finally:
        pumping.cancel()
        with suppress(asyncio.CancelledError):
            await pumping


def _begun(conversation: Conversation) -> tuple[int, Iterator[bytes]]:
    """The status and the answer's frames as bytes; the first one is made here, so that a refusal has its own status."""
    frames = (codec.down(frame, conversation.dictionary) for frame in conversation.answer())
    first = next(frames)

    def all_of() -> Iterator[bytes]:
        yield first
        yield from frames

    return HTTP_STATUS[conversation.refused] if conversation.refused else _OK, all_of()


async def _encoded(frames: Iterator[bytes]) -> AsyncIterator[bytes]:
    async for frame in iterate_in_threadpool(frames):
        yield frame


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
