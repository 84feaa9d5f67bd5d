"""An office hears once a day who works in its province: whom an administrator made, and whose role has ended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sync.server.administration import OPERATOR, Administration, Grant
from sync.server.roles import ADMINISTRATOR
from tests.exchange.sticks import answers, asks, open_counter, reads
from tests.exchange.world import PLACE, Office, World

DAY_MS = 86_400_000


def act(world: World, deed: Callable[[Administration], object]) -> None:
    with world.centre.database.write() as connection:
        deed(Administration(connection, world.centre.tables, OPERATOR, world.clock.now_ms()))


def colleagues(office: Office) -> list[tuple[int, str, bool]]:
    return [(one.id, one.role, one.confidential) for one in office.replica.identity.accounts]


def hires_a_head(by: Administration) -> None:
    number = by.create_account(PLACE, "رئيسة", "Cheffe")
    by.grant(Grant(number, PLACE, "head"))
    by.grant(Grant(number, PLACE, ADMINISTRATOR))  # which is none of the office's business


def test_a_new_colleague_is_known_the_next_day_and_an_ended_role_is_gone(tmp_path: Path) -> None:
    world = World(tmp_path)
    office = world.office(confidential=True)
    assert colleagues(office) == [(1, "clerk", True)]
    act(world, hires_a_head)
    office.sync()
    assert colleagues(office) == [(1, "clerk", True)]  # once a day is enough
    world.clock.ms += DAY_MS
    office.sync()  # by this answer's time it is another day
    office.sync()
    assert colleagues(office) == [(1, "clerk", True), (2, "head", False)]
    act(world, lambda by: by.end_role(1, 2, "2026-09-20"))
    act(world, lambda by: by.end_role(2, 1, "2026-09-20"))
    world.clock.ms += DAY_MS
    office.sync()
    office.sync()
    # Her name stays for what she wrote; health files are hers no more.
    assert colleagues(office) == [(1, "clerk", False), (2, "", False)]
    assert not office.replica.identity.sees_confidential(1)
    world.close()


def test_it_is_told_by_stick_too(tmp_path: Path) -> None:
    world = World(tmp_path)
    open_counter(world)
    far = world.office()
    act(world, hires_a_head)
    world.clock.ms += DAY_MS
    reads(far, answers(world, asks(world, far)))
    reads(far, answers(world, asks(world, far)))
    assert colleagues(far) == [(1, "clerk", False), (2, "head", False)]
    world.close()
