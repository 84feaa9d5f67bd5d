"""What the actions of the palette do (screens/rooms.py names them), for a workplace and the person in front."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from massar_desktop.system.locale import LANGUAGES, current_language

if TYPE_CHECKING:
    from massar_desktop.app.counter_rooms import CounterRooms
    from massar_desktop.screens.main_window import MainWindow
    from massar_desktop.screens.person import PersonScreen
    from massar_desktop.system.preferences import Preferences

PERSON = "person"


class Place(Protocol):
    """The workplace as the actions see it, furnished."""

    window: MainWindow
    preferences: Preferences
    counter: CounterRooms
    person: PersonScreen

    def go_to(self, page: str) -> None:
        """Show a room."""

    def open_person(self, person: int) -> None:
        """Show a file."""

    def new_person(self) -> None:
        """Show an empty file."""

    def exchange_now(self) -> None:
        """Exchange."""

    def show_tour(self) -> None:
        """Show the first tour."""


def deeds(place: Place, leave: Callable[[], None]) -> Mapping[str, Callable[[int], object]]:
    """What each key of rooms.ACTIONS and rooms.PERSON_ACTIONS does; the person is 0 for those without one.

    `leave` lets another person enter.
    """

    def other_language(_person: int) -> None:
        place.window.language_chosen.emit(next(one for one in LANGUAGES if one != current_language()))

    def attach(person: int) -> None:
        place.person.open_papers(person)
        place.go_to(PERSON)

    def note(person: int) -> None:
        place.person.open_notes(person)
        place.go_to(PERSON)

    return {
        "new_person": lambda _: place.new_person(),
        "send": lambda _: place.exchange_now(),
        "stick": lambda _: place.go_to("stick"),
        "arrivals": lambda _: place.go_to("arrivals"),
        "visit": lambda _: place.go_to("visit"),
        "look": lambda _: place.preferences.choose_dark(dark=not place.preferences.dark),
        "language": other_language,
        "tour": lambda _: place.show_tour(),
        "other_clerk": lambda _: leave(),
        "file": place.open_person,
        "papers": place.counter.print_person,
        "scan": attach,
        "note": note,
    }
