"""Somebody known elsewhere is told as such to whoever knows both her numbers, and nothing more of her (ADR 29)."""

from __future__ import annotations

from sqlalchemy import delete, select

from sync.protocol.messages import Verdict
from sync.server.transfer import Transfer, transfer
from sync.storage.identity import Identities
from sync.storage.migrations import migrate_centre
from tests.exchange.laptop import Laptop
from tests.exchange.world import PLACE, World

THERE = 505
PPR, CIN = "1234567", "AB123456"


def told(found: list[Verdict]) -> list[tuple[str, dict[str, str | int]]]:
    """What a verdict remarks on."""
    return [(problem.code, problem.params) for verdict in found for problem in verdict.problems]


def kept(world: World) -> set[tuple[int, int, int]]:
    """What stands in the table, without the hashes."""
    t = world.centre.tables.identity
    with world.centre.database.read() as connection:
        return {(row.field, row.scope, row.person) for row in connection.execute(select(t))}


def pair(world: World) -> tuple[Laptop, Laptop]:
    """A laptop here and one in another province."""
    world.province(THERE)
    return world.laptop(), world.laptop(THERE)


KNOWN = [("known_elsewhere", {"ar": "إقليم", "la": "Province"})]


def test_both_numbers_together_tell_the_province_and_no_more(world: World) -> None:
    here, there = pair(world)
    person, hired = here.hires(surname_ar="العلوي", ppr=PPR, cin=CIN)
    assert told(here.sends(world.centre, hired)) == []
    (verdict,) = there.sends(world.centre, there.hires(ppr=PPR, cin=CIN)[1])
    assert verdict.verdict == "applied"
    assert told([verdict]) == KNOWN
    assert str(person) not in repr(verdict)
    # And when the second number is added later.
    late, hired = there.hires(ppr=PPR)
    assert told(there.sends(world.centre, hired, there.corrects(late, 9, cin=CIN)))[-1:] == KNOWN


def test_a_guessed_number_is_answered_like_one_that_nobody_has(world: World) -> None:
    here, there = pair(world)
    here.sends(world.centre, here.hires(ppr=PPR, cin=CIN)[1])
    for guess in ({"ppr": PPR}, {"cin": CIN}, {"ppr": PPR, "cin": "AB999999"}, {"ppr": "7654321", "cin": CIN}):
        codes = [code for code, _ in told(there.sends(world.centre, there.hires(**guess)[1]))]
        assert set(codes) <= {"number_stands_twice"}  # what her own guesses before have in common with this one


def test_two_people_who_share_one_number_each_are_not_one(world: World) -> None:
    here, there = pair(world)
    here.sends(world.centre, here.hires(ppr=PPR)[1], here.hires(cin=CIN)[1])
    assert told(there.sends(world.centre, there.hires(ppr=PPR, cin=CIN)[1])) == []


def test_the_table_follows_the_rows(world: World) -> None:
    here, _ = pair(world)
    person, hired = here.hires(ppr=PPR, cin=CIN)
    here.sends(world.centre, hired)
    assert kept(world) == {(10, 5040, person), (11, 5040, person)}
    here.sends(world.centre, here.corrects(person, 1, cin=None))
    assert kept(world) == {(10, 5040, person)}
    moved = Transfer(person, PLACE, THERE, "2026-09-01")
    transfer(world.centre.database, world.centre.tables, moved, world.clock.now_ms())
    assert kept(world) == {(10, 5050, person)}
    with world.centre.database.read() as connection:
        identity = world.centre.tables.identity
        assert list(Identities(connection, identity).doubles()) == []
    here.sends(world.centre, here.hires(ppr=PPR)[1])
    with world.centre.database.read() as connection:
        ((field, people),) = Identities(connection, identity).doubles()
    assert (field, [one.scope for one in people]) == ("ppr", [5040, 5050])


def test_a_database_of_before_is_filled_when_it_is_brought_up(world: World) -> None:
    here, _ = pair(world)
    here.sends(world.centre, *(here.hires(ppr=str(1000000 + n), cin=f"AB{n:06}")[1] for n in range(30)))
    before, tables = kept(world), world.centre.tables
    assert len(before) == 60
    with world.centre.database.write() as connection:
        tables.identity.drop(connection)
        connection.execute(delete(tables.meta).where(tables.meta.c.name == "identity_key"))
        connection.execute(tables.meta.update().where(tables.meta.c.name == "database_version").values(value="6"))
        migrate_centre(connection)
    assert kept(world) == before
