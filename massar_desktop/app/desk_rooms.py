"""The clerk's desk: home with its search, the counter of acts, deciding. Built and connected for a workplace."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject

from massar_desktop.screens.finder import Offer
from massar_desktop.screens.offers import actions_offered, person_actions_offered, rooms_offered
from massar_desktop.screens.people_kept import MOST
from massar_desktop.screens.work_home import HomeScreen
from massar_desktop.widgets.find_list import Entry

if TYPE_CHECKING:
    from massar_desktop.background.session import Session
    from massar_desktop.queries.work_list import WorkLine
    from massar_desktop.screens.main_window import MainWindow
    from massar_desktop.screens.people import PeopleScreen

HOME: Final = "home"
PEOPLE: Final = "people"
COUNTER: Final = "counter"
DECIDE: Final = "decide"
_PERSON: Final = "person"


class Place(Protocol):
    """The workplace as the desk sees it: its window, and the ways to what is not the desk's own."""

    session: Session
    window: MainWindow

    def furnish(self) -> None:
        """Build every room."""

    def open_person(self, person: int) -> None:
        """Show a file."""

    def open_act(self, line: WorkLine) -> None:
        """Show a line of the work list."""

    def open_row(self, person: int, act: int) -> None:
        """Show an act."""

    def open_draft(self, person: int, kind: str) -> None:
        """Go on with a draft in the full form."""

    def go_to(self, page: str) -> None:
        """Show a room."""

    def do(self, action: str, person: int) -> None:
        """Do an action of the palette (rooms.ACTIONS), or one with a person (PERSON_ACTIONS)."""

    def person_in_front(self) -> tuple[int | None, str]:
        """The person whom the screen in front is about, and her name."""


class DeskRooms(QObject):
    """Home is there at once; the rest comes with `furnish`."""

    def __init__(self, place: Place, people: PeopleScreen, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._people = place, people
        self.home = HomeScreen(place.session)
        self.work = self.home.work
        place.window.add_page(HOME, self.home)
        place.window.add_page(PEOPLE, people)
        self._before = HOME
        self._connect()

    def furnish(self) -> None:
        """Build the rooms that are not seen first."""
        from massar_desktop.screens.act_counter import ActCounter
        from massar_desktop.screens.act_decide import DecideScreen
        from massar_desktop.screens.palette import Palette

        place = self._place
        self.counter = ActCounter(place.session)
        place.window.add_page(COUNTER, self.counter)
        self.decide = DecideScreen(place.session)
        place.window.add_page(DECIDE, self.decide)
        self.decide.left.connect(lambda: place.window.show_page(HOME))
        self.decide.act_opened.connect(place.open_row)
        self.counter.left.connect(lambda: place.window.show_page(HOME))
        self.counter.full_form_requested.connect(place.open_draft)
        self.palette = Palette(place.session, place.window)
        self.palette.taken.connect(self.take)
        for room in (self.counter, self.decide):
            self.home.finder.reading.reference_read.connect(room.set_reference)
        self.home.finder.reading.read_reference()

    def keep(self) -> None:
        """Keep what is typed and not registered."""
        self.counter.keep()

    def open_list(self, number: int) -> None:
        """Open the kept list of a key, Alt 1 for the first."""
        lists = self._people.arrangement.lists()
        if 1 <= number <= len(lists):
            self._place.window.show_page(PEOPLE)
            self._people.show_view(lists[number - 1].key)

    def begin_act(self, person: object = None, kind: str = "") -> None:
        """Go to the counter of acts, for somebody known already or not."""
        self._place.furnish()
        self._before = COUNTER  # who is chosen at home is not meant
        self._place.window.show_page(COUNTER)
        self.counter.begin(person if isinstance(person, int) else None, kind)

    def begin_many(self, people: list[int]) -> None:
        """Go to the counter with several people, one act for all of them."""
        self._place.furnish()
        self._before = COUNTER
        self._place.window.show_page(COUNTER)
        self.counter.begin_many(people)

    def find(self) -> None:
        """Open the palette, bound to the person whom the screen in front is about."""
        self._place.furnish()
        person, name = self._place.person_in_front()
        self.offer()
        self.palette.open_for(person, name)

    def take(self, entry: Entry, person: object = None) -> None:
        """Go where a line of a search leads; an act is of the person it is bound to, if there is one."""
        if entry.sort == "person":
            self._place.open_person(int(entry.key))
        elif entry.sort == "act":
            self.begin_act(person, entry.key)
        elif entry.sort == "view":
            self._place.window.show_page(PEOPLE)
            self._people.show_view(entry.key)
        elif entry.sort in ("action", "of_person"):
            self._place.do(entry.key, person if isinstance(person, int) else 0)
        else:
            self._place.furnish()
            self._place.window.room(entry.key).click()

    def offer(self) -> None:
        """The screens of the rail, the kept lists by their names of now, and the actions."""
        academy = self._place.session.replica.identity.is_academy
        lists = [
            Offer("view", one.key, "list-checks", one.words, f"Alt {number}", "plum")
            for number, one in enumerate(self._people.arrangement.lists(), start=1)
        ]
        self.home.finder.offer([*rooms_offered(academy=academy), *lists, *actions_offered(academy=academy)])
        self.palette.finder.offer(
            [
                *person_actions_offered(academy=academy),
                *rooms_offered(academy=academy),
                *lists,
                *actions_offered(academy=academy),
            ]
        )

    def _shown(self, page: str) -> None:
        before, self._before = self._before, page
        # In a person's file F4 begins an act of hers (screens/person_tabs.py).
        begins = page != _PERSON and not self._place.session.replica.identity.is_academy
        self._place.window.set_key_enabled("F4", enabled=begins)
        if page == COUNTER and before != COUNTER:
            if before in (HOME, PEOPLE):
                (self.home if before == HOME else self._people).with_person(self.counter.begin)
            else:
                self.counter.begin()
        elif page == COUNTER:
            self.counter.chooser.line.setFocus()

    def _connect(self) -> None:
        window, home = self._place.window, self.home
        self.work.act_opened.connect(self._place.open_act)
        self.work.counted.connect(lambda number: window.set_badge(HOME, number))
        home.taken.connect(self.take)
        home.act_requested.connect(self.begin_act)
        home.decide_requested.connect(lambda: self._place.go_to(DECIDE))
        window.page_shown.connect(self._shown)
        self._people.many_requested.connect(self.begin_many)
        self._people.glance.act_requested.connect(self.begin_act)
        window.search_requested.connect(self.find)
        for number in range(1, MOST + 1):
            window.bind(f"Alt+{number}", partial(self.open_list, number))
