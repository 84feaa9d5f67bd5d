"""`massar import FILE`: import a staff list in the terminal, or only say what would be imported."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from massar_desktop.background.new_office import PracticeWish, make_practice_office
from massar_desktop.commands.offices import CommandFailed, chosen_folder, open_office_of
from massar_desktop.system.paths import office_folder

if TYPE_CHECKING:
    from sync.client.importing.report import Report
    from sync.client.replica import Replica

_WHAT_TO_DO = {
    "file_not_readable": "it cannot be opened; check the name, close it elsewhere, then try again",
    "file_not_spreadsheet": "this is not a list; give a file made by a spreadsheet: xlsx, xls, ods or csv",
    "file_truncated": "the file is incomplete; copy it again, or ask for it again",
    "file_empty": "the file is empty",
    "file_too_large": "it is too large for a list; delete the empty lines and columns at its end, save it, try again",
    "file_has_password": "it has a password; save it without one, then try again",
    "no_header_row": "no line of headers was found; give each column a header such as «الاسم» or «PPR», and save it",
}
"""What the terminal says of a file that cannot be imported at all."""


def import_list(file: Path, *, dry_run: bool, as_json: bool, folder: Path | None, bad_rows: Path | None) -> int:
    """Import a list into an office (a new practice office where there is none); gives the exit status.

    Raises CommandFailed when the file is not a list or the office cannot be opened.
    """
    from sync.client.importing.errors import NotASpreadsheet
    from sync.client.importing.run import Import
    from sync.client.office_store import OfficeStore

    with _office(folder, keep=not dry_run) as (replica, author):
        store = OfficeStore(replica, author)
        one = Import(store, date.fromisoformat(replica.today()))
        try:
            preview = one.preview(file)
        except NotASpreadsheet as wrong:
            raise CommandFailed(f"{file.name}: {_WHAT_TO_DO.get(wrong.code, _sentence(wrong.code))}") from wrong
        report = preview.report
        if not dry_run:
            report = one.write(preview, _bar if sys.stderr.isatty() else _silent)
        if bad_rows is not None and report.bad:
            one.write_bad_rows(preview, bad_rows, "reason", str)
    _print(report, as_json=as_json)
    return 0


@contextmanager
def _office(folder: Path | None, *, keep: bool) -> Iterator[tuple[Replica, int]]:
    """An opened replica and who works on it; where there is no office, an empty practice one."""
    chosen = chosen_folder(folder)
    if chosen is not None:
        office = open_office_of(chosen)
        try:
            yield office.replica, office.clerk_id
        finally:
            office.close()
    elif keep:
        replica, author = _empty_practice(office_folder(practice=True))
        try:
            yield replica, author
        finally:
            replica.close()
    else:
        with tempfile.TemporaryDirectory(prefix="massar-") as made:
            replica, author = _empty_practice(Path(made))
            try:
                yield replica, author
            finally:
                replica.close()


def _empty_practice(folder: Path) -> tuple[Replica, int]:
    made = make_practice_office(folder, PracticeWish(people=0))
    return made.replica, made.clerk_id


def _print(report: Report, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(report.to_json(), ensure_ascii=False) + "\n")
        return
    sys.stdout.write(f"{report.rows} rows, {report.good} good, {len(report.bad)} bad; {report.people} people.\n")
    for bad in report.bad:
        sys.stdout.write(f"  line {bad.row}: {_sentence(bad.reason)}\n")


def _sentence(code: str) -> str:
    """A code as plain words for the terminal; the app has the sentences in Arabic and French."""
    return code.replace("_", " ")


def _bar(done: int, total: int) -> None:
    sys.stderr.write(f"\r  {done} of {total} people")
    sys.stderr.flush()


def _silent(_: int, __: int) -> None:
    """No bar where nobody looks."""
