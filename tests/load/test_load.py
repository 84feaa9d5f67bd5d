"""The country of `make load` is what the centre itself would have written; and what is acknowledged survives a kill."""

from __future__ import annotations

import http.client
import signal
import subprocess
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import select

from sync.domain.ids import Compartment, scope_id
from sync.server.keys import CentreKeys
from sync.server.publish import publish
from sync.server.service import Centre
from sync.server.verify import findings
from sync.storage.database import open_centre
from tests.load.country import TODAY, begin, copy_people, people_rows, shares
from tests.load.machine import Serving
from tests.load.monday import Refused, check
from tests.load.offices import Answered, Office, Sync, enrol, send
from tests.postgres import PrivatePostgres

BUSY = 503
_LOST = (OSError, http.client.HTTPException, Refused)
Day = tuple[Office, Sync]


def centre_on(url: str, folder: Path) -> tuple[Centre, bytes]:
    """A centre with the keys of a folder, as the process that serves it will have; and its identity key."""
    keys = CentreKeys(folder / "keys")
    centre = Centre(open_centre(url, keys.identity), lambda: 1_790_000_000_000, keys=keys)
    centre.migrate()
    return centre, keys.identity


@pytest.fixture
def databases(postgres_server: PrivatePostgres) -> Iterator[tuple[str, str]]:
    """Two empty ones."""
    names = [postgres_server.create_database() for _ in range(2)]
    yield postgres_server.url(names[0]), postgres_server.url(names[1])
    for name in names:
        postgres_server.drop_database(name)


def test_the_bulk_way_writes_what_publishing_writes(databases: tuple[str, str], tmp_path: Path) -> None:
    (share,) = shares(12, 1)
    (bulk, key), (published, _) = (centre_on(url, tmp_path) for url in databases)
    for centre in (bulk, published):
        begin(centre, [share])
    rows = copy_people((databases[0], key), share)
    assert publish(published.database, published.tables, people_rows(share), day=TODAY) == rows
    held = []
    for centre in (bulk, published):
        tables = centre.tables
        with centre.database.read() as connection:
            assert list(findings(connection, tables)) == []
            heads = connection.execute(select(tables.head.c.scope, tables.head.c.seq).order_by(tables.head.c.scope))
            sums = connection.execute(select(tables.digest).order_by(*tables.digest.primary_key))
            known = connection.execute(select(tables.identity).order_by(*tables.identity.primary_key))
            held.append([[tuple(row) for row in found] for found in (heads, sums, known)])
        centre.database.close()
    assert held[0] == held[1]


# -- killed in the middle ---------------------------------------------------------------------------------------


def wave(ports: Serving, days: Sequence[Day], kill: signal.Signals | None) -> dict[int, Answered]:
    """Send all days at once; with `kill` the centre dies at the first answer. Gives the whole answers, by device."""
    acknowledged: dict[int, Answered] = {}

    def one(day: Day) -> None:
        office, sync = day
        with suppress(*_LOST):
            answer = send(ports.port(office.device), sync)
            check(sync, answer)
            acknowledged[office.device] = answer
            if kill is not None and len(acknowledged) == 1:
                ports.stop(kill)

    with ThreadPoolExecutor(len(days)) as lines:
        list(lines.map(one, days))
    return acknowledged


def once(centre: Centre, days: Sequence[Day]) -> None:
    """Every operation of these days is there, decided, and changed each of its rows once; the database is whole."""
    tables = centre.tables
    with centre.database.read() as connection:
        t, change = tables.operation, tables.change
        decided = connection.execute(select(t.c.device, t.c.lane, t.c.n).where(t.c.state == "decided"))
        devices = [office.device for office, _ in days]
        changed = select(change.c.device, change.c.lane, change.c.n, change.c.kind, change.c.row)
        twice = Counter(map(tuple, connection.execute(changed.where(change.c.device.in_(devices)))))
        assert {(office.device, *number) for office, sync in days for number in sync.numbers} == set(
            map(tuple, decided)
        )
        assert [one for one, times in twice.items() if times > 1] == []
        assert list(findings(connection, tables)) == []


def story(postgres: PrivatePostgres, folder: Path, offices: int, edits: int) -> tuple[Centre, Serving, list[Day]]:
    """A small country that serves, and a day of each of its offices."""
    name = postgres.create_database()
    centre, key = centre_on(postgres.url(name), folder)
    country = shares(offices * 12, offices)
    begin(centre, country)
    for share in country:
        copy_people((postgres.url(name), key), share)
    days = [(office, office.day(centre, edits)) for office in (enrol(centre, share) for share in country)]
    return centre, Serving(folder, postgres.url(name), postgres.pid), days


def test_a_centre_killed_in_the_wave_has_what_it_acknowledged_once(
    postgres_server: PrivatePostgres, tmp_path: Path
) -> None:
    centre, serving, days = story(postgres_server, tmp_path, offices=4, edits=60)
    before = wave(serving.start(), days, signal.SIGKILL)
    after = wave(serving.start(), days, None)
    serving.stop(signal.SIGTERM)
    assert len(after) == len(days)
    for device, answer in before.items():
        assert verdicts(after[device]) == verdicts(answer)
    once(centre, days)
    centre.database.close()


@pytest.mark.prove
def test_a_database_killed_in_the_wave_has_what_was_acknowledged_once(tmp_path: Path) -> None:
    with PrivatePostgres() as postgres:
        centre, serving, days = story(postgres, tmp_path, offices=20, edits=200)
        serving.start()
        acknowledged: dict[int, Answered] = {}

        def one(day: Day) -> None:
            with suppress(*_LOST):
                answer = send(serving.port(day[0].device), day[1])
                check(day[1], answer)
                acknowledged[day[0].device] = answer
                if len(acknowledged) == 1:
                    postgres.crash()

        with ThreadPoolExecutor(len(days)) as lines:
            list(lines.map(one, days))
        postgres.recover()
        assert 0 < len(acknowledged) < len(days)
        after = wave(serving, days, None)
        assert len(after) == len(days)
        for device, answer in acknowledged.items():
            assert verdicts(after[device]) == verdicts(answer)
        serving.stop(signal.SIGTERM)
        centre.database.close()
        again, _ = centre_on(str(centre.database.engines[1].url), tmp_path)
        once(again, days)
        again.database.close()


@contextmanager
def small_disk(size: str) -> Iterator[Path]:
    """A disk of its own, in memory; only root may make one."""
    folder = Path(tempfile.mkdtemp(prefix="massar-disk-"))
    folder.chmod(0o755)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "massar-small", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()


@contextmanager
def filling(disk: Path) -> Iterator[threading.Event]:
    """From when the event is set a disk is full and stays so: what others give up is taken at once."""
    begin, done = threading.Event(), threading.Event()
    ballast = disk / "ballast"

    def take() -> None:
        begin.wait()
        with ballast.open("wb", buffering=0) as file:
            while not done.is_set():
                try:
                    file.write(bytes(4096))
                except OSError:
                    done.wait(0.01)

    taking = threading.Thread(target=take)
    taking.start()
    try:
        yield begin
    finally:
        begin.set()
        done.set()
        taking.join()
        ballast.unlink()


@pytest.mark.prove
def test_a_disk_full_in_the_wave_loses_and_doubles_nothing() -> None:
    with (
        tempfile.TemporaryDirectory() as name,
        small_disk("300m") as disk,
        PrivatePostgres({"min_wal_size": "32MB", "max_wal_size": "48MB"}, disk) as postgres,
    ):
        centre, serving, days = story(postgres, Path(name), offices=20, edits=200)
        serving.start()
        acknowledged: dict[int, Answered] = {}
        refused: list[int] = []

        def one(day: Day) -> None:
            with suppress(*_LOST):
                answer = send(serving.port(day[0].device), day[1])
                if answer.status == BUSY:
                    refused.append(day[0].device)
                check(day[1], answer)
                acknowledged[day[0].device] = answer
                full.set()

        with filling(disk) as full, ThreadPoolExecutor(4) as lines:
            list(lines.map(one, days))
        assert 0 < len(acknowledged) < len(days)
        assert refused, "the wave met no full disk"
        if not postgres.alive:
            postgres.recover()
        postgres.answers(60)
        after = wave(serving, days, None)  # the centre itself went on running
        assert len(after) == len(days)
        for device, answer in acknowledged.items():
            assert verdicts(after[device]) == verdicts(answer)
        serving.stop(signal.SIGTERM)
        once(centre, days)
        centre.database.close()


def verdicts(answer: Answered) -> list[tuple[int, int, str]]:
    """Each operation with its verdict."""
    return sorted((v.lane, v.n, v.verdict) for v in answer.all_verdicts)


def test_a_share_of_the_country_knows_its_scope() -> None:
    country = shares(300_000)
    assert (len(country), sum(share.people for share in country)) == (82, 300_000)
    assert country[0].general == scope_id(country[0].place, Compartment.GENERAL)
