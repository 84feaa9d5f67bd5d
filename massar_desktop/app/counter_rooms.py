"""The rooms where papers and lists of the counter are: what will be printed, and the lists it is printed from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from massar_desktop.documents.act_papers import RECEIPT, letters_of, papers_of_act
from massar_desktop.documents.list_papers import covering_slip, journal_of, list_of_school
from massar_desktop.documents.people_list import people_on_paper
from massar_desktop.documents.person_papers import papers_of_person
from massar_desktop.screens.census import CensusScreen
from massar_desktop.screens.checks import ChecksScreen
from massar_desktop.screens.main_window import MainWindow
from massar_desktop.screens.paper_view import PaperView
from massar_desktop.screens.register import RegisterScreen

if TYPE_CHECKING:
    from massar_desktop.background.session import Session
    from massar_desktop.documents.paper import Papers
    from massar_desktop.queries.paper_facts import Question
    from massar_desktop.screens.act_counter_flow import Registered

PERSON_KIND = "employee"
CERTIFICATE = "letters/rectification_certificate"
PAPER, CHECKS, CENSUS, REGISTER = "paper", "checks", "census", "register"


class CounterRooms(QObject):
    """Built with the other rooms, once the list of people is on the screen.

    Signals: ``file_opened(object, object)`` with a person and an act of hers, 0 for none.
    """

    file_opened = Signal(object, object)

    def __init__(self, session: Session, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._back_to = ""
        self.paper, self.checks = PaperView(session), ChecksScreen(session)
        self.census, self.register = CensusScreen(session), RegisterScreen(session)
        window.add_page(CHECKS, self.checks)
        window.add_page(REGISTER, self.register)
        window.add_page(CENSUS, self.census)
        window.add_inner_page(PAPER, self.paper, under="")
        self._connect()

    def print_row(self, kind: str, row: int, wanted: str = "") -> None:
        """Show the papers of an act, or of a person (kind "employee")."""
        self.show_papers(papers_of_person(row) if kind == PERSON_KIND else papers_of_act(kind, row), wanted)

    def print_person(self, person: int) -> None:
        """Show the certificates of a person."""
        self.show_papers(papers_of_person(person))

    def print_people(self, ids: Sequence[int], names: Sequence[str]) -> None:
        """Show the list of people as it is on the screen."""
        self.show_papers(people_on_paper(ids, names))

    def print_receipt(self, done: Registered) -> None:
        """Show the receipt of what was registered at the counter."""
        self.print_row(done.kind, done.row, RECEIPT)

    def print_letters(self, acts: Sequence[tuple[str, int]]) -> None:
        """Show the letters of acts that were decided together: one key prints them all."""
        self.show_papers(letters_of(acts))

    def print_school(self, year: int, gresa: str) -> None:
        """Show a school's list of the census."""
        self.show_papers(list_of_school(year, gresa))

    def show_papers(self, ask: Question[Papers], wanted: str = "") -> None:
        """Show papers as they will be printed; Escape goes back to where they were asked for."""
        shown = self._window.shown_page()
        self._back_to = self._back_to if shown == PAPER else shown
        self.paper.open(ask, wanted)
        self._window.show_page(PAPER)

    def _connect(self) -> None:
        self.paper.closed.connect(self._leave_paper)
        for room in (self.checks, self.census, self.register):
            room.file_opened.connect(self.file_opened)
        self.checks.counted.connect(lambda number: self._window.set_badge(CHECKS, number))
        self.census.papers_requested.connect(self.print_school)
        self.census.certificate_requested.connect(lambda row: self.print_row("presence_census", row, CERTIFICATE))
        self.register.journal_requested.connect(lambda day: self.show_papers(journal_of(day)))
        self.register.slip_requested.connect(lambda slip: self.show_papers(covering_slip(slip.number, slip.on)))

    def _leave_paper(self) -> None:
        self._window.show_page(self._back_to)
