"""The whole import as a clerk does it: look, change the mapping, write, stop, go on, give the bad lines back."""

import re
from datetime import date
from pathlib import Path

import pytest

from sync.client.importing.packed import Cell
from sync.client.importing.run import BATCH, Import
from sync.client.importing.spreadsheet import read_sheet
from tests.client.importing.conftest import MakeList
from tests.client.importing.memory_office import Blocked, MemoryOffice

HEADER: list[Cell] = ["PPR", "CIN", "Nom", "Prénom", "Date de naissance", "Echelon", "Contact"]


def people(count: int, start: int = 0) -> list[list[Cell]]:
    return [
        [
            str(1000000 + n),
            f"D{10000 + n}",
            "EL ALAOUI",
            "Omar",
            date.fromordinal(date(1965, 1, 1).toordinal() + n),
            6.0,
            f"06{n:08d}",
        ]
        for n in range(start, start + count)
    ]


def test_the_day_of_the_list_is_read_from_its_title(make_list: MakeList, importing: Import) -> None:
    titled = make_list([["Situation arrêtée au 01/09/2026"], HEADER, *people(2)])
    assert importing.preview(titled).source.known_on == "2026-09-01"
    assert importing.preview(make_list([HEADER, *people(2)])).source.known_on == "2026-11-23"


def test_a_repeated_header_in_the_middle_is_no_person(make_list: MakeList, importing: Import) -> None:
    path = make_list([HEADER, *people(3), [], HEADER, *people(3, 3), ["TOTAL", 6]])
    report = importing.preview(path).report
    assert (report.rows, report.good, report.people) == (6, 6, 6)


def test_bad_rows_keep_the_line_numbers_of_the_sheet(make_list: MakeList, importing: Import) -> None:
    rows = people(3)
    rows[1][1] = "??"
    path = make_list([["Titre"], [], HEADER, rows[0], [], rows[1], rows[2]])
    preview = importing.preview(path)
    assert preview.report.to_json()["bad"] == [{"row": 6, "reason": "cin_malformed"}]
    assert [number for number, _ in preview.first_rows] == [4, 6, 7]


def test_a_changed_mapping_is_used_and_remembered(make_list: MakeList, office: MemoryOffice, importing: Import) -> None:
    path = make_list([HEADER, *people(2)])
    preview = importing.preview(path)
    assert preview.mapping["G"] == "phone", "recognised by what it holds"
    changed = importing.remap(preview, {**preview.mapping, "G": "second_phone", "F": "ignore"})
    assert not office.mappings
    importing.write(changed)
    person = office.person("1000001")
    assert (person.get("phone"), person.get("second_phone")) == (None, "+212600000001")
    other = make_list([HEADER, *people(1, 50)], "next_month.xlsx")
    assert importing.preview(other).mapping == changed.mapping


def test_an_impossible_mapping_is_refused(make_list: MakeList, importing: Import) -> None:
    preview = importing.preview(make_list([HEADER, *people(1)]))
    with pytest.raises(ValueError, match="salary"):
        importing.remap(preview, {"A": "salary"})


def test_people_are_recorded_in_batches_with_progress(
    make_list: MakeList, office: MemoryOffice, importing: Import
) -> None:
    seen: list[tuple[int, int]] = []
    total = BATCH * 2 + 10
    importing.write(importing.preview(make_list([HEADER, *people(total)])), lambda *done: seen.append(done))
    assert seen == [(0, total), (BATCH, total), (2 * BATCH, total), (total, total)]
    assert len(office.batches) == 3


def test_a_stopped_import_leaves_whole_people_and_goes_on_later(
    make_list: MakeList, office: MemoryOffice, importing: Import
) -> None:
    total = BATCH * 3
    path = make_list([HEADER, *people(total)])
    report = importing.write(importing.preview(path), cancelled=lambda: len(office.batches) == 2)
    assert (report.cancelled, report.created, report.people) == (True, 2 * BATCH, 2 * BATCH)
    assert len(office.of("employee")) == len(office.of("opening_situation")) == 2 * BATCH
    report = importing.write(importing.preview(path))
    assert (report.cancelled, report.created, report.people) == (False, BATCH, total)
    assert len(office.of("employee")) == len(office.of("opening_situation")) == total


def test_an_import_stopped_at_once_records_nothing(
    make_list: MakeList, office: MemoryOffice, importing: Import
) -> None:
    report = importing.write(importing.preview(make_list([HEADER, *people(3)])), cancelled=lambda: True)
    assert (report.people, report.cancelled, office.rows) == (0, True, {})


def test_a_copy_of_the_file_under_another_name_adds_nothing(
    make_list: MakeList, office: MemoryOffice, importing: Import
) -> None:
    importing.write(importing.preview(make_list([HEADER, *people(5)])))
    before = dict(office.rows)
    importing.write(importing.preview(make_list([HEADER, *people(5)], "copy of list.xlsx")))
    assert office.rows == before


def test_a_newer_list_that_differs_is_listed_once(make_list: MakeList, office: MemoryOffice, importing: Import) -> None:
    importing.write(importing.preview(make_list([HEADER, *people(2)])))
    newer = people(2)
    newer[0][5] = 7.0
    path = make_list([HEADER, *newer], "newer.xlsx")
    for _ in range(2):
        importing.write(importing.preview(path))
    (anomaly,) = office.of("anomaly")
    assert (anomaly.get("field"), anomaly.get("known"), anomaly.get("found")) == ("echelon", "6", "7")
    assert office.situation("1000000").get("echelon") == 6


def test_what_somebody_recorded_after_the_preview_is_not_doubled(
    make_list: MakeList, office: MemoryOffice, importing: Import
) -> None:
    path = make_list([HEADER, *people(3)])
    preview = importing.preview(path)
    importing.write(importing.preview(path))
    report = importing.write(preview)
    assert (report.created, report.people, len(office.of("employee"))) == (0, 3, 3)


def test_bad_lines_come_back_with_the_reason_and_can_be_imported_once_mended(
    make_list: MakeList, office: MemoryOffice, importing: Import, tmp_path: Path
) -> None:
    rows = people(4)
    rows[1][1], rows[2][4] = "=1+1", "31/02/1975"
    preview = importing.preview(make_list([["Titre"], HEADER, *rows]))
    back = tmp_path / "bad.xlsx"
    words = {"cin_malformed": "ر.ب.ت.و", "birth_date_impossible": "تاريخ"}
    importing.write_bad_rows(preview, back, "السبب", lambda reason: words[reason])
    cells = list(read_sheet(back).cells)
    assert cells[0] == [*HEADER, "السبب"]
    assert cells[1] == [*rows[1], "ر.ب.ت.و"]
    assert cells[2] == [*rows[2], "تاريخ"]
    cells[1][1], cells[2][4] = "D77777", date(1975, 2, 28)
    importing.write(preview)
    report = importing.write(importing.preview(make_list(cells, "mended.xlsx")))
    assert (report.good, report.people) == (2, 4)


def test_an_office_that_refuses_a_batch_keeps_nothing_of_it(make_list: MakeList, importing: Import) -> None:
    class Full(MemoryOffice):
        def scope_for(self, kind: object, dossier: int) -> None:
            return None

    office = Full()
    full = Import(office, date(2026, 11, 23))
    with pytest.raises(Blocked):
        full.write(full.preview(make_list([HEADER, *people(2)])))
    assert not office.rows


def test_no_remark_or_reason_carries_a_machine_path(make_list: MakeList, importing: Import) -> None:
    preview = importing.preview(make_list([HEADER, *people(1)]))
    assert re.fullmatch(r"[^/\\]+", preview.source.name)
