"""Acts that cross from one office to another: the academy, an interim, a transfer during a leave, a dossier to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from massar_desktop.queries.asking import Asker
from massar_desktop.queries.work_list import Heap, work_list
from sync.client.replica import Refused
from sync.domain import filing, ledger, situation
from sync.domain.acts.annual_leave import AnnualLeave
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.catalog import ACT_BY_KIND
from sync.domain.fields import Value
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row
from sync.domain.signature import of_row
from sync.server.administration import NotAllowed
from sync.server.interim import Interim, publish_interim
from sync.server.transfer import Transfer, transfer
from sync.storage.state import TableState
from tests.exchange.invariants import check
from tests.exchange.test_acts import LEAVE, NAME, act, last, registers, steps
from tests.exchange.world import PLACE, Office, World

THERE, DAY = 505, "2030-01-01"
MOVE: dict[str, Value] = {"from_on": "2026-10-01", "school": "23456B", "reach": "school", "papers": "transfer_order"}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Two provinces under the published rules; at the end every office holds what the centre's log says."""
    made = World(tmp_path_factory.mktemp("elsewhere"))
    made.publish()
    made.province(THERE)
    yield made
    for office in made.offices:
        check(made, office)
    made.close()


@pytest.fixture(scope="module")
def clerk(world: World) -> Office:
    """The clerk's laptop."""
    return world.office()


@pytest.fixture(scope="module")
def director(world: World) -> Office:
    """The provincial director's laptop."""
    return world.office(role="director")


@pytest.fixture(scope="module")
def academy(world: World) -> Office:
    """The laptop of the academy's manager for this province: the same program, with her role."""
    return world.office(role="aref")


def meet(*offices: Office) -> None:
    """Everybody exchanges; the first ones hear of what the last ones brought."""
    for office in (*offices, *offices):
        office.sync()


def hires(office: Office, *others: Office, **facts: Value) -> int:
    """A person whom everybody knows."""
    person = office.hires(**{**NAME, **facts})
    meet(office, *others)
    return person


def heaps(office: Office, act_row: int) -> list[Heap]:
    """Where an act stands in an office's work list."""
    asker = Asker(office.replica.identity, office.author, office.replica.today())
    with office.replica.database.read() as connection:
        return [line.heap for line in work_list(connection, asker).lines if line.act == act_row]


def stored(office: Office, person: int) -> Row:
    """A situation as an office shows it."""
    return next(row for row in office.rows("situation") if row.id == person)


def test_what_the_province_may_not_decide_goes_to_the_academy_and_comes_back(
    clerk: Office, director: Office, academy: Office
) -> None:
    person = hires(clerk, director, academy, ppr="2000001")
    row = registers(clerk, person, "interest_transfer", **MOVE)
    meet(clerk, director)
    with pytest.raises(Refused, match="not_competent"):
        steps(director, row, "accept", "interest_transfer")
    steps(director, row, "opinion", "interest_transfer", opinion="favourable")
    steps(director, row, "refer", "interest_transfer", number="118/2026")
    meet(director, academy, clerk)
    assert heaps(clerk, row) == [Heap.ELSEWHERE]
    assert heaps(academy, row) == [Heap.WAITING]
    steps(academy, row, "accept", "interest_transfer", number="77/2026")
    meet(academy, clerk, director)
    came_back = act(clerk, row, "interest_transfer")
    assert (came_back.get("state"), came_back.get("decided_level")) == ("accepted", "A")
    assert stored(clerk, person).get("school") == "23456B"
    step = next(one for one in director.rows("act_step") if one.text("number") == "77/2026")
    cls = ACT_BY_KIND["interest_transfer"]
    with director.replica.database.read() as connection:
        state = TableState(connection, director.replica.tables.records, director.replica.identity.scopes)
        assert issubclass(cls, AdministrativeAct)
        signed = of_row(state, cls, came_back, step)
    assert signed is not None
    assert (signed.in_name_of, signed.lent, signed.account) == ("A", False, academy.author)


def test_two_levels_that_decide_the_same_act_both_have_their_paper(
    clerk: Office, director: Office, academy: Office
) -> None:
    person = hires(clerk, director, academy, ppr="2000007")
    row = registers(clerk, person)
    steps(clerk, row, "refer", number="119/2026")
    meet(clerk, director, academy)
    steps(academy, row, "refuse", number="78/2026", remark="ضرورة المصلحة")
    steps(director, row, "accept", number="62/2026")
    meet(academy, director, clerk)
    assert last(academy)[0] == "applied"
    assert last(director) == ("irregular", ["step_not_from_here"])
    for office in (clerk, director, academy):
        kept = act(office, row)
        assert (kept.get("state"), kept.get("decision_number"), kept.get("decided_level")) == (
            "refused",
            "78/2026",
            "A",
        )
        assert kept.get("irregular") == "step_not_from_here"
        taken = {one.text("number") for one in office.rows("act_step") if one.get("act_row") == row}
        assert taken == {"119/2026", "78/2026", "62/2026"}


def test_a_head_decides_by_interim_on_its_days_and_not_after(world: World, clerk: Office) -> None:
    head = world.office(role="head")
    person = hires(clerk, head, ppr="2000002")
    early, late = registers(clerk, person), registers(clerk, person)
    meet(clerk, head)
    with pytest.raises(Refused, match="not_competent"):
        steps(head, early, "accept")
    wanted = Interim(head.author, PLACE, "director", "2026-09-20", "2026-09-22", "9/2026")
    with pytest.raises(NotAllowed, match="days_reversed"):
        publish_interim(world.centre, replace(wanted, to_on="2026-09-01"))
    with pytest.raises(NotAllowed, match="unknown_account"):
        publish_interim(world.centre, replace(wanted, account=999))
    publish_interim(world.centre, wanted)
    head.sync()
    steps(head, early, "accept", number="61/2026")
    world.clock.ms += 5 * 86_400_000
    with pytest.raises(Refused, match="not_competent"):
        steps(head, late, "accept")
    head.sync()
    assert last(head) == ("applied", [])
    step = next(one for one in head.rows("act_step") if one.text("number") == "61/2026")
    assert (step.get("means"), step.get("level")) == ("interim", "P")
    clerk.sync()
    assert act(clerk, early).get("state") == "accepted"


def test_a_transfer_during_a_leave_takes_the_leave_along(world: World, clerk: Office, director: Office) -> None:
    there = world.office(THERE, role="director")
    person = hires(clerk, director, ppr="2000003")
    row = registers(clerk, person)
    meet(clerk, director)
    steps(director, row, "accept", number="88/2026")
    meet(director, clerk)
    steps(clerk, row, "notify")
    transfer(world.centre.database, world.centre.tables, Transfer(person, PLACE, THERE, DAY), world.clock.now_ms())
    clerk.sync()
    assert last(clerk) == ("applied", ["transferred_after"])
    meet(there, clerk, director)
    moved = act(there, row)
    assert (moved.get("state"), moved.get("decision_number"), moved.dossier) == ("notified", "88/2026", person)
    with there.replica.database.read() as connection:
        state = TableState(connection, there.replica.tables.records, there.replica.identity.scopes)
        on_leave = situation.situation_at(state, person, "2026-10-06")
        (balance,) = ledger.balances(state, person, (2026,))
    assert (on_leave["leave"], on_leave["leave_to"]) == (AnnualLeave.CODE, "2026-10-09")
    assert balance.taken == 5
    (stub,) = [one for one in clerk.rows("transfer_stub") if one.get("person") == person]
    assert f"LV-ANN {moved.text('number')}" in stub.text("acts")
    with pytest.raises(Refused, match="overlaps"):
        steps(there, registers(there, person, **LEAVE), "accept")


def test_an_arrival_whose_dossier_has_not_come_yet(world: World, clerk: Office, director: Office) -> None:
    there, chief = world.office(THERE), world.office(THERE, role="director")
    person = hires(clerk, director, ppr="2000004")
    opening = clerk.replica.new_rows(1)[0]
    facts: dict[str, Value] = {"employee": person, "known_on": "2026-01-01", "source": "massir", "school": "12345A"}
    clerk.record(Operation(verb=Verb.ACT, kind="opening_situation", row=opening, dossier=person, fields=facts))
    placeholder = hires(there, chief, ppr="2000004")
    minutes: dict[str, Value] = {"from_on": "2026-09-20", "minutes": "installation", "school": "34567C"}
    row = registers(there, placeholder, "arrival_minutes", **minutes, reach="province", papers="minutes")
    meet(there, chief)
    steps(chief, row, "accept", "arrival_minutes", number="5/2026")
    meet(chief, there, clerk)
    transfer(world.centre.database, world.centre.tables, Transfer(person, PLACE, THERE, DAY), world.clock.now_ms())
    meet(there, chief)
    assert stored(there, person).get("school") == "12345A"
    fields: dict[str, Value] = {"merged_into": person}
    there.record(
        Operation(verb=Verb.JOIN, kind="employee", row=placeholder, dossier=placeholder, other=person, fields=fields)
    )
    assert stored(there, person).get("school") == "34567C"
    steps(there, row, "notify", "arrival_minutes")
    meet(there, chief, clerk)
    assert last(there)[0] == "applied"
    for office in (there, chief):
        now = stored(office, person)
        assert (now.get("school"), now.get("province_since")) == ("34567C", "2026-09-20")
        acts = [one for kind in ("opening_situation", "arrival_minutes") for one in office.rows(kind)]
        situations = [one for one in office.rows("situation") if one.id in (person, placeholder)]
        assert situation.differences(acts, situations, {placeholder: person}) == []


def test_records_that_are_parted_again_take_their_acts_back(clerk: Office, director: Office) -> None:
    one, two = hires(clerk, director, ppr="2000005"), hires(clerk, director, ppr="2000006")
    row = registers(clerk, two, "bank_change", from_on="2026-09-01", rib="011519000001205000534921", papers="x")
    clerk.record(_pair(Verb.JOIN, two, one, {"merged_into": one}))
    meet(clerk, director)
    facts: dict[str, Value] = {"papers": "bank_certificate"}
    clerk.record(Operation(verb=Verb.CORRECT, kind="bank_change", row=row, dossier=two, fields=facts))
    meet(clerk, director)
    about, step = act(director, row, "bank_change"), director.replica.new_rows(1)[0]
    given: dict[str, Value] = {"on": director.replica.today(), "number": "3/2026"}
    director.record(filing.step(about, "accept", step, given, one))
    meet(director, clerk)
    assert stored(clerk, one).get("rib") == "011519000001205000534921"
    clerk.record(_pair(Verb.PART, two, one, {}))
    meet(clerk, director)
    assert stored(director, one).get("rib") is None
    assert stored(director, two).get("rib") == "011519000001205000534921"


def test_who_stands_at_the_end_of_a_chain_loses_what_is_parted(clerk: Office, director: Office) -> None:
    """One is joined into a second, that into a third: what the first brought leaves the third at once."""
    rib = "011519000001205000534921"
    first, second, third = (hires(clerk, director, ppr=ppr) for ppr in ("2000011", "2000012", "2000013"))
    row = registers(clerk, first, "bank_change", from_on="2026-09-01", rib=rib, papers="bank_certificate")
    for gone, keep in ((first, second), (second, third)):
        clerk.record(_pair(Verb.JOIN, gone, keep, {"merged_into": keep}))
    meet(clerk, director)
    step = director.replica.new_rows(1)[0]
    given: dict[str, Value] = {"on": director.replica.today(), "number": "4/2026"}
    director.record(filing.step(act(director, row, "bank_change"), "accept", step, given, third))
    meet(director, clerk)
    assert stored(clerk, third).get("rib") == rib
    clerk.record(_pair(Verb.PART, first, third, {}))
    meet(clerk, director)
    situations = {one.id: one.get("rib") for one in director.rows("situation")}
    assert (situations.get(first), situations.get(second), situations.get(third)) == (rib, None, None)
    with pytest.raises(Refused, match="not_joined"):
        clerk.record(_pair(Verb.PART, first, third, {}))


def _pair(verb: Verb, gone: int, keep: int, fields: dict[str, Value]) -> Operation:
    return Operation(verb=verb, kind="employee", row=gone, dossier=gone, other=keep, fields=fields)
