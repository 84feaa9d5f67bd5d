"""How the list of people is arranged: filter, order and columns; kept lists bring all three back at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Final, Protocol

from PySide6.QtCore import QObject

from massar_desktop.models.people import PeopleModel
from massar_desktop.screens import people_kept
from massar_desktop.screens.people_filters import Chosen, FilterBar
from massar_desktop.screens.people_kept import Kept
from massar_desktop.screens.people_reading import PeopleReading
from massar_desktop.screens.people_tools import PeopleTools
from massar_desktop.widgets.editors import SearchField
from massar_desktop.widgets.table import Table

_RETIRES: Final = "retires_on"
_WIDTHS: Final[Mapping[str, int]] = {"name": 210, "ppr": 92, "cadre": 190, "school": 176, "position": 126}
_WIDTH: Final = 104


class Listed(Protocol):
    """The screen whose list is arranged."""

    model: PeopleModel
    reading: PeopleReading
    filters: FilterBar
    tools: PeopleTools
    table: Table
    search: SearchField


class Arrangement(QObject):
    """Filter, order and columns in force. `open_key` is the kept list that is shown, "" for none."""

    def __init__(self, screen: Listed, today: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._screen, self._today = screen, today
        self._sort, self._descending = "name", False
        self._chosen = Chosen()
        self.open_key = ""
        self.is_waiting = False
        """True until the list asked for last has been read."""
        tools = screen.tools
        tools.list_chosen.connect(self.open_list)
        tools.list_kept.connect(self.keep)
        tools.list_forgotten.connect(self._forget)
        tools.columns_chosen.connect(self._choose_columns)
        tools.sorted.connect(self._sort_by)
        screen.filters.narrowed.connect(self._narrow)
        self._show_columns(people_kept.own_columns())
        self._tell()

    def lists(self) -> list[Kept]:
        """All kept lists, in the order of their keys."""
        return people_kept.kept(int(self._today()[:4]))

    def open_list(self, key: str) -> None:
        """Open a kept list; "" shows everybody in the order of the alphabet."""
        one = next((one for one in self.lists() if one.key == key), Kept("", columns=people_kept.own_columns()))
        self.open_key = one.key
        self._chosen, self._sort, self._descending = one.chosen, one.sort, one.descending
        self._screen.filters.put(one.chosen)
        self._show_columns(one.columns)
        self._ask()

    def keep(self, name: str) -> None:
        """Keep what is shown under a name."""
        one = Kept(f"own:{name}", self._chosen, self._sort, self._descending, self._screen.model.columns(), name)
        people_kept.keep(one)
        self.open_key = one.key
        self._tell()

    def arrived(self) -> None:
        """The list asked for is on the screen."""
        self.is_waiting = False

    def _forget(self, name: str) -> None:
        people_kept.forget(name)
        self._tell()

    def _narrow(self, chosen: Chosen) -> None:
        self._chosen, self.open_key = chosen, ""
        self._ask()
        self._screen.search.setFocus()

    def _sort_by(self, column: str, descending: bool) -> None:
        self._sort, self._descending = column, descending
        self._ask()

    def _choose_columns(self, names: tuple[str, ...]) -> None:
        people_kept.keep_columns(names)
        self._show_columns(names)
        if _RETIRES in names:
            self._ask()
        self._tell()

    def _show_columns(self, names: tuple[str, ...]) -> None:
        screen = self._screen
        screen.reading.retires = _RETIRES in names
        screen.model.set_columns(names)
        screen.table.set_widths([_WIDTHS.get(name, _WIDTH) for name in screen.model.columns()], stretched=0)
        screen.table.choose_row(0)

    def _ask(self) -> None:
        from massar_desktop.queries.people import PeopleFilter, Sort

        self.is_waiting = True
        narrowed, sort = PeopleFilter(**asdict(self._chosen)), Sort(self._sort, self._descending)
        self._screen.reading.arrange(self._screen.search.text(), narrowed, sort)
        self._tell()

    def _tell(self) -> None:
        self._screen.tools.show_state(
            self.lists(), self._screen.model.columns(), (self._sort, self._descending), self.open_key
        )
