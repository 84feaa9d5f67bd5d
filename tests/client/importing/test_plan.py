"""What is recorded of a list when the office already knows some of its people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

import pytest

from sync.client.importing.cells import Draft
from sync.client.importing.people import KnownPerson, Lines
from sync.client.importing.plan import Plan, Source, plan_import
from sync.domain.fields import Value
from sync.domain.operation import Verb

SOURCE = Source("list.xlsx", "2026-09-01")
NADIA: dict[str, Value] = {
    "ppr": "1000001",
    "cin": "D12345",
    "surname_ar": "الإدريسي",
    "first_name_ar": "نادية",
    "birth_date": "1980-05-17",
}


def draft(row: int = 2, career: dict[str, Value] | None = None, **changes: Value) -> Draft:
    employee: dict[str, Value] = {name: value for name, value in {**NADIA, **changes}.items() if value is not None}
    return Draft(row, employee, dict(career or {}))


def changed(changes: dict[str, Value]) -> Draft:
    employee: dict[str, Value] = {n: value for n, value in {**NADIA, **changes}.items() if value is not None}
    return Draft(2, employee)


@dataclass
class Office:
    """Tells more people than were asked for, as it may."""

    known: Sequence[KnownPerson]

    def people_count(self) -> int:
        return sum(not one.withdrawn for one in self.known)

    def people_like(self, lines: Lines) -> Sequence[KnownPerson]:
        return self.known


def plan(drafts: Sequence[Draft], *known: KnownPerson) -> Plan:
    return plan_import(drafts, Office(known), SOURCE)


def steps(found: Plan) -> list[tuple[Verb, str, dict[str, Value]]]:
    return [(step.verb, step.kind, dict(step.fields)) for one in found.people for step in one.steps]


def known(**changes: Value) -> KnownPerson:
    return KnownPerson(id=7, fields={name: value for name, value in {**NADIA, **changes}.items() if value})


def test_a_new_person_is_created_with_an_opening_act() -> None:
    found = plan([draft(career={"echelon": 6})])
    assert steps(found) == [
        (Verb.CREATE, "employee", {**NADIA, "origin": "list"}),
        (Verb.ACT, "opening_situation", {"known_on": "2026-09-01", "source": "list.xlsx", "echelon": 6}),
    ]
    first, second = found.people[0].operations(iter(count(100)))
    assert (first.row, first.dossier, second.row, second.dossier) == (100, 100, 101, 100)
    assert second.fields["employee"] == 100


def test_a_person_without_career_facts_gets_no_act() -> None:
    assert [kind for _, kind, _ in steps(plan([draft()]))] == ["employee"]


def test_of_a_known_person_only_empty_fields_are_filled() -> None:
    found = plan([draft(phone="+212612345678", career={"echelon": 6})], known())
    assert steps(found)[0] == (Verb.CORRECT, "employee", {"phone": "+212612345678"})
    correct, act = found.people[0].operations(iter(count(100)))
    assert (correct.row, correct.dossier, act.row, act.dossier) == (7, 7, 100, 7)


def test_what_differs_is_listed_and_changes_nothing() -> None:
    person = KnownPerson(id=7, fields={**NADIA, "phone": "+212611111111"}, facts={"echelon": 5})
    found = plan([draft(phone="+212622222222", career={"echelon": 6})], person)
    assert steps(found) == [
        (
            Verb.CREATE,
            "anomaly",
            {"code": "fact_differs", "field": field, "known": old, "found": new, "source": "list.xlsx"},
        )
        for field, old, new in (("phone", "+212611111111", "+212622222222"), ("echelon", "5", "6"))
    ]
    assert found.people[0].operations(iter(count(100)))[0].fields["person"] == 7


def test_a_disagreement_is_listed_once() -> None:
    person = KnownPerson(id=7, fields=NADIA, facts={"echelon": 5}, anomalies=frozenset({("echelon", "6")}))
    assert not plan([draft(career={"echelon": 6})], person).people
    again = plan([draft(2, {"echelon": 7}), draft(3, {"echelon": 7})], person)
    assert [fields["found"] for _, _, fields in steps(again)] == ["7"]


def test_another_spelling_and_a_vaguer_birth_date_are_no_disagreement() -> None:
    assert not plan([draft(surname_ar="الادريسى", birth_date="1980-00-00")], known()).people


def test_a_more_precise_birth_date_is_listed() -> None:
    found = plan([draft()], known(birth_date="1980-00-00"))
    assert [fields["field"] for _, _, fields in steps(found)] == ["birth_date"]


def test_a_source_makes_one_opening_act_per_person() -> None:
    person = KnownPerson(
        id=7, fields=NADIA, facts={"echelon": 6}, openings={"list.xlsx": {"echelon": 6, "source": "list.xlsx"}}
    )
    assert not plan([draft(career={"echelon": 6})], person).people
    found = plan([draft(career={"echelon": 6, "grade": "G2"})], person)
    assert [(kind, fields["field"]) for _, kind, fields in steps(found)] == [("anomaly", "grade")]


def test_what_a_source_stated_before_a_correction_is_not_news() -> None:
    person = KnownPerson(id=7, fields=NADIA, facts={"echelon": 8}, openings={"list.xlsx": {"echelon": 6}})
    assert not plan([draft(career={"echelon": 6})], person).people


def test_another_source_states_only_what_is_not_known() -> None:
    person = KnownPerson(id=7, fields=NADIA, facts={"echelon": 6}, openings={"old.csv": {"echelon": 6}})
    found = plan([draft(career={"echelon": 6, "grade": "G2"})], person)
    assert steps(found) == [
        (Verb.ACT, "opening_situation", {"known_on": "2026-09-01", "source": "list.xlsx", "grade": "G2"})
    ]


def test_a_person_standing_twice_is_one_person_with_all_that_both_lines_say() -> None:
    found = plan([draft(2, phone="+212612345678"), draft(9, email="n@taalim.ma")])
    (person,) = found.people
    assert person.rows == (2, 9)
    assert {"phone", "email"} <= set(person.steps[0].fields)
    assert not found.bad
    assert [(one.row, one.code, one.value) for one in found.remarks] == [(9, "stands_twice", "2")]


@pytest.mark.parametrize(
    "changes",
    [
        {"ppr": None},
        {"cin": None},
        {"ppr": None, "cin": None},
        {"cin": "D99999"},
        {"surname_ar": "العلوي"},
        {"surname_ar": None, "first_name_ar": None, "surname_la": "IDRISSI"},
        {"birth_date": None},
        {"birth_date": "1981-05-17"},
    ],
)
def test_a_person_is_recognised_when_one_fact_is_missing_or_wrong(changes: dict[str, Value]) -> None:
    assert plan([changed(changes)], known()).created == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"cin": "D99999", "surname_ar": "العلوي"},
        {"cin": "D99999", "surname_ar": "العلوي", "birth_date": "1970-01-01"},
        {"ppr": "2000000", "cin": "D99999"},
        {"ppr": "2000000", "cin": None},
    ],
)
def test_two_people_are_not_poured_into_one(changes: dict[str, Value]) -> None:
    assert plan([changed(changes)], known()).created == 1


def test_a_number_of_somebody_else_is_listed_with_the_new_person() -> None:
    found = plan([draft(cin="D99999", surname_ar="العلوي", birth_date="1970-01-01")], known())
    assert [(kind, fields.get("code"), fields.get("field")) for _, kind, fields in steps(found)] == [
        ("employee", None, None),
        ("anomaly", "number_stands_twice", "ppr"),
    ]


def test_a_line_that_fits_two_people_is_bad() -> None:
    twin = KnownPerson(id=8, fields={**NADIA, "ppr": "1000002", "cin": "D54321"})
    found = plan([draft(ppr=None, cin=None)], known(), twin)
    assert [(one.row, one.reason) for one in found.bad] == [(2, "fits_two_people")]
    assert not found.people


def test_a_record_joined_into_another_still_points_to_her() -> None:
    person = KnownPerson(id=7, fields={**NADIA, "ppr": "1000009"}, joined=({"ppr": "1000001", "cin": "D12345"},))
    found = plan([draft()], person)
    assert found.created == 0


def test_a_withdrawn_person_is_left_alone_and_not_made_again() -> None:
    gone = KnownPerson(id=7, fields=NADIA, withdrawn=True)
    found = plan([draft(phone="+212612345678")], gone)
    assert (found.people, found.known_people) == ((), 0)
    assert [one.code for one in found.remarks] == ["person_withdrawn"]


def test_a_recruitment_before_the_known_birth_date_is_listed_and_does_not_block_the_act() -> None:
    found = plan([draft(birth_date=None, career={"recruited_on": "1979-01-01", "echelon": 6})], known())
    act, anomaly = steps(found)
    assert "recruited_on" not in act[2]
    assert (anomaly[1], anomaly[2]["field"], anomaly[2]["found"]) == ("anomaly", "recruited_on", "1979-01-01")


def test_planning_fifteen_thousand_new_people_asks_for_the_ids_they_need() -> None:
    first = date(1960, 1, 1).toordinal()
    drafts = [
        draft(n, {"echelon": 1}, ppr=str(1000000 + n), cin=None, birth_date=date.fromordinal(first + n).isoformat())
        for n in range(15_000)
    ]
    found = plan(drafts)
    assert (found.created, sum(one.new_rows for one in found.people)) == (15_000, 30_000)
