"""The papers of a person's file: what is there, whether it has arrived at the centre, and attaching another scan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.screens.notices import Notice, Notices
from massar_desktop.screens.paper_words import standing_chip
from massar_desktop.screens.person_attach import AttachPanel
from massar_desktop.screens.person_flow import Wanted
from massar_desktop.screens.person_papers_flow import PapersFlow
from massar_desktop.screens.person_reason import ReasonAsk
from massar_desktop.screens.person_scan import ScanView
from massar_desktop.system.error_words import error_text
from massar_desktop.system.own_files import documents_folder
from massar_desktop.system.wording import kind_label
from massar_desktop.widgets.bidi import file_size, isolate, ltr
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import EmptyState
from massar_desktop.widgets.table import Table
from massar_desktop.widgets.tokens import Tone
from massar_desktop.widgets.translated import Translated
from sync.domain.entities.attachment import CONFIDENTIAL_KIND
from sync.domain.fields import show_day
from sync.domain.operation import Verb
from sync.domain.record import WITHDRAWN

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.attachments import PaperView
    from massar_desktop.queries.person import PersonView
    from sync.client.replica import Changes

_WIDTHS: Final = [0, 130, 110, 100, 260]
_LIST, _ATTACH, _LOOK = 0, 1, 2
_HERE: Final = ("here", "here_only", "on_the_way")
"""Standings of a paper whose content is on this computer."""
_NAMES: Final = {"pdf": "pdf", "jpeg": "jpg", "png": "png", "tiff": "tif"}


class PapersTab(Translated):
    """Signals: ``withdraw_requested(object)`` with a Wanted."""

    withdraw_requested = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._papers: list[PaperView] = []
        self._people: tuple[int, ...] = ()
        self.flow = PapersFlow(session, self)
        self.model, self.table = RowsModel(self), Table()
        self.table.setModel(self.model)
        self.panel = AttachPanel(sees_confidential=session.sees_confidential)
        self.notices = Notices()
        self.empty = EmptyState("paperclip")
        self.add = Button(kind="primary", icon="paperclip", key="Ctrl D")
        self.scan = ScanView()
        self.look, self.copy, self.ask_for, self.withdraw = (
            Button(kind="plain", icon="eye", key="Enter"),
            Button(kind="plain", icon="download"),
            Button(kind="plain", icon="download"),
            Button(kind="quiet", icon="trash-2"),
        )
        self.reason = ReasonAsk()
        self._title = Label("", "h2")
        self._stack, self._inside = QStackedWidget(), QStackedWidget()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(150)
        self._build()
        self._listen()
        self.retranslate()

    def show_person(self, view: PersonView) -> None:
        """Show the papers of a dossier; a scan that is being attached stays in front while it is the same one."""
        people = (view.id, *(row.id for row in view.joined))
        if people != self._people:
            self.close_panel()
            self.notices.clear()
            self.show_papers([])
        self._people = people
        self.flow.show_people(people)

    @property
    def is_attaching(self) -> bool:
        """True while a scan is being chosen or described."""
        return self._stack.currentIndex() == _ATTACH

    @property
    def is_over_list(self) -> bool:
        """True while a scan is attached or looked at: saving and leaving are its own."""
        return self._stack.currentIndex() != _LIST

    def save(self) -> None:
        """Attach what is being described; of what is looked at, save a copy."""
        if self.is_attaching:
            self.panel.save()
        else:
            self._ask_where()

    def look_at(self) -> None:
        """Look at the chosen paper; one that is only at the centre is asked for."""
        one = self._chosen()
        if one is None:
            return
        if one.standing.value in _HERE:
            self.flow.look_at(one)
        elif one.standing.value == "to_fetch":
            self.flow.fetch(one)

    def begin(self) -> None:
        """Choose a scan to attach."""
        if not self._people:
            return
        self._stack.setCurrentIndex(_ATTACH)
        self.panel.begin(self.flow.folder)
        self.flow.look()

    def close_panel(self) -> None:
        """Back to the list."""
        looked = self._stack.currentIndex() == _LOOK
        self._stack.setCurrentIndex(_LIST)
        self.setFocusProxy(self.table)
        self.scan.clear()
        if looked:
            self.table.setFocus()

    def show_papers(self, papers: list[PaperView]) -> None:
        """List these papers; the chosen one stays chosen."""
        kept = self._chosen()
        self._papers = papers
        self._list()
        at = next((row for row, one in enumerate(papers) if kept is not None and one.id == kept.id), 0)
        self.table.choose_row(at)
        self._inside.setCurrentIndex(0 if papers else 1)
        self._offer()

    def papers(self) -> list[PaperView]:
        """What is listed."""
        return self._papers

    def showEvent(self, event: QShowEvent) -> None:
        """Read again: some may have arrived meanwhile."""
        super().showEvent(event)
        self._soon.start()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self._title.setText(self.tr("Papers in the file"))
        self.table.setAccessibleName(self.tr("Papers in the file"))
        self.add.setText(self.tr("Attach a scan"))
        self.look.setText(self.tr("Look at it"))
        self.copy.setText(self.tr("Save a copy…"))
        self.ask_for.setText(self.tr("Ask for it"))
        self.withdraw.setText(self.tr("Withdraw..."))
        self.empty.set_text(
            self.tr("No paper yet"), self.tr("Ctrl D attaches a scan; it travels last, and goes on after a cut.")
        )
        self._list()

    def _list(self) -> None:
        row = self.table.chosen_row()
        titles = self.tr("Paper"), self.tr("Of"), self.tr("Pages"), self.tr("Size"), self.tr("Where it is")
        self.model.show_rows(titles, [(one.id, self._cells(one)) for one in self._papers])
        self.table.set_widths(_WIDTHS, stretched=0)
        self.table.choose_row(row)

    def _cells(self, one: PaperView) -> list[Cell]:
        secret = kind_label(one.kind) if one.kind == CONFIDENTIAL_KIND else ""
        return [
            Cell(isolate(one.title), secret, strong=True),
            Cell(ltr(show_day(one.day)) if one.day else "", ink="text2"),
            Cell(str(one.pages) if one.pages else "", ink="text2"),
            Cell(file_size(one.size), ink="text2"),
            Cell(chip=standing_chip(one)),
        ]

    def _chosen(self) -> PaperView | None:
        row = self.table.chosen_row()
        return self._papers[row] if 0 <= row < len(self._papers) else None

    def _offer(self) -> None:
        """Only what can be done with the chosen paper."""
        one = self._chosen()
        here = one is not None and one.standing.value in _HERE
        for button in (self.look, self.copy):
            button.setVisible(here)
        self.ask_for.setVisible(one is not None and one.standing.value == "to_fetch")
        self.withdraw.setVisible(one is not None)
        self.reason.hide()

    def _ask_where(self) -> None:
        one = self._chosen()
        if one is None:
            return
        name = f"{one.title}.{_NAMES.get(one.media, 'bin')}".replace("/", "-")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), str(documents_folder() / name))
        if path:
            self.flow.keep(one, Path(path))

    def _fetch(self) -> None:
        if (one := self._chosen()) is not None:
            self.flow.fetch(one)

    def _withdraw(self, reason: str) -> None:
        if (one := self._chosen()) is not None:
            self.withdraw_requested.emit(Wanted(one.kind, one.id, one.person, {WITHDRAWN: reason}, Verb.WITHDRAW))
            self._soon.start()

    def _opened(self, paper: PaperView, pages: list[bytes]) -> None:
        if self._stack.currentIndex() == _LIST and paper.person in self._people:
            self.notices.clear()
            self._stack.setCurrentIndex(_LOOK)
            self.scan.show_scan(paper, pages)

    def _attached(self) -> None:
        self.close_panel()
        self._say(
            lambda: self.tr("The scan is in the file; it travels after everything else."),
            lambda: self.tr("F9 sends it; here you see when it has arrived."),
        )
        self.table.setFocus()

    def _kept(self, path: Path) -> None:
        self.close_panel()
        self._say(lambda: self.tr("Saved: %1").replace("%1", isolate(path.name)))

    def _failed(self, wrong: Exception) -> None:
        def sentence() -> str:
            return self._no_scan(getattr(wrong, "code", "")) or error_text(wrong)

        if self.is_attaching:
            self.panel.say(sentence)
        else:
            self._say(sentence, tone="danger")

    def _say(self, sentence: Callable[[], str], remedy: Callable[[], str] = str, *, tone: Tone = "ok") -> None:
        self.notices.say("said", Notice(sentence, remedy, tone))

    def _no_scan(self, code: str) -> str:
        known = {
            "scan_unreadable": self.tr("This file is no picture and no PDF. Scan the paper again, or choose another."),
            "scan_mixed": self.tr("Pictures and PDFs cannot be one paper: attach them one after the other."),
            "scan_not_shown": self.tr(
                "This paper cannot be shown here: it is protected or damaged. Save a copy and open that."
            ),
            "scan_too_long": self.tr("More than 60 pages: attach it in parts."),
        }
        return known.get(code, "")

    def _changed(self, changes: Changes) -> None:
        if changes.dossiers & set(self._people):
            self._soon.start()

    def _listen(self) -> None:
        self.flow.read.connect(self.show_papers)
        self.flow.found.connect(self.panel.show_newest)
        self.flow.made.connect(self.panel.show_scan)
        self.flow.attached.connect(self._attached)
        self.flow.kept.connect(self._kept)
        self.flow.opened.connect(self._opened)
        self.scan.closed.connect(self.close_panel)
        self.scan.copy_requested.connect(self._ask_where)
        self.table.row_opened.connect(lambda _row: self.look_at())
        self.look.clicked.connect(self.look_at)
        self.flow.failed.connect(self._failed)
        self.panel.files_chosen.connect(self.flow.take)
        self.panel.attach_requested.connect(
            lambda scan, said, secret: self.flow.attach(scan, said, confidential=secret)
        )
        self.panel.closed.connect(self.close_panel)
        self.table.row_chosen.connect(lambda _row: self._offer())
        self.add.clicked.connect(self.begin)
        self.copy.clicked.connect(self._ask_where)
        self.ask_for.clicked.connect(self._fetch)
        self.withdraw.clicked.connect(self.reason.ask)
        self.reason.given.connect(self._withdraw)
        self._soon.timeout.connect(self.flow.read_again)
        self._session.changed.connect(self._changed)

    def _build(self) -> None:
        listed, page, head, actions = Card(ground="list"), QWidget(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.add)
        for part in (self.table, self.empty):
            self._inside.addWidget(part)
        listed.body.addWidget(self._inside, 1)
        for button in (self.look, self.copy, self.ask_for, self.withdraw):
            actions.addWidget(button)
        actions.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.notices)
        column.addWidget(listed, 1)
        column.addWidget(self.reason)
        column.addLayout(actions)
        self._stack.addWidget(page)
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self.scan)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setFocusProxy(self.table)
