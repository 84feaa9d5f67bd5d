"""The people of a practice province are such as an office knows them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from sync.domain.identifiers import parse_rib
from sync.domain.names import is_arabic_name, is_latin_name
from sync.domain.partial_day import earliest, latest, precision
from sync.domain.record import Row
from sync.practice.reference import directorates, grade_scales
from tests.practice.conftest import PEOPLE, RESOURCES, TODAY, Kept


def _share(rows: list[Row], field: str) -> float:
    return sum(1 for row in rows if row.get(field) is None) / len(rows)


def _arabic_name(row: Row) -> tuple[str, str]:
    return row.text("surname_ar"), row.text("first_name_ar")


def test_names_are_names_in_both_scripts(kept: Kept) -> None:
    for row in (*kept["employee"], *kept["dependant"]):
        assert is_arabic_name(row.text("surname_ar")), row
        assert is_arabic_name(row.text("first_name_ar")), row
        assert is_latin_name(row.text("surname_la")), row
        assert is_latin_name(row.text("first_name_la")), row


def test_names_differ_but_some_people_share_theirs(kept: Kept) -> None:
    names = Counter(_arabic_name(row) for row in kept["employee"])
    assert len(names) > PEOPLE * 0.85
    namesakes = {name for name, count in names.items() if count > 1}
    assert any(
        len({row.text("birth_date") for row in kept["employee"] if _arabic_name(row) == name}) > 1 for name in namesakes
    )


def test_one_arabic_name_is_spelt_in_several_ways_in_latin(kept: Kept) -> None:
    spellings = {row.text("first_name_la") for row in kept["employee"] if row.text("first_name_ar") == "محمد"}
    assert {"Mohamed", "Mohammed"} <= spellings


def test_numbers_of_people_do_not_repeat_but_for_those_recorded_twice(kept: Kept) -> None:
    pay_numbers = Counter(row.text("ppr") for row in kept["employee"] if row.get("ppr"))
    cards = Counter(row.text("cin") for row in kept["employee"] if row.get("cin"))
    assert max(pay_numbers.values()) == 1
    assert all(len(number) == 7 for number in pay_numbers)
    assert 1 <= sum(count - 1 for count in cards.values()) <= 3
    spouses = Counter(row.text("cin") for row in kept["dependant"] if row.get("cin"))
    colleagues = {number for number in spouses if number in cards}
    assert 0 < len(colleagues) < PEOPLE * 0.12


def test_two_or_three_people_are_recorded_twice(kept: Kept) -> None:
    people = Counter((_arabic_name(row), row.text("birth_date")) for row in kept["employee"])
    assert 2 <= sum(count - 1 for count in people.values()) <= 4


def test_some_records_are_incomplete(kept: Kept) -> None:
    assert 0.01 < _share(kept["employee"], "phone") < 0.03
    by_person = {row.id: row for row in kept["situation"]}
    for row in kept["employee"]:
        if not row.get("ppr") and row.text("origin") == "massir":
            assert by_person[row.id].text("recruited_on") > "2025-11-01"


def test_three_birth_dates_in_a_hundred_are_partial(kept: Kept) -> None:
    partial = [row for row in kept["employee"] if precision(row.text("birth_date")) != "day"]
    assert 0.02 < len(partial) / PEOPLE < 0.042


def test_dates_of_a_career_are_in_order(kept: Kept) -> None:
    people = {row.id: row for row in kept["employee"]}
    chains = (
        ("recruited_on", "first_appointed_on", "tenured_on"),
        ("recruited_on", "region_since", "province_since", "commune_since", "school_since"),
        ("recruited_on", "cadre_since", "grade_since", "echelon_since"),
        ("public_service_since", "recruited_on", "position_since"),
        ("cadre_since", "function_since"),
    )
    for row in kept["situation"]:
        for chain in chains:
            dates = [row.text(name) for name in chain if row.get(name)] + [TODAY]
            assert all(before <= after for before, after in pairwise(dates)), (chain, row)
        born = people[row.id].text("birth_date")
        recruited = int(row.text("recruited_on")[:4])
        assert recruited - earliest(born).year >= 18
        assert recruited - latest(born).year <= 46


def test_tenured_people_have_a_date_of_tenure(kept: Kept) -> None:
    for row in kept["situation"]:
        assert (row.text("statutory_situation") == "1") == bool(row.get("tenured_on"))


def test_the_index_is_that_of_the_grade_and_echelon(kept: Kept) -> None:
    scales = grade_scales(RESOURCES)
    for row in kept["situation"]:
        scale = scales[row.text("grade")]
        assert row.get("echelle") == scale.echelle
        assert row.get("index_number") == scale.indices[int(row.text("echelon")) - 1]
    assert {row.text("grade") for row in kept["situation"]} == set(scales)


def test_people_work_in_an_open_school_of_their_cycle(kept: Kept) -> None:
    schools = {row.text("gresa"): row for row in kept["school"]}
    expected = {"PEP": "primary", "PESC": "lower_secondary", "PESQ": "upper_secondary"}
    for row in kept["situation"]:
        school = schools[row.text("school")]
        assert not school.get("closed_on")
        assert row.get("cycle") == school.get("cycle")
        assert school.text("cycle") == expected.get(row.text("cadre"), school.text("cycle"))


def test_no_school_has_two_heads(kept: Kept) -> None:
    heads = Counter(row.text("school") for row in kept["situation"] if row.get("function") == "HEAD")
    assert len(heads) > len(kept["school"]) // 2
    assert set(heads.values()) == {1}


def test_most_people_are_in_activity(kept: Kept) -> None:
    positions = Counter(row.text("position") for row in kept["situation"])
    assert positions["activity"] > PEOPLE * 0.95
    assert positions["detachment"] > 0
    assert positions["availability"] > 0


def test_accounts_have_the_right_key_and_are_nobody_elses(kept: Kept) -> None:
    accounts = [row.text("rib") for row in kept["situation"]]
    assert all(parse_rib(account) == account for account in accounts)
    assert len(accounts) - len(set(accounts)) == 3  # the people recorded twice


def test_satellite_schools_belong_to_a_rural_primary_school(kept: Kept) -> None:
    schools = {row.text("gresa"): row for row in kept["school"]}
    satellites = [row for row in kept["school"] if row.get("satellite_of")]
    assert satellites
    for row in satellites:
        parent = schools[row.text("satellite_of")]
        assert (parent.get("cycle"), parent.get("satellite_of")) == ("primary", None)
        assert (row.get("milieu"), row.get("commune_ar")) == ("rural", parent.get("commune_ar"))


def test_families_fit_the_marital_status(kept: Kept) -> None:
    family: dict[int, list[Row]] = {}
    for row in kept["dependant"]:
        family.setdefault(row.dossier, []).append(row)
    recorded_twice = {row.id for row in kept["employee"] if row.get("origin") == "list"}
    for person in kept["employee"]:
        members = family.get(person.id, [])
        spouses = [row for row in members if row.get("relation") == "spouse"]
        married = person.get("marital_status") == "married" and person.id not in recorded_twice
        assert len(spouses) == int(married)
        assert len(members) - len(spouses) <= 6
        assert not (person.get("marital_status") == "single" and members)
        assert all(spouse.get("sex") != person.get("sex") for spouse in spouses)


def test_children_are_born_after_the_marriage_and_before_today(kept: Kept) -> None:
    people = {row.id: row for row in kept["employee"]}
    children = [row for row in kept["dependant"] if row.get("relation") == "child"]
    assert len(children) > PEOPLE * 0.8
    for child in children:
        married = people[child.dossier].text("married_on")
        assert married <= child.text("birth_date") <= TODAY
        assert child.text("birth_date") > people[child.dossier].text("birth_date")


def test_colleagues_who_are_married_name_each_other_and_the_same_children(kept: Kept) -> None:
    by_card = {row.text("cin"): row for row in reversed(kept["employee"]) if row.get("cin")}
    spouse_of = {
        row.dossier: by_card[row.text("cin")].id
        for row in kept["dependant"]
        if row.get("relation") == "spouse" and row.text("cin") in by_card
    }
    children: dict[int, list[tuple[str, str]]] = {}
    counted: Counter[int] = Counter()
    for row in kept["dependant"]:
        if row.get("relation") == "child":
            children.setdefault(row.dossier, []).append((row.text("first_name_ar"), row.text("birth_date")))
            counted[row.dossier] += bool(row.get("counted_for_allowance"))
    assert spouse_of
    for one, other in spouse_of.items():
        assert spouse_of[other] == one
        assert children.get(one) == children.get(other)
        assert not (counted[one] and counted[other])


def test_disabilities_are_few_and_recognised_in_the_past(kept: Kept) -> None:
    assert 0 < len(kept["disability"]) < PEOPLE * 0.02
    assert all(row.text("recognised_on") <= TODAY for row in kept["disability"])


def test_nearly_everybody_has_a_diploma_obtained_before_recruitment(kept: Kept) -> None:
    recruited = {row.id: row.text("recruited_on") for row in kept["situation"]}
    assert len({row.dossier for row in kept["diploma"]}) > PEOPLE * 0.95
    first = {row.dossier: row for row in reversed(kept["diploma"])}
    assert all(row.text("obtained_on") <= recruited[person] for person, row in first.items())


def test_no_letter_to_a_practice_person_reaches_anybody(kept: Kept) -> None:
    for row in kept["employee"]:
        for field in ("email", "institutional_email"):
            assert not row.get(field) or row.text(field).endswith(".example")


def test_the_82_directorates_of_12_regions_are_known() -> None:
    known = directorates(RESOURCES)
    assert len(known) == 82
    assert {one.region for one in known.values()} == set(range(1, 13))
    assert (known[504].name_ar, known[504].code) == ("خنيفرة", "0504")


@pytest.mark.parametrize("table", ["cadre", "grade", "country", "subject", "function"])
def test_code_tables_name_each_code_once_in_both_languages(kept: Kept, table: str) -> None:
    codes = [row for row in kept["code"] if row.get("table") == table]
    assert len({row.text("code") for row in codes}) == len(codes) > 3
    assert all(row.get("label_ar") and row.get("label_la") and row.get("note") for row in codes)
