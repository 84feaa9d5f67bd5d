"""W6 to W9 of sync.md 6: what cuts, bad operations, damage and a restored centre cost, and that nothing is lost.

A real centre process, real encrypted offices and real HTTP through the counting proxy, as in bench_exchange.py.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from random import Random

from sqlalchemy import func, select, text

from sync.client.outbox import State
from sync.domain.fields import Value
from sync.domain.operation import Operation, Verb
from tests.benchmarks.bench_exchange import CAREERS, made_workload, operations_of
from tests.benchmarks.clerk_day import careers, clerk_days
from tests.benchmarks.figures import Figure, Run, benchmark
from tests.benchmarks.rig import DAY_MS, Office, Rig, rig, rig_like

CUTS = 20
EDITS = 2_000
SEEDS = int(os.environ.get("SEEDS", "3"))
"""Cut trips a figure; `make bench ONLY=W6 SEEDS=1000` runs as many as sync.md 6 names."""
FIRST = int(os.environ.get("FIRST", "1"))
"""The first of them, to run so many in parts."""
BAD, AFTER, DAY = 5, 12, 200
LARGE = 26_100
"""People of a province with some 200,000 rows."""
LOST_EDITS = 50


def _outbox(office: Office) -> dict[tuple[int, int, int], str]:
    """The state, or verdict, of everything saved at an office."""
    t = office.replica.tables.outbox
    with office.replica.database.read() as connection:
        found = connection.execute(select(t)).all()
    return {(one.device, one.lane, one.n): one.verdict or one.state for one in found}


def _lost(made: Rig, offices: list[Office]) -> int:
    """Saves that are neither decided at the centre nor still to be sent."""
    there = made.decided()
    waiting = (State.OPEN.value, State.SEALED.value)
    return sum(number not in there and state not in waiting for o in offices for number, state in _outbox(o).items())


def _work(made: Rig, run: Run, number: int, edits: int) -> Office:
    office = made.office(number)
    office.record(operations_of(office, made_workload(run.workload), edits))
    return office


@dataclass(frozen=True, slots=True)
class Trip:
    """One exchange that is cut at random bytes: the 2,000 edits of a laptop, or another's first copy."""

    base: Path
    """The centre and the offices before it (`rig_like`)."""
    office: int
    days: int
    """How long ago its file was begun."""

    def made(self, seed: int, clean: int) -> tuple[int, int, int]:
        """Bytes on the line, saves that are nowhere and rows changed twice; seed 0 is not cut."""
        chance = Random(f"{seed} {self.office}")
        cuts = [chance.randrange(clean) for _ in range(CUTS)] if seed else []
        with rig_like(self.base, self.base.with_name(f"{self.base.name}-{seed}")) as made:
            office = made.office(self.office)
            office.clock.ms += self.days * DAY_MS
            return made.sync_cut(office, cuts), _lost(made, [office]), made.doubled()


def _trips(run: Run) -> Iterator[Trip]:
    edits, copy = (folder / "W6-begun" for folder in (run.folder, run.folder / CAREERS))
    with rig(run.folder, made_workload(None), "W6") as made:
        began = made.office(1)
        before = began.clock.ms
        began.record(operations_of(began, made_workload(run.workload), EDITS))
        days = (began.clock.ms - before) // DAY_MS
        made.keep(edits)
    with rig(run.folder / CAREERS, careers(), "W6", copied=0) as made:
        made.keep(copy)
    yield from (Trip(edits, 1, days), Trip(copy, 3, 0))


@benchmark("W6")
def cut_trips(run: Run) -> Iterator[Figure]:
    """W3 and W5, each over a line that breaks twenty times."""
    clean, passed, lost, doubled = [0, 0], [0, 0], 0, 0
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as workers:
        for which, trip in enumerate(_trips(run)):
            clean[which], *_ = trip.made(0, 0)
            for one in workers.map(trip.made, range(FIRST, FIRST + SEEDS), repeat(clean[which])):
                passed[which] += one[0]
                lost += one[1]
                doubled += one[2]
    what = f"2,000 edits and a first copy, {CUTS} cuts each, {SEEDS} seeds: bytes / bytes without cuts"
    yield Figure("W6.ratio", what, sum(passed) / (SEEDS * sum(clean)), "")
    yield Figure("W6.edits_ratio", "of these the 2,000 edits", passed[0] / (SEEDS * clean[0]), "")
    yield Figure("W6.copy_ratio", "of these the first copy", passed[1] / (SEEDS * clean[1]), "")
    yield Figure("W6.lost", "saves that are nowhere", lost, "")
    yield Figure("W6.doubled", "rows that one operation changed twice", doubled, "")


def _settles(office: Office, choice: str) -> int:
    """Settle every open conflict; gives how many."""
    t = office.replica.tables.records.records["conflict"]
    with office.replica.database.read() as connection:
        found = connection.execute(select(t.c.id, t.c.dossier)).all()
    fields: dict[str, Value] = {"choice": choice, "reason": "ورقة"}
    made = [Operation(verb=Verb.SETTLE, kind="conflict", row=c.id, dossier=c.dossier, fields=fields) for c in found]
    office.record(made)
    return len(made)


def _corrects(people: list[int], fields: dict[str, Value]) -> list[Operation]:
    return [Operation(verb=Verb.CORRECT, kind="employee", row=one, dossier=one, fields=fields) for one in people]


@benchmark("W7")
def bad_operations(run: Run) -> Iterator[Figure]:
    """A day's edits, some of which the centre rejects."""
    work = made_workload(run.workload)
    people = [row.id for row in work.rows if row.kind == "employee"]
    bad, others = people[:BAD], people[BAD:]
    with rig(run.folder, work, "W7") as made:
        first, office = made.office(2), made.office(1)
        first.record(_corrects(bad, {"phone": "+212661045277"}))
        office.record(_corrects(bad, {"phone": "+212700000000"}))
        for one in (first, office, first):
            made.sync(one)
        _settles(first, "centre")
        made.sync(first)
        before = _outbox(office)
        _settles(office, "mine")  # too late: each is settled already
        office.record(_corrects([bad[n % BAD] for n in range(AFTER)], {"city": "فاس"}))
        office.record(_corrects(others[: DAY - BAD - AFTER], {"city": "فاس"}))
        cost = made.sync(office)
        states = [state for number, state in _outbox(office).items() if number not in before]
    yield Figure("W7.applied", f"{DAY} edits, {BAD} bad, {AFTER} after them: applied", states.count("applied"), "")
    yield Figure("W7.tray", "gone to the tray", states.count("rejected"), "")
    yield Figure("W7.requests", "requests", cost.requests, "")


@benchmark("W8")
def one_bad_row(run: Run) -> Iterator[Figure]:
    """One corrupted row among 200,000."""
    folder = Path(run.folder, "large")
    with rig(folder, clerk_days(people=LARGE, edits=1), "W8", copied=1) as made:
        office = made.office(1)
        tables = office.replica.tables.records.records
        with office.replica.database.write() as connection:
            rows = sum(
                int(connection.execute(select(func.count()).select_from(t)).scalar_one()) for t in tables.values()
            )
            bad = connection.execute(
                text("UPDATE employee SET birth_date = '1901-01-01' WHERE id = (SELECT max(id) FROM employee)")
            )
        cost = made.sync(office)
        again = made.sync(office)
        mended = _is_mended(office)
    yield Figure("W8.bytes", f"one corrupted row in {rows:,}: until it is mended", cost.bytes, "B")
    yield Figure("W8.requests", "requests", cost.requests, "")
    yield Figure("W8.mended", "rows found and replaced", mended * bad.rowcount, "")
    yield Figure("W8.again_bytes", "the next exchange, all verified", again.bytes, "B")
    yield Figure("W8.cpu_ms", "processor time of the office", cost.cpu_ms, "ms")


def _is_mended(office: Office) -> bool:
    with office.replica.database.read() as connection:
        wrong = text("SELECT count(*) FROM employee WHERE birth_date = '1901-01-01'")
        return int(connection.execute(wrong).scalar_one()) == 0


@benchmark("W9")
def restored_centre(run: Run) -> Iterator[Figure]:
    """The centre is put back to yesterday."""
    work = made_workload(run.workload)
    with rig(run.folder, work, "W9") as made:
        backup = made.back_up()
        offices = [_work(made, run, 1, LOST_EDITS), made.office(2)]
        for office in (*offices, offices[0]):
            made.sync(office)
        made.restore(backup)
        costs = [made.sync(office) for office in offices]
        made.sync(offices[0])
        lost = _lost(made, offices)
        copied = sum(cost.down > 100_000 for cost in costs)
    what = f"{LOST_EDITS} edits decided since yesterday's backup: the dearest of two offices"
    yield Figure("W9.bytes", what, max(cost.bytes for cost in costs), "B")
    yield Figure("W9.requests", "of it, requests", max(cost.requests for cost in costs), "")
    yield Figure("W9.lost", "saves that are nowhere", lost, "")
    yield Figure("W9.copied", "offices that took a new first copy", copied, "")
