"""Import a list: choose a file, see where each column goes and what becomes of each line, then write it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from massar_desktop.background.session import Session
from massar_desktop.background.tasks import Cancel
from massar_desktop.screens.import_choose import ChooseView
from massar_desktop.screens.import_parts import ImportWords
from massar_desktop.screens.import_views import ResultView, ReviewView, WritingView
from massar_desktop.system.error_words import error_text
from massar_desktop.system.newest_files import NewFile, newest_lists
from massar_desktop.system.own_files import documents_folder
from massar_desktop.widgets.bidi import isolate
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Page

if TYPE_CHECKING:  # heavy modules load after the first paint
    from sync.client.importing.errors import NotASpreadsheet
    from sync.client.importing.report import Report
    from sync.client.importing.run import Import, Preview

PATTERNS: Final = "*.xlsx *.xls *.xlsb *.ods *.csv *.tsv *.txt"
CHOOSE, REVIEW, WRITING, RESULT = range(4)


class ImportScreen(Page):
    """The page of imports: Enter takes the newest list, Ctrl O chooses a file, Ctrl Enter writes, Escape stops.

    `find` gives the lists that are offered; it is called in the background each time the page is shown.

    Signals: ``reviewed()``, ``refused(str)`` with a code, ``finished()``, ``saved(Path)``.
    """

    reviewed = Signal()
    refused = Signal(str)
    finished = Signal()
    saved = Signal(object)

    def __init__(self, session: Session, find: Callable[[], Sequence[NewFile]] = newest_lists) -> None:
        super().__init__()
        self._session, self._find = session, find
        self._words = ImportWords(self)
        self._import: Import | None = None
        self._preview: Preview | None = None
        self._report: Report | None = None
        self._cancel = Cancel()
        self._wrong: NotASpreadsheet | None = None
        self._reading = 0
        self.setAcceptDrops(True)
        self._build()
        self.retranslate()

    def open_file(self, path: Path) -> None:
        """Read a file and show what an import of it would do; nothing is written."""
        self._wrong = None
        self._show(CHOOSE)
        self.choose.set_busy(path.name)

        def read() -> Preview:
            return self._importing().preview(path)

        self._preview_by(read)

    def change_target(self, letter: str, target: str) -> None:
        """Send a column somewhere else, and report again."""
        preview = self._preview
        if preview is None or preview.mapping.get(letter) == target:
            return
        mapping = {**preview.mapping, letter: target}
        self.review.set_busy(busy=True)

        def read() -> Preview:
            return self._importing().remap(preview, mapping)

        self._preview_by(read)

    def start(self) -> None:
        """Write what the report shows."""
        preview = self._preview
        if preview is None or self._stack.currentIndex() != REVIEW or not self.review.ready():
            return
        cancel = self._cancel = Cancel()
        tasks = self._session.tasks
        self.writing.begin(self._words.lines(preview.report.good))
        self._show(WRITING)

        def tell(done: int, total: int) -> None:
            tasks.tell(self._advance, (done, total))

        def write() -> Report:
            return self._importing().write(preview, tell, cancel)

        tasks.run_long(write, self._written, self._failed)

    def stop(self) -> None:
        """Stop between two batches: people written so far stay, whole."""
        self._cancel.ask()
        self.writing.set_stopping()

    def save_bad_rows(self, path: Path) -> None:
        """Write the refused lines to a file with the reason in words."""
        preview, report = self._preview, self._report or (self._preview.report if self._preview else None)
        if preview is None or report is None:
            return
        sentences = {one.reason: self._words.finding(one.reason) for one in report.bad}
        title = self.tr("Why it was refused")

        def write() -> Path:
            self._importing().write_bad_rows(preview, path, title, lambda code: sentences[code])
            return path

        self._session.tasks.run(write, self._bad_rows_saved, self._failed)

    def report(self) -> Report | None:
        """What the last import wrote, None before one ended."""
        return self._report

    def again(self) -> None:
        """Go back to the choice of a file."""
        self._preview, self._report = None, None
        self.choose.set_busy("")
        self._show(CHOOSE)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file, except while an import is written."""
        if len(event.mimeData().urls()) == 1 and self._stack.currentIndex() != WRITING:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = event.mimeData().urls()[0].toLocalFile()
        if path:
            event.acceptProposedAction()
            self.open_file(Path(path))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentIndex() == WRITING:
            self.stop()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.title.setText(self.tr("Import a list"))
        self.other_file.setText(self.tr("Another file"))
        for view in (self.choose, self.review, self.writing, self.result):
            view.retranslate()
        if self._wrong is not None and self._stack.currentIndex() == CHOOSE:
            self.choose.set_message(*self._words.file_problem(self._wrong.code))
        self._write_beside()

    def _build(self) -> None:
        self.other_file = Button("", "quiet", icon="file-spreadsheet", key="Ctrl O", bind=True)
        self.other_file.clicked.connect(self._ask_file)
        self.add_action(self.other_file)
        words = self._words
        self.choose, self.review, self.writing, self.result = (
            ChooseView(),
            ReviewView(words),
            WritingView(words),
            ResultView(words),
        )
        self._stack = QStackedWidget()
        for view in (self.choose, self.review, self.writing, self.result):
            self._stack.addWidget(view)
        self.body.addWidget(self._stack, 1)
        self.choose.shown.connect(self._look)
        self.choose.file_chosen.connect(self.open_file)
        self.choose.file_requested.connect(self._ask_file)
        self.review.target_changed.connect(self.change_target)
        self.review.import_requested.connect(self.start)
        self.writing.stop_requested.connect(self.stop)
        self.result.again_requested.connect(self.again)
        for view in (self.review, self.result):
            view.bad_rows_requested.connect(self._ask_bad_rows_file)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # a shortcut: a list takes Enter for itself
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.start)
        self._show(CHOOSE)

    def _show(self, which: int) -> None:
        self._stack.setCurrentIndex(which)
        view = (self.choose, self.review, self.writing, self.result)[which]
        self.setFocusProxy(view)
        self.other_file.setVisible(which == REVIEW)
        self._write_beside()
        if self.isVisible():
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write_beside(self) -> None:
        preview = self._preview
        name = isolate(preview.source.name) if preview and self._stack.currentIndex() != CHOOSE else ""
        self.beside.setText(name)

    # -- files -----------------------------------------------------------------------------------------------

    def _look(self) -> None:
        self._session.tasks.run(self._find, self.choose.show_lists)

    def _ask_file(self) -> None:
        kinds = self.tr("Lists")
        pattern = f"{kinds} ({PATTERNS})"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a list"), str(documents_folder()), pattern)
        if path:
            self.open_file(Path(path))

    def _ask_bad_rows_file(self) -> None:
        if self._preview is None:
            return
        refused = self.tr("refused")
        name = str(documents_folder() / f"{Path(self._preview.source.name).stem} - {refused}.xlsx")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the refused lines"), name, "*.xlsx")
        if path:
            self.save_bad_rows(Path(path))

    def _importing(self) -> Import:
        """Called in the background: the modules that read spreadsheets are heavy."""
        if self._import is None:
            from sync.client.importing.run import Import
            from sync.client.office_store import OfficeStore

            session = self._session
            store = OfficeStore(session.replica, session.clerk, session.announce)
            self._import = Import(store, date.fromisoformat(session.replica.today()))
        return self._import

    def _preview_by(self, read: Callable[[], Preview]) -> None:
        self._reading += 1
        number = self._reading

        def done(preview: Preview) -> None:
            if number == self._reading:  # a newer choice was made meanwhile
                self._review(preview)

        def failed(wrong: Exception) -> None:
            if number == self._reading:
                self._failed(wrong)

        self._session.tasks.run_large(read, done, failed)

    def _review(self, preview: Preview) -> None:
        self._preview, self._report = preview, None
        self.review.show_preview(preview)
        if self._stack.currentIndex() != REVIEW:
            self._show(REVIEW)
        self._write_beside()
        self.reviewed.emit()

    def _advance(self, step: tuple[int, int]) -> None:
        self.writing.advance(*step)

    def _written(self, report: Report) -> None:
        self._report = report
        self.result.show_report(report)
        self._show(RESULT)
        self.finished.emit()

    def _bad_rows_saved(self, path: Path) -> None:
        said = self.tr("Saved: %1").replace("%1", isolate(path.name))
        remedy = self.tr("Mend the lines in it, then import it like any list.")
        for view in (self.review, self.result):
            view.message.set_message(said, remedy, "ok")
        self.saved.emit(path)

    def _failed(self, wrong: Exception) -> None:
        """A file that is no list, a disk that is full: said where the clerk looks."""
        from sync.client.importing.errors import NotASpreadsheet

        code = str(getattr(wrong, "code", type(wrong).__name__))
        self._wrong = wrong if isinstance(wrong, NotASpreadsheet) else None
        sentence, remedy = self._words.file_problem(code) if self._wrong else (error_text(wrong), "")
        if self._stack.currentIndex() in (REVIEW, RESULT):
            self.review.set_busy(busy=False)
            for view in (self.review, self.result):
                view.message.set_message(sentence, remedy, "danger")
        else:
            self._show(CHOOSE)
            self.choose.set_message(sentence, remedy)
        self.refused.emit(code)
