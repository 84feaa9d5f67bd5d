"""Who may make whom, with what, and for how long; what a revoked laptop sends waits for somebody (sync.md 3.10)."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import TypeVar

import pytest
from sqlalchemy import text

from sync.domain.ids import NATION
from sync.protocol.errors import WireError
from sync.protocol.exchange import EnrolRequest
from sync.protocol.messages import PROTOCOL
from sync.server import audit_check, passwords
from sync.server.__main__ import main
from sync.server.administration import (
    OPERATOR,
    Administration,
    Grant,
    NotAllowed,
    decide_left_behind,
    decide_released,
)
from sync.server.devices import Devices
from sync.server.roles import ADMINISTRATOR, Roles
from tests.exchange.laptop import DAY
from tests.exchange.world import PLACE, World

REGION, NEIGHBOUR, FAR = 500, 505, 601
T = TypeVar("T")
PASSWORD = "three words here"  # a test's


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Three provinces in two regions, on SQLite: nothing here depends on the database."""
    made = World(tmp_path)
    for place in (NEIGHBOUR, FAR):
        made.province(place)
    yield made
    made.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def any_world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """One province on either database."""
    url = request.getfixturevalue("postgres_database") if request.param == "postgresql" else None
    made = World(tmp_path, url)
    yield made
    made.close()


def act(world: World, actor: int, deed: Callable[[Administration], T]) -> T:
    """What somebody does, in a transaction."""
    with world.centre.database.write() as connection:
        return deed(Administration(connection, world.centre.tables, actor, world.clock.now_ms()))


def refused(world: World, actor: int, deed: Callable[[Administration], object]) -> str:
    """The code of a refusal."""
    with pytest.raises(NotAllowed) as refusal:
        act(world, actor, deed)
    return refusal.value.code


def person(world: World, place: int, role: str, by: int = OPERATOR, **more: object) -> int:
    """A new person with a role."""
    number = act(world, by, lambda a: a.create_account(place, "موظفة", "Agent"))
    act(world, by, lambda a: a.grant(Grant(number, place, role, **more)))  # type: ignore[arg-type]  # days and parts
    return number


def test_the_ministry_makes_administrators_and_these_make_clerks(world: World) -> None:
    ministry = person(world, NATION, ADMINISTRATOR)
    region = person(world, REGION, ADMINISTRATOR, by=ministry)
    province = person(world, PLACE, ADMINISTRATOR, by=region)
    clerk = person(world, PLACE, "clerk", by=province)
    code = act(world, province, lambda a: a.issue_code(PLACE, clerk))
    answer = world.centre.enrol(EnrolRequest(code, b"\x01" * 32, PROTOCOL))
    assert (answer.place, answer.account, [one.id for one in answer.accounts]) == (PLACE, clerk, [clerk])


def test_nobody_acts_outside_or_above_her_place(world: World) -> None:
    ministry, region, province = (person(world, place, ADMINISTRATOR) for place in (NATION, REGION, PLACE))
    clerk, far, own = person(world, PLACE, "clerk"), person(world, FAR, "clerk"), world.laptop(FAR)
    outside: list[Callable[[Administration], object]] = [
        lambda a: a.create_account(FAR, "ا", "A"),
        lambda a: a.grant(Grant(far, FAR, "head")),
        lambda a: a.end_role(far, 1, DAY),
        lambda a: a.issue_code(FAR, far),
        lambda a: a.set_password(far, PASSWORD),
        lambda a: a.revoke(own.device),
        lambda a: a.order_erasure(own.device),
        lambda a: a.release(own.device),
        lambda a: a.create_region(700),
    ]
    for actor in (region, province, clerk):
        assert {refused(world, actor, deed) for deed in outside} == {"not_allowed"}
    above: list[Callable[[Administration], object]] = [
        lambda a: a.grant(Grant(clerk, PLACE, ADMINISTRATOR)),  # an equal
        lambda a: a.grant(Grant(clerk, REGION, "clerk")),
        lambda a: a.grant(Grant(clerk, NATION, "ministry")),
        lambda a: a.grant(Grant(clerk, PLACE, "aref")),
        lambda a: a.grant(Grant(province, PLACE, "director", confidential=True)),  # herself
        lambda a: a.set_password(region, PASSWORD),
    ]
    assert {refused(world, province, deed) for deed in above} == {"not_allowed"}
    # What does not exist is answered like what is not hers.
    absent = [refused(world, province, deed) for deed in (lambda a: a.revoke(999), lambda a: a.set_password(999, "x"))]
    assert absent == ["not_allowed"] * 2
    act(world, ministry, outside[-1])
    # A password of somebody who administers more than oneself would be a way up.
    act(world, ministry, lambda a: a.grant(Grant(clerk, FAR, ADMINISTRATOR)))
    assert refused(world, province, lambda a: a.set_password(clerk, PASSWORD)) == "not_allowed"


def test_a_role_holds_in_its_scope_between_its_days(world: World) -> None:
    interim = person(world, NEIGHBOUR, "clerk")
    act(world, OPERATOR, lambda a: a.grant(Grant(interim, PLACE, "director", True, "2026-08-01", "2026-08-31")))
    with world.centre.database.read() as connection:
        roles = Roles(connection, world.centre.tables)
        here, there = (roles.authors(place, world.clock.now_ms()) for place in (PLACE, NEIGHBOUR))
    found = [here.find(interim, f"2026-{day}") for day in ("07-31", "08-01", "08-31", "09-01")]
    assert [one and (one.role, one.confidential) for one in found] == [
        None,
        ("director", True),
        ("director", True),
        None,
    ]
    clerk = there.find(interim, "2026-08-15")
    assert clerk is not None
    assert (clerk.role, clerk.confidential) == ("clerk", False)
    assert refused(world, OPERATOR, lambda a: a.grant(Grant(interim, PLACE, "head", last_day="soon"))) == "not_a_day"


def test_what_was_written_under_a_role_is_decided_for_some_weeks_after_its_end(world: World) -> None:
    laptop = world.laptop()
    act(world, OPERATOR, lambda a: a.end_role(laptop.author, 1, DAY))
    world.clock.ms += 40 * 86_400_000
    assert [v.verdict for v in laptop.sends(world.centre, laptop.hires(surname_ar="العلوي")[1])] == ["applied"]
    world.clock.ms += 10 * 86_400_000
    (late,) = laptop.sends(world.centre, laptop.hires(surname_ar="الفاسي")[1])
    assert (late.verdict, [p.code for p in late.problems]) == ("rejected", ["author_unknown"])


def test_a_code_is_worthless_once_its_person_has_no_role(world: World) -> None:
    clerk = person(world, PLACE, "clerk")
    code = act(world, OPERATOR, lambda a: a.issue_code(PLACE, clerk))
    act(world, OPERATOR, lambda a: a.end_role(clerk, 1, "2026-09-01"))
    with pytest.raises(WireError):
        world.centre.enrol(EnrolRequest(code, b"\x01" * 32, PROTOCOL))
    assert refused(world, OPERATOR, lambda a: a.issue_code(PLACE, clerk)) == "no_role_here"


def test_what_a_revoked_laptop_sends_is_held_and_then_released(world: World) -> None:
    laptop, other = world.laptop(), world.laptop()
    person_, hired = laptop.hires(surname_ar="العلوي")
    laptop.sends(world.centre, hired)
    act(world, OPERATOR, lambda a: a.revoke(laptop.device))
    laptop.ask(world.centre, [laptop.corrects(person_, 1, phone="+212661045277")])
    with world.centre.database.read() as connection:
        assert Devices(connection, world.centre.tables).find(laptop.device).held == 1
    other.sends(world.centre, other.corrects(person_, 1, email="a@b.ma"))
    assert act(world, OPERATOR, lambda a: a.release(laptop.device)) == 1
    assert decide_released(world.centre.database, world.centre.tables, laptop.device, world.clock.now_ms()) == 1
    table = world.centre.tables.records.records["employee"]
    with world.centre.database.read() as connection:
        (row,) = connection.execute(table.select()).mappings()
    assert (row["phone"], row["email"]) == ("+212661045277", "a@b.ma")


def test_what_was_released_before_the_centre_was_stopped_is_decided_when_it_starts_again(world: World) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    act(world, OPERATOR, lambda a: a.revoke(laptop.device))
    laptop.ask(world.centre, [hired])
    left = partial(decide_left_behind, world.centre.database, world.centre.tables, world.clock.now_ms())
    assert left() == 0  # it is held
    act(world, OPERATOR, lambda a: a.release(laptop.device))
    assert [left(), left()] == [1, 0]


def test_two_administrators_who_release_at_once_have_each_operation_decided_once(any_world: World) -> None:
    laptop, centre = any_world.laptop(), any_world.centre
    held = [laptop.hires(surname_ar="العلوي")[1] for _ in range(450)]  # more than two slices
    act(any_world, OPERATOR, lambda a: a.revoke(laptop.device))
    laptop.ask(centre, held)
    together = Barrier(2)

    def releases(_: int) -> int:
        together.wait()
        act(any_world, OPERATOR, lambda a: a.release(laptop.device))
        return decide_released(centre.database, centre.tables, laptop.device, any_world.clock.now_ms())

    with ThreadPoolExecutor(2) as both:
        assert sum(both.map(releases, range(2))) == len(held)
    with centre.database.read() as connection:
        told = connection.execute(text("SELECT count(*), count(DISTINCT seq) FROM change WHERE device > 1")).one()
        assert tuple(told) == (len(held), len(held))
        assert audit_check.verify(connection, centre.tables) == []


def test_wrong_passwords_shut_out_who_types_them_and_nobody_else(world: World) -> None:
    head = person(world, PLACE, "head")
    assert refused(world, head, lambda a: a.set_password(head, "short")) == "password_short"
    act(world, head, lambda a: a.set_password(head, PASSWORD))

    def tries(password: str, asker: bytes, account: int = head) -> bool | None:
        with world.centre.database.write() as connection:
            now = world.clock.now_ms()
            return passwords.signs_in(connection, world.centre.tables, (account, password), asker, now)

    assert [tries("wrong", b"stranger") for _ in range(6)] == [False] * 5 + [None]
    assert tries(PASSWORD, b"stranger") is None
    assert tries(PASSWORD, b"her own") is True
    assert tries(PASSWORD, b"her own", account=999) is False
    world.clock.ms += passwords.SIGN_IN_WINDOW_MS
    assert tries(PASSWORD, b"stranger") is True


def test_the_commands_do_all_of_it(
    world: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def centre(*arguments: str) -> str:
        status = main(["--database", f"sqlite:///{world.folder / 'centre.db'}", *arguments])
        said = capsys.readouterr()
        return said.out.strip() if status == 0 else f"{status} {said.err.strip()}"

    laptop = world.laptop()
    assert centre("create-region", "700") == "region 0700"
    number = centre("create-account", "700", "--name-ar", "مسؤولة", "--name-fr", "Responsable")
    granted = centre("grant", number, "700", "administrator", "--until", "2027-08-31")
    assert granted == f"account {number}: administrator in 0700, role 1"
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
    assert centre("set-password", number) == f"account {number}: password set"
    assert centre("end-role", number, "1", "2026-12-31") == f"account {number}: role 1 ends on 2026-12-31"
    assert len(centre("issue-code", str(PLACE), str(laptop.author))) == 10
    assert centre("issue-code", str(PLACE), number) == "2 nothing was done: no_role_here"
    assert centre("revoke-device", str(laptop.device)) == f"laptop {laptop.device}: revoked"
    laptop.ask(world.centre, [laptop.hires(surname_ar="العلوي")[1]])
    listed = [json.loads(line) for line in centre("list", str(PLACE)).splitlines()]
    assert [(one["what"], one.get("role"), one.get("held")) for one in listed] == [
        ("role", "clerk", None),
        ("laptop", None, 1),
    ]
    assert centre("release", str(laptop.device)).splitlines()[1] == "1 operations decided"
    assert centre("erase-device", str(laptop.device)).endswith("erased at its next contact")
    assert centre("audit", "verify").endswith(", 0 findings")


def test_a_loaded_database_of_before_roles_is_brought_up(any_world: World) -> None:
    """What stood in an account is a role without end; the audit begins, and people are known by their numbers."""
    world, tables = any_world, any_world.centre.tables
    laptop, trusted = world.laptop(), world.laptop(confidential=True)
    person_, hired = laptop.hires(surname_ar="العلوي", ppr="1234567")
    laptop.sends(world.centre, hired)
    with world.centre.database.write() as connection:
        for column in ("role TEXT NOT NULL DEFAULT 'clerk'", "confidential BOOLEAN NOT NULL DEFAULT false"):
            connection.execute(text(f"ALTER TABLE account ADD COLUMN {column}"))
        connection.execute(text("UPDATE account SET confidential = true WHERE id = 2"))
        for table in (tables.directory.role, tables.directory.attempt, tables.identity, *astuple(tables.audit)):
            table.drop(connection)
        meta = tables.meta
        connection.execute(meta.delete().where(meta.c.name.in_(("identity_key", "wall"))))
        connection.execute(meta.update().where(meta.c.name == "database_version").values(value="4"))
    world.centre.migrate()
    with world.centre.database.read() as connection:
        held = [(one.account, one.scope, one.role) for one in Roles(connection, tables).at(PLACE)]
        assert [row.person for row in connection.execute(tables.identity.select())] == [person_]
    assert held == [(1, 5040, "clerk"), (2, 5040, "clerk"), (2, 5041, "clerk")]
    after = [laptop.corrects(person_, 1, phone="+212661045277"), laptop.hires(surname_ar="الفاسي")[1]]
    assert [v.verdict for v in laptop.sends(world.centre, *after)] == ["applied"] * 2
    assert [v.verdict for v in trusted.sends(world.centre, trusted.corrects(person_, 2, email="a@b.ma"))] == ["applied"]
    with world.centre.database.read() as connection:
        assert audit_check.verify(connection, tables) == []
