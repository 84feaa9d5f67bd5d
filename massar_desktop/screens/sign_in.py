"""The first thing painted: who are you, and your password.

Only Qt and light modules of our own are imported here: the database, the keys and the network are loaded
in the background once this card is on the screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from massar_desktop.system.locale import current_language
from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.chip import Chip, ChipSpec
from massar_desktop.widgets.editors import PasswordEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import Label, ProductMark
from massar_desktop.widgets.language_switch import LanguageSwitch
from massar_desktop.widgets.scrolled import scrolled_column
from massar_desktop.widgets.table import CellRole, Table
from massar_desktop.widgets.top_bar import PracticeBand
from massar_desktop.widgets.translated import Translated

_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class ClerkEntry:
    """A clerk who may open this office's file."""

    clerk_id: str
    name_ar: str
    name_fr: str


class _Clerks(QAbstractListModel):
    """The clerks by name in the language in force, the other script under it."""

    def __init__(self, clerks: Sequence[ClerkEntry]) -> None:
        super().__init__()
        self.entries = list(clerks)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return the number of clerks."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return one of the two names."""
        entry = self.entries[index.row()]
        names = (entry.name_ar, entry.name_fr)
        arabic = current_language() == "ar"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return names[0] if arabic else names[1]
        if role == CellRole.SECOND:
            return names[1] if arabic else names[0]
        return None


class SignIn(Translated):
    """A calm card: the clerks of this office, the password, one button.

    With `locked` it is the same card over a session that goes on: one clerk, and a way out for another one.
    Signals: ``submitted(clerk_id: str, password: str)``, ``language_chosen(str)``, ``forgotten(clerk_id: str)``,
    ``other_clerk_requested()``.
    """

    submitted = Signal(str, str)
    language_chosen = Signal(str)
    forgotten = Signal(str)
    other_clerk_requested = Signal()

    def __init__(self, clerks: Sequence[ClerkEntry], *, practice_password: str = "", locked: bool = False) -> None:
        super().__init__()
        self._locked = locked
        self.setProperty("kind", "canvas")
        self._practice_password = practice_password
        self._busy = False
        self._model = _Clerks(clerks)
        self._build()
        self._list.row_chosen.connect(self._forget_problem)
        self._list.choose_row(0)
        self.password.setText(practice_password)
        self.retranslate()
        self._focus()

    def set_clerks(self, clerks: Sequence[ClerkEntry]) -> None:
        """Show other clerks, the first one chosen; where there is one, her password comes next."""
        self._model.beginResetModel()
        self._model.entries = list(clerks)
        self._model.endResetModel()
        self._list.choose_row(0)
        self._focus()

    def chosen_clerk(self) -> str:
        """Return the id of the clerk chosen, "" for none."""
        row = self._list.chosen_row()
        return self._model.entries[row].clerk_id if 0 <= row < len(self._model.entries) else ""

    def choose_clerk(self, clerk_id: str) -> None:
        """Choose a clerk, such as the last one who signed in; an unknown id changes nothing."""
        for row, entry in enumerate(self._model.entries):
            if entry.clerk_id == clerk_id:
                self._list.choose_row(row)

    def show_problem(self, text: str) -> None:
        """Say under the password what is wrong and what to do; ends the wait."""
        self.set_busy(busy=False)
        self.field.set_problem(text)
        if text:
            self.password.setFocus()
            self.password.selectAll()

    def set_busy(self, busy: bool) -> None:
        """Show that the file is being opened; nothing can be sent twice meanwhile."""
        self._busy = busy
        for part in (self.button, self.password, self._list):
            part.setEnabled(not busy)
        self._write_button()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends from anywhere on the card."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write the card in the language in force."""
        self.setWindowTitle(self.tr("Massar Desktop"))
        self._title.setText(self.tr("Massar Desktop"))
        about = self.tr("Staff files of the provincial directorate")
        self._subtitle.setText(self.tr("Locked: everything is as you left it") if self._locked else about)
        self._who.setText(self.tr("Who works here") if self._locked else self.tr("Who are you?"))
        self.forgot.setText(self.tr("Forgotten password"))
        self.other.setText(self.tr("Another clerk"))
        self._list.setAccessibleName(self.tr("Who are you?"))
        self.field.set_label(self.tr("Password"))
        self.field.set_help(self.tr("Practice: the password is already filled in") if self._practice_password else "")
        self._chip.set_spec(
            ChipSpec(self.tr("Practice"), "warn", "graduation-cap") if self._practice_password else ChipSpec("")
        )
        self.switch.set_language(current_language())
        self._band.setVisible(theme.appearance().practice)
        self._write_button()
        self._list.viewport().update()

    def _build(self) -> None:
        self._list = self._clerk_list()
        self.field = self._password_field()
        self._band = PracticeBand()
        self._title, self._subtitle = Label("", "h1"), Label("", "sub", "text2")
        self._who = Label("", "sub", "text2")
        self._chip = Chip()
        self.button = Button("", "primary", key="Enter")
        self.button.clicked.connect(self._submit)
        self.forgot, self.other = Button("", "quiet"), Button("", "quiet", icon="users")
        self.forgot.clicked.connect(lambda: self.forgotten.emit(self.chosen_clerk()))
        self.other.clicked.connect(self.other_clerk_requested)
        self.switch = LanguageSwitch(current_language())
        self.switch.language_chosen.connect(self.language_chosen)
        whole = scrolled_column(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._band)
        whole.addStretch(2)
        whole.addWidget(self._card(), 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addSpacing(16)
        whole.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def _card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("signInCard")
        card.setFixedWidth(420)
        titled = QHBoxLayout()
        titled.addWidget(self._title, 1)
        titled.addWidget(self._chip)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addLayout(titled)
        names.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(ProductMark(48))
        head.addLayout(names, 1)
        names_card = Card(ground="list")
        names_card.body.addWidget(self._list)
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 26, 28, 26)
        column.setSpacing(3)
        column.addLayout(head)
        column.addSpacing(18)
        column.addWidget(self._who)
        column.addWidget(names_card)
        column.addSpacing(12)
        column.addWidget(self.field)
        column.addSpacing(6)
        column.addWidget(self.button)
        ways = QHBoxLayout()
        ways.addWidget(self.forgot)
        ways.addStretch(1)
        ways.addWidget(self.other)
        column.addSpacing(4)
        column.addLayout(ways)
        self.forgot.setVisible(not self._practice_password)
        self.other.setVisible(self._locked)
        return card

    def _clerk_list(self) -> Table:
        clerks = Table()
        clerks.setModel(self._model)
        clerks.setObjectName("clerks")
        clerks.horizontalHeader().hide()
        clerks.set_widths([0], stretched=0)
        shown = min(max(len(self._model.entries), 1), 4)
        clerks.setFixedHeight(shown * tokens.TABLE_ROW + 2)
        clerks.row_opened.connect(self._take_clerk)
        return clerks

    def _focus(self) -> None:
        (self.password if len(self._model.entries) == 1 else self._list).setFocus()

    def _take_clerk(self, _row: int) -> None:
        """Enter in the list: where a password stands already it sends, as anywhere on the card."""
        if self.password.text():
            self._submit()
        else:
            self.password.setFocus()

    def _password_field(self) -> LabelledField:
        self.password = PasswordEdit()
        self.password.textEdited.connect(self._forget_problem)
        return LabelledField("", self.password)

    def _write_button(self) -> None:
        self.button.setText(self.tr("Opening…") if self._busy else self.tr("Open my office"))

    def _forget_problem(self, _change: object = None) -> None:
        self.field.set_problem("")

    def _submit(self) -> None:
        if self._busy:
            return
        if not self.chosen_clerk():
            self.field.set_problem(self.tr("Choose your name first"))
        elif not self.password.text():
            self.field.set_problem(self.tr("Type your password"))
            self.password.setFocus()
        else:
            self.submitted.emit(self.chosen_clerk(), self.password.text())
