"""Fills what stands beside the work list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from massar_desktop.background.recent_files import RecentFiles

if TYPE_CHECKING:
    from massar_desktop.background.session import Session
    from massar_desktop.screens.exchange import ExchangeScreen
    from massar_desktop.screens.home_side import HomeSide
    from massar_desktop.screens.main_window import MainWindow
    from massar_desktop.screens.person import PersonScreen
    from massar_desktop.screens.strip_feed import StripFeed
    from massar_desktop.system.preferences import Preferences

HOME = "home"


class BesideHome(QObject):
    """`follow` before the window is shown, `furnish` once the other rooms are there."""

    def __init__(self, side: HomeSide, session: Session, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._side = side
        self.recent = RecentFiles(session, preferences, self)

    def follow(self, feed: StripFeed, window: MainWindow) -> None:
        """Follow the figures of the strip, and the files opened each time Home is shown."""
        feed.figured.connect(self._side.show_figures)
        self.recent.changed.connect(self._side.show_recent)
        window.page_shown.connect(lambda page: self.recent.refresh() if page == HOME else None)

    def furnish(self, person: PersonScreen, exchange: ExchangeScreen | None) -> None:
        """Follow the rooms that are there now: whose files are read, and what would travel, where anything can."""
        person.flow.read.connect(lambda view: self.recent.opened(view.id) if view is not None else None)
        if exchange is not None:
            exchange.counted.connect(self._side.show_travels)
        self.recent.refresh()
