"""The window of a clerk at work: the real shell with the real screens, wired as the application wires them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from massar_desktop.app.counter_rooms import CounterRooms
from massar_desktop.background.office_keeper import OfficeKeeper
from massar_desktop.background.recent_files import RecentFiles
from massar_desktop.background.stick_runner import StickRunner
from massar_desktop.screens.act_counter import ActCounter
from massar_desktop.screens.act_decide import DecideScreen
from massar_desktop.screens.arrivals import ArrivalsScreen
from massar_desktop.screens.conflicts import ConflictsScreen
from massar_desktop.screens.exchange import ExchangeScreen
from massar_desktop.screens.exchange_words import local_time
from massar_desktop.screens.field_visit import FieldVisitScreen
from massar_desktop.screens.help import HelpScreen
from massar_desktop.screens.import_list import ImportScreen
from massar_desktop.screens.main_window import MainWindow, close_rooms_of_provinces
from massar_desktop.screens.offers import actions_offered, person_actions_offered, rooms_offered
from massar_desktop.screens.palette import Palette
from massar_desktop.screens.people import PeopleScreen
from massar_desktop.screens.person import PersonScreen
from massar_desktop.screens.settings import SettingsScreen
from massar_desktop.screens.stick import StickScreen
from massar_desktop.screens.strip_feed import StripFeed
from massar_desktop.screens.work_home import HomeScreen
from massar_desktop.system.newest_files import NewFile
from massar_desktop.system.preferences import Preferences
from massar_desktop.system.removable import Drive
from massar_desktop.widgets.top_bar import Identity
from sync.client.keys import NewClerk
from sync.client.office import create_office, open_office_folder
from sync.client.replica import Saved
from sync.domain.record import Row
from tests.desktop.exchange_world import Desk
from tests.exchange.sticks import key_of
from tests.screenshots.province import CLERKS, Province, offices
from tests.screenshots.studio import HEIGHT, WIDTH, Studio


class NoSecrets:
    """A computer without a keyring."""

    def get(self, name: str) -> str | None:
        """Nothing is kept."""

    def set(self, name: str, value: str) -> bool:
        """Nothing is kept."""
        return False

    def delete(self, name: str) -> None:
        """Nothing is kept."""


class DeskWindow:
    """One clerk's window on a province of her own, made in a folder, for the time of a ``with``."""

    def __init__(self, studio: Studio, folder: Path, made: Callable[[Path], tuple[Province, Desk]] = offices) -> None:
        folder.mkdir()
        self.studio, self._folder = studio, folder
        self.province: Province
        self.desk: Desk
        self.province, self.desk = made(folder)
        session, clock = self.desk.session, self.province.clock
        studio.watch(session.tasks)
        identity = session.replica.identity
        clerk = next(one for one in identity.accounts if one.id == session.clerk)
        names = (clerk.name_ar, clerk.name_la, identity.name_ar, identity.name_la)
        self.window = MainWindow(Identity(*names), now=local_time(clock.now_ms()))
        self.home = HomeScreen(session)
        self.acts_counter, self.decide = ActCounter(session), DecideScreen(session)
        self.people, self.person = PeopleScreen(session), PersonScreen(session)
        self.conflicts, self.exchange = (
            ConflictsScreen(session, clock),
            ExchangeScreen(session, self.desk.runner, clock),
        )
        self.slot: list[Drive] = []
        self.sticks = StickRunner(session, lambda: key_of(self.desk.office), find=lambda: list(self.slot))
        self.stick = StickScreen(session, self.sticks)
        self.arrivals = ArrivalsScreen(session)
        self.recent = RecentFiles(session, Preferences(self.window), self.window)
        self.visit = FieldVisitScreen(session, Preferences(self.window))
        self.lists: list[NewFile] = []
        self.imports, self.help = ImportScreen(session, find=lambda: tuple(self.lists)), HelpScreen()
        self.feed = StripFeed(session, self.desk.runner, clock, self.window)
        self._wire()
        self.window.resize(WIDTH, HEIGHT)
        self.exchange_now()
        self.province.later(18)

    def exchange_now(self) -> None:
        """Exchange as the application does at its start, so that the strip knows when."""
        runner = self.desk.runner
        runner.start(quiet=True)
        self.studio.until(lambda: runner.last is not None and not runner.running, "the exchange does not end")

    def rows(self, kind: str) -> list[Row]:
        """Return all records of a kind, in order."""
        return self.desk.office.rows(kind)

    def tell(self, saved: Saved) -> None:
        """Tell the screens of a save, as the session does when it makes one itself."""
        self.desk.session.announce(saved.changes)

    def open_person(self, person: int) -> None:
        """Show a person's file and wait until it is read."""
        self.person.open_person(person)
        self.window.show_page("person")
        self.studio.until(lambda: self.person.shown_person() == person, "the file does not open")

    def open_settings(self) -> SettingsScreen:
        """Show the settings, on an office folder of its own beside the window's."""
        folder = self._folder / "keys"
        replica, _ = create_office(folder, [NewClerk(1, *CLERKS[0], "pw"), NewClerk(2, *CLERKS[1], "pw")], NoSecrets())
        office = replace(open_office_folder(folder, 1, "pw", NoSecrets()), replica=self.desk.office.replica)
        replica.close()
        page = SettingsScreen(Preferences(self.window), OfficeKeeper(office, self.desk.session.tasks), self.sticks)
        self.window.add_inner_page("settings", page, under="")
        self.window.show_page("settings")
        return page

    def __enter__(self) -> Self:
        """Work at the window."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the window and what works behind it, also when a picture could not be taken."""
        self.window.close()
        self.desk.close()
        self.studio.settle()
        self.window.deleteLater()
        self.sticks.deleteLater()

    def _wire(self) -> None:
        window = self.window
        window.add_page("home", self.home)
        window.add_page("people", self.people)
        window.show_page("people")
        window.add_inner_page("person", self.person, under="people")
        self.counter = CounterRooms(self.desk.session, window, window)
        window.add_page("counter", self.acts_counter)
        window.add_page("decide", self.decide)
        window.add_page("conflicts", self.conflicts)
        window.add_page("exchange", self.exchange)
        window.add_inner_page("stick", self.stick, under="exchange", shortcut="Ctrl U")
        window.add_inner_page("arrivals", self.arrivals, under="exchange", shortcut="Shift F9")
        window.add_inner_page("visit", self.visit, under="census", shortcut="Shift F11")
        window.add_page("import_list", self.imports)
        window.add_inner_page("help", self.help, under="people")
        window.add_commands()
        if self.desk.session.replica.identity.is_academy:
            close_rooms_of_provinces(window)
        self.palette = Palette(self.desk.session, window)
        academy = self.desk.session.replica.identity.is_academy
        offers = person_actions_offered, rooms_offered, actions_offered
        self.palette.finder.offer([one for made in offers for one in made(academy=academy)])
        self.person.papers_requested.connect(self.counter.print_row)
        self.feed.changed.connect(window.set_strip)
        self.arrivals.counted.connect(self.exchange.show_arrivals)
        side = self.home.work.side
        self.recent.changed.connect(side.show_recent)
        self.person.flow.read.connect(lambda view: self.recent.opened(view.id) if view is not None else None)
        window.page_shown.connect(lambda page: self.recent.refresh() if page == "home" else None)
        self.exchange.counted.connect(side.show_travels)
        self.feed.figured.connect(side.show_figures)
        self.feed.figured.connect(lambda figures: window.set_badge("conflicts", figures.conflicts + figures.tray))
