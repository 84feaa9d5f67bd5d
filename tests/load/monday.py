"""Monday at nine: every office sends its weekend at once, then work goes on, then one province imports a list."""

from __future__ import annotations

import math
import signal
import statistics
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlalchemy import func, select, text

from sync.domain.ids import Lane
from sync.server.keys import CentreKeys
from sync.server.service import Centre
from sync.storage.database import open_centre
from tests.benchmarks.figures import Figure
from tests.load.country import Share, fill
from tests.load.machine import Serving, Spent
from tests.load.offices import Answered, Office, Saved, Sync, enrol, send
from tests.postgres import PrivatePostgres

EDITS = 200
"""Operations of a clerk's day (sync.md 6, W2)."""
ROUNDS = 2
"""Steady state: so many more days of every office, a few offices at a time."""
AT_ONCE = 4
PROCESSES = 2
"""Of the centre: one for each core."""
SPREAD_S = 8.0
"""The same wave when offices press the key within so many seconds, and not in one."""
IMPORTED, IN_A_REQUEST = 15_000, 2_000
CAREFUL = ("fsync", "synchronous_commit", "full_page_writes")
_P95 = 0.95


class Refused(Exception):
    """An office did not get the answer that it should."""


class Monday:
    """A country whose centre serves, with one office in each province."""

    def __init__(self, folder: Path, postgres: PrivatePostgres, country: Sequence[Share]) -> None:
        self._postgres = postgres
        self._country = country
        self.people = sum(share.people for share in country)
        self._name = postgres.create_database()
        self.url = postgres.local_url(self._name)
        own = folder / self._name
        own.mkdir()
        keys = CentreKeys(own / "keys")
        self.centre = Centre(open_centre(self.url, keys.identity), lambda: time.time_ns() // 1_000_000, keys=keys)
        self.centre.migrate()
        began = time.monotonic()
        self.rows = fill(self.centre, (self.url, keys.identity), country)
        postgres.vacuum(self._name)
        _say(f"{self.people:,} people, {self.rows:,} rows in {time.monotonic() - began:.0f} s")
        self.offices = [enrol(self.centre, share) for share in country]
        self._alone = 0.0
        self.serving = Serving(own, self.url, postgres.pid, PROCESSES).start()

    def close(self) -> None:
        """Stop the centre and drop its database."""
        self.serving.stop(signal.SIGTERM)
        self.centre.database.close()
        self._postgres.drop_database(self._name)

    # -- what happens ----------------------------------------------------------------------------------------

    def days(self, edits: int = EDITS) -> list[tuple[Office, Sync]]:
        """A day of every office, sealed and not sent."""
        return [(office, office.day(self.centre, edits)) for office in self.offices]

    def wave(self, days: Sequence[tuple[Office, Sync]], at_once: int) -> list[Answered]:
        """Send all, so many at a time; each answer is checked. The time of each counts from when it was sent."""
        with ThreadPoolExecutor(at_once) as lines:
            answers = list(lines.map(self._send, days))
        for (_, sync), answer in zip(days, answers, strict=True):
            check(sync, answer)
        return answers

    def _send(self, day: tuple[Office, Sync]) -> Answered:
        office, sync = day
        return send(self.serving.port(office.device), sync)

    def steady(self) -> float:
        """Processor time of one office's day in milliseconds, when some offices work at a time."""
        self.wave(self.days(), AT_ONCE)  # caches are warm, statements are prepared
        days = self.days()
        before = self.serving.spent()
        self.wave(days, AT_ONCE)
        return (self.serving.spent() - before).both_ms / len(days)

    # -- figures ---------------------------------------------------------------------------------------------

    def figures(self, small_ms: float) -> Iterator[Figure]:
        """All figures; `small_ms` is what a day cost in a country of a tenth."""
        for name in CAREFUL:
            yield Figure(f"C.{name}", f"PostgreSQL's {name}: on", float(self._show(name) == "on"), "")
        yield Figure("C.people", f"people in {len(self._country)} provinces", self.people, "")
        size = self._size()
        yield Figure(
            "C.bytes_per_person", "database size per person, indexes and history included", size / self.people, "B"
        )
        yield from self._wave()
        per_operation = (self._size() - size) / (2 * EDITS * len(self.offices))
        yield Figure("C.bytes_per_operation", "growth of the database per operation", per_operation, "B")
        yield from self._steady(small_ms)
        yield from self._import()
        yield Figure(
            "C.memory_mb", f"most memory of the centre's {PROCESSES} processes together", self.serving.memory_mb(), "MB"
        )
        yield from self._kept()

    def _wave(self) -> Iterator[Figure]:
        days = self.days()
        _say(f"the wave: {len(days)} offices, {EDITS} operations each, {sum(len(d.body) for _, d in days):,} bytes")
        began = time.monotonic()
        seconds = sorted(answer.seconds for answer in self.wave(days, len(days)))
        yield Figure("C.wave_s", "every office sends 200 operations at once and pulls", time.monotonic() - began, "s")
        yield Figure("C.wave_p95_s", "of 20 offices 19 have their whole answer after", _p95(seconds), "s")
        yield Figure("C.wave_median_s", "half of them after", statistics.median(seconds), "s")
        spread = sorted(answer.seconds for answer in self._spread(self.days()))
        what = f"the same wave pressed within {SPREAD_S:.0f} seconds: of 20 offices 19 have their answer after"
        yield Figure("C.spread_p95_s", what, _p95(spread), "s")

    def _spread(self, days: Sequence[tuple[Office, Sync]]) -> list[Answered]:
        """Send all, each at its moment."""
        moment = threading.Event()

        def later(at: int) -> Answered:
            moment.wait(SPREAD_S * at / len(days))
            return self._send(days[at])

        with ThreadPoolExecutor(len(days)) as lines:
            answers = list(lines.map(later, range(len(days))))
        for (_, sync), answer in zip(days, answers, strict=True):
            check(sync, answer)
        return answers

    def _steady(self, small_ms: float) -> Iterator[Figure]:
        spent, seconds, syncs = Spent(0, 0), 0.0, 0
        latest: list[float] = []
        for _ in range(ROUNDS):
            days = self.days()
            before, began = self.serving.spent(), time.monotonic()
            latest += [answer.seconds for answer in self.wave(days, AT_ONCE)]
            seconds += time.monotonic() - began
            spent += self.serving.spent() - before
            syncs += len(days)
        self._alone = _p95(latest)
        cost = spent.both_ms / syncs
        yield Figure(
            "C.syncs_per_s", f"days of 200 operations a second, {AT_ONCE} offices at a time", syncs / seconds, "/s"
        )
        yield Figure("C.sync_p95_s", "of 20 of these 19 are answered after", self._alone, "s")
        yield Figure("C.cpu_ms_per_sync", "processor time of a day, centre and PostgreSQL together", cost, "ms")
        yield Figure("C.centre_ms_per_sync", "of this the centre", spent.centre_ms / syncs, "ms")
        yield Figure("C.small_ms_per_sync", "the same in a country of a tenth", small_ms, "ms")
        exponent = math.log(cost / small_ms) / math.log(10)
        yield Figure("C.growth_exponent", "how the cost of a day grows with the people: 0 is not at all", exponent, "")

    def _import(self) -> Iterator[Figure]:
        importer, others = self.offices[0], self.offices[1:]
        # What laptops do by themselves is done before: here it would take the processors from the centre.
        parts = importer.saved(self.centre, IN_A_REQUEST, max(1, IMPORTED // IN_A_REQUEST), Lane.BULK)
        days = [(office, office.day(self.centre, EDITS)) for office in others]
        with ThreadPoolExecutor(1) as line:
            running = line.submit(self._imported, importer, parts)
            latest = [answer.seconds for answer in self.wave(days, AT_ONCE)]
            seconds, rows = running.result()
        yield Figure("C.import_s", f"one province imports {rows:,} rows meanwhile", seconds, "s")
        slower = _p95(latest) / self._alone
        yield Figure("C.import_slows_others", "times as long as without it do others wait (p95)", slower, "")

    def _imported(self, office: Office, parts: Sequence[Saved]) -> tuple[float, int]:
        sent = []
        for part in parts:
            sync = office.sealed(self.centre, part)
            sent.append((sync, self._send((office, sync))))
        for sync, answer in sent:
            check(sync, answer)
        return sum(answer.seconds for _, answer in sent), sum(len(sync.numbers) for sync, _ in sent)

    def _kept(self) -> Iterator[Figure]:
        decided = text("SELECT device, count(*) FROM operation WHERE state = 'decided' GROUP BY device")
        with self.centre.database.read() as connection:
            kept: dict[int, int] = {row[0]: row[1] for row in connection.execute(decided)}
            doubled = connection.execute(text(_TWICE)).scalar_one()
        sent = {office.device: sum(office.numbers.values()) for office in self.offices}
        lost = sum(max(0, count - kept.get(device, 0)) for device, count in sent.items())
        yield Figure("C.operations", "operations sent and answered", sum(sent.values()), "")
        yield Figure("C.lost", "answered operations that the database does not hold", lost, "")
        yield Figure("C.doubled", "rows that one operation changed more than once", doubled, "")

    def _show(self, name: str) -> str:
        with self.centre.database.read() as connection:
            return str(connection.exec_driver_sql(f"SHOW {name}").scalar_one())

    def _size(self) -> int:
        with self.centre.database.read() as connection:
            return int(connection.execute(select(func.pg_database_size(func.current_database()))).scalar_one())


_TWICE = """SELECT count(*) FROM (SELECT 1 FROM change WHERE device >= 16
 GROUP BY device, lane, n, scope, kind, "row" HAVING count(*) > 1) AS twice"""


def check(sync: Sync, answer: Answered) -> None:
    """Raises Refused unless every operation of a request has its verdict, and each was as predicted."""
    if answer.status != 200 or not answer.whole or sorted(answer.decided) != sorted(sync.numbers):
        raise Refused(f"status {answer.status}, {answer.verdicts} of {len(sync.numbers)}")
    if answer.verdicts["rejected"]:
        raise Refused(str(answer.verdicts))


def _p95(seconds: Sequence[float]) -> float:
    return sorted(seconds)[math.ceil(_P95 * len(seconds)) - 1]


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
