"""The two lists of the offices, against what is known to be in them."""

import json
from datetime import date
from pathlib import Path

import pytest

from sync.client.importing.run import Import
from tests.client.importing.memory_office import MemoryOffice

DATA = Path(__file__).parent / "data"
LISTS = ["etat_du_personnel.xlsx", "لائحة_الموظفين.csv"]

_FAMILIES = "بلقاسم الشرقاوي أعراب الحداد المنصوري زروال أكناو حجي بوعزة الفاسي بنعلي بوزيد الإدريسي أوشن أوحساين"
FAMILY_NAMES = {*_FAMILIES.split(), "التازي", "الراجي", "العلوي", "بن موسى", "آيت الحاج"}


@pytest.mark.parametrize("name", LISTS)
def test_rows_bad_rows_and_people_come_out_exactly(name: str, office: MemoryOffice, importing: Import) -> None:
    path = DATA / name
    truth = json.loads(path.with_suffix(".truth.json").read_text("utf-8"))
    preview = importing.preview(path)
    assert not office.rows, "a preview writes nothing"
    report = importing.write(preview)
    for found in (preview.report, report):
        assert (found.rows, len(found.bad), found.people) == (truth["rows"], truth["bad"], truth["people"])
        assert found.good == truth["rows"] - truth["bad"]
    assert len(office.of("employee")) == truth["people"]


@pytest.mark.parametrize("name", LISTS)
def test_a_second_import_of_the_same_file_changes_nothing(name: str, office: MemoryOffice, importing: Import) -> None:
    importing.write(importing.preview(DATA / name))
    before, calls = dict(office.rows), len(office.batches)
    later = Import(office, date(2027, 2, 1))
    again = later.write(later.preview(DATA / name))
    assert (office.rows, len(office.batches)) == (before, calls)
    assert (again.created, again.completed, again.anomalies) == (0, 0, 0)
    assert again.people == len(office.of("employee"))


def test_each_bad_row_is_named_with_its_reason(importing: Import) -> None:
    bad = importing.preview(DATA / "etat_du_personnel.xlsx").report.bad
    found = {(one.row, one.reason, one.field) for one in bad}
    assert found == {
        *((row, "birth_date_impossible", "birth_date") for row in (13, 43, 190)),
        *((row, "ppr_malformed", "ppr") for row in (53, 99, 118)),
        *((row, "no_name", "surname_ar") for row in (75, 243, 256)),
        *((row, "cin_malformed", "cin") for row in (132, 254, 301)),
        *((row, "recruited_before_birth", "recruited_on") for row in (136, 324, 386)),
    }


def test_the_json_has_exactly_the_four_members(importing: Import) -> None:
    report = importing.preview(DATA / "لائحة_الموظفين.csv").report.to_json()
    assert list(report) == ["rows", "good", "bad", "people"]
    assert report["bad"] == [
        {"row": 111, "reason": "ppr_malformed"},
        {"row": 156, "reason": "birth_date_impossible"},
        {"row": 163, "reason": "recruited_before_birth"},
        {"row": 179, "reason": "cin_malformed"},
        {"row": 265, "reason": "no_name"},
    ]


def test_what_a_row_says_is_kept_whole(office: MemoryOffice, importing: Import) -> None:
    importing.write(importing.preview(DATA / "etat_du_personnel.xlsx"))
    person = office.person("1000038").values
    assert person == {
        "ppr": "1000038",
        "cin": "D425403",
        "surname_la": "BELKACEM",
        "first_name_la": "Aïcha",
        "surname_ar": "بلقاسم",
        "first_name_ar": "عائشة",
        "sex": "F",
        "birth_date": "1968-05-12",
        "phone": "+212693634885",
        "origin": "list",
    }
    situation = dict(office.situation("1000038").values)
    assert situation.pop("employee") == office.person("1000038").id
    assert situation == {
        "cadre": "C5",
        "grade": "G3",
        "echelon": 8,
        "recruited_on": "1991-05-13",
        "school": "95710C",
        "as_known_on": "2026-09-01",
    }


def test_a_two_digit_year_after_birth_is_not_a_recruitment_before_birth(
    office: MemoryOffice, importing: Import
) -> None:
    importing.write(importing.preview(DATA / "etat_du_personnel.xlsx"))
    assert office.situation("1012008").get("recruited_on") == "2028-04-17"


def test_full_names_are_split_at_the_family_name(office: MemoryOffice, importing: Import) -> None:
    importing.write(importing.preview(DATA / "لائحة_الموظفين.csv"))
    people = office.of("employee")
    assert {row.text("surname_ar") for row in people} == FAMILY_NAMES
    assert all(row.text("first_name_ar") for row in people)
    person = office.person("1000456")
    assert (person.text("surname_ar"), person.text("first_name_ar")) == ("أكناو", "عبد الرحيم")
    assert person.text("name_as_written") == "أكناو عبد الرحيم"


def test_people_of_two_lists_who_share_only_a_number_stay_apart(office: MemoryOffice, importing: Import) -> None:
    for name in LISTS:
        importing.write(importing.preview(DATA / name))
    assert len(office.of("employee")) == 405 + 295
    twice = [row for row in office.of("anomaly") if row.get("code") == "number_stands_twice"]
    assert len(twice) > 200
    before = dict(office.rows)
    for name in LISTS:
        importing.write(importing.preview(DATA / name))
    assert office.rows == before
