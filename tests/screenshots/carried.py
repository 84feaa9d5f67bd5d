"""The page of the USB stick in its states: none in, ready, copied, a reply on it, taken in, a damaged file, no room."""

from __future__ import annotations

from pathlib import Path

from massar_desktop.system.removable import Drive
from tests.exchange.sticks import answers, open_counter
from tests.screenshots.desk_window import DeskWindow
from tests.screenshots.studio import Studio


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


def _look(studio: Studio, here: DeskWindow) -> None:
    studio.settle()
    here.sticks.look()
    studio.settle()
