"""The academy's window: what two provinces referred to it, the directory of its region, a decision."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from massar_desktop.background.session import Session
from massar_desktop.background.sync_runner import SyncRunner
from massar_desktop.background.tasks import Tasks
from massar_desktop.screens.file_parts import ACTS, IDENTITY
from massar_desktop.system.resources import resource
from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.ids import academy_of
from sync.practice.province import PracticeProvince, rows
from sync.practice.reference import academies, directorates
from sync.server.accounts import Accounts
from sync.server.publish import publish
from tests.desktop.exchange_world import Desk, Line
from tests.exchange.world import PLACE, Office
from tests.screenshots.desk_window import DeskWindow
from tests.screenshots.province import TODAY, Province
from tests.screenshots.studio import Studio
from tests.typing_keys import type_text

MANAGER: Final = ("رشيدة أمزيان", "Rachida AMEZIANE")
_NEAR: Final = 505
_MADE: Final = 12
"""Of whom the rows of the other province are: no laptop has so low a number."""
_REFERRED: Final[tuple[tuple[str, dict[str, Value]], ...]] = (
    ("tenure", {"from_on": "2026-09-01"}),
    ("interest_transfer", {"from_on": "2027-01-04"}),
    ("unpaid_leave", {"from_on": "2027-02-01", "to_on": "2027-02-28"}),
)


def academy_office(folder: Path) -> tuple[Province, Desk]:
    """Two provinces that refer acts, and the academy's manager at work beside the clerk of the first."""
    province = Province(folder)
    clerk = province.office()
    known, place = directorates(resource())[_NEAR], academy_of(PLACE)
    with province.centre.database.write() as connection:
        accounts = Accounts(connection, province.centre.tables)
        accounts.create_province(_NEAR, known.name_ar, known.name_la, practice=False)
    near = PracticeProvince(place=_NEAR, people=60, seed=3, today=TODAY, histories=60, device=_MADE)
    publish(province.centre.database, province.centre.tables, rows(near, resource()), day=TODAY)
    _refer(clerk)
    with province.centre.database.write() as connection:
        accounts = Accounts(connection, province.centre.tables)
        accounts.create_academy(place - 5000, *academies(resource())[place - 5000], TODAY)
        manager = accounts.create_account(place, *MANAGER, role="aref", confidential=True)
    province._authors = iter([manager])
    office = province.office(place)
    session = Session(office.replica, office.author, Tasks())
    line = Line(office)
    runner = SyncRunner(session, lambda: line, office.key.sign, province.clock)
    return province, Desk(province, office, clerk, session, runner, line)


def _refer(clerk: Office) -> None:
    """Register some acts and send them to the academy on one slip."""
    for who, (kind, facts) in zip(clerk.rows("employee")[5:], _REFERRED, strict=False):
        row, step = clerk.replica.new_rows(2)
        clerk.record(filing.registration(kind, row, who.id, facts))
        about = next(one for one in clerk.rows(kind) if one.id == row)
        said: dict[str, Value] = {"on": clerk.replica.today(), "number": "118/2026"}
        clerk.record(filing.step(about, "refer", step, said))
    clerk.sync()


def academy(studio: Studio, folder: Path) -> None:
    """What waits for her decision, a file in full, somebody of whom only the directory is here, the sitting."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "academy", academy_office) as here:
        here.window.show_page("home")
        studio.settle()
        studio.shoot("academy-work", here.window)
        here.window.show_page("people")
        studio.settle()
        studio.shoot("academy-people", here.window)
        entry = next(one for one in here.rows("directory_entry") if one.get("province") == _NEAR)
        type_text(here.people.search, entry.text("surname_ar"))
        studio.settle()
        here.people.show_elsewhere(entry)
        studio.settle()
        studio.shoot("academy-directory", here.window)
        act = next(row for row in here.rows("interest_transfer") if row.get("state") == "referred")
        here.open_person(act.dossier)
        here.person.parts.go_to(IDENTITY)
        studio.shoot("academy-file", here.window)
        here.person.open_act(act.dossier, act.id)
        here.person.parts.go_to(ACTS)
        studio.settle()
        studio.shoot("academy-act", here.window)
        here.window.show_page("decide")
        studio.settle()
        studio.shoot("academy-decide", here.window)
