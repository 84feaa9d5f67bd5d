"""What an office holds is counted while the line is used, and the sums are as right as if counted at the end."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from sync.client.measure import Beside
from sync.storage import digest
from sync.storage.digest import Holdings
from tests.exchange.test_repair import damage, rows_at, rows_of, staffed
from tests.exchange.world import World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


def in_a_thread(job: Callable[[], None]) -> Callable[[], None]:
    thread = threading.Thread(target=job)
    thread.start()
    return thread.join


def before_the_answer(job: Callable[[], None]) -> Callable[[], None]:
    job()
    return lambda: None


@pytest.mark.parametrize("beside", [in_a_thread, before_the_answer])
def test_what_is_counted_while_the_line_is_used_is_brought_forward_by_pages(
    world: World, beside: Beside, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []
    count_rows = Holdings.measure

    def counting(self: Holdings, scopes: Sequence[int]) -> digest.Sums:
        counted.append(1)
        return count_rows(self, scopes)

    monkeypatch.setattr(Holdings, "measure", counting)
    office, other = staffed(world, 60), world.office()
    people = [row.id for row in office.rows("employee")]
    chance = random.Random(3)
    for step in range(8):
        for editor in (office, other):
            for _ in range(5):
                editor.corrects(chance.choice(people), city=f"مدينة {step} {chance.random()}")
            editor.hires(surname_ar="بناني")
        other.sync()
        counted.clear()
        done = office.sync(beside=beside)
        assert (done.verified, done.repaired, len(counted)) == (True, 0, 1)


def test_damage_is_found_however_the_rows_are_counted(world: World) -> None:
    office, other = staffed(world, 60), world.office()
    people = [row.id for row in office.rows("employee")]
    bad = "UPDATE employee SET city = 'x', dossier = dossier + 1 WHERE ppr = "
    for damaged, edited in (("'1000003'", people[4]), ("'1000005'", people[5])):
        other.sync()
        other.corrects(edited, phone="+212661045277")
        other.sync()
        damage(office, bad + damaged)
        done = office.sync(beside=before_the_answer)
        assert done.verified
        assert rows_of(office) == rows_at(world, office)
