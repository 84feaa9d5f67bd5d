"""The last frame of a request is stored and decided in one transaction, and nothing is lost by that (ADR 49)."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect, select, text

from sync.protocol import codec
from sync.protocol.messages import Sealed
from sync.server.devices import Devices
from sync.server.history import Fence, new_epoch
from sync.server.push import SLICE, Push
from sync.storage.errors import Unavailable
from tests.exchange.laptop import Laptop, verdicts
from tests.exchange.world import World


def kept(world: World) -> list[tuple[int, str, str | None]]:
    """Number, state and verdict of all operations at the centre, in the order in which they came."""
    t = world.centre.tables.operation
    with world.centre.database.read() as connection:
        return [tuple(row) for row in connection.execute(select(t.c.n, t.c.state, t.c.verdict).order_by(t.c.arrival))]


def sends_in_vain(world: World, laptop: Laptop, operation: Sealed, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours stops the centre between keeping and deciding."""
    with monkeypatch.context() as broken:
        broken.setattr(Push, "decide_slice", _fails(RuntimeError("a fault of ours")))
        with pytest.raises(RuntimeError):
            laptop.sends(world.centre, operation)


def revoke(world: World, laptop: Laptop) -> None:
    """From now on what it sends is held."""
    with world.centre.database.write() as connection:
        Devices(connection, world.centre.tables).revoke(laptop.device, world.clock.ms)


def test_what_a_fault_of_ours_stops_is_kept_and_decided_the_next_time(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    sends_in_vain(world, laptop, hired, monkeypatch)
    assert kept(world) == [(1, "stored", None)]
    assert [v.verdict for v in laptop.sends(world.centre, hired)] == ["applied"]


def test_what_the_database_refuses_is_not_there_by_half(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    with monkeypatch.context() as broken:
        broken.setattr(Push, "_keep", _fails(Unavailable("it went away")))
        with pytest.raises(Unavailable):
            laptop.sends(world.centre, hired)
    assert kept(world) == []
    assert [v.verdict for v in laptop.sends(world.centre, hired)] == ["applied"]
    assert kept(world) == [(1, "decided", "applied")]


def test_what_an_earlier_request_left_is_decided_before_what_comes_last(world: World) -> None:
    laptop = world.laptop()
    person, hired = laptop.hires(surname_ar="العلوي")
    opening, *others = codec.Splitter().feed(b"".join(laptop.request([hired])))
    conversation = world.centre.open(opening)
    for payload in others:
        conversation.receive(payload)  # and then the line was cut
    assert kept(world) == [(1, "stored", None)]
    answer = laptop.sends(world.centre, laptop.corrects(person, phone="+212661045277"))
    assert [(v.n, v.verdict) for v in answer] == [(2, "applied")]
    assert kept(world) == [(1, "decided", "applied"), (2, "decided", "applied")]


def test_more_than_a_slice_in_one_frame_is_decided_in_its_order(world: World) -> None:
    laptop = world.laptop()
    person, hired = laptop.hires(surname_ar="العلوي")
    many = [laptop.corrects(person, phone=f"+2126{n:08}") for n in range(2 * SLICE + 10)]
    answer = laptop.sends(world.centre, hired, *many)
    assert [v.verdict for v in answer] == ["applied"] * len([hired, *many])
    assert [(n, state) for n, state, _ in kept(world)] == [(n, "decided") for n in range(1, len(many) + 2)]
    employee = world.centre.tables.records.records["employee"]
    with world.centre.database.read() as connection:
        assert connection.execute(select(employee.c.phone)).scalar_one() == f"+2126{len(many) - 1:08}"


def test_a_rejection_that_nobody_was_told_of_is_known_when_the_frame_comes_again(world: World) -> None:
    laptop = world.laptop()
    person, hired = laptop.hires(surname_ar="العلوي")
    laptop.sends(world.centre, hired)
    wrong = laptop.corrects(person, phone="no number at all")
    assert [v.verdict for v in laptop.sends(world.centre, wrong)] == ["rejected"]
    after = laptop.corrects(person, phone="+212661045277")
    again = laptop.sends(world.centre, wrong, after)
    assert [(v.verdict, [p.code for p in v.problems]) for v in again][1] == ("rejected", ["follows_rejected"])


def test_a_revoked_laptop_s_last_frame_is_held(world: World) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    revoke(world, laptop)
    assert verdicts(laptop.ask(world.centre, [hired])) == []
    assert kept(world) == [(1, "held", None)]


def test_what_waited_is_held_where_a_revoked_laptop_offers_it_again(world: World) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    with world.centre.database.write() as connection:
        new_epoch(connection, world.centre.tables, Fence(world.folder / "fence"))
    laptop.ask(world.centre, [hired], laptop.hello(laptop.marks()))  # it has not heard yet
    assert kept(world) == [(1, "waiting", None)]
    revoke(world, laptop)
    laptop.epoch = 2
    laptop.ask(world.centre, [hired], laptop.hello(laptop.marks()))
    assert kept(world) == [(1, "held", None)]


def test_what_was_sent_and_is_not_decided_is_held_with_the_revocation(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    sends_in_vain(world, laptop, hired, monkeypatch)
    revoke(world, laptop)
    assert kept(world) == [(1, "held", None)]


def _fails(wrong: Exception) -> object:
    def failing(*_: object, **__: object) -> None:
        raise wrong

    return failing


def test_numbers_of_arrival_go_on_after_those_of_an_older_version(world: World) -> None:
    laptop = world.laptop()
    person, hired = laptop.hires(surname_ar="العلوي")
    laptop.sends(world.centre, hired, laptop.corrects(person, phone="+212661045277"))
    tables = world.centre.tables
    t, device, meta = tables.operation, tables.directory.device, tables.meta
    with world.centre.database.write() as connection:  # as version 9 left it
        connection.execute(text("DROP INDEX ix_operation_undecided"))
        connection.execute(text("CREATE INDEX ix_operation_state ON operation (place, device, state, arrival)"))
        connection.execute(device.update().values(arrivals=0))
        connection.execute(meta.update().where(meta.c.name == "database_version").values(value="9"))
    world.centre.migrate()
    laptop.sends(world.centre, laptop.corrects(person, phone="+212661045278"))
    with world.centre.database.read() as connection:
        came = connection.execute(select(t.c.n, t.c.arrival).order_by(t.c.n)).all()
        indexes = {index["name"] for index in inspect(connection).get_indexes(t.name)}
    assert [tuple(row) for row in came] == [(1, 1), (2, 2), (3, 3)]
    assert indexes == {"ix_operation_undecided"}
