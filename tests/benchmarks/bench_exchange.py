"""W0 to W5, W10 and W11 of sync.md 6: bytes, requests, seconds and processor time of one press of Sync.

A real centre process, real encrypted offices, real HTTP on a cold connection over the rural line of proxy.py. The
peer of the bytes is the JSON batch of json_batch.py with the same content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path

from sync.client.engine import Engine, Hooks
from sync.client.errors import Cancelled
from sync.client.http import HttpExchange
from sync.domain import catalog
from sync.domain.ids import Lane
from sync.domain.operation import Operation, Verb
from sync.protocol import bundle
from tests.benchmarks import json_batch, workload
from tests.benchmarks.clerk_day import careers, clerk_days
from tests.benchmarks.figures import Figure, Run, benchmark
from tests.benchmarks.proxy import RURAL, Line
from tests.benchmarks.rig import Cost, Office, Rig, rig
from tests.benchmarks.workload import Workload

WAITING = 15_000
AGE_NONCE, AGE_TAG, AGE_CHUNK = 16, 16, 65_536
_BATCH = 500
CAREERS = "careers"
"""Where the rigs stand whose province is `careers()`."""


@cache
def made_workload(path: Path | None) -> Workload:
    return workload.read(path) if path else clerk_days()


def operations_of(office: Office, work: Workload, number: int) -> list[Operation]:
    """The first edits of the workload as operations of this office."""
    made = sum(1 for edit in work.edits[:number] if edit.make)
    return list(work.operations(number, iter(office.replica.new_rows(made))))


def _figures(name: str, what: str, cost: Cost, peer: int, bound: float | None = None) -> Iterator[Figure]:
    yield Figure(f"{name}.bytes", f"{what}: both directions, HTTP headers included", cost.bytes, "B", peer)
    yield Figure(f"{name}.bytes_up", "of these up", cost.up, "B")
    yield Figure(f"{name}.bytes_down", "of these down", cost.down, "B")
    yield Figure(f"{name}.requests", "requests", cost.requests, "")
    yield Figure(f"{name}.seconds", "64 kbit/s, 1 s round trip, cold connection, TLS included", cost.seconds, "s")
    modelled = RURAL.modelled_s(cost.up, cost.down, cost.requests)
    yield Figure(f"{name}.modelled_s", "the same line with no computing at either end", modelled, "s")
    yield Figure(f"{name}.cpu_ms", "processor time of the office: pack, send, unpack, apply", cost.cpu_ms, "ms")
    yield Figure(f"{name}.centre_ms", "processor time of the centre (SQLite)", cost.centre_ms, "ms")
    if bound:
        yield Figure(f"{name}.bound", "exact information in it", bound, "B")
        yield Figure(f"{name}.ratio", "bytes without HTTP headers / exact information", cost.payload / bound, "")


@benchmark("W0")
def nothing_new(run: Run) -> Iterator[Figure]:
    """Nothing new on either side."""
    with rig(run.folder, made_workload(run.workload), "W0") as made:
        office = made.office(1)
        cost = made.sync(office, RURAL)
    peer = json_batch.batch_bytes([16, 38_000], [38_000])
    yield from _figures("W0", "nothing new", cost, peer)


def _push(run: Run, name: str, edits: int) -> tuple[Cost, int, float | None]:
    """Edits of one office sent to the centre: cost, bytes of the peer, bound."""
    work = made_workload(run.workload)
    with rig(run.folder, work, name) as made:
        office = made.office(1)
        operations = operations_of(office, work, edits)
        office.record(operations)
        cost = made.sync(office, RURAL)
    head: list[object] = [16, 38_000, 1, 1, "2026-11-20"]  # device, cursor, first number, author, day
    peer = json_batch.batch_bytes([*head, *json_batch.edits(operations)], [38_000 + edits])
    return cost, peer, work.bound(name, edits)


@benchmark("W1")
def one_edit(run: Run) -> Iterator[Figure]:
    """One edit."""
    yield from _figures("W1", "1 edit", *_push(run, "W1", 1))


@benchmark("W2")
def a_day(run: Run) -> Iterator[Figure]:
    """A clerk's day."""
    yield from _figures("W2", "a clerk's day, 200 edits", *_push(run, "W2", 200))


@benchmark("W3")
def two_weeks(run: Run) -> Iterator[Figure]:
    """Two weeks without a line."""
    cost, peer, bound = _push(run, "W3", 2000)
    yield from _figures("W3", "two weeks, 2,000 edits", cost, peer, bound)
    yield Figure("W3.encode_ms", "processor time of the office until the first byte is sent", cost.encode_ms, "ms")
    yield Figure("W3.decide_ms", "processor time of the centre to store and decide them", cost.centre_ms, "ms")


@benchmark("W10")
def two_weeks_by_stick(run: Run) -> Iterator[Figure]:
    """The same two weeks in a request file, and its reply."""
    on_line, *_ = _push(run, "W10.line", 2000)
    work = made_workload(run.workload)
    with rig(run.folder, work, "W10") as made:
        office = made.office(1)
        office.record(operations_of(office, work, 2000))
        request = run.folder / "W10.request"
        office.stick().write_request(request)
        reply = made.carried(request, run.folder / "W10.replies")
        taken = office.stick().read_reply(reply)
    files = [path.read_bytes() for path in (request, reply)]
    seal = sum(_seal_bytes(part.body) for data in files for part in bundle.read(data))
    up, down = map(len, files)
    yield Figure("W10.bytes", "two weeks by stick: request and reply file", up + down, "B")
    yield Figure("W10.bytes_up", "of these the request", up, "B")
    yield Figure("W10.bytes_down", "of these the reply", down, "B")
    yield Figure("W10.seal", "of these what age adds", seal, "B")
    extra = up + down - seal - on_line.payload
    yield Figure("W10.extra_bytes", "without the seal, more than on a line without HTTP headers", extra, "B")
    yield Figure("W10.applied", "operations applied", taken.progress.decided - taken.progress.rejected, "")


def _seal_bytes(sealed: bytes) -> int:
    """What age adds: its header, a nonce, and a tag for each 64 KiB."""
    header = sealed.index(b"\n", sealed.index(b"\n---") + 1) + 1
    chunks = -(-(len(sealed) - header - AGE_NONCE) // (AGE_CHUNK + AGE_TAG))
    return header + AGE_NONCE + chunks * AGE_TAG


@benchmark("W4")
def pull(run: Run) -> Iterator[Figure]:
    """500 changes of a neighbour."""
    work = made_workload(run.workload)
    with rig(run.folder, work, "W4") as made:
        neighbour, office = made.office(2), made.office(1)
        operations = operations_of(neighbour, work, 500)
        neighbour.record(operations)
        made.sync(neighbour)
        cost = made.sync(office, RURAL)
    peer = json_batch.batch_bytes([16, 38_000], [38_000, 2, "2026-11-20", *json_batch.edits(operations)])
    yield from _figures("W4", "pull 500 changes", cost, peer, work.bound("W4", 500))
    yield Figure("W4.apply_ms", "processor time of the office from the first answer on", cost.apply_ms, "ms")


@benchmark("W5")
def first_copy(run: Run) -> Iterator[Figure]:
    """The first copy of a province: its people, their situations and all the acts that led to them."""
    work = careers()
    with rig(run.folder / CAREERS, work, "W5", copied=0) as made:
        cost = made.sync(made.office(3), RURAL)
    people = sum(row.kind == "employee" for row in work.rows)
    acts = sum(row.kind in catalog.ACT_BY_KIND for row in work.rows)
    what = f"first copy: {people:,} employees with their situations, {acts:,} acts"
    peer = json_batch.batch_bytes([16, 0], json_batch.copy(work.rows))
    yield from _figures("W5", what, cost, peer)
    yield Figure("W5.apply_s", "processor time of the office from the first answer on", cost.apply_ms / 1000, "s")


@benchmark("W5whole")
def first_copy_of_all(run: Run) -> Iterator[Figure]:
    """The same with families, diplomas and every step of the acts, which sync.md 6 does not name."""
    work = careers(whole=True)
    with rig(run.folder / "whole", work, "W5whole", copied=0) as made:
        cost = made.sync(made.office(3))
    what = f"first copy of all that a practice province holds: {len(work.rows):,} rows"
    yield Figure("W5whole.bytes", what, cost.bytes, "B", json_batch.batch_bytes([16, 0], json_batch.copy(work.rows)))
    yield Figure("W5whole.requests", "requests", cost.requests, "")
    yield Figure("W5whole.apply_s", "processor time of the office from the first answer on", cost.apply_ms / 1000, "s")


@benchmark("W11")
def an_import_waits(run: Run) -> Iterator[Figure]:
    """One edit at the desk while the import of a long list waits."""
    work = made_workload(run.workload)
    with rig(run.folder, work, "W11") as made:
        alone = made.office(1)
        edit = operations_of(alone, work, 1)
        alone.record(edit)
        cost = made.sync(alone)
        busy = made.office(2)
        for batch in _imported(busy):
            busy.replica.record(batch, author=busy.author, lane=Lane.BULK)
        busy.record([replace(edit[0], fields={"verified_on": "2026-11-19"})])
        passed, requests = _until_decided(made, busy)
    yield Figure(
        "W11.extra_bytes",
        f"{WAITING:,} operations of an import wait: bytes until the verdict on a desk edit, more than without them",
        passed - cost.bytes,
        "B",
    )
    yield Figure("W11.decided_in_first", "1 when that verdict came with the first request", requests == 1, "")


def _imported(office: Office) -> Iterable[list[Operation]]:
    """What an import of so many lines records, in the bulk lane."""
    ids = iter(office.replica.new_rows(WAITING))
    numbers = count()
    for _ in range(WAITING // _BATCH):
        batch = []
        for row in (next(ids) for _ in range(_BATCH)):
            fields = {"surname_ar": "العلوي", "first_name_ar": "نادية", "ppr": str(1_000_000 + next(numbers) * 7)}
            batch.append(Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields=fields))
        yield batch


def _until_decided(made: Rig, office: Office) -> tuple[int, int]:
    """Bytes on the line and requests when the verdict on the desk's operation was kept; then the exchange stops."""
    found: list[tuple[int, int]] = []
    with Line("127.0.0.1", made.port) as line:
        http = HttpExchange(line.address)
        requests = count(1)
        last = [0]

        def request_id() -> bytes:
            last[0] = next(requests)
            return office.hooks().request_id()

        def cancelled() -> bool:
            if not office.desk_waits():
                found.append((line.bytes, last[0]))
            return bool(found)

        try:
            Engine(office.replica, http, Hooks(request_id, office.hooks().sign, cancelled)).run()
        except Cancelled:
            pass
        finally:
            http.close()
    return found[0]
