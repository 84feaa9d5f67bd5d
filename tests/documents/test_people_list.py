"""The list of people as it is on the screen: the same columns, order and language in a spreadsheet and on paper."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from massar_desktop.documents.delimited import write_delimited
from massar_desktop.documents.people_list import PEOPLE, columns_of, people_on_paper, rows_of
from massar_desktop.documents.spreadsheet import Column, ColumnKind, write_table
from massar_desktop.documents.typesetting import pdf
from massar_desktop.queries.asking import Asker
from massar_desktop.queries.people import lines_of
from massar_desktop.queries.reference import reference
from massar_desktop.system.locale import LANGUAGES, Language
from sync.client.importing.spreadsheet import read_sheet
from tests.queries.practice_office import CLERK, PracticeOffice, practice_office, practice_people

NAMES = ("name", "ppr", "school", "position", "birth_date", "retires_on")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeOffice]:
    made = practice_office(tmp_path_factory.mktemp("list"))
    yield made
    made.replica.close()


def some() -> list[int]:
    return [row.id for row in practice_people() if row.get("ppr") and row.get("surname_la") and row.get("surname_ar")][
        4::-2
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_exactly_the_columns_shown_in_their_order_go_into_both_files(
    office: PracticeOffice, language: Language, tmp_path: Path
) -> None:
    ids, columns = some(), columns_of(NAMES, language)
    with office.replica.database.read() as connection:
        rows = list(rows_of(lines_of(connection, ids, NAMES), NAMES, language, reference(connection)))
    write_delimited(tmp_path / "a.csv", columns, rows)
    write_table(tmp_path / "a.xlsx", columns, rows, right_to_left=language == "ar")

    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *lines = csv.reader(file, delimiter=";")
    cells = read_sheet(tmp_path / "a.xlsx").cells
    assert head == [column.title for column in columns] == list(cells[0])
    assert len(head) == len(NAMES) + 1  # the name in both scripts
    people = {row.id: row for row in practice_people()}
    assert [line[2] for line in lines] == [people[one].text("ppr") for one in ids] == [row[2] for row in cells[1:]]
    year, month, day = people[ids[0]].text("birth_date").split("-")
    assert lines[0][5] == f"{day}/{month}/{year}"
    first, second = ("surname_ar", "surname_la") if language == "ar" else ("surname_la", "surname_ar")
    assert people[ids[0]].text(first).upper() in lines[0][0].upper()
    assert people[ids[0]].text(second).upper() in lines[0][1].upper()


def test_no_cell_of_a_csv_is_taken_as_a_formula(tmp_path: Path) -> None:
    texts = ["=1+1", "+212661000000", "-3", "@SUM(A1)", "\tx", "plain"]
    columns = [Column("=title", ColumnKind.TEXT) for _ in texts]

    write_delimited(tmp_path / "a.csv", columns, [texts])

    written = (tmp_path / "a.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert written[1].split(";") == ["'=1+1", "'+212661000000", "'-3", "'@SUM(A1)", "'\tx", "plain"]
    assert written[0].split(";")[0] == "'=title"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_list_has_the_same_people(office: PracticeOffice, language: Language) -> None:
    replica = office.replica
    with replica.database.read() as connection:
        papers = people_on_paper(some(), NAMES)(connection, Asker(replica.identity, CLERK, replica.today()))

    paper = papers.paper(PEOPLE, language)

    lines, numbers = paper.values["lines"], {row.id: row.text("ppr") for row in practice_people()}
    assert isinstance(lines, list)
    assert [line[1] for line in lines] == [numbers[one] for one in some()]
    assert paper.title
    assert pdf(paper).startswith(b"%PDF")
