"""The shell of the application: rail, top bar, the pages, the permanent strip. It knows no record.

The application adds the rooms that exist, feeds the strip, and listens to the signals.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.card import Line, Page
from massar_desktop.widgets.rail import RailButton
from massar_desktop.widgets.status_strip import StatusStrip, StripState
from massar_desktop.widgets.top_bar import Identity, PracticeBand, TopBar

RAIL_WORDS: Final[tuple[str, ...]] = tuple(
    str(word)
    for word in (
        QT_TRANSLATE_NOOP("MainWindow", "Today's work"),
        QT_TRANSLATE_NOOP("MainWindow", "People"),
        QT_TRANSLATE_NOOP("MainWindow", "New act"),
        QT_TRANSLATE_NOOP("MainWindow", "Decide"),
        QT_TRANSLATE_NOOP("MainWindow", "Conflicts"),
        QT_TRANSLATE_NOOP("MainWindow", "Exchange"),
        QT_TRANSLATE_NOOP("MainWindow", "Import a list"),
        QT_TRANSLATE_NOOP("MainWindow", "To check"),
        QT_TRANSLATE_NOOP("MainWindow", "Register"),
        QT_TRANSLATE_NOOP("MainWindow", "Census"),
        QT_TRANSLATE_NOOP("MainWindow", "Practice province"),
        QT_TRANSLATE_NOOP("MainWindow", "Settings"),
        QT_TRANSLATE_NOOP("MainWindow", "Lock"),
        QT_TRANSLATE_NOOP("MainWindow", "Help on this screen"),
        QT_TRANSLATE_NOOP("MainWindow", "Sign out"),
    )
)
"""The words a room may have; a new room adds its word here and to the translations."""
_RAIL_MARGIN: Final = 10


class MainWindow(QMainWindow):
    """The window after sign-in.

    Signals: ``page_shown(str)``, ``command_chosen(str)`` (rail commands that are no page),
    ``search_requested()``, ``language_chosen(str)``, ``exchange_requested()``, ``stop_requested()``.
    """

    page_shown = Signal(str)
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
        self._keys: dict[str, QShortcut] = {}
        self._shown = ""
        self._compact = False
        self.top_bar = TopBar(identity)
        self.strip = StatusStrip(StripState(now=now))
        self.stack = QStackedWidget()
        self._build()
        self.top_bar.search_requested.connect(self.search_requested)
        self.top_bar.language_chosen.connect(self.language_chosen)
        self.strip.exchange_requested.connect(self.exchange_requested)
        self.strip.stop_requested.connect(self.stop_requested)
        self.bind("Ctrl+K", self.search_requested.emit)
        self.retranslate()
        self.resize(1366, 768)

    def add_page(self, key: str, icon: str, source_label: str, shortcut: str, widget: QWidget) -> None:
        """Add a room to the rail; ``source_label`` is one of RAIL_WORDS, ``shortcut`` like "F3" or "Ctrl I".

        The first page added is shown.
        """
        button = self._add_room(key, icon, source_label, shortcut)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.show_page(key))
        if shortcut:
            self.bind(shortcut, lambda: self.show_page(key))
        self._rail_top.addWidget(button)
        self._add_to_stack(key, widget)

    def add_inner_page(self, key: str, widget: QWidget, *, under: str, shortcut: str = "") -> None:
        """Add a page with no place in the rail (one person); the room it lies under stays lit."""
        self._parents[key] = under
        if shortcut:
            self.bind(shortcut, lambda: self.show_page(key))
        self._add_to_stack(key, widget)

    def add_command(self, key: str, icon: str, source_label: str, shortcut: str) -> None:
        """Add a command at the foot of the rail (help, settings); choosing it emits command_chosen."""
        button = self._add_room(key, icon, source_label, shortcut)
        button.clicked.connect(lambda: self._choose_command(key))
        if shortcut:
            self.bind(shortcut, lambda: self._choose_command(key))
        self._rail_foot.addWidget(button)
        self._foot_line.show()

    def show_page(self, key: str) -> None:
        """Show a page by its key, with the focus where its focus proxy says; KeyError for one never added."""
        page = self._pages[key]
        self._shown = key
        self.stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        lit = self._parents.get(key, key)
        for name, button in self._rooms.items():
            if button.isCheckable():
                button.setChecked(name == lit)
        self.page_shown.emit(key)

    def set_key_enabled(self, keys: str, *, enabled: bool) -> None:
        """Leave a key of the rail to the page in front, or take it back; a key that no room has is none's."""
        if keys in self._keys:
            self._keys[keys].setEnabled(enabled)

    def shown_page(self) -> str:
        """Return the key of the page in front, "" before the first is added."""
        return self._shown

    def room(self, key: str) -> RailButton:
        """Return the button of a room or command."""
        return self._rooms[key]

    def rooms(self) -> dict[str, RailButton]:
        """Return the buttons of all rooms and commands by key, in the order in which they were added."""
        return dict(self._rooms)

    def set_badge(self, key: str, number: int) -> None:
        """Show how many wait in a room; zero shows nothing."""
        self._rooms[key].set_badge(number)
        self._widen_rail()

    def set_strip(self, state: StripState) -> None:
        """Show another state of the exchange."""
        self.strip.set_state(state)

    def is_compact(self) -> bool:
        """Return whether the window is low and every part takes less room."""
        return self._compact

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
        stack.addWidget(self.strip)
        self.setCentralWidget(whole)

    def _add_room(self, key: str, icon: str, source_label: str, shortcut: str) -> RailButton:
        button = RailButton(icon, shortcut)
        button.setText(self.tr(source_label))
        self._rooms[key], self._words[key] = button, source_label
        self._widen_rail()
        return button

    def _add_to_stack(self, key: str, widget: QWidget) -> None:
        self._pages[key] = widget
        self.stack.addWidget(widget)
        self._fit(widget)
        if not self._shown:
            self.show_page(key)

    def _choose_command(self, key: str) -> None:
        self.command_chosen.emit(key)

    def bind(self, keys: str, act: Callable[[], object]) -> None:
        """Let a key of the whole window do something: "F3", "Ctrl I", "Alt+1"."""
        shortcut = QShortcut(QKeySequence(keys.replace(" ", "+")), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)
        self._keys[keys] = shortcut

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
