"""A table that leaves the app as .xlsx: what Excel shows is what the screen showed."""

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from massar_desktop.documents.spreadsheet import CellValue, Column, ColumnKind, sheet_name, write_table

COLUMNS = [
    Column("رقم التأجير", ColumnKind.CODE, 12),
    Column("الاسم الكامل"),
    Column("تاريخ الازدياد", ColumnKind.DAY, 14),
    Column("الرتبة", ColumnKind.NUMBER, 8),
]
ROWS: list[list[CellValue]] = [
    ["1000076", "العلوي أمينة", "1968-05-12", 6],
    ["\u20661000077\u2069", "=HYPERLINK(1)", "1975-00-00", None],
    ["0012345", "", date(1990, 2, 3), 7.5],
]


def _part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode()


def test_codes_stay_text_days_are_days_and_nothing_becomes_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    assert write_table(path, COLUMNS, ROWS, right_to_left=True, title="الموظفون") == 3
    book = CalamineWorkbook.from_path(path)
    assert book.sheet_names == ["الموظفون"]
    assert book.get_sheet_by_index(0).to_python() == [
        [column.title for column in COLUMNS],
        ["1000076", "العلوي أمينة", date(1968, 5, 12), 6.0],
        ["1000077", "=HYPERLINK(1)", "1975-00-00", ""],
        ["0012345", "", date(1990, 2, 3), 7.5],
    ]
    assert "<f>" not in _part(path, "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("right_to_left", [True, False])
def test_an_arabic_sheet_begins_at_the_right(tmp_path: Path, right_to_left: bool) -> None:
    path = tmp_path / "people.xlsx"
    write_table(path, COLUMNS, ROWS, right_to_left=right_to_left)
    assert ('rightToLeft="1"' in _part(path, "xl/worksheets/sheet1.xml")) is right_to_left
    styles = _part(path, "xl/styles.xml")
    assert ('readingOrder="2"' in styles) is right_to_left
    assert 'readingOrder="1"' in styles, "codes read left to right in both"


def test_the_header_stays_and_can_filter(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    write_table(path, COLUMNS, ROWS, right_to_left=True)
    sheet = _part(path, "xl/worksheets/sheet1.xml")
    assert '<autoFilter ref="A1:D4"/>' in sheet
    assert 'state="frozen"' in sheet


def test_a_list_that_breaks_off_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    write_table(path, COLUMNS, ROWS, right_to_left=True)
    before = path.read_bytes()

    def broken() -> Iterator[list[CellValue]]:
        yield ROWS[0]
        raise KeyError("row")

    with pytest.raises(KeyError):
        write_table(path, COLUMNS, broken(), right_to_left=True)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["people.xlsx"]


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        write_table(tmp_path / "gone" / "people.xlsx", COLUMNS, ROWS, right_to_left=True)


def test_an_empty_list_is_a_sheet_of_headers(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    assert write_table(path, COLUMNS, [], right_to_left=True) == 0
    assert CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python() == [[c.title for c in COLUMNS]]


def test_a_title_becomes_a_name_that_excel_accepts() -> None:
    assert sheet_name("Liste: 2026/2027 [A]*?") == "Liste  2026 2027  A"
    assert sheet_name("'" + "ل" * 40) == "ل" * 31
    assert sheet_name("///") == ""
