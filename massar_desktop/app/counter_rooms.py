"""The rooms where papers and lists of the counter are: what will be printed, and the lists it is printed from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from massar_desktop.documents.act_papers import papers_of_act
from massar_desktop.screens.main_window import MainWindow
from massar_desktop.screens.paper_view import PaperView

if TYPE_CHECKING:
    from massar_desktop.background.session import Session
    from massar_desktop.documents.paper import Papers
    from massar_desktop.queries.paper_facts import Question

PAPER = "paper"


class CounterRooms(QObject):
    """Built with the other rooms, once the list of people is on the screen."""

    def __init__(self, session: Session, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._back_to = ""
        self.paper = PaperView(session)
        window.add_inner_page(PAPER, self.paper, under="people")
        self.paper.closed.connect(self._leave_paper)

    def print_act(self, kind: str, act: int, wanted: str = "") -> None:
        """Show the papers of an act."""
        self.show_papers(papers_of_act(kind, act), wanted)

    def show_papers(self, ask: Question[Papers], wanted: str = "") -> None:
        """Show papers as they will be printed; Escape goes back to where they were asked for."""
        shown = self._window.shown_page()
        self._back_to = self._back_to if shown == PAPER else shown
        self.paper.open(ask, wanted)
        self._window.show_page(PAPER)

    def _leave_paper(self) -> None:
        self._window.show_page(self._back_to)
