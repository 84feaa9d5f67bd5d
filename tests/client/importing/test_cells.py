"""Cells as offices fill them, and the one value that is kept."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.client.importing.cells import Draft, RowReader
from sync.client.importing.full_name import split_full_name
from sync.client.importing.headers import TARGETS, column_letter
from sync.client.importing.labels import Labels
from sync.client.importing.packed import Cell
from sync.domain.acts.opening_situation import OpeningSituation
from sync.domain.entities.employee import Employee
from sync.domain.fields import Value
from sync.domain.record import kind_of
from sync.domain.shape import field_problems
from tests.client.importing.memory_office import CODES, MemoryOffice

TODAY = date(2026, 11, 23)
LABELS = Labels(
    {**MemoryOffice().code_labels(), "school": {"مدرسة النخيل": "12345A", "مدرسة الأمل": "12399Z"}},
    MemoryOffice().closed_schools(),
)


def read(**cells: Cell) -> Draft:
    """A line with one column per keyword, beside a person who is complete enough."""
    whole: dict[str, Cell] = {"ppr": "1000000", "surname_ar": "العلوي", **cells}
    mapping = {column_letter(i): target for i, target in enumerate(whole)}
    return RowReader(mapping, LABELS, TODAY).read(7, list(whole.values()))


def kept(field: str, cell: Cell) -> Value:
    draft = read(**{field: cell})
    assert draft.bad is None, draft.bad
    return draft.career.get(field) or draft.employee.get(field)


@pytest.mark.parametrize(
    ("cell", "found"), [("12399z", ["school_closed"]), ("مدرسة الأمل", ["school_closed"]), ("مدرسة النخيل", [])]
)
def test_a_school_that_is_closed_is_kept_and_remarked_on(cell: str, found: list[str]) -> None:
    draft = read(school=cell)
    assert draft.career["school"] in ("12399Z", "12345A")
    assert [one.code for one in draft.problems if one.field == "school"] == found


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        ("ppr", 1000076.0, "1000076"),
        ("ppr", " 1 000 076 ", "1000076"),
        ("ppr", "٠١٠٠٠٠٧٦", "1000076"),
        ("cin", "d425403 ", "D425403"),
        ("birth_date", date(1968, 5, 12), "1968-05-12"),
        ("birth_date", "12/05/1968", "1968-05-12"),
        ("birth_date", "12-05-68", "1968-05-12"),
        ("birth_date", "12.5.1968", "1968-05-12"),
        ("birth_date", "1968-05-12 00:00:00", "1968-05-12"),
        ("birth_date", "12 ماي 1968", "1968-05-12"),
        ("birth_date", "1er août 1968", "1968-08-01"),
        ("birth_date", 24970.0, "1968-05-12"),
        ("birth_date", "24970", "1968-05-12"),
        ("birth_date", 1968.0, "1968-00-00"),
        ("birth_date", "00/00/1968", "1968-00-00"),
        ("birth_date", "05/1968", "1968-05-00"),
        ("birth_date", "16-01-97", "1997-01-16"),
        ("recruited_on", "01-04-24", "2024-04-01"),
        ("recruited_on", 33369.0, "1991-05-11"),
        ("sex", "Féminin", "F"),
        ("sex", "ذكر", "M"),
        ("sex", "H", "M"),
        ("sex", "أنثى", "F"),
        ("marital_status", "Marié(e)", "married"),
        ("marital_status", "عازبة", "single"),
        ("position", "القيام بالوظيفة", "activity"),
        ("statutory_situation", "مرسم", "1"),
        ("statutory_situation", 2.0, "2"),
        ("cadre", "أستاذة التعليم الابتدائي", "C1"),
        ("cadre", "PROFESSEUR DE L’ENSEIGNEMENT PRIMAIRE", "C1"),
        ("cadre", "C1", "C1"),
        ("grade", "2ème grade", "G2"),
        ("grade", "Grade 2", "G2"),
        ("grade", "الدرجة 2", "G2"),
        ("grade", "الدرجة الأولى", "G1"),
        ("grade", "Grade exceptionnel", "GX"),
        ("echelon", 9.0, 9),
        ("echelon", "Echelon 06", 6),
        ("echelle", 11.0, "11"),
        ("school", "72359 c", "72359C"),
        ("school", "مدرسة النخيل", "12345A"),
        ("phone", 612345678.0, "+212612345678"),
        ("phone", "06-12-34-56-78", "+212612345678"),
        ("postal_code", 5000.0, "05000"),
        ("budget_post", 4411.0, "4411"),
        ("rib", "011 519 0000012050005349 21", "011519000001205000534921"),
        ("email", "néant", None),
        ("phone", "-", None),
    ],
)
def test_each_style_gives_one_value(field: str, cell: Cell, value: Value) -> None:
    assert kept(field, cell) == value


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"cin": "12??45 "}, "cin_malformed"),
        ({"ppr": "PPR-abc"}, "ppr_malformed"),
        ({"ppr": 1000076.5}, "ppr_malformed"),
        ({"birth_date": "31/02/1975"}, "birth_date_impossible"),
        ({"birth_date": "12/05/2020"}, "birth_date_impossible"),
        ({"birth_date": "un jour"}, "birth_date_malformed"),
        ({"birth_date": date(2200, 1, 1)}, "birth_date_impossible"),
        ({"birth_date": "09/10/1988", "recruited_on": date(1987, 9, 5)}, "recruited_before_birth"),
        ({"recruited_on": "08-02-64", "birth_date": "14-03-65"}, "recruited_before_birth"),
        ({"surname_ar": " "}, "no_name"),
        ({"surname_ar": "???"}, "no_name"),
        ({"ppr": ""}, "nothing_identifies"),
    ],
)
def test_a_line_is_bad_for_what_identifies_the_person(cells: dict[str, Cell], reason: str) -> None:
    draft = read(**cells)
    assert draft.bad is not None
    assert (draft.bad.row, draft.bad.reason) == (7, reason)


@pytest.mark.parametrize(
    ("field", "cell", "code"),
    [
        ("phone", "0123", "phone_malformed"),
        ("grade", "Grand maître", "code_unknown"),
        ("subject", "Mathématiques", "code_unknown"),
        ("sex", "?!", "not_a_choice"),
        ("echelon", "six", "integer_malformed"),
        ("school", "Lycée Hassan II", "gresa_malformed"),
        ("rib", 1.15e22, "rib_malformed"),
        ("recruited_on", "31/02/1990", "day_impossible"),
        ("recruited_on", "1990", "day_partial"),
        ("email", "x" * 70, "email_malformed"),
        ("birth_place_la", "x" * 201, "too_long"),
        ("first_name_ar", "عمر2", "name_malformed"),
    ],
)
def test_other_values_that_cannot_be_read_are_left_out_with_a_remark(field: str, cell: Cell, code: str) -> None:
    draft = read(**{field: cell})
    assert draft.bad is None
    assert field not in draft.employee | draft.career
    assert [one.code for one in draft.problems] == [code]


def test_a_value_worth_a_look_is_kept_with_a_remark() -> None:
    draft = read(cin="D123", recruited_on=date(2027, 5, 1))
    assert (draft.employee["cin"], draft.career["recruited_on"]) == ("D123", "2027-05-01")
    assert [one.code for one in draft.problems] == ["cin_unusual", "day_in_the_future"]


def test_a_second_number_in_the_phone_cell_is_the_second_phone() -> None:
    draft = read(phone="0612345678 / 0522334455")
    assert (draft.employee["phone"], draft.employee["second_phone"]) == ("+212612345678", "+212522334455")


def test_a_latin_name_under_an_arabic_header_goes_to_the_latin_field() -> None:
    assert read(first_name_ar="Omar").employee["first_name_la"] == "Omar"


@pytest.mark.parametrize(
    ("text", "given_first", "names"),
    [
        ("الفاسي مريم", False, ("الفاسي", "مريم")),
        ("آيت الحاج محمد", False, ("آيت الحاج", "محمد")),
        ("بن موسى عبد الرحيم", False, ("بن موسى", "عبد الرحيم")),
        ("بن عبد الله محمد أمين", False, ("بن عبد الله", "محمد أمين")),
        ("EL IDRISSI Youssef", False, ("EL IDRISSI", "Youssef")),
        ("Youssef EL IDRISSI", False, ("EL IDRISSI", "Youssef")),
        ("AIT LHAJ FATIMA ZAHRA", False, ("AIT LHAJ", "FATIMA ZAHRA")),
        ("ben moussa omar", False, ("ben moussa", "omar")),
        ("عبد الرحيم أكناو", True, ("أكناو", "عبد الرحيم")),
        ("فاطمة الزهراء العلوي", True, ("العلوي", "فاطمة الزهراء")),
        ("محمد بن موسى", True, ("بن موسى", "محمد")),
        ("العلوي", False, ("العلوي", "")),
    ],
)
def test_full_names_are_split_where_the_family_name_ends(text: str, given_first: bool, names: tuple[str, str]) -> None:
    assert split_full_name(text, given_first=given_first) == names


CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.floats(),
    st.integers(-(10**12), 10**12),
    st.dates(),
    st.booleans(),
    st.sampled_from(
        ["31/02/1975", "12??45", "PPR-abc", "06", "00/00/0000", "1/1/1", "٣١/١٢/٧٥", "N/A", *CODES["grade"]]
    ),
    st.from_regex(r"\A[0-9]{1,4}[/. -][0-9]{1,2}[/. -][0-9]{1,4}\Z"),
    st.from_regex(r"\A[A-Z]{0,3}[0-9]{0,26}\Z"),
)


@given(st.dictionaries(st.sampled_from(sorted(TARGETS)), CELLS, min_size=1, max_size=12))
def test_whatever_a_cell_holds_only_values_the_domain_takes_come_out(cells: dict[str, Cell]) -> None:
    mapping = {column_letter(i): target for i, target in enumerate(cells)}
    draft = RowReader(mapping, LABELS, TODAY).read(3, list(cells.values()))
    assert not list(field_problems(kind_of(Employee), draft.employee))
    assert not list(field_problems(kind_of(OpeningSituation), draft.career))
    assert draft.bad is None or draft.bad.row == 3


@given(st.floats())
def test_no_number_stops_a_date_column(number: float) -> None:
    draft = read(recruited_on=number)
    assert draft.bad is None
    assert math.isfinite(number) or "recruited_on" not in draft.career
