"""One clerk's open office: session, exchanges, the main window and its screens, connected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from massar_desktop.system import sqlalchemy_alone  # noqa: F401  # before whatever loads SQLAlchemy

# isort: split
from massar_desktop.app.beside_home import BesideHome
from massar_desktop.app.desk_rooms import DeskRooms
from massar_desktop.app.making_ready import MakingReady
from massar_desktop.app.people_export import PeopleExport
from massar_desktop.background.line_watch import LineWatch
from massar_desktop.background.office_keeper import OfficeKeeper
from massar_desktop.background.session import Session
from massar_desktop.background.stick_runner import StickRunner
from massar_desktop.background.sync_runner import SyncRunner
from massar_desktop.background.tasks import Tasks
from massar_desktop.queries.figures import StripFigures
from massar_desktop.screens.main_window import MainWindow, close_rooms_of_provinces
from massar_desktop.screens.people import PeopleScreen
from massar_desktop.screens.rescue_offer import RescueOffer
from massar_desktop.screens.strip_feed import StripFeed
from massar_desktop.system.preferences import Preferences
from massar_desktop.widgets.card import Page
from massar_desktop.widgets.top_bar import Identity
from sync.client.clock import SystemClock
from sync.client.office import Office, device_key

if TYPE_CHECKING:
    from massar_desktop.queries.work_list import WorkLine
    from massar_desktop.screens.settings import SettingsScreen
    from sync.client.http import HttpExchange
    from sync.domain.record import Row

HOME, PEOPLE, PERSON, CONFLICTS, EXCHANGE = "home", "people", "person", "conflicts", "exchange"
STICK, ARRIVALS, VISIT, IMPORT, CENSUS = "stick", "arrivals", "visit", "import_list", "census"
SETTINGS, LOCK, HELP = "settings", "lock", "help"


class Workplace(QObject):
    """From sign-in to sign-out; its signals ask the application to lock, to change clerks, or to change keys."""

    lock_requested = Signal()
    other_clerk_requested = Signal()
    keys_change_requested = Signal(object)

    def __init__(self, office: Office, tasks: Tasks, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.preferences = preferences
        self.keeper = OfficeKeeper(office, tasks)
        clock = SystemClock()
        replica = office.replica
        self.session = Session(replica, office.clerk_id, tasks, self)

        def carrier() -> HttpExchange:
            from sync.client.http import HttpExchange  # heavy: called in the background, when the line is used

            known = replica.identity
            behind = clock.now_ms() < known.server_ms
            return HttpExchange(known.centre, known.authority, clock_is_behind=behind)

        self.runner = SyncRunner(self.session, carrier, device_key(replica).sign, clock, self)
        self.sticks = StickRunner(self.session, lambda: device_key(replica), self)
        self.window = MainWindow(_identity(office), now=datetime.now().astimezone())
        self.people = PeopleScreen(self.session)
        self.desk = DeskRooms(self, self.people, self)
        self.export = PeopleExport(self.session, self)
        self.feed = StripFeed(self.session, self.runner, clock, self, offer=RescueOffer(preferences))
        self.beside = BesideHome(self.desk.work.side, self.session, preferences, self)
        self.is_furnished = False
        self.settings: SettingsScreen | None = None
        self._clock = clock
        self._back_to, self._school_wanted = HOME, ""
        self.line = LineWatch(self.session, self.runner, self)
        self.ready = MakingReady(tasks, self._build_rooms(), self.line.begin, self)
        self.window.show_page(HOME)  # its search has the focus when work begins
        self._connect()

    def furnish(self) -> None:
        """Build the other rooms that are not there yet, at once: the first of them is asked for."""
        self.ready.finish()

    def _build_rooms(self) -> Iterator[None]:
        """Build the other rooms, one at a step: the window goes on answering between them."""
        from massar_desktop.app.counter_rooms import CounterRooms
        from massar_desktop.screens.arrivals import ArrivalsScreen
        from massar_desktop.screens.conflicts import ConflictsScreen
        from massar_desktop.screens.exchange import ExchangeScreen
        from massar_desktop.screens.field_visit import FieldVisitScreen
        from massar_desktop.screens.help import HelpScreen
        from massar_desktop.screens.import_list import ImportScreen
        from massar_desktop.screens.person import PersonScreen
        from massar_desktop.screens.stick import StickScreen

        self.person = PersonScreen(self.session)
        yield
        self.conflicts = ConflictsScreen(self.session, self._clock)
        self.exchange = ExchangeScreen(self.session, self.runner, self._clock)
        yield
        self.stick = StickScreen(self.session, self.sticks)
        self.arrivals = ArrivalsScreen(self.session)
        self.import_list = ImportScreen(self.session)
        yield
        self.help = HelpScreen()
        self.visit = FieldVisitScreen(self.session, self.preferences)
        yield
        self.desk.furnish()
        yield
        self.counter = CounterRooms(self.session, self.window, self)
        yield
        self._add_pages()
        if self.office.replica.identity.is_academy:
            close_rooms_of_provinces(self.window)
        self._connect_rooms()
        self.is_furnished = True
        self.session.tasks.garbage.settle()
        self.feed.refresh()  # the badges of the rooms that are there now
        self.beside.furnish(self.person, self.exchange if self.runner.possible else None)

    def begin(self) -> None:
        """Start what can wait for the clerk: the other rooms once Home answers, then the quiet exchanges."""
        self.ready.begin(self.window, self.desk.home.finder.reading.found)

    def leave(self) -> None:
        """Keep what is typed, then stop what runs: the office is about to be closed."""
        if self.is_furnished:
            self.person.hide()  # which keeps its drafts
            self.desk.keep()
        self.stop()

    def stop(self) -> None:
        """Stop the exchange under way at its next frame; what arrived stays."""
        self.ready.stop()
        self.session.stop()
        self.line.timer.stop()
        self.runner.stop()
        self.sticks.stop()

    def open_person(self, person: int) -> None:
        """Show one person's file."""
        self.furnish()
        self.person.open_person(person)
        self.window.show_page(PERSON)

    def do(self, action: str, person: int) -> None:
        """Do an action of the palette, some of them with a person."""
        from massar_desktop.app.palette_actions import deeds

        self.furnish()
        deeds(self, self.other_clerk_requested.emit)[action](person)

    def open_act(self, line: WorkLine) -> None:
        """Show one act, a draft of one, or a note of which she is reminded, in the file of its person."""
        self.furnish()
        if line.words:
            self.person.open_notes(line.person)
        else:
            self.person.open_act(line.person, line.act, "" if line.act else line.kind)
        self.window.show_page(PERSON)

    def open_row(self, person: int, act: int) -> None:
        """Show one act in the file of its person."""
        self.furnish()
        self.person.open_act(person, act)
        self.window.show_page(PERSON)

    def open_draft(self, person: int, kind: str) -> None:
        """Go on with the draft of an act in the file of its person, in the full form."""
        self.furnish()
        self.person.open_act(person, 0, kind)
        self.window.show_page(PERSON)

    def go_to(self, page: str) -> None:
        """Show a room."""
        self.furnish()
        self.window.show_page(page)

    def person_in_front(self) -> tuple[int | None, str]:
        """The person whom the screen in front is about, and her name; None and "" for nobody."""
        shown = self.window.shown_page()
        if shown == PERSON:
            return self.person.shown_person(), self.person.head.name.text()
        glance = self.people.glance if shown == PEOPLE else self.desk.home.glance if shown == HOME else None
        return (glance.person(), glance.name()) if glance is not None else (None, "")

    def _add_pages(self) -> None:
        window = self.window
        window.add_inner_page(PERSON, self.person, under=PEOPLE)
        window.add_page(CONFLICTS, self.conflicts)
        window.add_page(EXCHANGE, self.exchange)
        window.add_inner_page(STICK, self.stick, under=EXCHANGE, shortcut="Ctrl U")
        window.add_inner_page(ARRIVALS, self.arrivals, under=EXCHANGE, shortcut="Shift F9")
        window.add_inner_page(VISIT, self.visit, under=CENSUS, shortcut="Shift F11")
        window.add_page(IMPORT, self.import_list)
        window.add_inner_page(HELP, self.help, under="")
        window.add_commands()

    def _connect(self) -> None:
        window = self.window
        window.exchange_requested.connect(self.exchange_now)
        window.stop_requested.connect(self.runner.stop)
        window.strip.rescue_requested.connect(self._show_stick)
        self.sticks.written.connect(self.feed.take_up_rescue)
        window.command_chosen.connect(self._do)
        self.people.person_opened.connect(self.open_person)
        self.people.new_person_requested.connect(self.new_person)
        self.people.export_requested.connect(lambda ids, names: self.export.ask(window, ids, names))
        self.people.print_requested.connect(self._print_list)
        self.export.written.connect(self.people.say_written)
        self.export.failed.connect(self.people.say_not_written)
        self.feed.changed.connect(window.set_strip)
        self.feed.figured.connect(self._show_badges)
        self.beside.follow(self.feed, window)
        side = self.desk.work.side
        side.conflicts_requested.connect(lambda: self.go_to(CONFLICTS))
        side.exchange_requested.connect(self.exchange_now)
        side.person_opened.connect(self.open_person)

    def _connect_rooms(self) -> None:
        window = self.window
        self.person.left.connect(lambda: window.show_page(PEOPLE))
        self.person.person_opened.connect(self.open_person)
        self.person.elsewhere.connect(self._show_elsewhere)
        self.person.conflicts_requested.connect(lambda: window.show_page(CONFLICTS))
        self.person.papers_requested.connect(self.counter.print_row)
        for room in (self.desk.home, self.people):
            room.paper_requested.connect(self.counter.print_person)
        self.desk.decide.letters_requested.connect(self.counter.print_letters)
        self.desk.counter.receipt_requested.connect(self.counter.print_receipt)
        self.counter.file_opened.connect(self._open_file)
        self.conflicts.file_requested.connect(self.open_person)
        window.key_pressed.connect(lambda key: self.exchange.start() if key == EXCHANGE else None)
        self.exchange.conflicts_requested.connect(lambda: window.show_page(CONFLICTS))
        self.exchange.tray_requested.connect(self._show_tray)
        self.exchange.stick_requested.connect(lambda: window.show_page(STICK))
        self.exchange.arrivals_requested.connect(lambda: window.show_page(ARRIVALS))
        self.arrivals.left.connect(lambda: window.show_page(EXCHANGE))
        self.arrivals.file_opened.connect(self.open_person)
        self.arrivals.counted.connect(self.exchange.show_arrivals)
        self.stick.left.connect(lambda: window.show_page(EXCHANGE))
        self.stick.conflicts_requested.connect(lambda: window.show_page(CONFLICTS))
        self.stick.tray_requested.connect(self._show_tray)
        self.visit.left.connect(lambda: window.show_page(CENSUS))
        self.visit.school_opened.connect(self._count_school)
        self.counter.census.flow.progressed.connect(self._open_wanted_school)
        self.visit.list_requested.connect(self.counter.print_school)
        self.help.closed.connect(lambda: window.show_page(self._back_to))
        if not self.preferences.toured:
            self.show_tour()
        self.desk.work.refresh()
        self.desk.offer()

    def show_tour(self) -> None:
        """Show the first tour at the foot of the window, once; it takes no focus."""
        from massar_desktop.screens.tour import Tour

        if self.window.findChild(Tour) is not None:
            return
        tour = Tour(self.window)
        self.window.foot.addWidget(tour)
        tour.ended.connect(self.preferences.end_tour)
        tour.ended.connect(tour.deleteLater)
        tour.show()

    def _open_file(self, person: int, act: int) -> None:
        if act:
            self.open_row(person, act)
        else:
            self.open_person(person)

    def _show_elsewhere(self, known: Row) -> None:
        """Somebody's file is not here, or not any more: the list of people says where it is."""
        if self.window.shown_page() == PERSON:
            self.window.show_page(PEOPLE)
            self.people.show_elsewhere(known)

    def _count_school(self, gresa: str) -> None:
        self._school_wanted = gresa
        self.window.show_page(CENSUS)  # which reads how far the schools are

    def _open_wanted_school(self, _progress: object) -> None:
        wanted, self._school_wanted = self._school_wanted, ""
        if wanted:
            self.counter.census.open_school(wanted)

    def exchange_now(self) -> None:
        """Show the page of exchanges and start one, or stop the one under way."""
        self.furnish()
        self.window.show_page(EXCHANGE)
        self.exchange.press()

    def _show_stick(self) -> None:
        self.furnish()
        self.window.show_page(STICK)
        self.stick.setFocus()

    def _print_list(self, ids: list[int], names: tuple[str, ...]) -> None:
        self.furnish()
        self.counter.print_people(ids, names)

    def new_person(self) -> None:
        """Show an empty file for somebody new."""
        self.furnish()
        self.window.show_page(PERSON)
        self.person.open_new()  # it puts the cursor where typing begins, and a page that comes to the front takes it

    def _do(self, command: str) -> None:
        """A command of the rail's foot."""
        if command == LOCK:
            self.lock_requested.emit()
            return
        shown = self.window.shown_page()
        if shown not in (HELP, SETTINGS):
            self._back_to = shown
        if command == SETTINGS and self.settings is None:
            self.settings = self._make_settings()
        if command == HELP:
            self.help.show_for(self._topic() or (shown if shown != HELP else self._back_to))
        self.window.show_page(command)

    def _topic(self) -> str:
        """The page of help that fits what is done on the screen in front, "" for that of the screen."""
        page = self.window.stack.currentWidget()
        return page.help_topic() if isinstance(page, Page) else ""

    def _make_settings(self) -> SettingsScreen:
        from massar_desktop.screens.settings import SettingsScreen

        made = SettingsScreen(self.preferences, self.keeper, self.sticks)
        self.window.add_inner_page(SETTINGS, made, under="")
        made.left.connect(lambda: self.window.show_page(self._back_to))
        made.lock_requested.connect(self.lock_requested)
        made.tour_requested.connect(self.show_tour)
        made.visit_requested.connect(lambda: self.window.show_page(VISIT))
        made.other_clerk_requested.connect(self.other_clerk_requested)
        made.keys_change_requested.connect(self.keys_change_requested)
        return made

    def _show_tray(self) -> None:
        self.conflicts.show_tray()
        self.window.show_page(CONFLICTS)

    def _show_badges(self, figures: StripFigures) -> None:
        if self.is_furnished:
            self.window.set_badge(CONFLICTS, figures.conflicts + figures.tray)


def _identity(office: Office) -> Identity:
    identity = office.replica.identity
    clerk = next(account for account in identity.accounts if account.id == office.clerk_id)
    return Identity(clerk.name_ar, clerk.name_la, identity.name_ar, identity.name_la)
