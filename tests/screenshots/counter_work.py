"""The rooms of the counter: papers as they will be printed, and the lists they are printed from."""

from __future__ import annotations

from pathlib import Path

from massar_desktop.screens.file_parts import ACTS
from sync.domain import filing
from sync.domain.fields import Value
from tests.screenshots.desk_acts import fill_work
from tests.screenshots.desk_window import DeskWindow
from tests.screenshots.studio import Studio
from tests.typing_keys import type_text


def papers(studio: Studio, folder: Path) -> None:
    """A receipt, a draft, a decided letter, a certificate in practice, an abandonment and its notice."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "papers") as here:
        people = fill_work(here)
        (leave,) = (row for row in here.rows("annual_leave") if row.dossier == people[0].id)
        (tenure,) = (row for row in here.rows("tenure") if row.dossier == people[3].id)
        for row, name, wanted in ((leave, "receipt", ""), (tenure, "draft", "letters/tenure_order")):
            here.counter.print_row(row.kind, row.id, wanted)
            studio.until(lambda: here.counter.paper.pages.count() > 0, "the paper is not set")
            studio.shoot(f"paper-{name}", here.window)
            here.window.show_page("people")
        here.counter.print_row("annual_leave", _accepted_leave(here, people[1].id))
        studio.until(lambda: here.counter.paper.pages.count() > 0, "the paper is not set")
        studio.shoot("paper-decided-dark", here.window, dark=True)
        here.counter.print_person(people[2].id)
        studio.until(lambda: here.counter.paper.pages.count() > 0, "the paper is not set")
        studio.shoot("paper-certificate", here.window)
        notice = _abandoned(here, people[4].id)
        here.counter.print_row("abandonment", notice)
        studio.until(lambda: here.counter.paper.pages.count() > 0, "the paper is not set")
        studio.shoot("paper-notice", here.window)
        acts = here.person.parts.acts
        here.open_person(people[4].id)
        here.person.parts.go_to(ACTS)
        studio.until(lambda: acts.model.row_of(notice) >= 0, "the acts are not read")
        acts.table.choose_row(acts.model.row_of(notice))
        studio.shoot("abandonment-counters", here.window)


def _abandoned(here: DeskWindow, person: int) -> int:
    """Register an abandonment whose notice is on its way; gives its row."""
    row = here.desk.office.replica.new_rows(1)[0]
    facts: dict[str, Value] = {"from_on": "2026-11-09", "reported_on": "2026-11-11", "queried_on": "2026-11-12"}
    facts |= {"notice_on": "2026-11-20", "postal_reference": "RR 123 456 789 MA"}
    here.desk.office.record(filing.registration("abandonment", row, person, facts))
    return row


def _accepted_leave(here: DeskWindow, person: int) -> int:
    """Register a whole leave and write down that it was accepted; gives its row."""
    office = here.desk.office
    row, step = office.replica.new_rows(2)
    facts: dict[str, Value] = {
        "from_on": "2026-12-07",
        "to_on": "2026-12-11",
        "days_taken": 5,
        "year": 2026,
        "papers": "request",
    }
    office.record(filing.registration("annual_leave", row, person, facts))
    about = next(one for one in here.rows("annual_leave") if one.id == row)
    said = {"on": office.replica.today(), "number": "301/2026", "level": "P", "signed_by": "محمد بن الحسن"}
    office.record(filing.step(about, "enter_accepted", step, said))
    return row


def checks(studio: Studio, folder: Path) -> None:
    """What comes up and what is wrong, one sort alone, nothing of a sort."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "checks") as here:
        here.window.show_page("checks")
        here.counter.checks.refresh()
        studio.until(lambda: here.counter.checks.model.rowCount() > 0, "nothing is found")
        studio.shoot("checks", here.window)
        studio.shoot("checks-dark", here.window, dark=True)
        here.counter.checks.filter_by("late")
        studio.settle()
        studio.shoot("checks-one-sort", here.window)


def census(studio: Studio, folder: Path) -> None:
    """The schools, a list to tick, exceptions noted, saved, who is left."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "census") as here:
        room = here.counter.census
        here.window.show_page("census")
        here.counter.census.refresh()
        studio.until(lambda: room.model.rowCount() > 0, "no school is read")
        studio.shoot("census-schools", here.window)
        room.table.row_opened.emit(1)
        studio.until(lambda: room.list.model.rowCount() > 0, "the list is not read")
        studio.shoot("census-list", here.window)
        for number, found in ((2, "absent"), (3, "left")):
            room.list.note(number, found)
        type_text(room.list.line, "99")
        room.list.line.returnPressed.emit()
        studio.settle()
        studio.shoot("census-exceptions", here.window)
        room.list.save()
        studio.until(lambda: not room.flow.is_saving and not room.list.to_save(), "the list is not saved")
        studio.settle()
        studio.shoot("census-saved", here.window)
        studio.shoot("census-saved-dark", here.window, dark=True)
        room.list.papers_requested.emit(2026, room.list._listing.gresa if room.list._listing else "")
        studio.until(lambda: here.counter.paper.pages.count() > 0, "the paper is not set")
        studio.shoot("census-paper", here.window)
        here.window.show_page("census")
        room.list.closed.emit()
        room.filter_by("people")
        studio.settle()
        studio.shoot("census-not-counted", here.window)


def register(studio: Studio, folder: Path) -> None:
    """An empty day, a day's journal and its paper, slips and theirs, a number found and one that nobody has."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "register") as here:
        room = here.counter.register
        here.window.show_page("register")
        here.counter.register.refresh()
        studio.settle()
        studio.shoot("register-empty", here.window)
        fill_work(here)
        room.show_day("2026-11-23")
        studio.until(lambda: room.model.rowCount() > 0, "no journal is read")
        studio.shoot("register-journal", here.window)
        room.print_button.click()
        studio.until(lambda: here.counter.paper.pages.count() > 0, "the paper is not set")
        studio.shoot("register-journal-paper", here.window)
        here.window.show_page("register")
        room.refresh()
        room.counters["slips"].click()
        studio.until(lambda: room.model.rowCount() > 0, "no slip is read")
        studio.shoot("register-slips", here.window)
        room.print_button.click()
        studio.until(lambda: here.counter.paper.pages.count() > 0, "the paper is not set")
        studio.shoot("register-slip-paper", here.window)
        here.window.show_page("register")
        type_text(room.search, "118")
        studio.until(lambda: room.model.rowCount() > 0, "no number is found")
        studio.shoot("register-number", here.window)
        room.search.setText("99999")
        studio.settle()
        studio.shoot("register-no-number", here.window)
