"""Finding the header row, proposing what columns hold, and telling people from titles and totals."""

from datetime import date
from pathlib import Path

import pytest

from sync.client.importing.errors import NotASpreadsheet
from sync.client.importing.headers import (
    checked,
    column_index,
    column_letter,
    find_layout,
    is_data_row,
    propose,
    role_of,
)
from sync.client.importing.packed import Cell, PackedRows
from sync.client.importing.spreadsheet import Sheet

PEOPLE: list[list[Cell]] = [
    ["1000001", "D12345", "العلوي", "أمينة", "12345A"],
    ["1000002", "D12346", "بن موسى", "عمر", "12345B"],
    ["1000003", "D12347", "التازي", "سعيد", "12346C"],
]


def proposed(*rows: list[Cell]) -> list[str]:
    sheet = Sheet("list", PackedRows(list(rows)))
    return list(propose(sheet, find_layout(sheet)).values())


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("N° PPR", "ppr"),
        ("  n°  de  SOM ", "ppr"),
        ("رقم التّأجير", "ppr"),
        ("C.I.N.E", "cin"),
        ("C.N.I.E", "cin"),
        ("رقم ب.ت.و", "cin"),
        ("NOM ET PRÉNOM", "full_name"),
        ("Nom & Prénom", "full_name"),
        ("الاسم و النسب", "full_name_given_first"),
        ("الاسم والنسب", "full_name_given_first"),
        ("Date\nde naissance", "birth_date"),
        ("تاريخ الإزدياد", "birth_date"),
        ("Date d'effet d'échelon", "echelon_since"),
        ("Date d’effet du grade", "grade_since"),
        ("Date du dernier échelon", "echelon_since"),
        ("Date de signature CIN", None),
        ("Lieu de naissance", "birth_place"),
        ("Téléphone portable (obligatoire)", "phone"),
        ("Nom du conjoint", "ignore"),
        ("CIN du père", "ignore"),
        ("Etablissement d'affectation", "school"),
        ("مقر العمل الحالي", "school"),
        ("Couleur", None),
    ],
)
def test_headers_are_known_in_every_spelling(header: str, role: str | None) -> None:
    assert role_of(header) == role


def test_the_header_stands_below_the_titles() -> None:
    sheet = Sheet(
        "list",
        PackedRows([["Royaume du Maroc"], [], ["Etat nominatif"], ["PPR", "CIN", "Nom"], ["1000001", "D1234", "X"]]),
    )
    layout = find_layout(sheet)
    assert (layout.row, layout.headers["B"]) == (4, "CIN")


def test_a_list_without_headers_is_understood_by_what_it_holds() -> None:
    sheet = Sheet("list", PackedRows([list(row) for row in PEOPLE]))
    layout = find_layout(sheet)
    assert layout.row == 0
    targets = propose(sheet, layout)
    assert (targets["A"], targets["B"], targets["E"]) == ("ppr", "cin", "school")
    assert is_data_row(PEOPLE[0], layout, targets)


def test_a_table_that_is_no_staff_list_is_refused() -> None:
    with pytest.raises(NotASpreadsheet) as refused:
        find_layout(Sheet("budget", PackedRows([["Rubrique", "Montant", "Solde"], ["Papier", 120.0, 3.5]])))
    assert refused.value.code == "no_header_row"


def test_names_go_to_the_script_they_are_written_in() -> None:
    header: list[Cell] = ["PPR", "CIN", "Nom", "Prénom", "GRESA"]
    assert proposed(header, *PEOPLE) == ["ppr", "cin", "surname_ar", "first_name_ar", "school"]


def test_a_lone_name_column_holds_both_names() -> None:
    rows: list[list[Cell]] = [[row[0], f"{row[2]} {row[3]}"] for row in PEOPLE]
    assert proposed(["PPR", "الاسم"], *rows) == ["ppr", "full_name"]


def test_first_names_on_the_left_are_noticed() -> None:
    rows: list[list[Cell]] = [[row[0], f"{row[3]} {row[2]}"] for row in PEOPLE]
    assert proposed(["PPR", "الاسم الكامل"], *rows) == ["ppr", "full_name_given_first"]


def test_two_full_names_are_told_apart_by_script() -> None:
    rows: list[list[Cell]] = [["1", "العلوي أمينة", "ALAOUI Amina"], ["2", "التازي سعيد", "TAZI Saïd"]]
    assert proposed(["N°", "الاسم الكامل", "Nom et prénom"], *rows) == ["order", "full_name_ar", "full_name_la"]


def test_values_win_over_a_wrong_header() -> None:
    rows: list[list[Cell]] = [[row[1], row[0], row[2], row[3]] for row in PEOPLE]
    assert proposed(["PPR", "CIN", "Nom", "Prénom"], *rows)[:2] == ["cin", "ppr"]


def test_the_school_code_wins_over_the_school_name_and_a_second_phone_is_kept() -> None:
    rows: list[list[Cell]] = [["1000001", "م/م النخيل", "12345A", "0612345678", "0522334455"]] * 3
    found = proposed(["PPR", "المؤسسة", "رمز المؤسسة", "الهاتف", "GSM"], *rows)
    assert found == ["ppr", "ignore", "school", "phone", "second_phone"]


@pytest.mark.parametrize(
    "row",
    [
        [],
        ["", "  "],
        ["Commune de Midelt"],
        ["TOTAL", 426.0],
        ["المجموع", "", "", 3.0],
        ["ppr ", "CIN", "NOM", "Prenom", "gresa"],
        ["", "", "", "", "", "note"],
    ],
)
def test_titles_totals_and_repeated_headers_are_no_people(row: list[Cell]) -> None:
    sheet = Sheet("list", PackedRows([["PPR", "CIN", "Nom", "Prénom", "GRESA"], *PEOPLE]))
    layout = find_layout(sheet)
    assert not is_data_row(row, layout, propose(sheet, layout))


def test_a_person_with_gaps_is_a_person() -> None:
    sheet = Sheet("list", PackedRows([["PPR", "CIN", "Nom", "Prénom", "GRESA"], *PEOPLE]))
    layout = find_layout(sheet)
    assert is_data_row(["1000004", "", "", "", "12345A"], layout, propose(sheet, layout))
    assert is_data_row(["", "", "Total", "عمر", "12345A"], layout, propose(sheet, layout))


def test_the_fingerprint_is_that_of_the_headers_alone() -> None:
    def fingerprint(*headers: Cell) -> str:
        return find_layout(
            Sheet("list", PackedRows([list(headers), ["1000001", "D12345", date(2020, 1, 1)]]))
        ).fingerprint

    assert fingerprint("PPR", "CIN", "Prénom") == fingerprint(" ppr", "Cin", "PRENOM")
    assert fingerprint("PPR", "CIN", "Prénom") != fingerprint("CIN", "PPR", "Prénom")


def test_columns_are_named_as_spreadsheets_name_them() -> None:
    assert [column_letter(i) for i in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert all(column_index(column_letter(i)) == i for i in range(1000))


@pytest.mark.parametrize("mapping", [{"A": "salary"}, {"1": "ppr"}, {"": "ppr"}, {"a": "ppr"}, {"A": "origin"}])
def test_a_mapping_from_outside_is_checked(mapping: dict[str, str]) -> None:
    with pytest.raises(ValueError):
        checked(mapping)


def test_the_samples_need_no_change_by_the_clerk() -> None:
    from sync.client.importing.spreadsheet import read_sheet

    sheet = read_sheet(Path(__file__).parent / "data" / "لائحة_الموظفين.csv")
    assert list(propose(sheet, find_layout(sheet)).values()) == [
        *("order", "ppr", "cin", "full_name", "sex", "birth_date", "recruited_on"),
        *("cadre", "grade", "echelon", "school", "phone"),
    ]
