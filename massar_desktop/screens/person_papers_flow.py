"""What the papers of a file ask of the office and of the disk, off the UI thread; it holds no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from massar_desktop.system.preferences import Preferences
from sync.domain.entities.reading import EXPORTED, OPENED
from sync.domain.fields import Value

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.documents.scan import Scan
    from massar_desktop.queries.attachments import PaperView
    from massar_desktop.system.newest_files import NewFile
    from sync.client.replica import Saved

_FOLDER: Final = "scan_folder"
"""The note of where a scan was taken from last: where the scanner puts its files."""


class PapersFlow(QObject):
    """Signals: ``read(object)`` with the PaperViews of the file, ``found(object)`` with the newest scans as NewFiles,
    ``made(object)`` with a Scan, ``attached()``, ``kept(object)`` with the Path of a copy, ``opened(object, object)``
    with a PaperView and its pages as pictures, ``failed(object)`` with the Exception.
    """

    read = Signal(object)
    found = Signal(object)
    made = Signal(object)
    attached = Signal()
    kept = Signal(object)
    opened = Signal(object, object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._kept = session, Preferences(self)
        self._people: Sequence[int] = ()
        self._attaching = False

    @property
    def folder(self) -> str:
        """Where the last scan was taken from, "" before the first."""
        return self._kept.note(_FOLDER)

    def show_people(self, people: Sequence[int]) -> None:
        """Read the papers of a person and of the records joined to hers; none for nobody."""
        self._people = tuple(people)
        self.read_again()

    def read_again(self) -> None:
        """Read the papers again."""
        people, session = self._people, self._session
        if not people:
            return

        def read() -> tuple[Sequence[int], list[PaperView]]:
            from massar_desktop.queries.attachments import papers

            with session.database.read() as connection:
                return people, papers(connection, session.replica.identity, session.clerk, people)

        self._session.tasks.run(read, self._came, self._fail)

    def look(self) -> None:
        """Look for the newest scans."""
        beside = [Path(self.folder)] if self.folder else []

        def find() -> list[NewFile]:
            from massar_desktop.documents.scan import SUFFIXES
            from massar_desktop.system.newest_files import newest_scans

            return newest_scans(SUFFIXES, beside)

        self._session.tasks.run(find, self._found, self._fail)

    def take(self, paths: Sequence[Path]) -> None:
        """Read files as one paper, made small enough for the line."""
        self._kept.keep_note(_FOLDER, str(paths[0].parent))

        def read() -> Scan:
            from massar_desktop.documents.scan import scanned

            return scanned(paths)

        self._session.tasks.run(read, self._made, self._fail)

    def attach(self, scan: Scan, said: Mapping[str, Value], *, confidential: bool) -> None:
        """Save a paper in the file of the first person, with its title and perhaps its day."""
        if self._attaching or not self._people:
            return
        self._attaching = True
        person, session = self._people[0], self._session
        day = said.get("paper_date")

        def save() -> Saved:
            from sync.client.attachments import NewPaper, attach

            paper = NewPaper(
                person=person,
                title=str(said.get("title") or ""),
                pages=scan.pages,
                day=str(day) if day else None,
                confidential=confidential,
            )
            return attach(session.replica, scan.content, paper, author=session.clerk)

        self._session.tasks.run(save, self._attached, self._not_attached)

    def fetch(self, paper: PaperView) -> None:
        """Ask for the content of a paper with the next exchange."""
        session = self._session

        def ask() -> None:
            from massar_desktop.queries.attachments import paper_row
            from sync.client.attachments import fetch

            with session.database.read() as connection:
                row = paper_row(connection, paper)
            fetch(session.replica, [row])

        self._session.tasks.run(ask, self._asked, self._fail)

    def look_at(self, paper: PaperView) -> None:
        """Draw the pages of a paper that is here; nothing of it is written outside the office's file."""

        def draw() -> tuple[PaperView, list[bytes]]:
            from massar_desktop.documents.scan_pages import pages_of

            self._note(paper, OPENED)
            return paper, pages_of(self._content(paper))

        self._session.tasks.run(draw, self._drawn, self._fail)

    def keep(self, paper: PaperView, path: Path) -> None:
        """Write a copy of a paper that is here; the file appears whole or not at all."""

        def write() -> Path:
            from sync.client.durable_file import write_durably

            self._note(paper, EXPORTED)
            write_durably(path, self._content(paper))
            return path

        self._session.tasks.run(write, self._copied, self._fail)

    def _note(self, paper: PaperView, deed: str) -> None:
        from massar_desktop.queries.history import is_confidential

        self._session.note_reading((paper.person,) if is_confidential(paper.kind) else (), deed)

    def _content(self, paper: PaperView) -> bytes:
        from massar_desktop.queries.attachments import paper_row
        from sync.client.attachments import content_of

        with self._session.database.read() as connection:
            content = content_of(connection, self._session.replica.tables, paper_row(connection, paper))
        if content is None:
            raise LookupError(paper.id)
        return content

    # The receivers are methods of this object: what comes for an object that is gone is dropped (background/tasks.py).

    def _came(self, answer: tuple[Sequence[int], list[PaperView]]) -> None:
        if answer[0] == self._people:
            self.read.emit(answer[1])

    def _found(self, files: list[NewFile]) -> None:
        self.found.emit(files)

    def _made(self, scan: Scan) -> None:
        self.made.emit(scan)

    def _attached(self, saved: Saved) -> None:
        self._attaching = False
        self._session.changed.emit(saved.changes)
        self.attached.emit()
        self.read_again()

    def _not_attached(self, wrong: Exception) -> None:
        self._attaching = False
        self.failed.emit(wrong)

    def _asked(self, _nothing: None) -> None:
        self.read_again()

    def _drawn(self, answer: tuple[PaperView, list[bytes]]) -> None:
        self.opened.emit(*answer)

    def _copied(self, path: Path) -> None:
        self.kept.emit(path)

    def _fail(self, wrong: Exception) -> None:
        self.failed.emit(wrong)
