"""Export the people of a list: ask where and as what, write it in the background, say that it is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from massar_desktop.background.session import Session
from massar_desktop.documents.spreadsheet import CellValue, Column, ColumnKind, write_table
from massar_desktop.queries.people_table import exported_fields, exported_rows
from massar_desktop.queries.reference import Reference, reference
from massar_desktop.system.locale import current_language
from massar_desktop.system.own_files import documents_folder
from massar_desktop.system.wording import choice_label, field_label, flag_label
from sync.domain.fields import FLAG, Field, Value, Wire
from sync.domain.shape import show_value


class PeopleExport(QObject):
    """Signals: ``written(object, int)`` with the file and its lines, ``failed(object)`` with the error."""

    written = Signal(object, int)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def ask(self, window: QWidget, ids: Sequence[int], names: Sequence[str]) -> None:
        """Ask where to write these people, as the columns `names` show them or with all that is kept; then write."""
        title, name = self.tr("Save the list of people"), self.tr("people") + ".xlsx"
        excel, csv = self.tr("Excel, the columns shown"), self.tr("CSV, the columns shown")
        whole = self.tr("Excel, all that is kept")
        kinds: dict[str, Callable[[Path], None]] = {
            f"{excel} (*.xlsx)": lambda path: self.write_shown(path, ids, names),
            f"{csv} (*.csv)": lambda path: self.write_shown(path, ids, names),
            f"{whole} (*.xlsx)": lambda path: self.write(path, ids),
        }
        chosen, kind = QFileDialog.getSaveFileName(window, title, str(documents_folder() / name), ";;".join(kinds))
        if chosen:
            path = Path(chosen)
            ending = ".csv" if "*.csv" in kind else ".xlsx"
            kinds.get(kind, next(iter(kinds.values())))(path if path.suffix == ending else path.with_suffix(ending))

    def write_shown(self, path: Path, ids: Sequence[int], names: Sequence[str]) -> None:
        """Write exactly the columns shown, in the order shown and the language in force: .csv or .xlsx."""
        language, title = current_language(), self.tr("People")

        def export() -> int:
            from massar_desktop.documents.delimited import write_delimited
            from massar_desktop.documents.people_list import columns_of, rows_of
            from massar_desktop.queries.people import lines_of

            with self._session.database.read() as connection:
                today = self._session.replica.today()
                lines, known = lines_of(connection, ids, names, today), reference(connection, today)
                columns, rows = columns_of(names, language), rows_of(lines, names, language, known)
                if path.suffix == ".csv":
                    return write_delimited(path, columns, rows)
                return write_table(path, columns, rows, right_to_left=language == "ar", title=title)

        self._session.tasks.run_long(export, lambda lines: self.written.emit(path, lines), self.failed.emit)

    def write(self, path: Path, ids: Sequence[int]) -> None:
        """Write all that is kept of these people to an .xlsx file, in the language in force."""
        language, title = current_language(), self.tr("People")

        def export() -> int:
            with self._session.database.read() as connection:
                known = reference(connection, self._session.replica.today())
                rows = exported_rows(connection, ids)
                return write_table(
                    path, _columns(), _shown(rows, known, language), right_to_left=language == "ar", title=title
                )

        self._session.tasks.run_long(export, lambda lines: self.written.emit(path, lines), self.failed.emit)


def _columns() -> list[Column]:
    return [Column(field_label(kind, field.name), _kind(field)) for kind, field in exported_fields()]


def _kind(field: Field) -> ColumnKind:
    if field.kind.wire is Wire.DAY:
        return ColumnKind.DAY
    if field.kind.wire is Wire.INTEGER:
        return ColumnKind.NUMBER
    return ColumnKind.CODE if field.kind.ltr else ColumnKind.TEXT


def _shown(rows: Iterator[list[Value]], known: Reference, language: str) -> Iterator[list[CellValue]]:
    labels = known.labels(language)
    columns = exported_fields()
    for row in rows:
        yield [
            _cell(kind, field, value, known, (labels, language))
            for (kind, field), value in zip(columns, row, strict=True)
        ]


def _cell(
    kind: str, field: Field, value: Value, known: Reference, words: tuple[dict[tuple[str, str], str], str]
) -> CellValue:
    labels, language = words
    if value is None or field.kind.wire in (Wire.DAY, Wire.INTEGER):
        return value
    if field.name == "school":
        return known.school(str(value), language)
    if field.choices:
        return choice_label(kind, field.name, value)
    if field.kind is FLAG:
        return flag_label(value)
    if field.table:
        return labels.get((field.table, str(value)), str(value))
    return show_value(field, value)
