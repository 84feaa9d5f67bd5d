"""Two laptops under one number: a copied file, or an older copy put back. Nothing is dropped, nothing done twice."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path

import pytest

from sync.client import renumbering
from sync.client.replica import Replica
from sync.domain.fields import Value
from sync.domain.ids import Lane, device_of
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row
from sync.protocol.exchange import Traffic
from sync.protocol.messages import Frame
from sync.server.accounts import Accounts
from sync.server.renumbered import Twins
from sync.storage.database import open_office
from tests.exchange.world import DirectLine, Office, World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


def copied(world: World, office: Office, name: str) -> Path:
    """A copy of an office's file, taken while it is open: with its log."""
    return copied_file(world.folder / f"office{world.offices.index(office) + 1}.db", name)


def copied_file(source: Path, name: str) -> Path:
    """A copy of an open file beside it."""
    for suffix in ("", "-wal", "-shm"):
        part = source.with_name(source.name + suffix)
        if part.exists():
            shutil.copy(part, source.with_name(name + suffix))
    return source.with_name(name)


def opened(world: World, office: Office, path: Path) -> Office:
    """Another laptop on a copied file, with the same key and clerk."""
    number = world.offices.index(office) + 1
    replica = Replica(open_office(path, bytes([number]) * 32), world.clock)
    twin = Office(replica, office.key, DirectLine(world.centre), office.author)
    world.offices.append(twin)
    return twin


def phones(office: Office) -> set[object]:
    return {row.get("phone") for row in office.rows("employee")}


def test_a_copied_office_gets_a_number_of_its_own_and_loses_nothing(world: World) -> None:
    fatima = world.office()
    shared = fatima.hires(surname_ar="العلوي")
    fatima.sync()
    twin = opened(world, fatima, copied(world, fatima, "twin.db"))
    first = fatima.hires(surname_ar="بناني", phone="+212661045271")
    fatima.corrects(first, city="فاس")
    second = twin.hires(surname_ar="تازي", phone="+212661045272")
    twin.corrects(second, city="تازة")
    twin.corrects(shared, phone="+212661045273")
    child = twin.replica.new_rows(1)[0]
    fields: dict[str, Value] = {"employee": second, "relation": "child", "first_name_ar": "سعد"}
    twin.record(Operation(verb=Verb.CREATE, kind="dependant", row=child, dossier=second, fields=fields))
    assert first == second  # both counted on from the same file
    fatima.sync()
    done = twin.sync()
    assert done.rejected == 0
    fatima.sync()
    for kind in ("employee", "dependant"):
        assert fatima.rows(kind) == twin.rows(kind)
    assert phones(fatima) == {"+212661045271", "+212661045272", "+212661045273"}
    (dependant,) = twin.rows("dependant")
    assert device_of(dependant.id) == device_of(dependant.dossier) == twin.replica.identity.device
    assert twin.replica.identity.device != fatima.replica.identity.device


def test_an_older_copy_put_back_finds_what_it_had_sent_and_keeps_what_is_new(world: World) -> None:
    fatima = world.office()
    fatima.hires(surname_ar="العلوي")
    fatima.sync()
    saved = copied(world, fatima, "old.db")
    lost = fatima.hires(surname_ar="بناني", phone="+212661045271")
    fatima.sync()
    fatima.replica.close()
    restored = opened(world, fatima, saved)
    assert lost not in {row.id for row in restored.rows("employee")}
    restored.hires(surname_ar="تازي", phone="+212661045272")
    restored.sync()
    assert phones(restored) == {None, "+212661045271", "+212661045272"}
    karim = world.office()
    assert karim.rows("employee") == restored.rows("employee")


def test_what_the_centre_already_has_keeps_its_number_and_is_not_done_twice(world: World) -> None:
    fatima = world.office()
    fatima.hires(surname_ar="العلوي", phone="+212661045271")
    twin = opened(world, fatima, copied(world, fatima, "twin.db"))
    fatima.sync()  # the twin has the same operation, undecided
    fatima.hires(surname_ar="بناني", phone="+212661045272")
    fatima.sync()
    twin.hires(surname_ar="تازي", phone="+212661045273")
    twin.sync()
    fatima.sync()
    assert len(fatima.rows("employee")) == 3
    assert fatima.rows("employee") == twin.rows("employee")


def test_two_laptops_that_were_parted_work_on_side_by_side(world: World) -> None:
    fatima = world.office()
    shared = fatima.hires(surname_ar="العلوي")
    fatima.sync()
    twin = opened(world, fatima, copied(world, fatima, "twin.db"))
    fatima.corrects(shared, phone="+212661045271")
    twin.corrects(shared, phone="+212661045272")
    for office in (fatima, twin, fatima):
        office.sync()
    assert fatima.rows("employee") == twin.rows("employee")
    (conflict,) = fatima.rows("conflict")
    assert conflict.get("losing_device") == twin.replica.identity.device
    twin.corrects(shared, city="فاس")
    twin.sync()
    fatima.sync()
    assert fatima.sees(shared, "city") == "فاس"


@pytest.fixture
def copies(world: World) -> tuple[Office, Office, Office]:
    """Three laptops under one number: the first has sent something else, two hold the same unsent edits."""
    fatima = world.office()
    shared = fatima.hires(surname_ar="العلوي")
    fatima.sync()
    karim = opened(world, fatima, copied(world, fatima, "karim.db"))
    new = karim.hires(surname_ar="تازي", cin="JB1001")
    karim.corrects(new, phone="+212661045271")
    karim.corrects(shared, city="فاس")
    amina = opened(world, fatima, copied_file(world.folder / "karim.db", "amina.db"))
    fatima.hires(surname_ar="بناني")
    fatima.corrects(shared, phone="+212661045279")
    fatima.sync()
    return fatima, karim, amina


def surnames(office: Office) -> list[str]:
    return sorted(str(row.get("surname_ar")) for row in office.rows("employee"))


def test_what_two_copies_hold_both_is_done_once_under_their_new_numbers(
    world: World, copies: tuple[Office, Office, Office]
) -> None:
    fatima, karim, amina = copies
    karim.sync()
    own = amina.hires(surname_ar="وزاني")
    done = amina.sync()
    assert len({office.replica.identity.device for office in copies}) == 3
    assert (done.rejected, done.conflicts) == (0, 0)
    for office in (karim, fatima):
        office.sync()
        assert surnames(office) == ["العلوي", "بناني", "تازي", "وزاني"]
        assert office.rows("employee") == amina.rows("employee")
    assert own not in {row.id for row in amina.rows("employee")}, "her own row has a number of her own now"


def test_what_a_copy_adds_to_a_row_that_another_made_first_is_written_on_that_row(
    world: World, copies: tuple[Office, Office, Office]
) -> None:
    fatima, karim, amina = copies
    (new,) = (row.id for row in amina.rows("employee") if row.get("surname_ar") == "تازي")
    amina.corrects(new, email="a@exemple.ma")
    karim.sync()
    told = amina.sync()
    karim.corrects(next(row.id for row in karim.rows("employee") if row.get("surname_ar") == "تازي"), city="طنجة")
    karim.sync()
    for office in (fatima, amina, karim):
        office.sync()
        (row,) = (row for row in office.rows("employee") if row.get("surname_ar") == "تازي")
        assert (row.get("email"), row.get("city")) == ("a@exemple.ma", "طنجة")
        assert device_of(row.id) == karim.replica.identity.device
    assert (told.rejected, told.conflicts) == (0, 0)


def test_no_laptop_gives_away_the_row_of_another_as_one_that_its_copy_made(
    world: World, copies: tuple[Office, Office, Office], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tampered program says that a copy made the row of somebody else: her file would be led to another's."""
    fatima, karim, amina = copies
    karim.sync()
    victim = next(row.id for row in fatima.rows("employee") if row.get("surname_ar") == "بناني")
    monkeypatch.setattr(renumbering, "row_id", lambda _device, _counter: victim)
    assert amina.sync().rejected > 0
    fatima.corrects(victim, email="b@exemple.ma")
    fatima.sync()
    karim.sync()
    assert karim.sees(victim, "email") == "b@exemple.ma"


def test_what_differs_between_two_copies_is_done_for_both(world: World, copies: tuple[Office, Office, Office]) -> None:
    _fatima, karim, amina = copies
    karim.hires(surname_ar="سعدي")
    amina.hires(surname_ar="راشدي")
    karim.sync()
    amina.sync()
    karim.sync()
    assert surnames(karim) == surnames(amina) == ["العلوي", "بناني", "تازي", "راشدي", "سعدي"]


def test_what_a_copy_took_along_and_never_sent_is_sent_by_the_other(
    world: World, copies: tuple[Office, Office, Office]
) -> None:
    _fatima, karim, amina = copies
    with world.centre.database.write() as connection:  # a number for karim, whose laptop is lost with the answer
        device = Accounts(connection, world.centre.tables).device(karim.replica.identity.device, world.clock.now_ms())
        offered = renumbering.request(karim.replica.database, karim.replica.tables).undecided
        number = Accounts(connection, world.centre.tables).renumber(device, world.clock.now_ms())
        Twins(connection, world.centre.tables, device).take_along(number, offered, ())
    amina.sync()
    assert surnames(amina) == ["العلوي", "بناني", "تازي"]


@dataclass
class Meanwhile:
    """A line on which something happens while each answer is on its way."""

    line: DirectLine
    happens: Iterator[Callable[[], object]]

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """The answer as the centre gave it before that."""
        answer = list(self.line.exchange(frames, traffic))
        next(self.happens)()
        yield from answer


def test_a_row_that_a_copy_gave_first_is_not_mixed_with_ones_own_under_its_number(world: World) -> None:
    fatima = world.office()
    shared, other = fatima.hires(surname_ar="العلوي"), fatima.hires(surname_ar="بناني")
    fatima.sync()
    twin = opened(world, fatima, copied(world, fatima, "twin.db"))
    (mine,), (theirs,) = fatima.replica.new_rows(1), twin.replica.new_rows(1)
    assert mine == theirs  # both counted on from the same file
    spouse: dict[str, Value] = {"employee": other, "relation": "spouse", "first_name_ar": "كريم"}
    married = Operation(verb=Verb.CREATE, kind="dependant", row=theirs, dossier=other, fields=spouse)
    twin.replica.record([married], author=twin.author, lane=Lane.BULK)
    twin.sync()

    child: dict[str, Value] = {"employee": shared, "relation": "child", "first_name_ar": "سعد", "schooling": "school"}
    born = Operation(verb=Verb.CREATE, kind="dependant", row=mine, dossier=shared, fields=child)
    seen: list[list[Row]] = []
    look = repeat(lambda: seen.append([row for row in fatima.rows("dependant") if row.dossier == other]))
    fatima.sync(Meanwhile(fatima.line, chain([lambda: fatima.record(born)], look)))
    assert seen
    assert all([(row.id, row.values) for row in rows] == [(theirs, spouse)] for rows in seen)
    fatima.sync()
    twin.sync()
    assert fatima.rows("dependant") == twin.rows("dependant")
