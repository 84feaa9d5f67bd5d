"""Reads papers, sets them, prints and keeps them, off the UI thread. It holds no widget."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from massar_desktop.documents import printing
from massar_desktop.documents.paper import Paper, Papers
from massar_desktop.documents.typesetting import PRINT_DPI, pdf, pictures, prepare
from sync.domain.entities.reading import EXPORTED, OPENED, PRINTED

if TYPE_CHECKING:  # heavy modules load after the first paint
    from PySide6.QtPrintSupport import QPrinter

    from massar_desktop.background.session import Session
    from massar_desktop.queries.paper_facts import Question

Printers = Callable[[], "QPrinter | None"]
_PRINTER: Final[Printers] = printing.printer


class PaperFlow(QObject):
    """Signals: ``read(object)`` with the Papers that were asked for, ``set(object)`` with the pages of the last paper
    (a list of PNG), ``printed(str, int)`` with the printer's name and the copies, ``kept(object)`` with the Path of a
    PDF or of the folder of several, ``failed(object)`` with the Exception.
    """

    read = Signal(object)
    set = Signal(object)
    printed = Signal(str, int)
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None, *, find: Printers = _PRINTER) -> None:
        super().__init__(parent)
        self._session = session
        self._find = find
        self._question = 0
        self._busy = False

    @property
    def is_busy(self) -> bool:
        """True until what was printed or kept last is done: a second key prints nothing twice."""
        return self._busy

    def open(self, ask: Question[Papers]) -> None:
        """Read the papers of something; they come with ``read``."""
        self._question += 1
        question, session = self._question, self._session

        def read() -> tuple[int, Papers]:
            from massar_desktop.queries.asking import Asker

            prepare()  # while what stands on it is read
            replica = session.replica
            with session.database.read() as connection:
                return question, ask(connection, Asker(replica.identity, session.clerk, replica.today()))

        self._session.tasks.run(read, self._came, self._fail)

    def show(self, make: Callable[[], Paper]) -> None:
        """Set a paper for the screen; its pages come with ``set``, unless another was wanted since."""
        self._question += 1
        question = self._question

        def work() -> tuple[int, list[bytes]]:
            paper = make()
            self._session.note_reading(paper.confidential, OPENED)
            return question, pictures(paper)

        self._session.tasks.run(work, self._are_set, self._fail)

    def print_papers(self, make: Callable[[], Sequence[Paper]]) -> None:
        """Print the copies of papers, one after the other; where there is no printer, keep them as PDF."""
        target = self._find()
        if target is None:
            self.keep(make)
            return
        name = target.printerName()

        def work() -> Callable[[], None]:
            papers = list(make())
            self._session.note_reading(_confidential(papers), PRINTED)
            for copies in dict.fromkeys(paper.copies for paper in papers):
                printing.send(target, partial(_pages, papers, copies), copies)
            count = sum(paper.copies for paper in papers)
            return lambda: self.printed.emit(name, count)

        self._start(work)

    def keep(self, make: Callable[[], Sequence[Paper]]) -> None:
        """Keep papers as PDF in the clerk's documents, each in a file of its own."""

        def work() -> Callable[[], None]:
            papers = list(make())
            self._session.note_reading(_confidential(papers), EXPORTED)
            paths = [self._keep(paper) for paper in papers]
            kept = paths[0] if len(paths) == 1 else paths[0].parent
            return lambda: self.kept.emit(kept)

        self._start(work)

    def _keep(self, paper: Paper) -> Path:
        path = printing.kept_as(paper.title)
        printing.keep(pdf(paper), path)
        return path

    def _start(self, work: Callable[[], Callable[[], None]]) -> None:
        """Do one thing at a time; `work` gives what is told when it is done."""
        if not self._busy:
            self._busy = True
            self._session.tasks.run(work, self._finished, self._went_wrong)

    # The receivers are methods of this object: what comes for an object that is gone is dropped (background/tasks.py).

    def _finished(self, tell: Callable[[], None]) -> None:
        self._busy = False
        tell()

    def _went_wrong(self, wrong: Exception) -> None:
        self._busy = False
        self.failed.emit(wrong)

    def _fail(self, wrong: Exception) -> None:
        self.failed.emit(wrong)

    def _came(self, answer: tuple[int, Papers]) -> None:
        if answer[0] == self._question:
            self.read.emit(answer[1])

    def _are_set(self, answer: tuple[int, list[bytes]]) -> None:
        if answer[0] == self._question:
            self.set.emit(answer[1])


def _confidential(papers: Sequence[Paper]) -> frozenset[int]:
    """Whose confidential files stand in papers."""
    return frozenset().union(*(paper.confidential for paper in papers))


def _pages(papers: Sequence[Paper], copies: int) -> Iterator[bytes]:
    """The pages of the papers that are wanted so often, set one paper at a time."""
    for paper in papers:
        if paper.copies == copies:
            yield from pictures(paper, PRINT_DPI)
