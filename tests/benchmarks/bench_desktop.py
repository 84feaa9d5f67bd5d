"""D figures: the start of the app, search at each key, import of a long list, making a practice province."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median, quantiles

import xlsxwriter
from sqlalchemy import Connection

from massar_desktop.queries.people import people_order
from massar_desktop.queries.search import search
from sync.client.clock import SystemClock
from sync.client.enrolment import PRACTICE_CLERK, PRACTICE_PASSWORD, fill_practice
from sync.client.identity import Identity
from sync.client.importing.run import Import
from sync.client.office_store import OfficeStore
from sync.client.replica import Replica
from sync.domain.record import Row
from sync.practice.lists import staff_list
from sync.practice.province import PracticeProvince, rows
from sync.protocol.exchange import Account
from sync.storage.database import open_office
from tests.benchmarks.clerk_day import RESOURCES, TODAY
from tests.benchmarks.figures import Figure, Run, benchmark

OFFICE_PEOPLE, REGION_PEOPLE = 15_000, 300_000
_STARTS = 3
_TYPED = 60
_LIKE = (
    "SELECT id FROM employee WHERE surname_ar || ' ' || first_name_ar LIKE ?1 OR surname_la || ' ' || first_name_la "
    "LIKE ?1 OR ppr LIKE ?1 OR cin LIKE ?1 ORDER BY surname_ar, first_name_ar LIMIT 60"
)


@benchmark("D.practice")
def practice(run: Run) -> Iterator[Figure]:
    """The command that makes the practice province people begin with."""
    started = time.monotonic()
    _practice(run.folder / "practice5k", 5000)
    yield Figure("D.practice_5k_s", "`massar practice --people 5000`, start of Python included", _since(started), "s")


@benchmark("D.start_15k_s")
def start(run: Run) -> Iterator[Figure]:
    """The real app in a new process, on a practice office; the sign-in is filled in as soon as it is painted."""
    what = f"new process until Home answers a search among 15,000 people; median of {_STARTS}, files in the disk cache"
    yield Figure("D.start_15k_s", what, median(usable for _, usable in _starts(run)), "s")


@benchmark("D.first_paint_s")
def first_paint(run: Run) -> Iterator[Figure]:
    """How soon the sign-in screen is painted."""
    what = f"new process until the sign-in screen is painted; median of {_STARTS}, files in the disk cache"
    yield Figure("D.first_paint_s", what, median(painted for painted, _ in _starts(run)), "s")


@benchmark("D.search_15k_p95_ms")
def search_office(run: Run) -> Iterator[Figure]:
    """Search at each key in a province."""
    yield _searched(run, "D.search_15k_p95_ms", OFFICE_PEOPLE, 1)


@benchmark("D.search_300k_p95_ms")
def search_region(run: Run) -> Iterator[Figure]:
    """Search at each key in as many people as the whole ministry has: the province 20 times, numbers of their own."""
    yield _searched(run, "D.search_300k_p95_ms", REGION_PEOPLE, REGION_PEOPLE // OFFICE_PEOPLE)


@benchmark("D.import")
def import_list(run: Run) -> Iterator[Figure]:
    """A long messy list, from the file to the last row recorded."""
    path = run.folder / "list.xlsx"
    write_staff_list(path)
    reference = (row for row in rows(_province(100), RESOURCES) if row.kind in ("code", "school"))
    with _office(run.folder / "import.db", reference) as replica:
        started = time.monotonic()
        importing = Import(OfficeStore(replica, PRACTICE_CLERK), date.fromisoformat(TODAY))
        preview = importing.preview(path)
        previewed = _since(started)
        report = importing.write(preview)
        seconds = _since(started)
    what = f".xlsx list of {report.rows:,} rows: read, reported on and recorded ({report.created:,} people)"
    yield Figure("D.import_15k_s", what, seconds, "s")
    yield Figure("D.import_preview_15k_s", "of these until the row-by-row report", previewed, "s")


def write_staff_list(path: Path) -> None:
    """A long messy list as an .xlsx file."""
    with xlsxwriter.Workbook(path) as book:
        day, sheet = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_worksheet()
        for number, cells in enumerate(staff_list(OFFICE_PEOPLE, 7, "french")):
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, cell, day)
                else:
                    sheet.write(number, column, cell)


def _starts(run: Run) -> list[tuple[float, float]]:
    """Seconds to the first paint and to the usable list, start by start; measured once a run."""
    kept = run.folder / "starts.json"
    if not kept.exists():
        office = run.folder / "practice15k"
        _practice(office, OFFICE_PEOPLE)
        kept.write_text(json.dumps([_one_start(office) for _ in range(_STARTS)]), "ascii")
    found: list[tuple[float, float]] = json.loads(kept.read_text("ascii"))
    return found


def _one_start(office: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "tests.benchmarks.start_driver", str(office), str(PRACTICE_CLERK)]
    folder = str(office.parent)
    own = {"QT_QPA_PLATFORM": "offscreen", "MASSAR_DATA": folder, "XDG_CONFIG_HOME": folder, "HOME": folder}
    environment = _environment() | own
    started = time.monotonic()
    done = subprocess.run(
        [*command, PRACTICE_PASSWORD], env=environment, stdout=subprocess.PIPE, check=True, timeout=120
    )
    moments = json.loads(done.stdout)
    return moments["painted"] - started, moments["usable"] - started


def _practice(folder: Path, people: int) -> None:
    command = [sys.executable, "-m", "massar_desktop", "practice", "--people", str(people), "--folder", str(folder)]
    subprocess.run(command, env=_environment(), stdout=subprocess.DEVNULL, check=True, timeout=300)


def _environment() -> dict[str, str]:
    """No keyring: the password alone opens the office, on every machine alike."""
    return {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


def _province(people: int) -> PracticeProvince:
    return PracticeProvince(today=TODAY, people=people)


@contextmanager
def _office(path: Path, source: Iterable[Row]) -> Iterator[Replica]:
    """An encrypted office of a practice clerk, filled with rows."""
    replica = Replica(open_office(path, b"b" * 32), SystemClock())
    clerk = Account(PRACTICE_CLERK, "نادية الإدريسي", "Nadia EL IDRISSI", "clerk", confidential=True)
    replica.adopt(Identity(place=504, confidential=True, accounts=(clerk,)))
    fill_practice(replica, source)
    try:
        yield replica
    finally:
        replica.close()


def _searched(run: Run, name: str, people: int, copies: int) -> Figure:
    shown = ("code", "school", "employee", "situation")
    made = [row for row in rows(_province(OFFICE_PEOPLE), RESOURCES) if row.kind in shown]
    typed = _typed([row for row in made if row.kind == "employee"])
    keys = [text[:length] for text in typed for length in range(1, len(text) + 1)]
    with _office(run.folder / f"{name}.db", _copied(made, copies)) as replica, replica.database.read() as connection:
        order = people_order(connection)
        search(connection, "a", order, "2026-09-24")  # the file's pages are in the cache, as a minute after the start
        ours = _p95(_timed(lambda key: search(connection, key, order, "2026-09-24"), key) for key in keys)
        peer = _p95(_timed(lambda key: _like(connection, key), key) for key in keys[:: max(1, copies)])
    what = f"{len(keys):,} keys of {len(typed)} names and numbers among {people:,} people; peer: a LIKE scan"
    return Figure(name, what, ours, "ms", peer)


def _copied(source: Sequence[Row], copies: int) -> Iterator[Row]:
    """The rows, and so many times the people again under other numbers."""
    yield from source
    people = [row for row in source if row.kind in ("employee", "situation")]
    for copy in range(1, copies):
        shift = copy << 20
        for row in people:
            numbers = {n: f"{row.text(n)[:-2]}{copy:02d}" for n in ("ppr", "cin") if row.get(n)}
            values = {**row.values, **numbers, **({"employee": row.id + shift} if row.get("employee") else {})}
            yield replace(row, id=row.id + shift, dossier=row.dossier + shift, values=values)


def _typed(people: Sequence[Row]) -> list[str]:
    """What clerks type: names in either script and either order, pay and card numbers."""
    forms = (
        ("surname_ar", "first_name_ar"),
        ("first_name_la", "surname_la"),
        ("surname_la",),
        ("first_name_ar", "surname_ar"),
        ("ppr",),
        ("cin",),
    )
    step = len(people) // _TYPED
    some = [people[number * step] for number in range(_TYPED)]
    return [" ".join(row.text(name) for name in forms[n % len(forms)]).strip() for n, row in enumerate(some)]


def _like(connection: Connection, key: str) -> object:
    return connection.exec_driver_sql(_LIKE, (f"%{key}%",)).all()


def _timed(work: Callable[[str], object], key: str) -> float:
    started = time.perf_counter()
    work(key)
    return (time.perf_counter() - started) * 1000


def _p95(times: Iterable[float]) -> float:
    return quantiles(times, n=20)[-1]


def _since(started: float) -> float:
    return time.monotonic() - started
