"""After a kill: is every acknowledged save there, is nothing there twice, and do both ends come together again?"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from sqlalchemy import select

from sync.client.outbox import Entry, Outbox, State
from sync.server.service import Centre
from sync.storage import dump
from tests.crash.trip import ACKNOWLEDGED, direct, open_centre_of, open_office_of
from tests.exchange.invariants import check
from tests.exchange.world import Office, World


def acknowledged(folder: Path) -> set[tuple[int, int]]:
    """Lane and number of each save that returned; a line that was being written counts for nothing."""
    path = folder / ACKNOWLEDGED
    lines = path.read_text().split("\n")[:-1] if path.exists() else []
    return {(int(lane), int(n)) for lane, n in (line.split() for line in lines)}


def examine(folder: Path) -> dict[str, int]:
    """Open what the kill left, look, sync, look again; gives the counts. AssertionError says what does not hold."""
    saves = acknowledged(folder)
    centre, office = open_centre_of(folder), open_office_of(folder, 1)
    second = direct(centre, open_office_of(folder, 2))
    direct(centre, office)
    world = World.__new__(World)  # only its centre is asked
    world.centre = centre
    try:
        entries = _entries(office)
        kept = _hashes(centre, office.replica.identity.device)
        lost = saves - ({(int(e.lane), e.n) for e in entries} | set(kept))
        assert not lost, f"acknowledged and nowhere: {lost}"
        for entry in entries:
            at_centre = kept.get((int(entry.lane), entry.n))
            assert at_centre in (None, entry.hash), f"operation {entry.lane}, {entry.n} has two contents"
            assert entry.state is not State.DECIDED or at_centre, f"decided and unknown: {entry.lane}, {entry.n}"
        check(world, office)
        waiting = sum(entry.state is not State.DECIDED for entry in entries)
        for one in (office, second, office, second):
            one.sync()
            check(world, one)
        assert all(entry.state is State.DECIDED for entry in _entries(office)), "something waits for ever"
        rows = [_lines(one) for one in (office, second)]
        assert rows[0] == rows[1] == _centre_lines(centre), "the ends differ"
        assert not _doubled(centre), f"applied twice: {_doubled(centre)}"
        verdicts = _hashes(centre, office.replica.identity.device)
        assert saves <= set(verdicts), f"acknowledged and never decided: {saves - set(verdicts)}"
    finally:
        office.replica.close()
        second.replica.close()
        centre.database.close()
    return {"acknowledged": len(saves), "waited": waiting}


def _entries(office: Office) -> list[Entry]:
    replica = office.replica
    with replica.database.read() as connection:
        return Outbox(connection, replica.tables, replica.identity.device).entries()


def _hashes(centre: Centre, device: int) -> dict[tuple[int, int], bytes]:
    t = centre.tables.operation
    with centre.database.read() as connection:
        found = connection.execute(select(t).where(t.c.device == device))
        return {(row.lane, row.n): bytes(row.hash) for row in found}


def _doubled(centre: Centre) -> list[tuple[object, ...]]:
    """Operations that changed one row more than once, and gaps in the numbers."""
    t = centre.tables.change
    with centre.database.read() as connection:
        changes = connection.execute(select(t).order_by(t.c.scope, t.c.seq)).all()
    times = Counter((c.device, c.lane, c.n, c.kind, c.row) for c in changes)
    for scope in {c.scope for c in changes}:
        numbers = [c.seq for c in changes if c.scope == scope]
        assert numbers == list(range(1, len(numbers) + 1)), f"scope {scope} has gaps"
    return [key for key, often in times.items() if often > 1]


def _lines(office: Office) -> list[str]:
    with office.replica.database.read() as connection:
        return list(dump.lines(connection, office.replica.tables.records))


def _centre_lines(centre: Centre) -> list[str]:
    with centre.database.read() as connection:
        return list(dump.lines(connection, centre.tables.records))
