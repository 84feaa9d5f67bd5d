"""Every kind of file an office may choose: read whole, or refused at once with a reason it can act on."""

import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from sync.client.importing.errors import NotASpreadsheet
from sync.client.importing.run import Import
from sync.client.importing.spreadsheet import cell_text, read_sheet
from tests.client.importing.conftest import MakeList
from tests.client.importing.memory_office import MemoryOffice

DATA = Path(__file__).parent / "data"
HEADER = ["PPR", "CIN", "Nom"]
PERSON = ["1000000", "A12345", "X"]


def refusal(path: Path) -> str:
    with pytest.raises(NotASpreadsheet) as refused:
        read_sheet(path)
    return refused.value.code


@pytest.mark.parametrize("name", ["liste.xls", "liste.ods"])
def test_old_excel_and_libreoffice_lists_are_imported(name: str, office: MemoryOffice, importing: Import) -> None:
    report = importing.write(importing.preview(DATA / name))
    assert (report.rows, report.good, report.people) == (2, 2, 2)
    assert office.person("1234567").text("birth_date") == "1980-05-17"
    assert {row.text("phone") for row in office.of("employee")} == {"+212612345678", "+212612345679"}
    assert office.person("7654321").text("cin") == "JB54321"


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(";", "cp1256"), (",", "utf-8"), ("\t", "utf-8-sig"), (";", "utf-16"), ("|", "utf-8")],
)
def test_text_lists_are_read_in_each_encoding_and_delimiter(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = tmp_path / "list.csv"
    lines = ["PPR;Prénom;الاسم", "1000000;Aïcha;عائشة", ";;", '1000001;"Omar\nAli";عمر']
    path.write_text("\r\n".join(line.replace(";", delimiter) for line in lines), encoding, newline="")
    cells = read_sheet(path).cells
    assert list(cells) == [
        ["PPR", "Prénom", "الاسم"],
        ["1000000", "Aïcha", "عائشة"],
        [],
        ["1000001", "Omar\nAli", "عمر"],
    ]


def test_excels_own_separator_line_is_no_data(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("sep=,\nPPR,CIN\n1000000,A12345\n")
    assert list(read_sheet(path).cells) == [[], ["PPR", "CIN"], ["1000000", "A12345"]]


def test_line_numbers_are_those_of_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        page.write_row(3, 2, HEADER)
        page.write_row(6, 2, PERSON)
    cells = read_sheet(path).cells
    assert cells[3] == ["", "", *HEADER]
    assert [len(row) for row in cells] == [0, 0, 0, 5, 0, 0, 5]


def test_the_sheet_with_the_most_rows_is_taken_and_hidden_ones_are_not(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in (("cover", 1), ("staff", 3), ("old", 9)):
            page = book.add_worksheet(name)
            for line in range(rows):
                page.write_row(line, 0, PERSON)
            if name == "old":
                page.hide()
    assert read_sheet(path).name == "staff"


def test_the_first_bytes_decide_what_a_file_is(tmp_path: Path, make_list: MakeList) -> None:
    wrong = tmp_path / "really.csv"
    wrong.write_bytes(make_list([HEADER, PERSON]).read_bytes())
    assert read_sheet(wrong).cells[1] == PERSON


def test_a_text_under_a_spreadsheets_name_is_refused(tmp_path: Path) -> None:
    for name, content in (
        ("letter.xlsx", b"Monsieur le Directeur,"),
        ("photo.xls", b"\x89PNG\r\n\x1a\n" + bytes(64)),
        ("letter.csv", "السيد المدير\nتحية طيبة".encode()),
        ("program.csv", b"MZ\x00\x01;\x00;\x00\n;\x00;"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        assert refusal(path) == "file_not_spreadsheet"


def test_a_word_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w/>")
    assert refusal(path) == "file_not_spreadsheet"
    old = tmp_path / "letter.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"))
    assert refusal(old) == "file_not_spreadsheet"


def test_a_protected_workbook_says_that_it_has_a_password(tmp_path: Path) -> None:
    path = tmp_path / "secret.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    assert refusal(path) == "file_has_password"


@pytest.mark.parametrize("name", ["etat_du_personnel.xlsx", "liste.xls", "liste.ods"])
@pytest.mark.parametrize("kept", [0.05, 0.5, 0.9, 0.999])
def test_a_truncated_file_says_so(tmp_path: Path, name: str, kept: float) -> None:
    path, data = tmp_path / name, (DATA / name).read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    assert refusal(path) == "file_truncated"


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_damaged_part_is_found_by_its_sum(tmp_path: Path, make_list: MakeList, part: str) -> None:
    path = make_list([HEADER, *([PERSON] * 50)])
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        info = package.getinfo(part)
    data[info.header_offset + 30 + len(part) + info.compress_size // 2] ^= 0xFF
    path.write_bytes(data)
    assert refusal(path) == "file_truncated"


def test_an_empty_file_and_an_empty_sheet_say_so(tmp_path: Path, make_list: MakeList) -> None:
    for name in ("nothing.xlsx", "nothing.csv"):
        (tmp_path / name).write_bytes(b"")
        assert refusal(tmp_path / name) == "file_empty"
    (tmp_path / "blank.csv").write_text(";;;\n;;;\n")
    assert refusal(tmp_path / "blank.csv") == "file_empty"
    assert refusal(make_list([], "empty.xlsx")) == "file_empty"


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.xlsx") == "file_not_readable"


def _with_rows(path: Path, xml: Callable[[int], bytes], rows: range) -> Path:
    """A workbook of a header and a person, and more row elements as another program may have left them."""
    draft = path.with_suffix(".draft")
    with xlsxwriter.Workbook(str(draft)) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADER)
        page.write_row(1, 0, PERSON)
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = data.replace(b"</sheetData>", b"".join(map(xml, rows)) + b"</sheetData>")
            new.writestr(name, data)
    return path


def test_a_million_empty_rows_are_read_with_flat_memory(tmp_path: Path) -> None:
    path = _with_rows(
        tmp_path / "million.xlsx", lambda n: b'<row r="%d" s="1" customFormat="1"/>' % n, range(3, 1_048_577)
    )
    tracemalloc.start()
    sheet = read_sheet(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert list(sheet.cells) == [HEADER, PERSON]
    assert peak < 16 * 1024 * 1024


def test_a_value_in_the_last_row_is_refused_before_the_table_is_laid_out(tmp_path: Path) -> None:
    last = b'<row r="1048576"><c r="N1048576"><v>1</v></c></row>'
    assert refusal(_with_rows(tmp_path / "far.xlsx", lambda _: last, range(1))) == "file_too_large"


def test_a_value_in_the_last_column_is_refused_when_the_table_would_not_fit(tmp_path: Path) -> None:
    path = _with_rows(
        tmp_path / "wide.xlsx", lambda n: b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (n, n), range(3, 300)
    )
    assert refusal(path) == "file_too_large"


def test_a_small_file_that_unpacks_to_gigabytes_is_refused(tmp_path: Path, make_list: MakeList) -> None:
    path = make_list([HEADER])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package, package.open("xl/more.xml", "w") as part:
        for _ in range(450):
            part.write(bytes(1 << 20))
    assert refusal(path) == "file_too_large"


def test_an_ods_that_repeats_a_filled_row_a_million_times_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "repeat.ods"
    with zipfile.ZipFile(DATA / "liste.ods") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(
                name,
                data.replace(
                    b'<table:table-row><table:table-cell office:value-type="float"',
                    b'<table:table-row table:number-rows-repeated="1000000">'
                    b'<table:table-cell office:value-type="float"',
                ),
            )
    assert refusal(path) == "file_too_large"


def test_an_xml_that_defines_entities_is_no_way_in(tmp_path: Path) -> None:
    path = tmp_path / "entities.ods"
    levels = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("content.xml", f'<!DOCTYPE d [<!ENTITY e0 "0123456789">{levels}]><d>&e9;</d>')
    assert refusal(path) in ("file_truncated", "file_not_spreadsheet")


def test_a_csv_of_a_million_blank_lines_stays_small(tmp_path: Path) -> None:
    path = tmp_path / "blank.csv"
    path.write_text("PPR;CIN\n" + ";\n" * 1_000_000 + "1000000;A12345\n")
    sheet = read_sheet(path)
    assert (sheet.filled_rows, len(sheet.cells)) == (2, 1_000_002)


def test_a_cell_is_shown_as_the_clerk_sees_it() -> None:
    assert [cell_text(value) for value in (1000076.0, 7.5, " x ", True)] == ["1000076", "7.5", "x", "True"]
