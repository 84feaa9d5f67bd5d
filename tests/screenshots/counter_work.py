"""The rooms of the counter: papers as they will be printed, and the lists they are printed from."""

from __future__ import annotations

from pathlib import Path

from sync.domain import filing
from sync.domain.fields import Value
from tests.screenshots.desk_acts import fill_work
from tests.screenshots.desk_window import DeskWindow
from tests.screenshots.studio import Studio


def papers(studio: Studio, folder: Path) -> None:
    """A receipt, a letter that is a draft, one that is decided."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "papers") as here:
        people = fill_work(here)
        (leave,) = (row for row in here.rows("annual_leave") if row.dossier == people[0].id)
        (tenure,) = (row for row in here.rows("tenure") if row.dossier == people[3].id)
        for row, name, wanted in ((leave, "receipt", ""), (tenure, "draft", "letters/tenure_order")):
            here.counter.print_act(row.kind, row.id, wanted)
            studio.until(lambda: here.counter.paper.pages.count() > 0, "the paper is not set")
            studio.shoot(f"paper-{name}", here.window)
            here.window.show_page("people")
        here.counter.print_act("annual_leave", _accepted_leave(here, people[1].id))
        studio.until(lambda: here.counter.paper.pages.count() > 0, "the paper is not set")
        studio.shoot("paper-decided-dark", here.window, dark=True)


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
