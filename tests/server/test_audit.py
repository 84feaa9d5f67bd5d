"""Any line of the audit that was altered, removed or put in is found; a purge of values leaves it whole (ADR 28)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from sync.domain.ids import Compartment, scope_id
from sync.server import audit, audit_check
from sync.server.administration import OPERATOR, Administration, Grant
from sync.server.anchors import outside
from sync.server.history import Fence
from tests.exchange.laptop import Laptop
from tests.exchange.world import PLACE, World

GENERAL, CONFIDENTIAL = (scope_id(PLACE, part) for part in Compartment)
DAY_MS = 86_400_000


@pytest.fixture
def busy(world: World, tmp_path: Path) -> World:
    """A centre on either database that has seen some work over two days, each of them anchored."""
    world.centre.fence = Fence(tmp_path / "fence")
    laptop = world.laptop(confidential=True)
    for _ in range(2):
        works(world, laptop)
        assert world.centre.audit.anchor(world.clock.now_ms(), world.centre.fence)
        world.clock.ms += DAY_MS
    assert codes(world) == set()
    return world


def works(world: World, laptop: Laptop) -> None:
    """Three operations, and two deeds of an administrator."""
    person, hired = laptop.hires(surname_ar="العلوي", ppr="1234567")
    laptop.sends(world.centre, hired, laptop.corrects(person, 0, phone="+212661045277"))
    laptop.sends(world.centre, laptop.hires(surname_ar="الفاسي")[1])
    with world.centre.database.write() as connection:
        by = Administration(connection, world.centre.tables, OPERATOR, world.clock.now_ms())
        by.grant(Grant(by.create_account(PLACE, "موظفة", "Agent"), PLACE, "clerk"))


def codes(world: World) -> set[str]:
    """What a verification says."""
    with world.centre.database.read() as connection:
        kept = audit_check.read_kept(outside(world.centre.fence)) if world.centre.fence else None
        return {finding.code for finding in audit_check.verify(connection, world.centre.tables, kept)}


def lines(world: World) -> list[dict[str, object]]:
    with world.centre.database.read() as connection:
        return [dict(line) for line in audit_check.lines(connection, world.centre.tables, GENERAL)]


def test_it_says_who_decided_what_and_holds_no_value(busy: World) -> None:
    enrolled, *found = lines(busy)
    assert (enrolled["deed"], enrolled["about"]) == ("enrolled", "device=16 account=1")
    assert [line["deed"] for line in found] == ["decided", "decided", "account", "role_given"] * 2
    assert found[0]["about"] == "desk 1-2"
    assert [line["actor"] for line in found[:2]] == [1, 1]
    told = repr(found)
    assert not [value for value in ("العلوي", "1234567", "+212661045277", "موظفة", "Agent") if value in told]


def test_every_altered_removed_or_inserted_line_is_found(busy: World) -> None:
    t = busy.centre.tables.audit.line
    changed: dict[str, object] = {
        "at_ms": 1, "actor": 99, "device": 99, "deed": "read", "about": "desk 9", "digest": b"x", "chain": b"y" * 16
    }  # fmt: skip

    def found(damage: Callable[[Connection], object]) -> set[str]:
        """What is found of a damage, which is then undone."""
        with busy.centre.database.engines[1].connect() as connection:
            transaction = connection.begin()
            damage(connection)
            said = {finding.code for finding in audit_check.verify(connection, busy.centre.tables)}
            transaction.rollback()
        return said

    last = len(lines(busy))
    for n in range(1, last + 1):
        at = t.c.scope == GENERAL, t.c.n == n
        for name, value in changed.items():
            assert found(lambda c, at=at, name=name, value=value: c.execute(update(t).where(*at).values({name: value})))  # type: ignore[misc]  # a loop's own values
        assert found(lambda c, at=at: c.execute(delete(t).where(*at)))  # type: ignore[misc]  # the same
    more = {**lines(busy)[-1], "n": last + 1}
    assert found(lambda c: c.execute(insert(t), more)) == {"line_altered", "last_line_differs"}
    assert found(lambda c: c.execute(delete(t).where(t.c.scope == GENERAL))) >= {"anchor_differs", "last_line_differs"}


def test_a_history_written_anew_is_found_by_the_anchors_outside(busy: World) -> None:
    """Who may write to all tables can make chains that hold; not the file that is kept elsewhere."""
    tables = busy.centre.tables
    with busy.centre.database.write() as connection:
        for table in (tables.audit.line, tables.audit.head, tables.audit.anchor):
            connection.execute(delete(table))
        audit.note(connection, tables, [audit.Line(GENERAL, 1, 1, audit.Deed.DECIDED, digest=audit.decided_hash([]))])
    assert codes(busy) == {"anchor_outside_differs"}


def test_a_verdict_changed_behind_its_back_is_found_and_a_purge_is_not_held_against_it(busy: World) -> None:
    t = busy.centre.tables.operation
    with busy.centre.database.write() as connection:
        connection.execute(update(t).values(record=b"", problems="[]"))  # a lawful purge of what was written
    assert codes(busy) == set()
    with busy.centre.database.write() as connection:
        connection.execute(update(t).where(t.c.n == 2).values(verdict="rejected"))
    assert codes(busy) == {"decision_altered"}


def test_an_export_is_verified_without_the_database(busy: World) -> None:
    with busy.centre.database.read() as connection:
        exported = list(audit_check.export(connection, busy.centre.tables))
        count = len(connection.execute(select(busy.centre.tables.audit.line.c.n)).all())
    assert len(exported) == count
    assert audit_check.verify_export(exported) == []
    for at in range(len(exported)):
        removed = [*exported[:at], *exported[at + 1 :]]
        altered = [*exported[:at], exported[at].replace('"actor": ', '"actor": 7'), *exported[at + 1 :]]
        assert audit_check.verify_export(altered) != []
        last_of_its_scope = (
            at + 1 == len(exported) or exported[at + 1].split('"scope"')[1] != exported[at].split('"scope"')[1]
        )
        assert last_of_its_scope or audit_check.verify_export(removed) != []
