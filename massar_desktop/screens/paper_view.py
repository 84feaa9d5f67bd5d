"""A paper as it will come out of the printer: which one, in which language, and one key that prints it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from massar_desktop.documents.paper import Paper, Papers
from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.screens.paper_flow import PaperFlow, Printers
from massar_desktop.system.error_words import error_text
from massar_desktop.system.locale import Language, current_language
from massar_desktop.widgets.bidi import isolate, ltr
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card, Page
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.pages import Pages
from massar_desktop.widgets.table import Table
from massar_desktop.widgets.tokens import Tone

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.paper_facts import Question

_LIST_WIDTH: Final = 300


class PaperView(Page):
    """Signals: ``closed()`` on Escape or by its button."""

    closed = Signal()

    def __init__(self, session: Session, find: Printers | None = None) -> None:
        super().__init__()
        self.flow = PaperFlow(session, self, find=find) if find is not None else PaperFlow(session, self)
        self._papers: Papers | None = None
        self._wanted = ""
        self._language: Language = "ar"
        self.model, self.table, self.pages = RowsModel(self), Table(), Pages()
        self.print_button = Button(kind="primary", icon="printer", key="Enter")
        self.keep_button = Button(icon="download", key="Ctrl S", bind=True)
        self.language_button = Button(icon="languages", key="Ctrl B", bind=True)
        self.back = Button(icon="arrow-left", key="Esc", bind=True)
        self.said = MessageLine()
        self._list_title = Label("", "h3")
        self._build()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()

    def open(self, ask: Question[Papers], wanted: str = "") -> None:
        """Read the papers of something and show the wanted one, else the first; papers are in Arabic at first."""
        self._papers, self._wanted, self._language = None, wanted, "ar"
        self._say("")
        self._list()
        self.pages.show_pages(())
        self.flow.open(ask)

    def chosen(self) -> str:
        """The template of the paper in front, "" for none."""
        row, offered = self.table.chosen_row(), self._papers.offered if self._papers is not None else ()
        return offered[row] if 0 <= row < len(offered) else ""

    def print_now(self) -> None:
        """Print the copies of the paper in front, of a batch those of all papers."""
        self.flow.print_papers(self._wanted_papers()) if self.chosen() else None

    def keep_now(self) -> None:
        """Keep the paper in front as a PDF, of a batch all of them."""
        papers, language, chosen = self._papers, self._language, self.chosen()
        if papers is not None and chosen:
            self.flow.keep(lambda: papers.kept(chosen, language))

    def other_language(self) -> None:
        """Show the paper in the other language."""
        self._language = "fr" if self._language == "ar" else "ar"
        self._show()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.title.setText(self.tr("Print"))
        self._list_title.setText(self.tr("Papers"))
        self.table.setAccessibleName(self.tr("Papers"))
        self.keep_button.setText(self.tr("Keep as PDF"))
        self.language_button.setText(self.tr("In the other language"))
        self.back.setText(self.tr("Back"))
        self.pages.setAccessibleName(self.tr("The paper as it will be printed"))
        self._list()

    def _wanted_papers(self) -> Callable[[], Sequence[Paper]]:
        papers, language, chosen = self._papers, self._language, self.chosen()
        wanted = papers.offered if papers is not None and papers.together else (chosen,)
        return lambda: [papers.paper(one, language) for one in wanted] if papers is not None else []

    def _read(self, papers: Papers) -> None:
        self._papers = papers
        offered = list(papers.offered)
        self._list()
        self.table.choose_row(offered.index(self._wanted) if self._wanted in offered else 0)
        self._show()

    def _list(self) -> None:
        offered = self._papers.offered if self._papers is not None else ()
        row = max(0, self.table.chosen_row())
        self.table.blockSignals(True)
        language = current_language()
        names = [self._papers.name(one, language) for one in offered] if self._papers is not None else []
        self.model.show_rows((self.tr("Papers"),), [(n, [Cell(isolate(one))]) for n, one in enumerate(names)])
        self.print_button.setText(self._print_word())
        self.table.set_widths([0], stretched=0)
        self.table.choose_row(row)
        self.table.blockSignals(False)
        for button in (self.print_button, self.keep_button, self.language_button):
            button.setEnabled(bool(offered))

    def _print_word(self) -> str:
        papers = self._papers
        if papers is not None and papers.copies == 1:
            return self.tr("Print all parts") if papers.together else self.tr("Print the list")
        together = papers is not None and papers.together
        return self.tr("Print all, two copies each") if together else self.tr("Print two copies")

    def _show(self) -> None:
        self._say("")
        papers, template, language = self._papers, self.chosen(), self._language
        if papers is not None and template:
            self.flow.show(lambda: papers.paper(template, language))

    def _printed(self, printer: str, copies: int) -> None:
        text = self.tr("%1 copies were sent to the printer %2.")
        self._say(text.replace("%1", str(copies)).replace("%2", isolate(printer)), tone="ok")

    def _kept(self, path: object) -> None:
        self._say(self.tr("The paper is kept on this computer."), ltr(str(path)), tone="ok")

    def _failed(self, wrong: Exception) -> None:
        self._say(self.tr("This paper could not be made or printed."), error_text(wrong), tone="danger")

    def _say(self, sentence: str, remedy: str = "", *, tone: Tone = "info") -> None:
        self.said.set_message(sentence, remedy, tone)

    def _connect(self) -> None:
        self.flow.read.connect(self._read)
        self.flow.set.connect(self.pages.show_pages)
        self.flow.printed.connect(self._printed)
        self.flow.kept.connect(self._kept)
        self.flow.failed.connect(self._failed)
        self.table.row_chosen.connect(lambda _row: self._show())
        self.table.row_opened.connect(lambda _row: self.print_now())
        self.print_button.clicked.connect(lambda _=False: self.print_now())
        self.keep_button.clicked.connect(lambda _=False: self.keep_now())
        self.language_button.clicked.connect(lambda _=False: self.other_language())
        self.back.clicked.connect(lambda _=False: self.closed.emit())

    def _build(self) -> None:
        self.add_action(self.language_button)
        self.add_action(self.keep_button)
        self.add_action(self.back)
        self.table.setModel(self.model)
        self.table.horizontalHeader().hide()
        papers = Card(ground="list")
        papers.body.addWidget(self.table)
        side = QWidget()
        side.setMinimumWidth(_LIST_WIDTH)
        side.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list_title)
        column.addWidget(papers, 1)
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # the paper stays where it is
        column.addWidget(self.said)
        column.addWidget(self.print_button)
        area = QScrollArea()
        area.setWidget(self.pages)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout()
        row.addWidget(side)
        row.addWidget(area, 1)
        self.body.addLayout(row, 1)
        self._say("")
