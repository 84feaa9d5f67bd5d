"""Exchanges worth stopping anywhere: each prepares two or more offices and a centre just before the first one's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from sqlalchemy import text

from sync.client.readings import note
from sync.domain.entities.reading import OPENED
from sync.domain.fields import Value
from sync.domain.ids import Lane
from sync.server.administration import OPERATOR, Administration
from sync.server.history import Fence, new_epoch
from sync.server.keys import CentreKeys
from sync.server.packages import Facts, publish_package
from sync.server.roles import day_of
from sync.server.transfer import Transfer, transfer
from tests.exchange.scans import attach, scan
from tests.exchange.test_acts import registers, steps
from tests.exchange.world import PLACE, Office, World

THERE: Final = 505
SCHOOL: Final = "98765Z"
NAME: Final[dict[str, Value]] = {"surname_ar": "العلوي", "ppr": "1234567"}
_TASK: Final[dict[str, Value]] = {
    "from_on": "2026-10-05",
    "to_on": "2027-06-30",
    "nature": "temporary",
    "papers": "tasking_note",
    "school": SCHOOL,
}


_HEALTH: Final[dict[str, Value]] = {
    "from_on": "2026-09-01",
    "to_on": "2026-09-24",
    "certificate_on": "2026-09-01",
    "received_on": "2026-09-02",
    "doctor": "سرّي",
    "papers": "medical_certificate",
}


def _people(office: Office, count: int = 4) -> list[int]:
    people = [office.hires(surname_ar="العلوي", ppr=str(1_000_000 + n)) for n in range(count)]
    office.sync()
    return people


def first_copy(world: World) -> None:
    """A laptop that was enrolled a moment ago."""
    world.office(copied=False)
    _people(world.office())


def push(world: World) -> None:
    """A morning's work, some of it in the lane of imports."""
    office = world.office()
    people = _people(office)
    world.office()
    office.corrects(people[0], phone="+212661045277")
    office.hires(Lane.BULK, surname_ar="الفاسي")
    office.corrects(people[1], city="تازة", postal_code="35000")


def conflict(world: World) -> None:
    """A neighbour was faster with one field of two."""
    office = world.office()
    people = _people(office)
    other = world.office()
    other.corrects(people[0], phone="+212700000000")
    other.corrects(people[1], email="a@b.ma")
    other.sync()
    office.corrects(people[0], phone="+212661045277")
    office.corrects(people[0], city="فاس")


def repair(world: World) -> None:
    """A row is not what the centre holds."""
    office = world.office()
    people = _people(office)
    world.office()
    with office.replica.database.write() as connection:
        connection.execute(text("UPDATE employee SET phone = '+212600000000' WHERE id = :id"), {"id": people[2]})
    office.corrects(people[0], city="فاس")


def eviction(world: World) -> None:
    """Somebody went to another province, with a correction on its way."""
    world.province(THERE)
    office = world.office()
    people = _people(office)
    world.office(THERE)
    office.corrects(people[0], phone="+212661045277")
    wanted = Transfer(people[0], PLACE, THERE, "2030-01-01")
    transfer(world.centre.database, world.centre.tables, wanted, world.clock.now_ms())


def right_ends(world: World) -> None:
    """A laptop's last right to the confidential compartment has ended, with a leave, a scan and a reading unsent."""
    office = world.office(confidential=True)
    person = office.hires(**NAME)
    registers(office, person, "sick_short", **_HEALTH)
    attach(office, person, scan(60), confidential=True)
    office.sync()
    registers(office, person, "sick_short", **{**_HEALTH, "from_on": "2026-10-05", "to_on": "2026-10-09"})
    attach(office, person, scan(60, seed=2), confidential=True)
    note(office.replica, [person], OPENED, author=office.author)
    with world.centre.database.write() as connection:
        day = day_of(world.clock.now_ms())
        Administration(connection, world.centre.tables, OPERATOR, world.clock.now_ms()).end_role(office.author, 2, day)
    world.clock.ms += 86_400_000


def put_back(world: World, night: Path) -> None:
    """Put the centre's database back as it was copied, and begin another history."""
    path = world.centre.database.path
    assert path is not None
    world.centre.database.close()
    path.write_bytes(night.read_bytes())
    with world.centre.database.write() as connection:
        new_epoch(connection, world.centre.tables, Fence(world.folder / "fence"))


def _backup(world: World) -> Path:
    night = world.folder / "night.db"
    world.centre.database.copy_to(night)
    return night


def new_history(world: World) -> None:
    """The centre was put back to before the last exchange."""
    office = world.office()
    people = _people(office)
    world.office()
    night = _backup(world)
    office.corrects(people[0], phone="+212661045277")
    office.sync()
    office.corrects(people[1], city="فاس")
    put_back(world, night)


def new_school_map(world: World) -> None:
    """A school was closed while a task at it was on its way, and another opened."""
    world.publish()
    world.centre.keys = CentreKeys(world.folder / "keys")
    school = {"gresa": SCHOOL, "name_ar": "مدرسة الأمل", "name_la": "École Al Amal", "province": "0504", "zone": "A"}
    _publish(world, ("school", school), day="2026-09-20")
    office = world.office()
    person = office.hires(**NAME)
    office.sync()
    world.office()
    registers(office, person, "tasking", **_TASK)
    _publish(
        world,
        ("school_change", {"gresa": SCHOOL, "valid_from": "2026-10-01", "status": "closed"}),
        ("school", {**school, "gresa": "12345A"}),
        day="2026-09-24",
    )


def _publish(world: World, *facts: Facts, day: str) -> None:
    publish_package(world.centre, facts, "الخريطة المدرسية", day)


def decision_that_rests(world: World) -> None:
    """After a restore a decision comes before the registration that it rests on, which another laptop holds."""
    world.publish()
    director, clerk = world.office(role="director"), world.office()
    person = clerk.hires(**NAME)
    clerk.sync()
    director.sync()
    night = _backup(world)
    leave = registers(clerk, person)
    clerk.sync()
    director.sync()
    steps(director, leave, "accept", number="92/2026")
    director.sync()
    steps(director, leave, "notify")
    put_back(world, night)


EXCHANGES: Final[Mapping[str, Callable[[World], None]]] = {
    one.__name__: one
    for one in (
        first_copy,
        push,
        conflict,
        repair,
        eviction,
        right_ends,
        new_history,
        new_school_map,
        decision_that_rests,
    )
}
