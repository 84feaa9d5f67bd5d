"""The shell of the application: rail, top bar, the pages, the permanent strip. It knows no record.

The application adds the rooms that exist, feeds the strip, and listens to the signals.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from massar_desktop.screens.rooms import COMMANDS, OF_PROVINCES, ROOMS, Room
from massar_desktop.screens.window_keys import WindowKeys
from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.card import Line, Page
from massar_desktop.widgets.rail import RailButton
from massar_desktop.widgets.scrolled import Whole
from massar_desktop.widgets.status_strip import StatusStrip, StripState
from massar_desktop.widgets.top_bar import Identity, PracticeBand, TopBar

_RAIL_MARGIN: Final = 10


class MainWindow(QMainWindow):
    """The window after sign-in.

    Signals: ``page_shown(str)``, ``key_pressed(str)`` with a room that was shown by its key, not by a click,
    ``command_chosen(str)`` (rail commands that are no page), ``search_requested()``, ``language_chosen(str)``,
    ``exchange_requested()``, ``stop_requested()``.
    """

    page_shown = Signal(str)
    key_pressed = Signal(str)
    command_chosen = Signal(str)
    search_requested = Signal()
    language_chosen = Signal(str)
    exchange_requested = Signal()
    stop_requested = Signal()

    def __init__(self, identity: Identity, *, now: datetime) -> None:
        super().__init__()
        self._rooms: dict[str, RailButton] = {}
        self._words: dict[str, str] = {}
        self._pages: dict[str, QWidget] = {}
        self._parents: dict[str, str] = {}
        self.keys = WindowKeys(self)
        self._shown = ""
        self._compact = False
        self.top_bar = TopBar(identity)
        self.strip = StatusStrip(StripState(now=now))
        self.stack = QStackedWidget()
        self.foot = QVBoxLayout()
        """A bar that is put here stands above the strip: the rooms shrink, nothing is covered."""
        self._build()
        self.top_bar.search_requested.connect(self.search_requested)
        self.top_bar.language_chosen.connect(self.language_chosen)
        self.strip.exchange_requested.connect(self.exchange_requested)
        self.strip.stop_requested.connect(self.stop_requested)
        self.bind("Ctrl+K", self.search_requested.emit)
        self.retranslate()
        self.resize(1366, 768)

    def add_page(self, key: str, widget: QWidget) -> None:
        """Add a room of the rail (rooms.ROOMS) at its place, whichever was built first; KeyError for no room.

        The first page added is shown.
        """
        button = self._add_room(key, ROOMS[key])
        button.setCheckable(True)
        button.clicked.connect(lambda: self.show_page(key))
        self.bind(ROOMS[key].key, partial(self._go, key))
        order = list(ROOMS)
        above = sum(order.index(other) < order.index(key) for other in self._rooms if other in ROOMS)
        self._rail_top.insertWidget(above, button)
        self._keep_page(key, widget)

    def add_inner_page(self, key: str, widget: QWidget, *, under: str, shortcut: str = "") -> None:
        """Add a page with no place in the rail (one person); the room it lies under is lit, "" leaves lit what is."""
        self._parents[key] = under
        if shortcut:
            self.bind(shortcut, lambda: self.show_page(key))
        self._keep_page(key, widget)

    def add_commands(self) -> None:
        """Add what stands at the foot of the rail (rooms.COMMANDS); choosing one emits command_chosen."""
        for key, room in COMMANDS.items():
            button = self._add_room(key, room)
            button.clicked.connect(partial(self.command_chosen.emit, key))
            self.bind(room.key, partial(self.command_chosen.emit, key))
            self._rail_foot.addWidget(button)
        self._foot_line.show()

    def show_page(self, key: str) -> None:
        """Show a page by its key, with the focus where its focus proxy says; KeyError for one never added."""
        page = self._pages[key]
        self._shown = key
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)  # dressed now, not before: a style sheet keeps eight kilobytes for each widget
        self.stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        lit = self._parents.get(key, key)
        for name, button in self._rooms.items():
            if lit and button.isCheckable():
                button.setChecked(name == lit)
        self.page_shown.emit(key)

    def _go(self, key: str) -> None:
        """A room's key was pressed: show it, and tell."""
        self.show_page(key)
        self.key_pressed.emit(key)

    def set_key_enabled(self, keys: str, *, enabled: bool) -> None:
        """Leave a key of the rail to the page in front, or take it back; a key that no room has is none's."""
        self.keys.set_enabled(keys, enabled=enabled)

    def shown_page(self) -> str:
        """Return the key of the page in front, "" before the first is added."""
        return self._shown

    def room(self, key: str) -> RailButton:
        """Return the button of a room or command."""
        return self._rooms[key]

    def pages(self) -> tuple[str, ...]:
        """Return the keys of all pages, with a place in the rail or without."""
        return tuple(self._pages)

    def set_badge(self, key: str, number: int) -> None:
        """Show how many wait in a room; zero shows nothing."""
        self._rooms[key].set_badge(number)
        self._widen_rail()

    def set_strip(self, state: StripState) -> None:
        """Show another state of the exchange."""
        self.strip.set_state(state)

    def minimumSizeHint(self) -> QSize:
        """Return what every room needs to be seen whole; a smaller screen scrolls."""
        return self._whole.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pass between the roomy and the compact window at 740 px."""
        super().resizeEvent(event)
        self._set_compact(event.size().height() < tokens.COMPACT_BELOW)

    def changeEvent(self, event: QEvent) -> None:
        """Write the rail again when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every word of the shell in the language in force."""
        self.setWindowTitle(self.tr("Massar Desktop"))
        for key, button in self._rooms.items():
            button.setText(self.tr(self._words[key]))
        self.band.setVisible(theme.appearance().practice)
        self._widen_rail()

    def _widen_rail(self) -> None:
        """Give the rail the width of the look, or more where a language needs it."""
        widest = max((button.needed_width() for button in self._rooms.values()), default=0)
        self._rail.setFixedWidth(max(tokens.RAIL_WIDTH, widest + 2 * _RAIL_MARGIN))

    def _build(self) -> None:
        self.band = PracticeBand()
        rail = self._rail = QFrame()
        rail.setObjectName("rail")
        rail.setFixedWidth(tokens.RAIL_WIDTH)
        self._rail_top, self._rail_foot = QVBoxLayout(), QVBoxLayout()
        self._foot_line = Line()
        self._foot_line.hide()
        column = QVBoxLayout(rail)
        column.setContentsMargins(_RAIL_MARGIN, 12, _RAIL_MARGIN, 10)
        column.setSpacing(8)
        for part in (self._rail_top, self._rail_foot):
            part.setSpacing(2)
        column.addLayout(self._rail_top)
        column.addStretch(1)
        column.addWidget(self._foot_line)
        column.addLayout(self._rail_foot)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(rail)
        middle.addWidget(self.stack, 1)
        whole = QWidget()
        stack = QVBoxLayout(whole)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.band)
        stack.addWidget(self.top_bar)
        stack.addLayout(middle, 1)
        stack.addLayout(self.foot)
        stack.addWidget(self.strip)
        self._whole = whole
        self.setCentralWidget(Whole(whole))

    def _add_room(self, key: str, room: Room) -> RailButton:
        button = RailButton(room.icon, room.key)
        button.setText(self.tr(room.word))
        self._rooms[key], self._words[key] = button, room.word
        self._widen_rail()
        return button

    def _keep_page(self, key: str, widget: QWidget) -> None:
        self._pages[key] = widget
        self._fit(widget)
        if not self._shown:
            self.show_page(key)

    def bind(self, keys: str, act: Callable[[], object]) -> None:
        """Let a key of the whole window do something: "F3", "Ctrl I", "Alt+1"."""
        self.keys.bind(keys, act)

    def _set_compact(self, compact: bool) -> None:
        if compact == self._compact:
            return
        self._compact = compact
        self.top_bar.set_compact(compact=compact)
        self.strip.set_compact(compact=compact)
        for button in self._rooms.values():
            button.setFixedHeight((tokens.COMPACT if compact else tokens.ROOMY).nav)
        for page in self._pages.values():
            self._fit(page)

    def _fit(self, page: QWidget) -> None:
        if isinstance(page, Page):
            page.set_compact(compact=self._compact)


def close_rooms_of_provinces(window: MainWindow) -> None:
    """Offer an academy's manager neither in the rail nor by a key what provinces do."""
    for key in OF_PROVINCES:
        window.room(key).hide()
        window.set_key_enabled(ROOMS[key].key, enabled=False)
