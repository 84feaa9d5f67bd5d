"""What an office sends is stored, then decided once and for ever (sync.md 3.3, invariants 2 to 4)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Table, select, update

from sync.domain import catalog
from sync.domain.fields import Value
from sync.domain.ids import Compartment, Lane, row_id, scope_id
from sync.domain.operation import SCHEMA, Base, Operation, Verb, write
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import OPERATIONS_LIMIT, RECORD_LIMIT, Frame, Sealed, Verdict
from tests.exchange.laptop import Laptop, answer_of, verdicts
from tests.exchange.world import PLACE, World

GENERAL = scope_id(PLACE, Compartment.GENERAL)


def stored(world: World, table: Table) -> list[dict[str, Any]]:
    """All rows of a table of the centre, in order of its key."""
    with world.centre.database.read() as connection:
        found = connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
        return [dict(row) for row in found]


def people(world: World) -> dict[int, dict[str, Any]]:
    """The centre's employees by id."""
    return {row["id"]: row for row in stored(world, world.centre.tables.records.records["employee"])}


def short(answers: list[Verdict]) -> list[tuple[int, str, list[str]]]:
    """Number, verdict and problem codes."""
    return [(v.n, v.verdict, [p.code for p in v.problems]) for v in answers]


# -- once and for ever ------------------------------------------------------------------------------------------


def test_the_same_operation_three_times_is_one_change_and_one_answer(world: World) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    answers = [laptop.sends(world.centre, hired) for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert short(answers[0]) == [(1, "applied", [])]
    assert len(stored(world, world.centre.tables.change)) == 1


def test_one_operation_twice_in_a_request_is_decided_once(world: World) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    laptop.sends(world.centre, hired, hired)
    assert len(stored(world, world.centre.tables.operation)) == 1


def test_a_verdict_stays_the_same_when_the_world_has_moved_on(world: World) -> None:
    fatima, karim = world.laptop(), world.laptop()
    person, hired = fatima.hires(surname_ar="العلوي")
    fatima.sends(world.centre, hired)
    late = karim.corrects(person, 1, phone="+212661045277")
    first = karim.sends(world.centre, late)
    fatima.sends(world.centre, fatima.corrects(person, 2, phone="+212700000000"))
    assert karim.sends(world.centre, late) == first
    assert people(world)[person]["phone"] == "+212700000000"


def test_one_number_with_two_contents_is_a_cloned_laptop(world: World) -> None:
    laptop = world.laptop()
    person, hired = laptop.hires(surname_ar="العلوي")
    laptop.sends(world.centre, hired)
    other = Sealed(hired.lane, hired.n, laptop.corrects(person, phone="+212661045277").record)
    with pytest.raises(WireError) as refusal:
        laptop.sends(world.centre, other)
    assert refusal.value.code == WireCode.CLONED
    assert people(world)[person]["phone"] is None


def test_a_request_sent_twice_at_once_is_decided_once(world: World) -> None:
    laptop = world.laptop()
    hired = [laptop.hires(surname_ar="العلوي")[1] for _ in range(20)]
    requests = [laptop.request(hired) for _ in range(4)]

    def asked(frames: list[bytes]) -> list[Frame]:
        return answer_of(world.centre, frames)

    with ThreadPoolExecutor(4) as pool:
        answers = [verdicts(frames) for frames in pool.map(asked, requests)]
    assert all(answer == answers[0] for answer in answers)
    assert len(people(world)) == 20
    assert [row["seq"] for row in stored(world, world.centre.tables.change)] == list(range(1, 21))


# -- numbers ----------------------------------------------------------------------------------------------------


def test_two_devices_at_once_leave_no_gap_in_the_numbers(world: World) -> None:
    laptops = [world.laptop(), world.laptop()]
    trips = [(laptop, [laptop.hires(surname_ar="العلوي")[1] for _ in range(5)]) for _ in range(6) for laptop in laptops]

    def trip(one: tuple[Laptop, list[Sealed]]) -> list[Verdict]:
        return one[0].sends(world.centre, *one[1])

    with ThreadPoolExecutor(4) as pool:
        answers = [verdict for found in pool.map(trip, trips) for verdict in found]
    changes = stored(world, world.centre.tables.change)
    assert [row["seq"] for row in changes if row["scope"] == GENERAL] == list(range(1, 61))
    assert sorted(verdict.seq for verdict in answers) == list(range(1, 61))
    heads = {row["scope"]: row["seq"] for row in stored(world, world.centre.tables.head)}
    assert heads[GENERAL] == 60


def test_conflicts_of_two_provinces_at_once_have_different_row_ids(world: World) -> None:
    world.province(505)

    def clash(place: int) -> None:
        fatima, karim = world.laptop(place), world.laptop(place)
        for _ in range(5):
            person, hired = fatima.hires(surname_ar="العلوي")
            (seen,) = fatima.sends(world.centre, hired)
            fatima.sends(world.centre, fatima.corrects(person, seen.seq, phone="+212661045277"))
            (answer,) = karim.sends(world.centre, karim.corrects(person, seen.seq, phone="+212700000000"))
            assert answer.verdict == "conflict"

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(clash, (PLACE, 505)))
    conflicts = stored(world, world.centre.tables.records.records["conflict"])
    assert len({row["id"] for row in conflicts}) == len(conflicts) == 10


# -- merge ------------------------------------------------------------------------------------------------------

ADDRESS: dict[str, Value] = {"address_la": "12 rue Ibn Sina", "postal_code": "30000"}
MERGES: list[tuple[str, dict[str, Value], dict[str, Value], str, dict[str, Value]]] = [
    # what, first correction, second one that had not seen it, verdict of the second, row afterwards
    ("other fields", {"phone": "+212661045277"}, {"email": "a@b.ma"}, "applied", {"email": "a@b.ma"}),
    ("the same value", {"phone": "+212661045277"}, {"phone": "+212661045277"}, "merged", {"phone": "+212661045277"}),
    ("another value", {"phone": "+212661045277"}, {"phone": "+212700000000"}, "conflict", {"phone": "+212661045277"}),
    ("cleared against set", {"phone": "+212661045277"}, {"phone": None}, "conflict", {"phone": "+212661045277"}),
    ("cleared twice", {"city": None}, {"city": None}, "merged", {"city": None}),
    ("one group", {"city": "تازة"}, ADDRESS, "conflict", {"city": "تازة", "postal_code": None}),
    ("one group, one field equal", ADDRESS, {**ADDRESS, "city": "تازة"}, "conflict", {**ADDRESS, "city": "فاس"}),
    (
        "part equal",
        {"phone": "+212661045277"},
        {"phone": "+212661045277", "email": "a@b.ma"},
        "merged",
        {"email": "a@b.ma"},
    ),
    (
        "one field clashes, another stands",
        {"phone": "+212661045277"},
        {"phone": "+212700000000", "email": "a@b.ma"},
        "conflict",
        {"phone": "+212661045277", "email": "a@b.ma"},
    ),
]


def test_corrections_that_did_not_know_of_each_other(world: World) -> None:
    fatima, karim = world.laptop(), world.laptop()
    conflict = world.centre.tables.records.records["conflict"]
    for what, first, second, verdict, after in MERGES:
        person, hired = fatima.hires(surname_ar="العلوي", city="فاس")
        (seen,) = fatima.sends(world.centre, hired)
        fatima.sends(world.centre, fatima.corrects(person, seen.seq, **first))
        (answer,) = karim.sends(world.centre, karim.corrects(person, seen.seq, **second))
        row = people(world)[person]
        assert (what, answer.verdict, {name: row[name] for name in after}) == (what, verdict, after)
        conflicts = [kept for kept in stored(world, conflict) if kept["person"] == person]
        assert (what, len(conflicts)) == (what, int(verdict == "conflict"))


def test_a_correction_that_saw_the_other_one_stands(world: World) -> None:
    fatima, karim = world.laptop(), world.laptop()
    person, hired = fatima.hires(surname_ar="العلوي")
    fatima.sends(world.centre, hired)
    (seen,) = fatima.sends(world.centre, fatima.corrects(person, 1, phone="+212661045277"))
    (answer,) = karim.sends(world.centre, karim.corrects(person, seen.seq, phone="+212700000000"))
    assert (answer.verdict, people(world)[person]["phone"]) == ("applied", "+212700000000")


def test_a_device_never_clashes_with_itself(world: World) -> None:
    laptop = world.laptop()
    person, hired = laptop.hires(surname_ar="العلوي")
    edits = [laptop.corrects(person, 0, phone=f"+21266104527{n}") for n in range(3)]
    assert [v.verdict for v in laptop.sends(world.centre, hired, *edits)] == ["applied"] * 4
    assert people(world)[person]["phone"] == "+212661045272"


# -- what nobody may have done ----------------------------------------------------------------------------------


def test_what_an_office_may_not_do_is_rejected_with_the_reason(world: World) -> None:
    laptop, other = world.laptop(), world.laptop()
    person, hired = laptop.hires(surname_ar="العلوي")
    laptop.sends(world.centre, hired)
    foreign = row_id(other.device, 99)

    def operation(verb: Verb, kind: str, row: int, **fields: Value) -> Operation:
        return Operation(verb=verb, kind=kind, row=row, dossier=fields.pop("dossier", row), fields=fields)  # type: ignore[arg-type]  # a row id

    wrong = [
        (operation(Verb.CREATE, "employee", foreign, surname_ar="العلوي"), "row_of_another_device"),
        (operation(Verb.CREATE, "employee", person, surname_ar="العلوي"), "row_exists"),
        (operation(Verb.CREATE, "school", row_id(laptop.device, 50), gresa="12345A"), "written_by_centre_only"),
        (operation(Verb.CORRECT, "situation", person, grade="1"), "unknown_row"),
        (operation(Verb.CORRECT, "employee", person, merged_into=person), "unknown_field"),
        (operation(Verb.CORRECT, "employee", person, phone="12"), "phone_malformed"),
        (operation(Verb.CREATE, "employee", row_id(laptop.device, 51), withdrawn="لا"), "unknown_field"),
        (
            operation(Verb.CREATE, "diploma", row_id(laptop.device, 52), dossier=foreign, employee=foreign),
            "unknown_row",
        ),
        (operation(Verb.WITHDRAW, "employee", person, withdrawn="x" * 3000), "too_long"),
        (replace(operation(Verb.CORRECT, "employee", person, phone=None), author=987), "author_unknown"),
    ]
    # One request each: what follows a rejected operation in the same request is rejected for that.
    answers = [laptop.sends(world.centre, laptop.sealed(one))[0] for one, _ in wrong]
    assert [(v.verdict, v.problems[0].code) for v in answers] == [("rejected", code) for _, code in wrong]
    assert len(stored(world, world.centre.tables.change)) == 1


POISON: list[tuple[str, bytes]] = [
    ("nothing", b""),
    ("noise", b"\xff" * 40),
    ("a verb that is none", bytes((SCHEMA, 99, 1, 1, 1, 0, 1, 0, 0, 0, 0))),
    ("a kind that is none", bytes((SCHEMA, 1, 120, 1, 1, 0, 1, 0, 0, 0, 0))),
    ("a row id beyond every database", bytes((SCHEMA, 2, 1)) + b"\xff" * 9 + b"\x01" + bytes((1, 0, 1, 0, 0, 0, 0))),
    ("fields that are cut", bytes((SCHEMA, 2, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0x5A, 40))),
]


def test_a_record_that_cannot_be_read_is_rejected_and_blocks_nothing(world: World) -> None:
    laptop = world.laptop()
    unreadable = [Sealed(0, n, record) for n, (_, record) in enumerate(POISON, start=1)]
    laptop.numbers[Lane.DESK] = len(POISON)
    person, hired = laptop.hires(surname_ar="العلوي")
    *rejected, applied = short(laptop.sends(world.centre, *unreadable, hired))
    assert rejected == [(op.n, "rejected", ["malformed"]) for op in unreadable]
    assert applied[1] == "applied"
    assert person in people(world)


TEXTS: list[tuple[str, str, str]] = [
    # field, value that one of the databases cannot hold, code
    ("city", "Ta\x00za", "text_malformed"),
    ("ppr", "12\x00", "ppr_malformed"),
    ("origin", "\x00", "not_a_choice"),
    ("nationality", "\x00", "code_malformed"),
]


def test_a_value_that_a_database_cannot_hold_is_rejected(world: World) -> None:
    laptop = world.laptop()
    hired = [laptop.hires(**{field: value})[1] for field, value, _ in TEXTS]
    answers = laptop.sends(world.centre, *hired)
    assert short(answers) == [(n, "rejected", [code]) for n, (_, _, code) in enumerate(TEXTS, start=1)]


def test_a_settlement_writes_only_what_it_settles(world: World) -> None:
    fatima, karim = world.laptop(), world.laptop()
    person, hired = fatima.hires(surname_ar="العلوي")
    fatima.sends(world.centre, hired)
    fatima.sends(world.centre, fatima.corrects(person, 1, phone="+212661045277"))
    karim.sends(world.centre, karim.corrects(person, 1, phone="+212700000000"))
    (conflict,) = stored(world, world.centre.tables.records.records["conflict"])

    def settle(**fields: Value) -> list[tuple[int, str, list[str]]]:
        row = int(str(conflict["id"]))
        settlement = Operation(
            verb=Verb.SETTLE, kind="conflict", row=row, dossier=person, fields=fields, base=Base(karim.epoch, 3)
        )
        return short(karim.sends(world.centre, karim.sealed(settlement)))

    assert settle(choice="mine", losing_author=1) == [(2, "rejected", ["unknown_field"])]
    assert settle(choice="other", chosen="[" * 1900) == [(3, "rejected", ["chosen_malformed"])]
    assert settle(choice="other", chosen='{"city": "x"}') == [(4, "rejected", ["chosen_malformed"])]
    assert settle(choice="mine") == [(5, "applied", [])]
    assert settle(choice="centre") == [(6, "rejected", ["conflict_settled"])]
    assert people(world)[person]["phone"] == "+212700000000"


def test_a_frame_beyond_the_limits_is_refused_whole(world: World) -> None:
    laptop = world.laptop()
    good = laptop.hires(surname_ar="العلوي")[1]
    for wrong in (
        [good, Sealed(0, 0, b"x")],
        [good, Sealed(2, 1, b"x")],
        [good, Sealed(0, 1 << 53, b"x")],
        [good, Sealed(0, 9, bytes(RECORD_LIMIT + 1))],
        [Sealed(0, n, b"x") for n in range(1, OPERATIONS_LIMIT + 2)],
    ):
        with pytest.raises(WireError) as refusal:
            laptop.ask(world.centre, wrong)
        assert refusal.value.code in (WireCode.MALFORMED, WireCode.TOO_LARGE)
    assert stored(world, world.centre.tables.operation) == []


# -- held -------------------------------------------------------------------------------------------------------


def broken_row(world: World, person: int) -> None:
    """Put a birth date into the centre that no program of ours would write, so that a check of an act fails."""
    table = world.centre.tables.records.records["employee"]
    with world.centre.database.write() as connection:
        connection.execute(update(table).where(table.c.id == person).values(birth_date="1975"))


def opening(laptop: Laptop, person: int) -> Sealed:
    """An opening situation that is checked against the birth date."""
    row = row_id(laptop.device, next(laptop.rows))
    fields: dict[str, Value] = {
        "employee": person,
        "known_on": "2026-09-01",
        "source": "x",
        "recruited_on": "2001-09-16",
    }
    return laptop.sealed(Operation(verb=Verb.ACT, kind="opening_situation", row=row, dossier=person, fields=fields))


@pytest.mark.expected_log("is held: the centre failed to decide it")
def test_a_fault_of_the_centre_holds_one_dossier_and_no_other(world: World) -> None:
    laptop = world.laptop()
    (broken, first), (sound, second) = laptop.hires(surname_ar="العلوي"), laptop.hires(surname_ar="الفاسي")
    laptop.sends(world.centre, first, second)
    broken_row(world, broken)
    held = [opening(laptop, broken), laptop.corrects(broken, 2, phone="+212661045277")]
    answers = laptop.sends(world.centre, *held, laptop.corrects(sound, 2, phone="+212700000000"))
    assert short(answers) == [(5, "applied", [])]
    states = {row["n"]: row["state"] for row in stored(world, world.centre.tables.operation)}
    assert states == {1: "decided", 2: "decided", 3: "held", 4: "held", 5: "decided"}
    later = laptop.corrects(broken, 2, email="a@b.ma")
    assert laptop.sends(world.centre, later) == []  # held too: it comes after what is not decided
    assert people(world)[broken]["phone"] is None


def test_a_record_of_a_newer_version_is_held_as_it_came(world: World) -> None:
    laptop = world.laptop()
    newer = bytes((SCHEMA + 1,)) + b"\x07 what a later version will read"
    laptop.numbers[Lane.DESK] = 1
    _, hired = laptop.hires(surname_ar="العلوي")
    assert short(laptop.sends(world.centre, Sealed(0, 1, newer), hired)) == [(2, "applied", [])]
    kept = stored(world, world.centre.tables.operation)[0]
    assert (kept["state"], bytes(kept["record"])) == ("held", newer)


def test_fields_of_a_newer_version_are_kept_and_given_back(world: World) -> None:
    fatima, karim = world.office(), world.laptop()
    person = fatima.hires(surname_ar="العلوي")
    fatima.sync()
    unknown = bytes.fromhex("aa3e03787978")  # field 997, text "xyx"
    operation = Operation(
        verb=Verb.CORRECT, kind="employee", row=person, dossier=person, author=karim.author, extra=unknown
    )
    record = write(operation, catalog.BY_NAME["employee"])
    assert short(karim.sends(world.centre, Sealed(0, 1, record))) == [(1, "applied", [])]
    fatima.sync()
    fatima.corrects(person, phone="+212661045277")
    fatima.sync()
    assert bytes(people(world)[person]["extra"]) == unknown
    assert [row.extra for row in fatima.rows("employee")] == [unknown]
