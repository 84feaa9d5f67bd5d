"""A list of the newest files of some sort: name, where, when, size; Enter opens the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Signal

from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.system.newest_files import NewFile
from massar_desktop.widgets.bidi import file_size, isolate, ltr, moment
from massar_desktop.widgets.table import Table

_WIDTHS: Final = [0, 320, 190, 110]


class NewFiles(Table):
    """Signals: ``file_opened(Path)`` when one is taken."""

    file_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._files: Sequence[NewFile] = ()
        self._rows = RowsModel(self)
        self.setModel(self._rows)
        self.row_opened.connect(self._take)
        self._write()

    def show_files(self, files: Sequence[NewFile]) -> None:
        """Offer these; the one that was chosen stays so if it is still there, else the first is."""
        row = self.chosen_row()
        kept = self._files[row].path if row >= 0 else None
        self._files = tuple(files)
        self._write()
        self.choose_row(next((at for at, one in enumerate(self._files) if one.path == kept), 0))

    def files(self) -> Sequence[NewFile]:
        """What is offered."""
        return self._files

    def changeEvent(self, event: QEvent) -> None:
        """Write every word in the language in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()

    def _write(self) -> None:
        row = self.chosen_row()
        titles = self.tr("File"), self.tr("Where"), self.tr("Written"), self.tr("Size")
        today = datetime.now().astimezone().date()
        self._rows.show_rows(titles, [(at, _cells(one, today)) for at, one in enumerate(self._files)])
        self.set_widths(_WIDTHS, stretched=0)
        self.choose_row(row)

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._files):
            self.file_opened.emit(self._files[row].path)


def _cells(one: NewFile, today: date) -> Sequence[Cell]:
    when = moment(datetime.fromtimestamp(one.written).astimezone(), today)
    return (
        Cell(isolate(one.path.name), strong=True),
        Cell(ltr(_short(one.path.parent)), ink="text2"),
        Cell(when, ink="text2"),
        Cell(file_size(one.size), ink="text2"),
    )


def _short(folder: Path) -> str:
    """A folder without the part that is the same for all of a person's folders."""
    home = Path.home()
    return str(folder.relative_to(home)) if folder != home and folder.is_relative_to(home) else str(folder)
