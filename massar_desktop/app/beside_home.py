"""Fills what stands beside the work list, and follows what is asked there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from massar_desktop.background.recent_files import RecentFiles

if TYPE_CHECKING:
    from massar_desktop.app.workplace import Workplace

HOME, CONFLICTS = "home", "conflicts"


class BesideHome(QObject):
    """`follow` before the window is shown, `furnish` once the other rooms are there."""

    def __init__(self, place: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self.recent = RecentFiles(place.session, place.preferences, self)

    def follow(self) -> None:
        """Follow the figures of the strip, the files opened, and what is asked beside the list."""
        place, side = self._place, self._place.desk.work.side
        place.feed.figured.connect(side.show_figures)
        self.recent.changed.connect(side.show_recent)
        side.conflicts_requested.connect(lambda: place.go_to(CONFLICTS))
        side.exchange_requested.connect(place.exchange_now)
        side.person_opened.connect(place.open_person)
        place.window.page_shown.connect(lambda page: self.recent.refresh() if page == HOME else None)

    def furnish(self) -> None:
        """Follow the rooms that are there now: what would travel, and whose files are read."""
        place = self._place
        place.person.flow.read.connect(lambda view: self.recent.opened(view.id) if view is not None else None)
        if place.runner.possible:
            place.exchange.counted.connect(place.desk.work.side.show_travels)
        self.recent.refresh()
