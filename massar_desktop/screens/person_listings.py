"""How dependants, diplomas and notes are listed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from massar_desktop.models.rows import Cell
from massar_desktop.screens.person_records import Listing
from massar_desktop.screens.person_words import names_of, shown
from massar_desktop.system.wording import field_label, kind_label, section_label
from massar_desktop.widgets.bidi import isolate
from massar_desktop.widgets.chip import ChipSpec
from sync.domain.entities.note import CONFIDENTIAL_NOTE_KIND, NOTE_KIND
from sync.domain.record import Row

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.person import PersonView


def _state(row: Row, view: PersonView) -> Cell:
    if any(of == row.id and kind == row.kind for kind, of, _ in view.doubtful):
        return Cell(
            chip=ChipSpec(QCoreApplication.translate("PersonListings", "To look at again"), "danger", "triangle-alert")
        )
    if any(w.row == row.id and w.kind == row.kind for w in view.waiting):
        return Cell(chip=ChipSpec(QCoreApplication.translate("PersonListings", "Waiting"), "warn", "clock"))
    return Cell()


def _dependant(row: Row, view: PersonView) -> list[Cell]:
    first, second = names_of(row)
    return [
        Cell(first or QCoreApplication.translate("PersonListings", "Without a name"), second, strong=True),
        Cell(shown(row, "relation", {})),
        Cell(shown(row, "birth_date", {}), ink="text2"),
        Cell(shown(row, "schooling", {}) or shown(row, "employer", {}), ink="text2"),
        _state(row, view),
    ]


def _diploma(row: Row, view: PersonView) -> list[Cell]:
    return [
        Cell(
            row.text("title") or QCoreApplication.translate("PersonListings", "Without a title"),
            row.text("speciality"),
            strong=True,
        ),
        Cell(shown(row, "diploma_kind", {})),
        Cell(row.text("institution"), ink="text2"),
        Cell(shown(row, "obtained_on", {}), ink="text2"),
        _state(row, view),
    ]


def _note(row: Row, view: PersonView) -> list[Cell]:
    done = ChipSpec(QCoreApplication.translate("PersonListings", "Done"), "ok", "check")
    return [
        Cell(isolate(" ".join(row.text("text").split())), strong=True),
        Cell(shown(row, "remind_on", {}), ink="text2"),
        Cell(chip=done) if row.get("done") else _state(row, view),
    ]


FAMILY = Listing(
    kind="dependant",
    section="family",
    titles=lambda: (
        QCoreApplication.translate("PersonListings", "Name"),
        field_label("dependant", "relation"),
        field_label("dependant", "birth_date"),
        field_label("dependant", "schooling"),
        QCoreApplication.translate("PersonListings", "State"),
    ),
    cells=_dependant,
    widths=(280, 130, 150, 200, 140),
    heading=lambda: QCoreApplication.translate("PersonListings", "Spouse and children"),
    add=lambda: QCoreApplication.translate("PersonListings", "Add a family member"),
)
DIPLOMAS = Listing(
    kind="diploma",
    section="diplomas",
    titles=lambda: (
        field_label("diploma", "title"),
        field_label("diploma", "diploma_kind"),
        field_label("diploma", "institution"),
        field_label("diploma", "obtained_on"),
        QCoreApplication.translate("PersonListings", "State"),
    ),
    cells=_diploma,
    widths=(320, 130, 220, 150, 140),
    heading=lambda: section_label("diplomas"),
    add=lambda: QCoreApplication.translate("PersonListings", "Add a diploma"),
)


def _notes(kind: str, heading: Callable[[], str]) -> Listing:
    return Listing(
        kind=kind,
        section="notes",
        titles=lambda: (
            kind_label(kind),
            field_label(kind, "remind_on"),
            QCoreApplication.translate("PersonListings", "State"),
        ),
        cells=_note,
        widths=(480, 160, 160),
        heading=heading,
        add=lambda: QCoreApplication.translate("PersonListings", "Add a note"),
    )


NOTES = _notes(NOTE_KIND, lambda: QCoreApplication.translate("PersonListings", "Notes and reminders"))
CONFIDENTIAL_NOTES = _notes(
    CONFIDENTIAL_NOTE_KIND, lambda: QCoreApplication.translate("PersonListings", "Confidential notes")
)
