"""Attaching a scan: the newest ones to choose from by a key, then what it is, what it weighs, and Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from massar_desktop.forms.form import RecordForm
from massar_desktop.screens.exchange_words import with_number
from massar_desktop.screens.new_files import NewFiles
from massar_desktop.widgets.bidi import file_size, isolate
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.check_box import CheckBox
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.tokens import Tone
from massar_desktop.widgets.translated import Translated
from sync.domain import catalog
from sync.domain.entities.attachment import GENERAL_KIND
from sync.domain.fields import Value

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.documents.scan import Scan
    from massar_desktop.system.newest_files import NewFile

PATTERNS: Final = "*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.pdf"
LINE_BYTES: Final = 6_000
"""A second, of 64 kbit/s with what is lost on the way (docs/adr/0017)."""
HEAVY: Final = 1_000_000
_NOTHING: Final = str
_LONG: Final = 90
"""Seconds from which on it is said in minutes."""


class AttachPanel(Translated):
    """Signals: ``files_chosen(object)`` with Paths of one paper, ``attach_requested(object, object, bool)`` with the
    Scan, its title and day, and whether it is confidential; ``closed()``.
    """

    files_chosen = Signal(object)
    attach_requested = Signal(object, object, bool)
    closed = Signal()

    def __init__(self, *, sees_confidential: bool) -> None:
        super().__init__()
        self._scan: Scan | None = None
        self._names, self._folder = "", ""
        self.files = NewFiles()
        self.form = RecordForm(catalog.BY_NAME[GENERAL_KIND], leave_out=("pages",), parent=self)
        self.confidential = CheckBox()
        self.confidential.setVisible(sees_confidential)
        self.message = MessageLine()
        self._said: Callable[[], str] = _NOTHING
        self._tone: Tone = "danger"
        self.other = Button(kind="plain", icon="file-plus", key="Ctrl O", bind=True)
        self.attach, self.close_button = (
            Button(kind="primary", icon="paperclip", key="Enter"),
            Button(kind="quiet", key="Esc"),
        )
        self._title, self._weight = Label("", "h2"), Label("", "body", "text2", wrap=True)
        self._choosing, self._describing = Card(ground="list"), self.form.section("papers", titled=False)
        self._build()
        self.files.file_opened.connect(lambda path: self.take([path]))
        self.other.clicked.connect(self._ask)
        self.attach.clicked.connect(self.save)
        self.close_button.clicked.connect(self.closed)
        self.retranslate()

    def begin(self, folder: str) -> None:
        """Start anew: a scan is to be chosen; `folder` is where the last one came from."""
        self._scan, self._folder = None, folder
        self._say(_NOTHING)
        self.form.load({})
        self.confidential.setChecked(False)
        self._turn()
        self.files.setFocus()

    def show_newest(self, files: Sequence[NewFile]) -> None:
        """Offer the newest scans; the cursor is in them, or on the button where there are none."""
        self.files.show_files(files)
        self.retranslate()
        if self._scan is None and self.isVisible():
            (self.files if files else self.other).setFocus()

    def take(self, paths: Sequence[Path]) -> None:
        """Take files as one paper."""
        self._names = "، ".join(isolate(path.name) for path in paths)
        self._say(lambda: self.tr("Reading %1…").replace("%1", self._names), "info")
        self.files_chosen.emit(list(paths))

    def show_scan(self, scan: Scan) -> None:
        """Ask what it is."""
        self._scan = scan
        self._say(_NOTHING)
        self._turn()
        self.form.focus_first(("title",))

    def save(self) -> None:
        """Attach it, if it has a title and its day can be read."""
        typed = self.form.typed
        if self._scan is None:
            return
        if typed.unreadable() or not typed.changes().get("title"):
            self.form.show_problems()
            self._say(lambda: self.tr("Say what it is first: a title is enough."))
            self.form.focus_first(("title",))
            return
        said: dict[str, Value] = dict(typed.changes())
        self.attach_requested.emit(self._scan, said, self.confidential.isChecked())

    def say(self, sentence: Callable[[], str]) -> None:
        """Say why a file was not taken or not attached; what is typed stays."""
        self._say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter attaches, from any field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._scan is not None:
            self.save()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.files.setAccessibleName(self.tr("The newest scans"))
        self.other.setText(self.tr("Other files…"))
        self.attach.setText(self.tr("Attach"))
        self.close_button.setText(self.tr("Back"))
        self.confidential.setText(self.tr("Confidential: only for those with that right"))
        newest = self.tr("The newest scans of this computer and its sticks")
        none = self.tr("No scan was found here: choose its file")
        offered = newest if self.files.files() else none
        self._title.setText(offered if self._scan is None else self._names)
        self.message.set_message(self._said(), "", self._tone)
        self._weight.setText(self._weighed())
        self._weight.setVisible(self._scan is not None)
        self.form.retranslate()

    def _say(self, said: Callable[[], str], tone: Tone = "danger") -> None:
        self._said, self._tone = said, tone
        self.message.set_message(said(), "", tone)

    def _weighed(self) -> str:
        scan = self._scan
        if scan is None:
            return ""
        size, seconds = len(scan.content), max(1, round(len(scan.content) / LINE_BYTES))
        said = self.tr("%1 instead of %2; about %3 on the line")
        if size >= scan.before:
            said = self.tr("%1; about %3 on the line")
        long = (
            self.tr("%n minute(s)", "", round(seconds / 60)) if seconds >= 90 else self.tr("%n second(s)", "", seconds)
        )
        said = said.replace("%1", file_size(size)).replace("%2", file_size(scan.before)).replace("%3", long)
        if scan.pages:
            pages = with_number(self.tr("%n page(s)", "", scan.pages), scan.pages)
            said = f"{pages} · {said}"
        heavy = self.tr("A PDF is sent as it is: scanned as pictures it would be lighter.")
        return f"{said}. {heavy}" if size > HEAVY and scan.pages is None else said

    def _turn(self) -> None:
        chosen = self._scan is not None
        self._choosing.setVisible(not chosen)
        self._describing.setVisible(chosen)
        self.attach.setVisible(chosen)
        self.retranslate()

    def _ask(self) -> None:
        kinds = self.tr("Scans")
        pattern = f"{kinds} ({PATTERNS})"
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose the pages"), self._folder, pattern)
        if paths:
            self.take([Path(path) for path in paths])

    def _build(self) -> None:
        head, actions, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self._title, 1)
        head.addWidget(self.other)
        self._choosing.body.addWidget(self.files, 1)
        self._describing.body.insertWidget(0, self._weight)
        self._describing.body.addWidget(self.confidential)
        actions.addWidget(self.attach)
        actions.addWidget(self.close_button)
        actions.addStretch(1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.message)
        column.addWidget(self._choosing, 1)
        column.addWidget(self._describing)
        column.addLayout(actions)
        column.addStretch(0)
