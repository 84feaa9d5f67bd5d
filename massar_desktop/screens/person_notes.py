"""Notes and reminders on a person's file; the confidential ones beside them, for those with that right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from massar_desktop.screens.person_listings import CONFIDENTIAL_NOTES, NOTES
from massar_desktop.screens.person_records import RecordsTab
from massar_desktop.system.wording import kind_label
from massar_desktop.widgets.segments import Segments
from massar_desktop.widgets.translated import Translated

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.person import PersonView


class NotesTab(Translated):
    """One list of notes, or two to switch between. `tabs` are the lists, each with the form of its notes."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        listings = (NOTES, CONFIDENTIAL_NOTES) if session.sees_confidential else (NOTES,)
        self.tabs = tuple(RecordsTab(session, listing) for listing in listings)
        self.switch, self._stack = Segments([listing.kind for listing in listings]), QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.switch)
        column.addWidget(self._stack, 1)
        for tab in self.tabs:
            self._stack.addWidget(tab)
        self.switch.setVisible(len(self.tabs) > 1)
        self.switch.take(listings[0].kind)
        self.switch.chosen.connect(self._turn)
        self.retranslate()

    def show_person(self, view: PersonView) -> None:
        """Show the notes of a dossier."""
        for tab in self.tabs:
            tab.show_person(view)

    def count(self, view: PersonView) -> int:
        """How many notes stand in a file, of those that are shown here."""
        return sum(len(view.standing(tab.listing.kind)) for tab in self.tabs)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.switch.write({tab.listing.kind: kind_label(tab.listing.kind) for tab in self.tabs})

    def _turn(self, kind: str) -> None:
        at = next(number for number, tab in enumerate(self.tabs) if tab.listing.kind == kind)
        self._stack.setCurrentIndex(at)
