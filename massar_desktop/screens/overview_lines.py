"""The lines of a file's overview: what each says, and where it is worked on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from massar_desktop.models.rows import Cell
from massar_desktop.screens.act_look import act_icon
from massar_desktop.screens.act_words import chip_of, numbers
from massar_desktop.screens.check_words import HEAPS, heap_word
from massar_desktop.screens.file_parts import ACTS, FAMILY_TAB, IDENTITY, NOTES, PAPERS, SITUATION, Aim
from massar_desktop.screens.paper_words import standing_chip
from massar_desktop.screens.person_words import Labels, anomaly_line, colon
from massar_desktop.screens.work_words import due_line
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import field_label, kind_label, problem_text
from massar_desktop.widgets.bidi import isolate, ltr
from massar_desktop.widgets.chip import ChipSpec
from sync.domain import catalog
from sync.domain.entities.note import NOTE_KINDS
from sync.domain.errors import Problem
from sync.domain.fields import show_day
from sync.domain.record import Row

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.glance import Running
    from massar_desktop.queries.overview import Overview
    from massar_desktop.queries.person import PersonView

_PARTS: Final = {"employee": IDENTITY, "dependant": FAMILY_TAB, "situation": SITUATION}
_MOST: Final = {"look": 12, "running": 6, "papers": 3, "notes": 3}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its group, its cells, where it opens (None: among the conflicts), and how many its group has."""

    group: str
    cells: tuple[Cell, ...]
    aim: Aim | None
    whole: int = 0


def lines_of(view: PersonView, more: Overview | None, today: str, labels: Labels) -> list[Line]:
    """The lines of a dossier, group by group; without `more` those that its own rows make."""
    notes = [row for kind in NOTE_KINDS for row in view.standing(kind) if not row.get("done")]
    due = [row for row in notes if "" < row.text("remind_on") <= today]
    groups = (
        [*_own(view, labels), *map(_note, due), *(_found(more, today) if more else ())],
        [*_running(more, today)] if more else [],
        [*_papers(more)] if more else [],
        [replace(_note(row), group="notes") for row in reversed(notes) if row not in due],
    )
    return [replace(line, whole=len(some)) for some in groups for line in some[: _MOST[some[0].group] if some else 0]]


def _own(view: PersonView, labels: Labels) -> Iterator[Line]:
    """What the file itself says: conflicts, what is missing, what another source says differently."""
    if (count := view.conflicts) > 0:
        words = QCoreApplication.translate("OverviewLines", "%n value(s) in conflict", "", count)
        chip = ChipSpec(QCoreApplication.translate("PersonWords", "Conflict"), "danger", "git-compare")
        yield Line("look", (Cell(words, strong=True, icon=("git-compare", "danger")), Cell(chip=chip), Cell()), None)
    if view.gaps:
        comma = "، " if current_language() == "ar" else ", "
        names = comma.join(field_label("employee", gap.field or "") for gap in view.gaps)
        missing = QCoreApplication.translate("OverviewLines", "Missing")
        chip = ChipSpec(QCoreApplication.translate("PersonWords", "Incomplete"), "warn", "circle-alert")
        cells = (Cell(f"{missing}{colon()} {names}", strong=True, icon=("user", "warn")), Cell(chip=chip), Cell())
        yield Line("look", cells, Aim(IDENTITY))
    for row in view.standing("anomaly"):
        chip = ChipSpec(heap_word("warning"), "warn", "circle-alert")
        cells = (
            Cell(anomaly_line(row, labels), strong=True, icon=("file-spreadsheet", "warn")),
            Cell(chip=chip),
            Cell(),
        )
        yield Line("look", cells, Aim(SITUATION))


def _found(more: Overview, today: str) -> Iterator[Line]:
    """What comes up and what the controls find in this file."""
    for alert in more.alerts:
        late = alert.on < today
        yield _check("late" if late else "coming", alert.problem, Aim(ACTS, _act(alert.kind, alert.row)), alert.on)
    for finding in more.findings:
        part = _PARTS.get(finding.kind, ACTS)
        yield _check(finding.problem.severity.value, finding.problem, Aim(part, _act(finding.kind, finding.row)))


def _check(heap: str, problem: Problem, aim: Aim, on: str = "") -> Line:
    icon, tone = next((icon, tone) for name, icon, tone in HEAPS if name == heap)
    day = Cell(ltr(show_day(on)) if on else "", ink="danger" if heap == "late" else "text2")
    said, _, todo = problem_text(problem).partition(":")  # what to do stands after it: in one line it was cut off
    first = Cell(said.rstrip(), todo.strip(), strong=True, icon=(icon, tone))
    return Line("look", (first, Cell(chip=ChipSpec(heap_word(heap), tone, icon)), day), aim)


def _act(kind: str, row: int) -> int:
    return row if kind in catalog.ACT_BY_KIND else 0


def _note(row: Row) -> Line:
    words = isolate(" ".join(row.text("text").split()))
    day = row.text("remind_on")
    chip = ChipSpec(QCoreApplication.translate("OverviewLines", "Reminder"), "warn", "clock") if day else None
    cells = (
        Cell(words, strong=True, icon=act_icon(row.kind)),
        Cell(chip=chip),
        Cell(ltr(show_day(day)) if day else ""),
    )
    return Line("look", cells, Aim(NOTES))


def _running(more: Overview, today: str) -> Iterator[Line]:
    """Drafts of this computer first: nobody else can go on with them."""
    for draft in more.drafts:
        chip = ChipSpec(QCoreApplication.translate("ActsTab", "Draft"), "neutral", "pencil")
        cells = (Cell(kind_label(draft.kind), strong=True, icon=act_icon(draft.kind)), Cell(chip=chip), Cell())
        yield Line("running", cells, Aim(ACTS, draft=draft.kind))
    for one in more.running:
        first = Cell(kind_label(one.row.kind), numbers(one.row), strong=True, icon=act_icon(one.row.kind))
        chip = chip_of(one.state, irregular=bool(one.row.get("irregular")))
        yield Line("running", (first, Cell(chip=chip), _when(one, today)), Aim(ACTS, one.row.id))


def _when(one: Running, today: str) -> Cell:
    """What is due of an act and when, else its first day."""
    if one.due is not None:
        left, what, ink = due_line(one.due, today)
        return Cell(left, what, ink)
    first = one.row.text("from_on")
    return Cell(ltr(show_day(first)) if first else "", ink="text2")


def _papers(more: Overview) -> Iterator[Line]:
    for paper in more.papers:
        first = Cell(isolate(paper.title), strong=True, icon=("paperclip", "info"))
        day = Cell(ltr(show_day(paper.day)) if paper.day else "", ink="text2")
        yield Line("papers", (first, Cell(chip=standing_chip(paper)), day), Aim(PAPERS))
