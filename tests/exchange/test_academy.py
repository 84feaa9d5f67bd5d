"""An academy's laptop: the directory of its region, in full what is referred to it, and what its decisions come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from massar_desktop.documents.act_papers import ActPapers
from massar_desktop.queries.asking import Asker
from massar_desktop.queries.paper_facts import act_facts, office_facts
from massar_desktop.queries.people import page, people_order
from massar_desktop.queries.search import search
from massar_desktop.queries.work_list import Heap, WorkLine, work_list
from sync.client.courier import UNLIMITED
from sync.client.replica import Refused
from sync.domain.fields import Value
from sync.domain.ids import CENTRE_DEVICE, Compartment, academy_of, row_id, scope_id
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row
from sync.server.publish import publish
from sync.server.transfer import Transfer, transfer
from tests.exchange.invariants import check
from tests.exchange.referrals import must_agree
from tests.exchange.scans import attach, content, fetch, kept, papers, scan
from tests.exchange.test_acts import LEAVE, NAME, SICK, act, last, registers, steps, withdraw_delegation
from tests.exchange.world import PLACE, Office, World

NEAR, FAR, DAY = 505, 601, "2030-01-01"
ACADEMY = academy_of(PLACE)
MOVE: dict[str, Value] = {"from_on": "2026-10-01", "school": "23456B", "reach": "school", "papers": "transfer_order"}
KIND = "interest_transfer"
SCHOOL = row_id(CENTRE_DEVICE, 999_000)


@dataclass
class Country:
    """Two provinces of a region and its academy, a province of another region, and who works there."""

    world: World
    clerk: Office
    near: Office
    manager: Office
    pprs: Iterator[int]

    def refers(self) -> tuple[int, int]:
        """A person with an act that is referred to the academy; everybody knows of it."""
        person = self.clerk.hires(**{**NAME, "ppr": str(next(self.pprs))})
        row = registers(self.clerk, person, KIND, **MOVE)
        steps(self.clerk, row, "refer", KIND, number="118/2026")
        meet(self.clerk, self.near, self.manager)
        return person, row


def country_in(folder: Path, url: str | None) -> Iterator[Country]:
    """At its end every office holds what the centre's log says, and the academies what follows from their provinces."""
    world = World(folder, url)
    world.publish()
    world.province(NEAR)
    world.province(FAR)
    world.academy()
    school = Row("school", SCHOOL, SCHOOL, scope_id(500, Compartment.GENERAL), {"gresa": "23456B", "province": "0504"})
    publish(world.centre.database, world.centre.tables, [school], day="2026-01-01")
    offices = world.office(confidential=True), world.office(NEAR)
    yield Country(world, *offices, world.office(ACADEMY, role="aref", confidential=True), count(2_000_001))
    for office in (*world.offices, *world.offices):
        assert office.sync().verified
    must_agree(world)
    for office in world.offices:
        check(world, office)
    world.close()


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Country]:
    """One country for stories about people of their own."""
    yield from country_in(tmp_path_factory.mktemp("country"), None)


@pytest.fixture(params=["sqlite", "postgres"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Country]:
    """A country of its own, on either database."""
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_database")
    yield from country_in(tmp_path, url)


def meet(*offices: Office) -> None:
    """Everybody exchanges twice; none has to be repaired."""
    for office in (*offices, *offices):
        assert office.sync().repaired == 0


def lines(office: Office, row: int) -> list[WorkLine]:
    """What an office's work list says of an act."""
    asker = Asker(office.replica.identity, office.author, office.replica.today())
    with office.replica.database.read() as connection:
        return [line for line in work_list(connection, asker).lines if line.act == row]


def heaps(office: Office, row: int) -> list[Heap]:
    """Where an act stands in an office's work list."""
    return [line.heap for line in lines(office, row)]


def held(office: Office) -> list[int]:
    """Whose dossiers an office holds."""
    return [row.id for row in office.rows("employee")]


def listed(office: Office) -> dict[int, Row]:
    """What the directory says of whom."""
    return {entry.id: entry for entry in office.rows("directory_entry")}


def test_a_referred_act_is_decided_at_the_academy_and_comes_back(country: Country) -> None:
    clerk, near, manager = country.clerk, country.near, country.manager
    stays = near.hires(first_name_ar="سعاد", ppr="3000001", phone="+212661045277")
    near.sync()
    person, row = country.refers()
    (line,) = lines(manager, row)
    assert (line.heap, line.province[1], lines(clerk, row)[0].province) == (Heap.WAITING, "Khénifra", ("", ""))
    assert person in held(manager)
    assert stays not in held(manager)
    said = {"person": stays, "ppr": "3000001", "first_name_ar": "سعاد", "province": NEAR}
    assert listed(manager)[stays].values == said
    assert listed(manager)[person].get("province") == PLACE
    steps(manager, row, "accept", KIND, number="77/2026")
    assert act(manager, row, KIND).get("state") == "accepted"
    meet(manager, clerk)
    assert last(manager) == ("applied", [])
    back = act(clerk, row, KIND)
    assert (back.get("state"), back.get("decided_level"), back.get("decided_by")) == ("accepted", "A", manager.author)
    assert person not in held(manager)
    assert listed(manager)[person].get("school") == "23456B"
    assert listed(manager).keys() >= {stays, person}


def test_the_letter_that_an_academy_prints_is_of_the_directorate_that_referred_the_act(country: Country) -> None:
    manager = country.manager
    person, row = country.refers()
    asker = Asker(manager.replica.identity, manager.author, manager.replica.today())
    with manager.replica.database.read() as connection:
        facts = act_facts(connection, asker, KIND, row)
        alone = office_facts(connection, asker)
    assert (facts.office.academy, facts.office.directorate[1]) == (True, "Khénifra")
    assert (alone.academy, alone.directorate[1]) == (True, manager.replica.identity.name_la)
    assert person == facts.person.id
    assert "receipt" not in ActPapers(facts).offered


def test_the_directory_is_searched_and_says_where_a_file_is(country: Country) -> None:
    manager = country.manager
    other = country.near.hires(surname_ar="الزموري", first_name_ar="زينب", ppr="3000077")
    country.near.sync()
    manager.sync()
    with manager.replica.database.read() as connection:
        order = people_order(connection)
        found = search(connection, "الزموري", order, "2026-09-24")
        (line,) = page(connection, list(found.ids), "2026-09-24")
    assert (list(found.ids), other in order.ids, line.is_elsewhere, line.ppr) == ([other], False, True, "3000077")
    assert line.where("fr") == "Khouribga"


def test_what_is_returned_leaves_and_comes_again_when_it_is_complete(country: Country) -> None:
    clerk, manager = country.clerk, country.manager
    person, row = country.refers()
    steps(manager, row, "return", KIND, remark="ينقص محضر الالتحاق")
    meet(manager, clerk)
    assert person not in held(manager)
    steps(clerk, row, "complete", KIND)
    steps(clerk, row, "refer", KIND, number="121/2026")
    meet(clerk, manager)
    taken = [step.text("step") for step in manager.rows("act_step") if step.dossier == person]
    assert sorted(taken) == ["complete", "refer", "refer", "return"]


def test_the_manager_writes_steps_of_what_is_referred_and_nothing_else(country: Country) -> None:
    manager = country.manager
    person, row = country.refers()
    with pytest.raises(Refused, match="academy_takes_steps_only"):
        manager.corrects(person, phone="+212661045277")
    with pytest.raises(Refused, match="academy_takes_steps_only"):
        registers(manager, person, **LEAVE)
    honest = manager.replica.identity
    manager.replica.become(lambda *_: (msgspec.structs.replace(honest, accounts=()), frozenset()))  # asks no rights
    manager.corrects(person, phone="+212661045277")
    assert manager.sync().rejected == 1
    assert last(manager) == ("rejected", ["academy_takes_steps_only"])
    manager.replica.become(lambda *_: (honest, frozenset()))
    assert act(manager, row, KIND).get("state") == "referred"
    assert country.clerk.sync().received == 0


def test_a_request_that_was_withdrawn_while_its_decision_waited(country: Country) -> None:
    clerk, manager = country.clerk, country.manager
    person, row = country.refers()
    steps(manager, row, "accept", KIND, number="79/2026")
    steps(clerk, row, "withdraw", KIND, remark="طلب المعنية")
    clerk.sync()
    progress = manager.sync()
    assert (progress.rejected, progress.repaired) == (0, 0)
    assert last(manager) == ("irregular", ["decided_when_gone"])
    meet(clerk, manager)
    kept = act(clerk, row, KIND)
    assert (kept.get("state"), kept.get("irregular")) == ("withdrawn", "step_not_from_here")
    assert "79/2026" in {step.text("number") for step in clerk.rows("act_step")}
    assert heaps(manager, row) == [Heap.IRREGULAR]
    steps(manager, row, "regularise", KIND, remark="سحب القرار")
    meet(manager)
    assert person not in held(manager)


def test_what_she_had_not_referred_to_her_any_more_is_not_hers_to_write(country: Country) -> None:
    """She has read that it left; a program that was tampered with writes all the same, and learns nothing."""
    clerk, manager = country.clerk, country.manager
    person, row = country.refers()
    steps(manager, row, "return", KIND, remark="ينقص")
    before = manager.replica.seal(1_000_000)[-1].operation
    meet(manager, clerk)
    assert person not in held(manager)
    again = replace(before, row=manager.replica.new_rows(1)[0], fields={**before.fields, "remark": "مرة أخرى"})
    with pytest.raises(Refused, match="dossier_not_referred"):
        manager.record(again)
    (step,) = [step for step in clerk.rows("act_step") if step.dossier == person and step.get("step") == "return"]
    assert step.get("remark") == "ينقص"


def test_an_opinion_leaves_the_act_with_the_academy(country: Country) -> None:
    clerk, manager = country.clerk, country.manager
    person, row = country.refers()
    with pytest.raises(Refused, match="role_may_not"):
        steps(clerk, row, "advise", KIND, opinion="favourable")
    steps(manager, row, "advise", KIND, opinion="favourable", remark="الخصاص قائم")
    meet(manager, clerk)
    assert (act(clerk, row, KIND).get("state"), person in held(manager)) == ("referred", True)
    (step,) = [one for one in clerk.rows("act_step") if one.get("step") == "advise"]
    assert (step.get("opinion"), act(clerk, row, KIND).get("opinion")) == ("favourable", None)


def test_a_delegation_that_is_withdrawn_while_a_decision_waits(country: Country) -> None:
    """By the rules she had read it was hers: it stands, is marked, and stays with her until somebody has mended it."""
    clerk, manager = country.clerk, country.manager
    withdraw_delegation(country.world)
    meet(clerk, manager)
    person = clerk.hires(**{**NAME, "ppr": "3000003"})
    row = registers(clerk, person)
    steps(clerk, row, "refer", number="118/2026")
    meet(clerk, manager)
    steps(manager, row, "accept", number="80/2026")
    to_the_ministry(country.world)
    manager.sync()
    assert last(manager) == ("irregular", ["delegation_changed"])
    meet(clerk, manager)
    assert act(clerk, row).get("state") == "accepted"
    assert (person in held(manager), heaps(manager, row)) == (True, [Heap.IRREGULAR])
    steps(manager, row, "regularise", remark="قرار الوزارة 3/2026")
    meet(manager, clerk)
    assert (person in held(manager), act(clerk, row).get("irregular")) == (False, None)


def to_the_ministry(world: World) -> None:
    """From now on annual leave of this region is decided in Rabat."""
    rule = next(row for row in world.offices[0].rows("delegation") if row.get("act") == "LV-ANN")
    own = row_id(CENTRE_DEVICE, 999_998)
    facts: dict[str, Value] = {"act": "LV-ANN", "region": 500, "level": "C", "role": "ministry", "means": "competence"}
    new = Row("delegation", own, own, rule.scope, {**facts, "valid_from": "2026-09-02", "published_on": "2026-09-21"})
    publish(world.centre.database, world.centre.tables, [new], day="2026-09-21")


def moves(world: World, person: int, to: int) -> None:
    """The centre transfers somebody."""
    transfer(world.centre.database, world.centre.tables, Transfer(person, PLACE, to, DAY), world.clock.now_ms())


def test_a_referred_person_who_changes_province_stays_referred_in_her_region(country: Country) -> None:
    manager = country.manager
    person, row = country.refers()
    steps(manager, row, "accept", KIND, number="81/2026")
    moves(country.world, person, NEAR)
    manager.sync()
    assert last(manager) == ("irregular", ["school_elsewhere"])  # the school is not of her province any more
    meet(country.clerk, country.near, manager)
    assert heaps(manager, row) == [Heap.IRREGULAR]
    assert act(country.near, row, KIND).get("decision_number") == "81/2026"
    assert listed(manager)[person].get("province") == NEAR


def test_a_referred_person_who_leaves_the_region_goes_to_the_other_academy(either: Country) -> None:
    world, manager = either.world, either.manager
    world.academy(FAR)
    far, other = world.office(FAR), world.office(academy_of(FAR), role="aref")
    person, row = either.refers()
    late, again = either.refers()
    steps(manager, again, "refuse", KIND, number="82/2026", remark="ضرورة المصلحة")
    moves(world, person, FAR)
    moves(world, late, FAR)
    manager.sync()
    assert last(manager) == ("applied", ["decided_when_gone"])
    meet(manager, other, far, either.clerk)
    assert (held(manager), listed(manager)) == ([], {})
    assert held(other) == [person]
    assert listed(other).keys() == {person, late}
    steps(other, row, "refuse", KIND, number="5/2026", remark="ضرورة المصلحة")
    meet(other, far)
    assert act(far, row, KIND).get("decision") == "refused"
    assert act(far, again, KIND).get("decision_number") == "82/2026"


def test_health_leave_is_seen_by_who_holds_that_role(either: Country) -> None:
    """A clerk without the role refers; her request takes along what she herself may not see, to who may."""
    world, trusted, clerk = either.world, either.manager, either.clerk
    plain, other = world.office(), world.office(ACADEMY, role="aref")
    person = clerk.hires(**NAME)
    health = registers(clerk, person, "sick_short", **SICK)
    row = registers(clerk, person, KIND, **MOVE)
    meet(clerk, plain)
    assert plain.rows("sick_short") == []
    steps(plain, row, "refer", KIND, number="118/2026")
    meet(plain, trusted, other)
    assert act(trusted, health, "sick_short").get("doctor") == "د. بنعلي"
    assert (held(trusted), held(other)) == ([person], [person])
    assert other.rows("sick_short") == other.rows("confidential_step") == []
    assert len(other.rows("leave_notice")) == 1
    steps(clerk, health, "refer", "sick_short", number="119/2026")
    meet(clerk, trusted)
    steps(trusted, health, "return", "sick_short", remark="شهادة غير مقروءة")
    steps(other, row, "refuse", KIND, number="83/2026", remark="ضرورة المصلحة")
    meet(trusted, other, clerk)
    assert act(clerk, health, "sick_short").get("state") == "returned"
    assert held(trusted) == held(other) == []
    assert trusted.rows("sick_short") == []


def test_papers_are_read_where_the_decision_is_taken_and_leave_with_the_file(country: Country) -> None:
    """One had come before the file was referred, one comes after; nothing of them stays behind."""
    clerk, manager = country.clerk, country.manager
    person = clerk.hires(**{**NAME, "ppr": "3000005"})
    early = attach(clerk, person, scan(9_000, 1))
    row = registers(clerk, person, KIND, **MOVE)
    clerk.sync(papers=UNLIMITED)
    steps(clerk, row, "refer", KIND, number="118/2026")
    late = attach(clerk, person, scan(9_000, 2))
    clerk.sync(papers=UNLIMITED)
    manager.sync()
    for paper, seed in ((early, 1), (late, 2)):
        hers = next(one for one in papers(manager) if one.id == paper.id)
        fetch(manager, hers)
        manager.sync(papers=UNLIMITED)
        assert content(manager, hers) == scan(9_000, seed)
    steps(manager, row, "return", KIND, remark="ينقص")
    meet(manager, clerk)
    assert (papers(manager), kept(manager)) == ([], (0, 0))
    with country.world.centre.database.read() as connection:
        t = country.world.centre.tables.papers.paper
        assert {one // 10 for one in connection.execute(select(t.c.scope)).scalars()} == {PLACE}


def test_a_person_is_referred_with_the_records_that_are_joined_to_hers(country: Country) -> None:
    clerk, manager = country.clerk, country.manager
    person, row = country.refers()
    twin = clerk.hires(**{**NAME, "ppr": "3000004"})
    joined: dict[str, Value] = {"merged_into": person}
    clerk.record(Operation(verb=Verb.JOIN, kind="employee", row=twin, dossier=twin, other=person, fields=joined))
    meet(clerk, manager)
    assert {person, twin} <= set(held(manager))
    assert twin not in listed(manager)
    clerk.record(Operation(verb=Verb.PART, kind="employee", row=twin, dossier=twin, other=person))
    meet(clerk, manager)
    assert (person in held(manager), twin in held(manager), twin in listed(manager)) == (True, False, True)
    steps(manager, row, "accept", KIND, number="84/2026")
    meet(manager)
    assert person not in held(manager)


def test_an_academy_that_is_new_finds_what_was_referred_before(country: Country) -> None:
    far = country.world.office(FAR)
    person, plain = far.hires(**NAME), far.hires(first_name_ar="سعاد")
    row = registers(far, person, KIND, **MOVE)
    steps(far, row, "refer", KIND, number="118/2026")
    far.sync()
    country.world.academy(FAR)
    manager = country.world.office(academy_of(FAR), role="aref")
    assert held(manager) == [person]
    assert listed(manager).keys() == {person, plain}
    steps(manager, row, "refuse", KIND, number="5/2026", remark="ضرورة المصلحة")
    meet(manager, far)
    assert act(far, row, KIND).get("decision") == "refused"
