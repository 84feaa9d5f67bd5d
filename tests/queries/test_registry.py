"""Acts by the numbers that papers carry, for ever, and covering slips."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from massar_desktop.queries.asking import Asker
from massar_desktop.queries.registry import RegisteredAct, Slip, acts_numbered, slips
from sync.domain import filing
from sync.domain.fields import Value
from sync.server.transfer import Transfer, transfer
from tests.exchange.world import PLACE, Office, World

LEAVE: dict[str, Value] = {"from_on": "2026-10-05", "to_on": "2026-10-09", "papers": "request"}
SICK: dict[str, Value] = {"from_on": "2026-10-05", "to_on": "2026-10-18", "papers": "medical_certificate"}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Two provinces at a centre with the published rules."""
    made = World(tmp_path_factory.mktemp("registry"))
    made.publish()
    made.province(505)
    yield made
    made.close()


@pytest.fixture(scope="module")
def office(world: World) -> Office:
    """A clerk who sees the health files."""
    return world.office(confidential=True)


@pytest.fixture(scope="module")
def plain(world: World) -> int:
    """An account without that role."""
    return world.office().author


def registers(office: Office, person: int, kind: str, facts: dict[str, Value]) -> int:
    """Register an act; gives its row."""
    row = office.replica.new_rows(1)[0]
    office.record(filing.registration(kind, row, person, facts))
    return row


def refers(office: Office, kind: str, act: int, number: str) -> None:
    """Send an act to the academy under a covering slip."""
    about = next(one for one in office.rows(kind) if one.id == act)
    facts: dict[str, Value] = {"on": office.replica.today(), "number": number}
    office.record(filing.step(about, "refer", office.replica.new_rows(1)[0], facts))


def find(office: Office, text: str, account: int = 0) -> list[RegisteredAct]:
    """What a number finds."""
    asker = Asker(office.replica.identity, account or office.author, office.replica.today())
    with office.replica.database.read() as connection:
        return acts_numbered(connection, asker, text)


def listed(office: Office, account: int = 0) -> list[Slip]:
    """The covering slips."""
    asker = Asker(office.replica.identity, account or office.author, office.replica.today())
    with office.replica.database.read() as connection:
        return slips(connection, asker)


def test_both_numbers_of_a_receipt_find_the_act_for_ever(office: Office) -> None:
    person = office.hires(surname_ar="بناني", ppr="1203377")
    act = registers(office, person, "annual_leave", LEAVE)
    (before,) = find(office, office.rows("annual_leave")[-1].text("provisional_number"))
    assert (before.act, before.number, before.named.ppr) == (act, "", "1203377")
    office.sync()
    (now,) = find(office, before.provisional.lower())
    assert now.act == act
    assert now.number.endswith("/2026")
    assert [one.act for one in find(office, now.number.partition("/")[0])] == [act]
    assert find(office, f"0{now.number}") == find(office, " ") == []


def test_a_covering_slip_says_what_it_covers_and_finds_it(office: Office, plain: int) -> None:
    person = office.hires(surname_ar="العلوي")
    leave, ill = registers(office, person, "annual_leave", LEAVE), registers(office, person, "sick_short", SICK)
    refers(office, "annual_leave", leave, "77/2026")
    refers(office, "sick_short", ill, "77/2026")
    (slip,) = listed(office)
    assert (slip.number, slip.on) == ("77/2026", office.replica.today())
    assert [(one.act, one.papers) for one in slip.lines] == [(leave, ("request",)), (ill, ("medical_certificate",))]
    assert {one.act for one in find(office, "77/2026")} == {leave, ill}
    (seen,) = listed(office, plain)
    assert [one.act for one in seen.lines] == [leave]
    assert [one.act for one in find(office, "77", plain)] == [leave]


def test_the_number_of_an_act_that_left_with_somebody_is_still_found(world: World, office: Office) -> None:
    person = office.hires(surname_ar="الراضي", ppr="7654321")
    act = registers(office, person, "annual_leave", LEAVE)
    office.sync()
    number = next(one for one in office.rows("annual_leave") if one.id == act).text("number")
    wanted = Transfer(person, PLACE, 505, "2030-01-01")
    transfer(world.centre.database, world.centre.tables, wanted, world.clock.now_ms())
    office.sync()
    (found,) = find(office, number)
    assert (found.person, found.act, found.left_for[1]) == (person, 0, "Province")
