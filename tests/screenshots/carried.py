"""What leaves the office: the page of the USB stick in its states, a field visit, what others changed meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from massar_desktop.screens.field_visit import NOTE
from massar_desktop.screens.rescue_offer import RescueOffer
from massar_desktop.system.preferences import Preferences
from massar_desktop.system.removable import Drive
from massar_desktop.system.resources import resource
from sync.practice.reference import directorates
from sync.server.accounts import Accounts
from sync.server.transfer import Transfer, transfer
from tests.exchange.sticks import answers, open_counter
from tests.exchange.world import PLACE
from tests.screenshots.desk_window import DeskWindow
from tests.screenshots.province import TODAY, Province
from tests.screenshots.studio import Studio

_NEAR: Final = 505


def stick(studio: Studio, folder: Path) -> None:
    """The way there and back, and what may be wrong with a stick."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "stick") as here:
        open_counter(here.desk.world)
        here.exchange_now()
        person = here.rows("employee")[3]
        here.desk.office.corrects(person.id, phone="+212661000001")
        here.window.show_page("stick")
        studio.shoot("stick-none", here.window)
        place = folder / "KINGSTON"
        place.mkdir()
        here.slot.append(Drive(place, "KINGSTON", 14_200_000_000))
        _look(studio, here)
        studio.shoot("stick-ready", here.window)
        here.stick.press()
        studio.until(lambda: not here.sticks.running, "nothing is copied")
        studio.shoot("stick-copied", here.window)
        here.window.show_page("exchange")
        (request,) = (place / "Massar").iterdir()
        answers(here.desk.world, request).rename(place / "Massar" / (request.name + ".reply"))
        here.window.show_page("stick")
        _look(studio, here)
        studio.shoot("stick-reply", here.window)
        studio.shoot("stick-reply-dark", here.window, dark=True)
        here.stick.press()
        studio.until(lambda: not here.sticks.running, "nothing is taken in")
        studio.shoot("stick-taken-in", here.window)
        here.window.show_page("exchange")
        for old in (place / "Massar").iterdir():
            old.unlink()
        (place / "reply-of-june.reply").write_bytes(b"MASSAR-B cut")
        here.window.show_page("stick")
        _look(studio, here)
        studio.shoot("stick-damaged", here.window)
        here.slot[:] = [Drive(place, "KINGSTON", 300_000), Drive(folder, "TRANSCEND", 7_900_000_000, writable=False)]
        _look(studio, here)
        studio.shoot("stick-full", here.window)


def _move(province: Province, gone: int, back: int) -> None:
    """Somebody is transferred to another province, somebody else there and back."""
    centre, known = province.centre, directorates(resource())[_NEAR]
    with centre.database.write() as connection:
        accounts = Accounts(connection, centre.tables)
        accounts.create_province(_NEAR, known.name_ar, known.name_la, practice=False)
    for person, origin, to in ((gone, PLACE, _NEAR), (back, PLACE, _NEAR), (back, _NEAR, PLACE)):
        transfer(centre.database, centre.tables, Transfer(person, origin, to, TODAY), province.clock.now_ms())


def _look(studio: Studio, here: DeskWindow) -> None:
    studio.settle()
    here.sticks.look()
    studio.settle()


def away(studio: Studio, folder: Path) -> None:
    """A field visit without and with schools; what others changed, and nothing; the copy offered after three days."""
    studio.wear("ar")
    with DeskWindow(studio, folder / "away") as here:
        here.visit._preferences.keep_note(NOTE, "")
        here.window.show_page("visit")
        studio.settle()
        studio.shoot("visit-none", here.window)
        for gresa in list(here.visit._schools)[:4]:
            here.visit.add(gresa)
        studio.shoot("visit-schools", here.window)
        studio.shoot("visit-schools-dark", here.window, dark=True)
        here.visit._preferences.keep_note(NOTE, "")
        here.window.show_page("arrivals")
        studio.settle()
        studio.shoot("arrivals-none", here.window)
        people = here.rows("employee")
        for number, person in enumerate(people[4:9]):
            here.desk.neighbour.corrects(person.id, phone=f"+21266100000{number}", city="تارودانت")
        here.desk.neighbour.hires(surname_ar="بناني", first_name_ar="سعاد", surname_la="BENNANI", first_name_la="Souad")
        here.desk.neighbour.sync()
        _move(here.province, *(person.id for person in people[10:12]))
        here.exchange_now()
        here.arrivals.refresh()
        studio.settle()
        studio.shoot("arrivals", here.window)
        here.desk.office.corrects(people[2].id, phone="+212661000009")
        here.province.later(4 * 24 * 60)
        here.window.show_page("exchange")
        here.feed._offer = RescueOffer(Preferences())
        Preferences().keep_note("rescue_offered", "")
        here.feed.refresh()
        studio.settle()
        studio.shoot("exchange-unsent", here.window)
