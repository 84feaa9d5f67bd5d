"""Watches the server at work: a line of log for each request, and figures that a Prometheus reads at /metrics.

Neither holds anything of a person: no address, no account, no laptop, no province; only which sort of request it was,
how it ended, how long it took and how many bytes went either way.
"""

from __future__ import annotations

import json
import logging
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import func, select
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.server.remembered import STORED, WAITING
from sync.server.service import Centre
from sync.storage.errors import StorageError
from sync.storage.ledger import UNDECIDED, undecided

_log = logging.getLogger("massar.requests")
_ROUTES = ("/sync", "/enrol", "/health", "/metrics", "/console")
_BOUNDS = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 120.0)
"""Seconds; the last ones are slow lines, not slow computing."""
EXPOSITION = "text/plain; version=0.0.4"
"""The form of Prometheus' text exposition that is written here."""
_READ_AGAIN_S = 15.0
_LOOPBACK = ("127.0.0.1", "::1")


class JsonLines(logging.Formatter):
    """Each record as one JSON object: time, level, logger, message, and what the record adds as `facts`."""

    def format(self, record: logging.LogRecord) -> str:
        """See logging.Formatter."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told = {"at": at, "level": record.levelname.lower(), "logger": record.name, "message": record.getMessage()}
        told |= getattr(record, "facts", {})
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


def log_as_json(level: str) -> None:
    """From now on all logs are JSON lines on the standard error output, from this level on."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)


class Watch:
    """What was seen since this process started."""

    def __init__(self, centre: Centre) -> None:
        self._centre = centre
        self._requests: Counter[tuple[str, int]] = Counter()
        self._seconds: dict[str, float] = {}
        self._within: dict[str, list[int]] = {}
        self._bytes: Counter[str] = Counter()
        self.running = 0
        self._stored: dict[str, int] = {}
        self._read_at = -_READ_AGAIN_S

    def around(self, app: ASGIApp) -> ASGIApp:
        """The same application, watched."""

        async def watched(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            went = {"status": 0, "up": 0, "down": 0}

            async def received() -> Message:
                message = await receive()
                went["up"] += len(message.get("body", b""))
                return message

            async def sent(message: Message) -> None:
                went["status"] = message.get("status", went["status"])
                went["down"] += len(message.get("body", b""))
                await send(message)

            began = time.monotonic()
            self.running += 1
            try:
                await app(scope, received, sent)
            finally:
                self.running -= 1
                self._ended(_route(scope["path"]), went, time.monotonic() - began)

        return watched

    def _ended(self, route: str, went: dict[str, int], seconds: float) -> None:
        self._requests[route, went["status"]] += 1
        self._seconds[route] = self._seconds.get(route, 0.0) + seconds
        self._within.setdefault(route, [0] * (len(_BOUNDS) + 1))[bisect_left(_BOUNDS, seconds)] += 1
        self._bytes["up"] += went["up"]
        self._bytes["down"] += went["down"]
        facts = {"route": route, **went, "ms": round(seconds * 1000)}
        _log.info("request", extra={"facts": facts})

    def routes(self) -> list[BaseRoute]:
        """Where to ask whether it is well, and for its figures."""
        return [Route("/health", self._health, methods=["GET"]), Route("/metrics", self._metrics, methods=["GET"])]

    async def _health(self, _: Request) -> Response:
        """Whether it can answer offices: the database is asked."""
        try:
            await run_in_threadpool(self._asks)
        except StorageError as wrong:
            return JSONResponse({"status": wrong.code}, 503)
        return JSONResponse({"status": "ok"})

    async def _metrics(self, request: Request) -> Response:
        """For the machine itself only: whoever scrapes stands beside the centre."""
        if request.client is None or request.client.host not in _LOOPBACK:
            return Response(status_code=404)
        try:
            told = await run_in_threadpool(self.metrics)
        except StorageError:
            return Response(status_code=503)
        return Response(told, headers={"Content-Type": EXPOSITION})

    def _asks(self) -> None:
        with self._centre.database.read() as connection:
            connection.execute(select(self._centre.tables.meta.c.value).limit(1))

    def metrics(self) -> str:
        """All figures as Prometheus reads them. Raises StorageError."""
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield "# TYPE massar_requests_total counter"
        for (route, status), count in sorted(self._requests.items()):
            yield f'massar_requests_total{{route="{route}",status="{status}"}} {count}'
        yield "# TYPE massar_request_seconds histogram"
        for route, buckets in sorted(self._within.items()):
            total = 0
            for bound, count in zip((*map(str, _BOUNDS), "+Inf"), buckets, strict=True):
                total += count
                yield f'massar_request_seconds_bucket{{route="{route}",le="{bound}"}} {total}'
            yield f'massar_request_seconds_sum{{route="{route}"}} {self._seconds[route]:.6f}'
            yield f'massar_request_seconds_count{{route="{route}"}} {total}'
        yield "# TYPE massar_bytes_total counter"
        for way in ("up", "down"):
            yield f'massar_bytes_total{{way="{way}"}} {self._bytes[way]}'
        yield "# TYPE massar_requests_running gauge"
        yield f"massar_requests_running {self.running}"
        for name, value in self._of_the_database().items():
            yield f"# TYPE massar_{name} gauge"
            yield f"massar_{name} {value}"

    def _of_the_database(self) -> dict[str, int]:
        """Counts over the whole centre; read again after a quarter of a minute at the earliest."""
        if time.monotonic() - self._read_at < _READ_AGAIN_S:
            return self._stored
        tables = self._centre.tables
        operation, head, archived = tables.operation, tables.head, tables.archived
        device = tables.directory.device
        with self._centre.database.read() as connection:
            waiting = operation.c.state.in_([*UNDECIDED, STORED, WAITING])
            left = select(func.count()).where(undecided(operation), waiting)
            laptops = select(func.count()).where(device.c.revoked_ms.is_(None))
            changes = connection.execute(select(func.coalesce(func.sum(head.c.seq), 0))).scalar_one()
            safe = connection.execute(select(func.coalesce(func.sum(archived.c.seq), 0))).scalar_one()
            self._stored = {
                "operations_undecided": int(connection.execute(left).scalar_one()),
                "laptops": int(connection.execute(laptops).scalar_one()),
                "changes": int(changes),
                "changes_not_archived": int(changes) - int(safe),
            }
        self._read_at = time.monotonic()
        return self._stored


def _route(path: str) -> str:
    """Which sort of request an address is; what nobody serves is "other"."""
    return next((route for route in _ROUTES if path == route or path.startswith(f"{route}/")), "other")
