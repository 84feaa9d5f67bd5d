"""The peer: a well-made JSON batch, zstd level 19, over the same HTTP. It verifies, merges and resumes nothing.

Short ids, field numbers for names, arrays of arrays, one request; what is the same for all edits stands once.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import requests
import uvicorn
from backports import zstd
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sync.domain import catalog
from sync.domain.operation import Operation
from sync.domain.record import Row
from tests.benchmarks.proxy import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sync.domain.fields import Value

LEVEL = 19
_TOKEN = "Bearer 3q2-7wAAAABhbm9uZW9mdGhlcmVhbG9uZXNhdGFsbA"  # a made-up token of the usual length
_START_S = 20.0


def packed(content: object) -> bytes:
    """JSON without spaces, compressed as hard as is still usual."""
    return zstd.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), LEVEL)


def edits(operations: Iterable[Operation]) -> list[object]:
    """Operations as [kind, row, dossier when it is another row, field, value, field, value, ...]."""
    made: list[object] = []
    for one in operations:
        kind = catalog.BY_NAME[one.kind]
        about = [kind.number, one.row] if one.dossier == one.row else [kind.number, one.row, one.dossier]
        made.append([about, *_pairs(one.kind, one.fields)])
    return made


def copy(rows: Iterable[Row]) -> list[object]:
    """Rows as one table a kind: field numbers once, then [row, dossier, value, value, ...]."""
    by_kind: dict[str, list[Row]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(row)
    tables: list[object] = []
    for kind, some in by_kind.items():
        fields = [f for f in catalog.BY_NAME[kind].fields if any(row.get(f.name) is not None for row in some)]
        body = [[row.id, row.dossier, *(row.get(f.name) for f in fields)] for row in some]
        tables.append([kind, [f.number for f in fields], body])
    return tables


def _pairs(kind: str, fields: Mapping[str, Value]) -> Sequence[object]:
    numbers = catalog.BY_NAME[kind].by_name
    return [part for name, value in fields.items() for part in (numbers[name].number, value)]


def batch_bytes(up: object, down: object) -> int:
    """Send `up` and get `down` in one request over real HTTP; gives all bytes of both directions with headers."""
    with _answering(packed(down)) as port, Line("127.0.0.1", port) as line:
        headers = {"User-Agent": "massar", "Accept-Encoding": "identity", "Authorization": _TOKEN}
        answer = requests.post(f"{line.address}/batch", data=packed(up), headers=headers, timeout=60)
        answer.raise_for_status()
        return line.bytes


@contextmanager
def _answering(body: bytes) -> Iterator[int]:
    """A server that takes a batch and gives this answer; yields its port."""
    started = threading.Event()

    async def batch(request: Request) -> Response:
        json.loads(zstd.decompress(await request.body()))
        return Response(body, media_type="application/octet-stream")

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]  # sockets' type
            await super().startup(None)
            started.set()

    app = Starlette(routes=[Route("/batch", batch, methods=["POST"])])
    server = Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", server_header=False))
    thread = threading.Thread(target=server.run, name="batch", daemon=True)
    thread.start()
    if not started.wait(_START_S):
        raise TimeoutError("the batch server did not start")
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(_START_S)
