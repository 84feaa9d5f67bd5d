"""An empty office, and a maker of .xlsx lists."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from sync.client.importing.packed import Cell
from sync.client.importing.run import Import
from tests.client.importing.memory_office import MemoryOffice

MakeList = Callable[..., Path]
TODAY = date(2026, 11, 23)


@pytest.fixture
def office() -> MemoryOffice:
    return MemoryOffice()


@pytest.fixture
def importing(office: MemoryOffice) -> Import:
    return Import(office, TODAY)


@pytest.fixture
def make_list(tmp_path: Path) -> MakeList:
    """`make_list(rows, name=...)` writes rows of cells to an .xlsx file; texts stay texts, days become days."""

    def make(rows: Sequence[Sequence[Cell]], name: str = "list.xlsx") -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(str(path)) as book:
            page, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
            for line, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        page.write_datetime(line, column, cell, day)
                    elif isinstance(cell, str):
                        page.write_string(line, column, cell)
                    else:
                        page.write(line, column, cell)
        return path

    return make
