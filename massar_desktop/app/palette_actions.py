"""What the actions of the palette do (screens/rooms.py names them), for a workplace and the person in front."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from massar_desktop.system.locale import LANGUAGES, current_language

if TYPE_CHECKING:
    from massar_desktop.app.workplace import Workplace


def deeds(place: Workplace) -> Mapping[str, Callable[[int], object]]:
    """What each key of rooms.ACTIONS and rooms.PERSON_ACTIONS does; the person is 0 for those without one."""

    def other_language(_person: int) -> None:
        place.window.language_chosen.emit(next(one for one in LANGUAGES if one != current_language()))

    return {
        "new_person": lambda _: place.new_person(),
        "send": lambda _: place.exchange_now(),
        "stick": lambda _: place.go_to("stick"),
        "arrivals": lambda _: place.go_to("arrivals"),
        "visit": lambda _: place.go_to("visit"),
        "look": lambda _: place.preferences.choose_dark(dark=not place.preferences.dark),
        "language": other_language,
        "tour": lambda _: place.show_tour(),
        "other_clerk": lambda _: place.other_clerk_requested.emit(),
        "file": place.open_person,
        "papers": place.counter.print_person,
        "scan": place.open_to_attach,
        "note": place.open_notes,
    }
