"""The list of people as it is on the screen: the same columns, order and language in a spreadsheet and on paper."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from massar_desktop.documents.delimited import write_delimited
from massar_desktop.documents.paper import Paper
from massar_desktop.documents.people_list import (
    MOST_PRINTED,
    PART,
    PeoplePapers,
    columns_of,
    people_on_paper,
    rows_of,
)
from massar_desktop.documents.spreadsheet import Column, ColumnKind, write_table
from massar_desktop.documents.typesetting import pdf
from massar_desktop.queries.asking import Asker
from massar_desktop.queries.paper_facts import office_facts
from massar_desktop.queries.people import PersonLine, lines_of
from massar_desktop.queries.reference import reference
from massar_desktop.system.locale import LANGUAGES, Language
from sync.client.importing.spreadsheet import read_sheet
from tests.queries.practice_office import CLERK, PracticeOffice, practice_office, practice_people

TODAY = "2026-09-24"
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
        rows = list(
            rows_of(
                lines_of(connection, ids, NAMES, "2026-09-24"), NAMES, language, reference(connection, "2026-09-24")
            )
        )
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

    (only,) = papers.offered
    paper = papers.paper(only, language)

    lines, numbers = paper.values["lines"], {row.id: row.text("ppr") for row in practice_people()}
    assert isinstance(lines, list)
    assert [line[1] for line in lines] == [numbers[one] for one in some()]
    assert paper.title
    assert pdf(paper).startswith(b"%PDF")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_list_comes_in_parts_that_leave_nobody_out_and_is_kept_as_one_file(
    office: PracticeOffice, language: Language
) -> None:
    many = 2 * PART + 40
    papers = long_list(office, many, asked=many)

    parts = [papers.paper(one, language) for one in papers.offered]
    assert [len(lines(part)) for part in parts] == [PART, PART, 40]
    assert [line[1] for part in parts for line in lines(part)] == [f"{number:07d}" for number in range(many)]
    assert len({papers.name(one, language) for one in papers.offered}) == len({part.title for part in parts}) == 3
    (kept,) = papers.kept(papers.offered[1], language)
    assert len(lines(kept)) == many
    first, last = (text_of(pdf(parts[number])) for number in (0, 2))
    assert str(many) in first
    assert str(many) in last
    assert f"{2 * PART + 1:d}" in last  # lines go on counting over the parts


def test_what_is_not_printed_is_said_on_the_paper(office: PracticeOffice) -> None:
    papers = long_list(office, 3, asked=MOST_PRINTED + 71)
    assert "71 lignes ne sont pas imprimées" in text_of(pdf(papers.paper("1", "fr")))


def long_list(office: PracticeOffice, many: int, *, asked: int) -> PeoplePapers:
    """A list of so many invented people."""
    replica = office.replica
    with replica.database.read() as connection:
        facts = office_facts(connection, Asker(replica.identity, CLERK, replica.today()))
        known = reference(connection, TODAY)
    people = [PersonLine(number, "فاطمة", "Fatima", ppr=f"{number:07d}") for number in range(many)]
    return PeoplePapers(facts, people, ("name", "ppr"), known, asked)


def lines(paper: Paper) -> list[list[str]]:
    """The lines of a list on paper."""
    found = paper.values["lines"]
    assert isinstance(found, list)
    return found


def text_of(content: bytes) -> str:
    """What is written in a PDF."""
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
