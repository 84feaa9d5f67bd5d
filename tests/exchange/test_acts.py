"""Two clerks, a director and the centre: acts that meet each other on the way, and papers that are out already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sync.client.errors import Unreachable
from sync.client.outbox import Outbox
from sync.client.replica import Refused
from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.ids import CENTRE_DEVICE, row_id
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row
from sync.server.publish import publish
from tests.exchange.invariants import check
from tests.exchange.sticks import answers, asks, open_counter, reads
from tests.exchange.test_tray import settles
from tests.exchange.world import Office, World

NAME: dict[str, Value] = {"surname_ar": "العلوي", "first_name_ar": "مريم", "ppr": "1234567", "sex": "F"}
LEAVE: dict[str, Value] = {
    "from_on": "2026-10-05",
    "to_on": "2026-10-09",
    "days_taken": 5,
    "year": 2026,
    "papers": "request",
}
SICK: dict[str, Value] = {
    "from_on": "2026-10-08",
    "to_on": "2026-10-18",
    "certificate_on": "2026-10-08",
    "received_on": "2026-10-08",
    "papers": "medical_certificate",
    "doctor": "د. بنعلي",
}


@dataclass
class Province:
    """A centre with its rules, and three laptops of one province: a clerk's and two directors'."""

    world: World
    clerk: Office
    first: Office
    second: Office

    def agree(self) -> None:
        """Everybody exchanges; the first ones hear of what the last ones brought."""
        for office in (self.clerk, self.first, self.second, self.clerk, self.first):
            office.sync()

    def hires(self) -> int:
        """A person whom everybody knows."""
        person = self.clerk.hires(**NAME)
        self.agree()
        return person


def province_in(folder: Path) -> Iterator[Province]:
    """A province; at its end every office holds exactly what the centre's log says."""
    world = World(folder)
    world.publish()
    yield Province(world, world.office(), world.office(role="director"), world.office(role="director"))
    for office in world.offices:
        check(world, office)
    world.close()


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Province]:
    """One province for stories about people of their own."""
    yield from province_in(tmp_path_factory.mktemp("province"))


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Province]:
    """A province of its own, for stories that change its rules or count its register."""
    yield from province_in(tmp_path)


def registers(office: Office, person: int, kind: str = "annual_leave", /, **facts: Value) -> int:
    """Register an act; gives its row."""
    row = office.replica.new_rows(1)[0]
    office.record(filing.registration(kind, row, person, facts or LEAVE))
    return row


def steps(office: Office, row: int, name: str, kind: str = "annual_leave", /, **facts: Value) -> None:
    """Take a step of an act."""
    given: dict[str, Value] = {"on": office.replica.today(), "number": "12/2026", **facts}
    office.record(filing.step(act(office, row, kind), name, office.replica.new_rows(1)[0], given))


def act(office: Office, row: int, kind: str = "annual_leave") -> Row:
    """An act as an office shows it."""
    return next(one for one in office.rows(kind) if one.id == row)


def last_ones(office: Office, count: int) -> list[tuple[str | None, list[str]]]:
    """The verdicts on what an office saved last, and why."""
    with office.replica.database.read() as connection:
        entries = Outbox(connection, office.replica.tables).entries()[-count:]
    return [(entry.verdict, [problem.code for problem in entry.problems]) for entry in entries]


def last(office: Office) -> tuple[str | None, list[str]]:
    """The verdict on what an office saved last, and why."""
    (one,) = last_ones(office, 1)
    return one


def withdraw_delegation(world: World, level: str = "A") -> None:
    """From now on annual leave of this region is decided by the AREF, or at another level."""
    rule = next(row for row in world.offices[0].rows("delegation") if row.get("act") == "LV-ANN")
    own = row_id(CENTRE_DEVICE, 999_999)
    facts: dict[str, Value] = {"act": "LV-ANN", "region": 500, "level": level, "role": "aref", "means": "competence"}
    new = Row("delegation", own, own, rule.scope, {**facts, "valid_from": "2026-09-01", "published_on": "2026-09-20"})
    publish(world.centre.database, world.centre.tables, [new], day="2026-09-20")


def test_a_receipt_has_a_provisional_number_and_the_register_no_gap(other: Province) -> None:
    clerk, first, person = other.clerk, other.first, other.hires()
    rows = [registers(clerk, person), registers(clerk, person)]
    printed = act(clerk, rows[0]).text("provisional_number")
    assert printed.startswith("S-")
    registers(first, person)
    other.agree()
    for office in (clerk, first):
        assert [act(office, row).get("number") for row in rows] == ["1/2026", "2/2026"]
        assert act(office, rows[0]).get("provisional_number") == printed
        assert sorted(row.text("number") for row in office.rows("annual_leave")) == ["1/2026", "2/2026", "3/2026"]


def test_a_step_that_new_rules_speak_against_is_shown_as_doubtful_as_soon_as_they_are_read(other: Province) -> None:
    """They come on a neighbour's stick: the decision that waits here is not offered with it (seed 10151)."""
    clerk, first, person = other.clerk, other.first, other.hires()
    open_counter(other.world)
    row = registers(clerk, person)
    other.agree()
    steps(first, row, "accept")
    withdraw_delegation(other.world)
    reads(first, answers(other.world, asks(other.world, clerk, for_neighbours=True)))
    with first.replica.database.read() as connection:
        (waiting,) = Outbox(connection, first.replica.tables).undecided()
    assert (waiting.doubtful, [problem.code for problem in waiting.problems]) == (True, ["delegation_changed"])
    first.sync()
    assert act(first, row).get("irregular") == "delegation_changed"


@pytest.mark.expected_log("is held: the centre failed to decide it")
@pytest.mark.expected_log("could not be run again")
def test_a_rule_that_this_version_does_not_understand_stops_no_exchange(other: Province) -> None:
    """A newer version publishes a level of its own: what rests on it is kept and doubtful, the others go on."""
    clerk, first, person, neighbour = other.clerk, other.first, other.hires(), other.hires()
    row = registers(clerk, person)
    other.agree()
    steps(first, row, "accept")
    first.corrects(neighbour, phone="+212661045271")
    clerk.corrects(person, phone="+212661045272")
    clerk.sync()
    withdraw_delegation(other.world, level="Z")
    assert first.sync().verified
    with first.replica.database.read() as connection:
        (waiting,) = Outbox(connection, first.replica.tables).undecided()
    assert (waiting.operation.verb, waiting.doubtful) == (Verb.STEP, True)
    assert [problem.code for problem in waiting.problems] == ["not_run_here"]
    assert first.sees(person, "phone") == "+212661045272"
    clerk.sync()
    assert clerk.sees(neighbour, "phone") == "+212661045271"


def test_a_receipt_and_a_decision_stand_though_their_office_wrote_something_before_that_is_rejected(
    other: Province,
) -> None:
    """A paper is out: only what no paper carries goes to the tray with what was rejected (sync.md 3.3)."""
    clerk, director, person = other.clerk, other.first, other.hires()
    decided = registers(clerk, person)
    other.agree()
    for office, phone in ((clerk, "+212700000000"), (director, "+212661045277")):
        office.corrects(person, phone=phone)
    other.agree()
    (conflict,) = clerk.rows("conflict")
    settles(clerk, conflict.id, person, "centre")
    clerk.sync()
    settles(director, conflict.id, person, "mine")  # too late
    steps(director, decided, "accept")
    director.corrects(person, city="فاس")
    row = registers(director, person, **{**LEAVE, "from_on": "2026-11-09", "to_on": "2026-11-13"})
    other.agree()
    assert act(clerk, decided).get("state") == "accepted"
    assert act(clerk, row).get("state") == "registered"
    assert director.sees(person, "city") is None
    verdicts = [(verdict, codes[0] if codes else "") for verdict, codes in last_ones(director, 4)]
    assert verdicts == [
        ("rejected", "conflict_settled"),
        ("applied", ""),
        ("rejected", "follows_rejected"),
        ("applied", ""),
    ]


def test_what_a_paper_carries_follows_what_it_cannot_stand_without(other: Province) -> None:
    """A person whose creation is refused takes the registration of her leave along to the tray."""
    clerk = other.clerk
    stranger = clerk.replica.new_rows(1)[0]
    forged = Operation(verb=Verb.CREATE, kind="employee", row=stranger, dossier=stranger, fields=NAME)
    clerk.replica.record([forged], author=9_999)
    registers(clerk, stranger)
    other.agree()
    assert [(verdict, codes[0]) for verdict, codes in last_ones(clerk, 2)] == [
        ("rejected", "author_unknown"),
        ("rejected", "follows_rejected"),
    ]


def test_only_who_may_decide_is_let_decide(province: Province) -> None:
    clerk, director, person = province.clerk, province.first, province.hires()
    row = registers(clerk, person)
    province.agree()
    with pytest.raises(Refused, match="role_may_not"):
        steps(clerk, row, "accept")
    steps(director, row, "accept")
    province.agree()
    assert act(clerk, row).get("state") == "accepted"
    assert last(director) == ("applied", [])


def test_two_who_decide_the_same_act_both_have_their_paper(province: Province) -> None:
    person = province.hires()
    row = registers(province.clerk, person)
    province.agree()
    steps(province.first, row, "accept", number="50/2026")
    steps(province.second, row, "refuse", number="51/2026", remark="ضرورة المصلحة")
    province.agree()
    assert last(province.second) == ("irregular", ["step_not_from_here"])
    for office in province.world.offices:
        kept = act(office, row)
        assert (kept.get("state"), kept.get("decision_number")) == ("accepted", "50/2026")
        assert kept.get("irregular") == "step_not_from_here"
        taken = {(one.text("step"), one.text("number")) for one in office.rows("act_step") if one.get("act_row") == row}
        assert taken == {("accept", "50/2026"), ("refuse", "51/2026")}


def test_a_decision_on_its_way_outlives_the_delegation_it_rested_on(other: Province) -> None:
    clerk, director, person = other.clerk, other.first, other.hires()
    row, later = registers(clerk, person), registers(clerk, person)
    other.agree()
    steps(director, row, "accept")
    withdraw_delegation(other.world)
    director.line.cut_up_after = 0
    with pytest.raises(Unreachable):
        director.sync()
    director.sync()
    assert last(director) == ("irregular", ["delegation_changed"])
    other.agree()
    assert act(clerk, row).get("state") == "accepted"
    with pytest.raises(Refused, match="not_competent"):
        steps(director, later, "accept")


def test_a_decision_by_somebody_without_the_right_is_rejected_whatever_the_paper(province: Province) -> None:
    clerk, person, laptop = province.clerk, province.hires(), province.world.laptop()
    row = registers(clerk, person)
    province.agree()
    facts: dict[str, Value] = {"on": "2026-09-21", "number": "1/2026"}
    decision = filing.step(act(clerk, row), "accept", row_id(laptop.device, 1), facts)
    (verdict,) = laptop.sends(province.world.centre, laptop.sealed(decision))
    assert (verdict.verdict, [p.code for p in verdict.problems]) == ("rejected", ["role_may_not"])


def test_two_clerks_grant_leave_on_the_same_days(province: Province) -> None:
    clerk, first, second, person = province.clerk, province.first, province.second, province.hires()
    one = registers(clerk, person)
    facts: dict[str, Value] = {"from_on": "2026-10-08", "to_on": "2026-10-09", "reason": "death"}
    two = registers(clerk, person, "exceptional_leave", **facts, papers="request proof")
    province.agree()
    steps(first, one, "accept")
    steps(second, two, "accept", "exceptional_leave")
    province.agree()
    assert last(second) == ("irregular", ["overlaps"])
    assert act(clerk, two, "exceptional_leave").get("state") == "accepted"


def test_a_correction_of_an_act_that_was_decided_meanwhile_goes_to_the_tray(province: Province) -> None:
    clerk, director, person = province.clerk, province.first, province.hires()
    row = registers(clerk, person)
    province.agree()
    steps(director, row, "accept")
    clerk.record(filing.correction(act(clerk, row), {"to_on": "2026-10-12", "days_taken": 6}))
    director.sync()
    province.agree()
    assert last(clerk) == ("rejected", ["act_is_decided"])
    assert act(clerk, row).get("to_on") == "2026-10-09"


def test_a_rectification_during_a_pending_decision(province: Province) -> None:
    clerk, director, second, person = province.clerk, province.first, province.second, province.hires()
    first = registers(clerk, person)
    province.agree()
    steps(director, first, "accept")
    province.agree()
    mended = registers(clerk, person, **{**LEAVE, "to_on": "2026-10-12", "days_taken": 6, "rectifies": first})
    province.agree()
    steps(director, mended, "accept")
    steps(second, first, "cancel", remark="خطأ")
    director.sync()
    province.agree()
    assert act(clerk, mended).get("state") == "accepted"
    assert act(clerk, first).get("state") == "rectified"
    assert last(second) == ("irregular", ["step_not_from_here"])


def test_a_health_file_never_reaches_an_office_without_the_role(other: Province) -> None:
    clerk, person = other.clerk, other.hires()
    seer = other.world.office(confidential=True, role="director")
    row = registers(seer, person, "sick_short", **SICK)
    steps(seer, row, "accept", "sick_short")
    seer.sync()
    clerk.sync()
    assert act(seer, row, "sick_short").get("state") == "accepted"
    (notice,) = clerk.rows("leave_notice")
    assert set(notice.values) == {"employee", "from_on", "to_on", "rate", "decided"}
    assert clerk.rows("sick_short") == clerk.rows("confidential_step") == []
    with clerk.replica.database.read() as connection:
        stored = [bytes(row.fields) for row in connection.execute(clerk.replica.tables.change.select())]
    assert not any("بنعلي".encode() in one for one in stored)
    granted = registers(clerk, person)
    with pytest.raises(Refused, match="overlaps_leave"):
        steps(clerk, granted, "enter_accepted", level="P")


def test_situations_stored_everywhere_are_the_fold_of_the_acts(province: Province) -> None:
    clerk, director, person = province.clerk, province.first, province.hires()
    facts: dict[str, Value] = {"employee": person, "known_on": "2026-01-01", "source": "massir", "school": "12345A"}
    opening = clerk.replica.new_rows(1)[0]
    clerk.record(Operation(verb=Verb.ACT, kind="opening_situation", row=opening, dossier=person, fields=facts))
    bank: dict[str, Value] = {"from_on": "2026-10-01", "rib": "011519000001205000534921", "papers": "bank_certificate"}
    row = registers(clerk, person, "bank_change", **bank)
    province.agree()
    steps(director, row, "accept", "bank_change")
    province.agree()
    stored = [next(one for one in office.rows("situation") if one.id == person) for office in (clerk, director)]
    assert (stored[0].get("rib"), stored[0].get("school")) == ("011519000001205000534921", "12345A")
    assert stored[0] == stored[1]
